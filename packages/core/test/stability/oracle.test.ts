import { expect, test } from 'vitest'
import { CONCEPTS } from '../../src/stability/concepts.ts'
import type { SolveSettings } from '../../src/stability/solve-graph.ts'
import { solve } from '../../src/stability/solve-graph.ts'
import type { Pair, Shape } from '../oracle/random-conflicts.ts'
import { generator, randomArcs, randomOptions } from '../oracle/random-conflicts.ts'
import { stable } from '../oracle/stability.ts'

const SEED = 20_241_120
let cells = 0

/** Compares every concept, party and state; returns what differs, in words a debugger can use. */
function differences({ kernel, plain, states }: Pair, rules: SolveSettings): string[] {
  const solution = solve(kernel, rules)
  return CONCEPTS.flatMap((concept) => {
    const verdicts = solution.concepts.get(concept)
    if (!verdicts) return []
    return kernel.parties.flatMap((_, party) =>
      states.flatMap((s, k) => {
        cells++
        const wanted = stable(plain, concept, party, k, rules)
        return (verdicts.stable[party]?.[s] === 1) === wanted
          ? []
          : [`${concept} party ${party} state ${s}: oracle says ${wanted}`]
      })
    )
  })
}

const shapes: readonly Shape[] = [
  { parties: 2, size: 4, infeasible: 0, irreversible: 0, ties: 0, unknown: 0 },
  { parties: 2, size: 5, infeasible: 0.3, irreversible: 0.3, ties: 0.3, unknown: 0 },
  { parties: 3, size: 5, infeasible: 0, irreversible: 0, ties: 0, unknown: 0 },
  { parties: 3, size: 5, infeasible: 0.3, irreversible: 0.4, ties: 0.2, unknown: 0 },
  { parties: 4, size: 5, infeasible: 0.4, irreversible: 0.2, ties: 0.4, unknown: 0 },
  { parties: 5, size: 6, infeasible: 0.5, irreversible: 0.3, ties: 0.2, unknown: 0 }
]

test.each(shapes)('kernel = definitions, option form: %o', (shape) => {
  const random = generator(SEED)
  for (let round = 0; round < 45; round++) {
    const pair = randomOptions(random, shape)
    expect(differences(pair, {}), `seed ${SEED}, round ${round}`).toEqual([])
    expect(differences(pair, { strict: true }), `strict, seed ${SEED}, round ${round}`).toEqual([])
  }
})

test.each([2, 3, 4])(
  'kernel = definitions, general graphs with intransitive arcs, %i parties',
  (parties) => {
    const random = generator(SEED + parties)
    for (let round = 0; round < 100; round++) {
      const pair = randomArcs(random, {
        parties,
        size: 14,
        infeasible: 0,
        irreversible: 0,
        ties: 0.3,
        unknown: 0
      })
      expect(differences(pair, {}), `seed ${SEED + parties}, round ${round}`).toEqual([])
    }
  }
)

test.each(['a', 'b', 'c', 'd'] as const)(
  'kernel = definitions where a preference is unknown, attitude %s',
  (attitude) => {
    const random = generator(SEED + attitude.charCodeAt(0))
    for (let round = 0; round < 30; round++) {
      const options = randomOptions(random, {
        parties: 3,
        size: 4,
        infeasible: 0.2,
        irreversible: 0.3,
        ties: 0.2,
        unknown: 0.4
      })
      const arcs = randomArcs(random, {
        parties: 3,
        size: 9,
        infeasible: 0,
        irreversible: 0,
        ties: 0.2,
        unknown: 0.4
      })
      for (const strict of [false, true]) {
        expect(differences(options, { attitude, strict }), `round ${round}`).toEqual([])
        expect(differences(arcs, { attitude, strict }), `round ${round}`).toEqual([])
      }
    }
  }
)

test('at least 100,000 cells were compared', () => {
  expect(cells).toBeGreaterThanOrEqual(100_000)
})
