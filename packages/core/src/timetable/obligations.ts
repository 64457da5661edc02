import type { Supposed } from '../calendar/calendar.ts'
import { Calendar } from '../calendar/calendar.ts'
import { lineOf, secondsIn } from '../calendar/reckoned.ts'
import type { Waited } from '../calendar/waited.ts'
import type { Case, Provision } from '../model/case.ts'
import type { Gate } from '../model/gates.ts'
import type { Deliverable } from '../model/plan.ts'
import type { Track } from '../model/tracks.ts'
import type { TimePoint } from '../time/counted.ts'
import { ceasefireDates } from './ceasefire-dates.ts'
import type { About, Obligation, Wait } from './obligation.ts'
import { behind, counted, ownerOf, saidFor } from './obligation.ts'
import { withdrawalDates } from './withdrawal-dates.ts'

/** A step of a plan's order, and when it is done if none takes longer than its period. */
export interface PlannedStep {
  /** Ids, in their own order. */
  readonly deliverables: readonly string[]
  readonly done: TimePoint
}

/** Every obligation of a case that is not a standing one, in the order of its ids. */
export function obligationsOf(
  source: Case,
  supposed: Supposed,
  steps: readonly PlannedStep[] = []
): readonly Obligation[] {
  const about: About = { source, supposed, calendar: new Calendar(source.process, supposed) }
  const { withdrawals, deliverables, gates, tracks } = source.process
  const all = [
    ...signature(about),
    ...ceasefireDates(about),
    ...[...withdrawals.values()].flatMap((one) => withdrawalDates(about, one)),
    ...[...deliverables.values()].flatMap((one) => deliverable(about, one)),
    ...[...gates.values()].flatMap((one) => gate(about, one)),
    ...[...tracks.values()].flatMap((one) => talks(about, one)),
    ...meetings(about),
    ...reviews(about),
    ...steps.map((one) => step(about, one))
  ]
  const ids = new Set(all.map(({ id }) => id))
  return all
    .map((one) => ({ ...one, waits: one.waits.filter(({ of }) => ids.has(of)) }))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}

function signature(about: About): readonly Obligation[] {
  const { signature: said } = about.supposed
  return said ? [saidFor(about, said, { id: 'signature', kind: 'signature', at: 'ceasefire' })] : []
}

function deliverable(about: About, { id, by, due, at }: Deliverable): readonly Obligation[] {
  if (!due) return []
  const key = `deliverable.${id}`
  return [
    saidFor(about, due, {
      id: key,
      kind: 'deliverable',
      of: id,
      parties: [by],
      waits: behind(about.calendar, key),
      at: `${at}/due`
    })
  ]
}

function gate(about: About, one: Gate): readonly Obligation[] {
  const opens = about.calendar.gate(one)
  if (!opens) return []
  const { id, decidedBy, at } = one
  const waits = [
    ...opens.all.map((each) => waitFor(about, each)),
    ...opens.ways.flatMap((way, place) =>
      way.map((each) => ({ ...waitFor(about, each), way: place }))
    )
  ]
  const { when } = opens
  return [{ id: `gate.${id}`, kind: 'gate', of: id, parties: decidedBy, when, waits, at }]
}

/** What of the timetable it is that a gate waits for. */
function waitFor({ calendar }: About, { when, awaits }: Waited): Wait {
  const how = 'latest'
  if (awaits.kind === 'verified') return { of: ownerOf(calendar, `verified.${awaits.of}`), how }
  if (awaits.kind === 'gate') return { of: `gate.${awaits.of}`, how }
  const from = calendar.event('ceasefire')
  const lag = lineOf(from) === lineOf(when) ? secondsIn(when) - secondsIn(from) : 0
  return { of: 'ceasefire', how, lag }
}

/** Talks that begin on a day, or once the gates before them are open. */
function talks(about: About, { id, starts, seats, at }: Track): readonly Obligation[] {
  const { calendar } = about
  const key = `track.${id}` as const
  const gates = calendar.opening(key).map((one) => `gate.${one.id}`)
  const one = { id: key, kind: 'talks', of: id, parties: [...seats.keys()] } as const
  if (starts)
    return [saidFor(about, starts, { ...one, waits: behind(calendar, key), at: `${at}/starts` })]
  if (gates.length === 0) return []
  const waits = gates.map((of): Wait => ({ of, how: 'latest' }))
  return [{ ...one, when: calendar.event(key), waits, at }]
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

/** A step as `truce plan` dates it: reckoned, so nothing counts from it and nothing is late by it. */
function step({ source }: About, { deliverables, done }: PlannedStep): Obligation {
  const found = deliverables.flatMap((id) => source.process.deliverables.get(id) ?? [])
  return {
    id: `step.${deliverables.join('+')}`,
    kind: 'step',
    of: deliverables.join('+'),
    parties: [...new Set(found.map(({ by }) => by))].sort(),
    when: { at: done },
    waits: [],
    at: found[0]?.at ?? ''
  }
}
