import { describe, expect, test } from 'vitest'
import { readCase } from '../../src/case/read.ts'
import { ACTS } from '../../src/model/closed-lists.ts'
import type { ChangedAnswer, Neutrality } from '../../src/strategy/neutrality.ts'
import { answersTo, neutralityOf } from '../../src/strategy/neutrality.ts'

/** East and West fight; North and the League stand outside. */
const of = (conduct: string): Neutrality => {
  const { case: source, diagnostics } = readCase([
    {
      name: 'case.yaml',
      text: `
truce: 1
title: Two who stand outside
as-of: 2024-06-15
required: [east, west]
sources:
  own: {title: Our own, kind: assumption}
  east-says: {title: East on North, kind: statement, side: east}
parties:
  east: {name: East, kind: state, role: belligerent}
  west: {name: West, kind: state, role: belligerent}
  north: {name: North, kind: state, role: third}
  league: {name: League, kind: organisation, role: supporter}
issues:
  line: {title: The line, options: {hill: On the hill, river: Behind the river}}
stances:
  east:
    redlines:
      - {id: no-training, conduct: {by: north, act: training}, says: Nobody trains West, firmness: 0.5, source: east-says}
    interests:
      line: {weight: 1, values: {hill: 100, river: 0}, source: own}
    no-deal: {base: 50, source: own}
  west:
    interests:
      line: {weight: 1, values: {hill: 0, river: 100}, source: own}
    no-deal: {base: 50, source: own}
proposals:
  draft: {title: Draft, by: own, terms: {line: river}}
escalation:
  sides: [east, west]
  ladder: kahn
  signals:
    - {by: east, at: 2024-01-02, kind: statement, text: North is a party, source: own}
    - {by: west, at: 2024-01-03, kind: exercise, text: Ships at sea, source: own}
conduct: ${conduct}
`
    }
  ])
  if (!source) throw new Error(diagnostics.map(({ message }) => message).join('; '))
  return neutralityOf(source)
}

const act = (by: string, toward: string, what: string, since?: string, source = 'own'): string =>
  `\n  - {by: ${by}, toward: ${toward}, act: ${what}, source: ${source}${since ? `, since: ${since}` : ''}}`

const brief = ({ school, from, to }: ChangedAnswer): string =>
  `${school} ${from?.verdict ?? '-'}>${to.verdict} by ${to.act}`

describe('what schools say of an act', () => {
  test('never comes to one answer: the questions are answered one by one', () => {
    const arms = answersTo('state-arms-supply')
    const verdict = (school: string): string | undefined =>
      arms.find((one) => one.school === school)?.verdict
    expect(verdict('strict')).toBe('breach')
    expect(verdict('own-force')).toBe('permitted')
    expect(verdict('prevailing')).toBe('permitted')
    expect(arms.find((one) => one.school === 'qualified')).toMatchObject({
      verdict: 'permitted',
      if: 'victim',
      otherwise: 'breach'
    })
  })

  test('is nothing where no school speaks to it', () => {
    expect(ACTS.filter((one) => answersTo(one).length === 0)).toEqual([
      'long-range-strike-permission',
      'regime-change-support',
      'expansion',
      'hybrid-attack',
      'alignment'
    ])
  })

  test('makes a party only on the question of party status, and names a source each time', () => {
    for (const one of ACTS.flatMap(answersTo)) {
      expect([one.verdict, one.otherwise].includes('party')).toBe(
        one.axis === 'party' && one.verdict === 'party'
      )
      if (one.axis === 'party') expect([one.verdict, one.otherwise].includes('breach')).toBe(false)
      expect(one.sources.length).toBeGreaterThan(0)
      expect(one.if === undefined).toBe(one.otherwise === undefined)
    }
  })
})

describe('what changed on which date', () => {
  const both = of(
    [
      act('north', 'west', 'volunteers', '2023-01'),
      act('north', 'west', 'troops', '2024-02'),
      act('north', 'west', 'state-arms-supply', '2023-05'),
      act('north', 'west', 'transit', '2023-09')
    ].join('')
  )

  test('is told in the order of the dates, by the act that changed the answer', () => {
    const [north] = both.thirds
    expect(north?.days.map(({ date }) => date)).toEqual([
      '2023-01',
      '2023-05',
      '2023-09',
      '2024-02'
    ])
    expect(north?.days.map(({ changes }) => changes.map(brief))).toEqual([
      ['strict ->permitted by volunteers', 'own-force ->permitted by volunteers'],
      [
        'strict permitted>breach by state-arms-supply',
        'qualified ->permitted by state-arms-supply',
        'non-belligerent ->permitted by state-arms-supply',
        'coordinated-harm ->permitted by state-arms-supply',
        'german-practice ->permitted by state-arms-supply',
        'prevailing ->permitted by state-arms-supply',
        'state-responsibility ->breach by state-arms-supply'
      ],
      [],
      [
        'own-force permitted>party by troops',
        'coordinated-harm permitted>party by troops',
        'german-practice permitted>party by troops',
        'prevailing permitted>permitted by troops'
      ]
    ])
  })

  test('hangs neither on the order in which acts are written nor on whom they favour', () => {
    const acts = [
      act('north', 'west', 'troops', '2024-02'),
      act('north', 'west', 'state-arms-supply', '2023-05'),
      act('north', 'west', 'volunteers', '2023-01'),
      act('north', 'west', 'transit', '2023-09')
    ]
    const changes = (conduct: string): unknown =>
      of(conduct).thirds.map(({ days }) => days.map((day) => day.changes))
    const asTold = both.thirds.map(({ days }) => days.map((day) => day.changes))
    expect(changes(acts.join(''))).toEqual(asTold)
    expect(changes(acts.join('').replaceAll('toward: west', 'toward: east'))).toEqual(asTold)
  })

  test('leaves aside who fights, what is done toward nobody who fights, and what has no date', () => {
    const { thirds, aside } = of(
      [
        act('east', 'west', 'hybrid-attack', '2023-01'),
        act('north', 'league', 'financing', '2023-01'),
        act('league', 'east', 'financing')
      ].join('')
    )
    expect(aside.map(({ by }) => by)).toEqual(['east', 'north'])
    expect(thirds).toMatchObject([
      {
        party: 'league',
        toward: 'east',
        noState: ['league'],
        days: [],
        undated: [{ by: 'league' }]
      }
    ])
  })
})

test('what a belligerent says stays its claim and changes no answer', () => {
  const { thirds, claims, acts } = of(act('north', 'west', 'troops', '2024-02', 'east-says'))
  expect(thirds).toEqual([])
  expect(acts.map((one) => one.act)).toEqual(['troops'])
  expect(claims.map(({ kind, claimant }) => `${kind} of ${claimant}`)).toEqual([
    'redline of east',
    'signal of east',
    'act of east'
  ])
})
