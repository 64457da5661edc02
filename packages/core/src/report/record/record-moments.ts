import type { RecordState } from '../../record/index.ts'
import { zoneOfRecord } from '../../record/index.ts'
import { localAt } from '../../time/counted.ts'
import type { Words } from '../words/index.ts'
import { words } from '../words/index.ts'

/** What documents of a record are told with: its words, and its clock. */
export interface RecordTelling {
  readonly words: Words
  readonly state: RecordState
  /** An instant (ms since 1970) on the clocks of the ceasefire: `2025-02-15 08:00`. */
  readonly clock: (ms: number | undefined) => string
}

/** How documents of a record tell instants. */
export function recordTelling(state: RecordState): RecordTelling {
  const zone = zoneOfRecord(state)
  return {
    words: words(),
    state,
    clock: (ms) => (ms === undefined ? '' : localAt(ms / 1000, zone).replace('T', ' '))
  }
}

const UNITS = [
  ['lapse.days', 86_400_000],
  ['lapse.hours', 3_600_000],
  ['lapse.minutes', 60_000]
] as const

/** A stretch of time in the greatest unit of which it has one: whole ones only. */
export function stretchWords({ say }: Words, ms: number): string {
  const [key, unit] = UNITS.find(([, one]) => ms >= one) ?? UNITS[2]
  return say(key, { n: Math.floor(ms / unit) })
}
