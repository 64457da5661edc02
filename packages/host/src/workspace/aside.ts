import { lstat, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { StoreRefusal } from '@truce/core/ports'
import { isId, noSuchCase } from './names.ts'
import type { Shelf } from './shelf.ts'
import { sync } from './shelf.ts'

/** Where cases lie that were set aside: beside the store of their versions, on the same disk. */
export const placeOf = ({ folder }: Shelf): string => join(folder, '.truce', 'removed')

/**
 * Moves the folder of a case aside, after its newest text has become a version. One of the same id
 * that was set aside before gets a number behind it.
 */
export async function setAside(shelf: Shelf, id: string): Promise<void> {
  await sync(shelf, id)
  const { disk, folder } = shelf
  const place = placeOf(shelf)
  await disk.makeFolder(place)
  const target = join(place, id)
  if (await exists(target)) {
    let number = 1
    while (await exists(`${target}~${number}`)) number++
    await disk.move(target, `${target}~${number}`)
  }
  await disk.move(join(folder, id), target)
  for (const one of [place, folder]) await disk.settle(one)
}

/** The ids of the cases set aside. */
export async function asideIn(shelf: Shelf): Promise<readonly string[]> {
  const entries = await readdir(placeOf(shelf), { withFileTypes: true }).catch(() => [])
  const ids = entries.filter((entry) => entry.isDirectory() && isId(entry.name))
  return ids.map(({ name }) => name).sort((a, b) => (a < b ? -1 : 1))
}

/** Moves the folder of a case back to where it was. */
export async function bringBack(shelf: Shelf, id: string): Promise<void> {
  const { disk, folder } = shelf
  if (!(await asideIn(shelf)).includes(id)) throw noSuchCase(id)
  const there = (await readdir(folder)).map((name) => name.toLowerCase())
  if (there.includes(id.toLowerCase()))
    throw new StoreRefusal(
      'taken',
      `another case is in the folder ${id} by now`,
      'give that folder another name first'
    )
  await disk.move(join(placeOf(shelf), id), join(folder, id))
  for (const one of [placeOf(shelf), folder]) await disk.settle(one)
}

const exists = (path: string): Promise<boolean> =>
  lstat(path).then(
    () => true,
    () => false
  )
