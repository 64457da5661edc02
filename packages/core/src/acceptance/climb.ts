import { uniforms } from '../draws/stream.ts'
import type { Chance, OptionSwap } from './chances.ts'
import { type Chances, likelier } from './chances.ts'
import type { Picked, Space, Way } from './space.ts'
import { meansOver } from './sums.ts'

/** A package that no swap betters, or as far as the climb went. */
export interface Peak {
  readonly picked: Picked
  readonly chance: Chance
}

/** How far a climb goes. */
export interface Climbing {
  /** Whether two issues may be swapped at once where one alone does not help. */
  readonly pairs: boolean
  /** Most issues that may differ from the draft that one starts from. */
  readonly most?: number
}

/** Climbs from a package along the best swap of one issue, then of two, until none is better. */
export function climbFrom(chances: Chances, from: Picked, climbing: Climbing): Peak | undefined {
  chances.start(from)
  const own = chances.after()
  const start = own ? { swaps: [], chance: own } : outOfRules(chances, climbing)
  if (!start) return undefined
  let chance = start.chance
  for (let step: Step | undefined = start; step; step = nextStep(chances, chance, climbing)) {
    chances.move(step.swaps)
    chance = step.chance
  }
  return { picked: [...chances.current], chance }
}

function nextStep(chances: Chances, from: Chance, climbing: Climbing): Step | undefined {
  const alone = bestSwap(chances, { from, swaps: singles(chances.space), climbing })
  if (alone || !climbing.pairs) return alone
  return bestSwap(chances, { from, swaps: pairs(chances.space), climbing })
}

interface Step {
  readonly swaps: readonly OptionSwap[]
  readonly chance: Chance
}

function bestSwap(
  chances: Chances,
  {
    from,
    swaps,
    climbing: { most = Number.POSITIVE_INFINITY }
  }: {
    readonly from: Chance
    readonly swaps: Iterable<readonly OptionSwap[]>
    readonly climbing: Climbing
  }
): Step | undefined {
  let best: Step | undefined
  const { current, space } = chances
  const used = costOf(space, current)
  for (const some of swaps) {
    if (some.some(({ issue, way }) => current[issue] === way)) continue
    if (used + costOfSwaps(space, current, some) > most) continue
    const chance = chances.after(some)
    if (!chance) continue
    if (likelier(chance, best?.chance ?? from)) best = { swaps: some, chance }
  }
  return best
}

/** The swap of one or two issues by which an excluded package comes to keep the rules. */
function outOfRules(chances: Chances, climbing: Climbing): Step | undefined {
  const from = { p: -1, loss: Number.POSITIVE_INFINITY }
  return (
    bestSwap(chances, { from, swaps: singles(chances.space), climbing }) ??
    bestSwap(chances, { from, swaps: pairs(chances.space), climbing })
  )
}

/** A package with some issues swapped. */
export function withSwaps(picked: Picked, swaps: readonly OptionSwap[]): Picked {
  const next = [...picked]
  for (const { issue, way } of swaps) next[issue] = way
  return next
}

/** In how many issues a package changes the draft that the space starts from. */
export const costOf = ({ issues }: Space, picked: Picked): number =>
  issues.reduce((sum, { ways }, i) => sum + (ways[picked[i] as number] as Way).cost, 0)

const costOfSwaps = ({ issues }: Space, picked: Picked, swaps: readonly OptionSwap[]): number =>
  swaps.reduce((sum, { issue, way }) => {
    const ways = issues[issue]?.ways ?? []
    return sum + (ways[way] as Way).cost - (ways[picked[issue] as number] as Way).cost
  }, 0)

/** Every swap of one issue. */
export function* singles({ issues }: Space): Generator<readonly OptionSwap[]> {
  for (const [issue, { ways }] of issues.entries())
    for (const way of ways.keys()) yield [{ issue, way }]
}

/** Every swap of two issues. */
export function* pairs({ issues }: Space): Generator<readonly OptionSwap[]> {
  for (const [issue, { ways }] of issues.entries())
    for (const [more, other] of issues.entries())
      if (more > issue)
        for (const way of ways.keys())
          for (const otherWay of other.ways.keys())
            yield [
              { issue, way },
              { issue: more, way: otherWay }
            ]
}

/** Draws whose own best package is a start, and packages picked at random. */
const STARTS = { draws: 6, random: 6 } as const

/**
 * Packages to start from besides those given: the best for all together, and with one party
 * counting thrice; the best in some draws; and some at random from the seed.
 */
export function startsOf(space: Space, seed: number): readonly Picked[] {
  const { issues, parties, judge } = space
  const even = parties.map(() => 1)
  const weights = [even, ...parties.map((_, p) => even.map((one, q) => (p === q ? 3 : one)))]
  const { count } = judge.sampler
  const means = issues.map(({ ways }) => ways.map(({ parts }) => meansOver(parts, parties.length)))
  const bestBy = (
    worth: (issue: number, way: number, party: number) => number,
    by: readonly number[]
  ): Picked =>
    issues.map(({ ways }, i) =>
      greatest(ways.map((_, w) => by.reduce((sum, weight, p) => sum + weight * worth(i, w, p), 0)))
    )
  const onMeans = weights.map((by) => bestBy((i, w, p) => means[i]?.[w]?.[p] ?? 0, by))
  const onDraws = Array.from({ length: Math.min(STARTS.draws, count) }, (_, draw) =>
    bestBy((i, w, p) => issues[i]?.ways[w]?.parts[draw * parties.length + p] ?? 0, even)
  )
  const random = Array.from({ length: STARTS.random }, (_, k) => {
    const numbers = uniforms(seed, `acceptance.start.${k}`, issues.length)
    return issues.map(({ ways }, i) => Math.floor((numbers[i] as number) * ways.length))
  })
  return [...onMeans, ...onDraws, ...random]
}

function greatest(values: readonly number[]): number {
  return values.reduce((best, value, i) => (value > (values[best] as number) ? i : best), 0)
}
