import { ACTS, FORMATS, LINE_KINDS, SEATS, SIGHTS, TRACK_KINDS } from '@truce/core/model'
import { chosen, parties, SHARE, wordsOf } from '../choices.ts'
import { entriesOf } from '../draft.ts'
import { channels, rungs, STAKES, stakes } from '../process-choices.ts'
import type { About, Choice, FieldSpec, FormSpec } from '../spec.ts'
import { grouped, reason, titled, withTerms } from './shapes.ts'

const POINTS_EITHER_WAY = { min: -1000, max: 1000, step: 1 }
const COST = { min: 0, max: 1000, step: 1 }

const one = (key: string, label: string): FieldSpec => ({
  key,
  kind: 'choice',
  label,
  needed: true,
  among: parties
})

/** How far the sides may go, and what they have shown. */
export const escalation: FormSpec = {
  name: 'escalation',
  stands: 'alone',
  fields: [
    { key: 'sides', kind: 'several', label: 'sides', needed: true, among: parties, isList: true },
    {
      key: 'ladder',
      kind: 'choice',
      label: 'ladder',
      needed: true,
      start: () => 'own',
      among: wordsOf(['own', 'kahn'], 'forms.ladder')
    },
    ...reason
  ],
  shape: ({ ladder, ...rest }, _, { told }) => {
    const rungsTold = entriesOf(told)?.['ladder']
    const own = Array.isArray(rungsTold) ? rungsTold : []
    return { ...rest, ladder: ladder === 'kahn' ? ladder : own }
  },
  opened: (told) => ({ ...told, ladder: told['ladder'] === 'kahn' ? 'kahn' : 'own' })
}

/** A step of the ladder, the lowest first. */
export const rung: FormSpec = {
  name: 'rung',
  stands: 'list',
  idFrom: 'title',
  idKey: 'id',
  fields: [
    titled('rungTitle'),
    { key: 'risk', kind: 'range', label: 'risk', needed: true, bounds: { ...SHARE, step: 0.001 } },
    {
      key: 'values',
      kind: 'worths',
      label: 'stakes',
      needed: true,
      bounds: POINTS_EITHER_WAY,
      among: stakes,
      help: ({ say }) => say('forms.help.stakes')
    },
    ...reason
  ],
  shape: ({ values, ...rest }) => ({ ...rest, values: bySide(entriesOf(values) ?? {}) }),
  opened: (told) => ({ ...told, values: flatStakes(entriesOf(told['values']) ?? {}) })
}

function bySide(flat: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const sides = [...new Set(Object.keys(flat).map((key) => key.split('/')[0] ?? ''))]
  return Object.fromEntries(
    sides.map((side) => [
      side,
      Object.fromEntries(STAKES.map((stake) => [stake, flat[`${side}/${stake}`]]))
    ])
  )
}

const flatStakes = (sides: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(sides).flatMap(([side, values]) =>
      Object.entries(entriesOf(values) ?? {}).map(([stake, value]) => [`${side}/${stake}`, value])
    )
  )

/** Something a side showed. */
export const signal: FormSpec = {
  name: 'signal',
  stands: 'list',
  fields: [
    one('by', 'signalBy'),
    { key: 'at', kind: 'moment', label: 'signalAt', needed: true },
    { key: 'rung', kind: 'choice', label: 'rung', among: rungs },
    {
      key: 'kind',
      kind: 'text',
      label: 'signalKind',
      needed: true,
      help: ({ say }) => say('forms.help.signalKind')
    },
    { key: 'text', kind: 'text', label: 'signalText', long: true },
    { key: 'channel', kind: 'choice', label: 'notifiedBy', among: channels },
    {
      key: 'lead',
      kind: 'lapse',
      label: 'lead',
      when: ({ channel }) => chosen(channel) !== ''
    },
    ...reason
  ],
  ...grouped({ notified: { channel: 'channel', lead: 'lead' } })
}

/** What a third state does for a side. */
export const conduct: FormSpec = {
  name: 'conduct',
  stands: 'list',
  fields: [
    one('by', 'actBy'),
    one('toward', 'actToward'),
    {
      key: 'act',
      kind: 'choice',
      label: 'act',
      needed: true,
      among: wordsOf(ACTS, 'forms.act')
    },
    { key: 'since', kind: 'date', label: 'since' },
    { key: 'text', kind: 'text', label: 'actText', long: true },
    ...reason
  ]
}

/** The types that the party spoken to may turn out to be. */
const typesOf = ({ names }: About, { to }: Parameters<NonNullable<FieldSpec['among']>>[1]) =>
  (names.source.stances.get(chosen(to))?.types ?? []).map(
    ({ id }): Choice => ({ value: id, label: id.replaceAll('-', ' ') })
  )

/** A word that is tried before it is written. */
export const overture: FormSpec = {
  name: 'overture',
  stands: 'list',
  idFrom: 'text',
  idKey: 'id',
  fields: [
    one('by', 'overtureBy'),
    one('to', 'overtureTo'),
    { key: 'text', kind: 'text', label: 'overtureText', needed: true, long: true },
    {
      key: 'welcomes',
      kind: 'worths',
      label: 'welcomes',
      bounds: SHARE,
      among: typesOf,
      isPartial: true,
      when: (draft, about) => typesOf(about, draft).length > 0
    },
    {
      key: 'leak-cost',
      kind: 'range',
      label: 'leakCost',
      bounds: { ...SHARE, step: 0.001 },
      help: ({ say }) => say('forms.help.leakCost')
    },
    { key: 'tests', kind: 'package', label: 'tests' },
    ...reason
  ],
  shape: ({ tests, ...rest }) => withTerms(rest, 'tests', tests)
}

/** Who stands for what, how surely, and what it would cost to break it. */
export const guarantee: FormSpec = {
  name: 'guarantee',
  stands: 'list',
  fields: [
    one('by', 'guaranteeBy'),
    { key: 'of', kind: 'text', label: 'guaranteeOf', needed: true },
    { key: 'chance', kind: 'range', label: 'guaranteeChance', needed: true, bounds: SHARE },
    { key: 'penalty', kind: 'range', label: 'penalty', needed: true, bounds: COST },
    { key: 'insurance', kind: 'range', label: 'insurance', bounds: COST },
    ...reason
  ]
}

/** A table that talks are held at. */
export const track: FormSpec = {
  name: 'track',
  stands: 'map',
  idFrom: 'title',
  fields: [
    titled('trackTitle', 'new'),
    {
      key: 'kind',
      kind: 'choice',
      label: 'trackKind',
      needed: true,
      among: wordsOf(TRACK_KINDS.map(String), 'forms.track')
    },
    {
      key: 'format',
      kind: 'choice',
      label: 'format',
      needed: true,
      among: wordsOf(FORMATS, 'forms.format')
    },
    {
      key: 'seats',
      kind: 'each',
      label: 'seats',
      needed: true,
      among: parties,
      each: wordsOf(SEATS, 'forms.seat')
    },
    { key: 'sees', kind: 'choice', label: 'sees', among: wordsOf(SIGHTS, 'forms.sees') },
    { key: 'starts', kind: 'when', label: 'starts' },
    ...reason
  ],
  shape: ({ kind, ...rest }) => (kind === undefined ? rest : { ...rest, kind: Number(kind) })
}

/** A line on the map: somebody's claim of a day. */
export const line: FormSpec = {
  name: 'line',
  stands: 'map',
  idFrom: 'title',
  fields: [
    titled('lineTitle', 'new'),
    {
      key: 'kind',
      kind: 'choice',
      label: 'lineKind',
      needed: true,
      among: wordsOf(LINE_KINDS, 'forms.line')
    },
    { key: 'as-of', kind: 'date', label: 'lineAsOf', needed: true },
    { key: 'claimed-by', kind: 'choice', label: 'claimedBy', among: parties },
    {
      key: 'sides',
      kind: 'places',
      label: 'lineSides',
      among: parties,
      help: ({ say }) => say('forms.help.lineSides')
    },
    {
      key: 'geometry',
      kind: 'text',
      label: 'geometry',
      help: ({ say }) => say('forms.help.geometry')
    },
    ...reason
  ]
}
