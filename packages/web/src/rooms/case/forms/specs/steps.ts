import {
  CADENCES,
  CEASEFIRE_CLASSES,
  CHANNEL_KINDS,
  MEETING_KINDS,
  RANKS,
  SEATS,
  WEAPONS
} from '@truce/core/model'
import { parties, SHARE, wordsOf } from '../choices.ts'
import { entriesOf, textOf } from '../draft.ts'
import { deliverables, gates, lines, meetings, openings, verifiable } from '../process-choices.ts'
import type { FieldSpec, FormSpec } from '../spec.ts'
import type { Groups } from './shapes.ts'
import { apart, grouped, reason, titled, together, withTerms } from './shapes.ts'

const KILOMETRES = { min: 0, max: 1e5, step: 1 }
const DAYS = { min: 0, max: 1e5, step: 1 }
const POINTS_EITHER_WAY = { min: -1000, max: 1000, step: 1 }

/** Some parties, written as a list. */
const some = (key: string, label: string): FieldSpec => ({
  key,
  kind: 'several',
  label,
  among: parties,
  isList: true
})

/** A range for some parties. */
const forParties = (key: string, bounds: NonNullable<FieldSpec['bounds']>): FieldSpec => ({
  key,
  kind: 'worths',
  label: key,
  bounds,
  among: parties,
  isPartial: true
})

const number = (key: string, label: string, bounds: NonNullable<FieldSpec['bounds']>) =>
  ({ key, kind: 'number', label, bounds }) satisfies FieldSpec

/** When fire ceases, and what it means that it does. */
export const ceasefire: FormSpec = {
  name: 'ceasefire',
  stands: 'alone',
  fields: [
    {
      key: 'class',
      kind: 'choice',
      label: 'ceasefireClass',
      needed: true,
      among: wordsOf(CEASEFIRE_CLASSES, 'forms.ceasefire')
    },
    { key: 'enters-into-force', kind: 'when', label: 'entersIntoForce', needed: true },
    { key: 'scope', kind: 'text', label: 'scope', long: true },
    { key: 'prohibited', kind: 'list', label: 'prohibited' },
    { key: 'permitted', kind: 'list', label: 'permitted' },
    { key: 'return-fire', kind: 'text', label: 'returnFire', long: true },
    ...reason
  ]
}

/** What goes back, from where, and when. */
export const withdrawal: FormSpec = {
  name: 'withdrawal',
  stands: 'list',
  idFrom: 'title',
  idKey: 'id',
  fields: [
    titled('withdrawalTitle', 'new'),
    {
      key: 'class',
      kind: 'choice',
      label: 'weapon',
      needed: true,
      among: wordsOf(WEAPONS, 'forms.weapon')
    },
    number('at-least-mm', 'atLeastMm', KILOMETRES),
    number('below-mm', 'belowMm', KILOMETRES),
    {
      ...number('zone-width-km', 'zoneWidth', KILOMETRES),
      help: ({ say }) => say('forms.help.zoneWidth')
    },
    number('distance-from-line-km', 'distance', KILOMETRES),
    {
      key: 'baseline',
      kind: 'each',
      label: 'baseline',
      needed: true,
      among: parties,
      each: lines,
      help: ({ say }) => say('forms.help.baseline')
    },
    { key: 'starts', kind: 'when', label: 'starts', needed: true },
    {
      key: 'synchronised',
      kind: 'choice',
      label: 'synchronised',
      among: wordsOf(['true', 'false'], 'forms.answer')
    },
    { key: 'ends', kind: 'when', label: 'endsWhen' },
    { key: 'storage', kind: 'text', label: 'storage' },
    some('verified-by', 'verifiedBy'),
    ...reason
  ],
  ...fromParts(
    {
      weapon: { class: 'class', 'at-least-mm': 'at-least-mm', 'below-mm': 'below-mm' },
      measure: {
        'zone-width-km': 'zone-width-km',
        'distance-from-line-km': 'distance-from-line-km'
      }
    },
    ({ synchronised, ...rest }) =>
      synchronised === undefined ? rest : { ...rest, synchronised: synchronised === 'true' }
  )
}

/** Groups, and one thing more that is written otherwise than it is chosen. */
function fromParts(
  groups: Groups,
  otherwise: (entry: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>
): Required<Pick<FormSpec, 'shape' | 'opened'>> {
  const { shape, opened } = grouped(groups)
  return { shape: (entry, ...about) => otherwise(shape(entry, ...about)), opened }
}

/** A meeting that is held again and again. */
export const meeting: FormSpec = {
  name: 'meeting',
  stands: 'list',
  idFrom: 'title',
  idKey: 'id',
  fields: [
    titled('meetingTitle', 'new'),
    {
      key: 'kind',
      kind: 'choice',
      label: 'meetingKind',
      needed: true,
      among: wordsOf(MEETING_KINDS, 'forms.meeting')
    },
    {
      key: 'cadence',
      kind: 'choice',
      label: 'cadence',
      needed: true,
      among: wordsOf(CADENCES, 'forms.cadence')
    },
    { key: 'at', kind: 'clock', label: 'hour', needed: true },
    {
      key: 'rank-floor',
      kind: 'choice',
      label: 'rankFloor',
      among: () => RANKS.map((value) => ({ value, label: value })),
      help: ({ say }) => say('forms.help.rankFloor')
    },
    { key: 'quorum', kind: 'each', label: 'quorum', among: parties },
    {
      key: 'attend',
      kind: 'each',
      label: 'attend',
      among: parties,
      each: wordsOf(SEATS, 'forms.seat')
    },
    number('at-most-days', 'recess', DAYS),
    number('recall-hours', 'recall', DAYS),
    { key: 'place', kind: 'text', label: 'place' },
    { key: 'minutes', kind: 'list', label: 'minutes' },
    ...reason
  ],
  ...grouped({ recess: { 'at-most-days': 'at-most-days', 'recall-hours': 'recall-hours' } })
}

/** A line that is answered. */
export const channel: FormSpec = {
  name: 'channel',
  stands: 'list',
  idFrom: 'title',
  idKey: 'id',
  fields: [
    titled('channelTitle', 'new'),
    { ...some('ends', 'ends'), needed: true },
    { key: 'acknowledge-within', kind: 'lapse', label: 'acknowledge', needed: true },
    { key: 'answer-within', kind: 'lapse', label: 'answerWithin' },
    {
      key: 'kinds',
      kind: 'several',
      label: 'carries',
      among: wordsOf(CHANNEL_KINDS, 'forms.channel'),
      isList: true
    },
    { key: 'line-check', kind: 'list', label: 'lineCheck' },
    { key: 'zone', kind: 'text', label: 'zone' },
    ...reason
  ]
}

/** What one party hands over. */
export const deliverable: FormSpec = {
  name: 'deliverable',
  stands: 'list',
  idFrom: 'title',
  idKey: 'id',
  fields: [
    titled('deliverableTitle', 'new'),
    { key: 'by', kind: 'choice', label: 'deliveredBy', needed: true, among: parties },
    { key: 'to', kind: 'choice', label: 'deliveredTo', among: parties },
    { key: 'gives', kind: 'package', label: 'gives' },
    { key: 'with', kind: 'several', label: 'with', among: deliverables, isList: true },
    { key: 'due', kind: 'when', label: 'due' },
    forParties('cost', POINTS_EITHER_WAY),
    forParties('stream', POINTS_EITHER_WAY),
    forParties('grab', POINTS_EITHER_WAY),
    some('verified-by', 'verifiedBy'),
    { key: 'caught', kind: 'range', label: 'caught', bounds: SHARE },
    {
      key: 'lasting',
      kind: 'choice',
      label: 'lasting',
      among: wordsOf(['true', 'false'], 'forms.answer')
    },
    ...reason
  ],
  shape: ({ gives, lasting, ...rest }) =>
    withTerms(
      lasting === undefined ? rest : { ...rest, lasting: lasting === 'true' },
      'gives',
      gives
    )
}

/** In what periods the parties think, and how much the next one counts. */
export const plan: FormSpec = {
  name: 'plan',
  stands: 'alone',
  fields: [
    { key: 'period', kind: 'lapse', label: 'period', needed: true },
    { ...forParties('discount', SHARE), needed: true },
    forParties('bond', { min: 0, max: 1000, step: 1 }),
    ...reason
  ]
}

const TESTS: Groups = {
  'violations-per-day': { 'at-most': 'at-most', 'for-days': 'for-days' },
  meetings: { meeting: 'id', 'held-at-least': 'held-at-least' }
}
const GATE: Groups = {
  when: {
    'violations-per-day': 'violations-per-day',
    verified: 'verified',
    meetings: 'meetings',
    gate: 'gate'
  }
}

/** What opens only when something is shown. */
export const gate: FormSpec = {
  name: 'gate',
  stands: 'list',
  idFrom: 'title',
  idKey: 'id',
  fields: [
    titled('gateTitle', 'new'),
    { key: 'opens', kind: 'choice', label: 'opens', among: openings },
    {
      ...number('at-most', 'violations', DAYS),
      help: ({ say }) => say('forms.help.violations')
    },
    number('for-days', 'forDays', DAYS),
    { key: 'verified', kind: 'several', label: 'verified', among: verifiable, isList: true },
    { key: 'meeting', kind: 'choice', label: 'heldMeeting', among: meetings },
    number('held-at-least', 'heldAtLeast', SHARE),
    { key: 'gate', kind: 'choice', label: 'gateBefore', among: gates },
    // What stands under `any` and `all` stays as it is written.
    { key: 'deeper', kind: 'text', label: 'deeper', when: () => false },
    some('decided-by', 'decidedBy'),
    some('evidence-not-only-from', 'notOnlyFrom'),
    ...reason
  ],
  shape: (entry, draft) => {
    const { when, ...rest } = together(together(entry, TESTS), GATE)
    const deeper = textOf(draft['deeper'])
    const more = deeper === '' ? {} : entriesOf(JSON.parse(deeper))
    return { ...rest, when: { ...entriesOf(when), ...more } }
  },
  opened: (told) => {
    const { any, all } = entriesOf(told['when']) ?? {}
    const deeper = JSON.stringify({ any, all })
    const open = apart(apart(told, GATE), TESTS)
    return deeper === '{}' ? open : { ...open, deeper }
  }
}
