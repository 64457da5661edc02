import type { Case } from '../../model/case.ts'
import type { EntryOf, RecordEntry, SeenEntry } from '../entry.ts'
import { isOf } from '../entry.ts'
import type { ContentOf, EntryKind } from '../kinds/kinds.ts'
import type { Deed } from './deed.ts'
import { deedOf } from './deed.ts'
import type { Incident } from './incident.ts'
import { incidentOf } from './incident.ts'
import type { HeldMeeting, MeetingSeries } from './meeting.ts'
import { heldMeetingOf, meetingSeriesOf } from './meeting.ts'
import type { Message } from './message.ts'
import { messageOf } from './message.ts'
import { Register } from './register.ts'

/** A promise made at a meeting, and the entry that holds it. */
export interface Undertaking {
  readonly given: NonNullable<ContentOf<'meeting.held'>['undertakings']>[number]
  readonly entry: EntryOf<'meeting.held'>
}

/**
 * A record folded entry by entry: what it says of each thing, with nothing lost. An entry that was
 * superseded stays in its place and counts no longer; the one that replaces it counts where it
 * stood. Everything else about a record is a projection of this, and can be built again from the
 * entries alone.
 */
export class RecordState {
  /** The case that the record is kept under: its parties, meetings, channels, gates. */
  readonly source: Case
  readonly incidents: Register<Incident>
  readonly messages: Register<Message>
  /** By the entry that says the meeting was held. */
  readonly heldMeetings: Register<HeldMeeting>
  /** By the standing meeting of the case. */
  readonly meetings: Register<MeetingSeries>
  /** By what is owed. */
  readonly deeds: Register<Deed>
  readonly undertakings = new Map<string, Undertaking>()
  private readonly byId = new Map<string, SeenEntry>()
  private readonly inOrder: SeenEntry[] = []
  private readonly successor = new Map<string, string>()
  private readonly dissents = new Map<string, EntryOf<'dissent'>[]>()
  private readonly rest = new Map<EntryKind, RecordEntry[]>()
  private latest = ''

  constructor(source: Case) {
    this.source = source
    this.incidents = new Register((id, entries) => incidentOf(id, this.standing(entries)))
    this.messages = new Register((id, entries) => messageOf(id, this.standing(entries)))
    this.heldMeetings = new Register((id, entries) => heldMeetingOf(id, this.standing(entries)))
    this.meetings = new Register((id, entries) => meetingSeriesOf(id, this.standing(entries)))
    this.deeds = new Register((id, entries) => deedOf(id, this.standing(entries)))
  }

  /** How many entries were folded in; those of the log itself are not among them. */
  get size(): number {
    return this.byId.size
  }

  /** When the last entry was received; the empty text where there is none. */
  get until(): string {
    return this.latest
  }

  /** The next entry of the record. It has passed the door. */
  apply(entry: SeenEntry): void {
    this.byId.set(entry.id, entry)
    this.inOrder.push(entry)
    this.latest = entry.received
    if (entry.supersedes !== undefined) this.successor.set(entry.supersedes, entry.id)
    if (entry.content === undefined) return
    for (const [register, id] of this.placesOf(entry)) register.add(id, entry)
    if (isOf(entry, 'dissent')) this.keepDissent(entry)
    if (isOf(entry, 'meeting.held')) this.keepUndertakings(entry)
    const kept = this.rest.get(entry.kind)
    if (kept) kept.push(entry)
    else this.rest.set(entry.kind, [entry])
  }

  /** An entry by its id. */
  entry(id: string): SeenEntry | undefined {
    return this.byId.get(id)
  }

  /** All entries in the order of the record. */
  entries(): IterableIterator<SeenEntry> {
    return this.byId.values()
  }

  /** Entries from the so many-th on, in the order of the record. */
  *entriesFrom(place: number): Generator<SeenEntry> {
    for (let at = place; at < this.inOrder.length; at++) yield this.inOrder[at] as SeenEntry
  }

  /** Entries of one kind that stand, in the order of the record. */
  of<K extends EntryKind>(kind: K): readonly EntryOf<K>[] {
    const all = (this.rest.get(kind) ?? []) as unknown as readonly EntryOf<K>[]
    return this.successor.size === 0 ? all : all.filter((entry) => this.stands(entry))
  }

  /** Whether nothing has replaced it. */
  stands({ id }: { readonly id: string }): boolean {
    return !this.successor.has(id)
  }

  /** The id of the entry that replaced one. */
  replacedBy(id: string): string | undefined {
    return this.successor.get(id)
  }

  /** The entry that a chain of replacements began with. */
  originOf(id: string): string {
    const before = this.byId.get(id)?.supersedes
    return before === undefined ? id : this.originOf(before)
  }

  /** Who does not agree with an entry. */
  dissentsAbout(id: string): readonly EntryOf<'dissent'>[] {
    return (this.dissents.get(id) ?? []).filter((entry) => this.stands(entry))
  }

  /** In which registers an entry belongs, and under what. */
  private placesOf(entry: RecordEntry): readonly (readonly [Register<unknown>, string])[] {
    const { kind } = entry
    if (isOf(entry, 'incident.joined'))
      return [
        [this.incidents, entry.content.incident],
        [this.incidents, entry.content.with]
      ]
    if (kind === 'incident.reported') return [[this.incidents, this.originOf(entry.id)]]
    if (kind.startsWith('incident.') && 'incident' in entry.content)
      return [[this.incidents, entry.content.incident]]
    if (kind === 'message.sent') return [[this.messages, this.originOf(entry.id)]]
    if (kind.startsWith('message.') && 'message' in entry.content && entry.content.message)
      return [[this.messages, entry.content.message]]
    if (isOf(entry, 'meeting.held'))
      return [
        [this.meetings, entry.content.meeting],
        [this.heldMeetings, this.originOf(entry.id)]
      ]
    if (isOf(entry, 'minutes.written', 'minutes.signed'))
      return [[this.heldMeetings, entry.content.held]]
    if (kind.startsWith('meeting.') && 'meeting' in entry.content && entry.content.meeting)
      return [[this.meetings, entry.content.meeting]]
    if (isOf(entry, 'delivery.declared', 'delivery.verified', 'delivery.disputed'))
      return [[this.deeds, entry.content.of]]
    return []
  }

  /** Those that nothing has replaced; one that replaces another counts where that stood. */
  private standing(entries: readonly SeenEntry[]): readonly SeenEntry[] {
    if (this.successor.size === 0) return entries
    const place = (entry: SeenEntry): number =>
      this.byId.get(this.originOf(entry.id))?.number ?? entry.number
    return entries.filter((entry) => this.stands(entry)).sort((a, b) => place(a) - place(b))
  }

  private keepUndertakings(entry: EntryOf<'meeting.held'>): void {
    // One that a corrected account no longer has was never given.
    for (const [id, { entry: given }] of this.undertakings)
      if (given.id === entry.supersedes) this.undertakings.delete(id)
    for (const given of entry.content.undertakings ?? [])
      this.undertakings.set(given.id, { given, entry })
  }

  /** What an entry is about is looked at anew where somebody does not agree with it. */
  private keepDissent(entry: EntryOf<'dissent'>): void {
    this.append(this.dissents, entry.content.about, entry)
    const about = this.byId.get(entry.content.about)
    if (about?.content === undefined) return
    for (const [register, id] of this.placesOf(about)) register.touch(id)
  }

  private append<T>(lists: Map<string, T[]>, key: string, value: T): void {
    const list = lists.get(key)
    if (list) list.push(value)
    else lists.set(key, [value])
  }
}
