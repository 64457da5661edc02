import type { Estimate } from '../worth/estimate.ts'
import type { Offers } from '../worth/offers.ts'
import { stagesOf } from '../worth/offers.ts'
import type { BestChance } from './best.ts'
import { chanceAt } from './best.ts'
import type { OptionSwap } from './chances.ts'
import { Chances } from './chances.ts'
import { costOf, singles, withSwaps } from './climb.ts'
import type { Picked, Space, Way } from './space.ts'
import { offersAt } from './space.ts'
import { meansOver } from './sums.ts'

/** An issue that may be settled otherwise without a difference to be seen in the chance. */
export interface AsLikely {
  readonly issue: string
  readonly option: string
  readonly p: number
  /** Change of each needed party's mean gain. */
  readonly points: ReadonlyMap<string, number>
}

/** The package that is printed: as likely as the best, and the better of such for all. */
export interface ChosenPackage {
  readonly picked: Picked
  readonly offers: Offers
  readonly chance: Estimate
  /** Parties whose consent it needs. */
  readonly needed: readonly string[]
  /** Mean gain over the draws of each needed party whose gain can be told. */
  readonly gains: ReadonlyMap<string, number>
  /** Packages within one standard error of the best that were looked at, the best among them. */
  readonly among: number
  /** Those of them that are likeliest, a few. */
  readonly near: readonly Offers[]
  readonly alternatives: readonly AsLikely[]
  /** Issues that may be anything: no option of them changes anything for a party needed. */
  readonly free: readonly string[]
}

/** Rounds in which a better one for all is looked for among the neighbours of the last. */
const ROUNDS = 6

/** Swaps that go into pairs, at most. */
const IN_PAIRS = 40

interface Seen {
  readonly picked: Picked
  readonly p: number
  readonly gains: readonly number[]
}

/**
 * Among packages within one standard error of the best, the one with the greatest least mean gain of
 * the parties needed, then with the greatest sum of them: never the first in the file. Looked for
 * among neighbours, one or two issues away, again and again.
 */
export function chooseAmong(space: Space, best: BestChance, most?: number): ChosenPackage {
  const near = new Map<string, Seen>()
  const chances = new Chances(space)
  const floor = best.chance.p - best.chance.standardError
  let last: Seen = { picked: best.picked, p: best.chance.p, gains: gainsOf(space, best.picked) }
  near.set(best.picked.join(), last)
  for (let round = 0; round < ROUNDS; round++) {
    gather(chances, last.picked, { near, floor, most })
    const next = [...near.values()].reduce((one, other) => (better(other, one) ? other : one))
    if (next === last) break
    last = next
  }
  const offers = offersAt(space, last.picked)
  const told = tellOf(space, last, near)
  const names = needed(space, offers)
  return {
    picked: last.picked,
    offers,
    chance: chanceAt(space, offers),
    gains: new Map(names.map((party, i) => [party, last.gains[i] as number])),
    needed: neededBy(space, offers),
    among: near.size,
    near: likeliest(space, near.values()),
    alternatives: told,
    free: [...space.idle, ...freeOf(space, last)]
  }
}

/** Packages near the best that are told, at most. */
const NEAR = 6

const likeliest = (space: Space, seen: Iterable<Seen>): readonly Offers[] =>
  [...seen]
    .sort((one, other) => other.p - one.p)
    .slice(0, NEAR)
    .map(({ picked }) => offersAt(space, picked))

const neededBy = ({ judge }: Space, offers: Offers): readonly string[] =>
  judge.required(stagesOf(offers)).surely

/** Those needed whose gain can be told. */
const needed = (space: Space, offers: Offers): readonly string[] =>
  neededBy(space, offers).filter((party) => space.judge.hasGain(party))

/** Mean gains of the parties that a package needs. */
function gainsOf(space: Space, picked: Picked): readonly number[] {
  const width = space.parties.length
  const sums = meansOver(space.fixed, width)
  for (const [i, { ways }] of space.issues.entries()) {
    const mean = meanOfWay(ways[picked[i] as number] as Way, width)
    for (let p = 0; p < width; p++) sums[p] = (sums[p] as number) + (mean[p] as number)
  }
  return needed(space, offersAt(space, picked)).map(
    (party) => sums[space.parties.indexOf(party)] as number
  )
}

const means = new WeakMap<Way, Float64Array>()

function meanOfWay(way: Way, width: number): Float64Array {
  const known = means.get(way) ?? meansOver(way.parts, width)
  means.set(way, known)
  return known
}

/** Greater least gain, then greater sum; then the likelier. Differences below a millionth are none. */
function better(one: Seen, other: Seen): boolean {
  const keys = ({ gains, p }: Seen): readonly number[] => [
    Math.min(...gains),
    gains.reduce((sum, gain) => sum + gain, 0),
    p
  ]
  const [mine, theirs] = [keys(one), keys(other)]
  for (const [i, value] of mine.entries()) {
    const difference = value - (theirs[i] as number)
    if (Math.abs(difference) > 1e-6) return difference > 0
  }
  return false
}

/** Takes a package's neighbours that are about as likely into what is near. */
function gather(
  chances: Chances,
  from: Picked,
  {
    near,
    floor,
    most = Number.POSITIVE_INFINITY
  }: {
    readonly near: Map<string, Seen>
    readonly floor: number
    readonly most?: number | undefined
  }
): void {
  const { space } = chances
  chances.start(from)
  const look = (swaps: readonly OptionSwap[]): boolean => {
    const picked = withSwaps(from, swaps)
    if (costOf(space, picked) > most) return false
    const p = chances.after(swaps)?.p ?? -1
    if (p < floor) return false
    if (!near.has(picked.join()))
      near.set(picked.join(), { picked, p, gains: gainsOf(space, picked) })
    return true
  }
  const kept = [...singles(space)].filter(
    ([swap]) => swap && from[swap.issue] !== swap.way && look([swap])
  )
  for (const [i, one] of kept.slice(0, IN_PAIRS).entries())
    for (const two of kept.slice(i + 1, IN_PAIRS))
      if (one[0]?.issue !== two[0]?.issue) look([...one, ...two])
}

/** Single issues in which a package near the chosen one differs. */
function tellOf(
  space: Space,
  { picked, gains }: Seen,
  near: ReadonlyMap<string, Seen>
): readonly AsLikely[] {
  const names = needed(space, offersAt(space, picked))
  return [...near.values()].flatMap((seen): readonly AsLikely[] => {
    const differing = seen.picked.flatMap((way, i) => (way === picked[i] ? [] : [i]))
    const [place] = differing
    const issue = space.issues[place ?? -1]
    if (!issue || place === undefined || differing.length > 1) return []
    const same = needed(space, offersAt(space, seen.picked)).join() === names.join()
    const points = same
      ? names.map((party, i) => [party, (seen.gains[i] as number) - (gains[i] as number)] as const)
      : []
    const { option } = (issue.ways[seen.picked[place] as number] as Way).offer
    return [{ issue: issue.id, option, p: seen.p, points: new Map(points) }]
  })
}

/** Searched issues whose options differ in nothing once the rest is settled so. */
function freeOf(space: Space, { picked, p, gains }: Seen): readonly string[] {
  const chances = new Chances(space)
  chances.start(picked)
  return space.issues.flatMap(({ id, ways }, issue) => {
    const { options } = space.judge.source.issues.find((one) => one.id === id) ?? { options: [] }
    const same = ways.every((_, way) => {
      if (way === picked[issue]) return true
      const other = gainsOf(space, withSwaps(picked, [{ issue, way }]))
      return (
        Math.abs((chances.after([{ issue, way }])?.p ?? -1) - p) < 1e-9 &&
        other.length === gains.length &&
        other.every((gain, i) => Math.abs(gain - (gains[i] as number)) < 1e-9)
      )
    })
    return same && ways.length >= options.length && ways.length > 1 ? [id] : []
  })
}
