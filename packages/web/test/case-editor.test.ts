import { caseJsonSchema } from '@truce/core/case'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cursorAt } from '../src/rooms/case/editor/cursor.ts'
import { changeBetween, Echoes } from '../src/rooms/case/editor/echoes.ts'
import { lintsOf } from '../src/rooms/case/editor/lints.ts'
import { CaseSchema } from '../src/rooms/case/editor/names.ts'
import type { Schema } from '../src/rooms/case/editor/schema.ts'
import { offers } from '../src/rooms/case/editor/schema.ts'
import { FILES, head, reading } from './case-fixture.ts'

describe('the text editor', () => {
  const schema = caseJsonSchema(reading.names) as Schema
  /** What is offered where `|` stands. */
  const offered = (text: string): readonly string[] => {
    const cursor = cursorAt(text.replace('|', ''), text.indexOf('|'))
    return cursor ? offers(schema, cursor).map(({ label }) => label) : []
  }
  it('offers the keys that are not there yet, in blocks and between brackets', () => {
    const keys = offered('parties:\n  up:\n    name: U\n    k|\n    role: belligerent\n')
    expect(keys).toContain('kind')
    expect(keys).not.toContain('name')
    expect(offered('sources:\n  a: {title: T, ki|}\n')).toContain('kind')
    expect(offered('|')).toContain('stances')
  })
  it('offers the ids of the case where they may stand', () => {
    expect(offered('polls:\n  p:\n    source: |\n')).toEqual(['talks', 'ours'])
    expect(offered('required: [up, l|]\n')).toContain('low')
    expect(offered('stances:\n  |\n')).toEqual(expect.arrayContaining(['up', 'low']))
    expect(
      offered(
        'stances:\n  up:\n    interests:\n      water:\n        values:\n          third: 0\n          |\n'
      )
    ).toEqual(['half', 'full'])
    expect(
      offered('stances:\n  up:\n    redlines:\n      - id: a\n        never: {w|\n')
    ).toContain('water')
  })
  it('offers enumerations, and in a list what an entry may begin with', () => {
    expect(offered('sources:\n  a: {kind: st|}\n')).toContain('statement')
    expect(offered('stances:\n  up:\n    redlines:\n      - |\n')).toContain('id')
  })
  it('offers nothing in comments and texts, where an apostrophe opens no quote', () => {
    expect(cursorAt('# tit', 5)).toBeUndefined()
    expect(cursorAt('title: "a ti', 12)).toBeUndefined()
    expect(cursorAt('title: Upland and ti', 20)).toBeUndefined()
    expect(offered("sources:\n  a: {title: Upland's, ki|}\n")).toContain('kind')
  })
  it('remembers the names of a file that is broken for the moment', () => {
    const known = new CaseSchema()
    const whole = known.of(FILES)
    expect(
      known.of([{ name: 'case.yaml', text: `${head}x: [` }, FILES[1] as (typeof FILES)[1]])
    ).toBe(whole)
  })
  it('lays one text over another with the least change', () => {
    const few = fc
      .array(fc.constantFrom('a', 'b', '\n'), { maxLength: 8 })
      .map((letters) => letters.join(''))
    fc.assert(
      fc.property(few, few, (before, after) => {
        const change = changeBetween(before, after)
        const made = change
          ? before.slice(0, change.from) + change.insert + before.slice(change.to)
          : before
        expect(made).toBe(after)
      }),
      { numRuns: 300 }
    )
    expect(changeBetween('abcd', 'abXcd')).toEqual({ from: 2, to: 2, insert: 'X' })
  })
  it('takes no letters away while the page is behind, and lets an undo through', () => {
    const echoes = new Echoes()
    echoes.send('a')
    echoes.send('ab')
    echoes.send('abc')
    expect(echoes.isEcho('ab', 'abc')).toBe(true)
    expect(echoes.isEcho('abc', 'abc')).toBe(true)
    expect(echoes.isEcho('ab', 'abc')).toBe(false)
    expect(echoes.isEcho('other', 'abc')).toBe(false)
  })
  it('underlines the findings of its own file, inside the text', () => {
    const place = {
      file: 'case.yaml',
      line: 1,
      column: 1,
      endLine: 1,
      endColumn: 2,
      start: 8,
      end: 40
    }
    const finding = {
      code: 'SC001',
      severity: 'note',
      message: 'm',
      why: [],
      related: [],
      sources: [],
      place
    } as const
    expect(lintsOf([finding], 'case.yaml', 10)).toMatchObject([
      { from: 8, to: 10, severity: 'info' }
    ])
    expect(lintsOf([finding], 'other.yaml', 10)).toEqual([])
  })
})
