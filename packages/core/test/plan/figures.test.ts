import { describe, expect, it, test } from 'vitest'
import { enforcesItself, valued } from '../../src/plan/sequence.ts'
import type { Differing } from './small-plan.ts'
import { DELIVERABLES, planOf } from './small-plan.ts'

/** The least slack of the order written in the file. */
const leastOf = (differing: Differing): number => valued(planOf(differing).sequence, [0, 1]).least

describe('figures read off stances', () => {
  const { sequence } = planOf()
  it('are those reckoned by hand', () => {
    // east: arms 3/4 of 100 points, front 1/4; each period brings a tenth of that
    // west: arms 1/5, front 3/5, flag 1/5; each period brings a fifth of that
    expect(sequence.parties).toEqual(['east', 'west'])
    const [arms, back] = sequence.steps
    expect(arms?.stream).toEqual([expect.closeTo(7.5), expect.closeTo(-4)])
    expect(back?.stream).toEqual([expect.closeTo(-2.5), expect.closeTo(12)])
    // the flag is nobody's to hand over: it flies from signature on
    expect(sequence.before).toEqual([0, expect.closeTo(4)])
    // east: war costs 10 beyond how things stand; west: 25 without a deal, 20 as things stand
    expect(sequence.breakdown).toEqual([expect.closeTo(-10), expect.closeTo(5)])
    // troops behind the river stay there when all else breaks down; arms do not stay laid down
    expect(arms?.kept).toEqual([0, 0])
    expect(back?.kept).toEqual([expect.closeTo(-25), expect.closeTo(60)])
    // what is not said to be grabbed is what the other hands over, for one period
    expect(arms?.grab).toEqual([expect.closeTo(7.5), 6])
    expect(back?.grab).toEqual([2, expect.closeTo(12)])
    // who owes nothing in a step walks away openly
    expect(arms?.caught).toEqual([1, 0.5])
    expect(back?.caught).toEqual([0.8, 1])
  })

  it('keep what cannot be undone in a breakdown, as ground is kept', () => {
    const lasting = planOf({
      deliverables: DELIVERABLES.replace('caught: 0.5', 'caught: 0.5, lasting: true')
    })
    // 75 points for east, -20 for west: what each period brings, for good
    expect(lasting.sequence.steps[0]?.kept).toEqual([expect.closeTo(75), expect.closeTo(-20)])
    expect(lasting.sequence.steps[1]?.kept).toEqual(sequence.steps[1]?.kept)
    // once all is done east, with the arms gone for good, would rather have the hill back
    const end = (of: typeof sequence): number | undefined => valued(of, [0, 1]).slacks[2]?.[0]
    expect(end(lasting.sequence)).toBeCloseTo((end(sequence) ?? Number.NaN) - 0.9 * 75)
    // ground given back brings no arms back
    const back = planOf({
      deliverables: DELIVERABLES.replace('caught: 0.5', 'caught: 0.5, lasting: true'),
      river: '{title: Behind the river}'
    })
    expect(back.sequence.steps.map(({ kept }) => kept[0])).toEqual([expect.closeTo(75), 0])
  })

  it('come to slacks reckoned by hand', () => {
    const { slacks } = valued(sequence, [0, 1])
    // the end: each period brings east 5 and west 12; going back, with the hill lost, -35 and 65
    expect(slacks[2]).toEqual([
      expect.closeTo(50 - 5 + 0.9 * 35),
      expect.closeTo(60 - 12 - 0.8 * 65)
    ])
    // east at its pull-back: 5 + 0.9 x 50 to keep to it; to break it 7.5 now and 2 more, and then
    // 0.8 x -10 where it is seen and 0.2 x 50 where not
    expect(slacks[1]?.[0]).toBeCloseTo(50 - (9.5 + 0.9 * (0.8 * -10 + 0.2 * 50)))
  })
})

describe('what changes an answer, and which way', () => {
  it('a guarantee of the step that fails helps, by its chance times its penalty if noticed', () => {
    const at = (of: string, penalty: number): number | undefined =>
      valued(
        planOf({
          guarantees: `guarantees: [{by: watch, of: ${of}, chance: 0.5, penalty: ${penalty}, source: own}]`
        }).sequence,
        [0, 1]
      ).slacks[0]?.[1]
    const without = valued(planOf().sequence, [0, 1]).slacks[0]?.[1] ?? Number.NaN
    for (const named of ['arms', 'laid-down', 'settlement'])
      expect(at(named, 8)).toBeCloseTo(without + 0.5 * 0.5 * 8)
    expect(at('front', 8)).toBeCloseTo(without)
    expect(at('arms', 0)).toBeCloseTo(without)
  })

  it('who verifies itself is never caught', () => {
    const own = DELIVERABLES.replace(
      'verified-by: [watch], caught: 0.5',
      'verified-by: [west], caught: 0.5'
    )
    const { sequence, found } = planOf({ deliverables: own })
    expect(sequence.steps[0]?.caught).toEqual([1, 0])
    expect(found?.habits).toContainEqual({ kind: 'checks-itself', deliverables: ['arms'] })
  })

  it('a greater grab hurts, a bond helps, and patience helps who gives first', () => {
    const more = DELIVERABLES.replace('grab: {west: 6}', 'grab: {west: 9}')
    const slack = (differing: Differing, t: number, i: number): number =>
      valued(planOf(differing).sequence, [0, 1]).slacks[t]?.[i] ?? Number.NaN
    expect(slack({ deliverables: more }, 0, 1)).toBeCloseTo(slack({}, 0, 1) - 3)
    expect(slack({ bond: '{west: 4}' }, 0, 1)).toBeCloseTo(slack({}, 0, 1) + 0.5 * 4)
    expect(slack({ discount: '{east: 0.9, west: 0.9}' }, 0, 1)).toBeGreaterThan(slack({}, 0, 1))
  })

  it('a guarantee that names nothing of the path is told', () => {
    const peace = 'guarantees: [{by: watch, of: peace, chance: 1, penalty: 9, source: own}]'
    expect(planOf({ guarantees: peace }).idle.map(({ of }) => of)).toEqual(['peace'])
    expect(leastOf({ guarantees: peace })).toBe(leastOf({}))
  })

  it('who is needed and counts no periods is not followed, and told', () => {
    const { sequence, unknown } = planOf({ discount: '{east: 0.9}' })
    expect([sequence.parties, unknown]).toEqual([['east'], ['west']])
    const idle = DELIVERABLES.split('\n').slice(0, 1).concat(DELIVERABLES.split('\n').slice(2))
    expect(planOf({ discount: '{east: 0.9}', deliverables: idle.join('\n') }).unknown).toEqual([
      'west'
    ])
  })
})

describe('what must come first', () => {
  const gate = (verified: string): string =>
    `gates: [{id: opened, opens: deliverable.pull-back, when: {verified: [${verified}]}, decided-by: [watch], source: own}]`

  it('a gate that needs one step verified puts it before the step that it opens', () => {
    const { path, found } = planOf({ gates: gate('arms') })
    expect(path.steps.map(({ after }) => after)).toEqual([[], [0]])
    expect(path.steps[1]?.gates.map(({ id }) => id)).toEqual(['opened'])
    expect(found?.best.order).toEqual([0, 1])
    expect(found?.orders.all).toBe(1n)
  })

  it('steps that are with each other are one step, which cannot wait for itself', () => {
    const both = DELIVERABLES.replace('id: arms,', 'id: arms, with: [pull-back],')
    expect(planOf({ deliverables: both }).path.steps.length).toBe(1)
    const stuck = planOf({ deliverables: both, gates: gate('arms') })
    expect(stuck.stuck).toEqual([0])
    expect(stuck.found).toBeUndefined()
  })
})

test('days count from the ceasefire, a period a step, and what is late is told', () => {
  const due = DELIVERABLES.replace(
    'id: pull-back,',
    'id: pull-back, due: {after: ceasefire, days: 12},'
  )
  const first = DELIVERABLES.replace(
    'id: arms,',
    'id: arms, due: {after: deliverable.pull-back, days: 11},'
  )
  const { found } = planOf({
    deliverables: due,
    gates:
      'gates: [{id: opened, opens: deliverable.pull-back, when: {verified: [arms], violations-per-day: {at-most: 1, for-days: 30}}, decided-by: [watch], source: own}]'
  })
  expect(found?.dates).toMatchObject({
    days: ['2024-07-11', '2024-07-31'],
    begins: ['2024-07-01', '2024-07-21'],
    // thirty days of quiet from the first of July, 18 days after the thirteenth
    gates: new Map([
      ['opened', { day: '2024-07-31', awaits: { kind: 'quiet', atMost: 1, forDays: 30 } }]
    ]),
    dueBeforeGate: [
      { deliverable: 'pull-back', due: '2024-07-13', gate: 'opened', opens: '2024-07-31', days: 18 }
    ],
    late: [{ deliverable: 'pull-back', due: '2024-07-13', done: '2024-07-31' }],
    waiting: [{ period: 1, gate: 'opened' }]
  })
  expect(planOf({ deliverables: first }).found?.dates?.late).toEqual([])
  expect(planOf({ deliverables: first }).found?.best.order).toEqual([1, 0])
})

test('of each kind of mending the least does it, and a little less does not', () => {
  // east would not go behind the river if it counted the future little
  const poor: Differing = { discount: '{east: 0.3, west: 0.8}', river: 'Behind the river' }
  const kinds = new Set<string>()
  for (const grab of [2, 20, 30, 40]) {
    const deliverables = DELIVERABLES.replace('grab: {east: 2}', `grab: {east: ${grab}}`)
    const about = planOf({ ...poor, deliverables })
    const { found, sequence } = about
    if (!found || found.enforcing) continue
    for (const mend of found.mends) {
      kinds.add(mend.kind)
      if (mend.kind === 'split') continue
      const i = sequence.parties.indexOf(mend.party)
      const put = (list: readonly number[], value: number): readonly number[] =>
        list.map((one, at) => (at === i ? value : one))
      const holds = (by: number): boolean => {
        const changed =
          mend.kind === 'bond'
            ? { ...sequence, bond: put(sequence.bond, mend.points + by) }
            : mend.kind === 'discount'
              ? undefined
              : {
                  ...sequence,
                  steps: sequence.steps.map((step, k) =>
                    k !== mend.step
                      ? step
                      : mend.kind === 'penalty'
                        ? { ...step, penalty: put(step.penalty, mend.points + by) }
                        : { ...step, caught: put(step.caught, mend.chance + by) }
                  )
                }
        if (changed) return enforcesItself(valued(changed, found.best.order))
        const east = mend.kind === 'discount' ? mend.discount + by : 0
        const other = planOf({ ...poor, deliverables, discount: `{east: ${east}, west: 0.8}` })
        return enforcesItself(valued(other.sequence, found.best.order))
      }
      expect(holds(1e-6)).toBe(true)
      expect(holds(-1e-3)).toBe(false)
    }
  }
  expect([...kinds].sort()).toEqual(['bond', 'discount', 'penalty', 'split'])
})
