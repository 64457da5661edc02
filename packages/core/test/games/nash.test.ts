import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Fraction } from '../../src/fractions/fraction.ts'
import { fractionText, minus, ONE, plus, quotientOf, times } from '../../src/fractions/fraction.ts'
import type { Bimatrix, Payoffs } from '../../src/games/index.ts'
import { nashEquilibria, readNfg, writeNfg } from '../../src/games/index.ts'
import { tried } from '../laws.ts'
import { published } from '../published.ts'
import { arbitraryTable, asTexts, exactly, tableGame } from './tables.ts'

const results = published('games', 'nash-bimatrix-gambit.json')

interface PublishedGame {
  readonly name: string
  readonly A?: readonly (readonly string[])[]
  readonly B?: readonly (readonly string[])[]
  readonly extremeEquilibria?: readonly {
    readonly row: readonly string[]
    readonly col: readonly string[]
    readonly payoffRow: string
    readonly payoffCol: string
  }[]
  readonly pureCount?: number
  readonly file?: string
  readonly equilibria?: readonly string[]
}

const games = results.there
  ? results.read<{ games: readonly PublishedGame[] }>('nash-bimatrix-gambit.json').games
  : []

describe('games solved by another program', () => {
  it.skipIf(!results.there)(results.there ? 'are all there' : results.why, () => {
    expect(games).toHaveLength(19)
  })

  it.each(games.map((game) => [game.name, game] as const))('%s', (_, published) => {
    const { A, B, extremeEquilibria, equilibria, file } = published
    const game = file === undefined ? tableGame(A ?? [], B ?? []) : readNfg(file)
    const found = nashEquilibria(game)
    const rows = game.strategies[0].length
    const told =
      extremeEquilibria?.map(({ row, col }) => `${row.join()} ${col.join()}`) ??
      (equilibria ?? []).map((text) => {
        const shares = text.split(',').slice(1)
        return `${shares.slice(0, rows).join()} ${shares.slice(rows).join()}`
      })
    expect(asTexts(found)).toEqual([...told].sort())
    if (published.pureCount !== undefined)
      expect(found.equilibria.filter(({ pure }) => pure)).toHaveLength(published.pureCount)
    for (const { row, col, payoffRow, payoffCol } of extremeEquilibria ?? []) {
      const same = found.equilibria.find(
        ({ mixes }) =>
          mixes.map((mix) => mix.map(fractionText).join()).join() === [...row, ...col].join()
      )
      expect(same?.payoffs.map(fractionText)).toEqual([payoffRow, payoffCol])
    }
  })
})

describe('a game that one can solve by hand', () => {
  it('has its mixed equilibrium beside the pure ones', () => {
    // Upland mixes so that Lowland does not care: 2p = 1 - p; Lowland so that Upland does not.
    const found = nashEquilibria(
      tableGame(
        [
          [3, 0],
          [0, 1]
        ],
        [
          [2, 0],
          [0, 1]
        ]
      )
    )
    expect(asTexts(found)).toEqual(['0,1 0,1', '1,0 1,0', '1/3,2/3 1/4,3/4'])
    expect(found).toMatchObject({ sought: 'all', degenerate: false, sets: 3 })
  })

  it('joins in one set what is joined by mixtures', () => {
    // Lowland does not mind what it does while Upland plays u0, and u0 is best as long as l0 is half.
    const found = nashEquilibria(
      tableGame(
        [
          [1, 0],
          [0, 1]
        ],
        [
          [0, 0],
          [0, 1]
        ]
      )
    )
    expect(asTexts(found)).toEqual(['0,1 0,1', '1,0 1,0', '1,0 1/2,1/2'])
    expect(found).toMatchObject({ degenerate: true, sets: 2 })
  })

  it('tells pure ones alone where the table is too large', () => {
    const game = tableGame(
      [
        [3, 0],
        [0, 1]
      ],
      [
        [2, 0],
        [0, 1]
      ]
    )
    const found = nashEquilibria(game, 2)
    expect(found.sought).toBe('pure')
    expect(asTexts(found)).toEqual(['0,1 0,1', '1,0 1,0'])
    expect(found.sets).toBeUndefined()
  })
})

describe('equilibria', () => {
  it('leave nobody a gain, reckoned in plain numbers', () => {
    tried(
      fc.property(arbitraryTable, (game) => {
        const { equilibria } = nashEquilibria(game)
        expect(equilibria.length).toBeGreaterThan(0)
        for (const { mixes } of equilibria) {
          const [x, y] = mixes.map((mix) => mix.map(quotientOf)) as [number[], number[]]
          const [a, b] = game.payoffs.map((table) => table.map((row) => row.map(quotientOf)))
          const sum = (table: number[][] | undefined, rows: number[], columns: number[]): number =>
            rows.reduce(
              (all, p, i) =>
                all + columns.reduce((part, q, j) => part + p * q * (table?.[i]?.[j] ?? 0), 0),
              0
            )
          const only = (list: number[], at: number): number[] =>
            list.map((_, k) => Number(k === at))
          for (const i of x.keys())
            expect(sum(a, only(x, i), y)).toBeLessThanOrEqual(sum(a, x, y) + 1e-9)
          for (const j of y.keys())
            expect(sum(b, x, only(y, j))).toBeLessThanOrEqual(sum(b, x, y) + 1e-9)
        }
      }),
      { seed: 4100, runs: 150, seeds: 10 }
    )
  })

  it('hold every pure one: each cell is looked at', () => {
    tried(
      fc.property(arbitraryTable, (game) => {
        const pure = asTexts({
          sought: 'all',
          equilibria: nashEquilibria(game).equilibria.filter((one) => one.pure)
        })
        expect(pure).toEqual(asTexts(nashEquilibria(game, 0)))
      }),
      { seed: 4200, runs: 150, seeds: 10 }
    )
  })

  it('are the same with the players in each other’s places', () => {
    tried(
      fc.property(arbitraryTable, (game) => {
        const [own, other] = game.payoffs
        const swapped: Bimatrix = {
          ...game,
          strategies: [game.strategies[1], game.strategies[0]],
          payoffs: [across(other), across(own)]
        }
        const back = asTexts(nashEquilibria(swapped)).map((text) =>
          text.split(' ').reverse().join(' ')
        )
        expect([...back].sort()).toEqual(asTexts(nashEquilibria(game)))
      }),
      { seed: 4300, runs: 100, seeds: 10 }
    )
  })

  it('are the same under other names, another order, another scale', () => {
    tried(
      fc.property(arbitraryTable, fc.integer({ min: 1, max: 5 }), (game, factor) => {
        const moved = (pays: Fraction): Fraction =>
          minus(times(exactly(`${factor}/3`), pays), exactly('7/2'))
        // Rows last to first; Upland on another scale; each of Lowland's payoffs against a given row by 1 more.
        const changed: Bimatrix = {
          ...game,
          strategies: [game.strategies[0].map((_, i) => `other ${i}`), game.strategies[1]],
          payoffs: [
            [...game.payoffs[0]].reverse().map((row) => row.map(moved)),
            [...game.payoffs[1]].reverse().map((row) => row.map((pays) => plus(pays, ONE)))
          ]
        }
        const back = asTexts(nashEquilibria(changed)).map((text) => {
          const [rows = '', columns = ''] = text.split(' ')
          return `${rows.split(',').reverse().join()} ${columns}`
        })
        expect([...back].sort()).toEqual(asTexts(nashEquilibria(game)))
      }),
      { seed: 4400, runs: 100, seeds: 10 }
    )
  })
})

describe('.nfg', () => {
  it('is read as it is written', () => {
    tried(
      fc.property(arbitraryTable, (game) => {
        expect(readNfg(writeNfg(game))).toEqual(game)
      }),
      { seed: 4500, runs: 50, seeds: 5 }
    )
  })

  it('is read with outcomes, the first player changing fastest', () => {
    const game = readNfg(
      'NFG 1 R "t" { "a" "b" }\n{ { "x" "y" } { "l" "r" } }\n"said"\n{ { "" 1, 2.5 } { "" -1/3 1e1 } }\n1 2 0 1'
    )
    expect(game.payoffs.map((table) => table.map((row) => row.map(fractionText)))).toEqual([
      [
        ['1', '0'],
        ['-1/3', '1']
      ],
      [
        ['5/2', '0'],
        ['10', '5/2']
      ]
    ])
  })

  it.each([
    ['EFG 2 R', 'line 1: the text does not begin with NFG'],
    [
      'NFG 1 R "t" { "a" "b" "c" } { 1 1 1 }',
      'line 1: the game has 3 players, and tables are for two'
    ],
    [
      'NFG 1 R "t" { "a" "b" }\n{ 2 2 }\n1 2 x',
      'line 3: expected a payoff, a number such as 3, -0.25 or 2/7, and x stands there'
    ],
    [
      'NFG 1 R "t" { "a" "b" }\n{ 2 2 }\n1 2',
      'line 3: 2 by 2 strategies make 4 cells, and 1 are given'
    ],
    [
      'NFG 1 R "t" { "a" "b" }\n{ 2 2 }\n{ { "" 1 2 } }\n1 2 1 1',
      'line 4: there is no outcome 2; there are 1'
    ],
    ['NFG 1 R "t', 'line 1: a quotation mark that nothing closes'],
    [
      'NFG 1 R "t" { "a" "b" }\n{ 2 2 }\n1 2/0',
      'line 3: expected a payoff, a number such as 3, -0.25 or 2/7, and 2/0 stands there'
    ]
  ])('says what is wrong and where: %s', (text, said) => {
    expect(() => readNfg(text)).toThrow(said)
  })
})

const across = (table: Payoffs): Payoffs =>
  (table[0] ?? []).map((_, j) => table.map((row) => row[j] as Fraction))
