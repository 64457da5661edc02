import { describe, expect, test } from 'vitest'
import { coalitionImprovements, coalitionStability } from '../../src/stability/coalitions.ts'
import { CONCEPTS } from '../../src/stability/concepts.ts'
import { feasibleStates } from '../../src/stability/conflict.ts'
import { foresight } from '../../src/stability/foresight.ts'
import { marked, solve } from '../../src/stability/solve-graph.ts'
import { ranksFromGroups } from '../../src/stability/state-ranks.ts'
import type { Verdict } from './vectors.ts'
import { conflictOf, hasVectors, OPTION_FORM, readVector, WHY_SKIPPED } from './vectors.ts'

const NAMES = [
  ...OPTION_FORM,
  'elmira_9state_published',
  'elmira_9state_shippedrank',
  'std_deadlock',
  'std_staghunt'
]

describe.skipIf(!hasVectors)(`published conflicts (${hasVectors ? 'all' : WHY_SKIPPED})`, () => {
  test.each(NAMES)('%s: every verdict of the reference column', (name) => {
    const vector = readVector(name)
    const { conflict, stateOf } = conflictOf(vector)
    const { concepts } = solve(conflict)
    for (const concept of CONCEPTS) {
      const wanted = vector.results.reference[concept]
      if (!wanted) continue
      const found = concepts.get(concept)
      const got = {
        stable: found?.stable.map((marks) => [...marked(marks)]),
        equilibria: [...marked(found?.equilibria ?? new Uint8Array())]
      }
      expect(got, concept).toEqual({
        stable: wanted.stable_states_per_dm.map((list) => list.map(stateOf)),
        equilibria: wanted.equilibria.map(stateOf)
      })
    }
  })

  test.each(NAMES.filter((name) => !name.startsWith('elmira') && name !== 'gmcrpy_elmira'))(
    '%s: limited moves',
    (name) => {
      const vector = readVector(name)
      const { conflict, stateOf } = conflictOf(vector)
      for (const { horizon, expected } of foresight(conflict, 6).slice(1)) {
        const stable = expected.map((ends) => feasibleStates(conflict).filter((s) => ends[s] === s))
        const wanted = vector.results.reference.Lh?.[`h${horizon}`]
        expect(stable, `h${horizon}`).toEqual(
          wanted?.stable_states_per_dm.map((list) => list.map(stateOf))
        )
      }
    }
  )

  test('Elmira: a coalition of two breaks the deadlock', () => {
    const { conflict, stateOf } = conflictOf(readVector('gmcrpy_elmira'))
    const coalitions =
      readVector<
        Record<
          string,
          {
            readonly UIs_of_first_coalition: Record<string, readonly number[]>
            readonly gmcr_py_dense: { readonly nash: Verdict }
          }
        >
      >('elmira_coalitions')
    const groups: readonly (readonly [string, readonly number[]])[] = [
      ['MoE+Uniroyal', [0, 1]],
      ['MoE+LG', [0, 2]],
      ['Uniroyal+LG', [1, 2]],
      ['grand', [0, 1, 2]]
    ]
    for (const [name, members] of groups) {
      const wanted = coalitions[name]
      for (const [n, ends] of Object.entries(wanted?.UIs_of_first_coalition ?? {})) {
        // the file lists the improvements of the group that holds the first party: in [MoE],
        // [Uniroyal, LG] that is MoE alone
        const got = coalitionImprovements(
          conflict,
          { members: members[0] === 0 ? members : [0], gain: 'strong' },
          stateOf(Number(n))
        )
        expect(
          [...got].sort((a, b) => a - b),
          `${name} from ${n}`
        ).toEqual(ends.map(stateOf))
      }
      const nash =
        coalitionStability(conflict, { groups: [members] }).equilibria.get('cnash') ??
        new Uint8Array()
      expect([...marked(nash)], name).toEqual(
        wanted?.gmcr_py_dense.nash.stable_states_per_dm[members[0] === 0 ? 0 : 1]?.map(stateOf)
      )
    }
  })

  test('Syria-Iraq 1975: 240, 384, 300 and 384 of the 720 rankings make state 2 an equilibrium', () => {
    const vector = readVector('gmcrpy_syriairaq')
    const { conflict, stateOf } = conflictOf(vector)
    const { reference_counts_per_state: wanted } = readVector<{
      readonly reference_counts_per_state: Record<string, Record<string, number>>
    }>('syriairaq_inverse')
    const concepts = ['nash', 'gmr', 'smr', 'seq', 'sseq'] as const
    const counts: Record<string, Record<string, number>> = Object.fromEntries(
      concepts.map((concept) => [concept, Object.fromEntries(vector.states.map(({ n }) => [n, 0]))])
    )
    for (const order of permutations(feasibleStates(conflict))) {
      const ranks = [
        ranksFromGroups(
          conflict.size,
          order.map((s) => [s])
        ),
        conflict.ranks[1]
      ]
      const solution = solve({ ...conflict, ranks }, { concepts })
      for (const concept of concepts) {
        for (const { n } of vector.states) {
          const row = counts[concept] as Record<string, number>
          row[n] =
            (row[n] as number) + (solution.concepts.get(concept)?.equilibria[stateOf(n)] as number)
        }
      }
    }
    expect(counts).toEqual(wanted)
  })
})

function permutations(items: readonly number[]): number[][] {
  if (items.length === 0) return [[]]
  return items.flatMap((item) =>
    permutations(items.filter((other) => other !== item)).map((rest) => [item, ...rest])
  )
}
