import { wrappedWords } from '@truce/core/report/pictures'
import { describe, expect, it } from 'vitest'
import type { Ledger, StrategyTold } from '../src/rooms/strategy/documents.ts'
import { answersOn } from '../src/rooms/strategy/law-table.ts'
import { leadOf } from '../src/rooms/strategy/lead.ts'
import { axisOf, stepsOf } from '../src/rooms/strategy/waterfall.ts'

const spread = (central: number): Ledger['sum'] => ({ central, half: [central - 1, central + 2] })
const entry = (id: string, central: number): Ledger['entries'][number] => ({
  id,
  toward: central < 0 ? 'stop' : 'continue',
  worth: spread(central),
  scenarios: []
})
const ledger: Ledger = {
  party: 'north',
  required: true,
  base: spread(34.5),
  entries: [
    entry('losses', -8),
    { ...entry('only', 5), against: { issue: 'town', options: ['held'] } },
    { ...entry('hope', 12), scenarios: ['aid'] }
  ],
  sum: spread(38.5)
}
const steps = stepsOf(ledger, { base: 'base', sum: 'sum', entries: ['a', 'b', 'c'] })

describe('a ledger as a waterfall', () => {
  it('goes on from where the last bar ended, and ends where the sum does', () => {
    const [base, ...rest] = steps.filter(({ kind }) => kind === 'base' || kind === 'entry')
    rest.reduce((last, one) => {
      expect(one.from).toBe(last?.to)
      return one
    }, base)
    expect(rest.at(-1)?.to).toBe(steps.find(({ kind }) => kind === 'sum')?.to)
  })

  it('keeps what counts only against some packages below the sum', () => {
    expect(steps.map(({ kind, label }) => `${kind} ${label}`)).toEqual([
      'base base',
      'entry a',
      'entry c',
      'sum sum',
      'against b'
    ])
    expect(steps.at(-1)).toMatchObject({ from: 38.5, to: 43.5, half: [42.5, 45.5] })
  })

  it('has all that is drawn, and nothing, on its axis', () => {
    const [from, to] = axisOf(steps)
    expect([from, to]).toEqual([0, 50])
    const [low] = axisOf([{ ...ledgerStep(-12) }])
    expect(low).toBe(-20)
  })

  it('breaks a label between words and loses none', () => {
    const text = 'without-american-arms (hangs on us-stops-aid)'
    const lines = wrappedWords(text, 30)
    expect(lines.join(' ')).toBe(text)
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(30)
    expect(wrappedWords('a-word-that-is-too-long', 5)).toEqual(['a-word-that-is-too-long'])
  })
})

const ledgerStep = (to: number) => ({
  kind: 'base' as const,
  label: '',
  worth: to,
  from: 0,
  to,
  half: [to, to] as const,
  hangs: false
})

type Change = NonNullable<StrategyTold['neutrality']>['thirds'][number][number]

describe('answers of the law', () => {
  const change = (axis: Change['axis'], school: string, date: string, to: string): Change => ({
    axis,
    school,
    date,
    to,
    from: undefined
  })
  const thirds = [
    [
      change('party', 'own force', '2022-02', 'no party'),
      change('force', 'prevailing', '2022-02', 'permitted'),
      change('party', 'own force', '2024-10', 'a party')
    ],
    [change('party', 'harm', '2023-01', 'no party')]
  ]
  it('are the last of each school on the question asked, and on no other', () => {
    const { schools, states } = answersOn(thirds, 'party')
    expect(schools).toEqual(['own force', 'harm'])
    expect(states.map((one) => [...one.values()].map(({ to }) => to))).toEqual([
      ['a party'],
      ['no party']
    ])
    expect(answersOn(thirds, 'complicity').schools).toEqual([])
  })
})

describe('a lead', () => {
  it.each([
    ['PT30M', { n: 30, unit: 'minutes' }],
    ['PT2H', { n: 2, unit: 'hours' }],
    ['P3D', { n: 3, unit: 'days' }],
    ['P1DT2H', undefined]
  ])('%s', (written, lead) => expect(leadOf(written)).toEqual(lead))
})
