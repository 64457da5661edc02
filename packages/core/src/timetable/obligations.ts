import type { Case, Provision } from '../model/case.ts'
import type { Gate, GateTest } from '../model/gates.ts'
import type { EventName, When } from '../model/moment.ts'
import type { Deliverable } from '../model/plan.ts'
import type { Withdrawal } from '../model/withdrawals.ts'
import type { Reckoned, Supposed } from './calendar.ts'
import { Calendar } from './calendar.ts'
import type { OrdersOut } from './orders-out.ts'
import { ordersOut } from './orders-out.ts'

const DAY = 86_400

/** What there is to keep on a day. */
export type ObligationKind =
  | 'signature'
  | 'orders'
  | 'ceasefire'
  | 'withdrawal'
  | 'completion'
  | 'inspection'
  | 'deliverable'
  | 'gate'
  | 'meeting'
  | 'review'

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
  /** Of a gate: for how many seconds it wants the ceasefire kept before. */
  readonly quiet?: number
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
}

/** Every obligation of a case that is not a standing one, in the order of its ids. */
export function obligationsOf(source: Case, supposed: Supposed): readonly Obligation[] {
  const about: About = {
    source,
    calendar: new Calendar(source.process, supposed),
    orders: ordersOut(source.process)
  }
  const { withdrawals, deliverables, gates } = source.process
  const all = [
    ...signature(about, supposed),
    ...orders(about),
    ...ceasefire(about, supposed),
    ...[...withdrawals.values()].flatMap((one) => withdrawal(about, one)),
    ...[...deliverables.values()].flatMap((one) => deliverable(about, one)),
    ...[...gates.values()].flatMap((one) => gate(about, one)),
    ...meetings(about),
    ...reviews(about)
  ]
  const ids = new Set(all.map(({ id }) => id))
  return all
    .map((one) => ({ ...one, waits: one.waits.filter(({ of }) => ids.has(of)) }))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}

interface About {
  readonly source: Case
  readonly calendar: Calendar
  readonly orders: OrdersOut | undefined
}

function signature({ calendar }: About, { signature: said }: Supposed): readonly Obligation[] {
  if (!said) return []
  const when = calendar.event('signature')
  return [
    {
      id: 'signature',
      kind: 'signature',
      of: 'signature',
      parties: [],
      when,
      said,
      waits: [],
      at: 'ceasefire'
    }
  ]
}

function orders({ calendar, orders: out }: About): readonly Obligation[] {
  if (!out) return []
  const { by, at } = out
  const when = calendar.when(by)
  return [
    {
      id: 'orders',
      kind: 'orders',
      of: 'orders',
      parties: [],
      when,
      said: by,
      waits: counted(calendar, by),
      at
    }
  ]
}

function ceasefire(
  { source, calendar, orders: out }: About,
  supposed: Supposed
): readonly Obligation[] {
  const { ceasefire: one } = source.process
  if (!one) return []
  const said = supposed.ceasefire ?? one.entersIntoForce
  const waits = [
    ...counted(calendar, said),
    ...(out ? [{ of: 'orders', how: 'after' } as const] : [])
  ]
  const when = calendar.event('ceasefire')
  return [
    {
      id: 'ceasefire',
      kind: 'ceasefire',
      of: 'ceasefire',
      parties: [],
      when,
      said,
      waits,
      at: 'ceasefire/enters-into-force'
    }
  ]
}

function withdrawal({ calendar }: About, one: Withdrawal): readonly Obligation[] {
  const { id, starts, ends, baseline, verifiedBy, at } = one
  const start = `withdrawal.${id}`
  const end = `${start}.ends`
  const parties = [...baseline.keys()]
  const gates = behind(calendar, start)
  const begun: Obligation = {
    id: start,
    kind: 'withdrawal',
    of: id,
    parties,
    when: calendar.when(starts),
    said: starts,
    waits: [...counted(calendar, starts), { of: 'ceasefire', how: 'after' }, ...gates],
    at: `${at}/starts`
  }
  const done = ends && {
    ...begun,
    id: end,
    kind: 'completion' as const,
    when: calendar.when(ends, starts),
    said: ends,
    waits: [...counted(calendar, ends, start), { of: start, how: 'after' as const }],
    at: `${at}/ends`
  }
  const seen: Obligation = {
    id: `verified.${id}`,
    kind: 'inspection',
    of: id,
    parties: verifiedBy,
    when: calendar.event(`verified.${id}`),
    waits: [{ of: done ? end : start, how: 'counts' }],
    at: verifiedBy.length > 0 ? `${at}/verified-by` : at
  }
  return [begun, ...(done ? [done] : []), seen]
}

function deliverable({ calendar }: About, one: Deliverable): readonly Obligation[] {
  const { id, by, due, at } = one
  if (!due) return []
  const key = `deliverable.${id}` as const
  return [
    {
      id: key,
      kind: 'deliverable',
      of: id,
      parties: [by],
      when: calendar.when(due),
      said: due,
      waits: [...counted(calendar, due), ...behind(calendar, key)],
      at: `${at}/due`
    }
  ]
}

function gate({ calendar }: About, one: Gate): readonly Obligation[] {
  const when = calendar.gate(one)
  if (!when) return []
  const { id, decidedBy, at } = one
  const tests = [one.when, ...one.when.all, ...one.when.any]
  const quiet =
    Math.max(...tests.map(({ violationsPerDay }) => violationsPerDay?.forDays ?? 0)) * DAY
  return [
    {
      id: `gate.${id}`,
      kind: 'gate',
      of: id,
      parties: decidedBy,
      when,
      waits: distinct([
        ...[one.when, ...one.when.all].flatMap(testsOf),
        ...soonest(calendar, one, when)
      ]),
      quiet,
      at
    }
  ]
}

/** Of tests any one of which is enough, those that the gate could be waiting for: no later than it. */
const soonest = (calendar: Calendar, { when: { any } }: Gate, when: Reckoned): readonly Wait[] =>
  any
    .filter((test) => {
      const last = calendar.allOf(test)
      return last && 'at' in last && 'at' in when && last.at.seconds <= when.at.seconds
    })
    .flatMap(testsOf)

function testsOf({ verified, gate: other, violationsPerDay }: GateTest): readonly Wait[] {
  const how = 'latest'
  return [
    // of a deliverable the key is another; the one that there is not falls away
    ...verified.flatMap((id) => [
      { of: `verified.${id}`, how } as const,
      { of: `deliverable.${id}`, how } as const
    ]),
    ...(violationsPerDay ? [{ of: 'ceasefire', how } as const] : []),
    ...(other === undefined ? [] : [{ of: `gate.${other}`, how } as const])
  ]
}

/** First meetings that something counts from. */
function meetings({ source, calendar }: About): readonly Obligation[] {
  return [...source.process.meetings.values()].map(({ id, quorum, attend, at }) => ({
    id: `meeting.${id}`,
    kind: 'meeting' as const,
    of: id,
    parties: [...new Set([...quorum.keys(), ...attend.keys()])],
    when: calendar.event(`meeting.${id}`),
    waits: [{ of: 'ceasefire', how: 'counts' as const }],
    at
  }))
}

function reviews({ source, calendar }: About): readonly Obligation[] {
  return source.proposals.flatMap(({ id: proposal, provisional }) =>
    [...provisional].map(([issue, { review, at }]: readonly [string, Provision]) => ({
      id: `review.${proposal}.${issue}`,
      kind: 'review' as const,
      of: `${proposal}.${issue}`,
      parties: [],
      when: calendar.when(review),
      said: review,
      waits: counted(calendar, review),
      at: `${at}/review`
    }))
  )
}

/** The obligation from which a moment is counted, if it is. */
function counted(calendar: Calendar, when: When, starts?: string): readonly Wait[] {
  if (!('after' in when)) return []
  const { after } = when
  const how = 'counts'
  if (after === 'starts') return [{ of: starts ?? '', how }]
  if (!after.startsWith('track.')) return [{ of: ownerOf(calendar, after), how }]
  return calendar.opening(after).map(({ id }) => ({ of: `gate.${id}`, how: 'latest' }))
}

/** Which obligation an event is the moment of. */
function ownerOf(calendar: Calendar, event: EventName): string {
  const [kind = '', id = ''] = event.split('.')
  return kind === 'verified' && !calendar.goesBack(id) ? `deliverable.${id}` : event
}

/** The gates in front of something. */
const behind = (calendar: Calendar, thing: string): readonly Wait[] =>
  calendar.opening(thing).map(({ id }) => ({ of: `gate.${id}`, how: 'after' }))

const distinct = (waits: readonly Wait[]): readonly Wait[] => [
  ...new Map(waits.map((one) => [one.of, one])).values()
]
