import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { outputSchemas } from '../../packages/core/src/report/output-schemas.ts'
import { run } from './run.ts'

const CASE = 'docs/method/strategy-example'

describe('truce solve strategy', () => {
  const folder = mkdtempSync(join(tmpdir(), 'truce-strategy-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  it('answers for the flagship in a document that keeps its schema', async () => {
    const argv = ['cases/ukraine/2024-maitra', '--draws', '500', '--format', 'json']
    const { code, stdout } = await run(['solve', 'strategy', ...argv])
    expect(code).toBe(0)
    const document: unknown = JSON.parse(stdout)
    expect(outputSchemas['solve-strategy'].safeParse(document).error).toBeUndefined()
    expect(document).toMatchObject({
      incentives: { ripeness: { ripe: true } },
      escalation: { sides: ['russia', 'us'], signals: [{ level: 2 }, { level: 3 }] }
    })
  })

  it('says what a case lacks', async () => {
    const { code, stdout } = await run([
      'solve',
      'strategy',
      'docs/method/example',
      '--draws',
      '50'
    ])
    expect(code).toBe(0)
    expect(stdout).toContain('The ladder of escalation is left out')
  })

  it('writes a game for either side moving first, and overwrites none', async () => {
    const file = join(folder, 'game.efg')
    const argv = ['solve', 'strategy', CASE, '--draws', '50', '--efg', file]
    expect((await run(argv)).code).toBe(0)
    expect(readFileSync(file.replace('.efg', '-south.efg'), 'utf8')).toMatch(
      /^EFG 2 R ".*South moves first"/
    )
    expect((await run(argv)).code).toBe(2)
  })
})
