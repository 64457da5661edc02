import { dayAt } from '../../time/counted.ts'
import type { SeenEntry } from '../entry.ts'
import { msOf } from '../entry.ts'
import type { EntryKind } from '../kinds/kinds.ts'
import { zoneOfRecord } from '../known-events.ts'
import { RecordState } from '../state/record-state.ts'
import type { RecordedEvent } from '../violations/index.ts'
import { counts, eventsOf } from '../violations/index.ts'

/**
 * What shows that its author was looking. That somebody reports one event does not say that the rest
 * of the day was watched; to decide, to write to somebody or not to agree says nothing of it either.
 */
const ATTESTS: ReadonlySet<EntryKind> = new Set<EntryKind>([
  'incident.logged',
  'incident.acknowledged',
  'incident.assessed',
  'incident.verified',
  'incident.attributed',
  'incident.discussed',
  'incident.found',
  'incident.remedied',
  'incident.closed',
  'position.observed',
  'inspection.made',
  'withdrawal.started',
  'withdrawal.completed',
  'delivery.verified',
  'meeting.held',
  'meeting.failed',
  'minutes.written'
])

/** A violation as a day's count needs it. */
export interface DayEvent {
  readonly id: string
  readonly low: number
  readonly high: number
  /** A party dissents or disputes, or its day is not known closer than to some days. */
  readonly unsure: boolean
  /** Who gave an account of it or confirmed it. */
  readonly by: readonly string[]
  readonly entries: readonly string[]
}

/** The violations of a day: the fewest and the most that may be counted, and the entries that make them. */
export interface DayTally {
  readonly low: number
  readonly high: number
  readonly entries: readonly string[]
}

/**
 * The violations of a record by day of the calendar, and who else wrote on that day. Only what
 * changed since it was last asked is counted anew, so that a long record answers at once.
 */
export class EventDays {
  readonly zone: string
  private readonly state: RecordState
  private readonly changed: () => readonly string[]
  private readonly days = new Map<string, Map<string, DayEvent>>()
  /** By day, and by whose word alone does not do. */
  private readonly tallies = new Map<string, Map<string, DayTally>>()
  private readonly writers = new Map<string, Set<string>>()
  /** By incident, the event that it belongs to; by event, its incidents and its day. */
  private readonly eventOf = new Map<string, string>()
  private readonly placed = new Map<
    string,
    { readonly incidents: readonly string[]; day: string }
  >()
  private read = 0
  private minute = ''
  private today = ''

  constructor(state: RecordState) {
    this.state = state
    this.zone = zoneOfRecord(state)
    this.changed = state.incidents.follow()
  }

  /** Takes in what the record has received since. */
  update(): this {
    for (const entry of this.state.entriesFrom(this.read)) this.readWriter(entry)
    this.read = this.state.size
    const changed = this.changed()
    if (changed.length === 0) return this
    if (this.placed.size === 0) for (const event of eventsOf(this.state)) this.place(event)
    else this.again(changed)
    return this
  }

  /** The violations that began on a day. */
  on(day: string): readonly DayEvent[] {
    return [...(this.days.get(day)?.values() ?? [])]
  }

  /**
   * The widest count takes every event that counts by the most that an account says; the narrowest
   * only those that are sure and that somebody not barred reports or confirms, by the least.
   */
  tallyOn(day: string, barred: readonly string[]): DayTally {
    const own = this.tallies.get(day) ?? new Map<string, DayTally>()
    this.tallies.set(day, own)
    const key = barred.join(' ')
    const found = own.get(key) ?? tallied(this.on(day), barred)
    own.set(key, found)
    return found
  }

  /** Parties that wrote on a day, by their own clocks, something that shows them at work on it. */
  writersOn(day: string): ReadonlySet<string> {
    return this.writers.get(day) ?? NOBODY
  }

  private readWriter({ kind, author, recorded }: SeenEntry): void {
    if (!ATTESTS.has(kind)) return
    const minute = recorded.slice(0, 16)
    if (minute !== this.minute) {
      this.minute = minute
      this.today = dayAt(msOf(recorded) / 1000, this.zone)
    }
    const own = this.writers.get(this.today)
    if (own) own.add(author.party)
    else this.writers.set(this.today, new Set([author.party]))
  }

  /** Counts the events anew that these incidents belong to, before and now. */
  private again(changed: readonly string[]): void {
    const incidents = this.connected(changed)
    for (const id of incidents) {
      const event = this.eventOf.get(id)
      const placed = event === undefined ? undefined : this.placed.get(event)
      if (event === undefined || !placed) continue
      this.days.get(placed.day)?.delete(event)
      this.tallies.delete(placed.day)
      this.placed.delete(event)
      this.eventOf.delete(id)
    }
    for (const event of eventsOf(this.partOf(incidents))) this.place(event)
  }

  /** All incidents that are one event with one of these, or were. */
  private connected(changed: readonly string[]): ReadonlySet<string> {
    const found = new Set<string>()
    for (let left = [...changed]; left.length > 0; ) {
      const id = left.pop() ?? ''
      if (found.has(id)) continue
      found.add(id)
      const before = this.placed.get(this.eventOf.get(id) ?? '')?.incidents ?? []
      left = [...left, ...before, ...(this.state.incidents.get(id)?.joined ?? [])]
    }
    return found
  }

  /** The record with nothing but the entries about some incidents: its events are theirs. */
  private partOf(incidents: ReadonlySet<string>): RecordState {
    const entries = new Map<string, SeenEntry>()
    for (const incident of incidents)
      for (const entry of this.state.incidents.entriesAbout(incident)) {
        entries.set(entry.id, entry)
        for (const dissent of this.state.dissentsAbout(entry.id)) entries.set(dissent.id, dissent)
      }
    const part = new RecordState(this.state.source)
    for (const entry of [...entries.values()].sort((a, b) => a.number - b.number)) part.apply(entry)
    return part
  }

  private place(event: RecordedEvent): void {
    const day = dayAt(event.from, this.zone)
    for (const id of event.incidents) this.eventOf.set(id, event.id)
    this.placed.set(event.id, { incidents: event.incidents, day })
    if (event.kind !== 'violation' || !counts(event)) return
    const own = this.days.get(day) ?? new Map<string, DayEvent>()
    this.days.set(day, own)
    own.set(event.id, this.dayEvent(event))
    this.tallies.delete(day)
  }

  private dayEvent(event: RecordedEvent): DayEvent {
    const steps = event.incidents.flatMap((id) => this.state.incidents.get(id)?.steps ?? [])
    const confirmed = steps.flatMap((step) =>
      step.kind === 'incident.verified' && step.content.outcome === 'confirmed'
        ? [step.author.party]
        : []
    )
    return {
      id: event.id,
      ...event.violations,
      unsure: event.contested || event.loose || event.standing === 'differing',
      by: [...new Set([...event.accounts.map(({ author }) => author.party), ...confirmed])],
      entries: event.entries
    }
  }
}

function tallied(events: readonly DayEvent[], barred: readonly string[]): DayTally {
  const sure = ({ unsure, by }: DayEvent): boolean =>
    !unsure && by.some((party) => !barred.includes(party))
  return {
    low: events.reduce((sum, one) => sum + (sure(one) ? one.low : 0), 0),
    high: events.reduce((sum, one) => sum + one.high, 0),
    entries: events.flatMap(({ entries }) => entries).sort()
  }
}

const NOBODY: ReadonlySet<string> = new Set()

// One for each record, for as long as the record is there.
const known = new WeakMap<RecordState, EventDays>()

/** The violations of a record by day, as it stands now. */
export function eventDaysOf(state: RecordState): EventDays {
  const own = known.get(state) ?? new EventDays(state)
  known.set(state, own)
  return own.update()
}
