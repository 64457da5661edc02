import type { Case } from '../../model/case.ts'
import type { ActClause } from '../../model/ceasefire.ts'
import type { Cadence } from '../../model/closed-lists.ts'
import type { Evidence, Text } from '../../model/judgement.ts'
import type { Anchor, Clock, Lapse, When } from '../../model/moment.ts'
import { textIn } from '../../model/package.ts'
import type { Measure, Weapon } from '../../model/withdrawals.ts'
import { bibliography } from '../bibliography.ts'
import type { ZonesDrawn } from '../pictures/zones-map.ts'
import type { Words } from '../words/index.ts'
import { nameOf, namesOf } from '../words/index.ts'

/** A case whose words go into a draft, and the language it is told in. */
export interface Drafting {
  readonly source: Case
  readonly told: Words
  /** What of the case's lines and zones can be drawn; absent where nobody read their files. */
  readonly ground?: DraftGround
}

/** What a draft's map is drawn from. */
export type DraftGround = Pick<ZonesDrawn, 'zones' | 'lines'>

/** A mark behind words of the case; it becomes the number of a note once the text is laid out. */
export const MARKED = /\uE000([^\uE001]*)\uE001/g
const BETWEEN = '\uE002'

/** Where a claim comes from, as a mark; nothing where the case does not say. */
export const mark = ({ source, because }: Evidence): string =>
  source === undefined && because === undefined
    ? ''
    : `\uE000${source ?? ''}${BETWEEN}${because === undefined ? '' : textIn(because)}\uE001`

/** The note that a mark stands for. */
export function noteOf({ source, told }: Drafting, marked: string, n: number): string {
  const [id = '', because = ''] = marked.split(BETWEEN)
  const entry = bibliography(source)
    .find((line) => line.startsWith(`[${id}] `))
    ?.slice(id.length + 3)
  const said = { n, source: entry ?? id }
  return because === ''
    ? told.say('draft.note.entry', said)
    : told.say('draft.note.because', { ...said, because: because.replace(/\.$/, '') })
}

/** Words of the case, quoted, with the mark of their source. */
export const caseQuoted = (
  { told }: Drafting,
  text: Text | undefined,
  by: Evidence
): string | undefined =>
  text === undefined
    ? undefined
    : `${told.say('draft.quoted', { text: textIn(text).replace(/[.;]\s*$/, '') })}${mark(by)}`

/** Names of parties, or nothing where none is named. */
export const partiesNamed = (
  { told, source }: Drafting,
  parties: readonly string[] | undefined
): string | undefined =>
  parties === undefined || parties.length === 0 ? undefined : namesOf(told, source, parties)

/** What is left to be agreed, in the brackets that say so. */
export const gapMark = ({ say }: Words, what: string, rule: string | undefined): string =>
  rule === undefined ? say('draft.gap', { what }) : say('draft.gap.rule', { what, rule })

/** A moment as agreed and in UTC, or a time after an event. */
export function momentWords(drafting: Drafting, when: When): string {
  if ('after' in when) return anchorWords(drafting, when)
  const { local, zone, utc } = when
  return drafting.told.say('draft.moment', {
    local: spaced(local),
    zone,
    utc: spaced(utc)
  })
}

const spaced = (instant: string): string => instant.replace('T', ' ').replace(/:00Z$|Z$/, '')

function anchorWords(drafting: Drafting, { after, seconds }: Anchor): string {
  const { told } = drafting
  const event = eventWords(drafting, after)
  if (seconds === 0) return told.say('draft.on', { event })
  const lapse = lapseWords(told, Math.abs(seconds))
  return told.say(seconds < 0 ? 'draft.before' : 'draft.after', { lapse, event })
}

function eventWords({ told, source }: Drafting, event: Anchor['after']): string {
  if (event === 'ceasefire' || event === 'signature' || event === 'starts')
    return told.say(`draft.event.${event}`)
  const [kind, id] = [event.slice(0, event.indexOf('.')), event.slice(event.indexOf('.') + 1)]
  const { withdrawals, gates, meetings, deliverables, tracks } = source.process
  const title = [withdrawals, gates, meetings, deliverables, tracks]
    .map((things) => things.get(id)?.title)
    .find((found) => found !== undefined)
  const what = title === undefined ? id : textIn(title)
  switch (kind) {
    case 'verified':
    case 'gate':
    case 'meeting':
    case 'withdrawal':
    case 'deliverable':
    case 'track':
      return told.say(`draft.event.${kind}`, { what })
    default:
      return event
  }
}

/** A time in the largest unit that it is a whole number of. */
export function lapseWords({ say }: Words, seconds: number): string {
  if (seconds % 86_400 === 0) return say('lapse.days', { n: seconds / 86_400 })
  if (seconds % 3600 === 0) return say('lapse.hours', { n: seconds / 3600 })
  return seconds % 60 === 0
    ? say('lapse.minutes', { n: seconds / 60 })
    : say('draft.seconds', { n: seconds })
}

/** A duration, or nothing. */
export const lapse = ({ told }: Drafting, time: Lapse | undefined): string | undefined =>
  time === undefined ? undefined : lapseWords(told, time.seconds)

/** How often, in words. */
export const often = ({ told }: Drafting, cadence: Cadence): string =>
  told.say(`draft.cadence.${cadence}`)

/** An hour of the day and its zone. */
export const hourWords = ({ told }: Drafting, { time, zone }: Clock): string =>
  zone === undefined ? time : told.say('draft.hour', { time, zone })

/** Weapons by class, calibre and definition. */
export function weaponWords({ told }: Drafting, weapon: Weapon): string {
  const { atLeastMm, belowMm, definition } = weapon
  const name = told.say(`draft.weapon.${weapon.class}`)
  const sized =
    atLeastMm !== undefined && belowMm !== undefined
      ? told.say('draft.mm.between', { weapon: name, least: atLeastMm, below: belowMm })
      : atLeastMm !== undefined
        ? told.say('draft.mm.least', { weapon: name, least: atLeastMm })
        : belowMm !== undefined
          ? told.say('draft.mm.below', { weapon: name, below: belowMm })
          : name
  return definition === undefined
    ? sized
    : told.say('draft.weapon.defined', {
        weapon: sized,
        definition: told.say('draft.quoted', { text: textIn(definition) })
      })
}

/** A distance with what it measures; nothing where the case gives none. */
export function measureWords({ told }: Drafting, measure: Measure): string | undefined {
  const { zoneWidthKm, distanceFromLineKm, bandKm } = measure
  const said = [
    ...(zoneWidthKm === undefined ? [] : [told.say('draft.measure.width', { km: zoneWidthKm })]),
    ...(distanceFromLineKm === undefined
      ? []
      : [told.say('draft.measure.line', { km: distanceFromLineKm })]),
    ...(bandKm === undefined
      ? []
      : [told.say('draft.measure.band', { from: bandKm[0], to: bandKm[1] })])
  ]
  return said.length === 0 ? undefined : told.list(said)
}

/** A line by kind, name and date. */
export function lineWords({ told, source }: Drafting, id: string): string {
  const line = source.process.lines.get(id)
  if (!line) return id
  return told.say('draft.line.named', {
    kind: told.say(`draft.line.${line.kind}`),
    name: line.title === undefined ? id : textIn(line.title),
    date: line.asOf
  })
}

/** Things one after the other, lettered. */
export const lettered = ({ told }: Drafting, items: readonly string[]): string =>
  items.map((text, at) => told.say('draft.item', { letter: letterOf(at), text })).join('; ')

const letterOf = (at: number): string =>
  at < 26
    ? String.fromCharCode(97 + at)
    : `${letterOf(Math.floor(at / 26) - 1)}${letterOf(at % 26)}`

/** An act by its kind, in the case's words, or both. */
export function actWords(drafting: Drafting, { act, text }: ActClause): string {
  const said = caseQuoted(drafting, text, {})
  if (act === undefined) return said ?? ''
  const { told } = drafting
  const name = told.say(`draft.act.${act}`)
  return said === undefined ? name : told.say('draft.act.said', { act: name, text: said })
}

/** The same behind a verb: at a moment, or so long after an event. */
export function atWords(drafting: Drafting, when: When): string {
  const moment = momentWords(drafting, when)
  return 'after' in when ? moment : drafting.told.say('draft.at', { moment })
}

/**
 * The lines that the agreement speaks of: those that its ceasefire names, else those that parties
 * measure from.
 */
export function linesSpoken({ source }: Drafting): readonly string[] {
  const { ceasefire, withdrawals } = source.process
  const named = ceasefire?.geography?.lines ?? []
  const measured = [...withdrawals.values()].flatMap(({ baseline }) => [...baseline.values()])
  return [...new Set(named.length > 0 ? [...named, ...measured] : measured)]
}

/** A language's name in English, or its tag where there is none. */
export function languageName({ told }: Drafting, tag: string): string {
  try {
    return new Intl.DisplayNames([told.language], { type: 'language' }).of(tag) ?? tag
  } catch {
    return tag
  }
}

/** A party, or words in its place. */
export const who = ({ source }: Drafting, party: string | undefined): string | undefined =>
  party === undefined ? undefined : nameOf(source, party)
