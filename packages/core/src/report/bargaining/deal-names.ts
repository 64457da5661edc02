import type { DealSpace } from '../../bargaining/index.ts'
import { roundingOf } from '../../bargaining/index.ts'
import type { Bargain } from '../../deals/bargain.ts'
import type { Words } from '../words/index.ts'
import { nameOf, signed } from '../words/index.ts'

/** A party's name by its index in the space. */
export const partyAt = (
  { source, space }: Pick<Bargain, 'source' | 'space'>,
  party: number
): string => nameOf(source, space.parties[party] ?? '')

/** Gains of each party in points. */
export const inPoints = (space: DealSpace, units: Float64Array): readonly number[] =>
  Array.from(units, (gain, party) => gain / (space.unitsPerPoint[party] as number))

/**
 * The points by which gains may differ and still count as equal, where numbers were rounded: the
 * most of any party, in plain digits.
 */
export function roundingText({ space }: Pick<Bargain, 'space'>): string {
  const most = Math.max(...inPoints(space, roundingOf(space) ?? new Float64Array(0)), 0)
  const digits = most > 0 ? Math.max(0, 1 - Math.floor(Math.log10(most))) : 0
  return String(most.toFixed(digits)).replace(/(\.\d*?)0+$/, '$1')
}

/** A package in the case's ids. */
export const termsOf = (
  { issues }: DealSpace,
  choice: readonly number[]
): ReadonlyMap<string, string> =>
  new Map(issues.map(({ id, options }, issue) => [id, options[choice[issue] ?? 0] ?? '']))

/**
 * Who gains how much, such as `Russia +3.1 and Ukraine +0.4`; who neither gains nor loses is left
 * out.
 */
export function whoGains({ say, list }: Words, about: Bargain, points: readonly number[]): string {
  const moved = points.flatMap((value, party) =>
    Number(value.toFixed(1)) === 0 ? [] : [`${partyAt(about, party)} ${signed(value)}`]
  )
  return moved.length === 0 ? say('gains.nobody') : list(moved)
}

/** What two packages settle otherwise: the terms of the second that the first has not. */
export const differingTerms = (
  from: ReadonlyMap<string, string>,
  to: ReadonlyMap<string, string>
): readonly (readonly [string, string])[] =>
  [...to].filter(([issue, option]) => from.get(issue) !== option)
