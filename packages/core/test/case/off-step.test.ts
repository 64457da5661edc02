import { expect, test } from 'vitest'
import { readCase } from '../../src/case/read.ts'

const caseWith = (values: string, graph = ''): string => `truce: 1
title: Water
as-of: 2024-06-01
sources: {talks: {title: Minutes, kind: statement}}
parties:
  upland: {name: Upland, kind: state, role: third, source: talks}
  lowland: {name: Lowland, kind: state, role: third, source: talks}
issues:
  water: {title: Water, divisible: {unit: million m3, from: 0, to: 40, step: 10}}
stances:
  upland:
    interests:
      water: {weight: 1, values: ${values}, source: talks}
    no-deal: {base: 10, source: talks}
proposals: {}
${graph}`

const found = (text: string): readonly string[] =>
  readCase([{ name: 'case.yaml', text }])
    .diagnostics.filter(({ severity }) => severity === 'error')
    .map(
      ({ code, message, help, span }) =>
        `${code} ${text.slice(span?.start, span?.end)}: ${message}; ${help}`
    )

test.each(['{0: 0, 40: 100}', '{0: 0, 20: 80, 40: 100}', '{0: 0, 20.0: 80, 40: 100}'])(
  'values at steps are read: %s',
  (values) => {
    expect(found(caseWith(values))).toEqual([])
  }
)

test('a value between two steps is refused where it stands', () => {
  expect(found(caseWith('{0: 0, 15: 80, 40: 100}'))).toEqual([
    'RF009 15: 15 is not a step of `water`; write 10 or 20, or choose another `step`'
  ])
})

test('so is one outside of the amounts', () => {
  const [first, ...more] = found(caseWith('{0: 0, 40: 100, 50: 100}'))
  expect(first).toContain(' 50: ')
  expect(more).toEqual([])
})

test('steps of a third may be written with any number of digits', () => {
  const text = caseWith('{0: 0, 33.3333333333333: 50, 100: 100}').replace(
    'from: 0, to: 40, step: 10',
    'from: 0, to: 100, step: 33.3333333333333'
  )
  expect(found(text)).toEqual([])
})

const GRAPH = (name: string): string => `graph:
  moves: {upland: {open: Open}, lowland: {pay: Pay, dig: Dig}}
  coalesce: [{lowland.dig: yes}]
  status-quo: "${name}"
  preferences: {upland: [{lowland.pay: yes}], lowland: [{upland.open: yes}]}
`

test('the status quo may be a state of several patterns, by its letters', () => {
  expect(found(caseWith('{0: 0, 40: 100}', GRAPH('--Y')))).toEqual([])
  const wrong = found(caseWith('{0: 0, 40: 100}', GRAPH('--')))
  expect(wrong).toHaveLength(1)
  expect(wrong[0]).toContain('RF010')
})
