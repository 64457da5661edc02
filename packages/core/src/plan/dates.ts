import type { Deliverable } from '../model/plan.ts'
import type { TimePoint } from '../time/counted.ts'
import { dayAt, secondsOf } from '../time/counted.ts'
import { Calendar } from '../timetable/calendar.ts'
import type { Path } from './path.ts'

/** When the steps of an order are done, if none takes longer than its period. */
export interface Dated {
  /** The day each step is done, by period. */
  readonly days: readonly string[]
  /** The day each step is begun: a period before it is done. */
  readonly begins: readonly string[]
  /** Deliverables that are due before the day they are done. */
  readonly late: readonly Late[]
  /** Steps that wait for a gate, or for what it waits for, beyond their period. */
  readonly waiting: readonly { readonly period: number; readonly gate: string }[]
}

/** Due on one day, done on a later one. */
export interface Late {
  readonly deliverable: string
  readonly due: string
  readonly done: string
}

/**
 * The days of an order, from the ceasefire on, one period a step; a step behind a gate waits until
 * the gate can open. Undefined where no ceasefire has a moment, or the case has no plan.
 */
export function datesOf({ source, steps }: Path, order: readonly number[]): Dated | undefined {
  const { ceasefire, plan } = source.process
  const start = ceasefire?.entersIntoForce
  if (!plan || !start || 'after' in start) return undefined
  const done = new Map<string, TimePoint>()
  const calendar = new Calendar(source.process, { done: (id) => done.get(id) })
  const days: string[] = []
  const begins: string[] = []
  const waiting: { period: number; gate: string }[] = []
  const scheduled: { readonly one: Deliverable; readonly at: number }[] = []
  let at = secondsOf(start)
  for (const [period, place] of order.entries()) {
    const { gates = [], deliverables = [] } = steps[place] ?? {}
    at += plan.period.seconds
    for (const gate of gates) {
      const opens = calendar.instant(`gate.${gate.id}`)?.seconds
      if (opens === undefined || opens <= at) continue
      at = opens
      waiting.push({ period, gate: gate.id })
    }
    days.push(dayAt(at, start.zone))
    begins.push(dayAt(at - plan.period.seconds, start.zone))
    for (const one of deliverables) {
      done.set(one.id, { seconds: at, zone: start.zone })
      scheduled.push({ one, at })
    }
  }
  const late = scheduled.flatMap(({ one, at: done }) => {
    const due = calendar.instantOf(one.due)?.seconds
    return due !== undefined && due < done
      ? [{ deliverable: one.id, due: dayAt(due, start.zone), done: dayAt(done, start.zone) }]
      : []
  })
  return { days, begins, late, waiting }
}
