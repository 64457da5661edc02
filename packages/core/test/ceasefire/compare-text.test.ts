import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { askAgreement, NoAgreement } from '../../src/ask/compare-agreement.ts'
import { ANSWER_STATES, compareText } from '../../src/ceasefire/index.ts'
import { tried } from '../laws.ts'
import { LEARNT_TEXTS, READ_TEXTS, readBy, UNSEEN_TEXTS } from './texts/labels.ts'

const textOf = (name: string): string =>
  readFileSync(join(import.meta.dirname, 'texts', name), 'utf8')

/** What the program finds, by `CF001 instant`. */
const found = (text: string): ReadonlyMap<string, string> =>
  new Map(
    compareText(text).questions.flatMap(({ rule, parts }) =>
      parts.map(({ id, state }) => [`${rule} ${id}`, state] as const)
    )
  )

function rates(names: readonly (typeof READ_TEXTS)[number][]) {
  let [right, wrong, missed, same, all] = [0, 0, 0, 0, 0]
  for (const name of names) {
    const [program, reader] = [found(textOf(name)), readBy(name)]
    for (const [part, state] of reader) {
      const said = program.get(part)
      all++
      if (said === state) same++
      if (said === 'answered' && state === 'answered') right++
      else if (said === 'answered') wrong++
      else if (state === 'answered') missed++
    }
  }
  return { right, wrong, missed, same, all }
}

describe('a text that is asked what every ceasefire text is asked', () => {
  it('is read as a reader read it, as often as the method page says', () => {
    const [learnt, unseen] = [rates(LEARNT_TEXTS), rates(UNSEEN_TEXTS)]
    const page = readFileSync(
      join(import.meta.dirname, '../../../../docs/method/compare.md'),
      'utf8'
    )
    const row = ({ right, wrong, missed, same, all }: typeof learnt): string =>
      `${right} of ${right + wrong} | ${right} of ${right + missed} | ${same} of ${all}`
    expect(page).toContain(row(learnt))
    expect(page).toContain(row(unseen))
  })

  it('shows the line of each place, and the words that were gone by stand near it', () => {
    for (const name of READ_TEXTS) {
      const lines = textOf(name).split('\n')
      for (const { parts } of compareText(textOf(name)).questions)
        for (const { places } of parts)
          for (const { line, cues } of places) {
            const near = lines
              .slice(Math.max(0, line - 6), line + 8)
              .join(' ')
              .replace(/[>*_]|\s+/g, ' ')
              .replace(/ +/g, ' ')
            for (const cue of cues) expect(near, `${name}:${line}`).toContain(cue)
            expect(cues.some((cue) => lines[line - 1]?.includes(cue.split(' ')[0] ?? ''))).toBe(
              true
            )
          }
    }
  })

  it('answers no less when a clause is added', () => {
    const clauses = READ_TEXTS.flatMap((name) =>
      textOf(name)
        .split(/\n\n+/)
        .map((one) => one.trim())
    )
    const rank = (state: string | undefined): number =>
      (ANSWER_STATES as readonly (string | undefined)[]).indexOf(state)
    const some = fc.array(fc.constantFrom(...clauses), { minLength: 1, maxLength: 6 })
    tried(
      fc.property(some, fc.constantFrom(...clauses), fc.nat(6), (before, added, place) => {
        const at = Math.min(place, before.length)
        // An item of a list is read with its lead: between the two nothing is added.
        fc.pre(!/:$/.test(before[at - 1] ?? '') && !/:$/.test(added))
        const after = [...before.slice(0, at), added, ...before.slice(at)]
        const [less, more] = [found(before.join('\n\n')), found(after.join('\n\n'))]
        for (const [part, state] of less)
          expect(rank(more.get(part)), part).toBeGreaterThanOrEqual(rank(state))
      }),
      { seed: 20_301, runs: 15, seeds: 4 }
    )
  })

  it('takes what is put off, denied or in brackets for no answer', () => {
    const state = (text: string, part: string): string | undefined => found(text).get(part)
    const answered = 'The monitors have freedom of movement in the whole zone.'
    expect(state(answered, 'CF012 movement')).toBe('answered')
    expect(state('There is no freedom of movement for monitors.', 'CF012 movement')).toBe('unclear')
    expect(state('The monitors have [freedom of movement].', 'CF012 movement')).toBe('unclear')
    expect(state('They have [to be agreed: freedom of movement].', 'CF012 movement')).toBe('absent')
    expect(
      state(
        'How long the ceasefire remains in force is to be agreed later by the parties.',
        'CF025 duration'
      )
    ).toBe('unclear')
  })

  it('finds figures with their unit, value and zone', () => {
    const { figures } = compareText(
      'Article 2\n1. Guns of 152 mm go back 7.5 km within seventy-two (72) hours,\nat 08:00 Kyiv time on 15 February 2015, not 22:00.'
    )
    expect(figures.map(({ kind, value, zone, line }) => [kind, value, zone, line])).toEqual([
      ['calibre', 152, undefined, 2],
      ['distance', 7.5, undefined, 2],
      ['deadline', 72, undefined, 2],
      ['clock', undefined, 'Kyiv time', 3],
      ['date', undefined, undefined, 3],
      ['clock', undefined, undefined, 3]
    ])
  })

  it('refuses what is no text', () => {
    expect(() => askAgreement('', 'a')).toThrow(NoAgreement)
    expect(() => askAgreement(' \n', 'a')).toThrow(NoAgreement)
    expect(() => askAgreement('a\u0000b', 'a')).toThrow(NoAgreement)
  })
})
