import type { Sequence, SequenceStep } from '../../src/plan/sequence.ts'
import {
  endSlack,
  endValue,
  SLACK_ROUNDING,
  slackOf,
  standingAt,
  worthOf
} from '../../src/plan/sequence.ts'

/** A way to go on from some steps done: what it is worth to each party, and its least slack. */
interface End {
  readonly values: readonly number[]
  readonly least: number
}

/** The greatest least slack of any order, and the most that one which has it is worth at its beginning. */
export interface BestFigures {
  readonly least: number
  readonly early: number
}

/**
 * From the end backwards, over sets of steps done: slack and worth both grow with what follows, so of
 * two ways to go on only one that is nowhere worth less can be of use. Sees each order's figures as
 * values that come, where the search sees them as demands on what is to come.
 */
export function bestByEnds(sequence: Sequence): BestFigures | undefined {
  const { steps, parties } = sequence
  const every = parties.map((_, i) => i)
  const whole = (1 << steps.length) - 1
  const done = standingAt(sequence, steps.keys())
  const ends = new Map<number, readonly End[]>([
    [
      whole,
      [
        {
          values: every.map((i) => endValue(sequence, done, i)),
          least: Math.min(...every.map((i) => endSlack(sequence, done, i)))
        }
      ]
    ]
  ])
  for (let mask = whole - 1; mask >= 0; mask--) {
    const held = steps.flatMap((_, k) => (mask & (1 << k) ? [k] : []))
    const standing = standingAt(sequence, held)
    const found: End[] = []
    for (const [k, step] of steps.entries()) {
      if (mask & (1 << k) || step.after.some((place) => !(mask & (1 << place)))) continue
      for (const end of ends.get(mask | (1 << k)) ?? [])
        keep(found, before(sequence, { step, standing }, end))
    }
    ends.set(mask, found)
  }
  const found = ends.get(0) ?? []
  if (found.length === 0) return undefined
  const least = Math.max(...found.map((one) => one.least))
  const early = found
    .filter((one) => one.least >= least - SLACK_ROUNDING)
    .map(({ values }) => values.reduce((sum, one) => sum + one, 0))
  return { least, early: Math.max(...early) }
}

function before(
  sequence: Sequence,
  at: { readonly step: SequenceStep; readonly standing: ReturnType<typeof standingAt> },
  end: End
): End {
  const doing = (i: number) => ({ ...at, next: end.values[i] as number })
  const slacks = end.values.map((_, i) => slackOf(sequence, doing(i), i))
  return {
    values: end.values.map((_, i) => worthOf(sequence, doing(i), i)),
    least: Math.min(end.least, ...slacks)
  }
}

function keep(among: End[], one: End): void {
  if (among.some((other) => noWorse(other, one))) return
  const kept = among.filter((other) => !noWorse(one, other))
  among.splice(0, among.length, ...kept, one)
}

const noWorse = (one: End, other: End): boolean =>
  one.least >= other.least && one.values.every((value, i) => value >= (other.values[i] as number))
