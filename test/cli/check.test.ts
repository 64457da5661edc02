import { spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { VERSION } from '@truce/core/model'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Ran } from './run.ts'
import { run } from './run.ts'

const FLAGSHIP = 'cases/ukraine/2024-maitra'
const PANAMA = 'cases/panama-canal/1977'
let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'truce-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** Where only the way of an answer matters, and not its figures. */
const FEW = ['--draws', '500']
/** Where it does not matter what else is judged: one proposal takes a third of the time of four. */
const ONE = ['--proposal', 'accession']
/** The flagship as it is judged by default, and its report; more than one test looks at them. */
let flagship: Ran
let report: Ran
beforeAll(async () => {
  flagship = await run(['check', FLAGSHIP, ...ONE, '--proposal', 'framework', '--format', 'json'])
  report = await run(['check', FLAGSHIP, '--deny', 'warnings', ...FEW])
})

/** Writes a case folder and returns its path. */
async function written(name: string, files: Readonly<Record<string, string>>): Promise<string> {
  const path = join(folder, name)
  await mkdir(path, { recursive: true })
  for (const [file, text] of Object.entries(files)) await writeFile(join(path, file), text)
  return path
}

describe('exit codes', () => {
  it('is 4 when a judged proposal is dead on arrival', async () => {
    expect(flagship.code).toBe(4)
  })
  it('is 0 when the proposals asked for hold', async () => {
    expect((await run(['check', PANAMA, '--proposal', 'adjusted-winner'])).code).toBe(0)
    expect((await run(['check', FLAGSHIP, '--proposal', 'framework', ...FEW])).code).toBe(0)
  })
  it('is 4 below the verdict that is required', async () => {
    expect(
      (await run(['check', FLAGSHIP, '--proposal', 'framework', '--require', 'likely', ...FEW]))
        .code
    ).toBe(4)
  })
  it('is 3 when warnings are denied, and verdicts are no warnings', async () => {
    expect(report.code).toBe(4)
    const path = await written('warned', {
      'case.yaml': await readFile(join(PANAMA, 'case.yaml'), 'utf8'),
      'more.yml': 'truce: 1'
    })
    const { code, stderr } = await run(['check', path, '--deny', 'warnings'])
    expect([code, stderr]).toEqual([3, expect.stringContaining('FI003')])
  })
  it('is 2 for a wrong command line, with a suggestion', async () => {
    const typo = await run(['chek', FLAGSHIP])
    expect([typo.code, typo.stderr]).toEqual([2, expect.stringContaining('did you mean check?')])
    expect((await run(['check', FLAGSHIP, '--drwas', '5'])).stderr).toContain('--draws')
    expect((await run(['check', FLAGSHIP, '--draws', 'many'])).code).toBe(2)
    expect((await run(['check', FLAGSHIP, '--proposal', 'nope'])).code).toBe(2)
    expect((await run(['check'])).code).toBe(2)
  })
  it('is 1 when there is nothing to read', async () => {
    const gone = await run(['check', join(folder, 'nowhere')])
    expect([gone.code, gone.stderr]).toEqual([
      1,
      expect.stringContaining('there is no file or folder')
    ])
  })
  it('is 3 for a case with errors, naming file, line and column', async () => {
    const path = await written('broken', { 'case.yaml': 'truce: 1\ntitle: T\nas-of: 2024-13-01\n' })
    const { code, stderr, stdout } = await run(['check', path])
    expect([code, stdout]).toEqual([3, ''])
    expect(stderr).toMatch(/case\.yaml:3:8: error\[DT001\]/)
  })
})

describe('formats', () => {
  it('json is one document as promised', () => {
    const document = JSON.parse(flagship.stdout)
    expect(Object.keys(document).slice(0, 3)).toEqual(['truce', 'command', 'findings'])
    expect(document.truce.format).toBe(1)
    expect(document.case.hash).toMatch(/^sha256:[0-9a-f]{64}$/)
    expect(document.settings).toMatchObject({ draws: 10_000, seed: 1, dependence: 'independent' })
    expect(document.packages.total).toMatch(/^\d+$/)
    const { accession, framework } = document.proposals
    expect(accession.verdict).toBe('dead-on-arrival')
    expect(accession.walkers[0]).toMatchObject({
      party: 'russia',
      over: 'redline',
      id: 'no-nato',
      sources: ['maitra-2024']
    })
    expect(framework.verdict).not.toBe('dead-on-arrival')
    for (const key of [
      'verdict',
      'onTheLine',
      'joint',
      'walkers',
      'parties',
      'open',
      'repairs',
      'repairsTotal'
    ])
      expect(accession).toHaveProperty(key)
    expect(Object.keys(accession.joint)).toEqual(
      expect.arrayContaining(['p', 'standardError', 'together', 'bounds'])
    )
    expect(framework.parties.russia).toMatchObject({
      accepts: { p: expect.any(Number), standardError: expect.any(Number) },
      guarantee: 'some',
      radius: expect.any(Number),
      crossed: expect.any(Array)
    })
  })
  it('json on errors holds the findings and the title only', async () => {
    const path = await written('untitled', {
      'case.yaml':
        'truce: 1\ntitle: A title\nas-of: 2024-01-01\nsources: {}\nparties: {}\nisues: {}\n'
    })
    const { code, stdout } = await run(['check', path, '--format', 'json'])
    const document = JSON.parse(stdout)
    expect([code, document.case]).toEqual([3, { title: 'A title' }])
    expect(document.findings.map((finding: { code: string }) => finding.code)).toContain('SC001')
    expect(document).not.toHaveProperty('proposals')
  })
  it('sarif places its results', async () => {
    const { stdout } = await run(['check', FLAGSHIP, '--format', 'sarif', ...ONE, ...FEW])
    const {
      version,
      runs: [first]
    } = JSON.parse(stdout)
    expect(version).toBe('2.1.0')
    const result = first.results.find((one: { ruleId: string }) => one.ruleId === 'RL001')
    expect(result.locations[0].physicalLocation.region.startLine).toBeGreaterThan(0)
    expect(first.tool.driver.rules[result.ruleIndex].id).toBe('RL001')
  })
  it('markdown ends with a bibliography', async () => {
    const { stdout } = await run(['check', FLAGSHIP, '--format', 'markdown', ...ONE, ...FEW])
    expect(stdout).toMatch(/^# A possible path to peace/)
    expect(stdout.slice(stdout.indexOf('## Sources'))).toContain('Maitra')
  })
  it('text keeps to 80 columns', () => {
    const { stdout } = report
    const end = stdout.indexOf('How this was computed')
    expect(end).toBeGreaterThan(0)
    expect(
      stdout
        .slice(0, end)
        .split('\n')
        .filter((line) => line.length > 80)
    ).toEqual([])
  })
})

describe('a draft from a pipe', () => {
  it('is judged alone', async () => {
    const { code, stdout } = await run(
      ['check', PANAMA, '--terms', '-', '--format', 'json'],
      'use-rights: us\nduration: panama\n'
    )
    const document = JSON.parse(stdout)
    expect(Object.keys(document.proposals)).toEqual(['draft'])
    expect(document.proposals.draft.open.issues).toContain('compensation')
    expect([0, 4]).toContain(code)
  })
  it('is asked for when there is none', async () => {
    expect(await run(['check', PANAMA, '--terms', '-'], ' \n')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('no terms')
    })
    expect(await run(['check', PANAMA, '--terms', join(folder, 'gone.yaml')])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('no file')
    })
  })
  it('terms on one line, with a title or without, are judged like those on several', async () => {
    const judged = async (terms: string): Promise<string> =>
      (await run(['check', PANAMA, '--terms', '-', '--summary', ...FEW], terms)).stdout
    const lines = await judged('use-rights: us\n')
    expect(lines).toContain('draft')
    expect(await judged('{terms: {use-rights: us}}\n')).toBe(lines)
    expect(await judged('{title: Draft, terms: {use-rights: us}}\n')).toBe(lines)
    const { stderr, stdout } = await run(
      ['check', PANAMA, '--terms', '-'],
      '{terms: {use-rigths: us}}\n'
    )
    expect(stderr + stdout).toContain('<stdin>:1:10: error[RF002]')
  })

  it('says in the summary how much hangs on what it leaves open', async () => {
    const { stdout } = await run(['check', PANAMA, '--terms', '-', '--summary'], 'use-rights: us\n')
    expect(stdout.replace(/\s+/g, ' ')).toMatch(
      /Open: .*at the best way to fill it, .*at the worst/
    )
  })
  it('has its mistakes shown where its author wrote them', async () => {
    const { code, stderr } = await run(
      ['check', PANAMA, '--terms', '-'],
      'use-rights: us\nduration: panma\n'
    )
    expect([code, stderr]).toEqual([3, expect.stringContaining('<stdin>:2:11: error[RF003]')])
    expect(stderr).toContain('did you mean `panama`?')
  })
})

describe('the door', () => {
  it('refuses a link out of the folder', async () => {
    const path = await written('linked', { 'case.yaml': 'truce: 1\n' })
    await symlink('/etc/hostname', join(path, 'evil.yaml'))
    const { code, stderr } = await run(['check', path])
    expect([code, stderr]).toEqual([3, expect.stringContaining('FI002')])
  })
  it('notes .yml and refuses an empty folder', async () => {
    const path = await written('yml', { 'case.yml': 'truce: 1\n' })
    expect((await run(['check', path])).stderr).toContain('FI003')
    expect((await run(['check', await written('empty', {})])).stderr).toContain('FI001')
  })
  it('names the cases of a shelf', async () => {
    const { code, stderr } = await run(['check', 'cases/ukraine'])
    expect([code, stderr]).toEqual([3, expect.stringContaining('2024-maitra')])
    expect(stderr).toContain('FI006')
  })
  it('prints no control characters of a hostile text', async () => {
    const path = await written('control', {
      'case.yaml': 'truce: 1\ntitle: "a\\u001b[31mred"\nnonsense: "\\u001b]0;x\\u0007"\n'
    })
    const { stdout, stderr } = await run(['check', path])
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is looked for
    expect(`${stdout}${stderr}`).not.toMatch(/[\u0000-\u0008\u000e-\u001f]/)
  })
})

describe('other commands', () => {
  it('new makes a case that checks clean', async () => {
    const path = join(folder, 'fresh')
    expect((await run(['new', path])).code).toBe(0)
    const { stdout } = await run(['check', path, '--format', 'json'])
    expect(
      JSON.parse(stdout).findings.filter((one: { severity: string }) => one.severity !== 'note')
    ).toEqual([])
    expect((await run(['new', path])).code).toBe(2)
  })
  it('explain shows a page with both examples, and lists all', async () => {
    const { code, stdout } = await run(['explain', 'rl001'])
    expect(code).toBe(0)
    expect(stdout).toMatch(/RL001[\s\S]*This raises it:[\s\S]*This does not:/)
    expect((await run(['explain'])).stdout.split('\n').length).toBeGreaterThan(60)
    expect((await run(['explain', 'RL01'])).stderr).toContain('did you mean')
  })
  it("schema completes this case's options", async () => {
    const { stdout } = await run(['schema', FLAGSHIP])
    expect(stdout).toContain('"us-and-eu"')
  })
  it('diff lays two views of one war side by side', async () => {
    const { code, stdout } = await run([
      'diff',
      FLAGSHIP,
      'cases/ukraine/2022-peace-formula',
      ...FEW,
      '--format',
      'json'
    ])
    const { difference } = JSON.parse(stdout)
    expect(code).toBe(0)
    expect(difference.redlines.length).toBeGreaterThan(0)
    expect(difference.verdicts.map((one: { proposal: string }) => one.proposal)).toEqual(
      expect.arrayContaining(['framework', 'peace-formula'])
    )
  })
  it('runs as a process, and says its version', () => {
    const { status, stdout } = spawnSync(
      process.execPath,
      ['packages/cli/bin/truce.js', '--version'],
      { encoding: 'utf8' }
    )
    expect([status, stdout]).toEqual([0, `${VERSION}\n`])
  })
})
