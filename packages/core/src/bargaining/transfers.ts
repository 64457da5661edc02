import type { Fraction } from '../fractions/fraction.ts'
import {
  compare,
  fraction,
  fractionOf,
  fractionText,
  greatest,
  least,
  minus,
  ONE,
  over,
  plus,
  quotientOf,
  times,
  total,
  ZERO
} from '../fractions/fraction.ts'

/**
 * By package and party, the gain over no deal, in points; and by party what a unit of payment is
 * worth to it, in points, above 0.
 */
export interface PaymentProblem {
  readonly packages: readonly (readonly number[])[]
  readonly pointsPerUnit: readonly number[]
}

/**
 * Each party's gain in the end, in points; and for each best package what each is paid for it
 * (below 0: pays), in units.
 */
export interface Shared {
  readonly gains: readonly string[]
  readonly payments: readonly (readonly string[])[]
}

/**
 * The packages (by index) that create most, what they create in units of payment, and two ways to
 * share it. Fractions as text.
 */
export interface SidePayments {
  readonly best: readonly number[]
  readonly surplus: string
  /** Greatest product of gains: everyone has the same in units. */
  readonly nash: Shared
  /** Everyone has the same in points. */
  readonly egalitarian: Shared
}

/**
 * Side payments turn worth into worth at fixed rates, so a deal is efficient only if it maximises
 * the sum of gains in units of payment (transferable utility); payments then share that sum. Null
 * when no package creates a surplus. Throws a RangeError on a rate of 0 or less.
 */
export function sidePayments({ packages, pointsPerUnit }: PaymentProblem): SidePayments | null {
  const rates = pointsPerUnit.map(fractionOf)
  if (rates.some(({ top }) => top <= 0n))
    throw new RangeError('a unit of payment must be worth more than 0')
  const inUnits = packages.map((gains) =>
    gains.map((gain, party) => over(fractionOf(gain), rates[party] as Fraction))
  )
  const sums = inUnits.map(total)
  const surplus = sums.length > 0 ? greatest(sums) : ZERO
  if (surplus.top <= 0n) return null
  const best = sums.flatMap((sum, index) => (compare(sum, surplus) === 0 ? [index] : []))
  const perParty = over(surplus, fraction(BigInt(rates.length)))
  const perPoint = over(surplus, total(rates.map((rate) => over(ONE, rate))))
  const share = (due: readonly Fraction[]): Shared => ({
    gains: due.map((units, party) => fractionText(times(units, rates[party] as Fraction))),
    payments: best.map((index) =>
      due.map((units, party) => fractionText(minus(units, inUnits[index]?.[party] as Fraction)))
    )
  })
  return {
    best,
    surplus: fractionText(surplus),
    nash: share(rates.map(() => perParty)),
    egalitarian: share(rates.map((rate) => over(perPoint, rate)))
  }
}

/**
 * A divisible issue, worth linear between knots (by ascending amount), and what each party gains
 * from all else; whole numbers without limit are taken as they are.
 */
export interface DivisibleProblem {
  readonly knots: readonly {
    readonly amount: number
    readonly worth: readonly (number | bigint)[]
  }[]
  readonly rest: readonly (number | bigint)[]
  /** How much of these numbers is one point; 1 when left out. */
  readonly perPoint?: bigint
}

/**
 * An amount and each party's gain at it, in points. `exactly`: as a fraction; absent where it is
 * right to a rounding only.
 */
export interface Amount {
  readonly amount: number
  readonly exactly?: string
  readonly gains: readonly number[]
}

/**
 * The best amounts, ties listed; of a stretch on which all tie, the knots. `nash` is empty when no
 * amount gives everyone a gain; of amounts that are right to a rounding only, those that tie may be
 * missing.
 */
export interface DivisibleAnswer {
  readonly nash: readonly Amount[]
  /** Greatest least gain, then next least and so on. */
  readonly maxMin: readonly Amount[]
}

/**
 * The best amounts of a divisible issue, between its knots too. Between two knots gains are linear,
 * so the least gain is greatest at a knot or where two parties gain alike, and the product at a
 * knot or where its derivative is zero: a fraction while at most two gains change there, else found
 * by halving. Throws a RangeError without knots or when amounts do not ascend.
 */
export function bestAmounts({ knots, rest, perPoint = 1n }: DivisibleProblem): DivisibleAnswer {
  if (
    knots.length === 0 ||
    knots.some(({ amount }, k) => amount <= (knots[k - 1]?.amount ?? Number.NEGATIVE_INFINITY))
  )
    throw new RangeError('a divisible issue needs knots of ascending amounts')
  const places = knots.map(({ amount, worth }) => ({
    amount: fractionOf(amount),
    exact: true,
    gains: worth.map((value, party) =>
      plus(exactly(value), exactly(rest[party] as number | bigint))
    )
  }))
  const between = (find: (stretch: Stretch) => readonly Share[]): readonly Place[] => [
    ...places,
    ...places
      .slice(1)
      .flatMap((to, k) =>
        find([places[k] as Place, to]).map((share) => placeAt([places[k] as Place, to], share))
      )
  ]
  const inPoints = ({ amount, exact, gains }: Place): Amount => ({
    amount: quotientOf(amount),
    ...(exact ? { exactly: fractionText(amount) } : {}),
    gains: gains.map((gain) => quotientOf(over(gain, fraction(perPoint))))
  })
  const gainful = between(stationary).filter(({ gains }) => gains.every(({ top }) => top > 0n))
  return {
    nash: bestOf(gainful, ({ gains }) => [gains.reduce(times, ONE)]).map(inPoints),
    maxMin: bestOf(between(alike), ascending).map(inPoints)
  }
}

const exactly = (value: number | bigint): Fraction =>
  typeof value === 'bigint' ? fraction(value) : fractionOf(value)

/** An amount and the gains at it; `exact` unless it was found by halving. */
interface Place {
  readonly amount: Fraction
  readonly exact: boolean
  readonly gains: readonly Fraction[]
}

/** From one knot to the next. */
type Stretch = readonly [Place, Place]

/** A share of the way between two knots, above 0 and below 1. */
interface Share {
  readonly share: Fraction
  readonly exact: boolean
}

function placeAt([from, to]: Stretch, { share, exact }: Share): Place {
  const at = (a: Fraction, b: Fraction): Fraction => plus(a, times(share, minus(b, a)))
  return {
    amount: at(from.amount, to.amount),
    exact,
    gains: from.gains.map((gain, p) => at(gain, to.gains[p] as Fraction))
  }
}

/** Where two parties gain alike. */
function alike([from, to]: Stretch): readonly Share[] {
  return from.gains.flatMap((one, p) =>
    from.gains.slice(p + 1).flatMap((other, next) => {
      const [before, after] = [
        minus(one, other),
        minus(to.gains[p] as Fraction, to.gains[p + 1 + next] as Fraction)
      ]
      return before.top * after.top < 0n
        ? [{ share: over(before, minus(before, after)), exact: true }]
        : []
    })
  )
}

/** Halvings of a stretch: 2^-60 of it is beyond what a double can show, so more would not be seen. */
const HALVINGS = 60

/**
 * Where the product of gains is stationary among the amounts that give everyone a gain: at most one
 * place, as its logarithm is concave.
 */
function stationary(stretch: Stretch): readonly Share[] {
  const lines = stretch[0].gains.map((start, p) => ({
    start,
    slope: minus(stretch[1].gains[p] as Fraction, start)
  }))
  const moving = lines.filter(({ slope }) => slope.top !== 0n)
  const [one, other] = moving
  if (!one || !other) return []
  if (moving.length > 2) return halved(lines)
  const share = over(
    plus(times(one.slope, other.start), times(other.slope, one.start)),
    times(fraction(-2n), times(one.slope, other.slope))
  )
  return isInside(share) ? [{ share, exact: true }] : []
}

interface Line {
  readonly start: Fraction
  readonly slope: Fraction
}

/**
 * Halves the shares with gains for all by the sign of the derivative of the logarithm, the sum of
 * slope / gain: it only falls.
 */
function halved(lines: readonly Line[]): readonly Share[] {
  let [low, high] = gainfulShares(lines)
  if (compare(low, high) >= 0) return []
  for (let step = 0; step < HALVINGS; step++) {
    const share = times(plus(low, high), fraction(1n, 2n))
    const sign = signOfSum(
      lines.map(({ start, slope }) => over(slope, plus(start, times(share, slope))))
    )
    if (sign === 0) return [{ share, exact: true }]
    if (sign > 0) low = share
    else high = share
  }
  return [{ share: low, exact: false }]
}

/**
 * The sign of a sum, over the product of all bottoms: with many parties bringing each partial sum to
 * lowest terms would take a hundred times longer than all else.
 */
function signOfSum(list: readonly Fraction[]): number {
  let [sum, common] = [0n, 1n]
  for (const { top, bottom } of list) {
    sum = sum * bottom + top * common
    common *= bottom
  }
  return sum > 0n ? 1 : sum < 0n ? -1 : 0
}

/** The shares between which all lines are above 0; turned round when there are none. */
function gainfulShares(lines: readonly Line[]): readonly [Fraction, Fraction] {
  let [low, high] = [ZERO, ONE]
  for (const { start, slope } of lines) {
    if (slope.top === 0n) {
      if (start.top <= 0n) return [ONE, ZERO]
      continue
    }
    const zero = over(minus(ZERO, start), slope)
    if (slope.top > 0n) low = greatest([low, zero])
    else high = least([high, zero])
  }
  return [low, high]
}

const isInside = (share: Fraction): boolean => share.top > 0n && compare(share, ONE) < 0
const ascending = ({ gains }: Place): readonly Fraction[] => [...gains].sort(compare)

/**
 * The places whose scores, compared one after another, are greatest; each amount once, ascending.
 */
function bestOf(
  places: readonly Place[],
  score: (place: Place) => readonly Fraction[]
): readonly Place[] {
  const scored = places.map((place) => ({ place, scores: score(place) }))
  const order = (a: readonly Fraction[], b: readonly Fraction[]): number =>
    a.reduce((decided, one, k) => decided || compare(one, b[k] as Fraction), 0)
  const best = scored.reduce<readonly Fraction[]>(
    (top, { scores }) => (order(scores, top) > 0 ? scores : top),
    scored[0]?.scores ?? []
  )
  return scored
    .filter(({ scores }) => order(scores, best) === 0)
    .map(({ place }) => place)
    .sort((a, b) => compare(a.amount, b.amount))
    .filter(
      ({ amount }, k, sorted) => k === 0 || compare(amount, sorted[k - 1]?.amount as Fraction) !== 0
    )
}
