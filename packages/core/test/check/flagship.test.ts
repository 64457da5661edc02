import { expect, test } from 'vitest'
import { check } from '../../src/check/check.ts'
import type { Proposal, Term } from '../../src/model/case.ts'
import { caseIn } from '../folder.ts'
import { sampled } from '../laws.ts'

const source = caseIn('ukraine/2024-maitra')
const framework = source.proposals.find(({ id }) => id === 'framework') as Proposal
/** Every proposal of the case, judged once for all that look at them. */
const judged = check(source, { repairs: 0 }).proposals
const found = (id: string) => judged.find(({ proposal }) => proposal.id === id)

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
  const accession = found('accession')
  expect(accession?.verdict).toBe('dead-on-arrival')
  expect(accession?.walkers[0]).toMatchObject({
    party: 'russia',
    over: 'redline',
    redline: { id: 'no-nato' },
    sources: ['maitra-2024']
  })
})

test('the framework is not dead on arrival', () => {
  expect(found('framework')?.verdict).not.toBe('dead-on-arrival')
  expect(found('framework')?.brokenRules).toEqual([])
})

test.each([
  { as: 'dropped', option: undefined },
  { as: 'put off', option: 'deferred' },
  { as: 'swapped for accession', option: 'nato' }
])(
  'with neutrality $as the framework is dead on arrival, and neutrality is the way back',
  ({ option }) => {
    const [changed] = check(source, { proposals: [withAlignment(option)], draws: 2000 }).proposals
    expect(changed?.verdict).toBe('dead-on-arrival')
    expect(changed?.walkers[0]).toMatchObject({ party: 'russia', over: 'redline' })
    const back =
      changed?.repairs.list.filter(({ changes }) => changes.get('alignment') === 'neutral') ?? []
    expect(back.length).toBeGreaterThan(0)
    expect(back[0]?.pays.size).toBeGreaterThan(0)
    expect(
      changed?.repairs.list.every(({ changes }) => changes.get('alignment') === 'neutral')
    ).toBe(true)
  }
)

test('verdicts hold at half the draws and under other seeds', () => {
  const verdicts = (options: { draws: number; seed: number }): readonly string[] =>
    check(source, { ...options, repairs: 0 })
      .proposals.filter(({ onTheLine }) => !onTheLine)
      .map(({ proposal, verdict }) => `${proposal.id} ${verdict}`)
  expect(judged.filter(({ onTheLine }) => onTheLine)).toEqual([])
  const others = [
    { draws: 5000, seed: 2 },
    { draws: 5000, seed: 1 },
    { draws: 10_000, seed: 99 }
  ]
  for (const options of others.slice(0, sampled(3, 1))) {
    expect(verdicts(options)).toEqual(
      judged.map(({ proposal, verdict }) => `${proposal.id} ${verdict}`)
    )
  }
})
