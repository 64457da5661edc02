import type { Fraction } from '../fractions/fraction.ts'
import { compare, greatest, ONE, times, total, ZERO } from '../fractions/fraction.ts'

/** Payoffs by row and column. */
export type Payoffs = readonly (readonly Fraction[])[]
/** The chance of each of a player's strategies. */
export type Mix = readonly Fraction[]

/** A game of two players who each choose once without knowing the other's choice. */
export interface Bimatrix {
  readonly title: string
  readonly players: readonly [rows: string, columns: string]
  readonly strategies: readonly [rows: readonly string[], columns: readonly string[]]
  readonly payoffs: readonly [rows: Payoffs, columns: Payoffs]
}

/** How both play, and what each gets by it. */
export interface Profile {
  readonly mixes: readonly [Mix, Mix]
  readonly payoffs: readonly [Fraction, Fraction]
}

/** The table as the column player sees it: its own strategies are the rows. */
export const turned = (table: Payoffs): Payoffs =>
  (table[0] ?? []).map((_, column) => table.map((row) => row[column] as Fraction))

/** What each of a player's strategies pays against a mix of the other; own strategies as rows. */
export const paysAgainst = (own: Payoffs, other: Mix): readonly Fraction[] =>
  own.map((row) => total(row.flatMap((pays, at) => partOf(pays, other[at] as Fraction))))

/** What a mix of strategies pays, by what each of them does. */
export const paysMixed = (pays: readonly Fraction[], mix: Mix): Fraction =>
  total(pays.flatMap((one, at) => partOf(one, mix[at] as Fraction)))

const partOf = (pays: Fraction, share: Fraction): readonly Fraction[] =>
  share.top === 0n ? [] : [times(pays, share)]

/** What both get from how they play. */
export function profileOf({ payoffs }: Bimatrix, mixes: readonly [Mix, Mix]): Profile {
  const [rows, columns] = mixes
  return {
    mixes,
    payoffs: [
      paysMixed(paysAgainst(payoffs[0], columns), rows),
      paysMixed(paysAgainst(turned(payoffs[1]), rows), columns)
    ]
  }
}

/**
 * Whether nobody could gain by playing anything else: the definition of a Nash equilibrium, with
 * mixes that are such.
 */
export function isNash({ payoffs }: Bimatrix, { mixes, payoffs: gets }: Profile): boolean {
  const [rows, columns] = mixes
  const best = [
    greatest(paysAgainst(payoffs[0], columns)),
    greatest(paysAgainst(turned(payoffs[1]), rows))
  ]
  return (
    mixes.every(isMix) &&
    best.every((pays, player) => compare(pays, gets[player] as Fraction) === 0)
  )
}

const isMix = (mix: Mix): boolean =>
  mix.every((share) => compare(share, ZERO) >= 0) && compare(total(mix), ONE) === 0

/** Whether both play one strategy for certain. */
export const isPure = ({ mixes }: Profile): boolean =>
  mixes.every((mix) => mix.every(({ top, bottom }) => top === 0n || top === bottom))
