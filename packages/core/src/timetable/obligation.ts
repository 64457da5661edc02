import type { Calendar, Supposed } from '../calendar/calendar.ts'
import type { Reckoned } from '../calendar/reckoned.ts'
import type { Case } from '../model/case.ts'
import type { EventName, When } from '../model/moment.ts'

/**
 * What there is to keep on a day, of one moment in the order in which one makes the next possible.
 */
export const OBLIGATION_KINDS = [
  'signature',
  'date-settled',
  'orders',
  'ceasefire',
  'inventory',
  'inventory-check',
  'withdrawal',
  'tranche',
  'completion',
  'inspection',
  'gate',
  'deliverable',
  'step',
  'meeting',
  'talks',
  'review',
  'end'
] as const
/** One of `OBLIGATION_KINDS`. */
export type ObligationKind = (typeof OBLIGATION_KINDS)[number]

/** Something that is to be done, or can first happen, at one moment. */
export interface Obligation {
  /** Such as `ceasefire`, `withdrawal.heavy`, `withdrawal.heavy.ends` or `review.framework.water`. */
  readonly id: string
  readonly kind: ObligationKind
  /** The id of what it is about. */
  readonly of: string
  /** Whom it binds; nobody in particular where it binds all. */
  readonly parties: readonly string[]
  readonly when: Reckoned
  /** The moment as the case says it; none where it follows from others. */
  readonly said?: When
  readonly waits: readonly Wait[]
  /** Of a tranche: how many. */
  readonly count?: number
  /** Where the case says so. */
  readonly at: string
}

/**
 * What an obligation waits for. `counts`: its moment is counted from the other's; `latest`: it is the
 * latest of several such; `after`: both are dated, and it must not come before the other.
 */
export interface Wait {
  readonly of: string
  readonly how: 'counts' | 'latest' | 'after'
  /** So many seconds after it, such as days without fire after the ceasefire. */
  readonly lag?: number
  /** Of several ways of which one is enough, which. */
  readonly way?: number
}

/** Whether something is not among what all ends with: what may come long after, and what is reckoned. */
export const endsNothing = ({ kind }: Obligation): boolean =>
  kind === 'review' || kind === 'end' || kind === 'step'

/** What obligations are made from. */
export interface About {
  readonly source: Case
  readonly calendar: Calendar
  readonly supposed: Supposed
}

/** Moments of a case, without what follows for what waits. */
type Dated = Pick<Obligation, 'id' | 'kind' | 'at'> &
  Partial<Pick<Obligation, 'of' | 'parties' | 'waits' | 'count'>>

/** An obligation at a moment that the case says. */
export const saidFor = ({ calendar }: About, said: When, one: Dated): Obligation => ({
  of: one.id,
  parties: [],
  ...one,
  when: calendar.when(said),
  said,
  waits: [...counted(calendar, said), ...(one.waits ?? [])]
})

/** The obligation from which a moment is counted, if it is. */
export function counted(calendar: Calendar, when: When, starts?: string): readonly Wait[] {
  if (!('after' in when)) return []
  const { after } = when
  const how = 'counts'
  if (after === 'starts') return [{ of: starts ?? '', how }]
  return [{ of: ownerOf(calendar, after), how }]
}

/** Which obligation an event is the moment of. */
export function ownerOf(calendar: Calendar, event: EventName): string {
  const [kind = '', id = ''] = event.split('.')
  return kind === 'verified' && !calendar.goesBack(id) ? `deliverable.${id}` : event
}

/** The gates in front of something. */
export const behind = (calendar: Calendar, thing: string): readonly Wait[] =>
  calendar.opening(thing).map(({ id }) => ({ of: `gate.${id}`, how: 'after' }))

/** It must not come before these. */
export const mustFollow = (...of: readonly string[]): readonly Wait[] =>
  of.map((one) => ({ of: one, how: 'after' }))
