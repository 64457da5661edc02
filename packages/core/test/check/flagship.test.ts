import { expect, test } from 'vitest'
import { check } from '../../src/check/check.ts'
import type { Proposal, Term } from '../../src/model/case.ts'
import { caseIn } from '../folder.ts'
import { sampled } from '../laws.ts'

const source = caseIn('ukraine/2024-maitra')
const framework = source.proposals.find(({ id }) => id === 'framework') as Proposal
const drafts = (ids: readonly string[]): readonly Proposal[] =>
  source.proposals.filter(({ id }) => ids.includes(id))

/** The framework with its term on the alliance set anew, or dropped. */
function withAlignment(option: string | undefined): Proposal {
  const { alignment, ...rest } = Object.fromEntries(framework.terms)
  return {
    ...framework,
    id: 'changed',
    terms: new Map(
      Object.entries(
        option === undefined ? rest : { ...rest, alignment: { ...(alignment as Term), option } }
      )
    )
  }
}

test('accession is dead on arrival: Russia walks first, over the redline the brief calls the clearest', () => {
  const [accession] = check(source, { proposals: drafts(['accession']), repairs: 0 }).proposals
  expect(accession?.verdict).toBe('dead-on-arrival')
  expect(accession?.walkers[0]).toMatchObject({
    party: 'russia',
    over: 'redline',
    redline: { id: 'no-nato' },
    sources: ['maitra-2024']
  })
})

test('the framework is not dead on arrival', () => {
  const [found] = check(source, { proposals: [framework], repairs: 0 }).proposals
  expect(found?.verdict).not.toBe('dead-on-arrival')
  expect(found?.brokenRules).toEqual([])
})

test.each([
  { as: 'dropped', option: undefined },
  { as: 'put off', option: 'deferred' },
  { as: 'swapped for accession', option: 'nato' }
])(
  'with neutrality $as the framework is dead on arrival, and neutrality is the way back',
  ({ option }) => {
    const [found] = check(source, { proposals: [withAlignment(option)] }).proposals
    expect(found?.verdict).toBe('dead-on-arrival')
    expect(found?.walkers[0]).toMatchObject({ party: 'russia', over: 'redline' })
    const back =
      found?.repairs.list.filter(({ changes }) => changes.get('alignment') === 'neutral') ?? []
    expect(back.length).toBeGreaterThan(0)
    expect(back[0]?.pays.size).toBeGreaterThan(0)
    expect(found?.repairs.list.every(({ changes }) => changes.get('alignment') === 'neutral')).toBe(
      true
    )
  }
)

test('verdicts hold at half the draws and under other seeds', () => {
  const verdicts = (options: { draws: number; seed: number }): readonly string[] =>
    check(source, { ...options, repairs: 0 })
      .proposals.filter(({ onTheLine }) => !onTheLine)
      .map(({ proposal, verdict }) => `${proposal.id} ${verdict}`)
  const wanted = check(source, { repairs: 0 }).proposals
  expect(wanted.filter(({ onTheLine }) => onTheLine)).toEqual([])
  const others = [
    { draws: 5000, seed: 2 },
    { draws: 5000, seed: 1 },
    { draws: 10_000, seed: 99 }
  ]
  for (const options of others.slice(0, sampled(3, 1))) {
    expect(verdicts(options)).toEqual(
      wanted.map(({ proposal, verdict }) => `${proposal.id} ${verdict}`)
    )
  }
})
