import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { renderPlain } from '../../src/report/plain.ts'
import { stabilityJson, stabilityReport } from '../../src/report/stability/index.ts'
import {
  analyse,
  CONCEPTS,
  coalitionImprovements,
  marked,
  solve
} from '../../src/stability/index.ts'
import { compiledCase, readingOf } from './cases.ts'
import { conflictOf, hasVectors, readVector, WHY_SKIPPED } from './vectors.ts'

const FOLDER = 'cases/classics'
const NAMES = readdirSync(resolve(import.meta.dirname, '../../../..', FOLDER))

test.each(NAMES)('%s reads without a finding but that its books are later than its day', (name) => {
  const { sound, diagnostics } = readingOf(`${FOLDER}/${name}`)
  const others = diagnostics.filter(({ code }) => code !== 'DT007')
  expect([sound, others]).toEqual([true, []])
  expect(compiledCase(`${FOLDER}/${name}`).compiled.problems).toEqual([])
})

test.each(NAMES)('%s: the report and the document say everything in words and names', (name) => {
  const about = compiledCase(`${FOLDER}/${name}`)
  for (const { state } of about.compiled.named) {
    const result = analyse(about.compiled, { coalitions: true, inverse: state })
    const text = renderPlain(stabilityReport(about, result), { width: 80 })
    const json = JSON.stringify(stabilityJson(about, result, { hash: '', findings: [] }))
    for (const words of [text, json]) expect(words).not.toMatch(/undefined|NaN|\[object|Infinity/)
  }
})

/**
 * The published tables number states by the sum of 1, 2, 4, 8 for strike, withdraw, invade,
 * abandon.
 */
const decimal = (label: string): number =>
  [...label].reduce((sum, letter, bit) => sum + (letter === 'Y' ? 2 ** bit : 0), 0)

interface Document {
  readonly concepts: Readonly<Record<string, { readonly equilibria: readonly string[] } | null>>
  readonly statusQuo: {
    readonly state: string
    readonly reaches: Readonly<
      Record<
        string,
        { readonly path: readonly (readonly string[])[]; readonly improvementsOnly: boolean }
      >
    >
  }
  readonly states: readonly string[]
  readonly infeasible: string
}

const documentOf = (folder: string): Document => {
  const about = compiledCase(folder)
  return JSON.parse(
    JSON.stringify(stabilityJson(about, analyse(about.compiled), { hash: '', findings: [] }))
  ) as Document
}
const equilibria = ({ concepts }: Document, concept: string): number[] =>
  (concepts[concept]?.equilibria ?? []).map(decimal).sort((a, b) => a - b)

describe('the United States and North Korea: the published tables', () => {
  test('base', () => {
    const found = documentOf('cases/classics/us-north-korea-2017')
    const either = [
      ...new Set([
        ...equilibria(found, 'nash'),
        ...equilibria(found, 'seq'),
        ...equilibria(found, 'sim')
      ])
    ].sort((a, b) => a - b)
    expect(either).toEqual([0, 4, 5, 10])
    expect(equilibria(found, 'seq')).not.toContain(4)
    expect(equilibria(found, 'smr')).toEqual([0, 4, 5, 10, 12])
    expect(found.infeasible).toBe('4')
    expect(found.statusQuo.reaches['NNYN']).toEqual({
      path: [['north-korea', 'NNNN', 'NNYN']],
      improvementsOnly: false
    })
  })

  test('pacifistic people', () => {
    const found = documentOf('cases/classics/us-north-korea-2017-pacifist')
    expect(equilibria(found, 'seq')).toEqual([0, 4, 5])
    expect(equilibria(found, 'smr')).toEqual([0, 2, 4, 5, 8, 10, 12])
  })
})

test('Elmira: the Ministry and Uniroyal break the deadlock together, and no party alone does', () => {
  const {
    compiled: { conflict, space }
  } = compiledCase('cases/classics/elmira')
  const deadlock = space.find('NYNNY') as number
  expect(solve(conflict).concepts.get('nash')?.equilibria[deadlock]).toBe(1)
  expect(solve(conflict).concepts.get('sim')).toBeNull()
  expect(
    coalitionImprovements(conflict, { members: [0, 1], gain: 'strong' }, deadlock).map(space.label)
  ).toEqual(['YNYNY'])
})

const SAME: readonly (readonly [string, string])[] = [
  ['prisoners-dilemma', 'gmcrpy_prisoners'],
  ['chicken', 'std_chicken'],
  ['cuban-missile-crisis', 'gmcrpy_cuban'],
  ['elmira', 'elmira_9state_published'],
  ['syria-iraq-1975', 'gmcrpy_syriairaq'],
  ['us-north-korea-2017', 'nk_base'],
  ['us-north-korea-2017-pacifist', 'nk_pacifist']
]

describe.skipIf(!hasVectors)(
  `the retyped cases against the published files (${hasVectors ? 'all' : WHY_SKIPPED})`,
  () => {
    test.each(SAME)('%s = %s', (name, file) => {
      const {
        compiled: { conflict, space }
      } = compiledCase(`${FOLDER}/${name}`)
      const vector = readVector(file)
      const published = conflictOf(vector)
      // Elmira's file has its nine states as text; the letters, or the pattern of the one that was
      // coalesced
      const label = (n: number): string =>
        vector.form === 'option'
          ? (vector.states.find((state) => state.n === n)?.yn as string)
          : elmira(String(vector.states[n - 1]))
      const numbers =
        vector.form === 'option'
          ? vector.states.map(({ n }) => n)
          : Array.from({ length: vector.n_states }, (_, k) => k + 1)
      expect(new Set(numbers.map(label))).toEqual(new Set(space.states().map(space.label)))
      for (const [party] of conflict.parties.entries()) {
        const ours = (n: number): number =>
          conflict.ranks[party]?.[space.find(label(n)) as number] as number
        const theirs = (n: number): number =>
          published.conflict.ranks[party]?.[published.stateOf(n)] as number
        expect(numbers.map(ours)).toEqual(numbers.map(theirs))
      }
      const solution = solve(conflict)
      for (const concept of CONCEPTS) {
        const wanted = vector.results.reference[concept]
        if (wanted)
          expect(
            new Set(
              marked(solution.concepts.get(concept)?.equilibria ?? new Uint8Array()).map(
                space.label
              )
            ),
            concept
          ).toEqual(new Set(wanted.equilibria.map(label)))
      }
    })
  }
)

function elmira(text: string): string {
  const word = text.split(' ')[1] as string
  return word === '---Y-' ? '-NNY-' : word
}
