import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const CLOCK = 'clock'

/**
 * By how many milliseconds the clock of a record that is an exercise is ahead of this computer's; it
 * is behind where that is negative.
 */
export async function clockAhead(path: string): Promise<number> {
  const text = await readFile(join(path, CLOCK), 'utf8').catch(() => '0')
  const read = Number(text)
  return Number.isFinite(read) ? read : 0
}

/** Keeps that, beside the record. */
export async function keepClockAhead(path: string, ahead: number): Promise<void> {
  await writeFile(join(path, CLOCK), String(ahead))
}
