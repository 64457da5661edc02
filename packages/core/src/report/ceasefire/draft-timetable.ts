import type { Anchor, Moment, When } from '../../model/moment.ts'
import { textIn } from '../../model/package.ts'
import type { TimePoint } from '../../time/counted.ts'
import { laterBy, localAt, timePointOf } from '../../time/counted.ts'
import { capital } from '../words/index.ts'
import type { Drafting } from './draft-words.ts'
import { momentWords, weaponWords } from './draft-words.ts'

interface Entry {
  readonly what: string
  readonly when: When
  /** What `starts` means for it. */
  readonly starts?: When
}

/** The clocks that the case gives its parties, each with the parties that go by it. */
export function partyClocks({ source }: Drafting): ReadonlyMap<string, readonly string[]> {
  const clocks = new Map<string, readonly string[]>()
  for (const { id, clock } of source.parties.values())
    if (clock !== undefined) clocks.set(clock, [...(clocks.get(clock) ?? []), id])
  return clocks
}

/** Every moment of the ceasefire: what, as agreed, and in UTC where that is known. */
export function timetableRows(drafting: Drafting): readonly (readonly string[])[] {
  const force = drafting.source.process.ceasefire?.entersIntoForce
  const zones = [...partyClocks(drafting)]
  const rows = entriesOf(drafting).map(({ what, when, starts }) => {
    const seconds = pointAt(when, { force, starts })?.seconds
    return { what, when, seconds }
  })
  // What is not known comes last, in the order of the agreement: the sort keeps it.
  rows.sort((a, b) => (a.seconds ?? Number.MAX_VALUE) - (b.seconds ?? Number.MAX_VALUE))
  return rows.map(({ what, when, seconds }) => [
    what,
    'after' in when ? momentWords(drafting, when) : `${when.local.replace('T', ' ')} ${when.zone}`,
    seconds === undefined ? '' : utcOf(seconds),
    ...zones.map(([zone]) =>
      seconds === undefined ? '' : localAt(seconds, zone).slice(0, 16).replace('T', ' ')
    )
  ])
}

function entriesOf(drafting: Drafting): readonly Entry[] {
  const { told, source } = drafting
  const { ceasefire, withdrawals, tracks } = source.process
  const entry = (what: string, when: When | undefined): readonly Entry[] =>
    when === undefined ? [] : [{ what, when }]
  const lead = ceasefire?.orders?.lead
  const out: When | undefined =
    ceasefire?.orders?.outBy ?? (lead && { after: 'ceasefire', seconds: -lead.seconds })
  const lasts = ceasefire?.duration?.lasts
  const end: When | undefined =
    ceasefire?.duration?.until ?? (lasts && { after: 'ceasefire', ...daysOf(lasts.seconds) })
  return [
    ...entry(told.say('draft.when.date'), ceasefire?.date?.until),
    ...entry(told.say('draft.when.orders'), out),
    ...entry(told.say('draft.when.force'), ceasefire?.entersIntoForce),
    ...entry(told.say('draft.when.declared'), ceasefire?.inventories?.by),
    ...entry(told.say('draft.when.checked'), ceasefire?.inventories?.verifiedBy),
    ...[...withdrawals.values()].flatMap(({ weapon, starts, ends }) => {
      const said = { weapon: weaponWords(drafting, weapon) }
      return [
        { what: told.say('draft.when.starts', said), when: starts },
        ...(ends ? [{ what: told.say('draft.when.completed', said), when: ends, starts }] : [])
      ]
    }),
    ...(ceasefire?.talks ?? []).flatMap((id) => {
      const track = tracks.get(id)
      const title = track?.title === undefined ? id : textIn(track.title)
      return entry(told.say('draft.when.talks', { track: title }), track?.starts)
    }),
    ...entry(told.say('draft.when.ends'), end)
  ].map((one) => ({ ...one, what: capital(one.what) }))
}

function pointAt(
  when: When,
  known: { readonly force: When | undefined; readonly starts: When | undefined }
): TimePoint | undefined {
  if (!isAnchor(when)) return timePointOf(when)
  const from =
    when.after === 'ceasefire' ? known.force : when.after === 'starts' ? known.starts : undefined
  if (from === undefined) return undefined
  const start = isAnchor(from)
    ? from.after === 'ceasefire' && from !== known.force
      ? pointAt(from, { force: known.force, starts: undefined })
      : undefined
    : timePointOf(from)
  return start && laterBy(start, when)
}

/** Whole days are days of the calendar, as they are where a case counts them itself. */
const daysOf = (seconds: number): Pick<Anchor, 'seconds' | 'days'> =>
  seconds % 86_400 === 0 ? { seconds, days: seconds / 86_400 } : { seconds }

const isAnchor = (when: When): when is Anchor => 'after' in when

/** `2025-01-31 22:00`. */
const utcOf = (seconds: number): Moment['utc'] =>
  new Date(seconds * 1000).toISOString().slice(0, 16).replace('T', ' ')
