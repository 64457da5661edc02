import type { Cadence } from '../model/closed-lists.ts'
import type { Gate, GateTest } from '../model/gates.ts'
import type { Anchor, When } from '../model/moment.ts'
import { secondsOf } from '../time/counted.ts'
import type { Gated } from './tests.ts'
import { gatesBefore, testsOf } from './tests.ts'

/** What a gate waits for longest. */
export type Awaited =
  | { readonly kind: 'verified'; readonly of: string }
  | { readonly kind: 'quiet'; readonly atMost: number; readonly forDays: number }
  | { readonly kind: 'meetings'; readonly of: string; readonly cadence: Cadence }
  | { readonly kind: 'gate'; readonly of: string }

/** The first moment at which a gate can open, in seconds, and what it waits for until then. */
export interface Earliest {
  readonly at: number
  readonly awaits: Awaited
}

/** Days after which one meeting at least was due, wherever in the week or month it stands. */
const DAYS_BETWEEN: Readonly<Record<Cadence, number>> = {
  daily: 1,
  weekly: 7,
  fortnightly: 14,
  monthly: 28,
  yearly: 365
}

const DAY = 86_400

/** When a deliverable is done, as far as that is known. */
export type DoneAt = (id: string) => number | undefined

/**
 * The moments of a process, in seconds, as far as they can be known beforehand. What cannot be known
 * holds nothing up: a moment told here is one before which a thing cannot be.
 */
export class GateCalendar {
  private readonly process: Gated
  private readonly ceasefire: number | undefined
  private readonly doneAt: DoneAt | undefined
  /** What is being looked up: a thing that waits for itself comes no earlier by that. */
  private readonly asking = new Set<string>()

  /** Without `doneAt` a step is done as soon as the gates before it are open. */
  constructor(process: Gated, doneAt?: DoneAt) {
    const start = process.ceasefire?.entersIntoForce
    this.process = process
    this.ceasefire = start && !('after' in start) ? secondsOf(start) : undefined
    this.doneAt = doneAt
  }

  /** The moment that is meant. */
  when(when: When | undefined): number | undefined {
    if (!when) return undefined
    if (!('after' in when)) return secondsOf(when)
    const from = this.event(when.after)
    return from === undefined ? undefined : from + when.seconds
  }

  /** The first moment at which all that can be dated beforehand lets a gate open. */
  gate(gate: Gate): Earliest | undefined {
    return this.once(`gate.${gate.id}`, () => {
      const [all, any] = testsOf(gate)
      const members = any.map((test) => last(this.test(test)))
      // Without days one that cannot be known may come at once; with days it has not come yet.
      const known = this.doneAt !== undefined || members.every((one) => one !== undefined)
      const sure = known ? first(members) : undefined
      return last([...all.flatMap((test) => this.test(test)), ...(sure ? [sure] : [])])
    })
  }

  private once<T>(what: string, look: () => T): T | undefined {
    if (this.asking.has(what)) return undefined
    this.asking.add(what)
    const found = look()
    this.asking.delete(what)
    return found
  }

  private event(event: Anchor['after']): number | undefined {
    if (event === 'ceasefire') return this.ceasefire
    const [kind = '', id = ''] = event.split('.')
    if (kind === 'withdrawal') return this.when(this.process.withdrawals.get(id)?.starts)
    if (kind === 'verified') return this.verified(id)
    if (kind === 'deliverable') return this.done(id)
    const gate = kind === 'gate' ? this.process.gates.get(id) : undefined
    return gate && this.gate(gate)?.at
  }

  private done(id: string): number | undefined {
    if (this.doneAt) return this.doneAt(id)
    const one = this.process.deliverables.get(id)
    return (
      one &&
      this.once(`deliverable.${id}`, () =>
        last(gatesBefore(this.process, one).flatMap((gate) => this.gate(gate) ?? []))
      )?.at
    )
  }

  private verified(id: string): number | undefined {
    const withdrawal = this.process.withdrawals.get(id)
    if (!withdrawal) return this.done(id)
    const { starts, ends } = withdrawal
    return this.once(`withdrawal.${id}`, () => {
      const start = this.when(starts)
      if (!ends || start === undefined) return start
      return 'after' in ends && ends.after === 'starts' ? start + ends.seconds : this.when(ends)
    })
  }

  private test({ verified, violationsPerDay, meetings, gate }: GateTest): readonly Earliest[] {
    const other = gate === undefined ? undefined : this.process.gates.get(gate)
    const meeting = meetings && this.process.meetings.get(meetings.id)
    return [
      ...verified.flatMap((of) => awaiting(this.verified(of), { kind: 'verified', of })),
      ...(violationsPerDay
        ? awaiting(this.fromCeasefire(violationsPerDay.forDays), {
            kind: 'quiet',
            ...violationsPerDay
          })
        : []),
      ...(meeting
        ? awaiting(this.fromCeasefire(DAYS_BETWEEN[meeting.cadence]), {
            kind: 'meetings',
            of: meeting.id,
            cadence: meeting.cadence
          })
        : []),
      ...(other ? awaiting(this.gate(other)?.at, { kind: 'gate', of: other.id }) : [])
    ]
  }

  private fromCeasefire(days: number): number | undefined {
    return this.ceasefire === undefined ? undefined : this.ceasefire + days * DAY
  }
}

const awaiting = (at: number | undefined, awaits: Awaited): readonly Earliest[] =>
  at === undefined ? [] : [{ at, awaits }]

/** The latest of some moments. Of equals the one that stands first by name, whatever the file's order. */
const last = (list: readonly Earliest[]): Earliest | undefined =>
  [...list].sort((a, b) => b.at - a.at || byName(a, b))[0]

const first = (list: readonly (Earliest | undefined)[]): Earliest | undefined =>
  list.flatMap((one) => one ?? []).sort((a, b) => a.at - b.at || byName(a, b))[0]

function byName({ awaits: a }: Earliest, { awaits: b }: Earliest): number {
  const [one, other] = [nameOfAwaited(a), nameOfAwaited(b)]
  return one < other ? -1 : Number(one > other)
}

const nameOfAwaited = (one: Awaited): string => `${one.kind} ${'of' in one ? one.of : ''}`
