import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ICAL from 'ical.js'
import type { VEvent } from 'node-ical'
import nodeIcal from 'node-ical'
import { describe, expect, it } from 'vitest'
import { outputSchemas } from '../../packages/core/src/report/output-schemas.ts'
import type { TimetableDocument } from '../../packages/core/src/report/timetable/index.ts'
import { run } from './run.ts'

const MAITRA = 'cases/ukraine/2024-maitra'
const HILL = 'docs/method/timetable-example'
const RIVER = 'docs/howto/example/days.yaml'

async function documentOf(...argv: readonly string[]): Promise<[number, TimetableDocument]> {
  const { code, stdout } = await run(['plan', 'timetable', ...argv, '--format', 'json'])
  const document: unknown = JSON.parse(stdout)
  expect(outputSchemas['plan-timetable'].safeParse(document).error).toBeUndefined()
  return [code, document as TimetableDocument]
}

describe('truce plan timetable', () => {
  it('tells the moments of the flagship on both clocks, in a document that keeps its schema', async () => {
    const [code, { obligations, clocks }] = await documentOf(MAITRA)
    expect(code).toBe(0)
    expect(clocks).toEqual([
      { party: 'russia', zone: 'Europe/Moscow' },
      { party: 'ukraine', zone: 'Europe/Kyiv' }
    ])
    const found = (id: string) => obligations.find((one) => one.id === id)
    expect(found('ceasefire')).toMatchObject({
      eif: 0,
      slack: 14 * 86_400 + 8 * 3600,
      limit: expect.arrayContaining(['withdrawal.heavy']),
      moment: {
        utc: '2025-01-31T22:00Z',
        local: [
          { zone: 'Europe/Kyiv', time: '2025-02-01T00:00' },
          { zone: 'Europe/Moscow', time: '2025-02-01T01:00' }
        ]
      },
      place: { file: 'process.yaml' }
    })
    // counted over the change of clocks in Kyiv: 8 o'clock there stays 8 o'clock
    expect(found('deliverable.end-arms')?.moment?.local.map(({ time }) => time)).toEqual([
      '2025-03-31T08:00',
      '2025-03-31T08:00'
    ])
  })

  it('answers no where another moment of the ceasefire cannot be kept, and says what stays', async () => {
    const [code, { conflicts, obligations }] = await documentOf(
      MAITRA,
      '--eif',
      '2025-02-20T00:00[Europe/Kyiv]'
    )
    expect(code).toBe(4)
    const early = conflicts.filter(({ severity }) => severity === 'impossible')
    expect(early.map(({ kind, of }) => `${kind} ${of[0]}`)).toEqual(
      ['armour', 'carriers', 'heavy', 'missiles', 'rockets'].map(
        (id) => `before-ceasefire withdrawal.${id}`
      )
    )
    for (const { places } of early) expect(places).toHaveLength(2)
    const moved = (id: string) => obligations.find((one) => one.id === id)?.moved
    expect([moved('ceasefire'), moved('withdrawal.heavy')]).toEqual([19 * 86_400, 0])
  })

  it('refuses what it cannot read, by name', async () => {
    const said = async (...argv: readonly string[]): Promise<readonly unknown[]> => {
      const { code, stderr } = await run(['plan', 'timetable', MAITRA, ...argv])
      return [code, stderr]
    }
    expect(await said('--eif', '2025-02-20')).toEqual([2, expect.stringContaining('it is a day')])
    expect(await said('--party', 'russa')).toEqual([
      2,
      expect.stringContaining('did you mean russia?')
    ])
    expect(await said('--from', '2025-02-30')).toEqual([2, expect.stringContaining('takes a day')])
    expect(await said('--recess', 'flag=2025-03-02/2025-03-01')).toEqual([
      2,
      expect.stringContaining('two days, the first not after the second')
    ])
    expect(await said('--recess', 'flog=2025-03-01/2025-03-02')).toEqual([
      2,
      expect.stringContaining('did you mean flag?')
    ])
  })

  it('tells what nobody can date by days after it, and the same with a supposed signature', async () => {
    const text = (await run(['plan', 'timetable', HILL])).stdout
    expect(text).toContain('signature + 2 d')
    const [, { countdown }] = await documentOf(
      HILL,
      '--signature',
      '2025-03-20T10:00[Europe/Vienna]'
    )
    expect(countdown.signatureHours).toBe(48)
  })

  it('prints Markdown, and only what was asked for', async () => {
    const argv = ['plan', 'timetable', MAITRA, '--format', 'markdown', '--party', 'ukraine']
    const { stdout } = await run([...argv, '--from', '2025-05-01', '--until', '2025-07-01'])
    expect(stdout).toContain('due: neutrality-law')
    expect(stdout).not.toMatch(/due: (iran-help|end-arms|neutrality-law.*Russia)/)
  })
})

describe('its calendar', () => {
  const argv = ['plan', 'timetable', MAITRA, '--format', 'ics']
  const recess = ['--recess', 'flag=2025-03-29/2025-03-31', '--until', '2025-04-30']
  const calendar = async (...more: readonly string[]): Promise<string> =>
    (await run([...argv, ...more])).stdout

  it('is the same each time, in lines that end as they must', async () => {
    const text = await calendar()
    expect(await calendar()).toBe(text)
    expect(text.split('\r\n').every((line) => !line.includes('\n') && line.length <= 75)).toBe(true)
  })

  it('is read by one library: instants, series, zones with their changes of clocks', async () => {
    const [, { obligations }] = await documentOf(MAITRA)
    const read = new ICAL.Component(ICAL.parse(await calendar(...recess)))
    for (const one of read.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(one)
    const events = read.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one))
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length)
    const start = (id: string): string | undefined =>
      events
        .find(({ uid }) => uid.endsWith(`.${id}@truce`))
        ?.startDate.toJSDate()
        .toISOString()
    for (const { id, moment } of obligations) {
      const found = start(id)
      if (found) expect([id, new Date(found)]).toEqual([id, new Date(moment?.utc ?? '')])
    }
    expect(start('withdrawal.heavy')).toBe('2025-02-15T06:00:00.000Z')
    const flag = events.find(({ uid }) => uid.endsWith('.meeting.flag@truce'))
    expect(instantsOf(flag).filter((one) => one >= '2025-03-27' && one < '2025-04-03')).toEqual([
      '2025-03-27T08:00:00.000Z',
      '2025-03-28T08:00:00.000Z',
      // three days of recess, over which the clocks in Kyiv are put forward
      '2025-04-01T07:00:00.000Z',
      '2025-04-02T07:00:00.000Z'
    ])
    expect(instantsOf(flag).at(-1)).toBe('2025-04-30T07:00:00.000Z')
    ICAL.TimezoneService.reset()
  })

  it('is read by another alike', async () => {
    const text = await calendar(...recess)
    const read = new ICAL.Component(ICAL.parse(text))
    for (const one of read.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(one)
    const events = read.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one))
    const others = new Map(
      Object.values(nodeIcal.sync.parseICS(text)).flatMap((one) =>
        one?.type === 'VEVENT' ? [[one.uid, one as VEvent] as const] : []
      )
    )
    expect([...others.keys()].sort()).toEqual(events.map(({ uid }) => uid).sort())
    for (const event of events) {
      const other = others.get(event.uid)
      expect(other?.summary).toBe(event.summary)
      if (!event.startDate.isDate)
        expect([event.uid, other?.start.toISOString()]).toEqual([
          event.uid,
          event.startDate.toJSDate().toISOString()
        ])
      if (!event.isRecurring() || !other) continue
      const expanded = nodeIcal.expandRecurringEvent(other, {
        from: new Date('2025-01-01T00:00Z'),
        to: new Date('2025-06-01T00:00Z')
      })
      expect(expanded.map(({ start }) => start.toISOString())).toEqual(instantsOf(event))
    }
    ICAL.TimezoneService.reset()
  })

  it('has everything that is dated, and inspections as series of days', async () => {
    const [code, { obligations, standing }] = await documentOf(RIVER)
    expect(code).toBe(4)
    const { stdout } = await run(['plan', 'timetable', RIVER, '--format', 'ics'])
    const read = new ICAL.Component(ICAL.parse(stdout))
    const events = read.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one))
    const ids = events.map(({ uid }) => decodeURIComponent(uid))
    for (const { id } of [...obligations, ...standing])
      expect(ids.filter((uid) => uid.endsWith(`banks.${id}@truce`))).toHaveLength(1)
    const store = events.find(({ uid }) => uid.includes('.inspections.storage.guns@'))
    expect(store?.startDate.toString()).toBe('2025-03-29')
    expect(store?.iterator().next() && store.isRecurring()).toBe(true)
  })

  it('leaves out the days that the case says as it does those that are supposed', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'truce-'))
    await cp(MAITRA, folder, { recursive: true })
    const process = join(folder, 'process.yaml')
    const text = await readFile(process, 'utf8')
    const flag = '  - id: flag\n'
    const days = `${flag}    recesses: [{days: 2025-03-29/2025-03-31}]\n`
    await writeFile(process, text.replace(flag, days))
    const own = await run(['plan', 'timetable', folder, ...argv.slice(3), ...recess.slice(2)])
    await rm(folder, { recursive: true })
    const daysOut = (calendar: string) => calendar.match(/^(?:EXDATE|DTSTART;VALUE=DATE).*$/gm)
    expect(daysOut(own.stdout)).toHaveLength(2)
    expect(daysOut(own.stdout)).toEqual(daysOut(await calendar(...recess)))
  })

  it('is refused where nothing has an instant', async () => {
    const { code, stderr } = await run(['plan', 'timetable', HILL, '--format', 'ics'])
    expect([code, stderr]).toEqual([1, expect.stringContaining('no calendar was written')])
  })
})

function instantsOf(event: ICAL.Event | undefined): readonly string[] {
  if (!event) return []
  const found: string[] = []
  const each = event.iterator()
  for (let next = each.next(); next && found.length < 400; next = each.next())
    found.push(next.toJSDate().toISOString())
  return found
}
