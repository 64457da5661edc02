import { asKnown } from '../as-known.ts'
import { msOf } from '../entry.ts'
import { hotlineOf } from '../hotline/hotline.ts'
import type { Incident } from '../state/incident.ts'
import type { RecordState } from '../state/record-state.ts'
import { minutesOf } from './minutes.ts'
import { undertakingsOf } from './undertakings.ts'

/** The standing headings of an agenda, in their order. */
export const AGENDA_HEADINGS = [
  'minutes',
  'incidents',
  'notices',
  'alarms',
  'undertakings',
  'protests',
  'called'
] as const
/** One of `AGENDA_HEADINGS`. */
export type AgendaHeading = (typeof AGENDA_HEADINGS)[number]

/** One thing to talk about. */
export interface AgendaItem {
  readonly heading: AgendaHeading
  /** The entries that it rests on; of an incident that others hold to be the same event all of them. */
  readonly entries: readonly string[]
  /** Since when it is open (ms since 1970). */
  readonly since: number
  /** Whom it is about, as far as the record says. */
  readonly parties: readonly string[]
  /** What is said of it: a state such as `verified`, a language, a clock. */
  readonly state: string
  /** In its author's words, where there are some. */
  readonly text?: string
}

/**
 * What a meeting has to talk about at an instant: minutes not signed, incidents still open, notices
 * whose time is not over, messages overdue, promises not kept, protests of the meeting before, and
 * what it was called for. Within a heading the oldest stands first.
 */
export function agendaFor(
  record: RecordState,
  meeting: string,
  now: number
): readonly AgendaItem[] {
  const state = asKnown(record, now)
  const hotline = hotlineOf(state, now)
  const last = state.meetings
    .get(meeting)
    ?.held.toSorted((a, b) => msOf(a.content.ended) - msOf(b.content.ended))
    .at(-1)
  const items: readonly AgendaItem[] = [
    ...minutesOf(state, meeting).flatMap(({ held, complete, sides }): readonly AgendaItem[] =>
      complete
        ? []
        : [
            {
              heading: 'minutes',
              entries: [held.id],
              since: msOf(held.content.ended),
              parties: sides.filter(({ missing }) => missing.length > 0).map(({ party }) => party),
              state: [...new Set(sides.flatMap(({ missing }) => missing))].sort().join(', ')
            }
          ]
    ),
    ...openIncidents(state),
    ...hotline.messages.flatMap(({ message, status, sentAt }): readonly AgendaItem[] => {
      const content = message.sent?.content
      const until = content?.until ?? content?.from
      return status === 'actual' && !message.cancelled && until !== undefined && msOf(until) > now
        ? [
            {
              heading: 'notices',
              entries: [message.id],
              since: sentAt,
              parties: message.sent ? [message.sent.author.party] : [],
              state: content?.kind ?? '',
              ...(content?.subject === undefined ? {} : { text: content.subject })
            }
          ]
        : []
    }),
    ...hotline.alarms
      .filter(({ status }) => status === 'actual')
      .map(
        ({ message, party, clock, since }): AgendaItem => ({
          heading: 'alarms',
          entries: [message],
          since,
          parties: [party],
          state: clock
        })
      ),
    ...undertakingsOf(state, now).flatMap((one): readonly AgendaItem[] =>
      one.state === 'verified'
        ? []
        : [
            {
              heading: 'undertakings',
              entries: one.entries,
              since: msOf(one.entry.content.ended),
              parties: [one.given.by],
              state: one.state,
              text: one.given.what
            }
          ]
    ),
    ...(last?.content.protests ?? []).map(
      ({ by, text }): AgendaItem => ({
        heading: 'protests',
        entries: [last?.id ?? ''],
        since: msOf(last?.content.ended ?? ''),
        parties: [by],
        state: 'lodged',
        text
      })
    ),
    ...calledFor(state, meeting, now)
  ]
  return [...items].sort(
    (a, b) =>
      AGENDA_HEADINGS.indexOf(a.heading) - AGENDA_HEADINGS.indexOf(b.heading) ||
      a.since - b.since ||
      ((a.entries[0] ?? '') < (b.entries[0] ?? '') ? -1 : 1)
  )
}

/** Incidents that nobody has closed; those held to be one event stand as one, while one is open. */
function openIncidents({ incidents }: RecordState): readonly AgendaItem[] {
  const seen = new Set<string>()
  const items: AgendaItem[] = []
  for (const one of incidents.all()) {
    if (seen.has(one.id)) continue
    const group = together(one, (id) => incidents.get(id))
    for (const { id } of group) seen.add(id)
    const open = group.filter(({ status, lead }) => status !== 'closed' && !lead)
    const [first] = open
    if (!first) continue
    const accounts = open.flatMap((incident) => incident.accounts)
    items.push({
      heading: 'incidents',
      entries: group.map(({ id }) => id),
      since: Math.min(...accounts.map(({ content }) => msOf(content.occurred.at))),
      parties: [
        ...new Set(
          accounts.flatMap(({ content }) =>
            content.alleged === undefined ? [] : [content.alleged]
          )
        )
      ].sort(),
      state: first.status
    })
  }
  return items
}

function together(one: Incident, of: (id: string) => Incident | undefined): readonly Incident[] {
  const found = new Map([[one.id, one]])
  for (const incident of found.values())
    for (const id of incident.joined) {
      const other = of(id)
      if (other && !found.has(id)) found.set(id, other)
    }
  return [...found.values()]
}

/** What those who called the next meeting put on its agenda. */
function calledFor({ meetings }: RecordState, meeting: string, now: number): readonly AgendaItem[] {
  return (meetings.get(meeting)?.convened ?? [])
    .filter(({ content }) => msOf(content.due) >= now)
    .flatMap(({ id, author, received, content }) =>
      (content.agenda ?? []).map(
        (item): AgendaItem => ({
          heading: 'called',
          entries: typeof item === 'string' ? [id] : [id, item.incident],
          since: msOf(received),
          parties: [author.party],
          state: 'called',
          ...(typeof item === 'string' ? { text: item } : {})
        })
      )
    )
}
