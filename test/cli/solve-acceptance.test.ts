import { describe, expect, it } from 'vitest'
import { outputSchemas } from '../../packages/core/src/report/output-schemas.ts'
import { run } from './run.ts'

const CASE = 'docs/method/example'

describe('truce solve acceptance', () => {
  it('prints a document that keeps its schema, with everything asked for', async () => {
    const { code, stdout } = await run([
      'solve',
      'acceptance',
      CASE,
      '--from',
      'halves',
      '--draws',
      '500',
      '--format',
      'json'
    ])
    expect(code).toBe(0)
    const document: unknown = JSON.parse(stdout)
    expect(outputSchemas['solve-acceptance'].safeParse(document).error).toBeUndefined()
    expect(document).toMatchObject({ best: { exact: true }, prices: { halves: { open: [] } } })
  })

  it('refuses a proposal that the case does not have', async () => {
    const { code, stderr } = await run(['solve', 'acceptance', CASE, '--from', 'nothing'])
    expect(code).toBe(2)
    expect(stderr).toContain('the case has none called "nothing"; it has ')
  })
})
