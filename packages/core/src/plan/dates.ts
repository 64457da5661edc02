import type { Supposed } from '../calendar/calendar.ts'
import { Calendar } from '../calendar/calendar.ts'
import { secondsIn } from '../calendar/reckoned.ts'
import type { Awaited } from '../calendar/waited.ts'
import type { Gate } from '../model/gates.ts'
import type { Deliverable } from '../model/plan.ts'
import type { TimePoint } from '../time/counted.ts'
import { dayAt, daysUpTo, lagOf, laterBy } from '../time/counted.ts'
import type { Path } from './path.ts'

/** When the steps of an order are done, if none takes longer than its period. */
export interface Dated {
  /** The moment each step is done, by period. */
  readonly moments: readonly TimePoint[]
  /** The day each step is done, by period. */
  readonly days: readonly string[]
  /** The day each step is begun: a period before it is done. */
  readonly begins: readonly string[]
  /** Deliverables that are due before the day they are done. */
  readonly late: readonly Late[]
  /** When each gate of the case can open at the earliest, and what it waits for longest until then. */
  readonly gates: ReadonlyMap<string, { readonly day: string; readonly awaits: Awaited }>
  /** Deliverables that are due before the gate in front of them can open, and by how many days. */
  readonly dueBeforeGate: readonly DueBeforeGate[]
  /** Steps that wait for a gate, or for what it waits for, beyond their period. */
  readonly waiting: readonly { readonly period: number; readonly gate: string }[]
}

/** Due on one day, done on a later one. */
export interface Late {
  readonly deliverable: string
  readonly due: string
  readonly done: string
}

/** Due on one day; the gate that opens it can open so many days later. */
export interface DueBeforeGate {
  readonly deliverable: string
  readonly due: string
  readonly gate: string
  readonly opens: string
  readonly days: number
}

/**
 * The days of an order, from the ceasefire on, one period a step; a step behind a gate waits until
 * the gate can open. Undefined where no ceasefire has a moment, or the case has no plan.
 */
export function datesOf(
  { source, steps }: Path,
  order: readonly number[],
  supposed: Supposed = {}
): Dated | undefined {
  const { process } = source
  const { plan } = process
  const start = new Calendar(process, supposed).event('ceasefire')
  if (!plan || !('at' in start)) return undefined
  const done = new Map<string, TimePoint>()
  // what was done since changes what can be dated, so each step has its own
  const calendarNow = (): Calendar =>
    new Calendar(process, { ...supposed, done: (id) => done.get(id) })
  const moments: TimePoint[] = []
  const waiting: { period: number; gate: string }[] = []
  const scheduled: Scheduled[] = []
  let { at } = start
  for (const [period, place] of order.entries()) {
    const { gates = [], deliverables = [] } = steps[place] ?? {}
    at = laterBy(at, lagOf(plan.period))
    const calendar = calendarNow()
    for (const gate of gates) {
      const opens = openAt(calendar, gate)
      if (opens === undefined || opens <= at.seconds) continue
      at = { ...at, seconds: opens }
      waiting.push({ period, gate: gate.id })
    }
    moments.push(at)
    for (const one of deliverables) {
      done.set(one.id, at)
      scheduled.push({ one, at: at.seconds })
    }
  }
  const about = { calendar: calendarNow(), zone: start.at.zone, gates: process.gates }
  const begun = { seconds: -lagOf(plan.period).seconds, days: -lagOf(plan.period).days }
  return {
    moments,
    days: moments.map(({ seconds, zone }) => dayAt(seconds, zone)),
    begins: moments.map((one) => dayAt(laterBy(one, begun).seconds, one.zone)),
    late: scheduled.flatMap((one) => lateOf(about, one)),
    waiting,
    gates: new Map(
      [...process.gates.values()].flatMap((gate) => {
        const [opens, at] = [about.calendar.gate(gate), openAt(about.calendar, gate)]
        return opens && at !== undefined
          ? [[gate.id, { day: dayAt(at, about.zone), awaits: opens.awaits }] as const]
          : []
      })
    ),
    dueBeforeGate: scheduled.flatMap(({ one }) => beforeGate(about, one))
  }
}

/** A deliverable, and when the step it belongs to is done. */
interface Scheduled {
  readonly one: Deliverable
  readonly at: number
}

interface About {
  readonly calendar: Calendar
  readonly zone: string
  readonly gates: ReadonlyMap<string, Gate>
}

function openAt(calendar: Calendar, gate: Gate): number | undefined {
  const opens = calendar.gate(gate)
  return opens && 'at' in opens.when ? secondsIn(opens.when) : undefined
}

function lateOf({ calendar, zone }: About, { one, at }: Scheduled): readonly Late[] {
  const due = calendar.instantOf(one.due)?.seconds
  if (due === undefined || due >= at) return []
  return [{ deliverable: one.id, due: dayAt(due, zone), done: dayAt(at, zone) }]
}

function beforeGate(
  { calendar, zone, gates }: About,
  { id, due: said }: Deliverable
): readonly DueBeforeGate[] {
  const due = calendar.instantOf(said)
  if (!due) return []
  return [...gates.values()].flatMap((gate) => {
    const opens = gate.opens === `deliverable.${id}` ? openAt(calendar, gate) : undefined
    if (opens === undefined || opens <= due.seconds) return []
    const days = daysUpTo({ ...due, zone }, opens)
    const [dueOn, opensOn] = [dayAt(due.seconds, zone), dayAt(opens, zone)]
    return [{ deliverable: id, due: dueOn, gate: gate.id, opens: opensOn, days }]
  })
}
