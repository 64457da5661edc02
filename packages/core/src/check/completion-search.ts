import type { Column } from '../draws/column.ts'
import { scenarioFacts } from '../draws/sampler.ts'
import type { Issue, Rule } from '../model/case.ts'
import { issuesIn } from '../model/condition.ts'
import type { Steps } from '../terms/index.ts'
import { findPackage } from '../terms/index.ts'
import { excludedAt, requiredParties } from '../worth/admissible.ts'
import { accepting, addTo, multiply } from '../worth/columns.ts'
import { TIE } from '../worth/conventions.ts'
import { average } from '../worth/estimate.ts'
import type { Judge } from '../worth/judge.ts'
import { mattering } from '../worth/mattering.ts'
import type { Offers, Stages } from '../worth/offers.ts'
import { endOf, openIssues, plainOffers, stagesOf } from '../worth/offers.ts'
import { crosses } from '../worth/redlines.ts'
import { possibleMasks } from '../worth/scenarios.ts'
import { conditionLeft } from './left.ts'

/** One way to fill a draft's open issues. */
export interface Completion {
  readonly offers: Offers
  readonly terms: ReadonlyMap<string, string>
  readonly standing: Standing
}

/**
 * What ways to fill a draft are compared by, one after the other: the joint p; how many redlines of
 * the parties needed are crossed; the least mean gain among these parties. Never the order of the
 * file.
 */
export interface Standing {
  readonly p: number
  readonly crossings: number
  readonly gain: number
}

/** Ways filled in part that one search looks into. */
const MAX_NODES = 3000

/**
 * What the searches for ways to fill all drafts of one command may cost together: thousands of
 * numbers added up. Steps and not seconds, so that a case gets the same answer on every computer.
 */
export const FILL_STEPS = 1_200_000

/** What a bound costs besides the gains, as if they were summed anew: so many issues more. */
const LEAST = 4

/**
 * The best or worst way to fill a draft by branch and bound over the draws: `none` where the rules
 * and what is forbidden leave none, `unknown` where the search ended before it knew of one.
 */
export function completionOf(
  judge: Judge,
  offers: Offers,
  wanted: EndWanted
): (Completion & { readonly exact: boolean }) | 'none' | 'unknown' {
  const search = new Search(judge, offers, wanted)
  const found = search.run()
  return typeof found === 'object' ? { ...found, exact: search.exact } : found
}

/** Which end is looked for, among what, and what it may cost. */
export interface EndWanted {
  readonly want: 'best' | 'worst'
  readonly rules: readonly Rule[]
  readonly steps: Steps
  /** What the package may not meet besides, at the stages that a redline is read at. */
  readonly forbidden?: readonly Forbidden[]
}

/** What a package may not meet, at the stages that a redline is read at. */
export type Forbidden = Parameters<typeof excludedAt>[0][number]

class Search {
  exact = true
  private nodes = 0
  private found: Completion | undefined
  private readonly judge: Judge
  private readonly want: 'best' | 'worst'
  private readonly excluded: readonly Forbidden[]
  private readonly steps: Steps
  private readonly start: Offers
  private readonly issues: readonly Issue[]
  private readonly idle: readonly Issue[]
  private readonly ends = new Map<string, Column>()
  private readonly scratch = new Map<string, Float64Array>()
  /** What it costs to work out a bound: see `FILL_STEPS`. */
  private readonly cost: number

  constructor(judge: Judge, offers: Offers, { want, rules, steps, forbidden = [] }: EndWanted) {
    this.judge = judge
    this.want = want
    this.steps = steps
    this.excluded = [...rules, ...forbidden]
    this.start = offers
    const columns = requiredParties(judge.source).length * (judge.source.issues.length + LEAST)
    this.cost = Math.ceil((columns * judge.sampler.count) / 1000)
    const open = openIssues(offers, judge.source)
    const matters = mattering(judge)
    const left = byId(judge.source.issues.filter(({ id }) => open.includes(id)))
    this.issues = left.filter(({ id }) => matters.has(id))
    this.idle = left.filter(({ id }) => !matters.has(id))
  }

  run(): Completion | 'none' | 'unknown' {
    const idle = this.idle.map(
      ({ id, options }) => [id, { option: byId(options)[0]?.id ?? '' }] as const
    )
    const given = new Map([...this.start, ...idle])
    const gains = this.gainsFrom(given, 0)
    const root = this.look(given, gains)
    if (root) this.visit(root, 0, gains)
    if (this.found) return this.found
    return this.exact ? 'none' : this.any(given)
  }

  /** Some way to fill the draft, where the search ended before it met one. */
  private any(given: Offers): Completion | 'none' | 'unknown' {
    const found = findPackage({
      issues: this.issues,
      excluded: this.excluded.map((one) => conditionLeft(given, one))
    })
    if (typeof found === 'string') return found
    return this.whole(new Map([...given, ...plainOffers(found)]))
  }

  /** A way to fill the draft and what it comes to. */
  private whole(
    offers: Offers,
    standing = this.bound(offers, this.gainsFrom(offers, this.issues.length))
  ): Completion {
    const open = openIssues(this.start, this.judge.source)
    const terms = new Map(open.map((id) => [id, offers.get(id)?.option ?? '']))
    return { offers, terms, standing }
  }

  private visit({ offers, standing }: Node, depth: number, gains: Gains): void {
    if (++this.nodes > MAX_NODES || this.steps.spent) {
      this.exact = false
      return
    }
    if (this.found && !this.isBetter(standing, this.found.standing)) return
    const issue = this.issues[depth]
    if (!issue) {
      this.found = this.whole(offers, standing)
      return
    }
    // The most promising option first, so that the rest is soon out of the running.
    const next = byId(issue.options).flatMap((option) => {
      const filled = new Map([...offers, [issue.id, { option: option.id }]])
      const after = this.gainsWith(gains, { issue, option: option.id }, this.scratch)
      const node = this.look(filled, after)
      return node ? [{ ...node, option: option.id }] : []
    })
    next.sort(
      (a, b) =>
        Number(this.isBetter(b.standing, a.standing)) -
        Number(this.isBetter(a.standing, b.standing))
    )
    for (const node of next)
      this.visit(node, depth + 1, this.gainsWith(gains, { issue, option: node.option }))
  }

  /** A package filled so far with a bound on its standing; undefined where it is ruled out. */
  private look(offers: Offers, gains: Gains): Node | undefined {
    if (excludedAt(this.excluded, stagesOf(offers)) === true) return undefined
    return { offers, standing: this.bound(offers, gains) }
  }

  /** Each party's gain with its best (worst) of every issue from a depth on, in every draw. */
  private gainsFrom(offers: Offers, depth: number): Gains {
    return new Map(
      requiredParties(this.judge.source).map((party) => {
        const gains = this.judge.gain(party, offers).slice()
        if (this.judge.hasGain(party))
          for (const issue of this.issues.slice(depth)) addTo(gains, this.end(party, issue))
        return [party, gains]
      })
    )
  }

  /** The same once an issue is settled: what it brings in place of what it could. */
  private gainsWith(
    gains: Gains,
    { issue, option }: { readonly issue: Issue; readonly option: string },
    into: Map<string, Float64Array> = new Map()
  ): Gains {
    for (const [party, before] of gains) {
      const after = into.get(party) ?? new Float64Array(before.length)
      into.set(party, after)
      after.set(before)
      if (!this.judge.hasGain(party)) continue
      const part = this.judge.gainOf(party).part(issue.id, { option })
      const end = this.end(party, issue)
      for (let i = 0; i < after.length; i++)
        after[i] = (before[i] as number) + ((part[i] as number) - (end[i] as number))
    }
    return into
  }

  /** Whether one standing is better (worse, where the worst is wanted) than another. */
  private isBetter(one: Standing, other: Standing): boolean {
    const sign = this.want === 'best' ? 1 : -1
    if (one.p !== other.p) return sign * (one.p - other.p) > 0
    if (one.crossings !== other.crossings) return sign * (other.crossings - one.crossings) > 0
    return sign * (one.gain - other.gain) > TIE
  }

  /**
   * A bound on the standing, exact once nothing is open: each party gets its best (worst) of what
   * is open, in every draw.
   */
  private bound(offers: Offers, gains: Gains): Standing {
    this.steps.spend(this.cost)
    const best = this.want === 'best'
    const stages = stagesOf(offers)
    const { surely, maybe } = this.judge.required(stages)
    const product = new Float64Array(this.judge.sampler.count).fill(1)
    let [gain, crossings] = [Number.POSITIVE_INFINITY, 0]
    for (const party of best ? surely : [...surely, ...maybe]) {
      const own = gains.get(party) as Column
      multiply(product, accepting(own, this.consentBound(party, offers)))
      if (this.judge.hasGain(party)) gain = Math.min(gain, average(own))
      crossings += this.crossings(party, stages)
    }
    return { p: average(product), crossings, gain }
  }

  /** Redlines crossed under some scenario: those already crossed, or, for the worst, those open. */
  private crossings(party: string, stages: Stages): number {
    const { scenarios } = this.judge.source
    return this.judge.stance(party).redlines.filter((redline) => {
      const crossed = possibleMasks(scenarios).map((mask) =>
        crosses(redline, stages, scenarioFacts(mask, scenarios))
      )
      return crossed.includes(true) || (this.want === 'worst' && crossed.includes(undefined))
    }).length
  }

  /**
   * With open issues, redlines not yet crossed count as kept (crossed), bodies not yet decided as
   * passing (refusing).
   */
  private consentBound(party: string, offers: Offers): Column {
    const stages = stagesOf(offers)
    const stance = this.judge.stance(party)
    const undecided = stance.ratification.some((body) =>
      this.judge.ratifier.isOpen(body, endOf(stages))
    )
    const openRedline = stance.redlines.some(
      ({ crossedWhen }) => crossedWhen && issuesIn(crossedWhen).some((id) => !offers.has(id))
    )
    if (this.want === 'best')
      return this.judge.consent(party, stages, undecided ? { polls: 'none' } : {})
    if (undecided || openRedline) return new Float64Array(this.judge.sampler.count)
    return this.judge.consent(party, stages)
  }

  /** The most (least) an open issue can add to a party's gain in each draw. */
  private end(party: string, issue: Issue): Column {
    const key = `${party} ${issue.id}`
    const known = this.ends.get(key)
    if (known) return known
    const parts = issue.options.map((option) =>
      this.judge.gainOf(party).part(issue.id, { option: option.id })
    )
    const pick = this.want === 'best' ? Math.max : Math.min
    const end = Float64Array.from({ length: this.judge.sampler.count }, (_, i) =>
      pick(...parts.map((part) => part[i] as number))
    )
    this.ends.set(key, end)
    return end
  }
}

/** By party, what it may gain in every draw. */
type Gains = ReadonlyMap<string, Float64Array>

/** A package filled so far, and a bound on its standing. */
interface Node extends Pick<Completion, 'offers' | 'standing'> {}

/** In the order of their ids, so that the order of the file decides nothing. */
const byId = <T extends { readonly id: string }>(entries: readonly T[]): readonly T[] =>
  [...entries].sort((a, b) => (a.id < b.id ? -1 : 1))
