import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { SourceFile } from '@truce/core'
import { StoreRefusal } from '@truce/core/ports'
import type { Disk } from './disk.ts'
import { foldersUpTo, modeOf, textAt, throughLink } from './disk.ts'

/** Thrown when a file is no longer what the save was to replace. Nothing of it was written over. */
export class ChangedOutside extends Error {}

/** Texts by name. */
export type Texts = ReadonlyMap<string, string>

/** Files as texts by name. */
export const textsOf = (files: readonly SourceFile[]): Texts =>
  new Map(files.map(({ name, text }) => [name, text]))

/** A folder of a case on its way from some texts to others. */
export interface Replacement {
  readonly folder: string
  /** A folder on the same disk where new texts wait until all of them are written. */
  readonly staging: string
  readonly from: Texts
  readonly to: Texts
}

/**
 * Brings a folder from some texts to others, one whole file at a time: every new text is on the
 * disk before the first name changes, and no file is replaced that is not what `from` says, or
 * already what `to` says.
 */
export async function replace(
  { folder, staging, from, to }: Replacement,
  disk: Disk
): Promise<void> {
  const changed = [...to].filter(([name, text]) => from.get(name) !== text)
  const removed = [...from.keys()].filter((name) => !to.has(name))
  const staged: (readonly [string, string])[] = []
  try {
    for (const name of [...changed.map(([name]) => name), ...removed])
      await refuseLink(folder, name)
    for (const [name, text] of changed) {
      const path = join(staging, randomUUID())
      staged.push([name, path])
      await disk.write(path, text, await modeOf(join(folder, name)))
    }
    const allowed = (name: string): readonly (string | undefined)[] => [
      from.get(name),
      to.get(name)
    ]
    for (const name of [...changed.map(([name]) => name), ...removed])
      await refuseForeign(folder, name, allowed(name))
    await moveAll(staged, { folder, disk, allowed })
    for (const name of removed) await removeOne(name, { folder, disk, allowed })
    const touched = [...changed.map(([name]) => name), ...removed].flatMap((name) =>
      foldersUpTo(folder, join(folder, name))
    )
    for (const path of new Set(touched)) await disk.settle(path)
  } catch (error) {
    await Promise.allSettled(staged.map(([, path]) => disk.remove(path)))
    throw error
  }
}

interface Moving {
  readonly folder: string
  readonly disk: Disk
  readonly allowed: (name: string) => readonly (string | undefined)[]
}

async function moveAll(
  staged: readonly (readonly [string, string])[],
  { folder, disk, allowed }: Moving
): Promise<void> {
  for (const [name, path] of staged) {
    const target = join(folder, name)
    await disk.makeFolder(join(target, '..'))
    // Between this look and the rename lie microseconds; no call of POSIX does both at once.
    await refuseForeign(folder, name, allowed(name))
    await disk.move(path, target)
  }
}

async function removeOne(name: string, { folder, disk, allowed }: Moving): Promise<void> {
  await refuseForeign(folder, name, allowed(name))
  if ((await textAt(join(folder, name))) !== undefined) await disk.remove(join(folder, name))
}

async function refuseForeign(
  folder: string,
  name: string,
  allowed: readonly (string | undefined)[]
): Promise<void> {
  if (!allowed.includes(await textAt(join(folder, name)))) throw new ChangedOutside(name)
}

async function refuseLink(folder: string, name: string): Promise<void> {
  if (await throughLink(folder, name))
    throw new StoreRefusal(
      'link',
      `${name} is, or lies behind, a link`,
      'edit it where the link leads, or put a plain file in its place'
    )
}

/** Where a folder stands between the texts before and after a save. */
export type Standing = 'before' | 'after' | 'between' | 'elsewhere'

/** Compares what is on the disk with both ends of a save. */
export function standing(disk: Texts, from: Texts, to: Texts): Standing {
  const names = [...new Set([...disk.keys(), ...from.keys(), ...to.keys()])]
  if (names.every((name) => disk.get(name) === to.get(name))) return 'after'
  if (names.every((name) => disk.get(name) === from.get(name))) return 'before'
  return names.every((name) => [from.get(name), to.get(name)].includes(disk.get(name)))
    ? 'between'
    : 'elsewhere'
}
