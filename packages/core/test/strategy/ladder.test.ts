import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { writeEfg } from '../../src/games/index.ts'
import type { LadderChoice, LadderPlace, RungRead } from '../../src/strategy/ladder.ts'
import { criticalRisk, dominantOn, solvedLadder } from '../../src/strategy/ladder.ts'
import { ladderGame } from '../../src/strategy/ladder-game.ts'
import { tried } from '../laws.ts'
import { ladders, perfectPlans, played } from './ladders.ts'
import { inducted, playedOf } from './played-tree.ts'

const TRIAL = { seed: 1, runs: 300, seeds: 10 }

describe('a ladder', () => {
  it('is climbed as in every subgame-perfect plan, found by trying all of them', () => {
    tried(
      fc.property(ladders, fc.constantFrom(0 as const, 1 as const), (rungs, first) => {
        const solved = solvedLadder(rungs)
        const plans = perfectPlans(rungs, first)
        expect(plans.length).toBeGreaterThan(0)
        solved.forEach((pair, at) => {
          const by = (at % 2 === 0 ? first : 1 - first) as 0 | 1
          const done = new Set(plans.map((plan) => plan[at]))
          const { does, values } = pair[by]
          if (does === 'climbs') expect([...done]).toEqual([true])
          if (does === 'yields') expect([...done]).toEqual([false])
          // what is left open is really open: some perfect plan does each
          if (does === 'indifferent') expect(done.size).toBe(2)
          for (const plan of plans) {
            const worth = played(rungs, { at, by, plan })
            for (const side of [0, 1] as const) {
              expect(worth[side]).toBeGreaterThanOrEqual(values[side][0] - 1e-9)
              expect(worth[side]).toBeLessThanOrEqual(values[side][1] + 1e-9)
            }
          }
        })
      }),
      TRIAL
    )
  })

  it('is worth what its game tree is worth', () => {
    tried(
      fc.property(ladders, fc.constantFrom(0 as const, 1 as const), (rungs, first) => {
        const { values, best } = inducted(playedOf(ladderGame(rungs, first)))
        const solved = solvedLadder(rungs)
        solved[0]?.[first].values.forEach((own, side) => {
          expect(values[side as 0 | 1][0]).toBeCloseTo(own[0], 9)
          expect(values[side as 0 | 1][1]).toBeCloseTo(own[1], 9)
        })
        best.forEach((names, at) => {
          const one = solved[at]?.[(at % 2 === 0 ? first : 1 - first) as 0 | 1] as LadderPlace
          const told: Readonly<Record<LadderChoice, readonly string[]>> = {
            climbs: ['climb'],
            yields: ['yield'],
            indifferent: ['yield', 'climb'],
            open: ['yield', 'climb']
          }
          expect(names).toEqual(told[one.does])
        })
      }),
      TRIAL
    )
  })

  it('is mirrored when the sides change places', () => {
    const turned = (rungs: readonly RungRead[]): readonly RungRead[] =>
      rungs.map(({ risk, stakes: [first, second] }) => ({ risk, stakes: [second, first] }))
    tried(
      fc.property(ladders, (rungs) => {
        const [one, other] = [solvedLadder(rungs), solvedLadder(turned(rungs))]
        one.forEach((pair, at) => {
          const across = other[at] as (typeof one)[number]
          expect(pair.map(({ does }) => does)).toEqual([across[1].does, across[0].does])
          const dominant = dominantOn(pair)
          expect(dominantOn(across)).toBe(dominant === undefined ? undefined : 1 - dominant)
        })
      }),
      TRIAL
    )
  })

  const HOLDS: Readonly<Record<LadderChoice, number>> = {
    yields: 0,
    indifferent: 1,
    open: 1,
    climbs: 2
  }

  it('is held on its top no more where its risk is higher, and never less for a greater prize', () => {
    tried(
      fc.property(ladders, fc.constantFrom(0.05, 0.2), (rungs, more) => {
        const changed = (change: (rung: RungRead) => RungRead): LadderPlace => {
          const next = rungs.map((rung, k) => (k === rungs.length - 1 ? change(rung) : rung))
          return solvedLadder(next).at(-1)?.[0] as LadderPlace
        }
        const before = changed((rung) => rung)
        const riskier = changed((rung) => ({ ...rung, risk: Math.min(1, rung.risk + more) }))
        expect(HOLDS[riskier.does]).toBeLessThanOrEqual(HOLDS[before.does])
        const dearer = changed(({ risk, stakes: [own, other] }) => ({
          risk,
          stakes: [{ ...own, win: own.win + 1, yield: own.yield - more }, other]
        }))
        expect(HOLDS[dearer.does]).toBeGreaterThanOrEqual(HOLDS[before.does])
      }),
      TRIAL
    )
  })

  it('is climbed no more where the next step is riskier, all that follows being the same', () => {
    tried(
      fc.property(ladders, (given) => {
        // where nothing is worse than disaster, which is alike on all rungs
        const rungs = given.map(({ risk, stakes: [first, second] }) => ({
          risk,
          stakes: [
            { ...first, disaster: -20 },
            { ...second, disaster: -20 }
          ] as const
        }))
        // the top rung's risk is that of holding there too, so only steps below it are changed
        for (let step = 0; step < rungs.length - 1; step++) {
          const next = rungs.map((rung, k) =>
            k === step ? { ...rung, risk: Math.min(1, rung.risk + 0.25) } : rung
          )
          const [one, other] = [solvedLadder(rungs)[step], solvedLadder(next)[step]]
          for (const side of [0, 1] as const)
            expect(HOLDS[other?.[side].does ?? 'yields']).toBeLessThanOrEqual(
              HOLDS[one?.[side].does ?? 'yields']
            )
        }
      }),
      TRIAL
    )
  })

  it('is held up to the critical risk and not beyond it', () => {
    tried(
      fc.property(ladders, (rungs) => {
        const one = solvedLadder(rungs).at(-1)?.[0] as LadderPlace
        const most = criticalRisk(one.prize, one.yield, one.disaster)
        if (one.risk < most - 1e-6) expect(one.does).toBe('climbs')
        if (one.risk > most + 1e-6) expect(one.does).toBe('yields')
      }),
      TRIAL
    )
  })

  it('leaves who is indifferent undecided, and what hangs on it open', () => {
    const stakes = [
      { win: 10, yield: 0, disaster: -10 },
      { win: 8, yield: 4, disaster: 0 }
    ] as const
    // on top the second side is indifferent: half of 8 is 4
    const solved = solvedLadder([
      { risk: 0.1, stakes },
      { risk: 0.5, stakes }
    ])
    expect(solved[2]?.[1].does).toBe('indifferent')
    expect(solved[1]?.[0]).toMatchObject({ does: 'open', climb: [-7.5, 0] })
  })
})

it('the game is written as Gambit reads it, its chances adding up digit by digit', () => {
  const stakes = [
    { win: 60, yield: 20, disaster: -100 },
    { win: 50, yield: 40, disaster: -100 }
  ] as const
  const named = { title: 'One "rung"', players: ['North', 'South'] } as const
  expect(
    writeEfg(ladderGame([{ risk: 0.1, stakes }], 0, named))
  ).toBe(`EFG 2 R "One \\"rung\\"" { "North" "South" }
"Subgame perfect, from the root down: climb, yield"

p "" 1 1 "" { "yield" "climb" } 0
t "" 1 "yields on 0" { 20, 50 }
c "" 1 "" { "runs away" 1/10 "holds" 9/10 } 0
t "" 2 "disaster on 1" { -100, -100 }
p "" 2 1 "" { "yield" "climb" } 0
t "" 3 "yields on 1" { 60, 40 }
c "" 2 "" { "runs away" 1/10 "holds" 9/10 } 0
t "" 4 "disaster on 1" { -100, -100 }
t "" 5 "held on the top" { 20, 50 }
`)
})
