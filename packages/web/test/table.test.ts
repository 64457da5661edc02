import { readFileSync } from 'node:fs'
import type { Case, Condition } from '@truce/core'
import { readCase } from '@truce/core'
import { CUTS } from '@truce/core/worth'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Drafts } from '../src/engine/drafts.ts'
import type { Judged } from '../src/engine/protocol.ts'
import { withDrafts } from '../src/engine/with-drafts.ts'
import type { Column } from '../src/judged/columns.ts'
import {
  asking,
  askOf,
  columnsOf,
  differing,
  draftsOf,
  newDraft,
  plainTerms,
  saidOn,
  shownColumns,
  stagesOf,
  startOf,
  withOptions
} from '../src/judged/columns.ts'
import { nearest } from '../src/judged/nearest.ts'
import { byIssue, crossingsOf, culprits, newlyCrossed, wouldCross } from '../src/judged/redlines.ts'
import texts from '../src/messages/en/table.ts'
import { changesBy } from '../src/rooms/table/worth.ts'

const FOLDER = new URL('../../../cases/ukraine/2024-maitra/', import.meta.url)
const NAMES = [
  'case',
  'evidence',
  'graph',
  'process',
  'stances/eu',
  'stances/russia',
  'stances/ukraine',
  'stances/us'
]

const source: Case = (() => {
  const files = NAMES.map((name) => ({
    name: `${name}.yaml`,
    text: readFileSync(new URL(`${name}.yaml`, FOLDER), 'utf8')
  }))
  const read = readCase(files)
  if (!read.case || !read.sound) throw new Error('the case of the example does not read')
  return read.case
})()

const columns = columnsOf({
  case: source,
  drafts: [{ id: 'draft-1', title: 'Mine', terms: { alignment: 'nato', front: 'gone' } }]
})
const column = (id: string): Column => columns.find((one) => one.id === id) as Column
const issue = (id: string) => source.issues.find((one) => one.id === id) as Case['issues'][number]
const drafts = new Drafts(source)

describe('columns', () => {
  test('are the proposals in the order of the case and then the drafts', () => {
    expect(columns.map(({ id }) => id)).toEqual([
      ...source.proposals.map(({ id }) => id),
      'draft-1'
    ])
  })

  test('an issue is settled, silent or open; an option that is gone settles nothing', () => {
    expect(saidOn(column('draft-1'), issue('alignment'))).toEqual({
      kind: 'settled',
      option: 'nato'
    })
    const front = issue('front')
    expect(saidOn(column('draft-1'), front)).toEqual(
      front.ifSilent === undefined ? { kind: 'open' } : { kind: 'silent', option: front.ifSilent }
    )
    const silent = source.issues.find(
      (one) => one.ifSilent !== undefined && one.id !== 'alignment'
    ) as Case['issues'][number]
    expect(saidOn(column('draft-1'), silent)).toEqual({ kind: 'silent', option: silent.ifSilent })
    expect(askOf(column('draft-1'), source)).toEqual({ terms: { alignment: 'nato' } })
  })

  test('a draft of a staged proposal begins with all that it says', () => {
    const staged = column('framework')
    const start = startOf(staged, source)
    expect(start.held).toEqual([...(staged.proposal?.terms.keys() ?? [])])
    const [made] = columnsOf({ case: source, drafts: [{ id: 'd', title: 'D', ...start }] }).slice(
      -1
    )
    expect(made && stagesOf(made, source)).toEqual(stagesOf(staged, source))
    // Laid beside the case's proposals it says the same, later steps and reviews included.
    const laid = withDrafts(source, made ? draftsOf(made, source) : []).proposals.at(-1)
    expect([laid?.id, laid?.terms, laid?.provisional]).toEqual([
      'd',
      staged.proposal?.terms,
      staged.proposal?.provisional
    ])
    expect(draftsOf(staged, source)).toEqual([])
    expect(plainTerms(staged, source)['front']).toBe(staged.proposal?.terms.get('front')?.option)
    expect(stagesOf(staged, source).map((stage) => stage.get('front'))).toEqual([
      staged.proposal?.terms.get('front')?.option,
      staged.proposal?.terms.get('front')?.then
    ])
    expect(stagesOf(column('draft-1'), source)).toHaveLength(1)
  })

  test('a new draft never takes the id or the title of another column', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom('draft-1', 'draft-2', 'draft-3', 'draft-4', 'x')),
        (ids) => {
          const there = ids.map((id) => ({ id, title: 'New' }))
          const made = newDraft(there, 'New', { terms: {} })
          expect(ids).not.toContain(made.id)
          expect(made.title === 'New').toBe(ids.length === 0)
        }
      ),
      { numRuns: 50 }
    )
  })

  test('an option is put and taken away again', () => {
    const draft = { id: 'd', title: 'D', terms: { a: '1' }, of: 'p', held: ['a'] }
    const two = withOptions(draft, { b: '2' })
    expect([two.terms, two.held]).toEqual([{ a: '1', b: '2' }, ['a']])
    const one = withOptions(two, { a: undefined })
    expect([one.terms, one.held]).toEqual([{ b: '2' }, []])
  })

  test('never more are shown than fit; the one asked for last is always among them, and so is the one to keep', () => {
    const ids = columns.map(({ id }) => id)
    fc.assert(
      fc.property(
        fc.subarray(ids),
        fc.constantFrom(...ids),
        fc.integer({ min: 2, max: 4 }),
        (before, added, most) => {
          const kept = before.at(0)
          const shown = shownColumns(
            columns,
            asking(before, added, kept === undefined ? [] : [kept]),
            most
          ).map(({ id }) => id)
          expect(shown.length).toBeLessThanOrEqual(most)
          expect(shown).toContain(added)
          if (kept !== undefined) expect(shown).toContain(kept)
          expect(shown).toEqual(ids.filter((id) => shown.includes(id)))
        }
      ),
      { numRuns: 100 }
    )
    expect(shownColumns(columns, ['not there'], 2).map(({ id }) => id)).toEqual(ids.slice(0, 2))
  })

  test('the issues on which columns differ', () => {
    expect(differing([column('accession'), column('accession')], source.issues)).toEqual([])
    expect(
      differing([column('accession'), column('framework')], source.issues).map(({ id }) => id)
    ).toContain('alignment')
  })
})

describe('changes of gain by option', () => {
  test('are those the engine finds at central values', () => {
    const base = plainTerms(column('accession'), source)
    const gains = (terms: Readonly<Record<string, string>>): ReadonlyMap<string, number> =>
      new Map(
        drafts
          .judge({ draft: { terms }, draws: 10 })
          .parties.map(({ party, gain }) => [party, gain?.central ?? 0])
      )
    const now = gains(base)
    for (const one of source.issues) {
      const changes = changesBy(
        source,
        one,
        saidOn({ id: 'd', title: 'D', draft: { id: 'd', title: 'D', terms: base } }, one)
      )
      for (const { id } of one.options) {
        const then = gains({ ...base, [one.id]: id })
        const listed = new Map(changes.get(id)?.map(({ party, points }) => [party, points]))
        for (const [party, gain] of then) {
          const change = gain - (now.get(party) ?? 0)
          if (Math.abs(change) > 0.5001)
            expect(listed.get(party), `${one.id}=${id} ${party}`).toBeCloseTo(change, 6)
          else if (Math.abs(change) < 0.4999) expect(listed.has(party)).toBe(false)
        }
      }
    }
  })

  test('the option as it is changes nothing, and against an open issue the changes of a party add up to nothing', () => {
    expect(
      changesBy(source, issue('alignment'), { kind: 'settled', option: 'nato' }).get('nato')
    ).toEqual([])
    const open = changesBy(source, issue('alignment'), { kind: 'open' })
    const sums = new Map<string, number>()
    for (const list of open.values())
      for (const { party, points } of list) sums.set(party, (sums.get(party) ?? 0) + points)
    expect(sums.size).toBeGreaterThan(0)
    for (const sum of sums.values()) expect(Math.abs(sum)).toBeLessThanOrEqual(0.5 * open.size)
  })

  test('a staged term is worth what it comes to with its chance', () => {
    const said = saidOn(column('framework'), issue('front'))
    const changes = changesBy(source, issue('front'), said)
    const first = drafts.judge({
      draft: { terms: plainTerms(column('framework'), source) },
      draws: 10
    })
    const staged = drafts.judge({ draft: { proposal: 'framework' }, draws: 10 })
    const central = (judged: Judged, party: string): number =>
      judged.parties.find((one) => one.party === party)?.gain?.central ?? 0
    const option = said.kind === 'settled' ? said.option : ''
    const ukraine = changes.get(option)?.find(({ party }) => party === 'ukraine')?.points
    expect(ukraine).toBeCloseTo(central(first, 'ukraine') - central(staged, 'ukraine'), 6)
  })
})

describe('redlines in their rows', () => {
  const is = (at: string, ...options: readonly string[]): Condition => ({
    kind: 'is',
    issue: at,
    options
  })

  test('stand with the issues that bear the crossing out, not with all that are spoken of', () => {
    const stage = new Map([
      ['a', '1'],
      ['b', '1']
    ])
    expect(culprits(is('a', '1'), [stage])).toEqual(['a'])
    expect(culprits({ kind: 'any', parts: [is('a', '1'), is('b', '2')] }, [stage])).toEqual(['a'])
    expect(culprits({ kind: 'all', parts: [is('a', '1'), is('b', '1')] }, [stage])).toEqual([
      'a',
      'b'
    ])
    expect(culprits({ kind: 'not', part: is('b', '2') }, [stage])).toEqual(['b'])
    expect(culprits({ kind: 'if', left: is('a', '1'), right: is('b', '1') }, [stage])).toEqual([
      'b'
    ])
    expect(culprits({ kind: 'iff', left: is('a', '1'), right: is('b', '1') }, [stage])).toEqual([
      'a',
      'b'
    ])
    expect(culprits(is('a', '2'), [stage])).toEqual([])
  })

  test('an open issue is named only where no settled one bears it out', () => {
    const stage = new Map([['a', '1']])
    expect(culprits(is('b', '1'), [stage])).toEqual(['b'])
    expect(culprits({ kind: 'all', parts: [is('a', '1'), is('b', '1')] }, [stage])).toEqual(['a'])
  })

  test('a staged term is to blame in either stage', () => {
    expect(culprits(is('a', '2'), [new Map([['a', '1']]), new Map([['a', '2']])])).toEqual(['a'])
  })

  test.each(source.proposals.map(({ id }) => id))(
    'every redline that %s crosses is named in a row',
    (id) => {
      const judged = drafts.judge({ draft: { proposal: id }, draws: 10 })
      const crossings = crossingsOf(source, judged)
      const named = new Set(
        [...byIssue(crossings, stagesOf(column(id), source)).values()]
          .flat()
          .map(({ redline }) => redline.at)
      )
      expect(crossings.length).toBe(
        judged.parties.reduce((sum, { crossed }) => sum + crossed.length, 0)
      )
      expect([...named].sort()).toEqual(crossings.map(({ redline }) => redline.at).sort())
    }
  )

  test('what an option would cross is what the engine finds crossed by it and not before', () => {
    const base = plainTerms(column('bare-freeze'), source)
    const crossed = (terms: Readonly<Record<string, string>>): ReadonlySet<string> =>
      new Set(
        crossingsOf(source, drafts.judge({ draft: { terms }, draws: 10 })).map(
          ({ redline }) => redline.at
        )
      )
    const before = crossed(base)
    const stages = stagesOf(
      { id: 'd', title: 'D', draft: { id: 'd', title: 'D', terms: base } },
      source
    )
    for (const { id, options } of source.issues) {
      const would = wouldCross(source, id, stages)
      for (const option of options) {
        const after = crossed({ ...base, [id]: option.id })
        expect(
          would
            .get(option.id)
            ?.map(({ at }) => at)
            .sort()
        ).toEqual([...after].filter((at) => !before.has(at)).sort())
        // Several changes at once, here of one issue, cross what the engine says they do.
        expect(
          newlyCrossed(source, stages, { [id]: option.id })
            .map(({ at }) => at)
            .sort()
        ).toEqual([...after].filter((at) => !before.has(at)).sort())
      }
    }
  })
})

const judgedOver = (draws: number, verdict: Judged['verdict'] = 'likely', p = 0.7): Judged => ({
  verdict,
  joint: { p, standardError: 0 },
  draws,
  parties: [],
  walkers: [],
  open: [],
  brokenRules: []
})

test('the column nearest to agreement has the best verdict, and of those the highest chance', () => {
  const standing = (verdict: Judged['verdict'], p: number) => ({
    answer: judgedOver(1, verdict, p)
  })
  expect(
    nearest([standing('unlikely', 0.3), standing('contested', 0.4), standing('contested', 0.5)])
  ).toBe(2)
  expect(nearest([{ answer: undefined }, standing('dead-on-arrival', CUTS.dead)])).toBe(1)
  expect(nearest([{ answer: undefined }])).toBe(-1)
})

test('every text that the room asks for is in the catalogue', () => {
  const files = [
    'index',
    'head',
    'strip',
    'grid',
    'choice',
    'chooser',
    'repairs',
    'redline-list',
    'use-table'
  ]
  const used = files.flatMap((file) => {
    const path = ['tsx', 'ts'].map(
      (end) => new URL(`../src/rooms/table/${file}.${end}`, import.meta.url)
    )
    const text = path.map((one) => readIfThere(one)).join('')
    return [...text.matchAll(/'(table\.[a-z.-]+)'/g)].map(([, key = '']) => key)
  })
  expect(used.length).toBeGreaterThan(60)
  expect(used.filter((key) => !(key in texts))).toEqual([])
})

function readIfThere(path: URL): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
