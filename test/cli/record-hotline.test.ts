import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Documented } from '../../packages/core/src/report/output-schemas.ts'
import { outputSchemas } from '../../packages/core/src/report/output-schemas.ts'
import { run } from './run.ts'

let folder = ''
const file = (name: string): string => join(folder, name)
const record = (...argv: readonly string[]) => run(['record', ...argv])

/** Somebody adds lines; what was refused. */
async function adds(as: string, now: string, ...lines: readonly object[]): Promise<string> {
  const text = lines.map((line) => JSON.stringify(line)).join('\n')
  const key = ['--key', file(`${as}.key`), '--now', now]
  return (await run(['record', 'add', file('rec'), '--as', as, ...key], text)).stderr
}

const attendant = (party: string, rank: string, nation: string, grade: string, basis: string) => ({
  party,
  as: 'party',
  rank,
  nation,
  grade: { low: grade, high: grade, basis }
})

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'truce-'))
  const keys: string[] = []
  for (const [party, role] of [
    ['austria', ''],
    ['us', 'mediator'],
    ['russia', 'head'],
    ['ukraine', 'head']
  ] as const) {
    const { stdout } = await record('key', file(`${party}.key`))
    const [key] = /[A-Za-z0-9+/]{43}=/.exec(stdout) ?? []
    if (role !== '') keys.push(`${party} ${role} ${key}`)
  }
  await writeFile(file('keys'), keys.join('\n'))
  const init = ['--case', 'cases/ukraine/2024-maitra', '--operator', 'austria', '--exercise']
  const more = ['--key', file('austria.key'), '--keys', file('keys')]
  const begun = await record('init', file('rec'), ...init, ...more, '--now', '2025-02-01T00:00:00Z')
  expect([begun.code, begun.stderr]).toEqual([0, ''])
  const sent = {
    channel: 'theatre',
    kind: 'incident',
    status: 'exercise',
    urgency: 'immediate',
    to: ['russia'],
    sentAt: '2025-02-10T08:00:00Z',
    text: { uk: 'Обстріл' }
  }
  const message = { kind: 'message.sent', id: 'first-shelling', content: sent }
  expect(await adds('ukraine', '2025-02-10T08:00:30Z', message)).toBe('')
  const held = {
    meeting: 'flag',
    due: '2025-02-10T08:00:00Z',
    started: '2025-02-10T08:30:00Z',
    ended: '2025-02-10T10:00:00Z',
    attendance: [
      attendant('russia', 'генерал-майор', 'RU', 'OF-6', 'stars'),
      attendant('ukraine', 'бригадний генерал', 'UA', 'OF-6', 'law')
    ]
  }
  expect(
    await adds('us', '2025-02-10T12:00:00Z', {
      kind: 'meeting.held',
      id: 'held-tenth',
      content: held
    })
  ).toBe('')
}, 60_000)
afterAll(() => rm(folder, { recursive: true, force: true }))

/** What a printed document has that its schema does not promise. */
const strays = (name: Documented, printed: string) =>
  outputSchemas[name].safeParse(JSON.parse(printed)).error?.issues ?? []

describe('truce record hotline', () => {
  it('says what is overdue, in a document that keeps to its schema', async () => {
    const { code, stdout } = await record('hotline', file('rec'), '--format', 'json')
    expect([code, strays('record-hotline', stdout)]).toEqual([0, []])
    const document = JSON.parse(stdout)
    expect(document.alarms).toMatchObject([
      { message: 'first-shelling', party: 'russia', clock: 'acknowledge', by: 13_800 },
      { message: 'first-shelling', clock: 'answer', by: 7200 }
    ])
    const text = await record('hotline', file('rec'))
    expect(text.stdout).toContain('Russia has not acknowledged `first-shelling`')
    expect((await record('hotline', file('rec'), '--format', 'markdown')).stdout).toMatch(
      /^# Hotline/
    )
  })

  it('was another thing at an earlier hour, and takes only an instant', async () => {
    const at = (hour: string) => record('hotline', file('rec'), '--at', hour, '--format', 'json')
    expect(JSON.parse((await at('2025-02-10T08:10:00Z')).stdout).alarms).toEqual([])
    expect((await at('2025-02-10')).code).toBe(2)
  })
})

describe('truce record meetings', () => {
  it('says what became of each, in a document that keeps to its schema', async () => {
    const from = ['--from', '2025-02-09T00:00:00Z']
    const { code, stdout } = await record('meetings', file('rec'), ...from, '--format', 'json')
    expect([code, strays('record-meetings', stdout)]).toEqual([0, []])
    const [flag] = JSON.parse(stdout).meetings
    expect(flag.due).toMatchObject([
      { due: '2025-02-09T08:00:00.000Z', state: 'unaccounted' },
      { due: '2025-02-10T08:00:00.000Z', state: 'late', lateBy: 30, entries: ['held-tenth'] }
    ])
    expect(flag.minutes).toMatchObject([{ unwritten: ['uk', 'ru', 'en'], complete: false }])
    expect((await record('meetings', file('rec'), ...from)).stdout).toContain('Held: 1 of 2, 50%.')
    expect((await record('meetings', file('rec'), '--meeting', 'flug')).stderr).toContain(
      'it has flag'
    )
  })
})

describe('truce record cap', () => {
  it('writes an alert, and makes the line of it that brings it in again', async () => {
    const { code, stdout } = await record('cap', file('rec'), '--out', 'first-shelling')
    expect([code, stdout.includes('<status>Exercise</status>')]).toEqual([0, true])
    const changed = stdout.replace('first-shelling', 'second-shelling').replace('Обстріл', 'Знову')
    await writeFile(file('alert.xml'), changed)
    const read = await record('cap', file('rec'), '--in', file('alert.xml'))
    expect(read.stderr).toContain('sent by ukraine')
    expect(await adds('ukraine', '2025-02-10T12:05:00Z', JSON.parse(read.stdout))).toBe('')
    const again = await record('cap', file('rec'), '--out', 'second-shelling')
    expect(again.stdout).toBe(await readFile(file('alert.xml'), 'utf8'))
  })

  it('refuses what neither can hold', async () => {
    expect((await record('cap', file('rec'), '--out', 'held-tenth')).code).toBe(4)
    await writeFile(file('bad.xml'), '<!DOCTYPE a><alert/>')
    const bad = await record('cap', file('rec'), '--in', file('bad.xml'))
    expect([bad.code, bad.stderr]).toEqual([4, expect.stringContaining('line 1')])
    expect((await record('cap', file('rec'))).code).toBe(2)
  })
})
