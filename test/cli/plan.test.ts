import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { outputSchemas } from '../../packages/core/src/report/output-schemas.ts'
import type { PlanDocument } from '../../packages/core/src/report/plan/index.ts'
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
    expect(drawn).toMatch(/^<svg [^>]*role="img"/)
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

  it('writes a calendar that another reader reads, and no calendar of a path without days', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'truce-plan-'))
    const file = join(folder, 'steps.ics')
    const flagship = ['plan', 'cases/ukraine/2024-maitra', '--draws', '100']
    expect((await run([...flagship, '--calendar', file])).code).toBe(0)
    const text = await readFile(file, 'utf8')
    const read = new ICAL.Component(ICAL.parse(text))
    const events = read.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one))
    const { stdout } = await run([...flagship, '--format', 'json'])
    const { found } = outputSchemas.plan.parse(JSON.parse(stdout)) as PlanDocument
    const periods = found?.periods.filter(({ deliverables }) => deliverables.length > 0) ?? []
    const steps = events.filter(({ uid }) => uid.includes('.step.'))
    expect(steps.map(({ startDate }) => startDate.toString())).toEqual(
      periods.map(({ day }) => day)
    )
    for (const [place, { startDate, endDate, summary }] of steps.entries()) {
      expect([startDate.isDate, endDate.subtractDate(startDate).toSeconds()]).toEqual([
        true,
        86_400
      ])
      for (const id of periods[place]?.deliverables ?? []) expect(summary).toContain(`${id} (`)
    }
    const gates = events.filter(({ uid }) => uid.includes('.gate.'))
    expect(gates.map(({ summary }) => summary)).toEqual(['Gate final-status'])
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length)
    expect(read.getFirstPropertyValue('x-wr-calname')).toMatch(/^A possible path to peace/)

    const again = join(folder, 'again.ics')
    await run([...flagship, '--calendar', again])
    expect(await readFile(again, 'utf8')).toBe(text)

    const hill = await readFile(join(CASE, 'case.yaml'), 'utf8')
    const undated = join(folder, 'undated.yaml')
    await writeFile(undated, hill.replace(/^ceasefire:.*\n/m, ''))
    const none = await run(['plan', undated, '--draws', '100', '--calendar', `${file}2`])
    expect([none.code, none.stderr]).toEqual([
      1,
      'truce: no calendar was written: its steps have no days: say under `ceasefire:` at which moment it enters into force\n'
    ])
    await rm(folder, { recursive: true })
  })
})
