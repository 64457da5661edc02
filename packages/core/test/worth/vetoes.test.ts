import { expect, test } from 'vitest'
import { readCase } from '../../src/case/read.ts'
import { check } from '../../src/check/check.ts'
import type { CheckResult } from '../../src/check/check-result.ts'

const river = (body: string, voters = ''): string => `
truce: 1
title: A small river
as-of: 2024-06-15
required: [lowland]
sources:
  survey: {title: A survey, kind: poll}
  memoir: {title: A memoir, kind: analysis}
parties: {lowland: {name: Lowland, kind: state, role: belligerent}}
scenarios: {mutiny: {title: A mutiny, p: 0.5, source: memoir}}
issues:
  water: {title: Water, options: {third: A third, half: Half}}
  dam: {title: Dam, options: {built: Built, lower: Lower, none: None}}
stances:
  lowland:
    ratification:
      - body: council
        threshold: 50%
        ${voters === '' ? 'otherwise: 1' : voters}
        source: survey
        ${body}
polls:
  spring: {population: Lowland, field: 2024-04, n: 1000, answers: {"yes": 52, "no": 48}, house: 0, drift: 0, source: survey}
proposals:
  half: {title: Half, terms: {water: half, dam: built}}
  third: {title: A third, terms: {water: third, dam: none}}
  open: {title: Open, terms: {water: half}}
`

function judged(body: string, voters?: string): CheckResult {
  const { case: found, diagnostics } = readCase([{ name: 'case.yaml', text: river(body, voters) }])
  if (!found) throw new Error(diagnostics.map(({ message }) => message).join('; '))
  return check(found, { draws: 20_000, repairs: 0 })
}

const proposal = (result: CheckResult, id: string): CheckResult['proposals'][number] =>
  result.proposals.find((one) => one.proposal.id === id) as CheckResult['proposals'][number]

const ratified = (result: CheckResult, id: string) =>
  proposal(result, id).parties.get('lowland')?.ratified

const ARMY =
  'veto: [{id: army, title: The army, chance: [{when: {water: half}, chance: [30%, 60%]}, {chance: 10%}], source: memoir}]'

test('the first row that a package meets counts, and 1 - chance multiplies consent', () => {
  const result = judged(ARMY)
  expect(proposal(result, 'half').joint.p).toBeCloseTo(1 - 0.45, 2)
  expect(proposal(result, 'third').joint.p).toBeCloseTo(0.9, 12)
  expect(ratified(result, 'half')?.vetoes).toMatchObject([
    { id: 'army', chance: expect.closeTo(0.45, 2), accepts: 1, joint: 1, verdict: 'robust' }
  ])
  expect(ratified(result, 'half')?.without.joint).toBe(1)
})

test('vetoes of several players multiply, with polls as without', () => {
  const court = '{id: court, chance: [{chance: 50%}], source: memoir}'
  const both = ARMY.replace('source: memoir}]', `source: memoir}, ${court}]`)
  const rows = 'support: [{poll: spring, answers: ["yes"], fit: direct}]'
  const alone = judged('', rows)
  const result = judged(both, rows)
  // Nobody's opinion hangs on the army, so the chances multiply.
  expect(ratified(result, 'third')?.p).toBeCloseTo((ratified(alone, 'third')?.p ?? 0) * 0.45, 12)
  expect(proposal(result, 'third').joint.p).toBeCloseTo(proposal(alone, 'third').joint.p * 0.45, 12)
  const [army, courts] = ratified(result, 'third')?.vetoes ?? []
  expect(army?.joint).toBeCloseTo(proposal(alone, 'third').joint.p * 0.5, 12)
  expect(courts?.joint).toBeCloseTo(proposal(alone, 'third').joint.p * 0.9, 12)
})

test('a chance may hang on a scenario, which is then a hinge as its ends are', () => {
  const result = judged(
    'veto: [{id: army, chance: [{chance: [{if: {scenario: mutiny}, is: 1}, [0, 0.2]]}], source: memoir}]'
  )
  expect(proposal(result, 'half').joint.p).toBeCloseTo(0.45, 1)
  const set = proposal(result, 'half').hangsOn.map(({ key, set: to }) => `${key} ${to}`)
  expect(set).toContain('scenarios.mutiny no')
  expect(set).toContain('stances.lowland.ratification.council.veto.army left out')
})

test('where nothing is said, nothing is made up: the verdict is capped and a note says so', () => {
  const result = judged(
    'veto: [{id: army, chance: [{when: {water: third}, chance: 5%}], source: memoir}]'
  )
  expect(proposal(result, 'half').joint.p).toBe(1)
  expect(proposal(result, 'half').verdict).toBe('likely')
  expect(ratified(result, 'half')?.assessed).toBe(false)
  expect(ratified(result, 'third')?.assessed).toBe(true)
  const said = result.findings.filter(({ code }) => code === 'PO002')
  expect(said.map(({ message, why, help }) => [message, why, help])).toEqual([
    [
      "nothing says whether `army` would veto `half`, `open` in `lowland`'s `council`",
      ['its veto is left out of the chance of acceptance there'],
      'add a last row without `when:`, with the chance you would expect'
    ]
  ])
})

test('a draft is judged at the option that the veto player likes, and at the one it does not', () => {
  const result = judged(
    'veto: [{id: army, chance: [{when: {dam: lower}, chance: 1%}, {when: {dam: none}, chance: 80%}, {chance: 40%}], source: memoir}]'
  )
  const open = proposal(result, 'open').open
  expect(open?.best.terms.get('dam')).toBe('lower')
  expect(open?.worst.terms.get('dam')).toBe('none')
  expect(open?.exact).toBe(true)
})

test('an end of the chance turns a verdict, and other rows are no hinges', () => {
  const keys = proposal(
    judged(
      'veto: [{id: army, chance: [{when: {water: half}, chance: [0, 0.9]}, {chance: [0, 1]}], source: memoir}]'
    ),
    'half'
  ).hangsOn.map(({ key }) => key)
  expect(keys).toContain('stances.lowland.ratification.council.veto.army.chance.0.chance')
  expect(keys).not.toContain('stances.lowland.ratification.council.veto.army.chance.1.chance')
})

test('a chance past 100 per cent, and a player twice, are refused', () => {
  const codes = (body: string): readonly string[] =>
    readCase([{ name: 'case.yaml', text: river(body) }]).diagnostics.map(({ message }) => message)
  expect(codes('veto: [{id: army, chance: [{chance: 120%}], source: memoir}]').join()).toContain(
    '1.2 is outside its bounds'
  )
  expect(
    codes(
      'veto: [{id: army, chance: [{chance: 1%}], source: memoir}, {id: army, chance: [{chance: 1%}], source: memoir}]'
    ).join()
  ).toContain('army')
})
