import { describe, expect, test } from 'vitest'
import { check } from '../../src/check/check.ts'
import { diffProposals } from '../../src/check/diff-proposals.ts'
import type { Case } from '../../src/model/case.ts'
import { caseOfText } from '../arbitrary.ts'

const TEXT = {
  truce: 1,
  title: 'A river',
  'as-of': '2026-01-01',
  required: ['north', 'south'],
  sources: { me: { title: 'A test', kind: 'analysis' } },
  parties: {
    north: { name: 'North', kind: 'state', role: 'belligerent' },
    south: { name: 'South', kind: 'state', role: 'belligerent' }
  },
  issues: {
    water: { title: 'Water', options: { whole: 'All', half: 'Half', none: 'None' } },
    canal: { title: 'Canal', options: { built: 'Built', unbuilt: 'Not built' } },
    dam: { title: 'Dam', options: { high: 'High', low: 'Low' } }
  },
  stances: {
    south: {
      redlines: [
        {
          id: 'no-canal',
          says: 'No canal',
          never: { canal: 'built' },
          firmness: [0.3, 0.4, 0.5],
          source: 'me'
        }
      ]
    }
  },
  proposals: {
    one: { title: 'One', terms: { water: 'half', canal: 'built', dam: 'low' } },
    two: {
      title: 'Two',
      terms: { water: { first: 'half', then: 'whole', chance: [0.2, 0.5] }, canal: 'unbuilt' }
    }
  }
}

function laid(
  left: string,
  right: string,
  source: Case = caseOfText([['case.yaml', JSON.stringify(TEXT)]])
) {
  const result = check(source, { draws: 200, repairs: 0 })
  const of = (id: string) => {
    const found = result.proposals.find(({ proposal }) => proposal.id === id)
    if (!found) throw new Error(`no proposal ${id}`)
    return found
  }
  return diffProposals(source, result.settings, [of(left), of(right)])
}

describe('two proposals side by side', () => {
  test('say what each settles otherwise, a staged term and a silence among it', () => {
    const { terms, alike } = laid('one', 'two')
    expect(
      terms.map(({ issue, offers }) => [
        issue.id,
        ...offers.map((offer) => offer && [offer.option, offer.then])
      ])
    ).toEqual([
      ['water', ['half', undefined], ['half', 'whole']],
      ['canal', ['built', undefined], ['unbuilt', undefined]],
      ['dam', ['low', undefined], null]
    ])
    expect(alike).toBe(0)
  })

  test('name the redlines that only one crosses', () => {
    expect(laid('one', 'two').crossed).toMatchObject([
      { party: 'south', redline: { id: 'no-canal' }, by: 'left' }
    ])
  })

  test('are the mirror image of themselves the other way round', () => {
    const [there, back] = [laid('one', 'two'), laid('two', 'one')]
    expect(back.terms.map(({ issue, offers: [a, b] }) => [issue.id, b, a])).toEqual(
      there.terms.map(({ issue, offers: [a, b] }) => [issue.id, a, b])
    )
    expect(back.crossed.map(({ by }) => by)).toEqual(['right'])
  })

  test('a proposal differs from itself in nothing', () => {
    expect(laid('two', 'two')).toMatchObject({ terms: [], crossed: [], alike: 3 })
  })
})
