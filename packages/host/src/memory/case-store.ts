import type {
  CaseChange,
  CaseList,
  CaseSave,
  CaseState,
  CaseStore,
  CaseVersion,
  CaseVersionText,
  NewCase,
  SavedCase,
  VersionOrigin
} from '@truce/core'
import { hashOf } from '../load.ts'
import { admit, freeId, noSuchCase, noSuchVersion } from '../workspace/names.ts'

interface Kept {
  readonly shippedFrom: string | null
  readonly versions: CaseVersionText[]
}

/** Cases for as long as this process lives, for tests and trials; nothing changes them outside. */
export class MemoryCaseStore implements CaseStore {
  private readonly cases = new Map<string, Kept>()
  private readonly aside = new Map<string, Kept>()
  private readonly listeners = new Set<(change: CaseChange) => void>()

  async list(): Promise<CaseList> {
    return { ids: [...this.cases.keys()].sort((a, b) => (a < b ? -1 : 1)), passedBy: [] }
  }

  async read(id: string): Promise<CaseState> {
    const { versions, shippedFrom } = this.kept(id)
    const { version, hash, at, files } = this.newest(id)
    return {
      id,
      version,
      hash,
      changed: at,
      versions: versions.length,
      shippedFrom,
      files,
      diagnostics: [],
      sealed: []
    }
  }

  async save({ id, files, base }: CaseSave): Promise<SavedCase> {
    admit(files)
    const { versions } = this.kept(id)
    const newest = this.newest(id)
    const hash = hashOf(files)
    if (hash === newest.hash) return { outcome: 'saved', state: await this.read(id) }
    if (base === newest.version) {
      this.add(id, { files, hash, base, origin: 'saved', aside: false })
      return { outcome: 'saved', state: await this.read(id) }
    }
    if (base > versions.length || base < 1)
      throw noSuchVersion(id, base, 'send as `base` the version you read')
    const twin = versions.find((found) => found.aside && found.base === base && found.hash === hash)
    const aside = twin ?? this.add(id, { files, hash, base, origin: 'saved', aside: true })
    return { outcome: 'stale', state: await this.read(id), aside: aside.version }
  }

  async create({ id: wished, files, shippedFrom }: NewCase): Promise<CaseState> {
    admit(files)
    const known = [...this.cases.keys(), ...this.aside.keys()]
    const taken = new Set(known.map((id) => id.toLowerCase()))
    const id = freeId(wished, (name) => taken.has(name.toLowerCase()))
    this.cases.set(id, { shippedFrom, versions: [] })
    this.add(id, { files, hash: hashOf(files), base: null, origin: 'created', aside: false })
    return this.read(id)
  }

  async remove(id: string): Promise<void> {
    this.aside.set(id, this.kept(id))
    this.cases.delete(id)
  }

  async removed(): Promise<readonly string[]> {
    return [...this.aside.keys()].sort((a, b) => (a < b ? -1 : 1))
  }

  async putBack(id: string): Promise<CaseState> {
    const found = this.aside.get(id)
    if (!found) throw noSuchCase(id)
    this.aside.delete(id)
    this.cases.set(id, found)
    return this.read(id)
  }

  async history(id: string): Promise<readonly CaseVersion[]> {
    const { versions } = this.aside.get(id) ?? this.kept(id)
    return versions.map(({ files, ...about }) => about)
  }

  async known(id: string): Promise<void> {
    await this.history(id)
  }

  async version(id: string, version: number): Promise<CaseVersionText> {
    const { versions } = this.aside.get(id) ?? this.kept(id)
    const found = versions.find((one) => one.version === version)
    if (found) return found
    throw noSuchVersion(id, version)
  }

  async follow(id: string, changed: (change: CaseChange) => void): Promise<() => void> {
    const listener = (change: CaseChange): void => {
      if (change.id === id) changed(change)
    }
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }

  async close(): Promise<void> {
    this.listeners.clear()
  }

  private add(
    id: string,
    added: Omit<CaseVersionText, 'version' | 'at'> & { readonly origin: VersionOrigin }
  ): CaseVersionText {
    const { versions } = this.kept(id)
    const files = [...added.files].sort((a, b) => (a.name < b.name ? -1 : 1))
    const made = { ...added, files, version: versions.length + 1, at: new Date().toISOString() }
    versions.push(made)
    const { version, hash, origin, aside } = made
    if (!aside) for (const listener of this.listeners) listener({ id, version, hash, origin })
    return made
  }

  private kept(id: string): Kept {
    const found = this.cases.get(id)
    if (found) return found
    throw noSuchCase(id)
  }

  private newest(id: string): CaseVersionText {
    const newest = this.kept(id).versions.findLast(({ aside }) => !aside)
    if (newest) return newest
    throw noSuchCase(id)
  }
}
