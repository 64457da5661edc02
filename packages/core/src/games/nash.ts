import type { Fraction } from '../fractions/fraction.ts'
import { compare, fraction, greatest, least, minus, ONE, ZERO } from '../fractions/fraction.ts'
import type { Bimatrix, Mix, Payoffs, Profile } from './bimatrix.ts'
import { isNash, isPure, paysAgainst, profileOf, turned } from './bimatrix.ts'
import type { ReplyCorner } from './polytope.ts'
import { cornersOf } from './polytope.ts'

/** Where more corners of a player's mixes would have to be held, only pure equilibria are sought. */
export const MOST_CORNERS = 4000

/** A Nash equilibrium that is no mixture of others. */
export interface NashPoint extends Profile {
  readonly pure: boolean
  /** The connected set of equilibria it belongs to, counted from 0; absent where only pure ones are sought. */
  readonly set?: number
}

/** The Nash equilibria of a game of two. */
export interface NashFound {
  readonly equilibria: readonly NashPoint[]
  /** `pure`: the game is too large for mixed ones, and only pure ones were sought. */
  readonly sought: 'all' | 'pure'
  /**
   * Some mix has more best replies than strategies in it: equilibria may then lie between those
   * listed, in the same set. Absent where only pure ones are sought.
   */
  readonly degenerate?: boolean
  /** How many connected sets there are; each holds at least one equilibrium. */
  readonly sets?: number
}

/**
 * All extreme Nash equilibria, exactly: pairs of corners of the two polytopes of best replies in
 * which every strategy is unused or a best reply. Complete for degenerate games too: every
 * equilibrium is a mixture of extreme ones of one set (Winkels 1979; Avis, Rosenberg, Savani and
 * von Stengel 2010). Each is checked by the definition before it is told.
 */
export function nashEquilibria(game: Bimatrix, most = MOST_CORNERS): NashFound {
  const [rows, columns] = game.payoffs
  const own = cornersOf(wholePositive(turned(columns)), most)
  const other = own && cornersOf(wholePositive(rows), most)
  if (!own || !other) return pureOnly(game)
  const used = (corners: readonly ReplyCorner[]): readonly Labelled[] =>
    corners.filter(({ at }) => at.some((entry) => entry > 0n)).map(labelled)
  const [of, against] = [used(own), used(other)]
  const all = [maskOf(rows.keys()), maskOf((rows[0] ?? []).keys())] as const
  const pairs = of.flatMap((x, i) =>
    against.flatMap((y, j) =>
      (x.zero | y.tight) === all[0] && (x.tight | y.zero) === all[1] ? [[i, j] as const] : []
    )
  )
  const sets = connected(pairs)
  const found = pairs.map(([i, j], at): NashPoint => {
    const mixes: readonly [Mix, Mix] = [(of[i] as Labelled).mix, (against[j] as Labelled).mix]
    return proved(game, { ...profileOf(game, mixes), set: sets[at] as number })
  })
  return {
    equilibria: inOrder(found),
    sought: 'all',
    degenerate: of.some(isDegenerate) || against.some(isDegenerate),
    sets: new Set(sets).size
  }
}

/** A corner as a mix, with the strategies it leaves unused and the best replies to it as bits. */
interface Labelled {
  readonly mix: Mix
  readonly zero: bigint
  readonly tight: bigint
  readonly count: number
}

function labelled({ at, zero, tight }: ReplyCorner): Labelled {
  const sum = at.reduce((all, entry) => all + entry, 0n)
  return {
    mix: at.map((entry) => fraction(entry, sum)),
    zero: maskOf(zero),
    tight: maskOf(tight),
    count: zero.length + tight.length
  }
}

const maskOf = (numbers: Iterable<number>): bigint =>
  [...numbers].reduce((mask, number) => mask | (1n << BigInt(number)), 0n)

const isDegenerate = ({ mix, count }: Labelled): boolean => count > mix.length

/** The same game to its players: whole numbers from 1, one scale for all entries. */
function wholePositive(table: Payoffs): readonly (readonly bigint[])[] {
  const entries = table.flat()
  const lowest = least(entries)
  const scale = entries.reduce((common, { bottom }) => lcm(common, bottom), 1n)
  return table.map((row) =>
    row.map((pays) => {
      const { top, bottom } = minus(pays, lowest)
      return (top * scale) / bottom + 1n
    })
  )
}

const lcm = (a: bigint, b: bigint): bigint => a * fraction(b, a).top

/** An equilibrium that is none would be a mistake of this program, never to be told. */
function proved(game: Bimatrix, found: Profile & { readonly set?: number }): NashPoint {
  if (!isNash(game, found)) throw new Error('an equilibrium does not stand its own definition')
  return { ...found, pure: isPure(found) }
}

/** The number of the connected set of each pair: pairs that share a mix are joined. */
function connected(pairs: readonly (readonly [number, number])[]): readonly number[] {
  const sets = pairs.map((_, at) => at)
  const rename = (from: number, to: number): void =>
    sets.forEach((set, at) => {
      if (set === from) sets[at] = to
    })
  for (const side of [0, 1] as const) {
    const first = new Map<number, number>()
    pairs.forEach((pair, at) => {
      const before = first.get(pair[side])
      if (before === undefined) first.set(pair[side], at)
      else if (sets[before] !== sets[at]) rename(sets[at] as number, sets[before] as number)
    })
  }
  return sets
}

/** Pure ones first, then by the first strategies they use; sets are counted in that order. */
function inOrder(found: readonly NashPoint[]): readonly NashPoint[] {
  const sorted = [...found].sort(
    (a, b) => Number(b.pure) - Number(a.pure) || byMix(a.mixes.flat(), b.mixes.flat())
  )
  const numbers = new Map<number, number>()
  return sorted.map((one) => {
    if (one.set === undefined) return one
    const set = numbers.get(one.set) ?? numbers.size
    numbers.set(one.set, set)
    return { ...one, set }
  })
}

function byMix(a: Mix, b: Mix): number {
  const at = a.findIndex((share, index) => compare(share, b[index] as Fraction) !== 0)
  return at < 0 ? 0 : compare(b[at] as Fraction, a[at] as Fraction)
}

/** Cells of the table in which each plays a best reply, by looking at each of them. */
function pureOnly(game: Bimatrix): NashFound {
  const [rows, columns] = [game.payoffs[0], turned(game.payoffs[1])]
  const certain = (length: number, at: number): Mix =>
    Array.from({ length }, (_, index) => (index === at ? ONE : ZERO))
  const bestRows = columns.map((_, j) => bestOf(paysAgainst(rows, certain(columns.length, j))))
  const bestColumns = rows.map((_, i) => bestOf(paysAgainst(columns, certain(rows.length, i))))
  const equilibria = rows.flatMap((_, i) =>
    columns.flatMap((_, j) => {
      if (!bestRows[j]?.has(i) || !bestColumns[i]?.has(j)) return []
      const mixes = [certain(rows.length, i), certain(columns.length, j)] as const
      return [proved(game, profileOf(game, mixes))]
    })
  )
  return { equilibria: inOrder(equilibria), sought: 'pure' }
}

function bestOf(pays: readonly Fraction[]): ReadonlySet<number> {
  const best = greatest(pays)
  return new Set(pays.flatMap((one, at) => (compare(one, best) === 0 ? [at] : [])))
}
