import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { textOfDocx, xlsxRows } from '@truce/host'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { outputSchemas } from '../../packages/core/src/report/output-schemas.ts'
import { run } from './run.ts'

let folder = ''
const at = (name: string): string => join(folder, name)
const daily = (...more: readonly string[]) =>
  run(['record', 'daily', at('record'), '--zone', 'Europe/Kyiv', '--day', '2020-07-30', ...more])

const TABLE = `report,period_start_local,period_end_local,region,violations,previous_period_violations,cumulative_since_2020_07_27,source_url
1,2020-07-29T19:30,2020-07-30T19:30,North,4,2,10,https://example.org/1
1,2020-07-29T19:30,2020-07-30T19:30,South,many,,10,https://example.org/1
`

/** Makes a key and answers with its public half. */
async function keyIn(name: string): Promise<string> {
  const { stdout } = await run(['record', 'key', at(name)])
  return stdout.split(' ')[0] ?? ''
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'truce-daily-'))
  await keyIn('keeper.key')
  await writeFile(at('keys'), `norway observer ${await keyIn('norway.key')}\n`)
  const begun = await run([
    ...['record', 'init', at('record'), '--case', 'cases/ukraine/2024-maitra'],
    ...['--operator', 'austria', '--key', at('keeper.key'), '--keys', at('keys')]
  ])
  expect(begun.code).toBe(0)
  await writeFile(at('table.csv'), TABLE)
})
afterAll(() => rm(folder, { recursive: true }))

describe('truce record import', () => {
  it('makes entries that truce record add takes in, and says which row it refuses', async () => {
    const made = await run(['record', 'import', 'osce', at('table.csv'), '--out', at('entries')])
    expect(made.code).toBe(4)
    expect(made.stderr).toContain(
      'table.csv: line 3, column violations has `many`: give a whole number'
    )
    expect(made.stderr).toContain('3 entries, 1 rows refused')
    const added = await run([
      ...['record', 'add', at('record'), at('entries')],
      ...['--as', 'norway', '--key', at('norway.key')]
    ])
    expect(added.code).toBe(0)
    expect(added.stdout.match(/received/g)).toHaveLength(3)
    const again = await run([
      ...['record', 'add', at('record'), at('entries')],
      ...['--as', 'norway', '--key', at('norway.key')]
    ])
    expect(again.code).toBe(4)
  })

  it.each([
    [['ucdp-gde', 'x'], 'did you mean'],
    [['osce'], 'record import takes one file'],
    [['osce', 'no-such-file'], 'no-such-file cannot be read'],
    [['osce', 'x', '--retrieved', '2020-02-30'], '--retrieved takes a day'],
    [['form-of', 'cases/ukraine/2024-maitra'], 'needs a file: --out <form.xlsx>']
  ])('%o is a wrong use', async (more, sentence) => {
    const { code, stderr } = await run(['record', 'import', ...more])
    expect(stderr).toContain(sentence)
    expect(code).toBe(2)
  })

  it('writes the form of a case as a workbook', async () => {
    const { code } = await run([
      ...['record', 'import', 'form-of', 'cases/ukraine/2024-maitra', '--out', at('form.xlsx')]
    ])
    expect(code).toBe(0)
    const [head, ...rows] = await xlsxRows(await readFile(at('form.xlsx')))
    expect(head).toEqual(['type', 'name', 'label', 'required', 'relevant'])
    expect(rows.map(([, name]) => name)).toContain('occurred_at')
  })
})

describe('truce record daily', () => {
  it('tells the day against the one before, and since a day', async () => {
    const { code, stdout } = await daily('--since', '2020-07-27')
    expect(code).toBe(0)
    expect(stdout).toContain('North: 4 ceasefire violations, 2 in the period before. [1]')
    expect(stdout.replace(/\s+/g, ' ')).toContain(
      'Since 2020-07-27 00:00: 10 ceasefire violations; the time of 1 event among them'
    )
  })

  it('has the document that its schema promises', async () => {
    const { stdout } = await daily('--format', 'json', '--days', '5')
    const document: unknown = JSON.parse(stdout)
    expect(outputSchemas['record-daily'].safeParse(document).error).toBeUndefined()
    expect(document).toMatchObject({ violations: { total: { counted: { low: 10, events: 3 } } } })
  })

  it('knows nothing at the cut-off of what came in years later', async () => {
    const { stdout } = await daily('--known-at-cut-off', '--format', 'json')
    expect(JSON.parse(stdout)).toMatchObject({ until: '', events: [] })
  })

  it('writes Markdown, Word and PDF', async () => {
    const made = await daily('--to', 'md')
    expect(made.stdout).toMatch(/^# Daily report \d+\/2020\n/)
    expect((await daily('--out', at('report.docx'))).code).toBe(0)
    expect(textOfDocx(await readFile(at('report.docx')))).toContain('Ceasefire violations by area')
    expect((await daily('--out', at('report.pdf'))).code).toBe(0)
    expect((await readFile(at('report.pdf'))).subarray(0, 5).toString()).toBe('%PDF-')
  })

  it('tells the public no hour, author or id, in every form that it can be written in', async () => {
    const forms = await Promise.all([
      daily('--for', 'public', '--to', 'md').then(({ stdout }) => stdout),
      daily('--for', 'public', '--to', 'html').then(({ stdout }) => stdout),
      daily('--for', 'public', '--format', 'json').then(({ stdout }) => stdout),
      daily('--for', 'public', '--out', at('public.docx')).then(async () =>
        textOfDocx(await readFile(at('public.docx')))
      )
    ])
    const { stdout: whole } = await daily('--to', 'md')
    for (const [name, form] of forms.entries()) {
      expect(form, String(name)).toMatch(name === 2 ? /"of-this-report"/ : /made for/)
      expect(form, String(name)).not.toMatch(/1-north-|Norway|norway|example\.org/)
    }
    // What is looked for above is in the report for those who keep the record.
    expect(whole).toMatch(/1-north-/)
    expect(whole).toMatch(/Norway/)
    expect(forms[0]).toContain('North: 4 ceasefire violations, 2 in the period before.')
  })

  it('tells a party and the mission what they may read, by name', async () => {
    expect((await daily('--for', 'ukraine')).stdout).toContain('made for')
    expect((await daily('--for', 'mission')).stdout).toMatch(/Austria[\s\S]*Norway/)
    const { stdout } = await daily('--for', 'russia', '--time', 'hour', '--place', '5km')
    expect(stdout.replace(/\s+/g, ' ')).toContain('about 5 km wide')
  })

  it.each([
    [['daily', '--zone', 'UTC', '--for', 'atlantis'], '--for takes a party of the case'],
    [['daily', '--zone', 'UTC', '--for', 'public', '--duplicates'], '--duplicates is for whoever'],
    [['daily', '--zone', 'UTC', '--place', '5'], '--place takes exact, area or a width'],
    [['daily', '--zone', 'UTC', '--time', 'minute'], '--time'],
    [['status', '--for', 'public'], 'record status is for parties and the mission'],
    [['list', '--for', 'public'], 'record list is for parties and the mission'],
    [['cap', '--out', 'x', '--for', 'public'], 'record cap is for parties and the mission'],
    [['export', 'copy'], 'record export needs whose copy it is'],
    [['export', 'copy', '--for', 'public'], 'there is none for the public']
  ])('%o is a wrong use of an audience', async ([part = '', ...more], sentence) => {
    const { code, stderr } = await run(['record', part, at('record'), ...more])
    expect(stderr).toContain(sentence)
    expect(code).toBe(2)
  })

  it('finds no duplicates among accounts without a place', async () => {
    expect((await daily('--duplicates')).stdout).toContain('0 pairs may be one event')
  })

  it.each([
    [['--zone', 'Europe/Kiew'], '--zone: Europe/Kiew is not a time zone'],
    [['--zone', 'UTC', '--cut-off', '25:00'], '--cut-off takes a time of day'],
    [['--zone', 'UTC', '--day', '2025-02-30'], '--day takes a day'],
    [[], '--zone Europe/Kyiv'],
    [['--zone', 'UTC', '--areas', 'no-such'], '--areas: no-such cannot be read'],
    [['--zone', 'UTC', '--to', 'pdf'], '--to pdf needs a file']
  ])('%o is a wrong use', async (more, sentence) => {
    const { code, stderr } = await run(['record', 'daily', at('record'), ...more])
    expect(stderr).toContain(sentence)
    expect(code).toBe(2)
  })
})
