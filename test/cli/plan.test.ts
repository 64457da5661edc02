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
})
