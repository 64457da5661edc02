import { mkdir, readdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type {
  CaseChange,
  CaseList,
  CaseSave,
  CaseState,
  CaseStore,
  CaseVersion,
  CaseVersionText,
  NewCase,
  PassedBy,
  SavedCase
} from '@truce/core'
import { StoreRefusal } from '@truce/core/ports'
import { refusalOf } from '../failure.ts'
import { asideIn, bringBack, setAside } from './aside.ts'
import { damageIn, renameStore } from './damage.ts'
import { Versions } from './database.ts'
import type { Disk } from './disk.ts'
import { emptied, nodeDisk } from './disk.ts'
import { FolderArchive } from './folder-archive.ts'
import type { Held } from './lock.ts'
import { take } from './lock.ts'
import { admit, freeId, isId } from './names.ts'
import { Queue } from './queue.ts'
import { create, save, versionOf } from './save.ts'
import type { Shelf } from './shelf.ts'
import { isCase, stateOf, sync } from './shelf.ts'
import { watchFolder } from './watch.ts'

/** The key under which cases are made one after the other; no id is empty. */
const MAKING = ''

/**
 * A folder of case folders, and the store of their versions in `.truce`. The files are the truth:
 * whatever else wrote them made a new version. Work on one case waits for the work before it.
 */
export class Workspace implements CaseStore {
  readonly folder: string
  private held: Held
  private url: string | undefined
  private shelf: Shelf
  private found: StoreRefusal | undefined
  private readonly queue = new Queue()
  private readonly listeners = new Set<(change: CaseChange) => void>()

  private constructor(folder: string, held: Held, disk: Disk) {
    this.folder = folder
    this.held = held
    this.found = held.damage
    const tell = (change: CaseChange): void =>
      this.listeners.forEach((listener) => void listener(change))
    this.shelf = {
      folder,
      staging: join(folder, '.truce', 'staging'),
      versions: held.versions,
      disk,
      tell
    }
  }

  /**
   * Opens a workspace, making the folder if need be, and settles what a killed run left. Refuses
   * one that is held.
   */
  static async open(path: string, disk: Disk = nodeDisk): Promise<Workspace> {
    const folder = resolve(path)
    const own = join(folder, '.truce')
    try {
      await mkdir(own, { recursive: true })
      const held = take(folder, { lock: join(own, 'lock'), database: join(own, 'versions.db') })
      const workspace = new Workspace(folder, held, disk)
      await emptied(workspace.shelf.staging)
      for (const { id } of held.versions.pending()) await workspace.read(id).catch(() => undefined)
      return workspace
    } catch (error) {
      if (['EEXIST', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? ''))
        throw new StoreRefusal(
          'not-a-folder',
          `${folder} is not a folder`,
          'choose a folder with --workspace'
        )
      throw refusalOf(error, 'the workspace')
    }
  }

  /**
   * What is wrong with the store of versions, if it is damaged. Then cases are read from their files
   * as if for the first time, and nothing is saved.
   */
  get damage(): StoreRefusal | undefined {
    return this.found
  }

  /**
   * Gives a damaged store another name, so that the next opening begins a new one; nothing is
   * deleted. The new name, or nothing where the store is whole. Refuses a folder that is held.
   */
  static async setStoreAside(path: string): Promise<string | undefined> {
    const folder = resolve(path)
    const own = join(folder, '.truce')
    await mkdir(own, { recursive: true })
    const held = take(folder, { lock: join(own, 'lock'), database: join(own, 'versions.db') })
    held.release()
    return held.damage && renameStore(own)
  }

  /** Tells whoever comes second where this workspace is served. */
  announce(url: string): void {
    this.url = url
    this.held.announce(url)
  }

  /**
   * As `setStoreAside`, of a workspace that is open: a new store begins with the files as they are.
   * The name that the damaged one is kept under, or nothing where the store is whole.
   */
  async beginStore(): Promise<string | undefined> {
    if (!this.found) return undefined
    await this.queue.idle()
    const own = join(this.folder, '.truce')
    if (this.shelf.versions !== this.held.versions) this.shelf.versions.close()
    this.held.release()
    const name = renameStore(own)
    this.held = take(this.folder, { lock: join(own, 'lock'), database: join(own, 'versions.db') })
    if (this.url !== undefined) this.held.announce(this.url)
    this.shelf = { ...this.shelf, versions: this.held.versions }
    this.found = this.held.damage
    return name
  }

  /** The ids of all cases, and what else lies in the folder. */
  async list(): Promise<CaseList> {
    return this.listed().catch((error: unknown) => {
      const damage = damageIn(error)
      if (!damage || this.found) throw error
      this.goOnWithout(damage)
      return this.listed()
    })
  }

  private async listed(): Promise<CaseList> {
    const entries = await readdir(this.folder, { withFileTypes: true })
    const ids: string[] = []
    const passedBy: PassedBy[] = []
    for (const entry of entries
      .filter(({ name }) => !name.startsWith('.'))
      .sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const { name } = entry
      if (entry.isSymbolicLink()) passedBy.push({ name, why: 'it is a link' })
      else if (!entry.isDirectory()) passedBy.push({ name, why: 'it is not a folder' })
      else if (!isId(name))
        passedBy.push({
          name,
          why: 'its name has more than 64 letters, digits, `-` and `_`, or others'
        })
      else if (!(await isCase(this.shelf, name)))
        passedBy.push({ name, why: 'no .yaml file lies in it' })
      else ids.push(name)
    }
    return { ids, passedBy }
  }

  /** A case as it is on disk; a change made outside becomes its newest version. */
  async read(id: string): Promise<CaseState> {
    const state = async (): Promise<CaseState> =>
      stateOf(this.shelf, id, await sync(this.shelf, id))
    return this.alone(id, state).catch((error: unknown) => {
      if (this.found === error) return this.alone(id, state)
      throw error
    })
  }

  /**
   * Makes texts the newest version, if `base` is the newest until now and the files are still what
   * it says. On `saved`, both store and files are on the disk; otherwise the texts are kept aside
   * and nothing was written over.
   */
  async save(sent: CaseSave): Promise<SavedCase> {
    return this.alone(sent.id, async () => save(this.whole(), sent))
  }

  /** Makes a case under the wished id, or that id with a number behind it. */
  async create(wished: NewCase): Promise<CaseState> {
    return this.alone(MAKING, async () => {
      this.whole()
      admit(wished.files)
      const there = new Set((await readdir(this.folder)).map((name) => name.toLowerCase()))
      const id = freeId(
        wished.id,
        (name) => there.has(name.toLowerCase()) || this.shelf.versions.knows(name)
      )
      return create(this.shelf, { ...wished, id })
    })
  }

  /** Moves a case into `.truce/removed`: listed no more, and nothing deleted. */
  async remove(id: string): Promise<void> {
    return this.alone(id, async () => setAside(this.whole(), id))
  }

  /** The ids of the cases in `.truce/removed`. */
  async removed(): Promise<readonly string[]> {
    return asideIn(this.shelf)
  }

  /** Moves a case back from there. */
  async putBack(id: string): Promise<CaseState> {
    // As making one does: two cases must not come to bear one name.
    await this.alone(MAKING, async () => bringBack(this.whole(), id))
    return this.read(id)
  }

  /** All versions of a case, oldest first, also of one whose folder is gone. */
  async history(id: string): Promise<readonly CaseVersion[]> {
    return this.alone(id, async () => {
      await sync(this.whole(), id).catch((error: unknown) => {
        if (
          !(error instanceof StoreRefusal) ||
          error.code !== 'no-such-case' ||
          !this.shelf.versions.knows(id)
        )
          throw error
      })
      return this.shelf.versions.list(id)
    })
  }

  /** Passes for every case of which there is a history. */
  async known(id: string): Promise<void> {
    await this.history(id)
  }

  /** One version with its texts. */
  async version(id: string, version: number): Promise<CaseVersionText> {
    return this.alone(id, async () => versionOf(this.whole(), id, version))
  }

  /**
   * Calls back when a case has another newest version, by a save or by a change of its files;
   * returns what ends it.
   */
  async follow(id: string, changed: (change: CaseChange) => void): Promise<() => void> {
    const listener = (change: CaseChange): void => {
      if (change.id === id) changed(change)
    }
    this.listeners.add(listener)
    const unwatch = watchFolder(
      join(this.folder, id),
      () => void this.read(id).catch(() => undefined)
    )
    return () => {
      this.listeners.delete(listener)
      unwatch()
    }
  }

  /** All of it, to be moved elsewhere; nothing else is done with it meanwhile. */
  archive(): FolderArchive {
    return new FolderArchive(this.whole())
  }

  /** Ends what is under way and lets go of the folder. */
  async close(): Promise<void> {
    await this.queue.idle()
    if (this.shelf.versions !== this.held.versions) this.shelf.versions.close()
    this.held.release()
  }

  /** The shelf, for what a damaged store cannot do. */
  private whole(): Shelf {
    if (this.found) throw this.found
    return this.shelf
  }

  /** Damage that shows while serving: the file stays open, so that nobody else takes the folder. */
  private goOnWithout(damage: StoreRefusal): StoreRefusal {
    if (!this.found) {
      this.found = damage
      this.shelf = { ...this.shelf, versions: new Versions(':memory:') }
    }
    return this.found
  }

  private alone<T>(key: string, work: () => Promise<T>): Promise<T> {
    return this.queue.run(key, work).catch((error: unknown) => {
      const damage = error instanceof StoreRefusal ? undefined : damageIn(error)
      throw damage ? this.goOnWithout(damage) : refusalOf(error, 'the workspace')
    })
  }
}
