import type { Cadence } from '../model/closed-lists.ts'
import type { Gate, GateTest } from '../model/gates.ts'
import type { EventName, Moment, When } from '../model/moment.ts'
import type { Process } from '../model/process.ts'
import type { TimePoint } from '../time/counted.ts'
import { timePointOf } from '../time/counted.ts'
import { firstOf } from '../time/recurrence.ts'
import { gatesBefore, testsOf } from './gate-tests.ts'
import { inOrderOfNeed } from './in-order.ts'
import type { Reckoned } from './reckoned.ts'
import { further, lineOf, secondsIn, unknown } from './reckoned.ts'
import type { Waited } from './waited.ts'
import { earliest, latest } from './waited.ts'

/** What may be known or supposed beside the case. */
export interface Supposed {
  readonly signature?: Moment
  /** Another moment for the ceasefire. */
  readonly ceasefire?: Moment
  /**
   * When a deliverable is done. Left out: on the day it is due. `soonest`: as soon as the gates
   * before it are open. Given one by one: then, and what has no day is not done yet.
   */
  readonly done?: 'soonest' | ((deliverable: string) => TimePoint | undefined)
  /**
   * Events as they came about, where that is known: when, or that one has not come yet. Undefined:
   * as the case has it.
   */
  readonly came?: (event: EventName) => TimePoint | 'not-yet' | undefined
}

/** When a gate can open at the earliest, what it waits for longest, and all that it waits for. */
export interface Opens extends Waited {
  readonly all: readonly Waited[]
  /** Ways on of which one is enough; none where not all of them can be dated. */
  readonly ways: readonly (readonly Waited[])[]
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

/**
 * The moments of a process, each counted from the others, as far as they can be known beforehand:
 * a gate is told at the earliest. Days are those of the calendar where the event has its zone. What
 * cannot be known holds nothing up.
 */
export class Calendar {
  private readonly process: Process
  private readonly supposed: Supposed
  private readonly reckoned = new Map<EventName, Reckoned>()
  /** Events that were asked for while another was reckoned, and are not known yet. */
  private missing: Set<EventName> | undefined
  private readonly openings: ReadonlyMap<string, readonly Gate[]>
  private readonly gatesBefore: ReturnType<typeof gatesBefore>

  constructor(process: Process, supposed: Supposed = {}) {
    this.process = process
    this.supposed = supposed
    const inOrder = [...process.gates.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
    this.openings = Map.groupBy(inOrder, ({ opens = '' }) => opens)
    this.gatesBefore = gatesBefore(process)
  }

  /** The instant of a moment, if it has one. */
  instantOf(when: When | undefined): TimePoint | undefined {
    const found = when && this.when(when)
    return found && 'at' in found ? found.at : undefined
  }

  /** When a moment is; `starts` is what the word stands for there. */
  when(when: When, starts?: When): Reckoned {
    if (!('after' in when)) return { at: timePointOf(when) }
    const from = when.after === 'starts' && starts ? this.when(starts) : this.event(when.after)
    return further(from, when)
  }

  /** When an event is. What waits for itself has no instant: the reader refuses most such cases. */
  event(event: EventName): Reckoned {
    const known = this.reckoned.get(event)
    if (known) return known
    if (this.missing) {
      this.missing.add(event)
      return unknown(event)
    }
    inOrderOfNeed<EventName>(
      event,
      (one) => this.needs(one),
      (together, circle) => this.settle(together, circle)
    )
    return this.reckoned.get(event) ?? unknown(event)
  }

  /** The gates that something waits for, by id. */
  opening(thing: string): readonly Gate[] {
    return this.openings.get(thing) ?? []
  }

  /** Whether an id is that of a withdrawal. */
  goesBack(id: string): boolean {
    return this.process.withdrawals.has(id)
  }

  /**
   * The first moment at which all that can be dated beforehand lets a gate open. Where all of it
   * counts from one event without an instant, so does the gate; undefined where nothing can be said,
   * or it waits for itself.
   */
  gate(gate: Gate): Opens | undefined {
    const found = this.opens(gate)
    return found && 'never' in found.when ? undefined : found
  }

  private opens(gate: Gate): Opens | undefined {
    const [must, any] = testsOf(gate)
    const all = must.flatMap((test) => this.tests(test))
    const ways = any.map((test) => this.tests(test))
    const noneYet = typeof this.supposed.done === 'function'
    const sure = earliest(
      ways.map((one) => latest(one)),
      noneYet
    )
    const longest = latest([...all, ...(sure ? [sure] : [])])
    return longest && { ...longest, all, ways: sure ? ways : [] }
  }

  /** What must be known before an event is. */
  private needs(event: EventName): ReadonlySet<EventName> {
    const missing = new Set<EventName>()
    this.missing = missing
    this.reckon(event)
    this.missing = undefined
    return missing
  }

  /**
   * Notes when events are, all that they need being known but each other. In a circle, which `any`
   * of a gate can cut, each begins as what never comes and is reckoned again until nothing comes
   * earlier; that takes no more rounds than there are events.
   */
  private settle(together: readonly EventName[], circle: boolean): void {
    const events = [...together].sort()
    if (circle) for (const one of events) this.reckoned.set(one, { ...unknown(one), never: true })
    for (let round = 0, more = true; more && round <= events.length; round++) {
      more = false
      for (const one of events) {
        const [was, is] = [this.reckoned.get(one), this.reckon(one)]
        this.reckoned.set(one, is)
        more ||= circle && (!was || lineOf(was) !== lineOf(is) || secondsIn(was) !== secondsIn(is))
      }
    }
  }

  private reckon(event: EventName): Reckoned {
    const came = this.supposed.came?.(event)
    if (came !== undefined) return came === 'not-yet' ? unknown(event) : { at: came }
    const { signature, ceasefire = this.process.ceasefire?.entersIntoForce } = this.supposed
    if (event === 'signature') return signature ? { at: timePointOf(signature) } : unknown(event)
    if (event === 'ceasefire') return ceasefire ? this.when(ceasefire) : unknown(event)
    const dot = event.indexOf('.')
    const [kind, id] = [event.slice(0, dot), event.slice(dot + 1)]
    if (kind === 'withdrawal')
      return this.orUnknown(event, this.process.withdrawals.get(id)?.starts)
    if (kind === 'deliverable') return this.deliverable(event, id)
    if (kind === 'verified') return this.verified(id)
    if (kind === 'meeting') return this.meeting(event, id)
    if (kind === 'track') return this.track(event, id)
    const gate = kind === 'gate' ? this.process.gates.get(id) : undefined
    return (gate && this.opens(gate)?.when) ?? unknown(event)
  }

  private orUnknown(event: EventName, when: When | undefined): Reckoned {
    return when ? this.when(when) : unknown(event)
  }

  private deliverable(event: EventName, id: string): Reckoned {
    const { done } = this.supposed
    const one = this.process.deliverables.get(id)
    if (!done) return this.orUnknown(event, one?.due)
    if (done === 'soonest') return (one && this.allOpen(this.gatesBefore(one))) ?? unknown(event)
    const at = done(id)
    return at ? { at } : unknown(event)
  }

  /** What has gone back can be verified once it is all back; without an end, from its start on. */
  private verified(id: string): Reckoned {
    const withdrawal = this.process.withdrawals.get(id)
    if (!withdrawal) return this.event(`deliverable.${id}`)
    const { starts, ends } = withdrawal
    return this.when(ends ?? starts, starts)
  }

  private meeting(event: EventName, id: string): Reckoned {
    const meeting = this.process.meetings.get(id)
    const from = this.event('ceasefire')
    if (!meeting) return unknown(event)
    if (!('at' in from)) return from
    const { time, zone = from.at.zone } = meeting.hour
    return { at: firstOf(from.at.seconds, { time, zone }) }
  }

  /** Talks begin when the case says; where it does not, once the gates before them are open. */
  private track(event: EventName, id: string): Reckoned {
    const starts = this.process.tracks.get(id)?.starts
    return starts ? this.when(starts) : (this.allOpen(this.opening(event)) ?? unknown(event))
  }

  private allOpen(gates: readonly Gate[]): Reckoned | undefined {
    return latest(gates.map(({ id }) => this.waitingFor('gate', id)))?.when
  }

  private waitingFor(kind: 'gate' | 'verified', of: string): Waited {
    return { when: this.event(`${kind}.${of}`), awaits: { kind, of } }
  }

  /** What a test of a gate waits for, as far as it can be dated. */
  private tests({ verified, violationsPerDay, meetings, gate }: GateTest): readonly Waited[] {
    const meeting = meetings && this.process.meetings.get(meetings.id)
    return [
      ...verified.map((id) => this.waitingFor('verified', id)),
      ...(violationsPerDay
        ? [this.inDays(violationsPerDay.forDays, { kind: 'quiet', ...violationsPerDay })]
        : []),
      ...(meeting
        ? [
            this.inDays(DAYS_BETWEEN[meeting.cadence], {
              kind: 'meetings',
              of: meeting.id,
              cadence: meeting.cadence
            })
          ]
        : []),
      ...(gate === undefined ? [] : [this.waitingFor('gate', gate)])
    ]
  }

  /** So many days of the calendar after the ceasefire. */
  private inDays(days: number, awaits: Waited['awaits']): Waited {
    return { when: further(this.event('ceasefire'), { seconds: days * DAY, days }), awaits }
  }
}
