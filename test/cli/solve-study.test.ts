import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { outputSchemas } from '../../packages/core/src/report/output-schemas.ts'
import type { Ran } from './run.ts'
import { run } from './run.ts'

const PANAMA = 'cases/panama-canal/1977'
const MAITRA = 'cases/ukraine/2024-maitra'
const CHICKEN = 'cases/classics/chicken'
let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'truce-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

interface Chance {
  readonly p: number
  readonly standardError: number
}

interface Input {
  readonly key: string
  readonly file: string
  readonly line: number
  readonly total: { readonly value: number }
  readonly low: { readonly mean: number }
  readonly high: { readonly mean: number }
}

interface Document {
  readonly command: string
  readonly case: { readonly hash: string }
  readonly settings: { readonly draws: number; readonly seed: number }
  readonly partial: boolean
  readonly sizes: { readonly draws: number }
  readonly order: readonly string[]
  readonly alternatives: Readonly<
    Record<
      string,
      {
        readonly accepted: (Chance & { readonly parties: Readonly<Record<string, Chance>> }) | null
        readonly drivers: readonly { readonly inputs: readonly Input[] }[] | null
      }
    >
  >
  readonly parties: Readonly<
    Record<
      string,
      { readonly alternatives: Readonly<Record<string, { readonly ranks: readonly Chance[] }>> }
    >
  >
}

const study = (...argv: readonly string[]): Promise<Ran> => run(['solve', 'study', ...argv])

async function document(...argv: readonly string[]): Promise<Document> {
  const { code, stdout } = await study(...argv, '--format', 'json')
  expect(code).toBe(0)
  return JSON.parse(stdout) as Document
}

const strays = (stdout: string): readonly unknown[] =>
  outputSchemas['solve-study'].safeParse(JSON.parse(stdout)).error?.issues ?? []

/** A study that Ctrl-C stops as soon as the file of parts holds a first one. */
async function stopped(parts: string, ...argv: readonly string[]): Promise<Ran> {
  const before = new Set(process.listeners('SIGINT'))
  const running = study(...argv, '--resume', parts)
  const lines = (): number =>
    existsSync(parts) ? readFileSync(parts, 'utf8').split('\n').length - 1 : 0
  while (lines() < 2) await setImmediate()
  for (const stop of process.listeners('SIGINT')) if (!before.has(stop)) stop('SIGINT')
  return running
}

describe('solve study', () => {
  it('finds the chance that can be worked out by hand, and what it hangs on', async () => {
    const found = await document(PANAMA)
    const land = found.alternatives['land-to-the-us']
    // Panama has 53 points of it, and 10 to 60 without a deal, most likely 35
    const exact = 1 - (60 - 53) ** 2 / (50 * 25)
    expect([found.command, found.case.hash.slice(0, 7), found.partial]).toEqual([
      'solve study',
      'sha256:',
      false
    ])
    expect([found.settings.draws, found.sizes.draws]).toEqual([10_000, 10_000])
    expect(Math.abs((land?.accepted?.p ?? 0) - exact)).toBeLessThan(
      4 * Math.sqrt((exact * (1 - exact)) / 10_000)
    )
    expect(land?.accepted?.parties['us']).toEqual({ p: 1, standardError: 0 })
    const [first] = land?.drivers?.[0]?.inputs ?? []
    expect(first).toMatchObject({
      key: 'stances.panama.no-deal.base',
      file: 'stances/panama.yaml',
      low: { mean: 1 },
      high: { mean: 0 }
    })
    const line = readFileSync(`${PANAMA}/stances/panama.yaml`, 'utf8').split('\n')[
      (first?.line ?? 0) - 1
    ]
    expect(line).toContain('base')
    expect(found.parties['panama']?.alternatives['all-panama']?.ranks[0]).toEqual({
      p: 1,
      standardError: 0
    })
  })
  it('prints the same for any number of workers, and something else for another seed', async () => {
    const argv = [PANAMA, '--draws', '1300', '--format', 'json']
    const one = await study(...argv, '--workers', '1')
    expect((await study(...argv, '--workers', '2')).stdout).toBe(one.stdout)
    const other = JSON.parse(
      (await study(...argv, '--workers', '1', '--seed', '2')).stdout
    ) as Document
    expect(other.alternatives).not.toEqual((JSON.parse(one.stdout) as Document).alternatives)
  })
  it('tells people in 80 columns what to check next, and where it stands', async () => {
    const { code, stdout } = await study(PANAMA, '--workers', '1', '--draws', '3000')
    expect(code).toBe(0)
    expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([])
    expect(stdout).toMatch(/land-to-the-us +0\.9\d\d ± 0\.00\d +1$/m)
    expect(stdout.replace(/\s+/g, ' ')).toMatch(
      /Check next 1\. what Panama would have without a deal \(stances\/panama\.yaml:\d+\) \d+ % ± \d+ % of the doubt; at 10: 1; at 60: 0/
    )
    expect(stdout).toContain('3,000 draws, seed 1; judgements err independently')
    expect(stdout).not.toContain('PARTIAL')
  })
  it('--proposal ranks the judgements of that proposal alone, and still compares all', async () => {
    const found = await document(PANAMA, '--workers', '1', '--draws', '600', '--proposal', 'all-us')
    expect(found.order).toEqual([
      'adjusted-winner',
      'land-to-the-us',
      'all-us',
      'all-panama',
      'no-deal'
    ])
    expect(found.order.filter((id) => found.alternatives[id]?.drivers)).toEqual(['all-us'])
    const { stdout } = await study(
      PANAMA,
      '--workers',
      '1',
      '--draws',
      '600',
      '--proposal',
      'all-us'
    )
    expect(stdout.match(/^Check next$/gm)).toHaveLength(1)
  })
  it('--parties shows every rank', async () => {
    const { stdout } = await study(PANAMA, '--workers', '1', '--draws', '600', '--parties')
    expect(stdout).toMatch(/rank 1 +rank 2 +rank 3 +rank 4 +rank 5/)
  })
  it('keeps to its schema: graph, scenarios, polls, packages that many must accept', async () => {
    const { code, stdout } = await study(
      MAITRA,
      '--workers',
      '1',
      '--draws',
      '200',
      '--proposal',
      'framework',
      '--format',
      'json'
    )
    expect([code, strays(stdout)]).toEqual([0, []])
    const { sizes: _, ...rest } = JSON.parse(stdout) as Document
    expect(strays(JSON.stringify(rest))).not.toEqual([])
  })
  it('keeps to its schema where the case has errors', async () => {
    const path = join(folder, 'broken.yaml')
    writeFileSync(path, 'truce: 1\ntitle: T\nas-of: 2024-13-01\n')
    const { code, stdout } = await study(path, '--format', 'json')
    expect([code, strays(stdout)]).toEqual([3, []])
  })
})

describe('Ctrl-C', () => {
  it('leaves a partial answer that says so, and --resume goes on to the whole', async () => {
    const parts = join(folder, 'panama.parts')
    const argv = [PANAMA, '--draws', '8000', '--workers', '1', '--format', 'json']
    const partial = await stopped(parts, ...argv)
    const found = JSON.parse(partial.stdout) as Document
    expect([partial.code, found.partial, strays(partial.stdout)]).toEqual([1, true, []])
    expect(found.settings.draws).toBe(8000)
    expect(found.sizes.draws).toBeLessThan(8000)
    expect(found.sizes.draws).toBe(
      500 * (readFileSync(parts, 'utf8').trimEnd().split('\n').length - 1)
    )
    appendFileSync(parts, '{"from": 7500, "cou')
    const resumed = await study(...argv, '--resume', parts)
    const straight = await study(...argv)
    expect([resumed.code, resumed.stdout === straight.stdout]).toEqual([0, true])
    expect((await study(...argv, '--resume', parts)).stdout).toBe(straight.stdout)
  })
  it('is told at the head of the text', async () => {
    const { code, stdout } = await stopped(
      join(folder, 'text.parts'),
      PANAMA,
      '--draws',
      '8000',
      '--workers',
      '1'
    )
    expect(code).toBe(1)
    expect(stdout).toMatch(/^PARTIAL: stopped after [\d,]+ of 8,000 draws/m)
  })
})

describe('--resume refuses', () => {
  const parts = (): string => join(folder, 'refused.parts')
  beforeAll(() => study(PANAMA, '--draws', '600', '--resume', parts()))
  const wrong: readonly (readonly [readonly string[], RegExp])[] = [
    [
      [PANAMA, '--draws', '600', '--seed', '2'],
      /holds parts of another run \(seed: 1 there, 2 here\)/
    ],
    [[PANAMA, '--draws', '700'], /draws: 600 there, 700 here/],
    [
      [PANAMA, '--draws', '600', '--dependence', 'party'],
      /dependence: independent there, party here/
    ],
    [
      [PANAMA, '--workers', '1', '--draws', '600', '--proposal', 'all-us'],
      /proposals: all there, all-us here/
    ],
    [
      [MAITRA, '--draws', '600'],
      /holds parts of another case, or of this one before it was changed/
    ]
  ]
  it.each(wrong)('%j', async (argv, words) => {
    const kept = readFileSync(parts(), 'utf8')
    const { code, stdout, stderr } = await study(...argv, '--resume', parts())
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(words)
    expect(readFileSync(parts(), 'utf8')).toBe(kept)
  })
  it('a file of something else, and leaves it as it is', async () => {
    const path = join(folder, 'letter.txt')
    writeFileSync(path, 'Dear colleague,')
    const { code, stderr } = await study(PANAMA, '--resume', path)
    expect([code, readFileSync(path, 'utf8')]).toEqual([1, 'Dear colleague,'])
    expect(stderr).toContain('is not a file of finished parts')
  })
})

describe('a wrong command line: exit 2, one sentence', () => {
  const wrong: readonly (readonly [readonly string[], string])[] = [
    [[], 'takes one case'],
    [[PANAMA, MAITRA], 'takes one case'],
    [[PANAMA, '--draws', '0'], '--draws takes a whole number'],
    [[PANAMA, '--workers', '0'], '--workers takes a whole number'],
    [[PANAMA, '--exchange', '2'], '--exchange takes a chance'],
    [[PANAMA, '--dependence', 'partly'], 'did you mean party?'],
    [[PANAMA, '--proposal', 'all'], 'has no proposal all'],
    [[PANAMA, '--resum', 'x'], 'did you mean --resume?']
  ]
  it.each(wrong)('%j', async (argv, words) => {
    const { code, stdout, stderr } = await study(...argv)
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain(words)
    expect(stderr.trim().split('\n')).toHaveLength(1)
  })
})

it('a case without proposals: exit 1, one sentence that says what to add', async () => {
  const { code, stdout, stderr } = await study(CHICKEN)
  expect([code, stdout]).toEqual([1, ''])
  expect(stderr).toMatch(/^truce: .*chicken has no proposal to study: add one.*\n$/)
})
