import { describe, expect, test } from 'vitest'
import { check } from '../../src/check/check.ts'
import { equilibriaOf } from '../../src/check/equilibria.ts'
import type { Proposal } from '../../src/model/case.ts'
import { caseIn } from '../folder.ts'

const source = caseIn('ukraine/2024-maitra')
const framework = source.proposals.find(({ id }) => id === 'framework') as Proposal
const copy: Proposal = { ...framework, id: 'copy' }

/** Whether a further proposal holds, beside the framework, which a state of the graph means. */
function holds(further: Proposal) {
  const both = [framework, further]
  const found = equilibriaOf({ ...source, proposals: [...source.proposals, further] }, both)
  return both.map(({ id }) => found.get(id))
}

describe('a package that says what a proposal says that a state means', () => {
  test('leads to the same state', () => {
    const [its, own] = holds(copy)
    expect(its?.state).toBe('settlement')
    expect(own).toEqual(its)
    const whole = { ...source, proposals: [...source.proposals, copy] }
    const told = check(whole, { draws: 20, repairs: 0, proposals: [framework, copy] }).proposals
    expect(told.map((one) => one.holds)).toEqual([its, own])
  })

  test('also where silence is written out', () => {
    const silent = source.issues.find(
      ({ id, ifSilent }) => ifSilent !== undefined && !framework.terms.has(id)
    )
    const term = { option: silent?.ifSilent ?? '', at: '' }
    const spoken = { ...copy, terms: new Map([...framework.terms, [silent?.id ?? '', term]]) }
    const [its, own] = silent ? holds(spoken) : holds(copy)
    expect(own).toEqual(its)
  })

  test.each([...framework.terms.keys()])('not where %s is settled otherwise', (issue) => {
    const { option } = framework.terms.get(issue) ?? {}
    const other = source.issues
      .find(({ id }) => id === issue)
      ?.options.find(({ id }) => id !== option)
    const terms = new Map([...framework.terms, [issue, { option: other?.id ?? '', at: '' }]])
    expect(holds({ ...copy, terms })[1]).toBeUndefined()
  })

  test('not where a later step is left out', () => {
    const [issue, term] = [...framework.terms].find(([, { then }]) => then !== undefined) ?? []
    const terms = new Map([
      ...framework.terms,
      [issue ?? '', { option: term?.option ?? '', at: '' }]
    ])
    expect(holds({ ...copy, terms })[1]).toBeUndefined()
  })
})
