import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Redline } from '../../src/model/case.ts'
import type { Duty } from '../../src/record/index.ts'
import {
  dutiesOf,
  matrixAt,
  monthlyMatrices,
  statusOf,
  unwatchedIn,
  watchOf,
  withdrawalsOf
} from '../../src/record/index.ts'
import { caseIn } from '../folder.ts'
import { tried } from '../laws.ts'
import type { Told } from './told-entries.ts'
import { folded, told } from './told-entries.ts'

// The flagship's withdrawals begin on 15 February 2025, 08:00 in Kyiv, and end fourteen days later;
// `pull-back-2022` is due ninety days after `heavy` is verified.
const START = '2025-02-15T06:00:00.000Z'
const at = (text: string): number => Date.parse(text)

const started = (id: string, when: string, author: string, party: string): Told =>
  told({
    party: author,
    id,
    kind: 'withdrawal.started',
    content: { withdrawal: 'heavy', party, at: when, means: ['saw'] },
    received: when
  })

const confirmed = (id: string, when: string, of = 'withdrawal.heavy', author = 'norway'): Told =>
  told({
    party: author,
    id,
    kind: 'delivery.verified',
    content: {
      of: of as 'withdrawal.heavy',
      outcome: 'confirmed',
      by: [author],
      at: when,
      means: ['saw']
    },
    received: when
  })

const heavy = (entries: readonly Told[], now: string) =>
  withdrawalsOf(folded(entries), { now: at(now) }).find(({ id }) => id === 'heavy')

describe('a synchronised start', () => {
  const both = (minutes: number, by: 'own' | 'norway'): readonly Told[] =>
    ['russia', 'ukraine'].map((party, n) =>
      started(
        `entry-${by}-${n}`,
        new Date(at(START) + n * minutes * 60_000).toISOString(),
        by === 'own' ? party : by,
        party
      )
    )

  it('is judged by each kind of evidence apart', () => {
    const later = '2025-02-16T00:00:00.000Z'
    expect(heavy(both(15, 'own'), later)?.start).toMatchObject({
      own: 'together',
      seen: 'not-said'
    })
    expect(heavy([...both(0, 'own'), ...both(16, 'norway')], later)?.start).toMatchObject({
      own: 'together',
      seen: 'apart'
    })
  })

  it('is ahead until the instant and the tolerance are over', () => {
    expect(heavy([], '2025-02-15T06:15:00.000Z')?.start.own).toBe('ahead')
    expect(heavy([], '2025-02-15T06:15:01.000Z')?.start.own).toBe('not-said')
  })

  it('says where accounts of one party differ', () => {
    const one = started('entry-a-1', START, 'norway', 'russia')
    const other = started('entry-a-2', '2025-02-15T09:00:00.000Z', 'india', 'russia')
    expect(heavy([one, other], '2025-02-16T00:00:00.000Z')?.start.seen).toBe('differing')
  })
})

describe('inspections', () => {
  const inspected = (id: string, when: string, outcome: 'as-declared' | 'missing'): Told =>
    told({
      party: 'norway',
      id,
      kind: 'inspection.made',
      content: {
        withdrawal: 'heavy',
        site: { name: 'depot' },
        of: 'russia',
        by: ['norway'],
        occurred: { at: when, precision: 'minute' },
        outcome
      },
      received: when
    })

  it('say since when something has been missing without a break', () => {
    const entries = [
      inspected('look-01', '2025-03-01T09:00:00.000Z', 'missing'),
      inspected('look-02', '2025-03-02T09:00:00.000Z', 'as-declared'),
      inspected('look-03', '2025-03-03T09:00:00.000Z', 'missing'),
      inspected('look-04', '2025-03-04T09:00:00.000Z', 'missing')
    ]
    const site = heavy(entries, '2025-03-05T00:00:00.000Z')?.parties[0]?.inspections.sites[0]
    expect(site).toMatchObject({ outcome: 'missing', missingSince: at('2025-03-03T09:00:00.000Z') })
    expect(heavy(entries, '2025-03-05T00:00:00.000Z')?.against).toEqual(['look-04'])
  })
})

const duty = (entries: readonly Told[], id: string, now: string): Duty | undefined =>
  dutiesOf(folded(entries), at(now)).find((one) => one.id === id)

describe('a duty', () => {
  it('waits for its event, and counts from when that came about', () => {
    expect(duty([], 'deliverable.pull-back-2022', '2025-03-20T00:00:00.000Z')).toMatchObject({
      state: 'waiting',
      waitsFor: 'verified.heavy'
    })
    const seen = confirmed('entry-1', '2025-03-10T10:00:00.000Z')
    // ninety days by the calendar in Kyiv, where the clocks are put forward on 30 March
    expect(duty([seen], 'deliverable.pull-back-2022', '2025-03-20T00:00:00.000Z')).toMatchObject({
      state: 'due',
      due: at('2025-06-08T09:00:00.000Z')
    })
    expect(duty([seen], 'deliverable.pull-back-2022', '2025-06-08T09:00:00.001Z')?.state).toBe(
      'late'
    )
  })

  it('is done by its own word, confirmed by others, and says how late', () => {
    const entries = [
      started('entry-1', '2025-02-15T10:00:00.000Z', 'russia', 'russia'),
      confirmed('entry-2', '2025-03-10T10:00:00.000Z')
    ]
    expect(
      duty(entries.slice(0, 1), 'withdrawal.heavy.russia', '2025-02-16T00:00:00.000Z')
    ).toMatchObject({
      state: 'declared',
      lateBy: 4 * 3_600_000
    })
    expect(duty(entries, 'withdrawal.heavy.russia.ends', '2025-03-11T00:00:00.000Z')?.state).toBe(
      'verified'
    )
    expect(duty([], 'withdrawal.heavy.russia.ends', '2025-03-11T00:00:00.000Z')?.state).toBe('late')
  })
})

describe('the implementation matrix', () => {
  const entries = [
    started('entry-1', START, 'russia', 'russia'),
    confirmed('entry-2', '2025-03-10T10:00:00.000Z')
  ]

  it('rates by what is recorded, with the rule', () => {
    const rating = (now: string) =>
      matrixAt(folded(entries), at(now)).rows.find(({ of }) => of === 'withdrawal.heavy')
    expect(rating('2025-02-01T00:00:00.000Z')).toMatchObject({ rating: 0, rule: 'nothing-begun' })
    expect(rating('2025-02-28T00:00:00.000Z')).toMatchObject({ rating: 1, rule: 'begun' })
    expect(rating('2025-03-31T00:00:00.000Z')).toMatchObject({
      rating: 3,
      rule: 'confirmed-for-all'
    })
  })

  it('rates a withdrawal that one confirms and another denies as a deliverable of which both is so', () => {
    for (const deed of ['withdrawal.heavy', 'deliverable.pull-back-2022']) {
      const yes = confirmed('entry-1', '2025-03-10T10:00:00.000Z', deed)
      const seen = confirmed('entry-2', '2025-03-11T10:00:00.000Z', deed, 'india')
      const no = { ...seen, content: { ...seen.content, outcome: 'not-confirmed' } } as Told
      const rating = matrixAt(folded([yes, no]), at('2025-03-31T00:00:00.000Z')).rows.find(
        (row) => row.of === deed
      )
      expect(rating).toMatchObject({ rating: 2, rule: 'contradicted' })
    }
  })

  it('of a month is what the record would have said on its last day', () => {
    const state = folded(entries)
    const months = monthlyMatrices(state, at('2025-04-15T00:00:00.000Z'))
    expect(months.map((one) => new Date(one.at).toISOString())).toEqual([
      '2025-02-28T21:59:59.999Z',
      '2025-03-31T20:59:59.999Z',
      '2025-04-15T00:00:00.000Z'
    ])
    for (const month of months) expect(month).toEqual(matrixAt(folded(entries), month.at))
  })
})

describe('the redline watch', () => {
  const raid = told({
    party: 'norway',
    id: 'raid-01',
    kind: 'incident.reported',
    content: {
      occurred: { at: START, precision: 'minute' },
      place: {},
      category: 'sabotage',
      alleged: 'russia',
      means: ['saw']
    },
    received: START
  })
  const look = told({
    party: 'norway',
    id: 'raid-02',
    kind: 'incident.verified',
    content: { incident: 'raid-01', outcome: 'confirmed', by: ['norway'], means: ['saw'] },
    received: START
  })
  const blame = told({
    party: 'norway',
    id: 'raid-03',
    kind: 'incident.attributed',
    content: { incident: 'raid-01', outcome: 'party', to: 'russia', by: ['norway'] },
    received: START
  })
  const flagship = caseIn('ukraine/2024-maitra')
  const us = flagship.stances.get('us')
  const source = {
    ...flagship,
    stances: new Map([
      [
        'us',
        {
          ...us,
          redlines: us?.redlines.map((one) =>
            one.conduct ? { ...one, conduct: { by: 'russia', act: 'sabotage' } } : one
          )
        }
      ]
    ])
  } as typeof flagship
  const ground = (entries: readonly Told[]) => watchOf(folded(entries, source), at(START) + 1000)[0]

  it('tells what is alleged from what is established and attributed', () => {
    expect(ground([])).toBeUndefined()
    expect(ground([raid])).toMatchObject({ ground: 'alleged', entries: ['raid-01'] })
    expect(ground([raid, look, blame])).toMatchObject({
      ground: 'shown',
      entries: ['raid-01', 'raid-02', 'raid-03']
    })
    const dissent = told({
      party: 'russia',
      id: 'raid-04',
      kind: 'dissent',
      content: { about: 'raid-03', because: 'no' },
      received: START
    })
    expect(ground([raid, look, blame, dissent])?.ground).toBe('contested')
  })

  it('sees terms that are delivered, and who contests that they were', () => {
    const line = (options: readonly string[]): Redline => ({
      ...(us?.redlines.find(({ stage }) => stage !== 'end') as Redline),
      id: 'no-pre-2022',
      form: 'never',
      crossedWhen: { kind: 'is', issue: 'front', options }
    })
    const watching = ({ conduct: _, ...redline }: Redline): typeof flagship =>
      ({
        ...flagship,
        stances: new Map([['us', { ...us, redlines: [redline] }]])
      }) as typeof flagship
    const delivered = told({
      party: 'russia',
      id: 'given-01',
      kind: 'delivery.declared',
      content: { of: 'deliverable.pull-back-2022', at: START },
      received: START
    })
    const disputed = told({
      party: 'ukraine',
      id: 'given-02',
      kind: 'delivery.disputed',
      content: { of: 'deliverable.pull-back-2022', because: 'they are there' },
      received: START
    })
    const crossed = (entries: readonly Told[], source = watching(line(['pre-2022']))) =>
      watchOf(folded(entries, source), at(START) + 1000)
    expect(crossed([])).toEqual([])
    expect(crossed([delivered])).toEqual([
      {
        party: 'us',
        redline: 'no-pre-2022',
        form: 'never',
        ground: 'declared',
        terms: new Map([['front', 'pre-2022']]),
        entries: ['given-01']
      }
    ])
    expect(crossed([delivered, disputed])[0]?.ground).toBe('contested')
    expect(crossed([delivered], watching(line(['another'])))).toEqual([])
    expect(crossed([delivered], watching({ ...line(['pre-2022']), stage: 'end' }))).toEqual([])
  })

  it('tells what is not watched: acts of another word, and what is read at the end', () => {
    const [conduct] = us?.redlines.filter((one) => one.conduct) ?? []
    const told = (redline: Redline | undefined) =>
      unwatchedIn({
        ...flagship,
        stances: new Map([['us', { ...us, redlines: redline ? [redline] : [] }]])
      } as typeof flagship)
    const act = (word: string): Redline =>
      ({ ...conduct, conduct: { by: 'russia', act: word } }) as Redline
    expect(told(act('sabotage'))).toEqual([])
    expect(told(act('detention'))).toEqual([])
    expect(told(act('troops-abroad'))).toMatchObject([{ why: 'act', act: 'troops-abroad' }])
    const { conduct: _, ...end } = { ...act('sabotage'), stage: 'end' as const }
    expect(told(end as Redline)).toMatchObject([{ why: 'end' }])
  })
})

describe('status', () => {
  it('counts as a record read in afresh does, after every entry', () => {
    const one = fc.record({
      kind: fc.constantFrom('reported', 'logged', 'closed'),
      of: fc.nat({ max: 3 })
    })
    tried(
      fc.property(fc.array(one, { maxLength: 12 }), (drawn) => {
        const seen = new Set<number>()
        const entries = drawn.flatMap(({ kind, of }, n): readonly Told[] => {
          const id = `incident-${of}`
          if (!seen.has(of)) {
            seen.add(of)
            return [
              told({
                party: 'norway',
                id,
                kind: 'incident.reported',
                content: {
                  occurred: { at: START, precision: 'minute' },
                  place: {},
                  category: 'fire',
                  means: ['saw']
                },
                received: START
              })
            ]
          }
          if (kind === 'reported') return []
          const more = {
            party: 'norway',
            id: `step-${n}-x`,
            content: { incident: id },
            received: START
          }
          return [
            kind === 'logged'
              ? told({ ...more, kind: 'incident.logged' })
              : told({ ...more, kind: 'incident.closed' })
          ]
        })
        const growing = folded([])
        for (const [n, entry] of [...folded(entries).entriesFrom(0)].entries()) {
          growing.apply(entry)
          const now = at(START) + 1000
          expect(statusOf(growing, now)).toEqual(statusOf(folded(entries.slice(0, n + 1)), now))
        }
      }),
      { seed: 3, runs: 10, seeds: 8 }
    )
  })
})
