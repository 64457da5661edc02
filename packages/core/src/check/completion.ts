import type { Column } from '../draws/column.ts'
import type { Issue, Rule } from '../model/case.ts'
import { issuesIn } from '../model/condition.ts'
import { excludedAt } from '../worth/admissible.ts'
import { accepting, addTo, multiply } from '../worth/columns.ts'
import { average } from '../worth/estimate.ts'
import type { Judge } from '../worth/judge.ts'
import type { Offers } from '../worth/offers.ts'
import { openIssues, stagesOf } from '../worth/offers.ts'

/** One way to fill a draft's open issues. */
export interface Completion {
  readonly offers: Offers
  readonly terms: ReadonlyMap<string, string>
  readonly p: number
}

/** The best and the worst way to fill a draft's open issues, by joint p. */
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
  const search = new Search(judge, offers, rules)
  const best = search.run('best')
  const worst = best && search.run('worst')
  return best && worst ? { best, worst, exact: search.exact } : undefined
}

/** The best completion alone; undefined when the rules leave none. */
export function bestCompletion(
  judge: Judge,
  offers: Offers,
  rules: readonly Rule[] = judge.source.rules
): Completion | undefined {
  return new Search(judge, offers, rules).run('best')
}

class Search {
  exact = true
  private nodes = 0
  private found: Completion | undefined
  private readonly judge: Judge
  private readonly rules: readonly Rule[]
  private readonly start: Offers
  private readonly issues: readonly Issue[]
  private readonly idle: readonly Issue[]
  private readonly ends = new Map<string, Column>()

  constructor(judge: Judge, offers: Offers, rules: readonly Rule[]) {
    this.judge = judge
    this.rules = rules
    this.start = offers
    const open = openIssues(offers, judge.source)
    const matters = mattering(judge)
    const isOpen = (issue: Issue): boolean => open.includes(issue.id)
    this.issues = judge.source.issues.filter((issue) => isOpen(issue) && matters.has(issue.id))
    this.idle = judge.source.issues.filter((issue) => isOpen(issue) && !matters.has(issue.id))
  }

  run(want: 'best' | 'worst'): Completion | undefined {
    this.nodes = 0
    this.found = undefined
    const idle = this.idle.map(
      (issue) => [issue.id, { option: issue.options[0]?.id ?? '' }] as const
    )
    this.visit(new Map([...this.start, ...idle]), 0, want)
    return this.found
  }

  private visit(offers: Offers, depth: number, want: 'best' | 'worst'): void {
    if (++this.nodes > MAX_NODES) {
      this.exact = false
      if (this.found) return
    }
    if (excludedAt(this.rules, stagesOf(offers)) === true) return
    const issue = this.issues[depth]
    const p = average(this.bound(offers, depth, want))
    if (this.found && (want === 'best' ? p <= this.found.p : p >= this.found.p)) return
    if (!issue) {
      const open = openIssues(this.start, this.judge.source)
      const terms = new Map(open.map((id) => [id, offers.get(id)?.option ?? '']))
      this.found = { offers, terms, p }
      return
    }
    for (const option of issue.options)
      this.visit(new Map([...offers, [issue.id, { option: option.id }]]), depth + 1, want)
  }

  /**
   * A bound on the joint acceptance in each draw, exact once nothing is open: each party gets its
   * best (worst) of what is open.
   */
  private bound(offers: Offers, depth: number, want: 'best' | 'worst'): Float64Array {
    const stages = stagesOf(offers)
    const { surely, maybe } = this.judge.required(stages)
    const product = new Float64Array(this.judge.sampler.count).fill(1)
    for (const party of want === 'best' ? surely : [...surely, ...maybe]) {
      const gain = this.judge.gain(party, offers).slice()
      for (const issue of this.issues.slice(depth)) addTo(gain, this.end(party, issue, want))
      multiply(product, accepting(gain, this.consentBound(party, offers, want)))
    }
    return product
  }

  /**
   * With open issues, redlines not yet crossed count as kept (crossed), bodies not yet decided as
   * passing (refusing).
   */
  private consentBound(party: string, offers: Offers, want: 'best' | 'worst'): Column {
    const stages = stagesOf(offers)
    const stance = this.judge.stance(party)
    const undecided = stance.ratification.some((body) =>
      this.judge.ratifier
        .rows(body, stages.at(-1) ?? new Map())
        .some(({ matches }) => matches === undefined)
    )
    const openRedline = stance.redlines.some(
      ({ crossedWhen }) => crossedWhen && issuesIn(crossedWhen).some((id) => !offers.has(id))
    )
    if (want === 'best')
      return this.judge.consent(party, stages, undecided ? { polls: 'none' } : {})
    if (undecided || openRedline) return new Float64Array(this.judge.sampler.count)
    return this.judge.consent(party, stages)
  }

  /** The most (least) an open issue can add to a party's gain in each draw. */
  private end(party: string, issue: Issue, want: 'best' | 'worst'): Column {
    const key = `${want} ${party} ${issue.id}`
    const known = this.ends.get(key)
    if (known) return known
    const parts = issue.options.map((option) =>
      this.judge.gainOf(party).part(issue.id, { option: option.id })
    )
    const pick = want === 'best' ? Math.max : Math.min
    const end = Float64Array.from({ length: this.judge.sampler.count }, (_, i) =>
      pick(...parts.map((part) => part[i] as number))
    )
    this.ends.set(key, end)
    return end
  }
}

/**
 * Issues that can change anything: valued by a required party, or spoken of by a rule, requirement,
 * redline or body.
 */
export function mattering(judge: Judge): ReadonlySet<string> {
  const valued = judge.source.required.flatMap(({ party }) =>
    judge.stance(party).interests.map(({ issue }) => issue)
  )
  return new Set([...valued, ...structuralIssues(judge)])
}

/**
 * Issues that rules, requirements, and the required parties' redlines and ratifying bodies speak
 * of.
 */
export function structuralIssues(judge: Judge): ReadonlySet<string> {
  const { rules, required } = judge.source
  const conditions = required.flatMap(({ party, when }) => {
    const { redlines, ratification } = judge.stance(party)
    return [
      when,
      ...redlines.map(({ crossedWhen }) => crossedWhen),
      ...ratification.flatMap(({ support }) => support.map((row) => row.when))
    ]
  })
  return new Set(
    [...conditions, ...rules.map(({ excludes }) => excludes)].flatMap((condition) =>
      condition ? issuesIn(condition) : []
    )
  )
}
