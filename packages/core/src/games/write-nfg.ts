import { fractionText } from '../fractions/fraction.ts'
import type { Bimatrix } from './bimatrix.ts'
import { quotedText } from './words-of-game.ts'

/** A game of two players in the text format `.nfg` of Gambit, payoffs cell by cell. */
export function writeNfg({ title, players, strategies, payoffs }: Bimatrix): string {
  const names = (list: readonly string[]): string => `{ ${list.map(quotedText).join(' ')} }`
  const [own, other] = strategies
  // The first player's strategy changes fastest.
  const cells = other.map((_, j) =>
    own
      .map((_, i) => payoffs.map((table) => fractionText(table[i]?.[j] ?? NONE)).join(' '))
      .join('  ')
  )
  return [
    `NFG 1 R ${quotedText(title)} ${names(players)}`,
    '',
    `{ ${strategies.map(names).join('\n  ')} }`,
    '',
    ...cells,
    ''
  ].join('\n')
}

const NONE = { top: 0n, bottom: 1n }
