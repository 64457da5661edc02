import type { Space } from './space.ts'

/** Steps towards the combination of gains that binds most. */
const STEPS_TO_SUM = 300

/**
 * Sums of gains that bound every package: where all parties gain, so does every weighted sum of
 * them. For the parties always needed, and for all: each counting once, and weighed so that the
 * best package for the sum is as poor as can be on the mean over the draws (the dual of the
 * greatest least gain), by steps along the subgradient.
 */
export function bindingSums(space: Space): readonly Float64Array[] {
  const { parties, judge } = space
  const always = parties.map((party) =>
    judge.source.required.some((one) => one.party === party && one.when === undefined)
  )
  const told = (p: number): boolean => judge.hasGain(parties[p] as string)
  const groups = [
    parties.map((_, p) => always[p] === true && told(p)),
    parties.map((_, p) => told(p))
  ]
  const several = groups.filter(
    (group, i) =>
      group.filter(Boolean).length > 1 && (i === 0 || group.join() !== groups[0]?.join())
  )
  return several.flatMap((group) => [
    Float64Array.from(group, (one) => (one ? 1 : 0)),
    dualOf(space, group)
  ])
}

function dualOf(space: Space, group: readonly boolean[]): Float64Array {
  const width = space.parties.length
  const fixed = meansOver(space.fixed, width)
  const issues = space.issues.map(({ ways }) => ways.map(({ parts }) => meansOver(parts, width)))
  const size = group.filter(Boolean).length
  let weights = Float64Array.from(group, (one) => (one ? 1 / size : 0))
  let [best, least] = [weights, Number.POSITIVE_INFINITY]
  for (let step = 1; step <= STEPS_TO_SUM; step++) {
    const gains = fixed.slice()
    for (const ways of issues) {
      const worth = ways.map((mean) => dot(mean, weights))
      const top = ways[worth.indexOf(Math.max(...worth))] as Float64Array
      for (let p = 0; p < width; p++) gains[p] = (gains[p] as number) + (top[p] as number)
    }
    const value = dot(gains, weights)
    if (value < least) [best, least] = [weights, value]
    const size = 0.05 / Math.sqrt(step)
    const scale = Math.max(1e-9, ...gains.map(Math.abs))
    const next = weights.map((weight, p) =>
      group[p] ? weight * Math.exp((-size * 10 * (gains[p] as number)) / scale) : 0
    )
    const sum = next.reduce((total, weight) => total + weight, 0)
    weights = next.map((weight) => weight / sum)
  }
  return best
}

/** Means over the draws of columns that stand side by side. */
export function meansOver(parts: Float64Array, width: number): Float64Array {
  const sums = new Float64Array(width)
  for (let i = 0; i < parts.length; i++)
    sums[i % width] = (sums[i % width] as number) + (parts[i] as number)
  return sums.map((sum) => (sum * width) / parts.length)
}

const dot = (one: Float64Array, other: Float64Array): number =>
  one.reduce((sum, value, i) => sum + value * (other[i] as number), 0)
