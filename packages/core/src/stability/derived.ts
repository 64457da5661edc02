import { expected } from '../draws/sampler.ts'
import type { Case, Interest, Package } from '../model/case.ts'
import type { Judgement } from '../model/judgement.ts'
import { centre } from '../model/judgement.ts'

/** What a party's stance makes a state worth, 0..100, at central values. */
export interface DerivedValue {
  /** A state with these terms settled; the rest is as it would be without an agreement. */
  readonly terms: (settled: Package) => number
  /** A state that means a proposal (by id) or `no-deal`. */
  readonly meaning: (means: string) => number
}

/**
 * Values for the states of a graph whose preferences are derived: `u = sum w v / sum w` over the
 * party's interests. An issue no move has settled is as the party's no-deal terms have it, else as
 * `if-silent` says, else worth the mean of its options. Undefined without interests.
 */
export function derivedValue(
  source: Case,
  party: string,
  value?: (judgement: Judgement) => number
): DerivedValue | undefined {
  const stance = source.stances.get(party)
  if (!stance || stance.interests.length === 0) return undefined
  const at =
    value ?? ((judgement: Judgement): number => expected(judgement, source.scenarios, centre))
  const worth = (interest: Interest, option: string | undefined): number => {
    const values = new Map(
      [...interest.values].map(([id, blend]) => [
        id,
        blend.reduce((sum, { judgement, share }) => sum + share * at(judgement), 0)
      ])
    )
    const known = option === undefined ? undefined : values.get(option)
    return known ?? [...values.values()].reduce((sum, value) => sum + value, 0) / values.size
  }
  const base = stance.noDeal?.base
  const without =
    base?.kind === 'outcomes'
      ? (base.outcomes[0]?.terms ?? new Map<string, string>())
      : new Map<string, string>()
  const silent = new Map(
    source.issues.flatMap((issue) =>
      issue.ifSilent === undefined ? [] : [[issue.id, issue.ifSilent] as const]
    )
  )
  const mean = (optionOf: (issue: string) => number): number => {
    const weights = stance.interests.map((interest) => at(interest.weight))
    const total = weights.reduce((sum, weight) => sum + weight, 0)
    return (
      stance.interests.reduce(
        (sum, interest, k) => sum + (weights[k] as number) * optionOf(interest.issue),
        0
      ) / total
    )
  }
  const interestIn = new Map(stance.interests.map((interest) => [interest.issue, interest]))
  const priced = (terms: Package): number =>
    mean((issue) =>
      worth(
        interestIn.get(issue) as Interest,
        terms.get(issue) ?? without.get(issue) ?? silent.get(issue)
      )
    )
  const noDeal = (): number => {
    const ledger = (stance.noDeal?.ledger ?? []).reduce(
      (sum, entry) => sum + (entry.toward === 'continue' ? 1 : -1) * at(entry.worth),
      0
    )
    if (base?.kind === 'range') return at(base.judgement) + ledger
    const outcomes = base?.outcomes ?? []
    const chance = (p: Judgement | undefined): number => (p ? at(p) : 1)
    const sum = outcomes.reduce((all, { p }) => all + chance(p), 0)
    return (
      outcomes.reduce((all, { p, terms }) => all + (chance(p) / sum) * priced(terms), 0) + ledger
    )
  }
  return {
    terms: priced,
    meaning: (means) => {
      const proposal = source.proposals.find(({ id }) => id === means)
      if (!proposal) return noDeal()
      const stage = (pick: 'option' | 'then'): Package =>
        new Map([...proposal.terms].map(([issue, term]) => [issue, term[pick] ?? term.option]))
      const [first, last] = [stage('option'), stage('then')]
      return mean((issue) => {
        const interest = interestIn.get(issue) as Interest
        const chance = proposal.terms.get(issue)?.chance
        const share = chance ? at(chance) : 1
        const option = (terms: Package): string | undefined => terms.get(issue) ?? silent.get(issue)
        return (1 - share) * worth(interest, option(first)) + share * worth(interest, option(last))
      })
    }
  }
}
