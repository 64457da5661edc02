// Value, risk and utility of the spatial model of KTAB (King Abdullah Petroleum Studies and Research
// Center), as its program has them.

/** Where one stands on each dimension, 0..1, and how much each counts for it. */
export interface Spatial {
  readonly at: readonly number[]
  readonly salience: readonly number[]
}

/** What another's position is worth to a party, from 0 to 1, its own. */
export function spatialValue({ at, salience }: Spatial, other: readonly number[]): number {
  const length = (list: readonly number[]): number =>
    Math.sqrt(list.reduce((sum, one) => sum + one * one, 0))
  const apart = at.map((one, k) => (salience[k] ?? 0) * (one - (other[k] ?? 0)))
  return 1 - length(apart) / length(salience)
}

/**
 * The ends and the middle of the scale of attitudes to risk. Its program reckons each party's from
 * chances of winning, by a rule that is not published where we could read it: so all three are tried.
 */
export const ATTITUDES = [-0.5, 0, 1] as const

/** A value as one with this attitude to risk sees it. */
export const riskAware = (value: number, risk: number): number => value + risk * value * (1 - value)

/**
 * The chance that each position prevails over each, by the weights of those who like it better and by
 * how much (proportional votes, linear victory); a half where nobody minds. `values` by voter, then
 * position.
 */
export function prevailing(
  weights: readonly number[],
  values: readonly (readonly number[])[]
): readonly (readonly number[])[] {
  const forOver = (i: number, j: number): number =>
    weights.reduce((sum, weight, k) => {
      const by = (values[k]?.[i] ?? 0) - (values[k]?.[j] ?? 0)
      return sum + weight * Math.max(0, by)
    }, 0)
  return weights.map((_, i) =>
    weights.map((_, j) => {
      const [one, other] = [forOver(i, j), forOver(j, i)]
      return one + other > 0 ? one / (one + other) : 0.5
    })
  )
}
