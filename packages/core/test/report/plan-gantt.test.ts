import { expect, test } from 'vitest'
import { carriedOut } from '../../src/plan/carried-out.ts'
import { planGantt } from '../../src/report/pictures/plan-gantt.ts'
import { planFound } from '../../src/report/plan/plan-json.ts'
import { words } from '../../src/report/words/index.ts'
import { readPlan, smallPlan } from '../plan/small-plan.ts'

const GATES = `gates:
  - {id: calm, opens: deliverable.pull-back, when: {violations-per-day: {at-most: 2, for-days: 14}, verified: [arms]}, decided-by: [watch], source: own}`

/** Where things stand across the picture, as shares of its inner width of 600. */
function placesIn(text: string) {
  const source = readPlan(text)
  const [proposal] = source.proposals
  if (!proposal) throw new Error('no proposal')
  const { found } = planFound(
    carriedOut(source, proposal, { draws: 10, seed: 1, dependence: 'independent' })
  )
  if (!found) throw new Error('no order')
  const { shapes } = planGantt({ words: words(), source }, found, { width: 612, letters: 12 })
  const share = (x: number): number => (x - 6) / 600
  return {
    bars: shapes.flatMap((one) =>
      one.kind === 'bar' ? [[share(one.x), share(one.x + one.width)]] : []
    ),
    gates: shapes.flatMap((one) => (one.kind === 'gate' ? [share(one.x)] : [])),
    rules: shapes.flatMap((one) => (one.kind === 'rule' ? [share(one.x)] : []))
  }
}

const near = (list: readonly number[]) => list.map((one) => expect.closeTo(one, 9))

test('bars and gates stand at their days, counted by hand from the first of July', () => {
  // arms from the 1st to the 11th, the pull-back to the 21st; fourteen days of quiet end on the 15th
  const { bars, gates, rules } = placesIn(smallPlan({ gates: GATES }))
  expect(bars).toEqual([near([0, 10 / 20]), near([10 / 20, 20 / 20])])
  expect(gates).toEqual(near([14 / 20]))
  expect(rules).toEqual(near([0, 10 / 20, 20 / 20]))
})

test('a gate that holds a step up stands where its bar ends', () => {
  // thirty days of quiet end on the 31st: the pull-back is begun a period before, on the 21st
  const { bars, gates } = placesIn(smallPlan({ gates: GATES.replace('14', '30') }))
  expect(bars).toEqual([near([0, 10 / 30]), near([20 / 30, 30 / 30])])
  expect(gates).toEqual(near([30 / 30]))
})

test('without days they stand at their periods', () => {
  const text = smallPlan({ gates: GATES }).replace(
    /enters-into-force: "[^"]*"/,
    'enters-into-force: {after: signature, days: 1}'
  )
  const { bars, gates } = placesIn(text)
  expect(bars).toEqual([near([0, 1 / 2]), near([1 / 2, 2 / 2])])
  expect(gates).toEqual(near([1 / 2]))
})
