import { describe, expect, it } from 'vitest'
import { outputSchemas } from '../../packages/core/src/report/output-schemas.ts'
import { run } from './run.ts'

const CASE = 'docs/method/forecast-example'

describe('truce solve forecast', () => {
  it('prints a document that keeps its schema, the same for the same seed', async () => {
    const asked = ['solve', 'forecast', CASE, '--draws', '200', '--format', 'json']
    const { code, stdout } = await run(asked)
    expect(code).toBe(0)
    const document: unknown = JSON.parse(stdout)
    expect(outputSchemas['solve-forecast'].safeParse(document).error).toBeUndefined()
    expect(document).toMatchObject({
      role: 'challenger',
      issues: [{ issue: 'dues', ending: { kind: 'cycle', from: 1, to: 3 }, ends: 'most' }]
    })
    expect((await run(asked)).stdout).toBe(stdout)
  })

  it('says that it is a challenger, who moved whom and that it cycles, 80 columns wide', async () => {
    const { stdout } = await run(['solve', 'forecast', CASE, '--draws', '50'])
    expect(stdout).toContain('What follows is a challenger')
    expect(stdout).toContain('It does not come to rest')
    expect(stdout).toContain('towards Hills: compromise')
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80)
  })

  it.each([
    ['docs/method/plan-example', [], 'the case has no ordered issue: say `ordered: true`'],
    ['docs/method/example', [], 'fewer than two parties have a capability: say under `parties:`'],
    [CASE, ['--issue', 'due'], 'the case has no ordered issue due; it has dues; did you mean dues?']
  ])('says what a case lacks: %s %s', async (path, more, said) => {
    const { code, stderr } = await run(['solve', 'forecast', path, ...more])
    expect(code).toBe(1)
    expect(stderr).toContain(said)
  })
})
