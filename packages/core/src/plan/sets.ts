import type { Sequence, SequenceStep } from './sequence.ts'
import { endSlack, endValue, slackOf, standingAt, worthOf } from './sequence.ts'

/**
 * What is known of each set of steps done, whatever the order: a set is a bit mask, and a row of
 * parties stands at `set * parties`.
 */
export interface Sets {
  readonly width: number
  /** The sets that can be reached, the empty one first, by how many steps they hold. */
  readonly layers: readonly (readonly number[])[]
  /** What each period brings. */
  readonly stream: Float64Array
  readonly breakdown: Float64Array
  /**
   * From this worth on, what follows a set cannot pull any slack of the steps before it below
   * `most`: beyond it, more is of no use to them.
   */
  readonly enough: Float64Array
  /** No order has a greater least slack. */
  readonly most: number
}

/** Sets reached, and what holds in them. */
export function setsOf(sequence: Sequence): Sets {
  const { steps, parties } = sequence
  const size = (1 << steps.length) * parties.length
  const sets: Sets = {
    width: parties.length,
    layers: layersOf(steps.map(({ after }) => maskOf(after))),
    stream: new Float64Array(size),
    breakdown: new Float64Array(size),
    enough: new Float64Array(size).fill(Number.NEGATIVE_INFINITY),
    most: 0
  }
  fillStandings(sequence, sets)
  const whole = { ...sets, most: mostOf(sequence, sets) }
  fillEnough(sequence, whole)
  return whole
}

/** The bit mask of some places. */
export const maskOf = (places: readonly number[]): number =>
  places.reduce((mask, place) => mask | (1 << place), 0)

function layersOf(before: readonly number[]): readonly (readonly number[])[] {
  const layers: (readonly number[])[] = [[0]]
  for (let size = 0; size < before.length; size++) {
    const next = new Set<number>()
    for (const done of layers[size] as readonly number[])
      for (let k = 0; k < before.length; k++)
        if (!(done & (1 << k)) && ((before[k] as number) & ~done) === 0) next.add(done | (1 << k))
    layers.push([...next])
  }
  return layers
}

/** Each set from one that lacks its highest step. */
function fillStandings(sequence: Sequence, { width, stream, breakdown }: Sets): void {
  const none = standingAt(sequence, [])
  for (let i = 0; i < width; i++) {
    stream[i] = none.stream[i] as number
    breakdown[i] = none.breakdown[i] as number
  }
  for (let set = 1; set < 1 << sequence.steps.length; set++) {
    const k = 31 - Math.clz32(set)
    const step = sequence.steps[k] as SequenceStep
    const from = (set ^ (1 << k)) * width
    for (let i = 0; i < width; i++) {
      stream[set * width + i] = (stream[from + i] as number) + (step.stream[i] as number)
      breakdown[set * width + i] = (breakdown[from + i] as number) + (step.kept[i] as number)
    }
  }
}

/** Visits each step that can follow each set of a layer. */
function eachStep(
  { steps }: Sequence,
  layer: readonly number[],
  visit: (done: number, k: number, step: SequenceStep) => void
): void {
  const before = steps.map(({ after }) => maskOf(after))
  for (const done of layer)
    for (const [k, step] of steps.entries())
      if (!(done & (1 << k)) && ((before[k] as number) & ~done) === 0) visit(done, k, step)
}

/**
 * An order whose every party has the future it would choose, and which need not be the same for two
 * of them: what its least slack can be at most.
 */
function mostOf(sequence: Sequence, sets: Sets): number {
  const { width, layers, stream, breakdown } = sets
  const value = new Float64Array(stream.length).fill(Number.NEGATIVE_INFINITY)
  const most = new Float64Array(1 << sequence.steps.length).fill(Number.NEGATIVE_INFINITY)
  const standingOf = (set: number) => ({
    stream: stream.subarray(set * width, (set + 1) * width),
    breakdown: breakdown.subarray(set * width, (set + 1) * width)
  })
  for (const full of layers.at(-1) ?? []) {
    const standing = standingOf(full)
    let least = Number.POSITIVE_INFINITY
    for (let i = 0; i < width; i++) {
      value[full * width + i] = endValue(sequence, standing, i)
      least = Math.min(least, endSlack(sequence, standing, i))
    }
    most[full] = least
  }
  for (let size = layers.length - 2; size >= 0; size--)
    eachStep(sequence, layers[size] ?? [], (done, k, step) => {
      const then = done | (1 << k)
      const standing = standingOf(done)
      let least = most[then] as number
      for (let i = 0; i < width; i++) {
        const doing = { step, standing, next: value[then * width + i] as number }
        const worth = worthOf(sequence, doing, i)
        value[done * width + i] = Math.max(value[done * width + i] as number, worth)
        least = Math.min(least, slackOf(sequence, doing, i))
      }
      most[done] = Math.max(most[done] as number, least)
    })
  return most[0] as number
}

/**
 * Slack and worth of a step both grow with what follows, in straight lines: so each step before a
 * set asks for so much at least, and the greatest that any asks is enough for all.
 */
function fillEnough(sequence: Sequence, { width, layers, stream, breakdown, enough, most }: Sets) {
  for (const layer of layers)
    eachStep(sequence, layer, (done, k, step) => {
      const then = (done | (1 << k)) * width
      const standing = {
        stream: stream.subarray(done * width, (done + 1) * width),
        breakdown: breakdown.subarray(done * width, (done + 1) * width)
      }
      for (let i = 0; i < width; i++) {
        const doing = { step, standing, next: 0 }
        const discount = sequence.discount[i] as number
        const own = Math.max(
          leastAsked(slackOf(sequence, doing, i), discount * (step.caught[i] as number), most),
          leastAsked(worthOf(sequence, doing, i), discount, enough[done * width + i] as number)
        )
        enough[then + i] = Math.max(enough[then + i] as number, own)
      }
    })
}

/** What must follow for `at + slope * what` to reach a level. */
function leastAsked(at: number, slope: number, level: number): number {
  if (level === Number.NEGATIVE_INFINITY) return level
  if (slope === 0) return at >= level ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY
  return (level - at) / slope
}
