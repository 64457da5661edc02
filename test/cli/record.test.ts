// The exercise of the flagship case: a month of its ceasefire, played, copied out and proved.
import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { python } from '../../packages/core/test/python.ts'
import { run } from './run.ts'

const FLAGSHIP = 'cases/ukraine/2024-maitra'
const folder = mkdtempSync(join(tmpdir(), 'truce-month-'))
const record = join(folder, 'month')
const copyOf = (party: string): string => join(folder, party)
afterAll(() => rmSync(folder, { recursive: true }))

beforeAll(async () => {
  const script = `${FLAGSHIP}/exercise.jsonl`
  const played = await run(['record', 'play', record, '--case', FLAGSHIP, '--script', script])
  expect(played).toMatchObject({ code: 0, stderr: '' })
  for (const party of ['russia', 'ukraine', 'us'])
    expect((await run(['record', 'export', record, copyOf(party), '--for', party])).code).toBe(0)
}, 60_000)

const rootIn = (text: string): string => /^root +(.+)$/m.exec(text)?.[1] ?? ''

describe('the month of the flagship’s ceasefire', () => {
  it('is written as the script of the repository says', () => {
    const made = spawnSync(process.execPath, ['scripts/exercise/month.ts', '--check'])
    expect(String(made.stderr)).toBe('')
  })

  it('is sound, and so is the copy of each side, under one root', async () => {
    const whole = await run(['record', 'verify', record])
    expect(whole).toMatchObject({ code: 0 })
    expect(rootIn(whole.stdout)).not.toBe('')
    for (const party of ['russia', 'ukraine', 'us']) {
      const copy = await run(['record', 'verify', copyOf(party)])
      expect(copy.code).toBe(0)
      expect(rootIn(copy.stdout)).toBe(rootIn(whole.stdout))
    }
  })

  it.skipIf(python === undefined)('has the same root by the independent verifier', async () => {
    // It reckons signatures by itself, which takes its time: one copy is enough.
    const copy = copyOf('russia')
    const other = spawnSync(python ?? '', ['docs/verify-record.py', copy])
    expect(other.status).toBe(0)
    expect(String(other.stdout)).toContain(rootIn((await run(['record', 'verify', copy])).stdout))
  })

  it('shows each side the bodies that are for it, and to others only that there is something', () => {
    const bodies = (party: string): number =>
      readFileSync(join(copyOf(party), 'entries.jsonl'), 'utf8').match(/"body"/g)?.length ?? 0
    expect([bodies('ukraine'), bodies('russia'), bodies('us')]).toEqual([1, 0, 0])
  })

  it('names the entry in which one letter was changed, wherever that is', async () => {
    const copy = copyOf('broken')
    cpSync(copyOf('ukraine'), copy, { recursive: true })
    const file = join(copy, 'entries.jsonl')
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n')
    for (const at of [0, 1, 7, 100, 301, lines.length - 1]) {
      const line = lines[at] ?? ''
      const bytes = Buffer.from(JSON.parse(line).leaf, 'base64')
      const place = (at * 131) % bytes.length
      bytes[place] = (bytes[place] ?? 0) ^ 1
      const broken = { ...JSON.parse(line), leaf: bytes.toString('base64') }
      writeFileSync(file, `${lines.with(at, JSON.stringify(broken)).join('\n')}\n`)
      const found = await run(['record', 'verify', copy])
      expect(found.code).toBe(4)
      expect(found.stdout).toMatch(new RegExp(`^entry ${at}: it was changed`, 'm'))
    }
  })

  it('names the entry that was changed in the record itself, also where it is none any more', async () => {
    const damaged = copyOf('damaged')
    cpSync(record, damaged, { recursive: true })
    const database = new DatabaseSync(join(damaged, 'record.sqlite'))
    const trigger = "SELECT sql FROM sqlite_master WHERE name = 'entries_stay'"
    const made = String(database.prepare(trigger).get()?.['sql'])
    const leaf = database.prepare('SELECT leaf FROM entries WHERE number = 100').get()?.['leaf']
    const write = database.prepare('UPDATE entries SET leaf = ? WHERE number = 100')
    const tellings: string[] = []
    for (const place of [3, 300]) {
      const changed = Uint8Array.from(leaf as Uint8Array)
      changed[place] = (changed[place] ?? 0) ^ 1
      database.exec('DROP TRIGGER entries_stay')
      write.run(changed)
      database.exec(made)
      const found = await run(['record', 'verify', damaged])
      expect(found).toMatchObject({ code: 4, stderr: '' })
      expect(found.stdout).toContain('What is wrong lies from entry 100 to entry 100.')
      tellings.push(/^entry 100.*$/m.exec(found.stdout)?.[0] ?? '')
    }
    database.close()
    expect(tellings).toEqual([
      expect.stringMatching(/^entry 100: /),
      expect.stringMatching(/^entry 100 \(`flag-day-06-ru`\): its signature does not fit/)
    ])
  })

  it('goes on where the script ends, and refuses with the line what may not come in', async () => {
    const lines = join(folder, 'more.jsonl')
    const incident = 'shelling-day-04'
    writeFileSync(
      lines,
      [
        { kind: 'incident.acknowledged', content: { incident: 'unheard-of' } },
        { kind: 'incident.acknowledged', content: { incident } }
      ]
        .map((line) => JSON.stringify(line))
        .join('\n')
    )
    const key = join(record, 'keys', 'russia-head.pem')
    const now = '2025-03-02T08:00:00.000Z'
    const added = await run([
      'record',
      'add',
      record,
      lines,
      '--as',
      'russia',
      '--key',
      key,
      '--now',
      now
    ])
    expect(added.code).toBe(4)
    expect(added.stderr).toContain(`${lines}:1 incident.acknowledged: refused:`)
    expect(added.stdout).toContain(`${lines}:2 incident.acknowledged: entry`)
  })

  it('begins nothing for a party that the case has not, and leaves nothing in the way', async () => {
    const script = join(folder, 'nobody.jsonl')
    const opening = { title: 'x', operator: 'nobody', keys: [] }
    writeFileSync(script, JSON.stringify({ at: '2025-01-01T00:00:00Z', opening }))
    const path = join(folder, 'never')
    const played = await run(['record', 'play', path, '--case', FLAGSHIP, '--script', script])
    expect(played.code).toBe(2)
    expect(played.stderr).toContain('the case has no party `nobody`')
    expect(existsSync(path)).toBe(false)
  })

  it('names file, line and column of what is not JSON', async () => {
    const lines = join(folder, 'broken.jsonl')
    const key = join(record, 'keys', 'russia-head.pem')
    for (const [line, column] of [
      ['{"kind": incident}', 10],
      ['{"kind": "incident.reported",, "content": {}}', 30],
      ['{"kind": "incident.reported", "content": {"occurred":', 54],
      ['{"kind": "incident.repor', 25],
      ['{"kind": "incident.reported"} x', 31],
      ['[1]', 1]
    ] as const) {
      writeFileSync(lines, `\n${line}`)
      const added = await run(['record', 'add', record, lines, '--as', 'russia', '--key', key])
      expect(added.code).toBe(2)
      expect(added.stderr).toContain(`${lines}:2:${column}: this line is not`)
    }
  })

  it('keeps private keys from others', () => {
    const { mode } = statSync(join(record, 'keys', 'russia-head.pem'))
    expect(mode & 0o077).toBe(0)
  })
})
