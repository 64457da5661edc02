import { textOf } from './draft.ts'
import type { About, Choice, FieldSpec } from './spec.ts'

/** A closed list of the language, each word with its name in the catalogue. */
export const wordsOf =
  (words: readonly string[], prefix: string) =>
  ({ say }: About): readonly Choice[] =>
    words.map((value) => ({ value, label: say(`${prefix}.${value}`) }))

/** The parties of the case. */
export const parties = ({ names }: About): readonly Choice[] =>
  [...names.source.parties.values()].map(({ id, name }) => ({ value: id, label: names.text(name) }))

/** The issues of the case. */
export const issues = ({ names }: About): readonly Choice[] =>
  names.source.issues.map(({ id, title }) => ({ value: id, label: names.text(title) }))

/** The options of an issue. */
export const optionsOf = ({ names }: About, issue: string): readonly Choice[] =>
  names.source.issues
    .find(({ id }) => id === issue)
    ?.options.map(({ id, title }) => ({ value: id, label: names.text(title) })) ?? []

/** The sources of the case. */
export const sources = ({ names }: About): readonly Choice[] =>
  [...names.source.sources.values()].map(({ id, title }) => ({
    value: id,
    label: names.text(title)
  }))

/** The polls of the case, by what was asked. */
export const polls = ({ names }: About): readonly Choice[] =>
  [...names.source.polls.values()].map(({ id, question }) => ({
    value: id,
    label: question === undefined ? id : names.text(question)
  }))

/** Parties and sources: whoever puts a proposal forward. */
export const authors = (about: About): readonly Choice[] => [...parties(about), ...sources(about)]

/** All moves of the graph, as `party.move`. */
export const moves = ({ names }: About): readonly Choice[] =>
  (names.source.graph?.moves ?? []).map(({ party, id, title }) => ({
    value: `${party}.${id}`,
    label: `${names.party(party)}: ${names.text(title)}`
  }))

/** A share of one. */
export const SHARE = { min: 0, max: 1, step: 0.01 }
/** Points of a hundred. */
export const POINTS = { min: 0, max: 100, step: 1 }

/** Who says so, whose figures they are, and why. */
export const evidence = (needed: boolean): readonly FieldSpec[] => [
  { key: 'source', kind: 'source', label: 'source', needed },
  {
    key: 'numbers',
    kind: 'choice',
    label: 'numbers',
    start: (about) => defaultsOf(about).numbers ?? 'authors',
    among: (about) => [
      { value: 'authors', label: about.say('forms.numbers.authors') },
      ...sources(about)
    ],
    help: ({ say }) => say('forms.help.numbers')
  },
  because
]

/**
 * Why. A party's own reason for everything is shown, and written into the entry, so that no entry
 * ever rests on a reason that its author did not see.
 */
const because: FieldSpec = {
  key: 'because',
  kind: 'text',
  label: 'because',
  long: true,
  start: (about) => defaultsOf(about).because ?? '',
  help: (about) =>
    defaultsOf(about).because === undefined
      ? about.say('forms.help.because')
      : about.say('forms.help.becauseDefault', { party: about.names.party(about.party ?? '') })
}

/** What a stance says once for all of its entries. */
export function defaultsOf({ defaults }: About): {
  readonly because?: string
  readonly numbers?: string
} {
  return defaults ?? {}
}

/**
 * The entry without what goes without saying; what a party's defaults would put in its place is
 * written out.
 */
export function withEvidence(
  entry: Readonly<Record<string, unknown>>,
  about: About
): Readonly<Record<string, unknown>> {
  const { numbers, ...rest } = entry
  const otherwise = defaultsOf(about).numbers ?? 'authors'
  return numbers === undefined || (numbers === 'authors' && otherwise === 'authors') ? rest : entry
}

/** A choice's text, without blanks. */
export const chosen = (value: Parameters<typeof textOf>[0]): string => textOf(value).trim()
