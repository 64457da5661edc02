import type { Column } from '../draws/column.ts'
import { normalCdf, normalQuantile } from '../draws/quantile.ts'
import type { Sampler } from '../draws/sampler.ts'
import type { Body, Effect, Package } from '../model/case.ts'
import { addTo } from './columns.ts'

/**
 * A reading of polls: the share in favour, its standard error, and how each poll's error enters it.
 * `shared` is the part of sigma that other polls of the same question have in common with it.
 */
export interface PollReading {
  readonly share: number
  readonly sigma: number
  readonly shared: number
  readonly parts: readonly { readonly poll: string; readonly slope: number }[]
}

/** Effects that a package has on a body's share: those of the options it ends in. */
export const effectsOf = ({ effects }: Pick<Body, 'effects'>, terms: Package): readonly Effect[] =>
  effects.filter(({ issue, option }) => terms.get(issue) === option)

/** The sum of effects in each draw, in points of share. */
export function pointsOf(effects: readonly Effect[], sampler: Sampler): Column {
  const sum = new Float64Array(sampler.count)
  for (const { points } of effects) addTo(sum, sampler.column(points))
  return sum
}

/** Shares nearer to 0 or 1 than this are read as this, for the scale has no end. */
const EDGE = 0.001

/**
 * A reading moved by so many points, added on the probit scale around the share that was polled:
 *   s' = Phi(z + e / (100 phi(z))),  z = Phi^-1(s),  sigma' = sigma phi(z') / phi(z),
 * so that a small effect moves the share by just its points, and no share leaves 0..1.
 */
export function movedBy(reading: PollReading, points: number): PollReading {
  if (points === 0) return reading
  const from = normalQuantile(Math.min(1 - EDGE, Math.max(EDGE, reading.share)))
  const to = from + points / (100 * density(from))
  const slope = density(to) / density(from)
  return {
    share: normalCdf(to),
    sigma: reading.sigma * slope,
    shared: reading.shared * slope,
    parts: reading.parts.map((part) => ({ ...part, slope: part.slope * slope }))
  }
}

const density = (z: number): number => Math.exp(-(z * z) / 2) / Math.sqrt(2 * Math.PI)
