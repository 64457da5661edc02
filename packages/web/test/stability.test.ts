import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Case } from '@truce/core'
import { readCase } from '@truce/core'
import { renderPlain } from '@truce/core/report'
import { stabilityJson, stabilityReport } from '@truce/core/report/stability'
import type { Compiled } from '@truce/core/stability'
import { analyse, compile, improvements, targets } from '@truce/core/stability'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fill } from '../src/messages/catalogue.ts'
import texts from '../src/messages/en/stability.ts'
import type { Translate } from '../src/messages/index.ts'
import type { StabilityDocument, Witness } from '../src/rooms/stability/document.ts'
import { passes, standingOf, standsUnder } from '../src/rooms/stability/document.ts'
import { explanationOf } from '../src/rooms/stability/explain.ts'
import {
  DRAWN_WHOLE,
  finds,
  inOrder,
  linksAmong,
  shownStates
} from '../src/rooms/stability/graph.ts'
import { sentencesOf, swapRows } from '../src/rooms/stability/inverse-words.ts'
import { boxOf, dashOf } from '../src/rooms/stability/look.ts'
import { outlook } from '../src/rooms/stability/outlook.ts'
import { deciding, headOf, pathOf, readElk, toElk, toward } from '../src/rooms/stability/placing.ts'
import { filtered, spoken, summary } from '../src/rooms/stability/summary.ts'
import { routeSentence, steps, toldWitness, wordsOf } from '../src/rooms/stability/words.ts'

const CASES = resolve(import.meta.dirname, '../../../cases')
const CLASSICS = readdirSync(join(CASES, 'classics')).map((name) => `classics/${name}`)

/** A text of the catalogue; a key that is not there fails the test. */
const t: Translate = (key, values = {}) => {
  const text = texts[key.replace(/^stability\./, '')]
  if (text === undefined) throw new Error(`no text for ${key}`)
  const said = fill(text, values, 'en')
  expect(said).not.toMatch(/\{\w+\}/)
  return said
}

interface Opened {
  readonly source: Case
  readonly compiled: Compiled
  readonly document: StabilityDocument
}

function open(name: string, inverse?: string): Opened {
  const folder = join(CASES, name)
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.yaml') && !file.startsWith('expected'))
    .map((file) => ({ name: file, text: readFileSync(join(folder, file), 'utf8') }))
  const source = readCase(files).case
  const compiled = source?.graph && compile(source, source.graph)
  if (!source || !compiled?.conflict) throw new Error(`${name} has no graph`)
  const wanted = inverse === undefined ? undefined : compiled.space.find(inverse)
  const result = analyse(compiled, wanted === undefined ? {} : { inverse: wanted })
  const document = stabilityJson({ source, compiled }, result, { hash: '', findings: [] })
  return { source, compiled, document }
}

const elmira = open('classics/elmira', 'YYNNN')
const maitra = open('ukraine/2024-maitra')
const sayIn = ({ source, document }: Opened) => {
  const about = { source, document, t, language: 'en' }
  return { about, words: wordsOf(about), t, count: (n: number | bigint) => String(n) }
}

describe('the document', () => {
  test.each(CLASSICS)('a state of %s holds where every party stays', (name) => {
    const { document } = open(name)
    const standing = standingOf(document)
    for (const state of document.states ?? [])
      for (const concept of standing.defined) {
        const everybody = document.parties.every((party) =>
          standsUnder(standing, state, party).includes(concept)
        )
        expect(passes(standing, { concept, party: undefined }, state)).toBe(everybody)
      }
  })
})

describe('what is drawn', () => {
  test.each(CLASSICS)('the lines of %s are its moves, once each way', (name) => {
    const { compiled, document } = open(name)
    const { conflict, space } = compiled
    const links = linksAmong(compiled, document.states ?? [])
    const drawn = links.flatMap(({ party, from, to, back }) => [
      `${party} ${from} ${to}`,
      ...(back ? [`${party} ${to} ${from}`] : [])
    ])
    const legal = (pick: typeof targets): string[] =>
      conflict.parties.flatMap((party, index) =>
        space
          .states()
          .flatMap((s) =>
            pick(conflict, index, s).map((q) => `${party} ${space.label(s)} ${space.label(q)}`)
          )
      )
    expect(drawn.sort()).toEqual(legal(targets).sort())
    const bold = links
      .filter(({ improving }) => improving)
      .map(({ party, from, to }) => `${party} ${from} ${to}`)
    expect(bold.sort()).toEqual(legal(improvements).sort())
  })

  test('a small graph is drawn whole', () => {
    const shown = shownStates(elmira.document, standingOf(elmira.document), {
      whole: false,
      also: []
    })
    expect(shown).toEqual({ states: elmira.document.states, left: 0 })
  })

  test('of a large graph what is told of is drawn, and what is left out counted', () => {
    const { document } = maitra
    const standing = standingOf(document)
    const { states, left } = shownStates(document, standing, { whole: false, also: ['NNNNNNNNNN'] })
    const every = [...standing.all]
      .filter(([, under]) => under.length === 6)
      .map(([state]) => state)
    const named = Object.values(document.named).map(({ state }) => state)
    expect(states).toEqual(expect.arrayContaining(['NNNNNNNNNN', ...named, ...every]))
    expect(states.length).toBeLessThan(DRAWN_WHOLE)
    expect(new Set(states).size).toBe(states.length)
    expect(states.length + left).toBe(256)
    expect(shownStates(document, standing, { whole: true, also: [] })).toEqual({
      states: document.states,
      left: 0
    })
  })

  test('more than 400 states are never drawn whole', () => {
    const document = { ...maitra.document, feasible: '401' }
    const { states, left } = shownStates(document, standingOf(document), { whole: true, also: [] })
    expect(states.length + left).toBe(401)
    expect(left).toBeGreaterThan(300)
  })

  test('the table begins with the status quo and the named states, and has every state once', () => {
    const order = inOrder(maitra.document, standingOf(maitra.document))
    expect(order.slice(0, 3)).toEqual(['NNNNNNYNNN', 'YNNNYNYNNN', 'YYNYYYNYYY'])
    expect([...order].sort()).toEqual([...(maitra.document.states ?? [])].sort())
  })

  test('a search takes names and patterns', () => {
    expect(finds('', 'YN', undefined)).toBe(true)
    expect(finds('war', 'NY', 'war')).toBe(true)
    expect(finds('war', 'NY', undefined)).toBe(false)
    expect(finds('y?n', 'YYN', undefined)).toBe(true)
    expect(finds('y?n', 'YYY', undefined)).toBe(false)
    expect(finds('?n', 'YYN', undefined)).toBe(false)
  })
})

describe('what is said', () => {
  test.each([...CLASSICS, 'ukraine/2024-maitra'])(
    'states of %s are explained as in its document',
    (name) => {
      const { compiled, document } = open(name)
      const { settings, concepts, witnesses, statusQuo } = document
      const asked = { concepts: settings.concepts.filter((one) => concepts[one]), rules: settings }
      for (const [state, told] of Object.entries(witnesses)) {
        const found = explanationOf(compiled, { ...asked, state })
        expect(JSON.parse(JSON.stringify(found?.witnesses))).toEqual(told)
        const route = statusQuo?.reaches[state]
        if (route) expect(found?.route).toEqual(route)
      }
      expect(explanationOf(compiled, { ...asked, state: 'nowhere' })).toBeUndefined()
    }
  )

  test.each(['classics/chicken', 'classics/us-north-korea-2017', 'ukraine/2024-maitra'])(
    'paths of %s are told in the words of the report',
    (name) => {
      const opened = open(name)
      const { words } = sayIn(opened)
      const about = { source: opened.source, compiled: opened.compiled }
      const report = renderPlain(stabilityReport(about, analyse(opened.compiled)), {
        width: 80
      }).replaceAll(/\s+/g, ' ')
      const told = Object.values(opened.document.statusQuo?.reaches ?? {}).filter(({ path }) =>
        report.includes(`${words.deeds(path)};`)
      )
      expect(told.length).toBeGreaterThan(0)
    }
  )

  test('a party that leaves, one that stays by answers and one that cannot move', () => {
    const { words } = sayIn(elmira)
    const today = elmira.document.witnesses['NYNNN'] ?? {}
    const local = toldWitness(today['local'] ?? {}, 'nash')
    expect(local?.witness.stable).toBe(false)
    expect(steps(words, local?.witness as Witness, { party: 'local', state: 'NYNNN' })[0]).toMatch(
      /^Local government takes “Insist.* \(to deadlock\), gains by it, and no answer leaves it worse off/
    )
    const best = toldWitness(today['local'] ?? {}, 'any')
    expect(best?.witness.stable).toBe(true)
    const lines = steps(words, best?.witness as Witness, { party: 'local', state: 'NYNNN' })
    expect(lines).toHaveLength(3)
    expect(lines[1]).toMatch(/^But then /)
    expect(lines[2]).toMatch(/is no better for it than staying/)
    const settled = elmira.document.witnesses['YNYNY']?.['ministry'] ?? {}
    expect(
      steps(words, toldWitness(settled, 'any')?.witness as Witness, {
        party: 'ministry',
        state: 'YNYNY'
      })
    ).toEqual(['It has no move from here, whatever it prefers.'])
  })

  test('a way says whether every step improves', () => {
    const reaches = elmira.document.statusQuo?.reaches ?? {}
    const { words } = sayIn(elmira)
    expect(routeSentence(words, reaches['NYNNY'] as never)).toBe(
      'Every step is an improvement for who makes it.'
    )
    expect(routeSentence(words, reaches['YNYNY'] as never)).toBe(
      'Not every step is an improvement for who makes it.'
    )
    const longer = { path: [], improvementsOnly: false, byImprovements: [[], [], []] as never }
    expect(routeSentence(words, longer)).toMatch(/ By improvements only it takes 3 steps\.$/)
  })

  test('the summary counts and names what holds', () => {
    const said = summary(sayIn(elmira), elmira.document, standingOf(elmira.document)).join(' ')
    expect(said).toContain(
      '9 states can be. 3 states hold in every sense: abandoned, deadlock and settlement.'
    )
    expect(said).toContain(
      '2 more hold in some sense. The status quo, today, holds only in that every gain can be undone by the others, whatever it costs them (GMR) and every gain can be undone by the others, and a last reply does not help (SMR).'
    )
    const empty = { all: new Map(), of: new Map(), defined: ['nash'] } as const
    expect(summary(sayIn(elmira), elmira.document, empty)).toHaveLength(1)
  })

  test('what becomes of the proposals is said first, with who would leave', () => {
    const { source, document } = maitra
    const { words } = sayIn(maitra)
    const lines = outlook({ source }, { words, standing: standingOf(document) }, document)
    expect(lines).toHaveLength(2)
    const of = (title: string): string | undefined => lines.find((line) => line.includes(title))
    expect(of("The brief's framework")).toMatch(
      /leads to settlement\. It would hold in every sense/
    )
    expect(of('A freeze at the line')).toMatch(
      /leads to freeze\. It would not hold\. .* gains by it/
    )
  })

  test('no state goes by its letters', () => {
    const { source, compiled, document } = maitra
    const { words } = sayIn(maitra)
    const standing = standingOf(document)
    const report = renderPlain(stabilityReport({ source, compiled }, analyse(compiled)))
    const said = [
      ...summary(sayIn(maitra), document, standing),
      report,
      ...(document.states ?? []).map(words.state)
    ]
    expect(said.filter((text) => /[YN]{6}/.test(text))).toEqual([])
    expect(new Set((document.states ?? []).map(words.state)).size).toBe(256)
  })

  test('a filter is put in words', () => {
    const about = { document: elmira.document, standing: standingOf(elmira.document) }
    expect(filtered(sayIn(elmira), about, { concept: 'any', party: undefined })).toBe('')
    expect(filtered(sayIn(elmira), about, { concept: 'nash', party: undefined })).toMatch(
      /^3 states hold in the sense asked: nobody gains by moving alone \(Nash\)/
    )
    expect(filtered(sayIn(elmira), about, { concept: 'nash', party: 'ministry' })).toMatch(
      / of 9, in the sense asked: .*\(Nash\)/
    )
  })

  test('a box is read with its own words first', () => {
    const caption = { label: 'NYNNN', name: 'today', quo: 'status quo' }
    const read = spoken(sayIn(elmira), standingOf(elmira.document), { caption, party: undefined })
    expect(read).toBe(
      'status quo today. Holds in that every gain can be undone by the others, whatever it costs them (GMR) and every gain can be undone by the others, and a last reply does not help (SMR).'
    )
  })

  test('what would make a state hold, in a row for each concept', () => {
    const { inverse } = elmira.document
    if (!inverse) throw new Error('nothing was asked')
    const { words } = sayIn(elmira)
    const rows = swapRows(words, inverse)
    expect(rows.map(({ concept }) => /\((\w+)\)$/.exec(concept)?.[1])).toEqual([
      'Nash',
      'GMR',
      'SMR',
      'SEQ',
      'SSEQ'
    ])
    expect(rows.every(({ swaps }) => /^\d+$|to|least|impossible|holds already/.test(swaps))).toBe(
      true
    )
    expect(sentencesOf(words, inverse).some((line) => line.includes('would have to like'))).toBe(
      true
    )
  })
})

describe('the picture', () => {
  const link = (from: string, to: string, improving = false) => ({
    party: 'a',
    from,
    to,
    improving,
    back: false
  })
  const box = (id: string, x = 0, y = 0) => ({ id, width: 40, height: 20, x, y })

  test('many links leave the places to one for each state', () => {
    const boxes = Array.from({ length: 60 }, (_, k) => box(String(k)))
    const links = boxes.flatMap(({ id }) =>
      boxes
        .slice(0, 4)
        .flatMap((other) => (other.id === id ? [] : [link(other.id, id, other.id === '3')]))
    )
    const picked = deciding({ boxes, links })
    expect(links.length).toBeGreaterThan(150)
    expect(new Set(picked.map((k) => links[k]?.to)).size).toBe(picked.length)
    expect(picked).toHaveLength(59)
    expect(deciding({ boxes, links: links.slice(0, 150) })).toHaveLength(150)
    expect(toElk({ boxes, links }).edges).toHaveLength(59)
  })

  test('a line that was not routed runs from rim to rim', () => {
    const sketch = { boxes: [box('a'), box('b')], links: [link('a', 'b')] }
    const children = [box('a', 0, 0), box('b', 0, 100)]
    const laid = readElk({ id: 'graph', width: 40, height: 120, children }, sketch)
    expect(laid.lines).toEqual([
      [
        { x: 20, y: 20 },
        { x: 20, y: 100 }
      ]
    ])
  })

  test('an arrow leads to a state that lies its way, and from every state but the last one further', () => {
    const boxes = [box('a', 0, 0), box('b', 100, 10), box('c', 0, 100)]
    expect(toward(boxes, 'a', [1, 0])).toBe('b')
    expect(toward(boxes, 'a', [0, 1])).toBe('c')
    expect(toward(boxes, 'a', [-1, 0])).toBeUndefined()
    expect(toward(boxes, 'nowhere', [1, 0])).toBe('a')
    const at = fc.tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 500 }))
    fc.assert(
      fc.property(fc.array(at, { minLength: 2, maxLength: 8 }), (points) => {
        const all = points.map(([x, y], k) => box(String(k), x, y))
        const found = toward(all, '0', [1, 0])
        const right = all.filter(({ x }) => x > (all[0]?.x ?? 0) + 1)
        expect(found === undefined).toBe(right.length === 0)
        if (found !== undefined) expect(right.map(({ id }) => id)).toContain(found)
      }),
      { numRuns: 200 }
    )
  })

  test('a line begins and ends where it was laid, and its head points at its end', () => {
    const line = [
      { x: 0, y: 0 },
      { x: 0, y: 50 },
      { x: 50, y: 100 }
    ]
    expect(pathOf(line)).toMatch(/^M0 0L0 42Q0 50 .*L50 100$/)
    expect(
      headOf(
        [
          { x: 0, y: 0 },
          { x: 0, y: 50 }
        ],
        10
      )
    ).toMatch(/^0,50 /)
    expect(pathOf([])).toBe('')
  })

  test('a box has room for its words, and movers have lines of their own', () => {
    expect(boxOf({ label: 'NN' }).height).toBeLessThan(
      boxOf({ label: 'NN', name: 'war', quo: 'status quo' }).height
    )
    expect(boxOf({ label: 'NNNNNNNNNN' }).width).toBeGreaterThan(boxOf({ label: 'NN' }).width)
    const parties = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
    expect(new Set(parties.map((party) => dashOf(parties, party))).size).toBe(8)
  })
})
