import type { RecordState, SeenEntry } from '@truce/core/record'
import { isOf } from '@truce/core/record'
import type { RecordWords } from '../use-record.ts'
import type { Choice } from './entry-shape.ts'

/** One that may be chosen. */
export interface Option {
  readonly value: string
  readonly label: string
}

/** What there is of something to choose among, in the words of its reader. */
export function optionsOf(record: RecordWords, of: Choice): readonly Option[] {
  const { source, party, view } = record
  if (of === 'party')
    return [...source.parties.keys()].map((value) => ({ value, label: party(value) }))
  if (of === 'deed') return deeds(record)
  if (of === 'rung') {
    const ladder = source.process.escalation?.ladder ?? 'kahn'
    return ladder === 'kahn'
      ? []
      : ladder.map(({ id, title }) => ({ value: id, label: record.text(title) }))
  }
  if (of.includes('.')) {
    // Newest first: what somebody writes about has most often just happened.
    return firstsOf(view.fold.state, of)
      .toReversed()
      .map((entry) => ({ value: entry.id, label: entryWords(record, entry) }))
  }
  return ofTheCase(record, of)
}

/** By kind, the entries that replace none; each entry of a record is looked at once. */
class Firsts {
  private readonly byKind = new Map<string, SeenEntry[]>()
  private read = 0

  of(state: RecordState, kind: string): readonly SeenEntry[] {
    for (const entry of state.entriesFrom(this.read)) {
      if (entry.supersedes !== undefined) continue
      const known = this.byKind.get(entry.kind)
      if (known) known.push(entry)
      else this.byKind.set(entry.kind, [entry])
    }
    this.read = state.size
    return this.byKind.get(kind) ?? []
  }
}

const firsts = new WeakMap<RecordState, Firsts>()

function firstsOf(state: RecordState, kind: string): readonly SeenEntry[] {
  const own = firsts.get(state) ?? new Firsts()
  firsts.set(state, own)
  return own.of(state, kind)
}

function ofTheCase({ source, text, word }: RecordWords, of: Choice): readonly Option[] {
  const { process } = source
  if (of === 'overture')
    return [...process.overtures.values()].map((one) => ({ value: one.id, label: text(one.text) }))
  if (of === 'meeting')
    return [...process.meetings.values()].map(({ id, title, kind }) => ({
      value: id,
      label: title ? text(title) : word('meeting', kind)
    }))
  const lists = {
    channel: process.channels,
    withdrawal: process.withdrawals,
    gate: process.gates,
    line: process.lines
  }
  const list = of in lists ? lists[of as keyof typeof lists] : new Map()
  return [...list.values()].map(({ id, title }) => ({ value: id, label: title ? text(title) : id }))
}

function deeds({ source, view, text, party }: RecordWords): readonly Option[] {
  const { deliverables, withdrawals } = source.process
  return [
    ...[...deliverables.values()].map(({ id, title }) => ({
      value: `deliverable.${id}`,
      label: title ? text(title) : id
    })),
    ...[...withdrawals.values()].map(({ id, title }) => ({
      value: `withdrawal.${id}`,
      label: title ? text(title) : id
    })),
    ...[...view.fold.state.undertakings.values()].map(({ given }) => ({
      value: `undertaking.${given.id}`,
      label: `${party(given.by)}: ${given.what}`
    }))
  ]
}

/** Most incidents that an agenda takes over. */
const MOST_TALKED_ABOUT = 100

/** The incidents that are open, by id: what a meeting talks about. */
export const openIncidents = ({ incidents }: RecordState): readonly string[] =>
  [...incidents.all()]
    .filter(({ status }) => status !== 'closed')
    .slice(0, MOST_TALKED_ABOUT)
    .map(({ id }) => id)

/** An entry in a line, to be told apart from others: number, what, where, who and when. */
export function entryWords(record: RecordWords, entry: SeenEntry): string {
  const { t, time, party, word } = record
  const said = { n: entry.number, who: party(entry.author.party) }
  if (isOf(entry, 'incident.reported')) {
    const { category, place, occurred } = entry.content
    const where = place.name ?? place.area ?? t('record.incident.nowhere')
    const what = t('record.incident.line', { what: word('category', category), where })
    return t('record.entry.choice', { ...said, what, at: time(occurred.at) })
  }
  if (isOf(entry, 'meeting.held'))
    return t('record.entry.choice', {
      ...said,
      what: record.kindName(entry.kind),
      at: time(entry.content.started)
    })
  return t('record.entry.choice', {
    ...said,
    what: record.kindName(entry.kind),
    at: time(entry.recorded)
  })
}
