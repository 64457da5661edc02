import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { CaseChange, CaseState, CaseVersion, SourceFile } from '@truce/core'
import type { Versions } from './database.ts'
import type { Disk } from './disk.ts'
import type { OnDisk } from './folder.ts'
import { readFolder } from './folder.ts'
import { isId, noSuchCase } from './names.ts'
import { replace, standing, textsOf } from './replace.ts'

/** What the work on a case needs of its workspace. */
export interface Shelf {
  readonly folder: string
  /** Where new texts wait, on the same disk as the cases. */
  readonly staging: string
  readonly versions: Versions
  readonly disk: Disk
  /** Called for every new newest version. */
  readonly tell: (change: CaseChange) => void
}

/** A case as found: its newest version is what lies on the disk. */
export interface Found {
  readonly disk: OnDisk
  readonly current: CaseVersion
}

/**
 * Reads a case and brings the store up to it: a save cut short is settled, a change made outside
 * becomes a version.
 */
export async function sync(shelf: Shelf, id: string): Promise<Found> {
  if (!isId(id)) throw noSuchCase(id)
  const { versions } = shelf
  if (versions.pending(id).length > 0) await settle(shelf, id)
  const disk = (await isCase(shelf, id)) ? await readFolder(join(shelf.folder, id), id) : undefined
  if (!disk) throw noSuchCase(id)
  const known = versions.current(id)
  if (known?.hash === disk.hash) return { disk, current: known }
  versions.know(id, null)
  const { files, hash } = disk
  const version = versions.add({
    id,
    state: 'kept',
    origin: 'outside',
    base: known?.version ?? null,
    hash,
    files
  })
  shelf.tell({ id, version, hash, origin: 'outside' })
  return { disk, current: versions.current(id) as CaseVersion }
}

/**
 * Brings saves to an end of which only the store knows, by what the files say. None of them was
 * acknowledged.
 */
export async function settle(shelf: Shelf, id: string): Promise<void> {
  const { versions } = shelf
  const folder = join(shelf.folder, id)
  for (const { version } of versions.pending(id)) {
    const pending = versions.text(id, version)
    const to = textsOf(pending?.files ?? [])
    const from = textsOf(
      pending?.base == null ? [] : (versions.text(id, pending.base)?.files ?? [])
    )
    const found = textsOf((await readFolder(folder, id))?.files ?? [])
    const where = standing(found, from, to)
    // Some files are the new ones and some the old: the texts belong together, and only the new
    // ones were meant.
    if (where === 'between')
      await replace({ folder, staging: shelf.staging, from: found, to }, shelf.disk)
    versions.mark(id, version, where === 'after' || where === 'between' ? 'kept' : 'aside')
  }
}

/** A case as the outside sees it. */
export function stateOf({ versions }: Shelf, id: string, { disk, current }: Found): CaseState {
  return {
    id,
    version: current.version,
    hash: disk.hash,
    changed: current.at,
    versions: versions.count(id),
    shippedFrom: versions.shippedFrom(id),
    files: disk.files,
    diagnostics: disk.diagnostics,
    sealed: disk.sealed
  }
}

/** Keeps texts beside the line of versions; the same texts from the same base only once. */
export function keepAside(
  { versions }: Shelf,
  sent: {
    readonly id: string
    readonly files: readonly SourceFile[]
    readonly base: number
    readonly hash: string
  }
): number {
  const twin = versions
    .list(sent.id)
    .find(({ aside, base, hash }) => aside && base === sent.base && hash === sent.hash)
  return twin?.version ?? versions.add({ ...sent, state: 'aside', origin: 'saved' })
}

/**
 * Whether a folder is a case: a true folder of exactly this name, which has a case file at its top,
 * or had one.
 */
export async function isCase({ folder, versions }: Shelf, id: string): Promise<boolean> {
  // Not by asking for the path: some systems take `River` for `river`, and a link could lead
  // anywhere.
  const entries = await readdir(folder, { withFileTypes: true })
  if (!entries.some((entry) => entry.name === id && entry.isDirectory())) return false
  return (
    versions.knows(id) || (await readdir(join(folder, id))).some((name) => name.endsWith('.yaml'))
  )
}
