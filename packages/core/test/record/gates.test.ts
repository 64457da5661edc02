import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ContentOf } from '../../src/record/index.ts'
import { gatesOf } from '../../src/record/index.ts'
import { tried } from '../laws.ts'
import type { Told } from './told-entries.ts'
import { folded, told } from './told-entries.ts'

// The gate `ceasefire-first` of the flagship: at most 10 violations on one whole day, in Kyiv; the
// ceasefire is of 20 January 2025. Evidence not only from Russia and Ukraine.
const NOON = Date.parse('2025-02-03T10:00:00.000Z')

const report = (id: string, at: string, party = 'norway', count = 1): Told =>
  told({
    party,
    id,
    kind: 'incident.reported',
    content: {
      occurred: { at, precision: 'minute' },
      place: { lon: 37.8, lat: 48 },
      category: 'fire',
      means: ['saw'],
      observed: { count, of: 'explosion' }
    },
    received: at
  })

/** Somebody at work on a day: an observation of nothing in particular. */
const watch = (id: string, at: string, party = 'norway'): Told =>
  told({
    party,
    id,
    kind: 'position.observed',
    content: {
      weapon: 'tank',
      count: 0,
      occurred: { at, precision: 'minute' },
      place: {},
      means: ['saw']
    },
    received: at
  })

const YESTERDAY = '2025-02-02T09:00:00.000Z'

const first = (entries: readonly Told[], now = NOON) =>
  gatesOf(folded(entries), now).find(({ id }) => id === 'ceasefire-first')

describe('a gate on violations per day', () => {
  it('opens after a whole day that somebody else watched', () => {
    const gate = first([watch('entry-1', YESTERDAY)])
    expect(gate?.answer).toBe('open')
    expect(gate?.tests[0]).toMatchObject({ run: 1, atMost: 10, forDays: 1 })
    expect(new Date(gate?.since ?? 0).toISOString()).toBe('2025-02-02T22:00:00.000Z')
  })

  it('is not known where nobody else was writing', () => {
    expect(first([watch('entry-1', YESTERDAY, 'russia')])?.answer).toBe('unknown')
    expect(first([])?.answer).toBe('unknown')
  })

  it('is shut by more violations than it allows, and says from when on it could hold', () => {
    const gate = first([watch('entry-1', YESTERDAY), report('entry-2', YESTERDAY, 'india', 11)])
    expect(gate?.answer).toBe('shut')
    expect(gate?.tests[0]?.entries).toEqual(['entry-2'])
    // today can be the quiet day: midnight in Kyiv
    expect(new Date(gate?.earliest ?? 0).toISOString()).toBe('2025-02-03T22:00:00.000Z')
  })

  it('is contested where only those it bars report them, or somebody disputes', () => {
    const barred = [watch('entry-1', YESTERDAY), report('entry-2', YESTERDAY, 'ukraine', 11)]
    expect(first(barred)?.answer).toBe('contested')
    const dissent = told({
      party: 'russia',
      id: 'entry-3',
      kind: 'dissent',
      content: { about: 'entry-2', because: 'no' },
      received: YESTERDAY
    })
    const seen = [watch('entry-1', YESTERDAY), report('entry-2', YESTERDAY, 'india', 11), dissent]
    expect(first(seen)?.answer).toBe('contested')
  })

  it('is broken by what happens today before the day is over', () => {
    const today = '2025-02-03T08:00:00.000Z'
    const gate = first([watch('entry-1', YESTERDAY), report('entry-2', today, 'india', 11)])
    expect(gate?.answer).toBe('shut')
    expect(gate?.tests[0]).toMatchObject({ run: 0 })
    expect(new Date(gate?.earliest ?? 0).toISOString()).toBe('2025-02-04T22:00:00.000Z')
  })

  it('stands as the record knew it at an instant', () => {
    const entries = [
      watch('entry-1', YESTERDAY),
      report('entry-2', '2025-02-03T11:00:00.000Z', 'india', 11)
    ]
    expect(first(entries)?.answer).toBe('open')
    expect(first(entries, NOON + 3 * 3_600_000)?.answer).toBe('shut')
  })
})

describe('a decision', () => {
  const decision = (word: 'open' | 'shut'): Told =>
    told({
      party: 'us',
      id: 'decision-1',
      kind: 'gate.decided',
      content: {
        gate: 'ceasefire-first',
        decision: word,
        at: YESTERDAY,
        decidedBy: ['us'],
        entries: []
      },
      received: '2025-02-03T09:00:00.000Z'
    })

  it('stands beside what the record shows and overrides nothing', () => {
    const shut = [watch('entry-1', YESTERDAY), report('entry-2', YESTERDAY, 'india', 11)]
    expect(first([...shut, decision('open')])).toMatchObject({
      answer: 'shut',
      decision: 'against'
    })
    expect(first([...shut, decision('shut')])).toMatchObject({
      answer: 'shut',
      decision: 'as-shown'
    })
    expect(first([decision('open')])).toMatchObject({ answer: 'unknown', decision: 'not-shown' })
  })

  it('names those who decide and have not yet, until each has', () => {
    const deciders = first([])?.decidedBy ?? []
    expect(deciders.length).toBeGreaterThan(0)
    expect(first([])?.undecided).toEqual(deciders)
    const { content } = decision('open')
    const given = deciders.map((party, at) =>
      told({
        party,
        id: `decision-${at}`,
        kind: 'gate.decided',
        content: { ...content, decidedBy: [party] } as ContentOf<'gate.decided'>,
        received: '2025-02-03T09:00:00.000Z'
      })
    )
    for (let many = 0; many <= given.length; many++)
      expect(first(given.slice(0, many))?.undecided).toEqual(deciders.slice(many))
  })
})

const verified = (
  id: string,
  withdrawal: string,
  more: Partial<ContentOf<'delivery.verified'>> & { readonly party?: never } = {},
  author = 'norway'
): Told =>
  told({
    party: author,
    id,
    kind: 'delivery.verified',
    content: {
      of: `withdrawal.${withdrawal}`,
      outcome: 'confirmed',
      by: [author],
      at: YESTERDAY,
      means: ['saw'],
      ...more
    },
    received: YESTERDAY
  })

const broader = (entries: readonly Told[]) =>
  gatesOf(folded(entries), NOON)
    .find(({ id }) => id === 'broader-talks')
    ?.tests.find((test) => test.kind === 'verified' && test.of === 'withdrawal.heavy')

describe('a gate on what is verified', () => {
  it('asks for a confirmation by somebody who neither owes it nor is barred', () => {
    expect(broader([])?.answer).toBe('shut')
    expect(broader([verified('entry-1', 'heavy')])?.answer).toBe('open')
    expect(
      broader([verified('entry-1', 'heavy', { by: ['russia', 'norway'] }, 'russia')])?.answer
    ).not.toBe('open')
    expect(broader([verified('entry-1', 'heavy', { outcome: 'no-access' })])?.answer).toBe(
      'unknown'
    )
    expect(broader([verified('entry-1', 'heavy', { outcome: 'not-confirmed' })])?.answer).toBe(
      'shut'
    )
  })

  it('is contested where one looked and found the opposite, until they agree', () => {
    const no = verified('entry-2', 'heavy', { outcome: 'not-confirmed' }, 'india')
    expect(broader([verified('entry-1', 'heavy'), no])?.answer).toBe('contested')
    const again = verified('entry-3', 'heavy', {}, 'india')
    expect(broader([verified('entry-1', 'heavy'), no, again])?.answer).toBe('open')
  })
})

const PARTIES = ['russia', 'ukraine', 'norway', 'india'] as const
const anEntry = fc.record({
  party: fc.constantFrom(...PARTIES),
  day: fc.integer({ min: 28, max: 34 }),
  what: fc.constantFrom('report', 'watch', 'verify', 'dissent') as fc.Arbitrary<
    'report' | 'watch' | 'verify' | 'dissent'
  >,
  count: fc.integer({ min: 0, max: 14 })
})
const dayText = (day: number): string => new Date(Date.UTC(2025, 0, day, 9)).toISOString()

type Drawn = typeof anEntry extends fc.Arbitrary<infer T> ? T : never

/** Entries in the order of their days, as a record receives them. */
const tellAll = (drawn: readonly Drawn[]): readonly Told[] =>
  [...drawn]
    .sort((a, b) => a.day - b.day)
    .flatMap((one, at): readonly Told[] => {
      const [id, when] = [`entry-${at}-x`, dayText(one.day)]
      if (one.what === 'report') return [report(id, when, one.party, one.count)]
      if (one.what === 'watch') return [watch(id, when, one.party)]
      if (one.what === 'verify') return [verified(id, 'heavy', { at: when }, one.party)]
      return []
    })

const answers = (entries: readonly Told[]): readonly string[] =>
  gatesOf(folded(entries), NOON).map(({ answer }) => answer)

const LAW = { seed: 11, runs: 20, seeds: 24 }

describe('gates keep laws', () => {
  it('none opens on evidence of those it bars alone', () => {
    tried(
      fc.property(fc.array(anEntry, { maxLength: 30 }), (drawn) => {
        const own = drawn.map(({ party, ...one }) => ({
          ...one,
          party:
            party === 'norway' || party === 'russia' ? ('russia' as const) : ('ukraine' as const)
        }))
        expect(answers(tellAll(own))).not.toContain('open')
      }),
      LAW
    )
  })

  it('one more violation opens none', () => {
    tried(
      fc.property(
        fc.array(anEntry, { maxLength: 30 }),
        fc.constantFrom(...PARTIES),
        fc.integer({ min: 28, max: 34 }),
        fc.integer({ min: 1, max: 14 }),
        (drawn, party, day, count) => {
          const before = tellAll(drawn)
          const after = answers([...before, report('one-more', dayText(day), party, count)])
          for (const [at, answer] of answers(before).entries())
            if (answer !== 'open') expect(after[at]).not.toBe('open')
        }
      ),
      LAW
    )
  })

  it('the order in which different authors wrote changes none', () => {
    tried(
      fc.property(fc.array(anEntry, { maxLength: 30 }), (drawn) => {
        const all = tellAll(drawn)
        const byAuthor = [...all].sort((a, b) =>
          a.party < b.party ? -1 : a.party > b.party ? 1 : 0
        )
        expect(answers(byAuthor)).toEqual(answers(all))
      }),
      LAW
    )
  })

  it('asked after every entry, a record answers as one that is read in afresh', () => {
    tried(
      fc.property(fc.array(anEntry, { minLength: 1, maxLength: 20 }), (drawn) => {
        const all = withReplies(tellAll(drawn))
        const growing = folded([])
        for (const [at, entry] of [...folded(all).entriesFrom(0)].entries()) {
          growing.apply(entry)
          const now = Date.parse(entry.received)
          expect(gatesOf(growing, now)).toEqual(gatesOf(folded(all.slice(0, at + 1)), now))
        }
      }),
      { seed: 5, runs: 8, seeds: 15 }
    )
  })
})

/** Behind each report but the first: somebody joins it to the first, disputes it or looks. */
function withReplies(all: readonly Told[]): readonly Told[] {
  const reports = all.filter(({ kind }) => kind === 'incident.reported')
  const [head] = reports
  return all.flatMap((one): readonly Told[] => {
    const at = reports.indexOf(one)
    if (at < 1 || !head) return [one]
    const received = one.received ?? ''
    const id = `${one.id}-more`
    const replies: readonly Told[] = [
      told({
        party: 'india',
        id,
        kind: 'incident.joined',
        content: { incident: head.id, with: one.id, because: 'one event' },
        received
      }),
      told({
        party: 'russia',
        id,
        kind: 'dissent',
        content: { about: one.id, because: 'no' },
        received
      }),
      told({
        party: 'india',
        id,
        kind: 'incident.verified',
        content: { incident: one.id, outcome: 'not-confirmed', by: ['india'], means: ['saw'] },
        received
      })
    ]
    return [one, replies[at % replies.length] ?? one]
  })
}
