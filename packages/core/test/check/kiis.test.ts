import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { check } from '../../src/check/check.ts'
import { normalCdf } from '../../src/draws/quantile.ts'
import { pooled } from '../../src/worth/ratification.ts'
import { caseIn } from '../folder.ts'
import { sigma } from '../oracle/acceptance.ts'

const source = caseIn('ukraine/2025-kiis-packages')
const PACKAGES = ['russian-plan', 'us-plan', 'european-ukrainian-plan']

test('the packages of May 2025 stand in the published order, and the two rejected ones are dead on arrival', () => {
  const { proposals } = check(source, { repairs: 0 })
  const found = PACKAGES.map(
    (id) => proposals.find((one) => one.proposal.id === id) as (typeof proposals)[number]
  )
  const margins = found.map(({ parties }) => parties.get('ukraine')?.ratified.margin as number)
  expect(margins[0]).toBeLessThan(margins[1] as number)
  expect(margins[1]).toBeLessThan(margins[2] as number)
  expect(found.map(({ verdict }) => verdict)).toEqual([
    'dead-on-arrival',
    'dead-on-arrival',
    'contested'
  ])
  for (const { walkers } of found.slice(0, 2))
    expect(walkers[0]).toMatchObject({ party: 'ukraine', over: 'ratification' })
})

const data = process.env['TRUCE_DATA']
const table = join(data ?? '', 'polls', 'polls_transcribed.csv')

test.skipIf(!data || !existsSync(table))('the polls carry the transcribed figures', () => {
  const lines = readFileSync(table, 'utf8').split('\n')
  const answers = {
    easily: 'Easily acceptable',
    'with-difficulty': 'Difficult but acceptable',
    unacceptable: 'Completely unacceptable'
  }
  for (const [id, series] of Object.entries({
    'kiis-2025-05-russian': 'RU',
    'kiis-2025-05-us': 'US',
    'kiis-2025-05-european-ukrainian': 'EU-UA'
  })) {
    const published = Object.entries(answers).map(([answer, words]) => {
      const line = lines.find(
        (one) => one.startsWith(`KIIS_PACKAGE_${series},`) && one.includes(words)
      )
      return [answer, Number(/,(\d+),https?:/.exec(line ?? '')?.[1])]
    })
    expect([...(source.polls.get(id)?.answers ?? [])], id).toEqual(published)
  }
})

test.each([
  { s: 0.53, threshold: 0.5, n: 1000, house: 0.02, drift: 0.03, p: 0.777 },
  { s: 0.45, threshold: 0.5, n: 800, house: undefined, drift: undefined, p: 0.0022 },
  { s: 0.62, threshold: 2 / 3, n: 1200, house: 0.02, drift: 0.04, p: 0.1597 }
])(
  'the chance that a body ratifies: $s against $threshold',
  ({ s, threshold, n, house, drift, p }) => {
    const errors = house === undefined ? [] : [house, drift as number]
    expect(normalCdf((s - threshold) / sigma(s, n, errors))).toBeCloseTo(p, 4)
  }
)

test('rows that read one poll twice say no more than one row', () => {
  const one = { share: 0.52, sigma: 0.04, shared: 0, parts: [{ poll: 'a', slope: 0.04 }] }
  const other = { share: 0.52, sigma: 0.04, shared: 0, parts: [{ poll: 'b', slope: 0.04 }] }
  expect(pooled([one, one]).sigma).toBeCloseTo(0.04, 12)
  expect(pooled([one, other]).sigma).toBeCloseTo(0.04 / Math.SQRT2, 12)
})

test('what all polls of a question miss together does not average away', () => {
  const polls = Array.from({ length: 400 }, (_, i) => ({
    share: 0.6,
    sigma: 0.05,
    shared: 0.03,
    parts: [{ poll: `p${i}`, slope: 0.05 }]
  }))
  // 0.04 of each is its own: 0.04/20 after 400 polls.
  expect(pooled(polls).sigma).toBeCloseTo(Math.hypot(0.03, 0.002), 12)
  const drawn = pooled(polls.slice(0, 7))
  expect(Math.hypot(...drawn.parts.map(({ slope }) => slope))).toBeCloseTo(drawn.sigma, 12)
})
