import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { trustIn } from '../../src/plan/path-trust.ts'
import { valued } from '../../src/plan/sequence.ts'
import type { Differing } from '../plan/small-plan.ts'
import { DELIVERABLES, planOf, readPlan, smallPlan } from '../plan/small-plan.ts'
import { pie, strategyIn } from './case.ts'

// What theory says of each figure that a case sets: more of it moves what it enters one way.

const EXAMPLE = readFileSync('docs/method/strategy-example/case.yaml', 'utf8').replace(
  /\[(-?[\d.]+), (-?[\d.]+), (-?[\d.]+)\]/g,
  '$2'
)

const guarantor = (chance: number, penalty: number, insurance: number): Differing => ({
  guarantees: `guarantees: [{by: watch, of: settlement, chance: ${chance}, penalty: ${penalty}, insurance: ${insurance}, source: own}]`
})

/** The trust that the small plan asks of East, with its guarantor. */
function backing(differing: Differing) {
  const source = readPlan(smallPlan(differing))
  const [proposal] = source.proposals
  if (!proposal) throw new Error('no proposal')
  const settings = { draws: 1, seed: 1, dependence: 'independent' } as const
  const found = trustIn(source, proposal, settings)?.parties[0]?.backings[0]
  if (!found) throw new Error('no guarantor')
  return found
}

/** What keeping to the settlement is worth to East beyond breaking it, at even odds. */
function edge(differing: Differing): number {
  const { both, taking, giving, none } = backing(differing).payoffs
  return (both + giving) / 2 - (taking + none) / 2
}

/** The slack of who gives first at its step. */
const slack = (differing: Differing): number =>
  valued(planOf(differing).sequence, [0, 1]).slacks[0]?.[1] ?? Number.NaN

const level = (text: string, at: number, side: 0 | 1) => {
  const found = strategyIn(text, 1).climbing?.levels[at]?.sides[side]
  if (!found) throw new Error('no such rung')
  return found
}

const fought = (discount: number): number => {
  const text = pie({
    north: '[{if: {scenario: winter}, is: 10}, 70]',
    south: '20',
    more: `scenarios: {winter: {p: 0.5, title: Winter, source: own}}
plan: {period: P30D, discount: {north: ${discount}, south: 0.5}, source: own}
`
  })
  const [north] = strategyIn(text, 1).incentives?.ripeness.waiting ?? []
  return north?.fightsFirst ? 1 : 0
}

const caught = (chance: number): Differing => ({
  ...guarantor(1, 9, 0),
  deliverables: DELIVERABLES.replace('caught: 0.5', `caught: ${chance}`).replace(
    'caught: 0.8',
    `caught: ${chance}`
  )
})

const MOVES: readonly {
  readonly what: string
  readonly at: readonly [low: number, high: number]
  readonly reads: (value: number) => number
  readonly goes: 'up' | 'down' | 'nowhere'
}[] = [
  {
    what: "a penalty: East's edge of keeping to the settlement",
    at: [2, 12],
    reads: (points) => edge(guarantor(0.5, points, 0)),
    goes: 'up'
  },
  {
    what: 'a penalty of a guarantor that never acts',
    at: [2, 12],
    reads: (points) => edge(guarantor(0, points, 0)),
    goes: 'nowhere'
  },
  {
    what: 'a penalty: what who breaks it has',
    at: [2, 12],
    reads: (points) => backing(guarantor(0.5, points, 0)).payoffs.taking,
    goes: 'down'
  },
  {
    what: 'insurance: what who is let down has',
    at: [2, 12],
    reads: (points) => backing(guarantor(0.5, 0, points)).payoffs.giving,
    goes: 'up'
  },
  {
    what: 'insurance: what who breaks it has',
    at: [2, 12],
    reads: (points) => backing(guarantor(0.5, 0, points)).payoffs.taking,
    goes: 'nowhere'
  },
  {
    what: 'the chance that the guarantor acts',
    at: [0.2, 0.9],
    reads: (chance) => edge(guarantor(chance, 8, 4)),
    goes: 'up'
  },
  {
    what: 'a penalty: the slack of who gives first',
    at: [0, 9],
    reads: (points) => slack(guarantor(1, points, 0)),
    goes: 'up'
  },
  {
    what: 'being caught: the slack of who gives first',
    at: [0.3, 0.9],
    reads: (chance) => slack(caught(chance)),
    goes: 'up'
  },
  {
    what: 'patience: the slack of who gives first',
    at: [0.6, 0.95],
    reads: (share) => slack({ discount: `{east: ${share}, west: ${share}}` }),
    goes: 'up'
  },
  {
    what: 'patience: going on while no deal is at its best',
    at: [0.2, 0.95],
    reads: fought,
    goes: 'up'
  },
  {
    what: 'risk of the top rung: what holding there is worth to North',
    at: [0.05, 0.9],
    reads: (risk) => level(EXAMPLE.replace('risk: 0.2', `risk: ${risk}`), 2, 0).climb[0],
    goes: 'down'
  },
  {
    what: "risk of the top rung: the critical risk, which the ladder's stakes alone decide",
    at: [0.05, 0.9],
    reads: (risk) => level(EXAMPLE.replace('risk: 0.2', `risk: ${risk}`), 2, 0).critical,
    goes: 'nowhere'
  },
  {
    what: 'risk of the top rung: whether North holds there',
    at: [0.05, 0.9],
    reads: (risk) => level(EXAMPLE.replace('risk: 0.2', `risk: ${risk}`), 2, 0).climbs.p,
    goes: 'down'
  }
]

test.each(MOVES)('more of it - $what - goes $goes', ({ at: [low, high], reads, goes }) => {
  const [before, after] = [reads(low), reads(high)]
  if (goes === 'nowhere') expect(after).toBeCloseTo(before, 9)
  else if (goes === 'up') expect(after).toBeGreaterThan(before + 1e-6)
  else expect(after).toBeLessThan(before - 1e-6)
})
