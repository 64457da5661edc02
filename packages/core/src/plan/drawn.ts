import type { Sampler } from '../draws/sampler.ts'
import { sequenceOf } from './figures.ts'
import type { Path } from './path.ts'
import { enforcesItself, SLACK_ROUNDING, valued } from './sequence.ts'

/** What an order comes to over the draws of the uncertain judgements. */
export interface DrawnPath {
  readonly draws: number
  /** The share of draws in which nobody gains by breaking any step, 0..1, and its standard error. */
  readonly enforcing: number
  readonly standardError: number
  /** By period and party, the end last: the share of draws in which breaking pays. */
  readonly breaks: readonly (readonly number[])[]
  /** By period, the end last: the share of draws in which breaking pays for anybody. */
  readonly anybody: readonly number[]
  /** By period and party: slacks below and above which 5 of 100 draws lie. */
  readonly ranges: readonly (readonly (readonly [low: number, high: number])[])[]
}

/** An order under every draw. */
export function drawnPath(path: Path, order: readonly number[], sampler: Sampler): DrawnPath {
  const { count } = sampler
  let enforcing = 0
  let slacks: Float64Array[][] = []
  for (let draw = 0; draw < count; draw++) {
    const found = valued(
      sequenceOf(path, (judgement) => sampler.column(judgement)[draw] as number),
      order
    )
    if (draw === 0) slacks = found.slacks.map((row) => row.map(() => new Float64Array(count)))
    found.slacks.forEach((row, t) => {
      row.forEach((slack, i) => {
        ;(slacks[t] as Float64Array[])[i]?.fill(slack, draw, draw + 1)
      })
    })
    if (enforcesItself(found)) enforcing++
  }
  const share = enforcing / count
  return {
    draws: count,
    enforcing: share,
    standardError: Math.sqrt((share * (1 - share)) / count),
    breaks: slacks.map((row) => row.map((column) => shareBelow([column]))),
    anybody: slacks.map((row) => shareBelow(row)),
    ranges: slacks.map((row) => row.map(rangeOf))
  }
}

/** The share of draws in which one of several slacks is below 0. */
function shareBelow(columns: readonly Float64Array[]): number {
  const [first = new Float64Array()] = columns
  let below = 0
  for (let draw = 0; draw < first.length; draw++)
    if (columns.some((column) => (column[draw] as number) < -SLACK_ROUNDING)) below++
  return below / first.length
}

function rangeOf(column: Float64Array): readonly [number, number] {
  const sorted = column.slice().sort()
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] as number
  return [at(0.05), at(0.95)]
}
