import type { Awaited } from '../gates/calendar.ts'
import { GateCalendar } from '../gates/calendar.ts'
import type { Deliverable } from '../model/plan.ts'
import { dayAt, secondsOf } from '../time/counted.ts'
import type { Path } from './path.ts'

/** When the steps of an order are done, if none takes longer than its period. */
export interface Dated {
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

const DAY = 86_400

/**
 * The days of an order, from the ceasefire on, one period a step; a step behind a gate waits until
 * the gate can open. Undefined where no ceasefire has a moment, or the case has no plan.
 */
export function datesOf({ source, steps }: Path, order: readonly number[]): Dated | undefined {
  const { ceasefire, plan } = source.process
  const start = ceasefire?.entersIntoForce
  if (!plan || !start || 'after' in start) return undefined
  const done = new Map<string, number>()
  const calendar = new GateCalendar(source.process, (id) => done.get(id))
  const days: string[] = []
  const begins: string[] = []
  const waiting: { period: number; gate: string }[] = []
  const scheduled: { readonly one: Deliverable; readonly at: number }[] = []
  let at = secondsOf(start)
  for (const [period, place] of order.entries()) {
    const { gates = [], deliverables = [] } = steps[place] ?? {}
    at += plan.period.seconds
    for (const gate of gates) {
      const opens = calendar.gate(gate)?.at
      if (opens === undefined || opens <= at) continue
      at = opens
      waiting.push({ period, gate: gate.id })
    }
    days.push(dayAt(at, start.zone))
    begins.push(dayAt(at - plan.period.seconds, start.zone))
    for (const one of deliverables) {
      done.set(one.id, at)
      scheduled.push({ one, at })
    }
  }
  const dayOf = (at: number): string => dayAt(at, start.zone)
  const late = scheduled.flatMap(({ one, at: day }) => {
    const due = calendar.when(one.due)
    return due !== undefined && due < day
      ? [{ deliverable: one.id, due: dayOf(due), done: dayOf(day) }]
      : []
  })
  const gates = [...source.process.gates.values()].flatMap((gate) => {
    const opens = calendar.gate(gate)
    return opens ? [{ gate, ...opens }] : []
  })
  return {
    days,
    begins,
    late,
    waiting,
    gates: new Map(
      gates.map(({ gate, at: day, awaits }) => [gate.id, { day: dayOf(day), awaits }])
    ),
    dueBeforeGate: scheduled.flatMap(({ one }) => {
      const due = calendar.when(one.due)
      const behind = gates.filter(({ gate }) => gate.opens === `deliverable.${one.id}`)
      return behind.flatMap(({ gate, at: opens }) =>
        due === undefined || opens <= due
          ? []
          : [
              {
                deliverable: one.id,
                due: dayOf(due),
                gate: gate.id,
                opens: dayOf(opens),
                days: Math.ceil((opens - due) / DAY)
              }
            ]
      )
    })
  }
}
