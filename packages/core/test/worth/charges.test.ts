import { describe, expect, test } from 'vitest'
import { gainsOf } from '../../src/bargaining/index.ts'
import { readCase } from '../../src/case/read.ts'
import { dealSpace } from '../../src/check/case-deal-space.ts'
import type { Case, Stance } from '../../src/model/case.ts'
import type { Judgement } from '../../src/model/judgement.ts'
import { extremes } from '../../src/worth/interval.ts'
import { Judge } from '../../src/worth/judge.ts'
import { plainOffers } from '../../src/worth/offers.ts'
import { pinned } from '../../src/worth/pinned.ts'
import { centralPoint, ScalarWorth } from '../../src/worth/scalar.ts'

/** Upland values water alone; a fear hangs on the dam, in which it has no interest. */
const river = (noDeal: string): string => `
truce: 1
title: A small river
as-of: 2024-06-15
required: [upland]
sources: {talks: {title: Minutes, kind: statement}}
scenarios:
  well: {title: The war goes well, p: 0.25, source: talks}
parties: {upland: {name: Upland, kind: state, role: belligerent}}
issues:
  water: {title: Water, options: {third: A third, half: Half}}
  dam: {title: Dam, options: {built: Built, lower: Lower, none: None}}
stances:
  upland:
    interests: {water: {weight: 3, values: {third: 80, half: 40}, source: talks}}
    no-deal: {source: talks, ${noDeal}}
proposals:
  draft: {title: A draft, terms: {water: half, dam: none}}
`

function read(noDeal: string): Case {
  const { case: found, diagnostics } = readCase([{ name: 'case.yaml', text: river(noDeal) }])
  if (!found) throw new Error(diagnostics.map(({ message }) => message).join('; '))
  return found
}

const FEAR =
  'base: 30, ledger: [{id: always, toward: stop, worth: 2}, {id: fear, toward: continue, worth: [4, 8], when: {not: {dam: built}}}]'

describe('an entry that counts only against some packages', () => {
  const source = read(FEAR)
  const stance = source.stances.get('upland') as Stance
  const judge = Judge.central(source)
  const worth = new ScalarWorth(stance, source, centralPoint(source))
  const space = dealSpace(judge, { parties: ['upland'], excluded: [] })

  // value - (30 - 2) - fear, the fear 6 at its centre unless the dam is built
  test.each([
    ['third', 'built', 52, [52, 52]],
    ['third', 'lower', 46, [44, 48]],
    ['half', 'none', 6, [4, 8]],
    ['half', 'built', 12, [12, 12]]
  ] as const)('%s, %s: gain, guarantee, scalar and deal space say %d', (water, dam, gain, ends) => {
    const offers = plainOffers(new Map(Object.entries({ water, dam })))
    expect(judge.gain('upland', offers)[0]).toBeCloseTo(gain, 9)
    expect(worth.offers(offers) - worth.noDeal()).toBeCloseTo(gain, 9)
    const { low, high } = extremes(offers, 'no-deal', { stance, source })
    expect([low, high]).toEqual([expect.closeTo(ends[0], 9), expect.closeTo(ends[1], 9)])
    const choice = space.issues.map(({ id, options }) => options.indexOf({ water, dam }[id] ?? ''))
    const units = gainsOf(space, choice)[0] as number
    expect(units / (space.unitsPerPoint[0] as number)).toBeCloseTo(gain, 9)
  })

  test('on an issue left open counts with its mean over the options', () => {
    // 80 - (30 - 2), less 6 under two of the three options of the dam
    const offers = plainOffers(new Map([['water', 'third']]))
    expect(worth.offers(offers) - worth.noDeal()).toBeCloseTo(48, 9)
  })

  test('held at another number moves the gain only of packages that meet it', () => {
    const fear = stance.noDeal?.ledger.find(({ id }) => id === 'fear')?.worth as Judgement
    for (const [dam, gain] of [
      ['built', 12],
      ['none', 11]
    ] as const) {
      const offers = plainOffers(new Map(Object.entries({ water: 'half', dam })))
      const held = pinned(judge.gainOf('upland'), offers, fear).gain({
        held: Float64Array.of(1),
        gain: judge.gain('upland', offers),
        into: new Float64Array(1)
      })
      expect(held[0]).toBeCloseTo(gain, 9)
    }
  })

  test('between two packages that meet it the entry cancels', () => {
    const [one, other] = ['lower', 'none'].map((dam) =>
      plainOffers(new Map(Object.entries({ water: 'half', dam })))
    )
    if (!one || !other) throw new Error('two packages')
    const { low, high } = extremes(one, other, { stance, source })
    expect([low, high]).toEqual([expect.closeTo(0, 9), expect.closeTo(0, 9)])
  })

  test('no deal itself is without it', () => {
    expect(judge.gainOf('upland').noDeal()[0]).toBeCloseTo(28, 9)
  })
})

test('base, entries and the chances of outcomes may be given by scenario', () => {
  const ranges = read(
    'base: [{if: {scenario: well}, is: 70}, 30], ledger: [{id: losses, toward: stop, worth: [{if: {scenario: well}, is: 1}, 5]}]'
  )
  const outcomes = read(
    'base: {outcomes: [{p: [{if: {scenario: well}, is: 0.9}, 0.2], terms: {water: third}}, {p: [{if: {scenario: well}, is: 0.1}, 0.8], terms: {water: half}}]}'
  )
  const values = (source: Case): readonly number[] => {
    const judge = Judge.random(source, { draws: 200, seed: 1, dependence: 'independent' })
    const rounded = [...judge.gainOf('upland').noDeal()].map(
      (value) => Math.round(value * 1e6) / 1e6
    )
    return [...new Set(rounded)].sort((a, b) => a - b)
  }
  expect(values(ranges)).toEqual([25, 69])
  // 0.2 * 80 + 0.8 * 40, and 0.9 * 80 + 0.1 * 40
  expect(values(outcomes)).toEqual([48, 76])
})
