import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readCase } from '@truce/core'
import { describe, expect, it } from 'vitest'
import { STARTING_CASE } from '../../cli/src/commands/new.ts'
import { stretchOf } from '../src/state/pointer.ts'
import { CannotSet, setAt } from '../src/state/yaml-edit.ts'

const files = Object.entries(STARTING_CASE).map(([name, text]) => ({ name, text }))
const FLAGSHIP = 'cases/ukraine/2024-maitra'
const flagship = readdirSync(FLAGSHIP, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => ({ name, text: readFileSync(join(FLAGSHIP, name), 'utf8') }))

/** The lines that a change took away and put there, file by file. */
function changed(
  at: string,
  value: unknown,
  before = files
): { readonly gone: readonly string[]; readonly come: readonly string[] } {
  const lines = (texts: typeof files): readonly string[] =>
    texts.flatMap(({ text }) => text.split('\n'))
  const [old, now] = [lines(before), lines([...setAt(before, at, value)])]
  return {
    gone: old.filter((line) => !now.includes(line)),
    come: now.filter((line) => !old.includes(line))
  }
}

describe('setting a place of the text', () => {
  it('changes a value in brackets and nothing else', () => {
    expect(changed('stances/upland/interests/dam/weight', [10, 20])).toEqual({
      gone: [
        '      dam: {weight: [30, 50, 60], values: {built: 100, lower: [50, 60, 75], none: [0, 10, 25]}, source: talks}'
      ],
      come: [
        '      dam: {weight: [10, 20], values: {built: 100, lower: [50, 60, 75], none: [0, 10, 25]}, source: talks}'
      ]
    })
  })

  it('keeps the comment behind a value', () => {
    expect(changed('issues/dam/if-silent', 'lower').come).toEqual([
      '    if-silent: lower          # what a draft that says nothing about the dam means'
    ])
  })

  it('finds an item of a list by its id, or by its number', () => {
    const byId = setAt(files, 'stances/upland/redlines/no-ban/firmness', 0.5)
    expect(byId).toEqual(setAt(files, 'stances/upland/redlines/0/firmness', 0.5))
    expect(byId[1]?.text).toContain('firmness: 0.5, since: 2019')
  })

  it('adds a key in brackets and on a line of its own', () => {
    expect(changed('proposals/halves/terms/extra', 'yes').come[0]).toContain(
      'terms: {water: half, dam: lower, extra: yes}'
    )
    expect(
      changed('proposals/third', { title: 'A, b: c', by: 'talks', terms: { water: 'third' } }).come
    ).toEqual(['  third: {title: "A, b: c", by: talks, terms: {water: third}}'])
  })

  it('quotes what would otherwise read as something else', () => {
    for (const value of [
      'no',
      'a: b',
      'a, b',
      '- x',
      '[',
      '#',
      'true',
      '12',
      '',
      ' x ',
      'a\nb',
      '"',
      "it's",
      'null',
      '~'
    ])
      expect(readCase(setAt(files, 'title', value)).title).toBe(value)
  })

  it('takes an entry away', () => {
    const { sound, case: source } = readCase(setAt(files, 'proposals/more-water', undefined))
    expect([sound, source?.proposals.map(({ id }) => id)]).toEqual([true, ['halves']])
    expect(setAt(files, 'proposals/nothing-here', undefined)).toBe(files)
  })

  it('goes to the file in which the pointer leads deepest', () => {
    const [text, stances] = setAt(files, 'stances/lowland/no-deal/base', [1, 2])
    expect(text).toBe(files[0])
    expect(stances?.text).toContain(
      'base: [1, 2], source: ours, because: what the river brings today'
    )
  })

  it('refuses where nothing can stand, and where the text cannot be read', () => {
    expect(() => setAt(files, 'title/deeper', 1)).toThrow(CannotSet)
    expect(() => setAt([{ name: 'case.yaml', text: 'a: [1' }], 'a', 1)).toThrow(CannotSet)
  })

  it('changes every number of the flagship in its own line only', () => {
    const source = readCase(flagship).case
    const places = [...(source?.stances.values() ?? [])].flatMap(
      ({ interests, redlines, noDeal }) => [
        ...interests.map(({ weight }) => weight.at),
        ...redlines.map(({ firmness }) => firmness.at),
        ...(noDeal?.ledger.map(({ worth }) => worth.at) ?? [])
      ]
    )
    expect(places.length).toBeGreaterThan(50)
    for (const at of places) {
      const { gone, come } = changed(at, [0.125, 0.25, 0.375], flagship)
      expect(gone.length, at).toBeLessThanOrEqual(1)
      expect(come.join(), at).toContain('[0.125, 0.25, 0.375]')
    }
  })
})

describe('the stretch of a place', () => {
  it('is where core finds it, key included', () => {
    const reading = readCase(flagship)
    for (const { at, redlines } of reading.case?.stances.values() ?? []) {
      for (const place of [at, ...redlines.map((redline) => redline.at)]) {
        const [stretch, span] = [stretchOf(flagship, place), reading.spanOf(place)]
        expect(stretch).toMatchObject({ file: span.file, end: span.end })
        expect(stretch?.start).toBeLessThanOrEqual(span.start)
      }
    }
  })

  it('is that of what is nearest where a place is not there', () => {
    expect(stretchOf(files, 'stances/upland/nothing')).toEqual(stretchOf(files, 'stances/upland'))
  })
})
