import { existsSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { StoreRefusal } from '@truce/core/ports'

const SQLITE_CORRUPT = 11
const SQLITE_NOTADB = 26

/** The refusal of whatever would need a store of versions that is damaged. */
export function damagedStore(reason: string): StoreRefusal {
  return new StoreRefusal(
    'damaged-store',
    `the store of versions is damaged (${reason}); the case files are not affected and are shown as they are, but nothing can be saved and no earlier version shown`,
    'end `truce serve` and start it with --set-store-aside: the damaged store is kept under another name, and a new one begins with the files as they are'
  )
}

/** The refusal, if SQLite found that its file is damaged, or none of its own. */
export function damageIn(error: unknown): StoreRefusal | undefined {
  if (error instanceof StoreRefusal && error.code === 'damaged-store') return error
  if (!(error instanceof Error)) return undefined
  const { errcode = 0 } = error as Error & { readonly errcode?: number }
  return [SQLITE_CORRUPT, SQLITE_NOTADB].includes(errcode & 0xff)
    ? damagedStore(error.message)
    : undefined
}

/**
 * Gives the files of a store another name, `versions-damaged-1.db` and so on, so that a new one can
 * begin; nothing is deleted. SQLite finds a journal by the name of its file, so both keep together.
 * The new name. At once, so that nobody takes the folder between a release and the next hold.
 */
export function renameStore(folder: string): string {
  let number = 1
  while (existsSync(join(folder, `versions-damaged-${number}.db`))) number++
  const name = `versions-damaged-${number}.db`
  for (const end of ['-wal', '-shm', ''])
    if (existsSync(join(folder, `versions.db${end}`)))
      renameSync(join(folder, `versions.db${end}`), join(folder, `${name}${end}`))
  return name
}
