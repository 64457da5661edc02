import { StoreRefusal } from '@truce/core/ports'

/** What a store refuses is told in one line, with what to do. */
export function inOneLine(error: unknown): never {
  if (error instanceof StoreRefusal) throw new Error(`${error.message}; ${error.help}`)
  throw error
}
