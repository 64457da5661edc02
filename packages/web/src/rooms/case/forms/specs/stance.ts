import { LEDGER_SIDES } from '@truce/core/model'
import {
  chosen,
  evidence,
  issues,
  optionsOf,
  POINTS,
  SHARE,
  withEvidence,
  wordsOf
} from '../choices.ts'
import { entriesOf } from '../draft.ts'
import type { About, Choice, FormSpec } from '../spec.ts'

/** What a party will not accept. */
export const redline: FormSpec = {
  name: 'redline',
  stands: 'list',
  idFrom: 'says',
  idKey: 'id',
  fields: [
    { key: 'says', kind: 'text', label: 'says', needed: true, long: true },
    {
      key: 'form',
      kind: 'choice',
      label: 'form',
      needed: true,
      start: () => 'never',
      among: wordsOf(['never', 'must'], 'forms.form')
    },
    { key: 'condition', kind: 'condition', label: 'condition', needed: true, among: issues },
    { key: 'firmness', kind: 'range', label: 'firmness', needed: true, bounds: SHARE },
    { key: 'since', kind: 'date', label: 'since' },
    { key: 'until', kind: 'date', label: 'until', help: ({ say }) => say('forms.help.until') },
    ...evidence(true)
  ],
  shape: ({ form, condition, says, ...rest }, draft, about) =>
    withEvidence(
      { ...(condition === undefined ? {} : { [chosen(draft['form'])]: condition }), says, ...rest },
      about
    ),
  opened: (told) => ({
    ...told,
    form: told['must'] === undefined ? 'never' : 'must',
    condition: told['never'] ?? told['must']
  })
}

/** The options of the issue whose worth is judged: of a divided amount, where worths are given. */
function valued(about: About): readonly Choice[] {
  const issue = about.names.source.issues.find(({ id }) => id === about.issue)
  const all = optionsOf(about, about.issue ?? '')
  if (!issue?.options.some(({ amount }) => amount !== undefined)) return all
  const given = Object.keys(entriesOf(entriesOf(about.told)?.['values']) ?? {})
  return all.filter(
    ({ value }, index) => index === 0 || index === all.length - 1 || given.includes(value)
  )
}

/** What an issue weighs for a party, and what each option is worth to it. */
export const interest: FormSpec = {
  name: 'interest',
  stands: 'alone',
  fields: [
    {
      key: 'weight',
      kind: 'range',
      label: 'weight',
      needed: true,
      bounds: { min: 0, max: 1_000_000, step: 1 },
      help: ({ say }) => say('forms.help.weight')
    },
    {
      key: 'values',
      kind: 'worths',
      label: 'worths',
      needed: true,
      bounds: POINTS,
      among: valued,
      help: ({ say }) => say('forms.help.worths')
    },
    ...evidence(true)
  ],
  shape: (entry, _, about) => withEvidence(entry, about)
}

/** What a party expects without an agreement. */
export const noDeal: FormSpec = {
  name: 'noDeal',
  stands: 'alone',
  fields: [
    {
      key: 'sort',
      kind: 'choice',
      label: 'base',
      needed: true,
      start: () => 'worth',
      among: wordsOf(['worth', 'terms'], 'forms.base')
    },
    {
      key: 'worth',
      kind: 'range',
      label: 'noDeal',
      needed: true,
      bounds: { min: -1000, max: 1000, step: 1 },
      when: ({ sort }) => sort !== 'terms',
      help: ({ say }) => say('forms.help.noDeal')
    },
    {
      key: 'terms',
      kind: 'package',
      label: 'noDealTerms',
      needed: true,
      when: ({ sort }) => sort === 'terms'
    },
    ...evidence(true)
  ],
  shape: ({ sort, worth, terms, ...rest }, _, about) => {
    const base = sort === 'terms' ? { terms } : worth
    return withEvidence(base === undefined ? rest : { base, ...rest }, about)
  },
  opened: (told) => {
    const terms = entriesOf(told['base'])?.['terms']
    return terms === undefined
      ? { ...told, sort: 'worth', worth: told['base'] }
      : { ...told, sort: 'terms', terms }
  }
}

/** What going on adds or costs beyond that. */
export const ledger: FormSpec = {
  name: 'ledger',
  stands: 'list',
  idFrom: 'title',
  idKey: 'id',
  fields: [
    { key: 'title', kind: 'text', label: 'ledgerTitle', needed: true },
    {
      key: 'toward',
      kind: 'choice',
      label: 'toward',
      needed: true,
      among: wordsOf(LEDGER_SIDES, 'case.ledger')
    },
    {
      key: 'worth',
      kind: 'range',
      label: 'ledgerWorth',
      needed: true,
      bounds: { min: 0, max: 1000, step: 1 }
    },
    ...evidence(true)
  ],
  shape: (entry, _, about) => withEvidence(entry, about)
}
