import type { Gate, GateTest } from '../model/gates.ts'
import type { Anchor, EventName, Moment, When } from '../model/moment.ts'
import type { Process } from '../model/process.ts'
import type { TimePoint } from '../time/counted.ts'
import { laterBy, timePointOf } from '../time/counted.ts'
import { firstOf } from './recurrence.ts'

/** When something is: an instant, or so long after an event that has none yet. */
export type Reckoned = { readonly at: TimePoint } | Unreckoned

/** So many days and seconds (days among them) after an event without an instant. */
export interface Unreckoned {
  readonly after: EventName
  readonly days: number
  readonly seconds: number
}

/** What may be known or supposed beside the case. */
export interface Supposed {
  readonly signature?: Moment
  /** Another moment for the ceasefire. */
  readonly ceasefire?: Moment
  /** When a deliverable is done, where that is known; it is taken to be done when due otherwise. */
  readonly done?: (deliverable: string) => TimePoint | undefined
}

/** The moments of a process, each counted from the others, as far as they can be known beforehand. */
export class Calendar {
  private readonly process: Process
  private readonly supposed: Supposed
  private readonly reckoned = new Map<EventName, Reckoned>()
  private readonly waiting = new Set<EventName>()
  private readonly openings: ReadonlyMap<string, readonly Gate[]>

  constructor(process: Process, supposed: Supposed = {}) {
    this.process = process
    this.supposed = supposed
    const inOrder = [...process.gates.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
    this.openings = Map.groupBy(inOrder, ({ opens = '' }) => opens)
  }

  /** The instant of an event, if it has one. */
  instant(event: EventName): TimePoint | undefined {
    const found = this.event(event)
    return 'at' in found ? found.at : undefined
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

  /** When an event is. What waits for itself has no instant: the reader refuses such a case. */
  event(event: EventName): Reckoned {
    const known = this.reckoned.get(event)
    if (known) return known
    if (this.waiting.has(event)) return unknown(event)
    this.waiting.add(event)
    const found = this.reckon(event)
    this.waiting.delete(event)
    // What is done is noted as it goes: with that, nothing reckoned stays so.
    if (!this.supposed.done) this.reckoned.set(event, found)
    return found
  }

  private reckon(event: EventName): Reckoned {
    const { signature, ceasefire = this.process.ceasefire?.entersIntoForce } = this.supposed
    if (event === 'signature') return signature ? { at: timePointOf(signature) } : unknown(event)
    if (event === 'ceasefire') return ceasefire ? this.when(ceasefire) : unknown(event)
    const dot = event.indexOf('.')
    const [kind, id] = [event.slice(0, dot), event.slice(dot + 1)]
    if (kind === 'withdrawal')
      return this.orUnknown(event, this.process.withdrawals.get(id)?.starts)
    if (kind === 'deliverable') return this.deliverable(event, id)
    if (kind === 'verified') return this.verified(event, id)
    if (kind === 'meeting') return this.meeting(event, id)
    const gate = kind === 'gate' ? this.process.gates.get(id) : undefined
    const gates = gate ? [gate] : this.opening(event)
    return latest(gates.flatMap((one) => this.gate(one) ?? [])) ?? unknown(event)
  }

  private orUnknown(event: EventName, when: When | undefined): Reckoned {
    return when ? this.when(when) : unknown(event)
  }

  private deliverable(event: EventName, id: string): Reckoned {
    const { done } = this.supposed
    if (!done) return this.orUnknown(event, this.process.deliverables.get(id)?.due)
    const at = done(id)
    return at ? { at } : unknown(event)
  }

  /** What has gone back can be verified once it is all back; without an end, from its start on. */
  private verified(event: EventName, id: string): Reckoned {
    const withdrawal = this.process.withdrawals.get(id)
    if (!withdrawal) return this.deliverable(event, id)
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
   * counts from one event without an instant, so does the gate.
   */
  gate({ when }: Gate): Reckoned | undefined {
    const every = [when, ...when.all].flatMap((test) => this.tests(test))
    return latest([...every, ...earliest(when.any.map((test) => this.allOf(test)))])
  }

  /** When all that a test wants and that can be dated is there. */
  allOf(test: GateTest): Reckoned | undefined {
    return latest(this.tests(test))
  }

  /** What a test of a gate waits for, as far as it can be dated. */
  private tests({ verified, violationsPerDay, gate }: GateTest): readonly Reckoned[] {
    const days = violationsPerDay?.forDays
    return [
      ...verified.map((id) => this.event(`verified.${id}`)),
      ...(days === undefined
        ? []
        : [further(this.event('ceasefire'), { seconds: days * 86_400, days })]),
      ...(gate === undefined ? [] : [this.event(`gate.${gate}`)])
    ]
  }
}

const unknown = (after: EventName): Unreckoned => ({ after, days: 0, seconds: 0 })

/** Calendars end somewhere behind that; what is counted further has no date. */
const MOST = 8e12

/** So much later than something reckoned. */
function further(from: Reckoned, lag: Partial<Anchor> & Pick<Anchor, 'seconds'>): Reckoned {
  if ('at' in from) {
    const far = Math.abs(from.at.seconds + lag.seconds) > MOST
    return far ? unknown(lag.after ?? 'ceasefire') : { at: laterBy(from.at, lag) }
  }
  const { after, days, seconds } = from
  return { after, days: days + (lag.days ?? 0), seconds: seconds + lag.seconds }
}

/** The latest of what has an instant; where nothing has, of what counts from one and the same event. */
function latest(all: readonly Reckoned[]): Reckoned | undefined {
  const dated = all.filter((one) => 'at' in one)
  if (dated.length > 0) return dated.reduce((a, b) => (b.at.seconds > a.at.seconds ? b : a))
  const [first, ...others] = all.filter((one): one is Unreckoned => 'after' in one)
  if (!first || others.some(({ after }) => after !== first.after)) return undefined
  return others.reduce((a, b) => (b.seconds > a.seconds ? b : a), first)
}

/**
 * The earliest of several, any of which is enough. One that cannot be dated might come at once, so
 * beside it the others say nothing.
 */
function earliest(all: readonly (Reckoned | undefined)[]): readonly Reckoned[] {
  const [first, ...others] = all.filter((one) => one !== undefined)
  if (!first || others.length + 1 < all.length) return []
  const comparable = others.every((one) =>
    'at' in first ? 'at' in one : !('at' in one) && one.after === first.after
  )
  if (!comparable) return []
  return [others.reduce((a, b) => (orderOf(b) < orderOf(a) ? b : a), first)]
}

const orderOf = (one: Reckoned): number => ('at' in one ? one.at.seconds : one.seconds)
