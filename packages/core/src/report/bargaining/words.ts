import type { DealSpace } from '../../bargaining/index.ts'
import type { Bargain } from '../../deals/bargain.ts'
import type { Case } from '../../model/case.ts'
import { textIn } from '../../model/package.ts'
import { listed, nameOf } from '../words.ts'

/** What standards are called in tables, and what each asks for. */
export const STANDARD_WORDS = {
  nash: ['Nash', 'the greatest product of gains'],
  maxMin: [
    'Kalai-Smorodinsky',
    'the greatest least share of what each could gain at best, then the second least, and so on'
  ],
  mostEqual: [
    'most equal shares',
    'the least difference between those shares, among efficient packages'
  ],
  egalitarian: [
    'egalitarian',
    'the greatest least gain, then the second least, and so on (compares points across parties)'
  ],
  welfare: ['greatest sum', 'the greatest sum of gains (compares points across parties)']
} as const

/** A party's name by its index in the space. */
export const partyAt = ({ source, space }: Bargain, party: number): string =>
  nameOf(source, space.parties[party] ?? '')

/** Units as points with one decimal and a sign. */
export function signed(points: number): string {
  const rounded = points.toFixed(1)
  return Number(rounded) > 0 ? `+${rounded}` : Number(rounded) === 0 ? '0.0' : rounded
}

/** Gains of each party in points. */
export const inPoints = (space: DealSpace, units: Float64Array): readonly number[] =>
  Array.from(units, (gain, party) => gain / (space.unitsPerPoint[party] as number))

/** A package in the case's ids. */
export const termsOf = (
  { issues }: DealSpace,
  choice: readonly number[]
): ReadonlyMap<string, string> =>
  new Map(issues.map(({ id, options }, issue) => [id, options[choice[issue] ?? 0] ?? '']))

/** An option in the case's words, after its issue; a staged one (`now > later`) as both. */
export function settledAs(source: Case, issue: string, option: string): string {
  const found = source.issues.find(({ id }) => id === issue)
  const title = (id: string): string => {
    const chosen = found?.options.find((one) => one.id === id)
    const unit =
      chosen?.amount !== undefined && found?.unit !== undefined ? ` ${textIn(found.unit)}` : ''
    return chosen ? `${textIn(chosen.title)}${unit}` : id
  }
  return `${found ? textIn(found.title) : issue}: ${option.split(' > ').map(title).join(', later ')}`
}

/**
 * Who gains how much, such as `Russia +3.1 and Ukraine +0.4`; who neither gains nor loses is left
 * out.
 */
export function whoGains(about: Bargain, points: readonly number[]): string {
  const moved = points.flatMap((value, party) =>
    Number(value.toFixed(1)) === 0 ? [] : [`${partyAt(about, party)} ${signed(value)}`]
  )
  return moved.length === 0 ? 'nobody as much as 0.1 points' : listed(moved)
}
