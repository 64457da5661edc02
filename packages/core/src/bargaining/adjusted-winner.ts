import type { Fraction } from '../fractions/fraction.ts'
import {
  compare,
  fraction,
  fractionOf,
  fractionText,
  minus,
  ONE,
  over,
  plus,
  times,
  total,
  ZERO
} from '../fractions/fraction.ts'

/**
 * Something to be awarded, and the points each of two parties gives it (none negative); it must be
 * divisible.
 */
export interface AwardItem {
  readonly id: string
  readonly points: readonly [number, number]
}

/**
 * The adjusted-winner division. Items by id; pairs are by party; exact numbers as text, such as
 * `66` or `2/15`.
 */
export interface AdjustedWinner {
  /**
   * Before adjustment: each item to the party that gives it more of its points; `points` leave the
   * tied items out.
   */
  readonly start: {
    readonly wins: Two<readonly string[]>
    readonly tied: readonly string[]
    readonly points: Two<string>
  }
  /** Items held whole in the end. */
  readonly holds: Two<readonly string[]>
  /** The one item that is divided, if any, and each party's share of it. */
  readonly split?: { readonly item: string; readonly shares: Two<string> }
  /**
   * Items tied where the cut falls, when two or more: dividing them otherwise, at the same points
   * to each party, is as good.
   */
  readonly interchangeable: readonly string[]
  /** Items nobody gives points to: in no one's holding. */
  readonly worthless: readonly string[]
  /** What each party gets, on its own scale. */
  readonly points: Two<string>
  /** What each party gets in percent of the points it gave: the same for both. */
  readonly percent: string
}

type Two<T> = readonly [T, T]

/**
 * Adjusted winner of two parties (Brams and Taylor, Fair Division, 1996), exact: envy-free,
 * equitable and efficient, with at most one item divided. Undefined when a party gives no points at
 * all. Throws a RangeError on points that are negative or not finite.
 */
export function adjustedWinner(items: readonly AwardItem[]): AdjustedWinner | undefined {
  const totals = pair((party) => total(items.map(({ points }) => fractionOf(points[party]))))
  if (items.some(({ points }) => Math.min(...points) < 0))
    throw new RangeError('points must not be negative')
  if (totals.some(({ top }) => top === 0n)) return undefined
  const lots = items.map(({ id, points }) => ({
    id,
    worth: pair((party) => over(fractionOf(points[party]), totals[party]))
  }))
  const wanted = lots.filter(({ worth }) => worth.some(({ top }) => top > 0n)).sort(byRatio)
  const cut = cutOf(wanted)
  const holds = pair((party) =>
    party === 0 ? wanted.slice(0, cut.before) : wanted.slice(cut.after)
  )
  const shares = pair((party) => (party === 0 ? cut.share : minus(ONE, cut.share)))
  const won = pair((party) =>
    plus(
      worthTo(party, holds[party]),
      cut.item ? times(shares[party], cut.item.worth[party]) : ZERO
    )
  )
  return {
    start: startOf(lots, totals),
    holds: pair((party) => inOrder(items, holds[party])),
    ...(cut.item
      ? { split: { item: cut.item.id, shares: pair((party) => fractionText(shares[party])) } }
      : {}),
    interchangeable: inOrder(items, tiedAt(wanted, cut)),
    worthless: inOrder(
      items,
      lots.filter(({ worth }) => worth.every(({ top }) => top === 0n))
    ),
    points: pair((party) => fractionText(times(won[party], totals[party]))),
    percent: fractionText(times(won[0], fraction(100n)))
  }
}

/** An item and the share of each party's points it carries. */
interface Lot {
  readonly id: string
  readonly worth: Two<Fraction>
}

/**
 * Where the list is cut: lots below `before` to the first party, those from `after` on to the
 * second, `item` between them.
 */
interface Cut {
  readonly before: number
  readonly after: number
  readonly item?: Lot
  /** The first party's share of `item`. */
  readonly share: Fraction
}

const pair = <T>(make: (party: 0 | 1) => T): Two<T> => [make(0), make(1)]

/**
 * What matters most to the first party compared with the second comes first; the order given
 * decides ties.
 */
function byRatio(a: Lot, b: Lot): number {
  return compare(times(b.worth[0], a.worth[1]), times(a.worth[0], b.worth[1]))
}

/**
 * Down the list, the first party's lots grow in worth to it and the rest shrinks in worth to the
 * second: both are equal at one place. That is where moving lots from the party ahead, least costly
 * first, ends too.
 */
function cutOf(wanted: readonly Lot[]): Cut {
  const aheadBefore = (index: number): Fraction =>
    minus(worthTo(0, wanted.slice(0, index)), worthTo(1, wanted.slice(index)))
  const before = wanted.findIndex((_, index) => aheadBefore(index + 1).top > 0n)
  const item = wanted[before] as Lot
  const share = over(minus(ZERO, aheadBefore(before)), plus(...item.worth))
  return share.top === 0n
    ? { before, after: before, share }
    : { before, after: before + 1, item, share }
}

function tiedAt(wanted: readonly Lot[], { before, after }: Cut): readonly Lot[] {
  const [last, next] =
    after > before ? [wanted[before], wanted[before]] : [wanted[before - 1], wanted[before]]
  if (!last || !next || byRatio(last, next) !== 0) return []
  const tied = wanted.filter((lot) => byRatio(lot, last) === 0)
  return tied.length > 1 ? tied : []
}

function startOf(lots: readonly Lot[], totals: Two<Fraction>): AdjustedWinner['start'] {
  const lead = ({ worth }: Lot): number => compare(worth[0], worth[1])
  const wins = pair((party) => lots.filter((lot) => (party === 0 ? lead(lot) > 0 : lead(lot) < 0)))
  return {
    wins: pair((party) => wins[party].map(({ id }) => id)),
    tied: lots.filter((lot) => lead(lot) === 0 && lot.worth[0].top > 0n).map(({ id }) => id),
    points: pair((party) => fractionText(times(worthTo(party, wins[party]), totals[party])))
  }
}

function worthTo(party: 0 | 1, lots: readonly Lot[]): Fraction {
  return total(lots.map(({ worth }) => worth[party]))
}

function inOrder(items: readonly AwardItem[], lots: readonly Lot[]): readonly string[] {
  const chosen = new Set(lots.map(({ id }) => id))
  return items.map(({ id }) => id).filter((id) => chosen.has(id))
}
