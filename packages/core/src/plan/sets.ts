import type { Sequence, SequenceStep } from './sequence.ts'
import { endSlack, endValue, standingAt } from './sequence.ts'

/**
 * The sets of steps done that can be reached, and what is known of each whatever the order. A set is
 * a bit mask and has a place; a row of parties stands at `place * width`, of steps at
 * `step * width`.
 */
export interface Sets {
  readonly sequence: Sequence
  readonly width: number
  /** The steps that must come before each, as a mask. */
  readonly before: Int32Array
  /** The sets reached, each behind all that it contains: the empty one first, the whole one last. */
  readonly masks: Int32Array
  /** The place of a mask; -1 where it cannot be reached. */
  readonly places: Int32Array
  /** What each period brings once a set is done, and what a breakdown is worth. */
  readonly stream: Float64Array
  readonly breakdown: Float64Array
  readonly steps: StepFigures
  /** What the end is worth by party, and the least slack there. */
  readonly end: Float64Array
  readonly endLeast: number
}

/** Figures of each step by party, as the slack of a step is made of them. */
export interface StepFigures {
  readonly cost: Float64Array
  /** The slack of a step is `gain + slope * (what follows it - a breakdown before it)`. */
  readonly gain: Float64Array
  readonly slope: Float64Array
}

/** Sets reached, and what holds in them. None where no order keeps to what must come before what. */
export function setsOf(sequence: Sequence): Sets | undefined {
  const { steps, parties } = sequence
  const before = Int32Array.from(steps, ({ after }) => maskOf(after))
  const whole = (1 << steps.length) - 1
  const { masks, places } = reachedFrom(before)
  if (masks.at(-1) !== whole) return undefined
  const all = parties.map((_, i) => i)
  const done = standingAt(sequence, steps.keys())
  return {
    sequence,
    width: parties.length,
    before,
    masks,
    places,
    ...standingsOf(sequence, masks, places),
    steps: stepFigures(sequence),
    end: Float64Array.from(all, (i) => endValue(sequence, done, i)),
    endLeast: Math.min(...all.map((i) => endSlack(sequence, done, i)))
  }
}

/** The bit mask of some places. */
const maskOf = (places: readonly number[]): number =>
  places.reduce((mask, place) => mask | (1 << place), 0)

function reachedFrom(before: Int32Array): Pick<Sets, 'masks' | 'places'> {
  const places = new Int32Array(1 << before.length).fill(-1)
  const reached: number[] = []
  places[0] = 0
  // a set is a greater number than all that it contains: one walk meets each after those
  for (let mask = 0; mask < places.length; mask++) {
    if ((places[mask] as number) < 0) continue
    places[mask] = reached.length
    reached.push(mask)
    for (let k = 0; k < before.length; k++)
      if (!(mask & (1 << k)) && ((before[k] as number) & ~mask) === 0) places[mask | (1 << k)] = 0
  }
  return { masks: Int32Array.from(reached), places }
}

/** Each set from one reached that lacks one step of it. */
function standingsOf(
  sequence: Sequence,
  masks: Int32Array,
  places: Int32Array
): Pick<Sets, 'stream' | 'breakdown'> {
  const width = sequence.parties.length
  const stream = new Float64Array(masks.length * width)
  const breakdown = new Float64Array(masks.length * width)
  stream.set(sequence.before)
  breakdown.set(sequence.breakdown)
  for (let place = 1; place < masks.length; place++) {
    const mask = masks[place] as number
    let k = 31 - Math.clz32(mask)
    while (!(mask & (1 << k)) || (places[mask ^ (1 << k)] as number) < 0) k--
    const step = sequence.steps[k] as SequenceStep
    const from = (places[mask ^ (1 << k)] as number) * width
    for (let i = 0; i < width; i++) {
      stream[place * width + i] = (stream[from + i] as number) + (step.stream[i] as number)
      breakdown[place * width + i] = (breakdown[from + i] as number) + (step.kept[i] as number)
    }
  }
  return { stream, breakdown }
}

function stepFigures({ steps, discount, bond }: Sequence): StepFigures {
  const each = (figure: (step: SequenceStep, i: number) => number): Float64Array =>
    Float64Array.from(steps.flatMap((step) => discount.map((_, i) => figure(step, i))))
  const caughtLoses = ({ caught, penalty }: SequenceStep, i: number): number =>
    (caught[i] as number) * ((bond[i] as number) + (penalty[i] as number))
  return {
    cost: each(({ cost }, i) => cost[i] as number),
    gain: each(
      (step, i) =>
        (step.stream[i] as number) -
        (step.cost[i] as number) -
        (step.grab[i] as number) +
        caughtLoses(step, i)
    ),
    slope: each(({ caught }, i) => (discount[i] as number) * (caught[i] as number))
  }
}

/** How many orders there are: as many ways to a set as to all sets one step short of it. */
export function orderCount({ steps }: Pick<Sequence, 'steps'>): bigint {
  const before = Int32Array.from(steps, ({ after }) => maskOf(after))
  // up to 18 steps there are fewer orders than whole numbers that a double keeps apart
  const ways = new Float64Array(1 << before.length)
  ways[0] = 1
  for (let mask = 0; mask < ways.length; mask++) {
    const here = ways[mask] as number
    if (here === 0) continue
    for (let k = 0; k < before.length; k++)
      if (!(mask & (1 << k)) && ((before[k] as number) & ~mask) === 0)
        ways[mask | (1 << k)] = (ways[mask | (1 << k)] as number) + here
  }
  return BigInt(ways.at(-1) as number)
}
