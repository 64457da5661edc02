import type { Column } from '../draws/column.ts'
import type { Case } from '../model/case.ts'
import type { Overture } from '../model/overtures.ts'
import { average, meanOf } from '../worth/estimate.ts'
import type { Point } from '../worth/scalar.ts'
import { centralPoint } from '../worth/scalar.ts'
import type { Beliefs, OvertureResponse, ValuedOverture } from './overture-value.ts'
import {
  bayes,
  bestUnder,
  bluffBorne,
  likelihood,
  valueOfCertainty,
  valueOfOverture
} from './overture-value.ts'

/** Joint acceptance in each draw, by proposal: as stated, and by type of one party. */
export interface TypedColumns {
  readonly proposals: readonly string[]
  readonly asStated: readonly Column[]
  readonly byType: readonly (readonly Column[])[]
  /** By type: paths of its changes that name no judgement of the stance. */
  readonly unknown: readonly (readonly string[])[]
}

/** Answers that came, by overture, in the order in which they came. */
export type Responses = ReadonlyMap<string, OvertureResponse>

/** What to ask a party first, and what each answer would change. */
export interface OverturesTo {
  readonly party: string
  readonly types: readonly string[]
  /** The chance of each type before any answer. */
  readonly prior: readonly number[]
  readonly proposals: readonly string[]
  /** By proposal: the joint acceptance as the case states the party, and by type. */
  readonly asStated: readonly number[]
  readonly worth: readonly (readonly number[])[]
  /** By type: see `TypedColumns`. */
  readonly unknown: readonly (readonly string[])[]
  /** Without any answer. */
  readonly before: OvertureOrder
  /** After each answer that came, in order. */
  readonly answered: readonly AnsweredOverture[]
}

/** What is known at one time, and the overtures left, the best first. */
export interface OvertureOrder {
  readonly belief: readonly number[]
  readonly best: readonly number[]
  readonly worth: number
  /** What knowing the type for sure would be worth. */
  readonly certainty: number
  readonly ranked: readonly RankedOverture[]
}

/** One overture among those left. */
export interface RankedOverture extends ValuedOverture {
  readonly overture: Overture
  readonly welcomes: readonly number[]
  readonly standardError: number
  /** What a leak costs, at the ends of its range and between; 0 where the case names no cost. */
  readonly leakCost: { readonly low: number; readonly centre: number; readonly high: number }
  /** Value less what a leak costs, at its centre. */
  readonly net: number
  /** See `bluffBorne`; absent where the overture is not worth its leak. */
  readonly bluff?: number
  /** From 1; those that tie share one. */
  readonly rank: number
}

/** An overture that was answered, and what is left to ask then. */
export interface AnsweredOverture {
  readonly overture: string
  readonly response: OvertureResponse
  readonly chance: number
  readonly then: OvertureOrder
}

/** Nets nearer to each other than this are tied. */
const TIED = 1e-9

/** The overtures to a party with types whose chances of a welcome are told for each of them. */
export function overturesTo(
  source: Case,
  party: string,
  { columns, responses }: { readonly columns: TypedColumns; readonly responses: Responses }
): OverturesTo {
  const point = centralPoint(source)
  const types = source.stances.get(party)?.types ?? []
  const prior = shares(types.map(({ p }) => point(p)))
  const all = valuedOvertures(source, party)
  const asked = { columns, point, types: types.map(({ id }) => id) }
  let order = orderOf(all, prior, asked)
  const before = order
  const answered: AnsweredOverture[] = []
  for (const [id, response] of responses) {
    const overture = all.find((one) => one.id === id)
    if (!overture) continue
    const likely = likelihood(welcomesOf(overture, asked), response)
    const { chance, posterior } = bayes(order.belief, likely)
    const left = order.ranked.map((one) => one.overture).filter((one) => one.id !== id)
    order = orderOf(left, posterior, asked)
    answered.push({ overture: id, response, chance, then: order })
  }
  return {
    party,
    types: asked.types,
    prior,
    proposals: columns.proposals,
    asStated: columns.asStated.map(average),
    worth: worthOf(columns),
    unknown: columns.unknown,
    before,
    answered
  }
}

/** The overtures to a party that a chance of a welcome is given for by each of its types. */
export function valuedOvertures({ process, stances }: Case, party: string): readonly Overture[] {
  const types = stances.get(party)?.types ?? []
  return [...process.overtures.values()].filter(
    ({ to, welcomes }) =>
      to === party && types.length > 0 && types.every(({ id }) => welcomes.has(id))
  )
}

interface Asking {
  readonly columns: TypedColumns
  readonly point: Point
  readonly types: readonly string[]
}

function orderOf(
  overtures: readonly Overture[],
  belief: readonly number[],
  asked: Asking
): OvertureOrder {
  const beliefs: Beliefs = { prior: belief, worth: worthOf(asked.columns) }
  const valued = overtures.map((overture) => valuedIn(beliefs, overture, asked))
  valued.sort((a, b) => b.net - a.net)
  const ranked = valued.map((one) => ({
    ...one,
    rank: 1 + valued.filter(({ net }) => net > one.net + TIED).length
  }))
  return {
    belief,
    ...bestUnder(belief, beliefs.worth),
    certainty: valueOfCertainty(beliefs),
    ranked
  }
}

function valuedIn(
  beliefs: Beliefs,
  overture: Overture,
  asked: Asking
): Omit<RankedOverture, 'rank'> {
  const welcomes = welcomesOf(overture, asked)
  const valued = valueOfOverture(beliefs, welcomes)
  const leakCost = leakOf(overture, asked.point)
  const bluff = bluffBorne(beliefs, welcomes, leakCost.centre)
  return {
    overture,
    welcomes,
    ...valued,
    standardError: errorOf(valued, beliefs, asked.columns),
    leakCost,
    net: valued.value - leakCost.centre,
    ...(bluff === undefined ? {} : { bluff })
  }
}

/**
 * The standard error of the value over the draws, the packages chosen held: draw by draw, what those
 * chosen after each answer come to less what the best without asking comes to.
 */
function errorOf(
  { after }: ValuedOverture,
  { prior, worth }: Beliefs,
  columns: TypedColumns
): number {
  const { byType } = columns
  const [first = 0] = bestUnder(prior, worth).best
  const count = byType[0]?.[0]?.length ?? 0
  const gains = new Float64Array(count)
  const add = (factor: number, column: Column): void => {
    for (let i = 0; i < count; i++) gains[i] = (gains[i] as number) + factor * (column[i] as number)
  }
  for (const { chance, posterior, best } of after) {
    const chosen = best.includes(first) ? first : (best[0] as number)
    if (chosen === first) continue
    posterior.forEach((p, t) => {
      add(chance * p, byType[chosen]?.[t] as Column)
      add(-chance * p, byType[first]?.[t] as Column)
    })
  }
  return count > 0 ? meanOf(gains).standardError : 0
}

const worthOf = ({ byType }: TypedColumns): readonly (readonly number[])[] =>
  byType.map((row) => row.map(average))

const welcomesOf = ({ welcomes }: Overture, { types, point }: Asking): readonly number[] =>
  types.map((id) => {
    const judgement = welcomes.get(id)
    return judgement ? point(judgement) : 0
  })

function leakOf({ leakCost }: Overture, point: Point): RankedOverture['leakCost'] {
  if (!leakCost) return { low: 0, centre: 0, high: 0 }
  const ranges = [leakCost.range, ...leakCost.cases.map(({ range }) => range)]
  return {
    low: Math.min(...ranges.map(({ low }) => low)),
    centre: point(leakCost),
    high: Math.max(...ranges.map(({ high }) => high))
  }
}

/** Chances as parts of their sum. */
function shares(chances: readonly number[]): readonly number[] {
  const total = chances.reduce((sum, one) => sum + one, 0)
  return chances.map((one) => (total > 0 ? one / total : 1 / chances.length))
}
