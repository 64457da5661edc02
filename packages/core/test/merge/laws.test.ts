import { mergeCase } from '@truce/core/merge'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { tried } from '../laws.ts'
import type { Plain, PlainMap } from './random-texts.ts'
import { edited, plain, textOf } from './random-texts.ts'

const trial = { seed: 20261, runs: 17, seeds: 59 }
const salt = fc.integer({ min: 0, max: 1000 })

const three = plain.chain((base) =>
  fc.record({ base: fc.constant(base), mine: edited(base), theirs: edited(base) })
)
const styles = fc.record({
  base: salt,
  mine: fc.option(salt, { nil: undefined }),
  theirs: fc.option(salt, { nil: undefined }),
  kept: salt,
  own: salt,
  other: salt
})
const texts = fc.tuple(three, styles).map(([values, style]) => {
  const kept = { who: 'both', salt: style.kept }
  return {
    values,
    base: textOf(values.base, { brackets: style.base, remarks: [kept] }),
    mine: textOf(values.mine, {
      brackets: style.mine ?? style.base,
      remarks: [kept, { who: 'mine', salt: style.own }]
    }),
    theirs: textOf(values.theirs, {
      brackets: style.theirs ?? style.base,
      remarks: [kept, { who: 'theirs', salt: style.other }]
    })
  }
})

const file = (text: string) => [{ name: 'case.yaml', text }]
const merged = (base: string, mine: string, theirs: string, chosen?: ReadonlySet<string>) =>
  mergeCase({ base: file(base), mine: file(mine), theirs: file(theirs) }, chosen)
const textIn = (result: ReturnType<typeof mergeCase>): string => result.files[0]?.text ?? ''
const said = (text: string): PlainMap => parse(text, { schema: 'core' }) as PlainMap

/** Every field by its way; a list of entries by their ids, any other value as one. */
function fields(value: Plain, way = ''): ReadonlyMap<string, string> {
  const parts =
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((one) => typeof one === 'object' && one !== null && 'id' in one)
      ? value.map((one) => [String((one as PlainMap)['id']), one as Plain] as const)
      : typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.entries(value)
        : undefined
  if (!parts) return new Map([[way, JSON.stringify(value)]])
  return new Map(parts.flatMap(([name, one]) => [...fields(one, `${way}/${name}`)]))
}

/** Whether a way is that of a conflict, above it or below. */
const isNear = (way: string, ats: readonly string[]): boolean =>
  ats.some((at) => `${way}/`.startsWith(`/${at}/`) || `/${at}/`.startsWith(`${way}/`))

const remarks = (text: string, who: string): readonly string[] =>
  text.match(new RegExp(`# ${who} .*`, 'g'))?.map((one) => one.trim()) ?? []

describe('what a merge means', () => {
  it('is mine where theirs changed nothing, and theirs byte for byte where mine did not', () =>
    tried(
      fc.property(texts, ({ base, mine, theirs }) => {
        expect(textIn(merged(base, mine, base))).toBe(mine)
        expect(merged(base, base, theirs)).toMatchObject({ files: file(theirs), conflicts: [] })
      }),
      trial
    ))

  it('has no conflict where both made the same change', () =>
    tried(
      fc.property(texts, ({ base, mine, values: { mine: value } }) => {
        const other = textOf(value, { brackets: 7, remarks: [] })
        const { conflicts, files } = merged(base, mine, other)
        expect(conflicts).toEqual([])
        expect(fields(said(files[0]?.text ?? ''))).toEqual(fields(value))
      }),
      trial
    ))

  it('has each field as the side that changed it has it; what both changed is a conflict', () =>
    tried(
      fc.property(texts, ({ base, mine, theirs, values }) => {
        const result = merged(base, mine, theirs)
        const ats = result.conflicts.map(({ at }) => at)
        const [b, m, t] = [fields(values.base), fields(values.mine), fields(values.theirs)]
        const now = fields(said(textIn(result)))
        for (const way of new Set([...b.keys(), ...m.keys(), ...t.keys(), ...now.keys()])) {
          const [was, own, other] = [b.get(way), m.get(way), t.get(way)]
          if (isNear(way, ats)) expect([way, now.get(way)]).toEqual([way, other])
          else expect([way, now.get(way)]).toEqual([way, own === was ? other : own])
        }
        // A conflict is where both differ from the base, and from one another.
        for (const { base: was, mine: own, theirs: other } of result.conflicts) {
          expect(own).not.toEqual(was)
          expect(other).not.toEqual(was)
        }
      }),
      trial
    ))

  it('loses no changed field of mine: it is in the text or among the conflicts', () =>
    tried(
      fc.property(texts, ({ base, mine, theirs, values }) => {
        const result = merged(base, mine, theirs)
        const ats = result.conflicts.map(({ at }) => at)
        const [b, m] = [fields(values.base), fields(values.mine)]
        const now = fields(said(textIn(result)))
        for (const way of new Set([...b.keys(), ...m.keys()]))
          if (b.get(way) !== m.get(way) && now.get(way) !== m.get(way))
            expect([way, isNear(way, ats)]).toEqual([way, true])
      }),
      trial
    ))

  it('has mine at every conflict where mine is chosen', () =>
    tried(
      fc.property(texts, ({ base, mine, theirs, values }) => {
        const { conflicts } = merged(base, mine, theirs)
        const result = merged(base, mine, theirs, new Set(conflicts.map(({ key }) => key)))
        expect(result.conflicts.every(({ taken }) => taken === 'mine')).toBe(true)
        const m = fields(values.mine)
        const now = fields(said(textIn(result)))
        for (const way of new Set([...m.keys(), ...now.keys()]))
          if (conflicts.some(({ at }) => `${way}/`.startsWith(`/${at}/`)))
            expect([way, now.get(way)]).toEqual([way, m.get(way)])
      }),
      trial
    ))

  it('is the same from either side where there is no conflict', () =>
    tried(
      fc.property(texts, ({ base, mine, theirs }) => {
        const result = merged(base, mine, theirs)
        if (result.conflicts.length > 0) return
        const other = merged(base, theirs, mine)
        expect(other.conflicts).toEqual([])
        expect(fields(said(textIn(other)))).toEqual(fields(said(textIn(result))))
      }),
      trial
    ))

  it('keeps the remarks that each side made', () =>
    tried(
      fc.property(texts, ({ base, mine, theirs }) => {
        const result = merged(base, mine, theirs)
        if (result.conflicts.some(({ what }) => what === 'file')) return
        const text = textIn(result)
        for (const one of [...remarks(mine, 'mine'), ...remarks(theirs, 'theirs')])
          expect(text).toContain(one)
        for (const one of remarks(mine, 'both'))
          if (remarks(theirs, 'both').includes(one)) expect(text).toContain(one)
      }),
      trial
    ))

  it('never takes a file as a whole where fields can be written', () =>
    tried(
      fc.property(texts, ({ base, mine, theirs }) => {
        for (const { what } of merged(base, mine, theirs).conflicts) expect(what).not.toBe('file')
      }),
      trial
    ))
})
