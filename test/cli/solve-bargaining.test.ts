import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { run } from './run.ts'

const PANAMA = 'cases/panama-canal/1977'
const MAITRA = 'cases/ukraine/2024-maitra'
let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'truce-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const solve = (...argv: readonly string[]): ReturnType<typeof run> =>
  run(['solve', 'bargaining', ...argv])

/** The flagship's document, which is computed once for all tests that look into it. */
let computed: ReturnType<typeof run> | undefined
const flagship = async () => {
  computed ??= solve(MAITRA, '--format', 'json')
  return JSON.parse((await computed).stdout)
}

/** Three parties, twelve issues of four options, and a rule that speaks of all of them at once. */
async function wide(): Promise<string> {
  const issues = Array.from({ length: 12 }, (_, k) => `issue-${k}`)
  const parties = ['north', 'south', 'east']
  const worth = (party: number, issue: number, option: number): number =>
    (37 * party + 53 * issue + 71 * option * (party + 1)) % 101
  const path = join(folder, 'wide.yaml')
  const text = {
    truce: 1,
    title: 'A wide rule',
    'as-of': '2026-01-01',
    required: parties,
    sources: { me: { title: 'A test', kind: 'analysis' } },
    parties: Object.fromEntries(
      parties.map((party) => [party, { name: party, kind: 'state', role: 'belligerent' }])
    ),
    issues: Object.fromEntries(
      issues.map((issue) => [
        issue,
        { title: issue, options: { a: 'First', b: 'Second', c: 'Third', d: 'Fourth' } }
      ])
    ),
    rules: [
      {
        must: { any: issues.map((issue) => ({ [issue]: 'a' })) },
        because: 'one issue stays as it is',
        source: 'me'
      }
    ],
    stances: Object.fromEntries(
      parties.map((party, p) => [
        party,
        {
          interests: Object.fromEntries(
            issues.map((issue, k) => [
              issue,
              {
                weight: 1 + ((p + k) % 3),
                values: {
                  a: worth(p, k, 0),
                  b: worth(p, k, 1),
                  c: worth(p, k, 2),
                  d: worth(p, k, 3)
                },
                source: 'me'
              }
            ])
          ),
          'no-deal': { base: 30, source: 'me' }
        }
      ])
    ),
    proposals: {}
  }
  await writeFile(path, JSON.stringify(text))
  return path
}

describe('solve bargaining', () => {
  it('finds the canal the division of the books: 66 each, land and water by 2/15 and 13/15', async () => {
    const { code, stdout } = await solve(PANAMA, '--format', 'json')
    expect(code).toBe(0)
    const { pair, nash, frontier, packages } = JSON.parse(stdout)
    expect(packages).toEqual({ total: '1024', admissible: '1024', exact: true })
    expect(frontier.size).toBe(11)
    expect([pair.adjustedWinner.percent, pair.adjustedWinner.split]).toEqual([
      '66',
      { item: 'land-and-water', shares: ['2/15', '13/15'] }
    ])
    expect(nash.gains).toEqual([29, 33])
    expect(nash.product).toBe(957)
    expect(nash.certificate.rootBound).toBeCloseTo(961, 6)
  })
  it('says what would be better for all than the framework, and by what exchange', async () => {
    const { code, stdout } = await solve(MAITRA)
    expect(code).toBe(0)
    expect(stdout).toContain(
      'Better for all than it: Russia +3.4, Ukraine +2.1, United States +4.4 and'
    )
    expect(stdout).toMatch(/This for that: two or three changes/)
    expect(stdout.split('\n').every((line) => line.length <= 80)).toBe(true)
  })
  it('counts a staged term as what it is, so that what is better may keep it', async () => {
    const { framework } = (await flagship()).proposals
    expect(Object.values(framework.terms).some((option) => String(option).includes(' > '))).toBe(
      true
    )
    expect(framework.improvement.adds.every((add: number) => add >= 0)).toBe(true)
  })
  it('lifts redlines where asked, and keeps to parties that are named', async () => {
    const counted = async (...argv: readonly string[]): Promise<bigint> =>
      BigInt(
        JSON.parse((await solve(MAITRA, '--format', 'json', ...argv)).stdout).packages.admissible
      )
    const [bound, free, pair] = [
      BigInt((await flagship()).packages.admissible),
      await counted('--respect-redlines', 'no'),
      await counted('--parties', 'russia,ukraine')
    ]
    expect(bound < pair && pair < free).toBe(true)
  })
  it('is near and says how near where points are limited', async () => {
    const { stdout } = await solve(MAITRA, '--most', '20', '--format', 'json')
    const { frontier, nash } = JSON.parse(stdout)
    expect(frontier.exact).toBe(false)
    expect(frontier.size).toBeLessThanOrEqual(20)
    expect(frontier.within.every((points: number) => points > 0)).toBe(true)
    const exact = await flagship()
    expect(nash.product).toBeCloseTo(exact.nash.product, 6)
    expect(nash.certificate.by).toBe('branch and bound')
    expect(exact.nash.certificate.by).toBe('frontier')
  })
  it('turns to integer programming where a rule links too much', async () => {
    const { code, stdout } = await solve(await wide(), '--format', 'json')
    expect(code).toBe(0)
    const { frontier, nash, welfare } = JSON.parse(stdout)
    expect(frontier).toBe(null)
    expect(nash.certificate.by).toBe('integer programming')
    expect(Object.values(nash.terms)).toContain('a')
    expect(welfare.value).toBeLessThanOrEqual(welfare.certificate.bound)
  })
  it.each([
    [['--parties', 'rusia'], 'the case has no party rusia; did you mean russia?'],
    [['--respect-redlines', 'maybe'], '--respect-redlines takes yes, no'],
    [['--most', '1'], '--most takes a whole number from 2 to 10000000'],
    [['--payments', 'us=0'], '--payments takes a number above 0'],
    [['--payments', 'nobody=1'], 'the case has no party nobody'],
    [['more'], 'solve bargaining takes one case']
  ])('refuses %j', async (argv, message) => {
    const { code, stderr } = await solve(MAITRA, ...argv)
    expect(code).toBe(2)
    expect(stderr).toContain(message)
  })
  it('says why where nobody says what a package is worth', async () => {
    const { code, stderr } = await solve('cases/ukraine/2025-kiis-packages')
    expect(code).toBe(1)
    expect(stderr).toContain('no party has both interests and a no-deal')
  })
  it('has a help of its own', async () => {
    expect((await solve('--help')).stdout).toContain('--respect-redlines')
    expect((await run(['solve', '--help'])).stdout).toContain('truce solve bargaining')
  })
})
