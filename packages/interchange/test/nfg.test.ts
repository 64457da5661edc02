import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { readCase } from '@truce/core/case'
import type { Graph } from '@truce/core/model'
import { marked, solve } from '@truce/core/stability'
import { describe, expect, test } from 'vitest'
import { compiledCase } from '../../core/test/stability/cases.ts'
import { exportNfg } from '../src/index.ts'

const FOLDER = 'cases/classics'
const NAMES = readdirSync(resolve(import.meta.dirname, '../../..', FOLDER))

interface Game {
  readonly strategies: readonly (readonly string[])[]
  readonly payoffs: readonly (readonly number[])[]
}

/**
 * Reads the payoff version of the format, as its description has it: the first player's strategy
 * changes fastest.
 */
function parsed(text: string): Game {
  const tokens: readonly string[] = text.match(/"(?:[^"\\]|\\.)*"|[{}]|[^\s{}"]+/g) ?? []
  expect(tokens.slice(0, 3)).toEqual(['NFG', '1', 'R'])
  const players = tokens.indexOf('}', 4) - 5
  const strategies: string[][] = []
  let at = 5 + players + 2
  for (; tokens[at] === '{'; at++) {
    const end = tokens.indexOf('}', at)
    strategies.push(tokens.slice(at + 1, end).map((name) => name.slice(1, -1)))
    at = end
  }
  expect([strategies.length, tokens[at]]).toEqual([players, '}'])
  const numbers = tokens.slice(at + 2).map(Number)
  const payoffs = Array.from({ length: numbers.length / players }, (_, k) =>
    numbers.slice(k * players, (k + 1) * players)
  )
  expect(payoffs.length).toBe(strategies.reduce((product, { length }) => product * length, 1))
  return { strategies, payoffs }
}

/** The pure equilibria in which everybody is worth something, each as its strategies' names. */
function pure({ strategies, payoffs }: Game): readonly (readonly string[])[] {
  const steps = strategies.map((_, k) =>
    strategies.slice(0, k).reduce((product, { length }) => product * length, 1)
  )
  const placeOf = (profile: number, player: number): number =>
    Math.floor(profile / (steps[player] as number)) % (strategies[player]?.length as number)
  const best = (profile: number, player: number): boolean =>
    (strategies[player] as readonly string[]).every((_, other) => {
      const moved = profile + (other - placeOf(profile, player)) * (steps[player] as number)
      return (payoffs[moved]?.[player] as number) <= (payoffs[profile]?.[player] as number)
    })
  return payoffs
    .map((_, profile) => profile)
    .filter(
      (profile) =>
        payoffs[profile]?.[0] !== 0 && strategies.every((_, player) => best(profile, player))
    )
    .map((profile) => strategies.map((own, player) => own[placeOf(profile, player)] as string))
}

function exported(folder: string): string {
  const { source } = compiledCase(folder)
  const made = exportNfg(source, source.graph as Graph)
  if (made.refused !== undefined) throw new Error(made.refused)
  return made.text
}

test("the prisoner's dilemma, to the letter", () => {
  expect(exported(`${FOLDER}/prisoners-dilemma`)).toBe(`NFG 1 R "The prisoner's dilemma"
{ "First prisoner" "Second prisoner" }

{ { "none" "cooperate" }
  { "none" "cooperate" } }
"Payoffs are ordinal: the place of a state in a party's order, 1 the worst. A game in strategic form has no states to start from and no answers: only Nash equilibria compare with the graph."

2 2
1 4
4 1
3 3
`)
})

/** Every move of these can be made and undone, and no patterns are put together. */
const FREE = NAMES.filter((name) => {
  const { source } = compiledCase(`${FOLDER}/${name}`)
  return source.graph?.moves.every(({ direction }) => direction === 'both')
})

describe('pure equilibria are the Nash equilibria of the graph', () => {
  test.each(FREE)('%s', (name) => {
    const { source, compiled } = compiledCase(`${FOLDER}/${name}`)
    const wanted = marked(
      solve(compiled.conflict).concepts.get('nash')?.equilibria ?? new Uint8Array()
    ).map((state) =>
      compiled.conflict.parties.map((party) => {
        const taken = (source.graph?.moves ?? []).filter(
          (move, bit) => move.party === party && compiled.space.taken(state, bit)
        )
        return taken.map(({ id }) => id).join(' + ') || 'none'
      })
    )
    expect(FREE.length).toBeGreaterThan(1)
    expect([...pure(parsed(exported(`${FOLDER}/${name}`)))].sort()).toEqual([...wanted].sort())
  })
})

test.each([...NAMES.map((name) => `${FOLDER}/${name}`), 'cases/ukraine/2024-maitra'])(
  '%s is well formed',
  (folder) => {
    const { payoffs } = parsed(exported(folder))
    const { compiled } = compiledCase(folder)
    const most = Math.max(...payoffs.flat())
    expect(most).toBe(
      1 + Math.max(...compiled.conflict.ranks.flatMap((ranks) => [...(ranks ?? [])]))
    )
    expect(
      payoffs.filter((one) => one.includes(0)).every((one) => one.every((value) => value === 0))
    ).toBe(true)
  }
)

const head = `truce: 1
title: 'A "gate"'
as-of: 2024-06-01
sources: {talks: {title: Minutes, kind: statement}}
parties: {upland: {name: Upland, kind: state, role: belligerent, source: talks}}
`
function answer(graph: string): ReturnType<typeof exportNfg> {
  const { case: source } = readCase([{ name: 'case.yaml', text: `${head}graph:\n${graph}` }])
  return exportNfg(source as NonNullable<typeof source>, source?.graph as Graph)
}

test('quotes are escaped', () => {
  const made = answer(
    '  moves: {upland: {open: Open}}\n  preferences: {upland: [{upland.open: yes}]}\n'
  )
  expect(made.refused === undefined && made.text).toContain('NFG 1 R "A \\"gate\\""')
})

test('refused: too many outcomes, an unknown preference, a general graph', () => {
  const moves = Array.from({ length: 13 }, (_, k) => `m${k}: Move`).join(', ')
  expect(
    answer(`  moves: {upland: {${moves}}}\n  preferences: {upland: [{upland.m0: yes}]}\n`).refused
  ).toContain('8192 outcomes, and 4096')
  expect(
    answer('  moves: {upland: {open: Open}}\n  preferences: {upland: unknown}\n').refused
  ).toContain('preference of Upland')
  expect(
    answer(
      '  nodes: [a, b]\n  arcs: {upland: [[a, b]]}\n  preferences: {upland: {ranking: [a, b]}}\n'
    ).refused
  ).toContain('only moves')
})
