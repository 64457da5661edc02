import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { run } from './run.ts'

const KOREA = 'cases/classics/us-north-korea-2017'
const ELMIRA = 'cases/classics/elmira'
const CHICKEN = 'cases/classics/chicken'
const PANAMA = 'cases/panama-canal/1977'

interface Chance {
  readonly p: number
  readonly standardError: number
}

interface Document {
  readonly truce: { readonly format: number }
  readonly command: string
  readonly case: { readonly hash: string }
  readonly concepts: Readonly<Record<string, { readonly equilibria: readonly string[] } | null>>
  readonly coalitions: {
    readonly equilibria: Readonly<Record<string, readonly string[]>>
    readonly groups: readonly {
      readonly members: readonly string[]
      readonly improvements: Readonly<Record<string, readonly string[]>>
    }[]
  }
  readonly inverse: { readonly state: string; readonly rankings: readonly object[] }
  readonly robustness: {
    readonly draws: number
    readonly seed: number
    readonly uncertain: {
      readonly derived: readonly string[]
      readonly scenarios: readonly string[]
    }
    readonly states: Readonly<Record<string, Readonly<Record<string, Chance>>>>
  }
}

async function document(...argv: readonly string[]): Promise<Document> {
  const { code, stdout, stderr } = await run(['solve', 'stability', ...argv, '--format', 'json'])
  expect([code, stderr]).toEqual([0, ''])
  return JSON.parse(stdout) as Document
}

describe('solve stability', () => {
  it('gives the published equilibria of the United States and North Korea', async () => {
    const found = await document(KOREA)
    const of = (concept: string): readonly string[] => found.concepts[concept]?.equilibria ?? []
    expect([found.truce.format, found.command, found.case.hash.slice(0, 7)]).toEqual([
      1,
      'solve stability',
      'sha256:'
    ])
    expect(new Set([...of('nash'), ...of('seq'), ...of('sim')])).toEqual(
      new Set(['NNNN', 'NNYN', 'YNYN', 'NYNY'])
    )
    expect(of('seq')).not.toContain('NNYN')
    expect(new Set(of('smr'))).toEqual(new Set(['NNNN', 'NNYN', 'YNYN', 'NYNY', 'NNYY']))
  })
  it('asks only the concepts named, in any case and order', async () => {
    expect(Object.keys((await document(KOREA, '--concepts', 'SEQ, nash')).concepts)).toEqual([
      'nash',
      'seq'
    ])
  })
  it('--coalitions on Elmira: the Ministry and Uniroyal break the deadlock', async () => {
    const { coalitions, concepts } = await document(ELMIRA, '--coalitions')
    const pair = coalitions.groups.find(({ members }) => members.join() === 'ministry,uniroyal')
    expect(concepts['nash']?.equilibria).toContain('NYNNY')
    expect(coalitions.equilibria['cnash']).not.toContain('NYNNY')
    expect(pair?.improvements['NYNNY']).toEqual(['YNYNY'])
    const { stdout } = await run(['solve', 'stability', ELMIRA, '--coalitions'])
    expect(stdout.replace(/\s+/g, ' ')).toContain(
      'Ontario Ministry of the Environment and Uniroyal Chemical can go together from deadlock to settlement'
    )
  })
  it("--inverse: how many of Iraq's and Syria's rankings make a state hold", async () => {
    const { inverse } = await document('cases/classics/syria-iraq-1975', '--inverse', 'YNN')
    expect(inverse.state).toBe('YNN')
    expect(inverse.rankings).toContainEqual({
      party: 'syria',
      concept: 'nash',
      of: 720,
      holding: 240
    })
    const { stdout } = await run([
      'solve',
      'stability',
      'cases/classics/syria-iraq-1975',
      '--inverse',
      'YNN'
    ])
    expect(stdout).toContain('What would have to change for')
  })
})

const DERIVED = `truce: 1
title: A dam
as-of: 2024-06-01
sources: {talks: {title: Minutes of the river talks, kind: statement}}
parties: {upland: {name: Upland, kind: state, role: belligerent}}
issues: {dam: {title: The dam, options: {built: As planned, lower: Lower}, if-silent: built}}
proposals: {low: {title: A lower dam, by: talks, terms: {dam: lower}}}
stances:
  upland:
    interests: {dam: {weight: 1, values: {built: 60, lower: [0, 80]}, source: talks}}
    no-deal: {base: 20, source: talks}
graph:
  source: talks
  moves: {upland: {lower-dam: {title: Lower the dam, sets: {dam: lower}}}}
  states: {lowered: {where: {upland.lower-dam: yes}}}
  preferences: {upland: derived}
`

describe('draws', () => {
  it('are all the same where nothing is uncertain, and the report says so', async () => {
    const { robustness } = await document(CHICKEN, '--draws', '50')
    expect(robustness).toMatchObject({
      draws: 50,
      seed: 1,
      uncertain: { derived: [], scenarios: [] }
    })
    expect(robustness.states['YY']).toMatchObject({
      nash: { p: 0, standardError: 0 },
      gmr: { p: 1, standardError: 0 }
    })
    const { stdout } = await run(['solve', 'stability', CHICKEN, '--draws', '50'])
    expect(stdout).toContain('No preference of this case is uncertain')
  })
  it('differ when statements may change places, and repeat with the seed', async () => {
    const argv = ['cases/classics/prisoners-dilemma', '--draws', '400', '--exchange', '0.3']
    const { robustness } = await document(...argv, '--seed', '7')
    const both = robustness.states['YY']?.['seq'] as Chance
    expect(Math.abs(both.p - 0.49)).toBeLessThan(4 * both.standardError)
    expect(both.standardError).toBeCloseTo(Math.sqrt((both.p * (1 - both.p)) / 400))
    expect((await document(...argv, '--seed', '7')).robustness).toEqual(robustness)
    expect((await document(...argv, '--seed', '8')).robustness).not.toEqual(robustness)
  })
  it('follow the ranges behind a derived preference', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'truce-'))
    await writeFile(join(folder, 'case.yaml'), DERIVED)
    const { robustness, concepts } = await document(folder, '--draws', '2000')
    const text = await run(['solve', 'stability', folder, '--draws', '2000'])
    await rm(folder, { recursive: true })
    // the lower dam is worth anything from 0 to 80, the planned one 60
    const lowered = robustness.states['Y']?.['nash'] as Chance
    expect(robustness.uncertain.derived).toEqual(['upland'])
    expect(Math.abs(lowered.p - 0.25)).toBeLessThan(4 * lowered.standardError)
    expect(concepts['nash']?.equilibria).toEqual(['N'])
    expect(text.stdout.replace(/\s+/g, ' ')).toContain(
      'From draw to draw differ the ranges behind the preferences of Upland.'
    )
    expect(text.stdout).toMatch(/lowered +0\.2\d±0\.01/)
  })
  it('are absent unless asked for', async () => {
    expect(await document(CHICKEN)).not.toHaveProperty('robustness')
  })
})

describe('a wrong command line: exit 2, one sentence', () => {
  const wrong: readonly (readonly [readonly string[], string])[] = [
    [['solve'], 'solve takes what to solve'],
    [['solve', 'stabilty', KOREA], 'did you mean stability?'],
    [['solve', 'stability'], 'takes one case'],
    [['solve', 'stability', KOREA, ELMIRA], 'takes one case'],
    [['solve', 'stability', ELMIRA, '--inverse', 'deadlok'], 'did you mean deadlock?'],
    [['solve', 'stability', ELMIRA, '--from', 'YYYYY'], 'has no state YYYYY'],
    [['solve', 'stability', KOREA, '--concepts', 'nsh'], 'did you mean nash?'],
    [['solve', 'stability', KOREA, '--attitude', 'e'], '--attitude takes a, b, c, d'],
    [['solve', 'stability', KOREA, '--invers', 'NNNN'], 'did you mean --inverse?'],
    [['solve', 'stability', KOREA, '--draws', 'many'], '--draws takes a whole number'],
    [['solve', 'stability', KOREA, '--draws', '0'], '--draws takes a whole number'],
    [['solve', 'stability', KOREA, '--seed', '1'], 'need --draws'],
    [['solve', 'stability', KOREA, '--draws', '5', '--exchange', '2'], '--exchange takes a chance']
  ]
  it.each(wrong)('%j', async (argv, words) => {
    const { code, stdout, stderr } = await run(argv)
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain(words)
    expect(stderr.trim().split('\n')).toHaveLength(1)
  })
})

it('a case without a graph: exit 1, one sentence that says what to add', async () => {
  const { code, stdout, stderr } = await run(['solve', 'stability', PANAMA])
  expect([code, stdout]).toEqual([1, ''])
  expect(stderr).toMatch(/^truce: .*1977 has no graph: add .*\n$/)
})
