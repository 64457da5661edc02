import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { run } from './run.ts'

const KOREA = 'cases/classics/us-north-korea-2017'
let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'truce-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function written(name: string, text: string): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, text)
  return path
}

interface Document {
  readonly concepts: Readonly<Record<string, { readonly equilibria: readonly string[] }>>
}

async function equilibria(path: string): Promise<object> {
  const { code, stdout } = await run(['solve', 'stability', path, '--format', 'json'])
  expect(code).toBe(0)
  const { concepts } = JSON.parse(stdout) as Document
  return Object.fromEntries(
    Object.entries(concepts).map(([concept, found]) => [concept, found.equilibria])
  )
}

describe('export and import', () => {
  it('gives a case that reads without errors and holds the same', async () => {
    const file = join(folder, 'korea.gmcr')
    const out = await run(['export', 'gmcr', KOREA, '--out', file])
    expect([out.code, out.stdout]).toEqual([0, `wrote ${file}\n`])
    expect(out.stderr).toContain('not carried over:')
    const back = join(folder, 'korea')
    const { code, stdout, stderr } = await run([
      'import',
      'gmcr',
      file,
      '--out',
      back,
      '--as-of',
      '2017-11-12'
    ])
    expect([code, stdout]).toEqual([
      0,
      `wrote ${join(back, 'case.yaml')}\nnext: truce solve stability ${back}\n`
    ])
    expect(stderr).toContain('so it was assumed')
    const { findings } = JSON.parse((await run(['check', back, '--format', 'json'])).stdout) as {
      findings: { severity: string; code: string }[]
    }
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(await equilibria(back)).toEqual(await equilibria(KOREA))
    expect(await readFile(join(back, 'case.yaml'), 'utf8')).toContain(
      'title: "korea"\nas-of: 2017-11-12\n'
    )
  })
  it('prints to stdout by default, nothing else', async () => {
    const gmcr = await run(['export', 'gmcr', KOREA])
    expect([gmcr.code, JSON.parse(gmcr.stdout).program]).toEqual([0, 'gmcr-py'])
    const nfg = await run(['export', 'nfg', KOREA])
    expect([nfg.code, nfg.stdout.startsWith('NFG 1 R ')]).toEqual([0, true])
    expect((await run(['export', 'nfg', 'cases/ukraine/2024-maitra'])).stderr).toContain(
      'not feasible and worth 0'
    )
  })
  it('says what was lost', async () => {
    const file = {
      options: [{ name: 'A' }, { name: 'B' }],
      decisionMakers: [
        { name: 'One', options: [0], misperceptions: [[[1, 'Y']]] },
        { name: 'Two', options: [1] }
      ],
      coalitions: [[0, 1]]
    }
    const { code, stderr } = await run([
      'import',
      'gmcr',
      await written('lost.gmcr', JSON.stringify(file)),
      '--out',
      join(folder, 'lost')
    ])
    expect(code).toBe(0)
    expect(stderr).toContain('One does not see the states -Y')
    expect(stderr).toContain('One and Two act as one party')
  })
})

describe('nothing is written over', () => {
  it('on import', async () => {
    const full = join(folder, 'full')
    await mkdir(full)
    const inside = await written('full/mine.txt', 'mine')
    const { code, stderr } = await run(['import', 'gmcr', 'whatever.gmcr', '--out', full])
    expect([code, stderr]).toEqual([2, `truce: ${full} is not empty; nothing was written\n`])
    expect((await run(['import', 'gmcr', 'whatever.gmcr', '--out', inside])).code).toBe(2)
    expect(await readFile(inside, 'utf8')).toBe('mine')
  })
  it('on export', async () => {
    const there = await written('there.gmcr', 'mine')
    const { code, stderr } = await run(['export', 'gmcr', KOREA, '--out', there])
    expect([code, stderr]).toEqual([2, `truce: ${there} exists; nothing was written\n`])
    expect(await readFile(there, 'utf8')).toBe('mine')
  })
})

describe('what cannot be done is said in one sentence', () => {
  it.each([
    ['no JSON', 'options: []', 'not JSON'],
    ['another document', '{"truce": 1}', 'not a conflict as GMCR+ saves it'],
    ['too large', ' '.repeat(2_000_001), 'larger than 2 MB'],
    ['no text', '\u0000\ufffd\u0007', 'not JSON']
  ])('%s: exit 3, and no folder', async (name, text, words) => {
    const out = join(folder, `out of ${name}`)
    const { code, stderr, stdout } = await run([
      'import',
      'gmcr',
      await written(`${name}.gmcr`, text),
      '--out',
      out
    ])
    expect([code, stdout, existsSync(out)]).toEqual([3, '', false])
    expect(stderr).toContain(words)
    expect(stderr.trim().split('\n')).toHaveLength(1)
  })
  it('a file that is not there, or is a folder: exit 1', async () => {
    for (const path of [join(folder, 'gone.gmcr'), folder]) {
      const { code, stderr } = await run(['import', 'gmcr', path, '--out', join(folder, 'never')])
      expect([code, stderr]).toEqual([1, expect.stringMatching(/^truce: .*no.* file.*\n$/)])
    }
  })
  it('a wrong command line: exit 2 with a suggestion', async () => {
    expect((await run(['import', 'gmc', 'a', '--out', 'b'])).stderr).toContain('did you mean gmcr?')
    expect((await run(['export', 'nfgs', KOREA])).stderr).toContain('did you mean nfg?')
    for (const argv of [
      ['import'],
      ['import', 'gmcr', 'a'],
      ['import', 'gmcr', '--out', 'b'],
      ['export'],
      ['export', 'gmcr'],
      ['export', 'constructor', KOREA]
    ])
      expect((await run(argv)).code, argv.join(' ')).toBe(2)
    expect(
      (await run(['import', 'gmcr', 'a', '--out', join(folder, 'b'), '--as-of', '2024-02-30']))
        .stderr
    ).toContain('--as-of')
  })
  it('a case without a graph: exit 1', async () => {
    const { code, stderr, stdout } = await run(['export', 'gmcr', 'cases/panama-canal/1977'])
    expect([code, stdout, stderr]).toEqual([1, '', expect.stringContaining('has no graph: add')])
  })
  it('help for both', async () => {
    for (const name of ['import', 'export'])
      expect((await run([name, '--help'])).stdout).toContain(`truce ${name} gmcr`)
  })
})
