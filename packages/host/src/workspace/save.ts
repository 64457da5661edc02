import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type {
  CaseSave,
  CaseState,
  CaseVersionText,
  NewCase,
  SavedCase,
  SourceFile
} from '@truce/core'
import { StoreRefusal } from '@truce/core/ports'
import { hashOf } from '../load.ts'
import { admit, isId, noSuchCase, noSuchVersion } from './names.ts'
import { ChangedOutside, replace, textsOf } from './replace.ts'
import type { Found, Shelf } from './shelf.ts'
import { keepAside, settle, stateOf, sync } from './shelf.ts'

/** Saves texts if their base is still the newest version, and keeps them aside if not. */
export async function save(shelf: Shelf, { id, files, base }: CaseSave): Promise<SavedCase> {
  admit(files)
  const found = await sync(shelf, id)
  const { current } = found
  const hash = hashOf(files)
  // Sent again after an answer was lost, or nothing was changed: it is saved.
  if (hash === current.hash) return { outcome: 'saved', state: stateOf(shelf, id, found) }
  if (base === current.version) return write(shelf, { id, files, base, hash, found })
  const aside = keepAside(shelf, { id, files, base: knownBase(shelf, id, base), hash })
  return {
    outcome: current.origin === 'outside' ? 'outside' : 'stale',
    state: stateOf(shelf, id, found),
    aside
  }
}

function knownBase({ versions }: Shelf, id: string, base: number): number {
  if (versions.text(id, base)) return base
  throw noSuchVersion(id, base, 'send as `base` the version you read')
}

interface Writing extends CaseSave {
  readonly hash: string
  readonly found: Found
}

/** First the store, then the files, then the store's word that they followed. */
async function write(shelf: Shelf, { id, files, base, hash, found }: Writing): Promise<SavedCase> {
  const { versions } = shelf
  const [from, to] = [textsOf(found.disk.files), textsOf(files)]
  refuseSealed(found, to)
  const version = versions.add({ id, state: 'pending', origin: 'saved', base, hash, files })
  try {
    await replace({ folder: join(shelf.folder, id), staging: shelf.staging, from, to }, shelf.disk)
  } catch (error) {
    if (!(error instanceof ChangedOutside)) {
      await settle(shelf, id).catch(() => undefined)
      throw error
    }
    versions.mark(id, version, 'aside')
    return { outcome: 'outside', state: stateOf(shelf, id, await sync(shelf, id)), aside: version }
  }
  versions.mark(id, version, 'kept')
  shelf.tell({ id, version, hash, origin: 'saved' })
  return { outcome: 'saved', state: stateOf(shelf, id, await sync(shelf, id)) }
}

function refuseSealed({ disk }: Found, to: ReadonlyMap<string, string>): void {
  const sealed = disk.sealed.find(
    (name) => to.get(name) !== disk.files.find((file) => file.name === name)?.text
  )
  if (sealed === undefined) return
  throw new StoreRefusal(
    'sealed',
    `${sealed} is not UTF-8, or too large, so it cannot be shown as it is and is not replaced`,
    'bring the file to UTF-8 in an editor first'
  )
}

/** Makes a case whose folder appears whole or not at all. */
export async function create(
  shelf: Shelf,
  { id, files, shippedFrom }: NewCase
): Promise<CaseState> {
  const { versions } = shelf
  const hash = hashOf(files)
  versions.know(id, shippedFrom)
  const version = versions.add({ id, state: 'pending', origin: 'created', base: null, hash, files })
  try {
    await place(shelf, id, files)
  } catch (error) {
    await settle(shelf, id).catch(() => undefined)
    throw error
  }
  versions.mark(id, version, 'kept')
  shelf.tell({ id, version, hash, origin: 'created' })
  return stateOf(shelf, id, await sync(shelf, id))
}

/** Writes the folder of a case that has none, whole or not at all. */
export async function place(
  { folder, staging, disk }: Shelf,
  id: string,
  files: readonly SourceFile[]
): Promise<void> {
  const made = join(staging, randomUUID())
  try {
    await disk.makeFolder(made)
    await replace({ folder: made, staging, from: new Map(), to: textsOf(files) }, disk)
    await disk.move(made, join(folder, id))
  } catch (error) {
    await rm(made, { recursive: true, force: true })
    if (['ENOTEMPTY', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? ''))
      throw new StoreRefusal(
        'taken',
        `there is already a folder ${id} in the workspace`,
        'choose another id'
      )
    throw error
  }
  await disk.settle(folder)
}

/** Texts of a version, for a case that may have lost its folder. */
export function versionOf({ versions }: Shelf, id: string, version: number): CaseVersionText {
  if (!isId(id) || !versions.knows(id)) throw noSuchCase(id)
  const found = versions.text(id, version)
  if (found) return found
  throw noSuchVersion(id, version)
}
