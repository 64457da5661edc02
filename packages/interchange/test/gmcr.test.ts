import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { readCase } from '@truce/core/case'
import type { Graph } from '@truce/core/model'
import type { Compiled } from '@truce/core/stability'
import { CONCEPTS, compile, marked, solve } from '@truce/core/stability'
import { describe, expect, test } from 'vitest'
import { compiledCase, compiledText } from '../../core/test/stability/cases.ts'
import {
  conflictOf,
  hasVectors,
  OPTION_FORM,
  readVector,
  WHY_SKIPPED
} from '../../core/test/stability/vectors.ts'
import { exportGmcr, importGmcr } from '../src/index.ts'

const SETTINGS = { title: 'A conflict', asOf: '2024-01-01' }
const FOLDER = 'cases/classics'
const NAMES = readdirSync(resolve(import.meta.dirname, '../../..', FOLDER))

function imported(text: string): {
  readonly compiled: Compiled
  readonly lost: readonly string[]
  readonly text: string
} {
  const made = importGmcr(text, SETTINGS)
  if (made.refused !== undefined) throw new Error(made.refused)
  const written = made.files[0]?.text ?? ''
  const compiled = compiledText(written)
  if (!compiled.conflict) throw new Error('not compiled')
  return { compiled, lost: made.lost, text: written }
}

const refusal = (value: unknown): string =>
  importGmcr(typeof value === 'string' ? value : JSON.stringify(value), SETTINGS).refused ??
  'not refused'

function exported(folder: string): {
  readonly text: string
  readonly lost: readonly string[]
  readonly compiled: Compiled
} {
  const { source, compiled } = compiledCase(folder)
  const made = exportGmcr(source, source.graph as Graph)
  if (made.refused !== undefined) throw new Error(made.refused)
  return { ...made, compiled }
}

/**
 * The equilibria under every concept that both know, as letters; those of patterns put together by
 * the label of their state.
 */
function equilibria(
  { conflict, space }: Compiled,
  as: (label: string) => string = (label) => label
): object {
  const { concepts } = solve(conflict)
  return Object.fromEntries(
    CONCEPTS.filter((concept) => concepts.get(concept)).map((concept) => {
      const marks = concepts.get(concept)?.equilibria ?? new Uint8Array()
      return [concept, [...new Set(marked(marks).map(space.label).map(as))].sort()]
    })
  )
}

describe('there and back', () => {
  test.each([...NAMES.map((name) => `${FOLDER}/${name}`), 'cases/ukraine/2024-maitra'])(
    '%s holds the same',
    (folder) => {
      const { text, compiled } = exported(folder)
      const back = imported(text).compiled
      const { space } = compiled
      const as = (label: string): string => space.label(space.find(label) as number)
      // SIM is not defined where patterns are put together, and is where they stand apart
      const { sim, ...found } = equilibria(back, as) as Record<string, unknown>
      expect({ ...found, ...(compiled.conflict.moves.kind === 'options' ? { sim } : {}) }).toEqual(
        equilibria(compiled)
      )
      expect(back.space.moveIds.length).toBe(space.moveIds.length)
    }
  )

  test.each(NAMES.filter((name) => name !== 'elmira'))(
    '%s: the same order of states for every party',
    (name) => {
      const { text, compiled } = exported(`${FOLDER}/${name}`)
      const { conflict, space } = imported(text).compiled
      expect(space.states().map(space.label)).toEqual(
        compiled.space.states().map(compiled.space.label)
      )
      expect(conflict.ranks.map((ranks) => [...(ranks ?? [])])).toEqual(
        compiled.conflict.ranks.map((ranks) => [...(ranks ?? [])])
      )
      expect(conflict.moves).toEqual(compiled.conflict.moves)
    }
  )

  test('a second round changes nothing', () => {
    const first = exported(`${FOLDER}/us-north-korea-2017`).text
    const { case: source } = readCase([{ name: 'case.yaml', text: imported(first).text }])
    const second = exportGmcr(source as NonNullable<typeof source>, source?.graph as Graph)
    expect(second.refused === undefined && second.text).toBe(first)
  })

  test('conditions of every form are written out', () => {
    const { case: source } = readCase([{ name: 'case.yaml', text: MIXED }])
    const made = exportGmcr(source as NonNullable<typeof source>, source?.graph as Graph)
    if (made.refused !== undefined || !source?.graph) throw new Error(made.refused)
    const before = compile(source, source.graph) as Compiled
    const after = imported(made.text).compiled
    expect(after.conflict.ranks).toEqual(before.conflict.ranks)
    expect(after.conflict.feasible).toEqual(before.conflict.feasible)
    expect(after.conflict.moves).toEqual(before.conflict.moves)
  })
})

const MIXED = `truce: 1
title: A gate
as-of: 2024-06-01
sources: {talks: {title: Minutes, kind: statement}}
parties: {upland: {name: Upland, kind: state, role: belligerent}, lowland: {name: Lowland, kind: state, role: belligerent}}
scenarios: {drought: {title: A dry summer, p: 0.8, source: talks}}
graph:
  source: talks
  moves:
    upland: {open: {title: Open, direction: forward}, guard: Guard}
    lowland: {pay: {title: Pay, direction: back}, watch: Watch, leave: Leave}
  infeasible: [{any: [{upland.open: yes, upland.guard: yes}, {not: {any: [{lowland.watch: yes}, {lowland.leave: no}]}}]}]
  exclusive: [[lowland.pay, lowland.watch]]
  preferences:
    upland:
      - {iff: [{lowland.pay: yes}, {upland.open: yes}]}
      - {if: {scenario: drought}, then: {upland.guard: yes}}
      - {not: {lowland.watch: yes, lowland.leave: yes}}
      - {scenario: drought}
    lowland: [{any: [{upland.open: yes}, {upland.guard: no}]}, {if: {upland.open: no}, then: {lowland.pay: no}}, {lowland.leave: no}]
`

describe('what GMCR+ has and a case has not', () => {
  const file = {
    options: [
      { name: 'Release' },
      { name: 'Escalate', permittedDirection: 'fwd' },
      { name: 'Attack', permittedDirection: 'back' }
    ],
    decisionMakers: [
      {
        name: 'Syria',
        options: [0, 1],
        misperceptions: [
          [
            [0, 'Y'],
            [1, 'N']
          ]
        ],
        preferences: [[[1, 'Y']], { compound: true, members: [[[0, 'N']], [[2, 'N']]] }]
      },
      {
        name: 'Iraq',
        options: [2],
        preferences: [
          [
            [2, 'N'],
            [2, 'Y']
          ],
          [[0, 'Y']]
        ]
      },
      { name: 'Observer', options: [], preferences: [[[0, 'Y']]] }
    ],
    infeasibles: [
      [
        [0, 'Y'],
        [1, 'Y']
      ]
    ],
    coalitions: [[0, 1], 2],
    useManualPreferenceRanking: false
  }

  test('is listed, and stands in the case', () => {
    const { lost, text, compiled } = imported(JSON.stringify(file))
    expect(lost).toEqual([
      'Syria does not see the states YN- in GMCR+; here every party sees every state',
      'Syria and Iraq act as one party in GMCR+; here each acts for itself, and --coalitions asks what groups would do',
      'the preferences of Observer, who has no option and so never moves'
    ])
    for (const line of lost) expect(text).toContain(`# - ${line}`)
    expect(compiled.conflict.moves).toMatchObject({ forward: [2, 0], back: [0, 4] })
    expect(compiled.space.infeasible).toBe(2)
  })

  test('a ranking counts by the numbers of feasible states, ties in lists; older files call it a vector', () => {
    const ranked = {
      ...file,
      decisionMakers: file.decisionMakers.map((maker) => ({
        ...maker,
        preferenceVector: [6, [1, 2], 3, [5], 4]
      }))
    }
    const { useManualPreferenceRanking: _, ...old } = {
      ...ranked,
      useManualPreferenceVectors: true
    }
    const { compiled, lost } = imported(JSON.stringify(old))
    const { conflict, space } = compiled
    const best = [...space.states()].sort(
      (a, b) => (conflict.ranks[0]?.[b] as number) - (conflict.ranks[0]?.[a] as number)
    )
    expect(best.map(space.label)).toEqual(['NYY', 'NNN', 'YNN', 'NYN', 'YNY', 'NNY'])
    expect(lost).toContain(
      'the preference statements of Syria: the file uses the ranking in their place'
    )
  })

  test('options out of the order of their owners are put in it', () => {
    const swapped = {
      options: [{ name: 'A' }, { name: 'B' }],
      decisionMakers: [
        { name: 'Two', options: [1], preferences: [[[0, 'Y']]] },
        {
          name: 'One',
          options: [0],
          preferences: [
            [
              [1, 'Y'],
              [0, 'N']
            ]
          ]
        }
      ]
    }
    const { conflict, space } = imported(JSON.stringify(swapped)).compiled
    expect(space.moveIds).toEqual(['two.b', 'one.a'])
    expect(conflict.ranks[1]?.[space.find('YN') as number]).toBe(1)
  })

  test('names become ids whatever they are', () => {
    const names = [
      'Україна',
      'not',
      '1st',
      'a b',
      'A-B',
      '  ',
      'x'.repeat(300),
      'null',
      'e\u0301te\u0301',
      '"quoted": {#}\u0007\u202e'
    ]
    const strange = {
      options: names.map((name) => ({ name })),
      decisionMakers: names.map((name, k) => ({ name, options: [k], preferences: [[[k, 'N']]] }))
    }
    const { compiled, text } = imported(JSON.stringify(strange))
    expect(compiled.conflict.parties).toEqual([
      'party-1',
      'party-2',
      'party-3',
      'a-b',
      'a-b-2',
      'party-6',
      'x'.repeat(40),
      'party-8',
      'ete',
      'quoted'
    ])
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is looked for
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/)
  })
})

describe('what is no conflict is refused in one sentence', () => {
  const one = {
    options: [{ name: 'A' }],
    decisionMakers: [{ name: 'One', options: [0], preferences: [[[0, 'Y']]] }]
  }
  const maker = one.decisionMakers[0]
  const cases: readonly (readonly [string, unknown, string])[] = [
    ['nothing', '', 'not JSON'],
    ['half a file', '{"options": [', 'not JSON'],
    ['another document', [], 'the file as a whole'],
    ['a number', '7', 'the file as a whole'],
    ['nothing in it', {}, 'options'],
    [
      'a wrong direction',
      { ...one, options: [{ name: 'A', permittedDirection: 'sideways' }] },
      'options.0.permittedDirection'
    ],
    ['a wrong letter', { ...one, infeasibles: [[[0, 'X']]] }, 'infeasibles.0'],
    ['a condition of nothing', { ...one, infeasibles: [[]] }, 'names no option'],
    ['an option that is not there', { ...one, infeasibles: [[[7, 'Y']]] }, 'speaks of option 7'],
    ['a negative option', { ...one, infeasibles: [[[-1, 'Y']]] }, 'infeasibles.0'],
    [
      'an option nobody owns',
      { ...one, options: [{ name: 'A' }, { name: 'B' }] },
      'B belongs to no decision maker'
    ],
    [
      'an option two own',
      { ...one, decisionMakers: [maker, maker] },
      'A belongs to 2 decision makers'
    ],
    ['no state left', { ...one, infeasibles: [[[0, 'Y']], [[0, 'N']]] }, 'no feasible state'],
    [
      'no state left to rank',
      { ...one, infeasibles: [[[0, 'Y']], [[0, 'N']]], useManualPreferenceRanking: true },
      'no state feasible'
    ],
    [
      'no ranking',
      { ...one, useManualPreferenceRanking: true },
      'each of the 2 feasible states once'
    ],
    [
      'a ranking beyond',
      {
        ...one,
        useManualPreferenceRanking: true,
        decisionMakers: [{ ...maker, preferenceRanking: [1, 3] }]
      },
      'each of the 2'
    ],
    [
      'a ranking twice',
      {
        ...one,
        useManualPreferenceRanking: true,
        decisionMakers: [{ ...maker, preferenceRanking: [1, [1]] }]
      },
      'each of the 2'
    ],
    [
      'too many options',
      {
        options: Array(25).fill({ name: 'A' }),
        decisionMakers: [{ name: 'One', options: [...Array(25).keys()] }]
      },
      '25 options'
    ],
    [
      'too much work',
      {
        options: Array(24).fill({ name: 'A' }),
        decisionMakers: [
          { name: 'One', options: [...Array(24).keys()], preferences: Array(65).fill([[0, 'Y']]) }
        ]
      },
      'too many to lay out'
    ],
    [
      'a name that is a list',
      { ...one, decisionMakers: [{ ...maker, name: [] }] },
      'decisionMakers.0.name'
    ],
    ['a prototype', '{"__proto__": {"options": [], "decisionMakers": []}}', 'options'],
    ['too much', ' '.repeat(2_000_001), 'larger than 2 MB'],
    ['very deep', '['.repeat(900_000), 'not JSON']
  ]
  test.each(cases)('%s', (_, value, words) => {
    const said = refusal(value)
    expect(said).toContain(words)
    expect(said).toMatch(/: [^\n]+$/)
  })
})

test('a general graph is refused, and says why', () => {
  const text = `truce: 1
title: T
as-of: 2024-06-01
sources: {talks: {title: Minutes, kind: statement}}
parties: {upland: {name: Upland, kind: state, role: belligerent, source: talks}}
graph: {nodes: [a, b], arcs: {upland: [[a, b]]}, preferences: {upland: {ranking: [b, a]}}}
`
  const { case: source } = readCase([{ name: 'case.yaml', text }])
  expect(
    exportGmcr(source as NonNullable<typeof source>, source?.graph as Graph).refused
  ).toContain('nodes and arcs')
})

interface Published {
  readonly decision_makers: readonly string[]
  readonly options: readonly {
    readonly name: string
    readonly dm: number
    readonly permitted_direction: string
  }[]
  readonly infeasible_patterns: readonly string[]
}

describe.skipIf(!hasVectors)(`published conflicts (${hasVectors ? 'all' : WHY_SKIPPED})`, () => {
  test.each(OPTION_FORM)('%s, as a file of GMCR+', (name) => {
    const vector = readVector(name)
    const {
      options,
      decision_makers: makers,
      infeasible_patterns: patterns
    } = readVector<Published>(name)
    const literals = (pattern: string): unknown[] =>
      [...pattern].flatMap((letter, option) => (letter === '-' ? [] : [[option, letter]]))
    const file = {
      options: options.map((one) => ({
        name: one.name,
        permittedDirection: one.permitted_direction
      })),
      decisionMakers: makers.map((maker, dm) => ({
        name: maker,
        options: options.flatMap((one, option) => (one.dm === dm ? [option] : [])),
        preferenceRanking: vector.preference_ranking_best_first[dm]
      })),
      infeasibles: patterns.map(literals),
      useManualPreferenceRanking: true
    }
    const { conflict } = imported(JSON.stringify(file)).compiled
    expect(conflict.ranks).toEqual(conflictOf(vector).conflict.ranks)
    const { concepts } = solve(conflict)
    for (const concept of CONCEPTS) {
      const wanted = vector.results.reference[concept]?.equilibria.map(conflictOf(vector).stateOf)
      if (wanted)
        expect(marked(concepts.get(concept)?.equilibria ?? new Uint8Array()), concept).toEqual(
          wanted
        )
    }
  })
})

describe('whatever a file holds, the answer is a case or a sentence', () => {
  const base = exported(`${FOLDER}/elmira`).text.replace(/\s+/g, '')
  const PIECES = [
    '"',
    '[',
    ']',
    '{',
    '}',
    ',',
    '-1',
    '9e99',
    'null',
    '"Y"',
    '"N"',
    'true',
    '[]',
    '{}',
    '"__proto__"',
    '1.5',
    '\\u0000',
    '\u202e',
    '99'
  ]

  test('after 600 changes to a file that was whole', () => {
    let state = 12345
    const next = (below: number): number => {
      state = (Math.imul(state, 1103515245) + 12345) >>> 0
      return Math.floor((state / 2 ** 32) * below)
    }
    const answers = { cases: 0, sentences: 0 }
    for (let round = 0; round < 600; round++) {
      let text = base
      for (let changes = next(3) + 1; changes > 0; changes--) {
        const at = next(text.length)
        text = text.slice(0, at) + (PIECES[next(PIECES.length)] ?? '') + text.slice(at + next(4))
      }
      const made = importGmcr(text, SETTINGS)
      if (made.refused === undefined) answers.cases++
      else {
        expect(made.refused).toMatch(/^[^\n]+: [^\n]+$/)
        answers.sentences++
      }
    }
    expect(answers.cases).toBeGreaterThan(5)
    expect(answers.sentences).toBeGreaterThan(100)
  })
})
