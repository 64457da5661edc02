import { POLL_FITS, UNDECIDED } from '@truce/core/model'
import type { Change } from '../../../../state/yaml-edit.ts'
import {
  chosen,
  evidence,
  issues,
  parties,
  polls,
  SHARE,
  withEvidence,
  wordsOf
} from '../choices.ts'
import type { Draft } from '../draft.ts'
import { entriesOf } from '../draft.ts'
import { answerRows, answerWords } from '../kinds.ts'
import type { About, Choice, FormSpec } from '../spec.ts'

/** Who at home must pass a settlement. */
export const body: FormSpec = {
  name: 'body',
  stands: 'list',
  idFrom: 'title',
  idKey: 'body',
  fields: [
    { key: 'title', kind: 'text', label: 'bodyTitle', needed: true },
    {
      key: 'threshold',
      kind: 'range',
      label: 'threshold',
      needed: true,
      bounds: SHARE,
      help: ({ say }) => say('forms.help.share')
    },
    {
      key: 'otherwise',
      kind: 'range',
      label: 'otherwise',
      bounds: SHARE,
      help: ({ say }) => say('forms.help.otherwise')
    },
    ...evidence(false)
  ],
  shape: (entry, _, about) => withEvidence(entry, about)
}

/** The poll that speaks for or against a settlement at such a body. */
export const support: FormSpec = {
  name: 'support',
  stands: 'list',
  fields: [
    { key: 'poll', kind: 'choice', label: 'poll', needed: true, among: polls },
    {
      key: 'answers',
      kind: 'several',
      label: 'inFavour',
      needed: true,
      isList: true,
      among: ({ names }, draft) =>
        [...(names.source.polls.get(chosen(draft['poll']))?.answers.keys() ?? [])].map((value) => ({
          value,
          label: answerWords(value)
        }))
    },
    {
      key: 'when',
      kind: 'condition',
      label: 'supportWhen',
      among: issues,
      help: ({ say }) => say('forms.help.supportWhen')
    },
    {
      key: 'fit',
      kind: 'choice',
      label: 'fit',
      needed: true,
      among: wordsOf(POLL_FITS, 'case.fit')
    }
  ],
  shape: ({ when, ...rest }) => ({ ...(when === undefined ? {} : { when }), ...rest })
}

/** What people were asked, and answered. */
export const poll: FormSpec = {
  name: 'poll',
  stands: 'map',
  idFrom: 'question',
  fields: [
    { key: 'question', kind: 'text', label: 'question', needed: true, long: true },
    { key: 'asked', kind: 'choice', label: 'population', needed: true, among: populations },
    {
      key: 'population',
      kind: 'text',
      label: 'others',
      needed: true,
      when: ({ asked }) => chosen(asked) === OTHERS
    },
    { key: 'field', kind: 'span', label: 'fieldDate', needed: true },
    {
      key: 'n',
      kind: 'number',
      label: 'n',
      bounds: { min: 1, max: 1e9, step: 1 },
      help: ({ say }) => say('forms.help.n')
    },
    { key: 'answers', kind: 'answers', label: 'answers', needed: true },
    {
      key: 'undecided',
      kind: 'choice',
      label: 'undecided',
      among: wordsOf(UNDECIDED, 'case.poll.undecided')
    },
    { key: 'source', kind: 'source', label: 'source', needed: true }
  ],
  shape: ({ asked, population, ...rest }) => {
    const who = asked === OTHERS ? population : asked
    return who === undefined ? rest : { ...rest, population: who }
  },
  opened: (told, { names }) => ({
    ...told,
    asked: names.source.parties.has(String(told['population'])) ? told['population'] : OTHERS
  }),
  follows: renamedAnswers
}

/** Whoever was asked and takes no part. No id of a party has a blank. */
const OTHERS = 'somebody else'

function populations(about: About): readonly Choice[] {
  return [...parties(about), { value: OTHERS, label: about.say('forms.population.others') }]
}

/**
 * Where bodies count answers of the poll that were put in other words: an answer keeps its place in
 * the list.
 */
function renamedAnswers(draft: Draft, { names, told, at: place }: About): readonly Change[] {
  const old = Object.keys(entriesOf(entriesOf(told)?.['answers']) ?? {})
  const now = answerRows(draft['answers']).map(({ id }) => id)
  const renamed = new Map(
    old.flatMap((id, index) => {
      const to = now[index]
      return to === undefined || now.includes(id) || old.includes(to) ? [] : [[id, to] as const]
    })
  )
  if (renamed.size === 0) return []
  const polled = [...names.source.polls.values()].find(({ at }) => at === place)
  const bodies = [...names.source.stances.values()].flatMap(({ ratification }) => ratification)
  return bodies
    .flatMap(({ support }) => support)
    .filter(({ poll, answers }) => poll === polled?.id && answers.some((id) => renamed.has(id)))
    .map(({ at, answers }) => ({
      at: `${at}/answers`,
      value: answers.map((id) => renamed.get(id) ?? id)
    }))
}
