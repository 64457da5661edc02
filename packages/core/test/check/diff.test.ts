import { expect, test } from 'vitest'
import { check } from '../../src/check/check.ts'
import type { CaseDifference } from '../../src/check/diff.ts'
import { diffCases } from '../../src/check/diff.ts'
import { exampleText } from '../../src/diagnostic/example.ts'
import { caseOfText } from '../arbitrary.ts'

type Keys = Readonly<Record<string, string>>

/** The example case, keys changed on either side, compared. */
function compared(left: Keys, right: Keys): CaseDifference {
  const [a, b] = [left, right].map((keys) => {
    const source = caseOfText([['case.yaml', exampleText(keys)]])
    return { source, result: check(source, { draws: 100 }) }
  })
  if (!a || !b) throw new Error('two cases were asked for')
  return diffCases(a, b)
}

const stances = (upland: string, lowland: string): Keys => ({
  stances: `
    upland:
      interests:
        water: {weight: 1, values: {third: 100, half: 70, full: 0}, source: talks}
      ${upland}
    lowland:
      interests:
        water: {weight: 1, values: {third: 0, half: 60, full: 100}, source: talks}
      ${lowland}`
})
const BASE = 'no-deal: {base: 20, source: talks}'

test('a redline that only one case has stands with nothing beside it', () => {
  const none = stances(BASE, BASE)
  const one = stances(
    `redlines: [{id: no-half, never: {water: half}, says: never half, firmness: 0.5, source: talks}]\n      ${BASE}`,
    BASE
  )
  const redline = { id: 'upland.no-half' }
  const whose = { by: 'case' }
  expect(compared(one, none).redlines).toEqual([
    {
      ...redline,
      what: ['never half', null],
      firmness: [0.5, null],
      whose: [whose, null],
      source: ['talks', null]
    }
  ])
  expect(compared(none, one).redlines).toEqual([
    {
      ...redline,
      what: [null, 'never half'],
      firmness: [null, 0.5],
      whose: [null, whose],
      source: [null, 'talks']
    }
  ])
  expect(compared(one, one).redlines).toEqual([])
})

test('and says how many packages it takes away', () => {
  const one = stances(
    `redlines: [{id: no-half, never: {water: half}, firmness: 0.5, source: talks}]\n      ${BASE}`,
    BASE
  )
  const [left, right] = compared(one, stances(BASE, BASE)).packages
  expect([left.admissible, right.admissible, right.total]).toEqual([2n, 3n, 3n])
})

test('no deal differs where only one case tells it, and where neither does there is nothing to tell', () => {
  const told = stances(BASE, BASE)
  const untold = { ...stances('', BASE), required: '[lowland]' }
  expect(compared(told, untold).noDeal).toEqual([{ party: 'upland', value: [20, null] }])
  expect(compared(untold, told).noDeal).toEqual([{ party: 'upland', value: [null, 20] }])
  expect(compared(untold, untold).noDeal).toEqual([])
  const less = stances('no-deal: {base: 19.5, source: talks}', BASE)
  expect(compared(told, less).noDeal).toEqual([])
})
