import { StoreRefusal } from '@truce/core/ports'

const FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG'])
const SQLITE_FULL = 13
const SQLITE_IOERR = 10

/**
 * What a failure of the disk or of the database means to a person; refusals pass as they are. `where`:
 * what lies on that disk, such as `the workspace`.
 */
export function refusalOf(error: unknown, where: string): unknown {
  if (error instanceof StoreRefusal || !(error instanceof Error)) return error
  const { code = '', errcode = 0 } = error as NodeJS.ErrnoException & { readonly errcode?: number }
  const primary = errcode & 0xff
  if (FULL.has(code) || primary === SQLITE_FULL)
    return new StoreRefusal(
      'disk-full',
      `the disk of ${where} is full; nothing that was there is lost`,
      'free some space and save again'
    )
  if (/^E[A-Z]+$/.test(code) || primary === SQLITE_IOERR)
    return new StoreRefusal(
      'unwritable',
      `${where} cannot be written (${primary === SQLITE_IOERR ? `SQLite ${errcode}` : code})`,
      'see who may write to the folder and its files, then save again'
    )
  return error
}
