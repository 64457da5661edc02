import type { KeptRecord } from './kept-record.ts'
import type { Stand } from './reader.ts'

/** What was looked at: bodies, or a copy, of the entries from one number to another. */
export interface Looked {
  readonly what: 'bodies' | 'export'
  readonly from: number
  readonly to: number
}

/** Notes who saw confidential bodies or took a copy; resolves when that is kept. */
export async function noted(record: KeptRecord, { name }: Stand, look: Looked): Promise<void> {
  const at = new Date().toISOString()
  await record.shelf.note(record.of, record.id, { at, reader: name, ...look })
}
