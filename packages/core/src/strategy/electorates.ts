import type { DealSpace } from '../bargaining/deal-space.ts'
import type { LeastGain } from '../bargaining/least-gain.ts'
import { leastGain } from '../bargaining/least-gain.ts'
import { issuesOfBody } from '../model/bodies.ts'
import type { Body, Case } from '../model/case.ts'
import { factsOf, holds } from '../model/condition.ts'
import type { Condition } from '../model/judgement.ts'
import type { Package } from '../model/terms.ts'
import { rulesOf } from '../worth/admissible.ts'
import type { Judge } from '../worth/judge.ts'
import type { StrategyGround } from './ground.ts'
import type { WavesOfQuestion } from './waves.ts'
import { wavesAsked } from './waves.ts'

/** A body passes what it passes with this chance at least: its win-set. Convention: even odds. */
export const WIN_SET = 0.5

/** Where a body's issues can be settled in more ways than this, its win-set is not counted. */
export const MOST_WAYS = 20_000

/** The upper table (Putnam 1988): what a body at home would let pass, and what that does abroad. */
export interface Electorate {
  readonly party: string
  readonly body: Body
  /** Ways to settle the issues that it looks at, within the rules; those that it passes with even odds. */
  readonly ways: number
  readonly passed: number
  /** What it is likeliest to pass. */
  readonly best: Passing
  /** By term of its issues, in the order of the case: the best chance of anything with it. */
  readonly terms: readonly (Passing & { readonly issue: string; readonly option: string })[]
  /** Questions put more than once, with what has changed. */
  readonly waves: readonly WavesOfQuestion[]
  /** Absent where the parties' worths are not known or no package is admissible. */
  readonly bargain?: BoundBargain
}

/** What is said of bodies at home: those tried, and those of the parties needed that were not. */
export interface Electorates {
  readonly tried: readonly Electorate[]
  readonly left: readonly BodyLeftOut[]
}

/** A body that was not tried, and why: its issues can be settled in too many ways, or nothing speaks to it. */
export interface BodyLeftOut {
  readonly party: string
  readonly body: Body
  readonly why: 'too-many' | 'silent'
  /** Ways to settle the issues that it looks at, rules left aside. */
  readonly ways: number
}

/** With what chance a body passes some terms. */
export interface Passing {
  readonly p: number
  readonly terms: Package
}

/** The best for all as it is, and with nothing outside the win-set: gains at the centre, by party. */
export interface BoundBargain {
  readonly parties: readonly string[]
  readonly free: BargainFound
  /** Absent where nothing of the win-set is admissible, or nothing was found. */
  readonly bound?: BargainFound
  /** Where nothing of the win-set is admissible: the likeliest to pass of all that is. */
  readonly nearest?: Passing
  /** Whether either search came to its end. */
  readonly exact: boolean
}

/** A package and what it is worth over no deal, in points, by party. */
export interface BargainFound {
  readonly terms: Package
  readonly gains: readonly number[]
}

/** Every body of the parties needed: its chances over the draws, as check has them. */
export function electorates({ source, central, drawn, space }: StrategyGround): Electorates {
  const needed = new Set(source.required.map(({ party }) => party))
  const parties = [...needed].filter((party) => central.hasGain(party))
  const abroad = parties.length > 1 ? space(parties) : undefined
  const read = [...source.stances.values()]
    .filter(({ party }) => needed.has(party))
    .flatMap(({ party, ratification }) =>
      ratification.map((body) => electorateOf(drawn, { party, body, abroad }))
    )
  return {
    tried: read.filter((one) => 'passed' in one),
    left: read.filter((one) => 'why' in one)
  }
}

function electorateOf(
  { source, ratifier }: Judge,
  {
    party,
    body,
    abroad
  }: { readonly party: string; readonly body: Body; readonly abroad: DealSpace | undefined }
): Electorate | BodyLeftOut {
  const looked = new Set(issuesOfBody(body))
  const issues = source.issues.filter(({ id }) => looked.has(id))
  const all = issues.reduce((product, { options }) => product * options.length, 1)
  if (all > MOST_WAYS) return { party, body, why: 'too-many', ways: all }
  const ways = waysOf(source, issues).map((terms): Passing & { readonly assessed: boolean } => {
    const { p, assessed } = ratifier.judge(body, terms)
    return { p, terms, assessed }
  })
  const told = ways.filter(({ assessed }) => assessed)
  const best = likeliest(told)
  if (!best) return { party, body, why: 'silent', ways: all }
  const bargain = abroad && bargainIn(abroad, ways)
  return {
    party,
    body,
    ways: ways.length,
    passed: ways.filter(({ p }) => p >= WIN_SET).length,
    best,
    terms: issues.flatMap(({ id: issue, options }) =>
      options.flatMap(({ id: option }) => {
        const one = likeliest(told.filter(({ terms }) => terms.get(issue) === option))
        return one ? [{ issue, option, ...one }] : []
      })
    ),
    waves: wavesAsked(source, body),
    ...(bargain ? { bargain } : {})
  }
}

/** Every way to settle some issues that breaks no rule. */
function waysOf(source: Case, issues: Case['issues']): readonly Package[] {
  const ways = issues.reduce<readonly (readonly (readonly [string, string])[])[]>(
    (before, { id, options }) =>
      before.flatMap((way) => options.map((option) => [...way, [id, option.id] as const])),
    [[]]
  )
  const rules = rulesOf(source)
  return ways
    .map((way): Package => new Map(way))
    .filter((terms) => rules.every((rule) => holds(rule, factsOf(terms)) !== true))
}

function likeliest(ways: readonly Passing[]): Passing | undefined {
  const [first, ...others] = ways
  return first && others.reduce((best, one) => (one.p > best.p ? one : best), first)
}

/** What a package may not say if it is to pass with this chance at least. */
const failing = (ways: readonly Passing[], least: number): readonly Condition[] =>
  ways
    .filter(({ p }) => p < least)
    .map(({ terms }) => ({
      kind: 'all',
      parts: [...terms].map(([issue, option]) => ({ kind: 'is', issue, options: [option] }))
    }))

/**
 * A smaller win-set and the bargain: Schelling (1960) held that who is bound at home gets more, until
 * nothing is left that all would take. Both are told; neither is presumed.
 */
function bargainIn(space: DealSpace, ways: readonly Passing[]): BoundBargain | undefined {
  const free = leastGain(space)
  if (!free.choice) return undefined
  const passing = (least: number): LeastGain =>
    leastGain({ ...space, excluded: [...space.excluded, ...failing(ways, least)] })
  const bound = passing(WIN_SET)
  const exact = free.complete && bound.complete
  const nearest = bound.choice || !exact ? undefined : nearestOf(space, ways, passing)
  return {
    parties: space.parties,
    free: gainsAt(space, free.choice),
    ...(bound.choice ? { bound: gainsAt(space, bound.choice) } : {}),
    ...(nearest ? { nearest } : {}),
    exact
  }
}

/**
 * The likeliest to pass of what is admissible, by halving over the chances below the win-set: what is
 * there at some chance is there at every lower one. Undefined where a search was cut short.
 */
function nearestOf(
  space: DealSpace,
  ways: readonly Passing[],
  passing: (least: number) => LeastGain
): Passing | undefined {
  const chances = [...new Set(ways.map(({ p }) => p))].filter((p) => p < WIN_SET)
  chances.sort((a, b) => a - b)
  let [found, from, to] = [undefined as Passing | undefined, 0, chances.length]
  while (from < to) {
    const middle = (from + to) >> 1
    const { choice, complete } = passing(chances[middle] as number)
    if (!choice && !complete) return undefined
    if (choice) {
      found = passingAt(space, ways, choice)
      from = middle + 1
    } else to = middle
  }
  return found
}

/** The way to settle a body's issues that a package takes. */
function passingAt(
  space: DealSpace,
  ways: readonly Passing[],
  choice: readonly number[]
): Passing | undefined {
  const { terms: whole } = gainsAt(space, choice)
  return ways.find(({ terms }) =>
    [...terms].every(([issue, option]) => whole.get(issue) === option)
  )
}

function gainsAt(space: DealSpace, choice: readonly number[]): BargainFound {
  const gains = space.parties.map((_, party) => {
    const worth = space.issues.reduce(
      (sum, issue, k) => sum + (issue.worth[choice[k] as number]?.[party] ?? 0),
      0
    )
    return (worth - (space.noDeal[party] as number)) / (space.unitsPerPoint[party] as number)
  })
  const terms = new Map(
    space.issues.map(({ id, options }, k) => [id, options[choice[k] as number] as string])
  )
  return { terms, gains }
}
