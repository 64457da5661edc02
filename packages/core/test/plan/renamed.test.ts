import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { carriedOut } from '../../src/plan/carried-out.ts'
import { planFound } from '../../src/report/plan/plan-json.ts'
import type { PlanFound } from '../../src/report/plan/plan-shape.ts'
import { tried } from '../laws.ts'
import { gatedCase, gatedSpecs } from './gated-cases.ts'
import { readPlan } from './small-plan.ts'

const NAMES = /\b(east|west|watch|d\d|g\d)\b/g
const renamed = (text: string): string => text.replace(NAMES, 'un-$1')

function foundIn(text: string): PlanFound {
  const source = readPlan(text)
  const [proposal] = source.proposals
  if (!proposal) throw new Error('no proposal')
  return planFound(carriedOut(source, proposal, { draws: 5, seed: 1, dependence: 'independent' }))
}

/** The case with the lists of its steps, gates and parties turned round. */
function turned(text: string): string {
  const lines = text.split('\n')
  const turn = (key: string, entry: RegExp): void => {
    const at = lines.findIndex((line) => line.startsWith(`${key}:`)) + 1
    let end = at
    while (entry.test(lines[end] ?? '')) end++
    if (at > 0) lines.splice(at, end - at, ...lines.slice(at, end).reverse())
  }
  turn('deliverables', /^ {2}- \{id: d/)
  turn('gates', /^ {2}- \{id: g/)
  turn('parties', /^ {2}\w+: \{name/)
  return lines.join('\n')
}

/** What of a plan has no order in a file: what is good is, whichever of equals is shown first. */
function unordered({ found, gates, steps, stuck }: PlanFound) {
  const byName = <T extends { readonly gate: string }>(list: readonly T[]): readonly T[] =>
    [...list].sort((a, b) => (a.gate < b.gate ? -1 : 1))
  const orders = found && [
    found.periods.slice(0, -1).map(({ deliverables }) => deliverables.join()),
    ...found.ties.map((order) => order.map((step) => step.join()))
  ]
  return {
    steps,
    stuck: stuck.map((step) => step.join()).sort(),
    least: found?.least.toFixed(9),
    enforcing: found?.enforcing,
    count: found?.orders,
    orders: found?.allTies ? orders?.map((order) => order.join(' ')).sort() : [],
    gates: byName(gates).map(({ gate, blocking, undelivered, gains, gainersDecide }) => ({
      gate,
      blocking,
      undelivered,
      gains: Object.fromEntries(gains.map(({ party, points }) => [party, points.toFixed(9)])),
      gainersDecide
    }))
  }
}

describe('laws of a plan', () => {
  it('other names change nothing but the names', () => {
    tried(
      fc.property(gatedSpecs(false), (spec) => {
        const text = gatedCase(spec)
        expect(JSON.stringify(foundIn(renamed(text)))).toBe(renamed(JSON.stringify(foundIn(text))))
      }),
      { seed: 61, runs: 13, seeds: 8 }
    )
  })

  it('the order of steps, gates and parties in the file changes nothing', () => {
    tried(
      fc.property(gatedSpecs(false), (spec) => {
        const text = gatedCase(spec)
        expect(turned(text).split('\n').sort()).toEqual(text.split('\n').sort())
        expect(unordered(foundIn(turned(text)))).toEqual(unordered(foundIn(text)))
      }),
      { seed: 67, runs: 13, seeds: 8 }
    )
  })
})
