import { describe, expect, test } from 'vitest'
import type { Graph } from '../../src/model/graph.ts'
import type { Condition } from '../../src/model/judgement.ts'
import { DEFAULT_RULES } from '../../src/stability/concepts.ts'
import type { Compiled, Concept } from '../../src/stability/index.ts'
import {
  CONCEPTS,
  compile,
  explain,
  inverse,
  leastStatementMoves,
  solve
} from '../../src/stability/index.ts'
import { compiledCase } from './cases.ts'

const { source, compiled } = compiledCase('cases/ukraine/2024-maitra')
const graph = source.graph as Graph

const stateOf = ({ named }: Compiled, id: string): number =>
  named.find((one) => one.id === id)?.state as number

/** The concepts under which a state, by name or letters, is an equilibrium. */
function holdsUnder(model: Compiled, name: string): readonly Concept[] {
  const state =
    model.named.find(({ id }) => id === name)?.state ?? (model.space.find(name) as number)
  const { concepts } = solve(model.conflict)
  return CONCEPTS.filter((concept) => concepts.get(concept)?.equilibria[state] === 1)
}

function changed(next: Graph): Compiled {
  const made = compile(source, next)
  if (!made.conflict || made.problems.length > 0) throw new Error('the variant does not compile')
  return made
}

/** The graph with one party's statements replaced. */
function withStatements(
  before: Graph,
  party: string,
  edit: (list: readonly Condition[]) => readonly Condition[]
): Graph {
  const written = before.preferences.get(party)
  if (written?.kind !== 'statements') throw new Error(`${party} has no statements`)
  return {
    ...before,
    preferences: new Map([
      ...before.preferences,
      [party, { ...written, statements: edit(written.statements) }]
    ])
  }
}

const speaksOf = (condition: Condition, party: string, move: string): boolean =>
  JSON.stringify(condition).includes(`"party":"${party}","move":"${move}"`)

/**
 * Russia's fourth statement is what makes withdrawal its wish; without it only the last one speaks
 * of withdrawing for its own sake.
 */
const withoutFourth = (before: Graph): Graph =>
  withStatements(before, 'russia', (list) => list.filter((_, k) => k !== 3))

/** The United States never arms Ukraine of its own accord, so it would not answer with arms. */
const noAmericanArms = (before: Graph): Graph =>
  withStatements(before, 'us', (list) => [
    ...list.filter((one) => !speaksOf(one, 'us', 'arm')),
    { kind: 'move', party: 'us', move: 'arm', taken: false }
  ])

const noEuropeanAnswer = (before: Graph): Graph =>
  withStatements(before, 'eu', (list) => list.filter((one) => !speaksOf(one, 'eu', 'offer')))

/** There is no American guarantee to be had, whatever anybody prefers. */
const noGuarantee: Graph = {
  ...graph,
  infeasible: [...graph.infeasible, { kind: 'move', party: 'us', move: 'guarantee', taken: true }],
  states: graph.states.filter(({ id }) => id !== 'settlement')
}

const ALL = [...CONCEPTS]

describe('as the case stands', () => {
  test('war and settlement hold under every concept, the freeze under none', () => {
    expect(holdsUnder(compiled, 'war')).toEqual(ALL)
    expect(holdsUnder(compiled, 'settlement')).toEqual(ALL)
    expect(holdsUnder(compiled, 'freeze')).toEqual([])
  })

  test('Russia leaves the freeze', () => {
    const witness = explain(compiled.conflict, {
      party: 0,
      concept: 'gmr',
      state: stateOf(compiled, 'freeze'),
      rules: DEFAULT_RULES
    })
    expect([compiled.conflict.parties[0], witness.stable]).toEqual(['russia', false])
  })

  test('nobody wants to leave the settlement: no answer of anybody is needed', () => {
    const state = stateOf(compiled, 'settlement')
    const because = compiled.conflict.parties.map((_, party) => {
      const witness = explain(compiled.conflict, {
        party,
        concept: 'gmr',
        state,
        rules: DEFAULT_RULES
      })
      return witness.stable && witness.because
    })
    expect(new Set(because)).toEqual(new Set(['no-improvement']))
  })
})

describe('without a credible American response', () => {
  test('no arms: the settlement stands, since it does not rest on them; war falls to GMR and SMR', () => {
    const model = changed(noAmericanArms(graph))
    expect(holdsUnder(model, 'settlement')).toEqual(ALL)
    expect(holdsUnder(model, 'war')).toEqual(['gmr', 'smr'])
    expect(holdsUnder(model, 'freeze')).toEqual([])
  })

  test('no guarantee: what is left of the settlement holds under GMR and SMR only, and nothing with withdrawal under Nash', () => {
    const model = changed(noGuarantee)
    expect(holdsUnder(model, 'YYNYYYNNNY')).toEqual(['gmr', 'smr'])
    expect(holdsUnder(model, 'war')).toEqual(ALL)
    const nash = solve(model.conflict).concepts.get('nash')?.equilibria ?? new Uint8Array()
    const holding = model.space.states().filter((state) => nash[state] === 1)
    expect(holding.map(model.space.label)).toEqual(['YNNNYYNNNN', 'NNNNNNYNNN', 'NNNNNYYNNN'])
  })
})

describe('put in by hand: the fourth statement of Russia', () => {
  const model = changed(withoutFourth(graph))

  test('without it Russia gains by taking back the withdrawal; it stays under GMR, SMR, SEQ and SSEQ', () => {
    expect(holdsUnder(model, 'settlement')).toEqual(['gmr', 'smr', 'seq', 'sseq'])
    const state = stateOf(model, 'settlement')
    const witness = explain(model.conflict, {
      party: 0,
      concept: 'seq',
      state,
      rules: DEFAULT_RULES
    })
    if (!witness.stable || witness.because !== 'sanctioned') throw new Error('no sanction')
    const [answer] = witness.answers
    expect(model.space.label(answer?.improvement.to as number)).toBe('YNNYYYNYYY')
    expect(answer?.sanction.map(({ party }) => model.conflict.parties[party])).toEqual(['eu'])
  })

  test('the answer that counts is the European offer, not American arms', () => {
    const rows = (next: Graph): readonly (readonly Concept[])[] =>
      ['war', 'freeze', 'settlement'].map((name) => holdsUnder(changed(next), name))
    expect(rows(withoutFourth(graph))).toEqual([ALL, [], ['gmr', 'smr', 'seq', 'sseq']])
    expect(rows(noAmericanArms(withoutFourth(graph)))).toEqual([
      ['gmr', 'smr'],
      [],
      ['gmr', 'smr', 'seq', 'sseq']
    ])
    expect(rows(noEuropeanAnswer(withoutFourth(graph)))).toEqual([ALL, [], ['gmr', 'smr']])
    expect(rows(noEuropeanAnswer(graph))).toEqual([ALL, [], ALL])
  })

  test('a guarantee that was given stays, whether or not the United States still likes it', () => {
    const indifferent = withStatements(graph, 'us', (list) =>
      list.filter((one) => !speaksOf(one, 'us', 'guarantee'))
    )
    expect(holdsUnder(changed(indifferent), 'settlement')).toEqual(ALL)
  })

  test('the inverse says what Russia would have to prefer', () => {
    const state = stateOf(model, 'settlement')
    const found = inverse(model.conflict, { state, concept: 'nash' })
    expect([
      found.exact,
      found.changed.map(({ party, lowered }) => [party, lowered.map(model.space.label)])
    ]).toEqual([true, [[0, ['YNNYYYNYYY']]]])
    expect(found.swaps).toBe(1)
    // no single statement moved to another place does it
    expect(leastStatementMoves(model, { state, concept: 'nash', rules: DEFAULT_RULES })).toEqual({
      atLeast: 2,
      exact: false
    })
  })
})

describe('what would have to change for the freeze', () => {
  const state = stateOf(compiled, 'freeze')

  test('under GMR one statement: the second of Russia, no halt without neutrality, below the eighth', () => {
    const found = leastStatementMoves(compiled, { state, concept: 'gmr', rules: DEFAULT_RULES })
    expect(found.moves).toEqual([{ party: 0, from: 1, to: 7 }])
  })

  test('35 under Nash, of which three are American', () => {
    const found = inverse(compiled.conflict, { state, concept: 'nash' })
    expect([
      found.swaps,
      found.exact,
      found.changed.map(({ party, swaps }) => [party, swaps])
    ]).toEqual([
      35,
      true,
      [
        [0, 32],
        [2, 3]
      ]
    ])
  })
})
