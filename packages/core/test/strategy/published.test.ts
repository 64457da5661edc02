import { describe, expect, it } from 'vitest'
import { criticalRisk, solvedLadder } from '../../src/strategy/ladder.ts'
import { fightsNow } from '../../src/strategy/waiting.ts'
import { published } from '../published.ts'
import type { PlayedTree } from './played-tree.ts'
import { inducted } from './played-tree.ts'

const games = published('games', 'theory.json')

const end = (name: string, ...worth: readonly [number, number]): PlayedTree => ({
  kind: 'end',
  name,
  worth
})

const move = (by: 0 | 1, actions: Readonly<Record<string, PlayedTree>>): PlayedTree => ({
  kind: 'move',
  by,
  actions: Object.entries(actions).map(([name, to]) => ({ name, to }))
})

/** Challenge or not; concede or resist; back down or fight, which is worth `war` to who began. */
const crisis = (war: number): PlayedTree =>
  move(0, {
    SQ: end('SQ', 0, 0),
    Challenge: move(1, {
      Concede: end('Acq', 4, -3),
      Resist: move(0, { BackDown: end('BD', -2, 2), War: end('War', war, -4) })
    })
  })

describe('games of crisis', () => {
  it('a credible threat is conceded to, a bluff is not made', () => {
    expect(inducted(crisis(-1)).best).toEqual([['Challenge'], ['Concede'], ['War']])
    expect(inducted(crisis(-5)).best).toEqual([['SQ'], ['Resist'], ['BackDown']])
  })

  it.skipIf(!games.there)(
    `agree with the limits that Gambit follows ${games.there ? '' : games.why}`,
    () => {
      const { games: all } = games.read<{
        games: readonly { name: string; results: { logit: readonly string[] } }[]
      }>('nash-extensive-gambit.json')
      // action chances by information set, first player's first: what is above one half is done
      const logit = (name: string): readonly number[] =>
        (all.find((one) => one.name === name)?.results.logit[0] ?? '')
          .split(',')
          .slice(1)
          .map((chance) => Math.round(Number(chance)))
      expect(logit('crisis-complete-resolved')).toEqual([0, 1, 0, 1, 1, 0])
      expect(logit('crisis-complete-bluff')).toEqual([1, 0, 1, 0, 0, 1])
      for (const [name, risk] of [
        ['brink-r1_10', 0.1],
        ['brink-r1_4', 0.25],
        ['brink-r1_2', 0.5]
      ] as const) {
        const [challenge, ...types] = brinkmanship(risk).map((done) =>
          done === 'first' ? [1, 0] : [0, 1]
        )
        expect([...(challenge ?? []), ...types.flat()]).toEqual(logit(name))
      }
      for (const [name, hard] of [
        ['radg-lowp', 0.25],
        ['radg-highp', 0.75]
      ] as const)
        expect(inducted(deterrence({ hard, worth: [0, 2, -2] })).best[0]).toEqual(
          logit(name)[0] === 1 ? ['cooperate'] : ['defect']
        )
    }
  )

  it('hold at 1/10, 1/4 and 1/2 as the critical risks say', () => {
    expect(brinkmanship(0.1)).toEqual(['first', 'second', 'second'])
    expect(brinkmanship(0.25)).toEqual(['second', 'second', 'first'])
    expect(brinkmanship(0.5)).toEqual(['second', 'first', 'first'])
  })
})

/**
 * A challenger does not know whether the defender has 8 or 2 to lose by quitting (1/3 and 2/3), so
 * chance may as well decide after its move. Whoever holds wins 1 less the risk, 5 going to the other
 * only if it quits; disaster costs either 20.
 */
function brinkmanship(risk: number): readonly ('first' | 'second')[] {
  const defended = (stake: number): PlayedTree =>
    move(1, {
      first: end('quit', 5, -stake),
      second: {
        kind: 'chance',
        branches: [
          { name: 'runs away', chance: risk, to: end('disaster', -20, -20) },
          { name: 'holds', chance: 1 - risk, to: end('held', -1, 1) }
        ]
      }
    })
  const tree = move(0, {
    first: end('SQ', 0, 0),
    second: {
      kind: 'chance',
      branches: [
        { name: 'resolute', chance: 1 / 3, to: defended(8) },
        { name: 'irresolute', chance: 2 / 3, to: defended(2) }
      ]
    }
  })
  return inducted(tree).best.map(([only]) => (only === 'first' ? 'first' : 'second'))
}

/** The rudimentary asymmetric deterrence game, the defender's type decided after the challenge. */
function deterrence(game: {
  readonly hard: number
  readonly worth: readonly [sq: number, dc: number, dd: number]
}): PlayedTree {
  const [sq, dc, dd] = game.worth
  const answered = (resisting: number): PlayedTree =>
    move(1, { cooperate: end('DC', dc, 0), defect: end('DD', dd, resisting) })
  return move(0, {
    cooperate: end('SQ', sq, 3),
    defect: {
      kind: 'chance',
      branches: [
        { name: 'hard', chance: game.hard, to: answered(1) },
        { name: 'soft', chance: 1 - game.hard, to: answered(-1) }
      ]
    }
  })
}

interface Theory {
  readonly radg_threshold: readonly { aSQ: number; aDC: number; aDD: number; pStar: number }[]
  readonly critical_risk: readonly {
    win: number
    quit: number
    disaster: number
    criticalRisk: number
  }[]
  readonly commitment_shift: readonly {
    p1: number
    p2: number
    cA: number
    cB: number
    delta: number
    warInevitable_Bproposes: boolean
  }[]
}

describe.skipIf(!games.there)(`published numbers ${games.there ? '' : games.why}`, () => {
  const theory = games.there ? games.read<Theory>('theory.json') : undefined

  it('deterrence fails below the threshold and not above it', () => {
    for (const { aSQ, aDC, aDD, pStar } of theory?.radg_threshold ?? []) {
      const best = (hard: number): readonly string[] | undefined =>
        inducted(deterrence({ hard, worth: [aSQ, aDC, aDD] })).best[0]
      expect(best(pStar - 1e-6)).toEqual(['defect'])
      expect(best(pStar + 1e-6)).toEqual(['cooperate'])
      expect(best(pStar)).toEqual(['cooperate', 'defect'])
    }
  })

  it('critical risks', () => {
    for (const { win, quit, disaster, criticalRisk: most } of theory?.critical_risk ?? []) {
      expect(criticalRisk(win, quit, disaster)).toBeCloseTo(most, 12)
      const own = { win, yield: quit, disaster }
      const held = (risk: number): string | undefined =>
        solvedLadder([{ risk, stakes: [own, own] }]).at(-1)?.[0].does
      expect([held(most - 1e-6), held(most + 1e-6)]).toEqual(['climbs', 'yields'])
    }
  })

  it('a shift of power that is too large to be paid for is fought over', () => {
    for (const { p1, p2, cA, delta, warInevitable_Bproposes: war } of theory?.commitment_shift ??
      [])
      expect(fightsNow({ now: p1 - cA, later: p2 - cA, most: 1, discount: delta })).toBe(war)
  })
})
