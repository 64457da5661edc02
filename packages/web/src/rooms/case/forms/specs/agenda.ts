import { DIRECTIONS } from '@truce/core/model'
import { authors, moves, wordsOf } from '../choices.ts'
import type { About, Choice, FormSpec } from '../spec.ts'

/** What is put on the table. */
export const proposal: FormSpec = {
  name: 'proposal',
  stands: 'map',
  idFrom: 'title',
  fields: [
    { key: 'title', kind: 'text', label: 'proposalTitle', needed: true },
    { key: 'by', kind: 'choice', label: 'by', among: authors },
    { key: 'date', kind: 'date', label: 'date' },
    {
      key: 'terms',
      kind: 'terms',
      label: 'terms',
      needed: true,
      help: ({ say }) => say('forms.help.terms')
    },
    { key: 'because', kind: 'text', label: 'because', long: true }
  ]
}

/** What a party can do. */
export const move: FormSpec = {
  name: 'move',
  stands: 'map',
  idFrom: 'title',
  fields: [
    { key: 'title', kind: 'text', label: 'moveTitle', needed: true },
    {
      key: 'direction',
      kind: 'choice',
      label: 'direction',
      needed: true,
      start: () => 'both',
      among: wordsOf(DIRECTIONS, 'forms.direction')
    },
    {
      key: 'sets',
      kind: 'package',
      label: 'sets',
      help: ({ say }) => say('forms.help.sets')
    }
  ],
  shape: ({ direction, sets, ...rest }) => ({
    ...rest,
    ...(direction === 'both' ? {} : { direction }),
    ...(sets === undefined || Object.keys(sets ?? {}).length === 0 ? {} : { sets })
  }),
  opened: (told) => ({ ...told, direction: told['direction'] ?? 'both' })
}

const meanings = ({ names, say }: About): readonly Choice[] => [
  { value: 'no-deal', label: say('forms.means.noDeal') },
  ...names.source.proposals.map(({ id, title }) => ({ value: id, label: names.text(title) }))
]

/** A state of the graph that has a name. */
export const state: FormSpec = {
  name: 'state',
  stands: 'map',
  idFrom: 'title',
  fields: [
    { key: 'title', kind: 'text', label: 'stateTitle', needed: true },
    {
      key: 'where',
      kind: 'pattern',
      label: 'where',
      needed: true,
      among: moves,
      help: ({ say }) => say('forms.help.where')
    },
    { key: 'means', kind: 'choice', label: 'means', among: meanings }
  ]
}

/** What cannot be. */
export const infeasible: FormSpec = {
  name: 'infeasible',
  stands: 'list',
  fields: [{ key: 'pattern', kind: 'pattern', label: 'cannotBe', needed: true, among: moves }],
  bare: 'pattern'
}

/** What a party would rather see: statements, the most important first. */
export const preferences: FormSpec = {
  name: 'preferences',
  stands: 'alone',
  bare: 'statements',
  fields: [
    {
      key: 'statements',
      kind: 'statements',
      label: 'statements',
      needed: true,
      among: moves,
      help: ({ say }) => say('forms.help.statements')
    }
  ]
}

/** Where everything stands today. */
export const statusQuo: FormSpec = {
  name: 'statusQuo',
  stands: 'alone',
  bare: 'state',
  fields: [
    {
      key: 'state',
      kind: 'choice',
      label: 'statusQuo',
      needed: true,
      among: ({ names }) =>
        (names.source.graph?.states ?? []).map(({ id }) => ({
          value: id,
          label: id.replaceAll('-', ' ')
        }))
    }
  ]
}
