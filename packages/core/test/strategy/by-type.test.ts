import { expect, test } from 'vitest'
import { readCase } from '../../src/case/read.ts'
import { check } from '../../src/check/check.ts'
import { jointByType } from '../../src/check/joint-by-type.ts'
import type { Case } from '../../src/model/case.ts'
import { average } from '../../src/worth/estimate.ts'

const SETTINGS = { draws: 500, seed: 3, dependence: 'independent' } as const

const caseWith = (firmness: string): Case => {
  const { case: source, diagnostics } = readCase([
    {
      name: 'case.yaml',
      text: `
truce: 1
title: A line and two kinds of East
as-of: 2024-06-15
required: [east, west]
sources: {own: {title: Our own, kind: assumption}}
parties:
  east: {name: East, kind: state, role: belligerent}
  west: {name: West, kind: state, role: belligerent}
issues:
  line: {title: The line, options: {hill: On the hill, river: Behind the river}}
stances:
  east:
    redlines: [{id: hill, never: {line: river}, firmness: ${firmness}, source: own}]
    interests: {line: {weight: 1, values: {hill: 100, river: [20, 60]}, source: own}}
    no-deal: {base: [20, 50], source: own}
    types:
      soft: {p: 0.4, changes: {redlines.hill.firmness: 0.1}, source: own}
      hard: {p: 0.6, changes: {redlines.hill.firmness: 0.8, redlines.none.firmness: 0.5}, source: own}
  west:
    interests: {line: {weight: 1, values: {hill: [0, 60], river: 100}, source: own}}
    no-deal: {base: 30, source: own}
proposals:
  river: {title: River, by: own, terms: {line: river}}
  hill: {title: Hill, by: own, terms: {line: hill}}
`
    }
  ])
  if (!source) throw new Error(diagnostics.map(({ message }) => message).join('; '))
  return source
}

test('a type is judged as the case with its figures written in, over the same draws', () => {
  const { proposals, asStated, byType, unknown } = jointByType(
    caseWith('[0.2, 0.6]'),
    'east',
    SETTINGS
  )
  const judged = (firmness: string): readonly number[] =>
    check(caseWith(firmness), SETTINGS).proposals.map(({ joint }) => joint.p)
  expect(proposals).toEqual(['river', 'hill'])
  expect(asStated.map(average)).toEqual(judged('[0.2, 0.6]'))
  expect(byType.map(([soft]) => average(soft ?? new Float64Array()))).toEqual(judged('0.1'))
  expect(byType.map(([, hard]) => average(hard ?? new Float64Array()))).toEqual(judged('0.8'))
  expect(unknown).toEqual([[], ['redlines.none.firmness']])
})
