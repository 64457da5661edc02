import type { Case, Proposal, Stance } from '../../model/case.ts'
import { saidByItself } from '../../model/whose.ts'
import { requiredParties } from '../../worth/admissible.ts'
import { scenariosTold } from '../../worth/judgements.ts'

/** A matter that a sensible colleague might read otherwise, and the ways to read it. */
export interface Choice {
  readonly kind: ChoiceKind
  /** Whose poll or ratification, or which scenario; empty where it is about the whole case. */
  readonly about: string
  /** Ways to read it; the first is how the case is read. */
  readonly options: readonly string[]
}

/** What may be read otherwise. */
export const CHOICE_KINDS = [
  'poll',
  'fit',
  'undecided',
  'otherwise',
  'effects',
  'veto',
  'electorate',
  'word',
  'dependence',
  'scenario',
  'staged',
  'acceptance'
] as const

/** One of them. */
export type ChoiceKind = (typeof CHOICE_KINDS)[number]

/** One way to read everything: the number of an option for each choice. */
export type ReadingOptions = readonly number[]

/** The way the case itself is read. */
export const AS_STATED = 'stated'

/**
 * All choices that a case leaves open for these proposals, in a fixed order: which poll speaks in
 * each party; how well polls fit; what is done with the undecided; shares that are assumed; effects of
 * terms on a share; who can veto; whose
 * ratification is asked for; whose word counts for redlines; how judgements err together; each
 * scenario known; staged terms at either end; and acceptance sharp at no loss, or smooth around it.
 */
export function choicesOf(
  source: Case,
  {
    proposals,
    dependence
  }: { readonly proposals: readonly Proposal[]; readonly dependence: string }
): readonly Choice[] {
  const stances = requiredParties(source).flatMap((party) => source.stances.get(party) ?? [])
  const staged = source.proposals.flatMap(({ terms }) =>
    [...terms.values()].flatMap(({ chance }) => chance ?? [])
  )
  const told = scenariosTold(stances, staged)
  const all = [
    ...stances.map((stance) => ({
      kind: 'poll' as const,
      about: stance.party,
      options: [AS_STATED, ...pollsFor(stance)]
    })),
    ...ofPolls(source, stances),
    {
      kind: 'otherwise' as const,
      about: '',
      options: assumesShares(stances) ? [AS_STATED, 'low', 'high'] : [AS_STATED]
    },
    {
      kind: 'effects' as const,
      about: '',
      options: [AS_STATED, ...(stances.some(hasEffects) ? ['none'] : [])]
    },
    { kind: 'veto' as const, about: '', options: [AS_STATED, ...vetoesIn(stances)] },
    electorates(stances),
    { kind: 'word' as const, about: '', options: [AS_STATED, ...words(source, stances)] },
    {
      kind: 'dependence' as const,
      about: '',
      options: [AS_STATED, dependence === 'party' ? 'independent' : 'party']
    },
    ...source.scenarios
      .filter(({ id, p }) => p.range.high > 0 && p.range.low < 1 && told.has(id))
      .map(({ id }) => ({
        kind: 'scenario' as const,
        about: id,
        options: [AS_STATED, 'yes', 'no']
      })),
    {
      kind: 'staged' as const,
      about: '',
      options: proposals.some(({ terms }) => [...terms.values()].some(({ then }) => then))
        ? [AS_STATED, 'first', 'last']
        : [AS_STATED]
    },
    { kind: 'acceptance' as const, about: '', options: [AS_STATED, 'smooth'] }
  ]
  return all.filter(({ options }) => options.length > 1)
}

/** Polls that speak of a party's bodies, where there are several to choose from. */
function pollsFor({ ratification }: Stance): readonly string[] {
  const polls = [...new Set(ratification.flatMap(({ support }) => support.map(({ poll }) => poll)))]
  return polls.length > 1 ? polls.sort() : []
}

function ofPolls(source: Case, stances: readonly Stance[]): readonly Choice[] {
  const rows = stances.flatMap(({ ratification }) => ratification.flatMap(({ support }) => support))
  const polls = [...new Set(rows.map(({ poll }) => poll))].flatMap(
    (id) => source.polls.get(id) ?? []
  )
  const hasOpinionless = polls.some(
    ({ answers }) => [...answers.values()].reduce((sum, answer) => sum + answer, 0) < 100
  )
  const stated = new Set(polls.map(({ undecided }) => undecided))
  const others = (['against', 'split', 'drop'] as const).filter(
    (how) => !(stated.size === 1 && stated.has(how))
  )
  return [
    { kind: 'fit', about: '', options: rows.length > 0 ? [AS_STATED, 'closer', 'further'] : [] },
    { kind: 'undecided', about: '', options: hasOpinionless ? [AS_STATED, ...others] : [] }
  ]
}

const assumesShares = (stances: readonly Stance[]): boolean =>
  stances.some(({ ratification }) =>
    ratification.some(({ otherwise }) => otherwise && otherwise.range.low < otherwise.range.high)
  )

const hasEffects = ({ ratification }: Stance): boolean =>
  ratification.some(({ effects, support }) => effects.length > 0 && support.length > 0)

/** Each veto player left out by itself, by its place, where there are several; and all of them. */
function vetoesIn(stances: readonly Stance[]): readonly string[] {
  const places = stances.flatMap(({ ratification }) =>
    ratification.flatMap(({ vetoes }) => vetoes.map(({ at }) => at))
  )
  return [...(places.length > 1 ? places : []), ...(places.length > 0 ? ['none'] : [])]
}

/** Every ratifying party left out by itself, and all of them. */
function electorates(stances: readonly Stance[]): Choice {
  const ratifying = stances
    .filter(({ ratification }) => ratification.length > 0)
    .map(({ party }) => party)
  return {
    kind: 'electorate',
    about: '',
    options: [AS_STATED, ...ratifying, ...(ratifying.length > 1 ? ['all'] : [])]
  }
}

/** Whose word on redlines may be left aside: what a party did not say itself, or the advocate's. */
function words(source: Case, stances: readonly Stance[]): readonly string[] {
  const redlines = stances.flatMap((stance) => stance.redlines)
  const others = redlines.some((redline) => !saidByItself(redline, source))
  const advocates = redlines.some((redline) => redline.source === source.advocate)
  return [
    ...(others ? ['own'] : []),
    ...(source.advocate !== undefined && advocates ? ['without-advocate'] : [])
  ]
}
