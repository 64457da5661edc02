import type { Column } from '../draws/column.ts'
import type { Estimate } from '../worth/estimate.ts'
import type { Input } from './inputs.ts'
import type { SampledCase, StreamOf } from './samplers.ts'
import { exchanged, firmnessAtMean } from './samplers.ts'
import type { Index } from './sobol.ts'
import { baseSums, indexOf, swapSums } from './sobol.ts'
import { joinedSums, meanOfSums, momentsOf, summed } from './sums.ts'
import type { Link, StudyTarget } from './target.ts'
import { TargetDraws } from './target.ts'

/** Sums over one chunk, by output of a target and by link. */
export interface DriverSums {
  readonly samples: number
  /** For the indices, see `baseSums` and `swapSums`. Firmness is drawn here. */
  readonly base: readonly Float64Array[]
  readonly swaps: readonly Float64Array[]
  /**
   * For the tornado, sum and sum of squares: as drawn; with the input held low, then high. Firmness
   * stands at its mean here.
   */
  readonly plain: readonly Float64Array[]
  readonly held: readonly (readonly [Float64Array, Float64Array])[]
}

/** What an output hangs on. */
export interface Drivers {
  /** `joint`: the chance that all required parties accept; else the gain of `party`, in points. */
  readonly output: 'joint' | 'gain'
  readonly party: string | null
  /** The output's mean over the samples, firmness at its mean as in `check`. */
  readonly mean: Estimate
  /**
   * Inputs by their total index, greatest first; empty for an output that does not vary. Firmness
   * is drawn here, or it could never matter.
   */
  readonly indices: readonly (InputName & Index)[]
  /** Inputs by how far the output's mean moves from their low to their high end, widest first. */
  readonly tornado: readonly (InputName & Ends)[]
}

/** Names an input. */
export type InputName = Pick<Input, 'key' | 'at' | 'kind'>

/** The output's mean with an input held at its low and at its high end, all else drawn. */
export interface Ends {
  readonly low: Estimate
  readonly high: Estimate
}

/**
 * A poll's error has no ends: it is held at these many standard deviations, which hold 95 per cent.
 */
const POLL_END = 1.96

/**
 * The sums of a target over a chunk: `here` are its draws, `elsewhere` as many of the second base
 * sample.
 */
export function driverSums(
  target: StudyTarget,
  here: SampledCase,
  elsewhere: SampledCase
): DriverSums {
  const { source, sampler } = here
  const [atA, atB] = [
    new TargetDraws(target, source, sampler),
    new TargetDraws(target, source, elsewhere.sampler).outputs
  ]
  const atMean = new TargetDraws(target, source, firmnessAtMean(sampler, here))
  const swaps = perLink(
    target,
    (input) => atA.linked(input, exchanged(here, input.streams, elsewhere.stream)),
    ({ output }, swapped) =>
      swapSums({
        atA: atA.outputs[output] as Column,
        atB: atB[output] as Column,
        swapped
      })
  )
  const [low, high] = (['low', 'high'] as const).map((end) =>
    perLink(
      target,
      (input) => {
        const held = exchanged(here, input.streams, heldAt(input, end, sampler.count))
        return atMean.linked(input, firmnessAtMean(held, here, input.streams))
      },
      (_, column) => momentsOf(column)
    )
  ) as [Float64Array[], Float64Array[]]
  return {
    samples: sampler.count,
    base: atA.outputs.map((a, output) => baseSums(a, atB[output] as Column)),
    swaps,
    plain: atMean.outputs.map(momentsOf),
    held: low.map((sums, link) => [sums, high[link] as Float64Array])
  }
}

/** What a chunk adds for each link. `columns`: the outputs linked to an input. */
function perLink(
  { inputs, links }: StudyTarget,
  columns: (input: Input) => readonly Column[],
  sums: (link: Link, column: Column) => Float64Array
): Float64Array[] {
  return inputs.flatMap((input, index) => {
    const own = links.filter((link) => link.input === index)
    return columns(input).map((column, k) => sums(own[k] as Link, column))
  })
}

/** Streams that stand at one end in every draw. A scenario's high end: it holds wherever it can. */
function heldAt({ kind }: Input, end: 'low' | 'high', count: number): StreamOf {
  const high = end === 'high'
  return (key) => {
    if (kind === 'scenario') return new Float64Array(count).fill(high ? 0 : 1)
    if (kind !== 'poll') return new Float64Array(count).fill(high ? 1 : 0)
    return new Float64Array(count).fill(
      key.endsWith('.1') ? 1 - Math.exp(-(POLL_END ** 2) / 2) : high ? 0 : 0.5
    )
  }
}

/** What every output of a target hangs on, from the sums of all chunks in order. */
export function driversOf(
  { inputs, gaining, links }: StudyTarget,
  chunks: readonly DriverSums[]
): readonly Drivers[] {
  const samples = chunks.reduce((sum, chunk) => sum + chunk.samples, 0)
  const mean = (pick: (chunk: DriverSums) => Float64Array): Estimate =>
    meanOfSums(summed(chunks.map(pick)), samples)
  return [null, ...gaining].map((party, output) => {
    const base = joinedSums(chunks.map((chunk) => chunk.base[output] as Float64Array))
    const linked = links.flatMap((link, k) => {
      const { key, at, kind } = inputs[link.input] as Input
      return link.output === output ? [{ k, name: { key, at, kind } }] : []
    })
    const indices = linked.flatMap(({ k, name }) => {
      const index = indexOf(base, joinedSums(chunks.map(({ swaps }) => swaps[k] as Float64Array)))
      return index ? [{ ...name, ...index }] : []
    })
    const tornado = linked.map(({ k, name }) => {
      const end = (which: 0 | 1): Estimate =>
        mean(({ held }) => (held[k] as DriverSums['held'][number])[which])
      return { ...name, low: end(0), high: end(1) }
    })
    return {
      output: party === null ? 'joint' : 'gain',
      party,
      mean: mean(({ plain }) => plain[output] as Float64Array),
      indices: indices.sort((a, b) => b.total.value - a.total.value),
      tornado: tornado.sort((a, b) => width(b) - width(a))
    }
  })
}

const width = ({ low, high }: Ends): number => Math.abs(high.p - low.p)
