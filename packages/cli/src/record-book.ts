import type { EntryProblem, Submitted } from '@truce/core/record'
import { problemWords } from '@truce/core/report/record'
import { words } from '@truce/core/report/words'
import type { RecordFolder } from '@truce/host/record'
import { openRecordFolder } from '@truce/host/record'
import type { Args } from './args.ts'
import type { Io } from './io.ts'
import { Usage } from './io.ts'

/** The option that moves the clock of an exercise. */
export const NOW = { now: { type: 'string' } } as const

/** What is said of it. */
export const NOW_HELP = `  --now <instant>        the hour, such as 2025-01-25T08:00:00Z: in an exercise only`

/**
 * Opens a record. In an exercise the hour may be given; the clock of a record kept in earnest is
 * the machine's.
 */
export async function openRecord(path: string, args?: Args): Promise<RecordFolder> {
  const given = args?.values['now']
  const hour = given === undefined ? undefined : instantOf(String(given), 'now')
  const folder = await openRecordFolder(path, hour === undefined ? {} : { now: () => hour })
  if (hour === undefined || folder.book.exercise || folder.book.size === 0) return folder
  await folder.close()
  throw new Usage('--now is for exercises: the clock of this record is the machine’s')
}

/** Reads an option that takes an instant, in ms since 1970. */
export function instantOf(text: string, option: string): number {
  const hour = Date.parse(text)
  if (/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(text) && !Number.isNaN(hour)) return hour
  throw new Usage(`--${option} takes an instant in UTC such as 2025-01-25T08:00:00Z, not ${text}`)
}

/** Says why an entry was refused, a line each. */
export function saidRefused(name: string, problems: readonly EntryProblem[], io: Io): void {
  for (const problem of problems) io.stderr(`${name}: refused: ${problemWords(words(), problem)}\n`)
}

/** What became of an entry, in a line. */
export function saidSubmitted(name: string, answer: Submitted, io: Io): void {
  if (answer.outcome === 'refused') saidRefused(name, answer.problems, io)
  else
    io.stdout(
      answer.outcome === 'known'
        ? `${name}: there already, entry ${answer.number}\n`
        : `${name}: entry ${answer.number}, received ${answer.received}\n`
    )
}
