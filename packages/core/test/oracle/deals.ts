import type { DealSpace } from '../../src/bargaining/index.ts'
import type { Condition } from '../../src/model/judgement.ts'

/** Gains over no deal by party, units, and how many admissible packages have exactly these. */
export interface Reached {
  readonly gains: readonly number[]
  readonly packages: bigint
}

/** Option indices by issue, for every package of the space, one after the other. */
export function* packagesOf(
  { issues }: DealSpace,
  chosen: readonly number[] = []
): Generator<readonly number[]> {
  const issue = issues[chosen.length]
  if (!issue) yield chosen
  else
    for (const option of issue.options.keys())
      yield* packagesOf({ issues } as DealSpace, [...chosen, option])
}

export function gainsOf(
  { parties, issues, noDeal }: DealSpace,
  choice: readonly number[]
): readonly number[] {
  return parties.map((_, party) => {
    let gain = -(noDeal[party] as number)
    for (const [k, { worth }] of issues.entries())
      gain += worth[choice[k] as number]?.[party] as number
    return gain + 0
  })
}

/** No excluded condition holds. What only scenarios or moves decide does not hold. */
export function isAdmissible({ issues, excluded }: DealSpace, choice: readonly number[]): boolean {
  const chosen = new Map(
    issues.map(({ id, options }, k) => [id, options[choice[k] as number] as string])
  )
  return excluded.every((condition) => truth(condition, chosen) < 1)
}

/** Kleene's logic in numbers: 1 true, 0 false, 1/2 open. */
function truth(condition: Condition, chosen: ReadonlyMap<string, string>): number {
  const of = (part: Condition): number => truth(part, chosen)
  switch (condition.kind) {
    case 'is':
      return condition.options.includes(chosen.get(condition.issue) as string) ? 1 : 0
    case 'all':
      return Math.min(1, ...condition.parts.map(of))
    case 'any':
      return Math.max(0, ...condition.parts.map(of))
    case 'not':
      return 1 - of(condition.part)
    case 'if':
      return Math.max(1 - of(condition.left), of(condition.right))
    case 'iff': {
      const [left, right] = [of(condition.left), of(condition.right)]
      return Math.min(Math.max(1 - left, right), Math.max(1 - right, left))
    }
    default:
      return 0.5
  }
}

/**
 * What the admissible packages give that give each party at least its floor (a gain, units; 0 when
 * left out).
 */
export function reachedIn(space: DealSpace, floor?: ArrayLike<number>): readonly Reached[] {
  const found = new Map<string, { readonly gains: readonly number[]; packages: bigint }>()
  for (const choice of packagesOf(space)) {
    const gains = gainsOf(space, choice)
    if (gains.some((gain, party) => gain < (floor?.[party] ?? 0)) || !isAdmissible(space, choice))
      continue
    const known = found.get(gains.join())
    if (known) known.packages++
    else found.set(gains.join(), { gains, packages: 1n })
  }
  return [...found.values()]
}

/**
 * Those that no other dominates, sorted downwards by the first party, then the second, and so on.
 */
export function efficientAmong(reached: readonly Reached[]): readonly Reached[] {
  let kept: Reached[] = []
  for (const one of reached) {
    if (kept.some((other) => covers(other.gains, one.gains))) continue
    kept = [...kept.filter((other) => !covers(one.gains, other.gains)), one]
  }
  return kept.sort(
    (a, b) =>
      b.gains.map((gain, party) => gain - (a.gains[party] as number)).find((step) => step !== 0) ??
      0
  )
}

/** At least as great everywhere. Of two different points, the first dominates the second. */
export function covers(a: ArrayLike<number>, b: ArrayLike<number>): boolean {
  for (let party = 0; party < a.length; party++)
    if ((a[party] as number) < (b[party] as number)) return false
  return true
}

/** A fraction with a positive lower part. */
interface Fraction {
  readonly upper: bigint
  readonly lower: bigint
}

/** All points that are best by a standard, and the number it compares first. */
export interface Best {
  readonly gains: readonly (readonly number[])[]
  readonly value: number
}

/**
 * The standards word for word, each over all packages that give each party its floor, but
 * `mostEqual` over the frontier.
 */
export interface Standards {
  readonly ideal: readonly number[]
  readonly gainless: readonly number[]
  readonly nash: Best | undefined
  readonly maxMin: Best | undefined
  readonly mostEqual: Best | undefined
  readonly egalitarian: Best | undefined
  readonly welfare: Best | undefined
}

/** `reached`: nobody below no deal. */
export function standardsOf(space: DealSpace, reached: readonly Reached[]): Standards {
  const points = reached.map(({ gains }) => gains)
  const ideal = space.parties.map((_, party) =>
    points.reduce((most, gains) => Math.max(most, gains[party] as number), 0)
  )
  const parties = [...space.parties.keys()]
  const gaining = parties.filter((party) => (ideal[party] as number) > 0)
  const shares = (gains: readonly number[]): Fraction[] =>
    rising(gaining.map((party) => over(gains, ideal, party)))
  const inPoints = (gains: readonly number[]): Fraction[] =>
    parties.map((party) => over(gains, space.unitsPerPoint, party))
  const efficient = efficientAmong(reached).map(({ gains }) => gains)
  const spread = (gains: readonly number[]): Fraction =>
    minus(shares(gains).at(-1) as Fraction, shares(gains)[0] as Fraction)
  const equal = best(gaining.length > 0 ? efficient : [], (gains) => [
    minus(ZERO, spread(gains)),
    ...shares(gains)
  ])
  return {
    ideal,
    gainless: parties.filter((party) => !gaining.includes(party)),
    nash: best(
      points.filter((gains) => gains.every((gain) => gain > 0)),
      (gains) => [inPoints(gains).reduce(times, ONE)]
    ),
    maxMin: best(gaining.length > 0 ? points : [], shares),
    mostEqual: equal && { ...equal, value: 0 - equal.value },
    egalitarian: best(points, (gains) => rising(inPoints(gains))),
    welfare: best(points, (gains) => [inPoints(gains).reduce(plus, ZERO)])
  }
}

/**
 * The points whose list of fractions is greatest: the first fraction counts, then the second, and
 * so on.
 */
function best(
  points: readonly (readonly number[])[],
  standard: (gains: readonly number[]) => readonly Fraction[]
): Best | undefined {
  let kept:
    | { readonly gains: (readonly number[])[]; readonly list: readonly Fraction[] }
    | undefined
  for (const gains of points) {
    const list = standard(gains)
    const order = kept
      ? (list.map((one, k) => compare(one, kept?.list[k] as Fraction)).find((sign) => sign !== 0) ??
        0)
      : 1
    if (order > 0) kept = { gains: [gains], list }
    else if (order === 0) kept?.gains.push(gains)
  }
  return kept && { gains: kept.gains, value: number(kept.list[0] as Fraction) }
}

/**
 * Distance from everybody's best to the nearest point, worths divided by the best ones (parties
 * whose best is 0 or less left out).
 */
export function oppositionOf(
  { noDeal }: DealSpace,
  reached: readonly Reached[]
): number | undefined {
  const worths = reached.map(({ gains }) =>
    gains.map((gain, party) => gain + (noDeal[party] as number))
  )
  if (worths.length === 0) return undefined
  const top = [...noDeal.keys()].map((party) =>
    Math.max(...worths.map((worth) => worth[party] as number))
  )
  const squares = worths.map((worth) =>
    [...top.keys()]
      .filter((party) => (top[party] as number) > 0)
      .map((party) => minus(ONE, over(worth, top, party)))
      .reduce((sum, short) => plus(sum, times(short, short)), ZERO)
  )
  return Math.sqrt(number(rising(squares)[0] as Fraction))
}

const ZERO: Fraction = { upper: 0n, lower: 1n }
const ONE: Fraction = { upper: 1n, lower: 1n }

const over = (upper: ArrayLike<number>, lower: ArrayLike<number>, party: number): Fraction => ({
  upper: BigInt(upper[party] as number),
  lower: BigInt(lower[party] as number)
})
const plus = (a: Fraction, b: Fraction): Fraction => ({
  upper: a.upper * b.lower + b.upper * a.lower,
  lower: a.lower * b.lower
})
const minus = (a: Fraction, b: Fraction): Fraction => plus(a, { upper: -b.upper, lower: b.lower })
const times = (a: Fraction, b: Fraction): Fraction => ({
  upper: a.upper * b.upper,
  lower: a.lower * b.lower
})
const compare = (a: Fraction, b: Fraction): number =>
  Number(sign(a.upper * b.lower - b.upper * a.lower))
const sign = (value: bigint): bigint => (value > 0n ? 1n : value < 0n ? -1n : 0n)
const rising = (fractions: readonly Fraction[]): Fraction[] => [...fractions].sort(compare)

/** To 15 digits, whatever the size of the parts. */
const number = ({ upper, lower }: Fraction): number => Number((upper * 10n ** 18n) / lower) / 1e18
