import type { Column } from '../draws/column.ts'
import { scenarioFacts } from '../draws/sampler.ts'
import type { Issue, Rule } from '../model/case.ts'
import { issuesIn } from '../model/condition.ts'
import { demandOf, excludedAt, firmRedlines } from '../worth/admissible.ts'
import { accepting, addTo, multiply } from '../worth/columns.ts'
import { FIRM, TIE } from '../worth/conventions.ts'
import { average } from '../worth/estimate.ts'
import type { Judge } from '../worth/judge.ts'
import { mattering } from '../worth/mattering.ts'
import type { Offers, Stages } from '../worth/offers.ts'
import { endOf, openIssues, stagesOf } from '../worth/offers.ts'
import { crosses } from '../worth/redlines.ts'
import { possibleMasks } from '../worth/scenarios.ts'

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

/** The best and the worst way to fill a draft's open issues. */
export interface Completions {
  readonly best: Completion
  readonly worst: Completion
  /** False when the limit on nodes stopped the search; then these are the best and worst found. */
  readonly exact: boolean
}

const MAX_NODES = 3000

/**
 * Best and worst completion by branch and bound over the draws. Undefined when the rules leave no
 * completion at all.
 */
export function completions(
  judge: Judge,
  offers: Offers,
  rules: readonly Rule[] = judge.source.rules
): Completions | undefined {
  const best = bestCompletion(judge, offers, rules)
  const search = new Search(judge, offers, { want: 'worst', rules })
  const worst = best && search.run()
  return best && worst ? { best, worst, exact: best.exact && search.exact } : undefined
}

/**
 * The best completion alone; undefined when the rules leave none. One that crosses no firm redline
 * is better than any that does, whatever its chance: a draft is dead only where every way to fill
 * it is.
 */
export function bestCompletion(
  judge: Judge,
  offers: Offers,
  rules: readonly Rule[] = judge.source.rules
): (Completion & { readonly exact: boolean }) | undefined {
  const firm = firmRedlines(judge.source, FIRM).flatMap((redline): readonly Forbidden[] => {
    const excludes = demandOf(redline, judge.source)
    return excludes ? [{ ...redline, excludes }] : []
  })
  const ways = firm.length === 0 ? [[]] : [firm, []]
  for (const forbidden of ways) {
    const search = new Search(judge, offers, { want: 'best', rules, forbidden })
    const found = search.run()
    if (found) return { ...found, exact: search.exact }
  }
  return undefined
}

/** Which end is looked for, and among what. */
interface Wanted {
  readonly want: 'best' | 'worst'
  readonly rules: readonly Rule[]
  /** What the package may not meet besides, at the stages that a redline is read at. */
  readonly forbidden?: readonly Forbidden[]
}

type Forbidden = Parameters<typeof excludedAt>[0][number]

class Search {
  exact = true
  private nodes = 0
  private found: Completion | undefined
  private readonly judge: Judge
  private readonly want: 'best' | 'worst'
  private readonly excluded: readonly Forbidden[]
  private readonly start: Offers
  private readonly issues: readonly Issue[]
  private readonly idle: readonly Issue[]
  private readonly ends = new Map<string, Column>()

  constructor(judge: Judge, offers: Offers, { want, rules, forbidden = [] }: Wanted) {
    this.judge = judge
    this.want = want
    this.excluded = [...rules, ...forbidden]
    this.start = offers
    const open = openIssues(offers, judge.source)
    const matters = mattering(judge)
    const left = byId(judge.source.issues.filter(({ id }) => open.includes(id)))
    this.issues = left.filter(({ id }) => matters.has(id))
    this.idle = left.filter(({ id }) => !matters.has(id))
  }

  run(): Completion | undefined {
    const idle = this.idle.map(
      ({ id, options }) => [id, { option: byId(options)[0]?.id ?? '' }] as const
    )
    const root = this.look(new Map([...this.start, ...idle]), 0)
    if (root) this.visit(root, 0)
    return this.found
  }

  private visit({ offers, standing }: Node, depth: number): void {
    if (++this.nodes > MAX_NODES) {
      this.exact = false
      if (this.found) return
    }
    if (this.found && !this.isBetter(standing, this.found.standing)) return
    const issue = this.issues[depth]
    if (!issue) {
      const open = openIssues(this.start, this.judge.source)
      const terms = new Map(open.map((id) => [id, offers.get(id)?.option ?? '']))
      this.found = { offers, terms, standing }
      return
    }
    // The most promising option first, so that the rest is soon out of the running.
    const next = byId(issue.options).flatMap((option) => {
      const filled = new Map([...offers, [issue.id, { option: option.id }]])
      return this.look(filled, depth + 1) ?? []
    })
    next.sort(
      (a, b) =>
        Number(this.isBetter(b.standing, a.standing)) -
        Number(this.isBetter(a.standing, b.standing))
    )
    for (const node of next) this.visit(node, depth + 1)
  }

  /** A package filled so far with a bound on its standing; undefined where it is ruled out. */
  private look(offers: Offers, depth: number): Node | undefined {
    if (excludedAt(this.excluded, stagesOf(offers)) === true) return undefined
    return { offers, standing: this.bound(offers, depth) }
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
  private bound(offers: Offers, depth: number): Standing {
    const best = this.want === 'best'
    const stages = stagesOf(offers)
    const { surely, maybe } = this.judge.required(stages)
    const product = new Float64Array(this.judge.sampler.count).fill(1)
    const left = this.issues.slice(depth)
    let [gain, crossings] = [Number.POSITIVE_INFINITY, 0]
    for (const party of best ? surely : [...surely, ...maybe]) {
      const gains = this.judge.gain(party, offers).slice()
      for (const issue of left) addTo(gains, this.end(party, issue))
      multiply(product, accepting(gains, this.consentBound(party, offers)))
      if (this.judge.hasGain(party)) gain = Math.min(gain, average(gains))
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

/** A package filled so far, and a bound on its standing. */
interface Node extends Pick<Completion, 'offers' | 'standing'> {}

/** In the order of their ids, so that the order of the file decides nothing. */
const byId = <T extends { readonly id: string }>(entries: readonly T[]): readonly T[] =>
  [...entries].sort((a, b) => (a.id < b.id ? -1 : 1))
