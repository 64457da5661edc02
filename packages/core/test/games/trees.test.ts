import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fractionText, quotientOf } from '../../src/fractions/fraction.ts'
import type { GameTree, PurePlan, SolvedGame, SolvedTree, TreeNode } from '../../src/games/index.ts'
import { readEfg, solveGame, writeEfg } from '../../src/games/index.ts'
import { tried } from '../laws.ts'
import { published } from '../published.ts'
import { asTexts } from './tables.ts'

const results = published('games', 'nash-extensive-gambit.json')

interface PublishedTree {
  readonly name: string
  readonly efg: string
  readonly results: Readonly<Record<string, readonly string[]>>
}

const trees = results.there
  ? results.read<{ games: readonly PublishedTree[] }>('nash-extensive-gambit.json').games
  : []

describe('trees solved by another program', () => {
  it.skipIf(!results.there)(results.there ? 'are all there' : results.why, () => {
    expect(trees).toHaveLength(9)
  })

  it.each(trees.map((tree) => [tree.name, tree] as const))('%s', (_, { efg, results: told }) => {
    const solved = asTree(solveGame(efg))
    expect(writeEfg(readEfg(efg))).toBe(efg)
    const nash = solved.table?.nash
    expect(nash?.equilibria.filter(({ pure }) => pure)).toHaveLength(told['enumpure']?.length ?? 0)
    if (nash?.sought === 'all' && told['enummixed'])
      expect(asTexts(nash).map((text) => `NE,${text.replace(' ', ',')}`)).toEqual(
        [...told['enummixed']].sort()
      )
  })
})

const CRISIS = `EFG 2 R "crisis" { "C" "D" }

p "" 1 1 "first" { "Stay" "Challenge" } 0
t "" 1 "" { 0, 0 }
p "" 2 1 "answer" { "Concede" "Resist" } 0
t "" 2 "" { 4, -3 }
p "" 1 2 "last" { "Back" "War" } 0
t "" 3 "" { -2, 2 }
t "" 4 "" { WAR, -4 }
`

describe('reasoning from the end', () => {
  it('has the challenge where war is better than backing down, and not where it is worse', () => {
    expect(planTexts(CRISIS.replace('WAR', '-1'))).toEqual([
      'first Challenge, answer Concede, last War: 4 -3'
    ])
    expect(planTexts(CRISIS.replace('WAR', '-5'))).toEqual([
      'first Stay, answer Resist, last Back: 0 0'
    ])
  })

  it('follows every tie', () => {
    expect(planTexts(CRISIS.replace('WAR', '-2'))).toEqual([
      'first Stay, answer Resist, last Back: 0 0',
      'first Challenge, answer Concede, last War: 4 -3'
    ])
  })

  it('weighs what chance does, and adds up payoffs on the way', () => {
    const text = `EFG 2 R "" { "A" }
p "" 1 1 "" { "wait" "go" } 1 "on the way" { 10 }
t "" 2 "" { 1 }
c "" 1 "" { "well" 1/4 "badly" 3/4 } 0
t "" 3 "" { 8 }
t "" 4 "" { -1 }
`
    expect(planTexts(text)).toEqual([' go: 45/4'])
  })

  it('leaves nobody a better move at any place, and is an equilibrium of the table', () => {
    tried(
      fc.property(arbitraryTree, (tree) => {
        const solved = asTree(solveGame(writeEfg(tree)))
        const plans = solved.backward?.plans ?? []
        expect(plans.length).toBeGreaterThan(0)
        for (const plan of plans)
          expect(worth(solved.tree.root, plan)).toEqual(plan.payoffs.map(quotientOf))
        const pure = (solved.table?.nash.equilibria ?? []).filter((one) => one.pure)
        const paid = new Set(pure.map(({ payoffs }) => payoffs.map(fractionText).join()))
        for (const { payoffs } of plans) expect(paid).toContain(payoffs.map(fractionText).join())
      }),
      { seed: 4600, runs: 100, seeds: 10 }
    )
  })
})

describe('.efg', () => {
  it('is read as it is written', () => {
    tried(
      fc.property(arbitraryTree, (tree) => {
        const text = writeEfg(tree)
        expect(writeEfg(readEfg(text))).toBe(text)
      }),
      { seed: 4700, runs: 50, seeds: 5 }
    )
  })

  it('need not say a set or an outcome twice', () => {
    const short = `EFG 2 R "" { "A" "B" } "said"
p "" 1 1 "a" { "l" "r" } 0
p "" 2 1 "b" { "l" "r" } 0
t "" 1 "x" { 1 2 }
t "" 2 "y" { 0 0 }
p "" 2 1 0
t "" 1
t "" 2
`
    const { sets, comment } = readEfg(short)
    expect(sets.map(({ name }) => name)).toEqual(['a', 'b'])
    expect(comment).toBe('said')
    expect(asTree(solveGame(short)).perfect).toBe(false)
  })

  it.each([
    ['EFG 2 R "" { "A" }\nx "" 1', 'line 2: expected a node (c, p or t), and x stands there'],
    [
      'EFG 2 R "" { "A" }\nt "" 1 "" { 1 2 }',
      'line 2: outcome 1 has 2 payoffs, and there are 1 players'
    ],
    ['EFG 2 R "" { "A" }\np "" 2 1 "" { "l" } 0', 'line 2: there is no player 2; there are 1'],
    ['EFG 2 R "" { "A" }\np "" 1 1 0', 'line 2: expected { before the moves of an information set'],
    ['EFG 2 R "" { "A" }\nc "" 1 "" { "l" 1/2 "r" 1/3 } 0', 'these add up to 5/6'],
    [
      'EFG 2 R "" { "A" }\np "" 1 1 "" { "l" "r" } 0\nt "" 1 "" { 1 }',
      'expected a node: c, p or t, and the text ends'
    ],
    ['EFG 2 R "" { "A" }\nt "" 1 "" { 1 }\nt "" 1', 'line 3: expected nothing after the last node'],
    ['EFG 2 R "" { "A" }\nt "" 7', 'line 2: nothing is said of outcome 7'],
    ['truce: 1', 'line 1: expected NFG or EFG']
  ])('says what is wrong and where: %s', (text, said) => {
    expect(() => solveGame(text)).toThrow(said)
  })
})

function asTree(solved: SolvedGame): SolvedTree {
  if (solved.kind !== 'tree') throw new Error('not a tree')
  return solved
}

const planTexts = (text: string): readonly string[] =>
  (asTree(solveGame(text)).backward?.plans ?? []).map(({ choices, payoffs }) => {
    const moves = [...choices].map(([set, move]) => `${set.name} ${set.actions[move]}`)
    return `${moves.join(', ')}: ${payoffs.map(fractionText).join(' ')}`
  })

/** What a plan is worth from a node on; throws where another move would pay its player more. */
function worth(node: TreeNode, plan: PurePlan): readonly number[] {
  const here = node.outcome?.payoffs.map(quotientOf) ?? plan.payoffs.map(() => 0)
  if (node.kind === 'end') return here
  const below = node.next.map((next) => worth(next, plan))
  if (node.kind === 'chance') throw new Error('no chance in these trees')
  const chosen = below[plan.choices.get(node.set) ?? -1] ?? []
  for (const other of below)
    expect(other[node.set.player]).toBeLessThanOrEqual(chosen[node.set.player] ?? Number.NaN)
  return chosen.map((pays, at) => pays + (here[at] ?? 0))
}

type Shape = number | readonly Shape[]
const shape: fc.Arbitrary<Shape> = fc.letrec<{ shape: Shape }>((tie) => ({
  shape: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    fc.integer({ min: 0, max: 24 }),
    fc.array(tie('shape'), { minLength: 2, maxLength: 2 })
  )
})).shape

/** Small trees of two players in turn, with payoffs from 0 to 4, so that ties are common. */
const arbitraryTree: fc.Arbitrary<GameTree> = shape.map((found) => {
  let sets = 0
  const node = (part: Shape, player: number): TreeNode => {
    if (typeof part === 'number')
      return {
        kind: 'end',
        name: '',
        outcome: {
          number: part + 1,
          name: '',
          payoffs: [BigInt(part % 5), BigInt(Math.floor(part / 5))].map((top) => ({
            top,
            bottom: 1n
          }))
        }
      }
    const set = { player, number: ++sets, name: '', actions: part.map((_, at) => `m${at}`) }
    return { kind: 'choice', name: '', set, next: part.map((next) => node(next, 1 - player)) }
  }
  return { title: 'a "tree"', players: ['A', 'B'], root: node(found, 0), sets: [] }
})
