import type { Gate, GateTest } from '../model/gates.ts'
import type { Anchor, When } from '../model/moment.ts'
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
  /** Steps that wait for a gate, or for what it waits for, beyond their period. */
  readonly waiting: readonly { readonly period: number; readonly gate: string }[]
}

/** Due on one day, done on a later one. */
export interface Late {
  readonly deliverable: string
  readonly due: string
  readonly done: string
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
  const calendar = new Calendar(source.process, secondsOf(start))
  const days: string[] = []
  const begins: string[] = []
  const waiting: { period: number; gate: string }[] = []
  const scheduled: { readonly one: Deliverable; readonly at: number }[] = []
  let at = secondsOf(start)
  for (const [period, place] of order.entries()) {
    const { gates = [], deliverables = [] } = steps[place] ?? {}
    at += plan.period.seconds
    for (const gate of gates) {
      const opens = calendar.gate(gate)
      if (opens === undefined || opens <= at) continue
      at = opens
      waiting.push({ period, gate: gate.id })
    }
    days.push(dayAt(at, start.zone))
    begins.push(dayAt(at - plan.period.seconds, start.zone))
    for (const one of deliverables) {
      calendar.done.set(one.id, at)
      scheduled.push({ one, at })
    }
  }
  const late = scheduled.flatMap(({ one, at: done }) => {
    const due = calendar.when(one.due)
    return due !== undefined && due < done
      ? [{ deliverable: one.id, due: dayAt(due, start.zone), done: dayAt(done, start.zone) }]
      : []
  })
  return { days, begins, late, waiting }
}

type Process = Path['source']['process']

/** The moments of a process, in seconds, as far as they can be known beforehand. */
class Calendar {
  private readonly process: Process
  private readonly ceasefire: number
  /** Deliverables that have their day. */
  readonly done = new Map<string, number>()

  constructor(process: Process, ceasefire: number) {
    this.process = process
    this.ceasefire = ceasefire
  }

  when(when: When | undefined): number | undefined {
    if (!when) return undefined
    if (!('after' in when)) return secondsOf(when)
    const from = this.event(when.after)
    return from === undefined ? undefined : from + when.seconds
  }

  private event(event: Anchor['after']): number | undefined {
    if (event === 'ceasefire') return this.ceasefire
    const [kind = '', id = ''] = event.split('.')
    if (kind === 'withdrawal') return this.when(this.process.withdrawals.get(id)?.starts)
    if (kind === 'verified') return this.verified(id)
    if (kind === 'deliverable') return this.done.get(id)
    const gate = kind === 'gate' ? this.process.gates.get(id) : undefined
    return gate && this.gate(gate)
  }

  private verified(id: string): number | undefined {
    const withdrawal = this.process.withdrawals.get(id)
    if (!withdrawal) return this.done.get(id)
    const { starts, ends } = withdrawal
    const start = this.when(starts)
    if (!ends || start === undefined) return start
    return 'after' in ends && ends.after === 'starts' ? start + ends.seconds : this.when(ends)
  }

  /** The first moment at which all that can be dated beforehand lets a gate open. */
  gate({ when }: Gate): number | undefined {
    const tests = [when, ...when.all].flatMap((test) => this.test(test))
    const any = when.any.map((test) => Math.max(...this.test(test)))
    const all = [...tests, ...(any.length > 0 ? [Math.min(...any)] : [])].filter(Number.isFinite)
    return all.length > 0 ? Math.max(...all) : undefined
  }

  private test({ verified, violationsPerDay, gate }: GateTest): readonly number[] {
    const other = gate === undefined ? undefined : this.process.gates.get(gate)
    return [
      ...verified.map((id) => this.verified(id)),
      ...(violationsPerDay ? [this.ceasefire + violationsPerDay.forDays * DAY] : []),
      ...(other ? [this.gate(other)] : [])
    ].filter((at) => at !== undefined)
  }
}
