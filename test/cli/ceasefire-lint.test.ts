import { describe, expect, it } from 'vitest'
import { outputSchemas } from '../../packages/core/src/report/output-schemas.ts'
import { run } from './run.ts'

const MINSK = 'cases/ukraine/2015-minsk-2'

describe('truce ceasefire lint', () => {
  it('finds in Minsk II what history found, in a document that keeps its schema', async () => {
    const { code, stdout } = await run(['ceasefire', 'lint', MINSK, '--format', 'json'])
    expect(code).toBe(4)
    const document = outputSchemas['ceasefire-lint'].safeParse(JSON.parse(stdout))
    expect(document.error).toBeUndefined()
    const codes = [...stdout.matchAll(/"code": "(CF\d+)",\n\s+"severity"/g)].map(([, one]) => one)
    // Two baselines, no joint record, a body without terms of reference, preconditions in no order.
    expect(codes).toEqual(expect.arrayContaining(['CF004', 'CF014', 'CF013', 'CF017', 'CF018']))
  })

  it('goes through the headings of a text in their order, with places and what others did', async () => {
    const { code, stdout } = await run(['ceasefire', 'lint', 'cases/ukraine/2024-maitra'])
    expect(code).toBe(4)
    const headings = [...stdout.matchAll(/^(\d+)\. /gm)].map(([, n]) => Number(n))
    expect(headings).toEqual(Array.from({ length: 22 }, (_, index) => index + 1))
    expect(stdout).toMatch(/return-fire \(process\.yaml:\d+\)/)
    expect(stdout).toContain('Korea 1953: fire stops 12 hours after signature')
  })

  it('writes Markdown and SARIF', async () => {
    const markdown = await run(['ceasefire', 'lint', MINSK, '--format', 'markdown'])
    expect(markdown.stdout).toContain('## 22. Amendment, languages and end')
    const sarif = await run(['ceasefire', 'lint', MINSK, '--format', 'sarif'])
    expect(JSON.parse(sarif.stdout)).toMatchObject({ version: '2.1.0' })
  })

  it('says what a case without a ceasefire lacks, and how it is used', async () => {
    const none = await run(['ceasefire', 'lint', 'cases/classics/chicken'])
    expect(none.code).toBe(1)
    expect(none.stderr).toContain('has no ceasefire')
    expect((await run(['ceasefire', 'lint'])).code).toBe(2)
    expect((await run(['ceasefire', 'lnt'])).stderr).toContain('did you mean lint?')
  })
})
