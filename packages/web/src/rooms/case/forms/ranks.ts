import type { Case, Range } from '@truce/core'
import type { Change } from '../../../state/yaml-edit.ts'
import { written } from '../scale.ts'
import type { Ratio } from './elicit.ts'
import { weightsByRank, weightsByRatios, worthsByRank } from './elicit.ts'

/** Issues by importance, and the options of each from best to worst. */
export interface Ranks {
  readonly issues: readonly string[]
  readonly options: Readonly<Record<string, readonly string[]>>
}

/** The order that the case has so far: by weight and worth where they are said, else its own. */
export function startingRanks(source: Case, party: string): Ranks {
  const interests = source.stances.get(party)?.interests ?? []
  const weight = (id: string): number =>
    middle(interests.find(({ issue }) => issue === id)?.weight.range)
  const worth = (id: string, option: string): number =>
    middle(interests.find(({ issue }) => issue === id)?.values.get(option)?.[0]?.judgement.range)
  return {
    issues: ordered(
      source.issues.map(({ id }) => id),
      weight
    ),
    options: Object.fromEntries(
      source.issues.map(({ id, options }) => {
        // Between the ends of a divided amount worth runs straight.
        const isAmount = options.some(({ amount }) => amount !== undefined)
        const shown = isAmount ? [options[0], options.at(-1)] : options
        const ids = shown.flatMap((one) => one?.id ?? [])
        return [id, ordered(ids, (option) => worth(id, option))]
      })
    )
  }
}

const middle = (range: Range | undefined): number =>
  range ? (range.mode ?? (range.low + range.high) / 2) : 0

const ordered = (ids: readonly string[], by: (id: string) => number): readonly string[] =>
  [...ids].sort((a, b) => by(b) - by(a))

/** What is written for a party. */
export interface Elicited {
  readonly party: string
  readonly ranks: Ranks
  readonly ratios: readonly (Ratio | undefined)[]
  readonly source: string
  readonly because: string
  /** Whose the party's figures are where an entry does not say. */
  readonly whose: string | undefined
}

/** The changes that write a party's figures, each with how it was made. */
export function figuresFrom(
  source: Case,
  { party, ranks, ratios, source: cited, because, whose }: Elicited
): readonly Change[] {
  const { issues, options } = ranks
  const pairs = issues.slice(1).map((_, rank) => ratios[rank])
  const weights = pairs.some(Boolean) ? weightsByRatios(pairs) : weightsByRank(issues.length)
  const told = source.stances.get(party)?.interests ?? []
  return issues.flatMap((issue, rank) => {
    const order = options[issue] ?? []
    const worths = worthsByRank(order.length)
    const entry = {
      weight: weightOf(weights[rank]),
      values: Object.fromEntries(
        inOrder(source, issue, order).map((id) => [id, weightOf(worths[order.indexOf(id)])])
      ),
      source: cited,
      ...(whose === undefined || whose === 'authors' ? {} : { numbers: 'authors' }),
      because
    }
    const at = `stances/${party}/interests/${issue}`
    return told.some((one) => one.issue === issue)
      ? Object.entries(entry).map(([key, value]) => ({ at: `${at}/${key}`, value }))
      : [{ at, value: entry }]
  })
}

/** The options that were put in order, as the case lists them. */
const inOrder = (source: Case, issue: string, order: readonly string[]): readonly string[] =>
  (source.issues.find(({ id }) => id === issue)?.options ?? [])
    .map(({ id }) => id)
    .filter((id) => order.includes(id))

const weightOf = (range: Range | undefined): unknown => range && written(range)
