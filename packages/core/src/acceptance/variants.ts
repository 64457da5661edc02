import { average } from '../worth/estimate.ts'
import type { Judge } from '../worth/judge.ts'
import type { Offers } from '../worth/offers.ts'
import { stagesOf } from '../worth/offers.ts'

/** Options of a changed issue that do no less well than the one that was found. */
export interface AsGood {
  readonly issue: string
  readonly options: readonly string[]
  /** Whether any option but the draft's own does. */
  readonly any: boolean
}

/** A mean gain that moves by less is the same to be seen. */
const LEAST_MOVE = 0.05

/** A package with its changes, and which packages may be offered in its place. */
export interface Varied {
  readonly offers: Offers
  readonly standardError: number
  readonly changes: readonly {
    readonly issue: string
    readonly from: { readonly option: string }
  }[]
  readonly keeps: (offers: Offers) => boolean
}

/**
 * The family of a package: of each issue that it changes, the other options with which the chance
 * stays within one standard error and every needed party's mean gain where it is.
 */
export function familyOf(
  judge: Judge,
  { offers, standardError, changes, keeps }: Varied
): readonly AsGood[] {
  const needed = (of: Offers): readonly string[] => judge.required(stagesOf(of)).surely
  const chance = (of: Offers): number => average(judge.joint(needed(of), of))
  const gains = (of: Offers): readonly number[] =>
    needed(of).map((party) => average(judge.gain(party, of)))
  const [p, own, parties] = [chance(offers), gains(offers), needed(offers).join()]
  const asGood = (other: Offers): boolean =>
    keeps(other) &&
    needed(other).join() === parties &&
    gains(other).every((gain, k) => Math.abs(gain - (own[k] as number)) < LEAST_MOVE) &&
    Math.abs(chance(other) - p) <= standardError
  return changes.flatMap(({ issue, from }): readonly AsGood[] => {
    const all = judge.source.issues.find(({ id }) => id === issue)?.options ?? []
    const others = all
      .map(({ id }) => id)
      .filter((id) => id !== from.option && id !== offers.get(issue)?.option)
    const options = others.filter((option) => asGood(new Map([...offers, [issue, { option }]])))
    return options.length === 0 ? [] : [{ issue, options, any: options.length === others.length }]
  })
}
