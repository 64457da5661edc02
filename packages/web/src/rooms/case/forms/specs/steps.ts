import { CADENCES, CHANNEL_KINDS, DECISIONS, MEETING_KINDS, RANKS, SEATS } from '@truce/core/model'
import { parties, SHARE, wordsOf } from '../choices.ts'
import { entriesOf, textOf } from '../draft.ts'
import { deliverables, gates, meetings, openings, verifiable } from '../process-choices.ts'
import type { FieldSpec, FormSpec } from '../spec.ts'
import type { Groups } from './shapes.ts'
import {
  apart,
  DAYS,
  grouped,
  number,
  reason,
  some,
  titled,
  together,
  withTerms
} from './shapes.ts'

const POINTS_EITHER_WAY = { min: -1000, max: 1000, step: 1 }

/** A range for some parties. */
const forParties = (key: string, bounds: NonNullable<FieldSpec['bounds']>): FieldSpec => ({
  key,
  kind: 'worths',
  label: key,
  bounds,
  among: parties,
  isPartial: true
})

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
    {
      key: 'recesses',
      kind: 'rows',
      label: 'recesses',
      parts: [
        {
          key: 'days',
          kind: 'span',
          label: 'recessDays',
          needed: true,
          help: ({ say }) => say('forms.help.recessDays')
        },
        { key: 'because', kind: 'text', label: 'because' }
      ]
    },
    { key: 'place', kind: 'text', label: 'place' },
    { key: 'minutes', kind: 'list', label: 'minutes' },
    { key: 'terms-of-reference', kind: 'text', label: 'termsOfReference', long: true },
    {
      key: 'decides',
      kind: 'choice',
      label: 'decides',
      among: wordsOf(DECISIONS, 'forms.decision')
    },
    { key: 'deadlock', kind: 'text', label: 'deadlock', long: true },
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
    { key: 'terms-of-reference', kind: 'text', label: 'termsOfReference', long: true },
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
