import { expect, test } from 'vitest'
import { readCase } from '../../src/case/read.ts'
import type { CheckOptions } from '../../src/check/check.ts'
import { check } from '../../src/check/check.ts'
import type { CheckResult } from '../../src/check/check-result.ts'
import { crossesSome } from '../../src/check/open.ts'
import { SURVEY, SURVEY_SOURCES } from '../../src/check/rules/examples.ts'
import { exampleText } from '../../src/diagnostic/example.ts'
import { checkReport } from '../../src/report/check/check-report.ts'
import { renderPlain } from '../../src/report/plain.ts'
import { plainOffers } from '../../src/worth/offers.ts'

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

test('without a way into the text findings stand nowhere', () => {
  const { findings } = judged({
    proposals: '\n    halves: {title: Half each, by: talks, terms: {}}'
  })
  expect(findings.map(({ code, span }) => [code, span])).toContainEqual([
    'PR001',
    { file: '', start: 0, end: 0 }
  ])
})

/** What the findings of one code say. */
const said = (result: CheckResult, code: string): readonly string[] =>
  result.findings
    .filter((finding) => finding.code === code)
    .flatMap(({ message, why }) => [message, ...(why ?? [])])

test('an open draft says why it stops at contested, and says no such thing where it does not', () => {
  const redlines = 'redlines: [{id: no-full, never: {water: full}, firmness: 0.95, source: talks}]'
  const open = { proposals: '\n    halves: {title: Half each, by: talks, terms: {}}' }
  const capped = said(judged({ stances: stances(redlines), ...open }), 'PR001').join('\n')
  expect(capped).toContain(
    'some way to fill them crosses `upland.no-full`, so the verdict stops at `contested`'
  )
  expect(said(judged(open), 'PR001').join('\n')).not.toContain('stops at')
})

test('a party without anything to hold a no-deal against has none off the scale', () => {
  const nobody = stances('').replace(
    /interests:\n {8}water: .*talks}\n {6}no-deal: .*talks}/,
    'no-deal: {base: 120, source: talks}'
  )
  expect(nobody).toContain('no-deal: {base: 120, source: talks}')
  expect(judged({ stances: nobody }).findings.map(({ code }) => code)).not.toContain('ND003')
})

test('what is refused and also valued nothing is told of one option and of several', () => {
  const worth = (values: string, never: string): string =>
    stances(`redlines: [{id: no, never: {water: ${never}}, firmness: 0.6, source: talks}]`).replace(
      'third: 100, half: 70, full: 0',
      values
    )
  const told = (values: string, never: string): readonly string[] =>
    said(judged({ stances: worth(values, never) }), 'RL005').slice(0, 1)
  expect(told('third: 100, half: 70, full: 0', 'full')).toEqual([
    '`upland` forbids `water: full` by `upland.no` and also values it at 0'
  ])
  expect(told('third: 100, half: 0, full: 0', '[half, full]')).toEqual([
    '`upland` forbids `water: half`, `water: full` by `upland.no` and also values them at 0'
  ])
})

test('silence is told only of issues that the redline speaks of and the proposal does not', () => {
  const issues = `
    water: {title: Water, ordered: true, options: {third: A third, half: One half, full: All of it}, if-silent: half}
    dam: {title: Dam, options: {built: Built, none: None}, if-silent: none}`
  const redlines = 'redlines: [{id: no-half, never: {water: half}, firmness: 0.6, source: talks}]'
  const told = (terms: string): readonly string[] =>
    said(
      judged({
        issues,
        stances: stances(redlines),
        proposals: `\n    halves: {title: Half each, by: talks, terms: ${terms}}`
      }),
      'RL002'
    ).filter((line) => line.includes('silence'))
  expect(told('{dam: built}')).toEqual([
    '`halves` does not name `water`; silence is read as `water: half`'
  ])
  expect(told('{water: half}')).toEqual([])
})

test('dead over a firm redline is on no line, and dead by a chance at the cut is on it', () => {
  // One in twenty of the draws leaves upland no worse off than its no deal.
  const near = stances('').replace('base: [20, 30, 40]', 'base: [69, 89]')
  const [alone] = judged({ stances: near }, { draws: 10_000 }).proposals
  expect(alone?.parties.get('upland')?.accepts.p).toBeCloseTo(0.05, 2)
  expect(alone).toMatchObject({ verdict: 'dead-on-arrival', onTheLine: true })
  const firm = near.replace(
    /$/,
    '\n      redlines: [{id: no-half, never: {water: half}, firmness: 0.95, source: talks}]'
  )
  expect(judged({ stances: firm }, { draws: 10_000 }).proposals[0]).toMatchObject({
    verdict: 'dead-on-arrival',
    onTheLine: false
  })
})

test('a repair says its rank, what it has become, and who pays what', () => {
  const issues = `
    water: {title: Water, ordered: true, options: {third: A third, half: One half, full: All of it}, if-silent: half}`
  const redlines = 'redlines: [{id: no-full, never: {water: full}, firmness: 0.95, source: talks}]'
  const { repairs } = judged({
    issues,
    stances: stances(redlines),
    proposals: '\n    everything: {title: All of it, by: talks, terms: {water: full}}'
  }).proposals[0] as CheckResult['proposals'][number]
  expect(repairs.list).toMatchObject([
    { rank: 1, verdict: 'robust', becomes: 'silence', hollow: true, joint: { p: 1 } }
  ])
  const [pays] = repairs.list.map((repair) => repair.pays)
  expect(pays?.get('upland')).toBeCloseTo(70, 9)
  expect(pays?.get('lowland')).toBeCloseTo(-40, 9)
})

test('grounds carry their chance: of refusing over a body, of doing better without a deal', () => {
  const upland =
    'ratification: [{body: council, threshold: 0.5, otherwise: [0.3, 0.55], source: talks}]'
  const changed = stances(upland).replace('base: [20, 30, 40]', 'base: [60, 80]')
  const [one] = judged({ stances: changed }, { draws: 10_000 }).proposals
  const [walker] = one?.walkers ?? []
  const grounds = walker ? [walker, ...walker.grounds] : []
  expect(grounds.map(({ over }) => over)).toEqual(['ratification', 'no-deal'])
  // 0.2 of [0.3, 0.55] reach one half; half of [60, 80] lies above 70.
  expect(grounds[0]?.chance).toBeCloseTo(0.8, 1)
  expect(grounds[1]?.chance).toBeCloseTo(0.5, 1)
  expect(one?.parties.get('upland')?.ratified.p).toBeCloseTo(0.2, 1)
})

test('several bodies pass together in the draws in which each does', () => {
  const bodies =
    'ratification: [{body: council, threshold: 0.5, otherwise: [0, 1], source: talks}, {body: people, threshold: 0.5, otherwise: [0.25, 0.75], source: talks}]'
  const [one] = judged({ stances: stances(bodies) }, { draws: 10_000 }).proposals
  const ratified = one?.parties.get('upland')?.ratified
  expect(ratified?.bodies.map(({ p }) => Math.round(10 * p))).toEqual([5, 5])
  expect(ratified?.p).toBeCloseTo(0.25, 1)
})

test('a body that nothing speaks to leaves the chance of ratification to the other', () => {
  const bodies = [
    '{body: people, threshold: 0.5, support: [{when: {water: full}, poll: survey, answers: [agree]}]}',
    '{body: council, threshold: 0.5, otherwise: [0, 1], source: talks}'
  ]
  for (const order of [bodies, bodies.toReversed()]) {
    const [one] = judged(
      {
        sources: SURVEY_SOURCES,
        polls: SURVEY,
        stances: stances(`ratification: [${order.join(', ')}]`)
      },
      { draws: 10_000 }
    ).proposals
    expect(one?.parties.get('upland')?.ratified).toMatchObject({ assessed: false })
    expect(one?.parties.get('upland')?.ratified.p).toBeCloseTo(0.5, 1)
  }
})

/** A case whose only proposal leaves open whether there is a dam, of which parties say this. */
const openDam = (upland: string, lowland = ''): Readonly<Record<string, string>> => ({
  issues: `
    water: {title: Water, ordered: true, options: {third: A third, half: One half, full: All of it}}
    dam: {title: Dam, options: {built: Built, none: None}}`,
  stances: stances(upland, lowland)
})

test('grounds against a draft carry the chance that it does worse than no deal however it is filled', () => {
  const keys = openDam(
    'ratification: [{body: council, threshold: 0.5, otherwise: [0.3, 0.55], source: talks}]'
  )
  const near = keys['stances']?.replace('base: [20, 30, 40]', 'base: [60, 80]') ?? ''
  const [one] = judged({ ...keys, stances: near }, { draws: 10_000 }).proposals
  expect(one?.open?.issues).toEqual(['dam'])
  const [walker] = one?.walkers ?? []
  const grounds = walker ? [walker, ...walker.grounds] : []
  // half of [60, 80] lies above 70
  expect(grounds.find(({ over }) => over === 'no-deal')?.chance).toBeCloseTo(0.5, 1)
})

test('the best way to fill a draft crosses no firm redline, however small its chance', () => {
  // Lowland would walk over a dam in 9 of 10 draws; Upland's army would veto none in 19 of 20.
  const veto = '{id: army, chance: [{when: {dam: none}, chance: 95%}, {chance: 0}], source: talks}'
  const keys = openDam(
    `ratification: [{body: council, threshold: 0.5, otherwise: 1, veto: [${veto}], source: talks}]`,
    'redlines: [{id: no-dam, never: {dam: built}, firmness: 0.9, source: talks}]'
  )
  const open = judged(keys).proposals[0]?.open
  expect(open?.best.terms.get('dam')).toBe('none')
  expect(open?.best.joint.p).toBeCloseTo(0.05, 12)
})

test('of two ways to fill a draft with one chance the better crosses fewer redlines, if only one fewer', () => {
  // Half the water kills the draft either way.
  const keys = openDam(
    'redlines: [{id: no-dam, never: {dam: built}, firmness: 0.2, source: talks}]',
    'redlines: [{id: no-half, never: {water: half}, firmness: 1, source: talks}]'
  )
  const open = judged(keys).proposals[0]?.open
  expect(open?.best).toMatchObject({ joint: { p: 0 } })
  expect(open?.best.terms.get('dam')).toBe('none')
  expect(open?.worst.terms.get('dam')).toBe('built')
})

test('what a draft leaves open cannot cross a redline about an act', () => {
  const keys = openDam(
    'redlines: [{id: no-raids, conduct: {by: lowland, act: raids}, firmness: 0.8, source: talks}]'
  )
  const { case: source } = readCase([{ name: 'case.yaml', text: exampleText(keys) }])
  const [redline] = source?.stances.get('upland')?.redlines ?? []
  if (!source || !redline) throw new Error('a redline about an act')
  const given = plainOffers(new Map([['water', 'half']]))
  expect(crossesSome(redline, given, source)).toBe('no')
})

test('a redline that only others say a party holds kills on their word, and its own word on its own', () => {
  const sources =
    '{talks: {title: Minutes, kind: statement, date: 2024-05}, speech: {title: Speech, kind: statement, date: 2024-05, side: upland}}'
  const by = (source: string): CheckResult =>
    judged({
      sources,
      stances: stances(
        `redlines: [{id: no-half, never: {water: half}, firmness: 0.95, source: ${source}}]`
      )
    })
  const own = (result: CheckResult): unknown => result.proposals[0]?.walkers[0]
  expect(own(by('speech'))).toMatchObject({ over: 'redline', fatal: true, own: true })
  expect(own(by('talks'))).toMatchObject({ over: 'redline', fatal: true, own: false })
  const heard = judged(
    {
      sources,
      stances: stances(
        'redlines: [{id: no-half, never: {water: half}, firmness: 0.95, source: talks}]'
      )
    },
    { word: 'own' }
  )
  expect(heard.proposals[0]).toMatchObject({ verdict: 'robust', joint: { p: 1 } })
})

test('a ratifying body is told by its title', () => {
  const read = readCase([
    {
      name: 'case.yaml',
      text: exampleText({
        stances: stances(
          'ratification: [{body: assembly, title: Assembly of the Upland, threshold: 0.5, otherwise: [0.1, 0.6], source: talks}]'
        )
      })
    }
  ])
  const source = read.case as NonNullable<typeof read.case>
  const report = renderPlain(checkReport(source, check(source, { draws: 500 })), { width: 1e6 })
  expect(report).toContain('the Assembly of the Upland would refuse')
  expect(report).not.toContain('Upland, assembly')
})
