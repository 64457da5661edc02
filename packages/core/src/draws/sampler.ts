import type { Scenario } from '../model/case.ts'
import { holds } from '../model/condition.ts'
import type { Judgement, Range } from '../model/judgement.ts'
import { centre, mean } from '../model/judgement.ts'
import type { Column } from './column.ts'
import { fillQuantiles, normals } from './quantile.ts'
import { uniforms } from './stream.ts'

/** Whether the judgements of one party err apart or all together. */
export type Dependence = 'independent' | 'party'

/** How to draw: how many draws, from which seed, under which dependence. */
export interface DrawSettings {
  readonly draws: number
  readonly seed: number
  readonly dependence: Dependence
  /** Draws of the run that come before the first one wanted; 0 when left out. */
  readonly from?: number
}

/**
 * Gives every judgement a number in every draw. One sampler serves a whole command, so all results
 * share its draws.
 */
export interface Sampler {
  readonly count: number
  /** The judgement's number in each draw. */
  readonly column: (judgement: Judgement) => Column
  /** Which scenarios hold in each draw, one bit for each in the order of the case. */
  readonly masks: Uint32Array
  /** The error of a poll in each draw, in standard deviations. */
  readonly pollError: (poll: string) => Column
}

/** Where a sampler's uniform numbers come from. */
export interface Streams {
  readonly count: number
  readonly dependence: Dependence
  /** `count` uniform numbers, the same whenever the key is. */
  readonly stream: (key: string) => Float64Array
}

/**
 * Draws by (seed, path of the judgement): see `uniforms`. Any stretch of a run holds the same bits
 * as the whole of it.
 */
export function randomSampler(
  scenarios: readonly Scenario[],
  { draws, seed, dependence, from = 0 }: DrawSettings
): Sampler {
  const streams = new Map<string, Float64Array>()
  const stream = (key: string): Float64Array =>
    remember(streams, key, () => uniforms(seed, key, { from, count: draws }))
  return samplerOver(scenarios, { count: draws, dependence, stream })
}

/** Draws from given streams. Columns are made once, when first asked for. */
export function samplerOver(
  scenarios: readonly Scenario[],
  { count, dependence, stream }: Streams
): Sampler {
  const columns = new Map<string, Float64Array>()
  const masks = new Uint32Array(count)
  const column = (judgement: Judgement): Column =>
    remember(columns, judgement.key, () => {
      const q = stream(streamOf(judgement, dependence))
      const plain = filled(judgement.range, q)
      for (const { when, range } of [...judgement.cases].reverse())
        overwrite(plain, filled(range, q), drawsWhere(when, masks, scenarios))
      return plain
    })
  scenarios.forEach((scenario, bit) => {
    const chance = column(scenario.p)
    const happens = stream(`scenarios.${scenario.id}`)
    for (let i = 0; i < count; i++)
      if ((happens[i] as number) < (chance[i] as number))
        masks[i] = (masks[i] as number) | (1 << bit)
  })
  return {
    count,
    column,
    masks,
    pollError: (poll) =>
      remember(columns, `polls.${poll}`, () =>
        normals(stream(`polls.${poll}.1`), stream(`polls.${poll}.2`))
      )
  }
}

/**
 * A sampler of one draw in which every judgement stands at its centre; scenario-dependent ones at
 * their expectation.
 */
export function centralSampler(scenarios: readonly Scenario[]): Sampler {
  const zero = new Float64Array(1)
  return {
    count: 1,
    column: (judgement) => Float64Array.of(expected(judgement, scenarios, centre)),
    masks: new Uint32Array(1),
    pollError: () => zero
  }
}

/**
 * A judgement's number when the scenarios it hangs on are weighed by their central chances
 * (scenarios independent).
 */
export function expected(
  judgement: Judgement,
  scenarios: readonly Scenario[],
  point: (range: Range) => number
): number {
  if (judgement.cases.length === 0) return point(judgement.range)
  let sum = 0
  for (let mask = 0; mask < 1 << scenarios.length; mask++) {
    const chance = scenarios.reduce(
      (product, { p }, bit) =>
        product * (mask & (1 << bit) ? centre(p.range) : 1 - centre(p.range)),
      1
    )
    sum += chance * point(rangeUnder(judgement, mask, scenarios))
  }
  return sum
}

/** The range that counts where the scenarios of `mask` hold. */
export function rangeUnder(
  judgement: Judgement,
  mask: number,
  scenarios: readonly Scenario[]
): Range {
  const facts = { scenario: scenarioFacts(mask, scenarios) }
  return judgement.cases.find(({ when }) => holds(when, facts) === true)?.range ?? judgement.range
}

/**
 * The mean of the range that counts under `mask`: what a redline's firmness contributes to a
 * probability.
 */
export function meanUnder(
  judgement: Judgement,
  mask: number,
  scenarios: readonly Scenario[]
): number {
  return mean(rangeUnder(judgement, mask, scenarios))
}

/** Reads scenarios off a mask. */
export function scenarioFacts(
  mask: number,
  scenarios: readonly Scenario[]
): (id: string) => boolean | undefined {
  const bits = new Map(scenarios.map(({ id }, bit) => [id, bit]))
  return (id) => {
    const bit = bits.get(id)
    return bit === undefined ? undefined : (mask & (1 << bit)) !== 0
  }
}

/** The stream that a judgement's numbers come from. */
export function streamOf(judgement: Judgement, dependence: Dependence): string {
  const party = /^stances\.([^.]+)\./.exec(judgement.key)
  return dependence === 'party' && party
    ? `stances.${party[1]}`
    : (judgement.stream ?? judgement.key)
}

function filled(range: Range, q: Float64Array): Float64Array {
  const values = new Float64Array(q.length)
  fillQuantiles(range, q, values)
  return values
}

function overwrite(into: Float64Array, from: Float64Array, where: (mask: number) => boolean): void {
  for (let i = 0; i < into.length; i++) if (where(i)) into[i] = from[i] as number
}

function drawsWhere(
  when: Judgement['cases'][number]['when'],
  masks: Uint32Array,
  scenarios: readonly Scenario[]
): (draw: number) => boolean {
  const known = new Map<number, boolean>()
  return (draw) => {
    const mask = masks[draw] as number
    return remember(
      known,
      mask,
      () => holds(when, { scenario: scenarioFacts(mask, scenarios) }) === true
    )
  }
}

function remember<K, V>(cache: Map<K, V>, key: K, make: () => V): V {
  const found = cache.get(key)
  if (found !== undefined) return found
  const made = make()
  cache.set(key, made)
  return made
}
