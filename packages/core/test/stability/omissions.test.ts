import { expect, test } from 'vitest'
import { isThin } from '../../src/report/stability/told.ts'
import type { Concept } from '../../src/stability/concepts.ts'
import { CONCEPTS } from '../../src/stability/concepts.ts'
import type { Conflict } from '../../src/stability/conflict.ts'
import { withRanks } from '../../src/stability/conflict.ts'
import { analyse } from '../../src/stability/index.ts'
import { isEquilibrium } from '../../src/stability/inverse.ts'
import { ranksFromStatements } from '../../src/stability/state-ranks.ts'
import { compiledCase } from './cases.ts'

test.each(['cases/classics/prisoners-dilemma', 'cases/ukraine/2024-maitra'])(
  '%s: what breaks or holds without a statement is what the conflict without it says',
  (path) => {
    const { compiled } = compiledCase(path)
    const conflict = compiled.conflict as Conflict
    const { omissions, explained } = analyse(compiled)
    const watched = explained
      .flatMap(({ state }) => CONCEPTS.map((concept) => ({ state, concept })))
      .slice(0, 60)
    const name = ({ state, concept }: { state: number; concept: Concept }): string =>
      `${concept} ${state}`
    const names = new Set(watched.map(name))
    let turned = 0
    for (const [party, { statements }] of compiled.preferences.entries())
      for (const omitted of statements.keys()) {
        const rest = statements.filter((_, place) => place !== omitted).map(({ holds }) => holds)
        const without = withRanks(conflict, party, ranksFromStatements(conflict.feasible, rest))
        const found = omissions?.find((one) => one.party === party && one.omitted === omitted)
        const told = (
          list: readonly { state: number; concept: Concept }[] = []
        ): readonly string[] =>
          list
            .map(name)
            .filter((one) => names.has(one))
            .sort()
        const turning = watched.filter(
          (one) => isEquilibrium(conflict, one) !== isEquilibrium(without, one)
        )
        expect(told(found?.breaks)).toEqual(
          turning
            .filter((one) => isEquilibrium(conflict, one))
            .map(name)
            .sort()
        )
        expect(told(found?.makes)).toEqual(
          turning
            .filter((one) => isEquilibrium(without, one))
            .map(name)
            .sort()
        )
        turned += turning.length
      }
    expect(turned).toBeGreaterThan(0)
  }
)

test('a graph in which half of the states or more hold under everything is called too thin', () => {
  const thinness = (path: string): readonly [number, number, boolean] => {
    const result = analyse(compiledCase(path).compiled)
    return [result.thickness.everywhere, result.thickness.feasible, isThin(result)]
  }
  expect(thinness('cases/classics/chicken')).toEqual([2, 4, true])
  expect(thinness('cases/classics/elmira')).toEqual([3, 9, false])
})
