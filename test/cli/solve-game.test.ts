import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { outputSchemas } from '../../packages/core/src/report/output-schemas.ts'
import { run } from './run.ts'

const TABLE =
  'NFG 1 R "Water" { "Upland" "Lowland" }\n{ { "open" "shut" } { "pay" "wait" } }\n3 2 0 0 0 0 1 1\n'
const TREE =
  'EFG 2 R "Gate" { "A" "B" }\np "" 1 1 "gate" { "open" "shut" } 0\np "" 2 1 "answer" { "pass" "turn" } 0\nt "" 1 "" { 2 1 }\nt "" 2 "" { 0 0 }\nt "" 3 "" { 1 3 }\n'
let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'truce-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function file(name: string, text: string): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, text)
  return path
}

describe('truce solve game', () => {
  it('tells the equilibria of a table', async () => {
    const { code, stdout } = await run(['solve', 'game', await file('water.nfg', TABLE)])
    expect(code).toBe(0)
    expect(stdout).toContain('3 equilibria, 2 of them without chance')
    expect(stdout).toContain('1/3: open; 2/3: shut')
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80)
  })

  it('reasons a tree from its end', async () => {
    const { stdout } = await run(['solve', 'game', await file('gate.efg', TREE)])
    expect(stdout).toContain('What happens: A: open, then B: pass.')
    expect(stdout).toContain('Who gets what: A 2 and B 1.')
  })

  it.each([
    ['water.nfg', TABLE],
    ['gate.efg', TREE]
  ])('prints a document that keeps its schema: %s', async (name, text) => {
    const { code, stdout } = await run([
      'solve',
      'game',
      await file(name, text),
      '--format',
      'json'
    ])
    expect(code).toBe(0)
    expect(outputSchemas['solve-game'].safeParse(JSON.parse(stdout)).error).toBeUndefined()
  })

  it('says what is wrong with a file, and takes no folder', async () => {
    const { code, stderr } = await run(['solve', 'game', await file('bad.nfg', `${TABLE} x`)])
    expect(code).toBe(3)
    expect(stderr).toContain('bad.nfg, line 4: expected a payoff')
    expect((await run(['solve', 'game', folder])).code).toBe(2)
  })
})
