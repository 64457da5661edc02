import type { Calendar } from '../../calendar/calendar.ts'
import type { Withdrawal } from '../../model/withdrawals.ts'
import type { EntryOf } from '../entry.ts'
import { msOf } from '../entry.ts'
import type { RecordState } from '../state/record-state.ts'
import type { SaidWord } from './starts.ts'

/** What a party said that it had of what goes back: the sum of what it declared as of the latest date. */
export interface Inventory {
  readonly count: number
  /** Ms since 1970. */
  readonly asOf: number
  readonly entries: readonly string[]
}

/** How much of a tranche has gone back by its date: by the party's word, and as others counted. */
export interface TrancheStand {
  readonly count: number
  /** Ms since 1970; undefined where it counts from an event that has not come. */
  readonly due?: number
  readonly declared: number
  readonly counted: number
  /** Of what was said by its date or by now: others counted it all, the party says so, or neither. */
  readonly state: 'verified' | 'declared' | 'due' | 'late' | 'waiting'
  readonly entries: readonly string[]
}

/** Whether a class and calibre fall under a withdrawal; a calibre that is not said may. */
export function fallsUnder(
  { weapon, calibreMm }: { readonly weapon: string; readonly calibreMm?: number | undefined },
  { weapon: meant }: Withdrawal
): boolean {
  if (weapon !== meant.class) return false
  const { atLeastMm = 0, belowMm = Number.POSITIVE_INFINITY } = meant
  return calibreMm === undefined || (calibreMm >= atLeastMm && calibreMm < belowMm)
}

/** The latest inventory that a party declared of what a withdrawal is about. */
export function inventoryOf(
  state: RecordState,
  withdrawal: Withdrawal,
  party: string
): Inventory | undefined {
  const own = state
    .of('holding.declared')
    .filter(
      ({ author, content }) =>
        author.party === party &&
        (content.withdrawal === withdrawal.id ||
          (content.withdrawal === undefined && fallsUnder(content, withdrawal)))
    )
  if (own.length === 0) return undefined
  const asOf = Math.max(...own.map(({ content }) => msOf(content.asOf)))
  const latest = own.filter(({ content }) => msOf(content.asOf) === asOf)
  return {
    count: latest.reduce((sum, one) => sum + piecesIn(one), 0),
    asOf,
    entries: idsOf(latest)
  }
}

const piecesIn = ({ content }: EntryOf<'holding.declared'>): number =>
  content.items.reduce((sum, { count }) => sum + count, 0)

const idsOf = (entries: readonly { readonly id: string }[]): readonly string[] =>
  entries.map(({ id }) => id).sort()

/** What tranches are read from: what was said of the party's going back, and what was inspected. */
export interface CountedFrom {
  readonly withdrawal: Withdrawal
  readonly calendar: Calendar
  readonly party: string
  readonly words: readonly SaidWord[]
  readonly inspections: readonly EntryOf<'inspection.made'>[]
  readonly now: number
}

/**
 * The tranches of a party. The numbers of a withdrawal grow: of the party's own the greatest by the
 * date counts; of others the greatest that one reports, or the last count at each site together.
 */
export function tranchesAt(from: CountedFrom): readonly TrancheStand[] {
  const { withdrawal, calendar, party, now } = from
  return withdrawal.tranches
    .filter((one) => one.party === undefined || one.party === party)
    .map(({ count, by }) => {
      const point = calendar.when(by, withdrawal.starts)
      const due = 'at' in point ? point.at.seconds * 1000 : undefined
      const { declared, counted, entries } = countedBy(from, Math.min(now, due ?? now))
      return {
        count,
        ...(due === undefined ? {} : { due }),
        declared,
        counted,
        state: stateOf({ count, declared, counted, due, now }),
        entries
      }
    })
}

/** How many had gone back by an instant. */
export function countedBy(
  { party, words, inspections }: CountedFrom,
  until: number
): { readonly declared: number; readonly counted: number; readonly entries: readonly string[] } {
  const said = words.filter(({ at, count }) => at <= until && count !== undefined)
  const most = (own: boolean): number =>
    Math.max(0, ...said.filter(({ by }) => (by === party) === own).map(({ count = 0 }) => count))
  const seen = inspections.filter(
    ({ author, content }) => author.party !== party && msOf(content.occurred.at) <= until
  )
  const bySite = new Map(
    [...seen]
      .sort((a, b) => msOf(a.content.occurred.at) - msOf(b.content.occurred.at))
      .map(({ content }) => [siteKey(content.site), content.counted ?? 0])
  )
  const inStore = [...bySite.values()].reduce((sum, one) => sum + one, 0)
  return {
    declared: most(true),
    counted: Math.max(most(false), inStore),
    entries: [...said.map(({ entry }) => entry), ...idsOf(seen)].sort()
  }
}

/** What makes a site the same: its name, else its place. */
export const siteKey = ({
  name,
  lon,
  lat
}: EntryOf<'inspection.made'>['content']['site']): string => name ?? `${lon} ${lat}`

function stateOf(found: {
  readonly count: number
  readonly declared: number
  readonly counted: number
  readonly due: number | undefined
  readonly now: number
}): TrancheStand['state'] {
  const { count, declared, counted, due, now } = found
  if (counted >= count) return 'verified'
  if (declared >= count) return 'declared'
  if (due === undefined) return 'waiting'
  return now > due ? 'late' : 'due'
}
