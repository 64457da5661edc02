import { expect, test } from 'vitest'
import { readCase } from '../../src/case/read.ts'
import type { CheckOptions } from '../../src/check/check.ts'
import { check } from '../../src/check/check.ts'
import type { CheckResult } from '../../src/check/check-result.ts'
import { exampleText } from '../../src/diagnostic/example.ts'

/** The example case with some keys changed, judged. */
function judged(keys: Readonly<Record<string, string>>, options: CheckOptions = {}): CheckResult {
  const {
    case: source,
    sound,
    diagnostics
  } = readCase([{ name: 'case.yaml', text: exampleText(keys) }])
  if (!source || !sound)
    throw new Error(diagnostics.map(({ code, message }) => `${code} ${message}`).join('\n'))
  return check(source, { draws: 500, ...options })
}

const stances = (upland: string, lowland = ''): string => `
    upland:
      interests:
        water: {weight: 1, values: {third: 100, half: 70, full: 0}, source: talks}
      no-deal: {base: [20, 30, 40], source: talks}
      ${upland}
    lowland:
      interests:
        water: {weight: 1, values: {third: 0, half: 60, full: 100}, source: talks}
      no-deal: {base: [10, 20, 30], source: talks}
      ${lowland}`

test('a firmness whose middle is 0.9 is firm, whatever binary fractions make of it', () => {
  const redlines =
    'redlines: [{id: no-half, never: {water: half}, firmness: [0.85, 0.95], source: talks}]'
  expect(judged({ stances: stances(redlines) }).proposals[0]?.verdict).toBe('dead-on-arrival')
})

test('both readings of dependence are given, whichever is asked for', () => {
  const wide = stances('', '').replace('half: 60', 'half: [10, 20, 60]')
  const [apart, together] = (['independent', 'party'] as const).map(
    (dependence) => judged({ stances: wide }, { dependence }).proposals[0]?.joint
  )
  expect(apart?.p).toBe(apart?.apart)
  expect(together?.p).toBe(together?.together)
  expect([apart?.together, together?.apart]).toEqual([together?.p, apart?.p])
})

test('outcomes whose chances may all be zero give no number that is none', () => {
  const noDeal =
    'no-deal: {base: {outcomes: [{p: [0, 1], terms: {water: third}}, {p: [0, 1], terms: {water: full}}]}, source: talks}'
  const changed = stances('').replace('no-deal: {base: [20, 30, 40], source: talks}', noDeal)
  const gain = judged({ stances: changed }).proposals[0]?.parties.get('upland')?.gain
  expect([gain?.low, gain?.high]).toEqual([-30, 70])
})

test('a no-deal that is silent on an issue is read as silence says, and its values can turn the verdict', () => {
  const issues = (silent: string): string => `
    water: {title: Water, ordered: true, options: {third: A third, half: One half, full: All of it}${silent}}`
  const values = (noDeal: string): string =>
    stances('')
      .replace('third: 100, half: 70', 'third: [0, 100], half: 70')
      .replace('no-deal: {base: [20, 30, 40], source: talks}', noDeal)
  const hinges = (issue: string, noDeal: string): readonly string[] =>
    judged({ issues: issues(issue), stances: values(noDeal) }).proposals[0]?.hangsOn.map(
      ({ key }) => key
    ) ?? []
  const spoken = hinges('', 'no-deal: {base: {terms: {water: third}}, source: talks}')
  const silent = hinges(', if-silent: third', 'no-deal: {base: {terms: {}}, source: talks}')
  expect(spoken).toContain('stances.upland.interests.water.values.third')
  expect(silent).toEqual(spoken)
})
