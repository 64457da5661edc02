import type { DealSpace } from '../bargaining/deal-space.ts'
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
  /** Whether either search came to its end. */
  readonly exact: boolean
}

/** A package and what it is worth over no deal, in points, by party. */
export interface BargainFound {
  readonly terms: Package
  readonly gains: readonly number[]
}

/** Every body of the parties needed that polls or assumptions speak of, at central judgements. */
export function electorates({ source, central, space }: StrategyGround): readonly Electorate[] {
  const needed = new Set(source.required.map(({ party }) => party))
  const parties = [...needed].filter((party) => central.hasGain(party))
  const abroad = parties.length > 1 ? space(parties) : undefined
  return [...source.stances.values()]
    .filter(({ party }) => needed.has(party))
    .flatMap(({ party, ratification }) =>
      ratification.flatMap((body) => electorateOf(central, { party, body, abroad }) ?? [])
    )
}

function electorateOf(
  central: Judge,
  {
    party,
    body,
    abroad
  }: { readonly party: string; readonly body: Body; readonly abroad: DealSpace | undefined }
): Electorate | undefined {
  const { source } = central
  const ways = waysOf(source, body).map((terms): Passing & { readonly assessed: boolean } => {
    const { p, assessed } = central.ratifier.judge(body, terms)
    return { p, terms, assessed }
  })
  const told = ways.filter(({ assessed }) => assessed)
  const best = likeliest(told)
  if (!best) return undefined
  const read = source.issues.filter(({ id }) => best.terms.has(id))
  const bargain = abroad && bargainIn(abroad, failing(ways))
  return {
    party,
    body,
    ways: ways.length,
    passed: ways.filter(({ p }) => p >= WIN_SET).length,
    best,
    terms: read.flatMap(({ id: issue, options }) =>
      options.flatMap(({ id: option }) => {
        const one = likeliest(told.filter(({ terms }) => terms.get(issue) === option))
        return one ? [{ issue, option, ...one }] : []
      })
    ),
    waves: wavesAsked(source, body),
    ...(bargain ? { bargain } : {})
  }
}

/** Every way to settle the issues that a body looks at that breaks no rule; none where too many. */
function waysOf(source: Case, body: Body): readonly Package[] {
  const looked = new Set(issuesOfBody(body))
  const issues = source.issues.filter(({ id }) => looked.has(id))
  if (issues.reduce((all, { options }) => all * options.length, 1) > MOST_WAYS) return []
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

/** What no package of the win-set may say. */
const failing = (ways: readonly Passing[]): readonly Condition[] =>
  ways
    .filter(({ p }) => p < WIN_SET)
    .map(({ terms }) => ({
      kind: 'all',
      parts: [...terms].map(([issue, option]) => ({ kind: 'is', issue, options: [option] }))
    }))

/**
 * A smaller win-set and the bargain: Schelling (1960) held that who is bound at home gets more, until
 * nothing is left that all would take. Both are told; neither is presumed.
 */
function bargainIn(space: DealSpace, outside: readonly Condition[]): BoundBargain | undefined {
  const free = leastGain(space)
  const bound = leastGain({ ...space, excluded: [...space.excluded, ...outside] })
  if (!free.choice) return undefined
  return {
    parties: space.parties,
    free: gainsAt(space, free.choice),
    ...(bound.choice ? { bound: gainsAt(space, bound.choice) } : {}),
    exact: free.complete && bound.complete
  }
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
