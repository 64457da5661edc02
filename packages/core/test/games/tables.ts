import fc from 'fast-check'
import type { Fraction } from '../../src/fractions/fraction.ts'
import { fraction, fractionText } from '../../src/fractions/fraction.ts'
import type { Bimatrix, NashFound, Payoffs } from '../../src/games/index.ts'

/** A fraction from its text, such as `-2/7`. */
export function exactly(text: string): Fraction {
  const [top = '', bottom = '1'] = text.split('/')
  return fraction(BigInt(top), BigInt(bottom))
}

/** A game from two tables of numbers or texts. */
export function tableGame(
  rows: readonly (readonly (number | string)[])[],
  columns: readonly (readonly (number | string)[])[]
): Bimatrix {
  const table = (entries: typeof rows): Payoffs =>
    entries.map((row) => row.map((entry) => exactly(String(entry))))
  return {
    title: 'A "small" game',
    players: ['Upland', 'Lowland'],
    strategies: [rows.map((_, i) => `u${i}`), (rows[0] ?? []).map((_, j) => `l${j}`)],
    payoffs: [table(rows), table(columns)]
  }
}

/** The equilibria as texts, in an order of their own. */
export const asTexts = ({ equilibria }: NashFound): readonly string[] =>
  equilibria.map(({ mixes }) => mixes.map((mix) => mix.map(fractionText).join()).join(' ')).sort()

/** Small games with many ties, so that degenerate ones are common. */
export const arbitraryTable: fc.Arbitrary<Bimatrix> = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
  .chain(([rows, columns]) => {
    const entries = fc.array(
      fc.array(fc.integer({ min: -2, max: 3 }), { minLength: columns, maxLength: columns }),
      { minLength: rows, maxLength: rows }
    )
    return fc.tuple(entries, entries).map(([own, other]) => tableGame(own, other))
  })
