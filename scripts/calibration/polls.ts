// The polls that can be held against a vote, read from the table named by `TRUCE_DATA`.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A poll before a vote, and how the vote came out. Shares are of those who chose a side, 0..1. */
export interface Polled {
  readonly vote: string
  readonly settlement: boolean
  /** Months from the middle of the fieldwork to the vote. */
  readonly months: number
  /** The vote less the poll. */
  readonly error: number
  /** Of a simple random sample of the size stated, 1,000 where none is. */
  readonly sampling: number
}

const DAYS_IN_A_MONTH = 30.44

/** Where the table lies, if it is at hand. */
export function pollTable(): string | undefined {
  const data = process.env['TRUCE_DATA']
  const path = join(data ?? '', 'calibration', 'poll-errors.csv')
  if (data !== undefined && existsSync(path)) return path
  if ((process.env['TRUCE_REQUIRE'] ?? '').split(',').includes('data'))
    throw new Error(`TRUCE_REQUIRE asks for the data, but TRUCE_DATA names no folder with ${path}`)
  return undefined
}

/** The polls of the table that count: votes lost by boycott or without an issue are left out. */
export function readPolls(path: string): readonly Polled[] {
  const [head, ...rows] = readFileSync(path, 'utf8').trim().split('\n').map(cells)
  return rows.flatMap((row) => {
    const field = (name: string): string => row[head?.indexOf(name) ?? -1] ?? ''
    if (field('use') !== '1') return []
    const share = Number(field('yes_share'))
    return [
      {
        vote: field('id'),
        settlement: field('yes_is') === 'settlement',
        months: Number(field('days_before')) / DAYS_IN_A_MONTH,
        error: Number(field('outcome_yes')) - share,
        sampling: (share * (1 - share)) / Number(field('n') || 1000)
      }
    ]
  })
}

/** The cells of one line; those with a comma inside stand in quotes. */
const cells = (line: string): readonly string[] =>
  [...line.trimEnd().matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted ?? plain ?? ''
  )
