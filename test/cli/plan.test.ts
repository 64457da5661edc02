import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { outputSchemas } from '../../packages/core/src/report/output-schemas.ts'
import { run } from './run.ts'

const CASE = 'docs/method/plan-example'

describe('truce plan', () => {
  it('answers no where no order enforces itself, in a document that keeps its schema', async () => {
    const { code, stdout } = await run(['plan', CASE, '--draws', '200', '--format', 'json'])
    expect(code).toBe(4)
    const document: unknown = JSON.parse(stdout)
    expect(outputSchemas.plan.safeParse(document).error).toBeUndefined()
    expect(document).toMatchObject({
      settings: { proposal: 'swap' },
      found: { enforcing: false, exact: true, binding: [{ party: 'east', period: 1 }] }
    })
  })

  it('finds an order of the flagship that enforces itself, and what is due too early', async () => {
    const argv = ['plan', 'cases/ukraine/2024-maitra', '--draws', '100', '--format', 'json']
    const { code, stdout } = await run(argv)
    expect(code).toBe(0)
    const document: unknown = JSON.parse(stdout)
    expect(outputSchemas.plan.safeParse(document).error).toBeUndefined()
    expect(document).toMatchObject({
      idle: [],
      found: {
        enforcing: true,
        late: [{ deliverable: 'programme-cuts' }, { deliverable: 'council-restart' }]
      }
    })
  })

  it('says what a case without steps lacks, and which proposals there are', async () => {
    const none = await run(['plan', 'docs/method/example'])
    expect([none.code, none.stderr]).toEqual([
      1,
      'truce: the case has no plan: say under `plan:` how long a period is and how much each party counts the next one\n'
    ])
    const other = await run(['plan', CASE, '--proposal', 'swop'])
    expect(other.stderr).toContain('the case has no proposal swop; did you mean swap?')
  })

  it('writes the order as a picture and the report as a Word document, over no file', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'truce-plan-'))
    const [svg, docx] = [join(folder, 'order.svg'), join(folder, 'order.docx')]
    const argv = ['plan', CASE, '--draws', '100', '--gantt', svg, '--docx', docx]
    const first = await run(argv)
    expect([first.code, first.stderr]).toEqual([4, `wrote ${svg}\nwrote ${docx}\n`])
    const drawn = await readFile(svg, 'utf8')
    expect(drawn).toMatch(/^<svg [^>]*role="img"[^]*<\/svg>\n$/)
    for (const words of ['1. arms (West)', '2. descent (East)', 'breaking pays for East'])
      expect(drawn).toContain(`>${words}</text>`)
    // a zip begins with these two letters
    expect((await readFile(docx)).subarray(0, 2).toString()).toBe('PK')
    const again = await run(argv)
    expect([again.code, again.stderr]).toEqual([
      2,
      expect.stringContaining(`${svg} exists; nothing was written`)
    ])
    await rm(folder, { recursive: true })
  })

  it('is written as Markdown', async () => {
    const { stdout } = await run(['plan', CASE, '--draws', '100', '--format', 'markdown'])
    expect(stdout).toContain('## The order')
    expect(stdout).toMatch(/\| 2 \| 2024-07-21 \| descent \(East\) \|/)
  })
})
