import { PARTY_KINDS, ROLES, SOURCE_KINDS } from '@truce/core/model'
import { evidence, issues, optionsOf, POINTS, parties, withEvidence, wordsOf } from '../choices.ts'
import { entriesOf, textOf } from '../draft.ts'
import { linesIn, optionsWritten } from '../kinds.ts'
import type { FieldSpec, FormSpec } from '../spec.ts'
import { reason } from './shapes.ts'

/** A new party is asked for no more than it needs; the rest once it is there. */
const isWritten: FieldSpec['when'] = (_, { told }) => told !== undefined

/** Who takes part. */
export const party: FormSpec = {
  name: 'party',
  stands: 'map',
  idFrom: 'name',
  fields: [
    { key: 'name', kind: 'text', label: 'name', needed: true },
    {
      key: 'kind',
      kind: 'choice',
      label: 'partyKind',
      needed: true,
      among: wordsOf(PARTY_KINDS, 'case.kind')
    },
    {
      key: 'role',
      kind: 'several',
      label: 'role',
      needed: true,
      among: wordsOf(ROLES, 'case.role'),
      help: ({ say }) => say('forms.help.role')
    },
    { key: 'clock', kind: 'text', label: 'clock', help: ({ say }) => say('forms.help.clock') },
    ...(['capability', 'will', 'risk'] as const).map(
      (key): FieldSpec => ({
        key,
        kind: 'range',
        label: key,
        bounds: POINTS,
        when: isWritten,
        help: ({ say }) => say(`forms.help.${key}`)
      })
    ),
    ...evidence(false).map((field): FieldSpec => ({ ...field, when: isWritten }))
  ],
  shape: (entry, _, about) => withEvidence(entry, about)
}

/** Who must accept: the parties that are always asked. */
export const required: FormSpec = {
  name: 'required',
  stands: 'alone',
  fields: [
    {
      key: 'parties',
      kind: 'several',
      label: 'required',
      needed: true,
      among: parties,
      isList: true
    }
  ],
  bare: 'parties'
}

/** The day the case speaks of. */
export const asOf: FormSpec = {
  name: 'asOf',
  stands: 'alone',
  bare: 'day',
  fields: [{ key: 'day', kind: 'date', label: 'asOf', needed: true }]
}

const isAmounts: FieldSpec['when'] = ({ sort }) => textOf(sort) === 'amounts'
const hasOptions: FieldSpec['when'] = ({ sort }, { told }) =>
  textOf(sort) !== 'amounts' && told === undefined

/** What is to be settled. */
export const issue: FormSpec = {
  name: 'issue',
  stands: 'map',
  idFrom: 'title',
  fields: [
    { key: 'title', kind: 'text', label: 'issueTitle', needed: true },
    {
      key: 'sort',
      kind: 'choice',
      label: 'sort',
      needed: true,
      start: () => 'options',
      among: wordsOf(['options', 'ordered', 'amounts'], 'forms.sort')
    },
    { key: 'options', kind: 'lines', label: 'options', needed: true, when: hasOptions },
    { key: 'from', kind: 'number', label: 'from', needed: true, when: isAmounts },
    { key: 'to', kind: 'number', label: 'to', needed: true, when: isAmounts },
    {
      key: 'step',
      kind: 'number',
      label: 'step',
      bounds: { min: 0, max: 1e9, step: 1 },
      when: isAmounts
    },
    { key: 'unit', kind: 'text', label: 'unit', when: isAmounts },
    {
      key: 'if-silent',
      kind: 'choice',
      label: 'ifSilent',
      when: (_, { told }) => told !== undefined,
      among: (about) => optionsOf(about, about.issue ?? '')
    }
  ],
  shape: (entry, draft, { told }) => {
    const { sort, options, from, to, step, unit, ...rest } = entry
    const sorted = sort === 'ordered' ? { ...rest, ordered: true } : rest
    if (sort !== 'amounts')
      return told === undefined
        ? { ...sorted, options: options ?? optionsWritten(linesIn(draft['options'])) }
        : sorted
    const said = { from, to, step, unit }
    const divisible = Object.entries(said).filter(([, value]) => value !== undefined)
    return { ...rest, divisible: Object.fromEntries(divisible) }
  },
  opened: (told) => {
    const amounts = entriesOf(told['divisible'])
    const sort = amounts ? 'amounts' : told['ordered'] === true ? 'ordered' : 'options'
    return { ...told, ...amounts, sort }
  }
}

/** One way to settle an issue. */
export const option: FormSpec = {
  name: 'option',
  stands: 'map',
  idFrom: 'title',
  fields: [
    { key: 'title', kind: 'text', label: 'optionTitle', needed: true },
    {
      key: 'guarantors',
      kind: 'several',
      label: 'guarantors',
      among: parties,
      isList: true,
      help: ({ say }) => say('forms.help.guarantors')
    }
  ]
}

/** What makes no sense together. */
export const rule: FormSpec = {
  name: 'rule',
  stands: 'list',
  fields: [
    { key: 'never', kind: 'condition', label: 'together', needed: true, among: issues },
    ...reason
  ]
}

/** A fact nobody knows yet. */
export const scenario: FormSpec = {
  name: 'scenario',
  stands: 'map',
  idFrom: 'title',
  fields: [
    { key: 'title', kind: 'text', label: 'scenarioTitle', needed: true },
    {
      key: 'p',
      kind: 'range',
      label: 'chance',
      needed: true,
      bounds: { min: 0, max: 1, step: 0.01 }
    },
    { key: 'source', kind: 'source', label: 'source', needed: true },
    { key: 'because', kind: 'text', label: 'because', long: true }
  ],
  shape: (entry, _, about) => withEvidence(entry, about)
}

/** On whose word something stands. */
export const source: FormSpec = {
  name: 'source',
  stands: 'map',
  idFrom: 'title',
  fields: [
    { key: 'title', kind: 'text', label: 'sourceTitle', needed: true },
    {
      key: 'kind',
      kind: 'choice',
      label: 'sourceKind',
      needed: true,
      among: wordsOf(SOURCE_KINDS, 'case.source.kind')
    },
    { key: 'author', kind: 'text', label: 'author' },
    { key: 'date', kind: 'span', label: 'date' },
    { key: 'url', kind: 'link', label: 'url' },
    {
      key: 'side',
      kind: 'choice',
      label: 'side',
      among: parties,
      help: ({ say }) => say('forms.help.side')
    }
  ]
}
