import { describe, expect, test } from 'vitest'
import type { NamedText } from '../src/index.ts'
import { importGeniusWeb } from '../src/index.ts'
import type { DealCase } from './deal-case.ts'
import { dealIn, gain, points } from './deal-case.ts'

const SETTINGS = { title: 'Jobs', asOf: '2024-01-01' }
const imported = (files: readonly NamedText[]): DealCase => dealIn(importGeniusWeb(files, SETTINGS))
const refusal = (...files: readonly NamedText[]): string =>
  importGeniusWeb(files, SETTINGS).refused ?? 'not refused'
const file = (name: string, space: object): NamedText => ({
  name: `${name}.json`,
  text: JSON.stringify({ LinearAdditiveUtilitySpace: space })
})

const DOMAIN = {
  name: 'jobs',
  issuesValues: { car: { values: ['yes', 'no'] }, pay: { range: ['1000', '3000', '500'] } }
}
const ANNA = {
  issueUtilities: {
    car: { DiscreteValueSetUtilities: { valueUtilities: { yes: 1, no: 0.25 } } },
    pay: {
      NumberValueSetUtilities: {
        lowValue: 1000,
        lowUtility: 0.4,
        highValue: 3000,
        highUtility: 0.9
      }
    }
  },
  issueWeights: { car: 0.4, pay: 0.6 },
  domain: DOMAIN,
  name: 'anna'
}
const BEN = {
  issueUtilities: {
    pay: { numberutils: { lowValue: 1000, lowUtility: 1, highValue: 3000, highUtility: 0 } },
    car: { discreteutils: { valueUtilities: { no: 1, yes: 0 } } }
  },
  issueWeights: { pay: 0.5, car: 0.5 },
  domain: {
    name: 'jobs',
    issuesValues: { pay: { range: [1000, 3000, 500] }, car: { values: ['no', 'yes'] } }
  },
  name: 'ben',
  reservationBid: { issuevalues: { car: 'no', pay: 2000 } }
}

describe('profiles of GeniusWeb', () => {
  const deal = imported([file('Anna', ANNA), file('Ben', BEN)])
  test('issues and values are aligned by name, and 100 points are a utility of 1', () => {
    expect(deal.issues).toEqual([
      { title: 'car', options: ['yes', 'no'] },
      { title: 'pay', options: ['1000', '1500', '2000', '2500', '3000'] }
    ])
    expect(deal.scale).toContain('100 points are a utility of 1')
    expect(points(deal, 'Anna', 'car', 'no')).toBeCloseTo(10, 9)
    expect(points(deal, 'Anna', 'pay', '2000')).toBeCloseTo(60 * 0.65, 9)
    expect(points(deal, 'Ben', 'car', 'yes')).toBe(0)
    expect(points(deal, 'Ben', 'pay', '1500')).toBeCloseTo(37.5, 9)
  })
  test('the no-deal is the utility of the reservation bid, so that this bid gains nothing', () => {
    expect(deal.noDealOf('Ben')).toBeCloseTo(75, 9)
    expect(gain(deal, 'Ben', new Map(Object.entries({ car: 'no', pay: '2000' })))).toBeCloseTo(0, 9)
    expect(deal.noDealOf('Anna')).toBe(0)
    expect(deal.assumed).toContain(
      'Anna.json has no reservation bid: its no-deal is a utility of 0'
    )
  })
  test('a range of many steps is read at its tenths, and said so', () => {
    const fine = {
      ...ANNA,
      domain: {
        ...DOMAIN,
        issuesValues: { ...DOMAIN.issuesValues, pay: { range: ['1000', '3000', '1'] } }
      }
    }
    const { issues, lost } = imported([file('Anna', fine)])
    expect(issues[1]?.options).toHaveLength(11)
    expect(lost.join()).toContain('issue `pay`: the numbers between its 11 values')
  })
  test('names that mean something to JavaScript are names', () => {
    const text = JSON.stringify({ LinearAdditiveUtilitySpace: ANNA })
      .replaceAll('"car"', '"__proto__"')
      .replaceAll('"yes"', '"constructor"')
    const { issues } = imported([{ name: 'Anna.json', text: `\uFEFF${text}` }])
    expect(issues[0]).toEqual({ title: '__proto__', options: ['constructor', 'no'] })
  })
})

describe('refused in one sentence that names file and place', () => {
  const cases: readonly (readonly [string, object | string, string])[] = [
    ['no JSON', 'LinearAdditive', 'the file is not JSON'],
    ['a list', '[]', 'the file is missing or is no object'],
    [
      'another utility',
      JSON.stringify({ SumOfGroupsUtilitySpace: {} }),
      '`SumOfGroupsUtilitySpace` is no linear additive utility'
    ],
    ['no weights', { ...ANNA, issueWeights: undefined }, '`issueWeights` is missing'],
    ['one weight missing', { ...ANNA, issueWeights: { car: 1 } }, 'issue `pay` has no weight'],
    [
      'a weight above 1',
      { ...ANNA, issueWeights: { car: 2, pay: 0 } },
      'issue `car`: its weight 2 is not between 0 and 1'
    ],
    [
      'no utility',
      {
        ...ANNA,
        domain: {
          ...DOMAIN,
          issuesValues: { ...DOMAIN.issuesValues, car: { values: ['yes', 'mo'] } }
        }
      },
      'value `mo` has no utility; did you mean `no`?'
    ],
    [
      'a stranger',
      { ...ANNA, issueUtilities: { ...ANNA.issueUtilities, bus: {} } },
      'issue `bus` is not in the domain'
    ],
    [
      'a range of no values',
      {
        ...ANNA,
        domain: { ...DOMAIN, issuesValues: { ...DOMAIN.issuesValues, pay: { range: [1, 3, 0] } } }
      },
      'has no values'
    ],
    [
      'a bid on another issue',
      { ...ANNA, reservationBid: { issuevalues: { bus: 'no' } } },
      '`reservationBid` speaks of issue `bus`'
    ]
  ]
  test.each(cases)('%s', (_, given, words) => {
    const said = refusal(
      typeof given === 'string' ? { name: 'Anna.json', text: given } : file('Anna', given)
    )
    expect(said).toContain(words)
    expect(said).toMatch(/^Anna\.json: .*[:;] .+$/)
  })
  test('a huge number, and a text beyond 2 MB', () => {
    const text = JSON.stringify({ LinearAdditiveUtilitySpace: ANNA })
    expect(refusal({ name: 'Anna.json', text: text.replace('"yes":1', '"yes":1e999') })).toContain(
      'value `yes`: its utility `Infinity` is no number'
    )
    expect(refusal({ name: 'Anna.json', text: text + ' '.repeat(2_000_000) })).toContain(
      'larger than 2 MB'
    )
  })
  test('two profiles of different domains', () => {
    expect(
      refusal(
        file('Anna', ANNA),
        file('Ben', {
          ...BEN,
          domain: { ...BEN.domain, issuesValues: { pay: { range: [1000, 3000, 500] } } }
        })
      )
    ).toContain('Ben.json: issue `car` is not in the domain')
    const renamed = JSON.parse(JSON.stringify(BEN).replaceAll('"car"', '"cart"')) as object
    expect(refusal(file('Anna', ANNA), file('Ben', renamed))).toBe(
      'Ben.json: issue `cart` is not in the profile Anna.json; did you mean `car`?'
    )
  })
})
