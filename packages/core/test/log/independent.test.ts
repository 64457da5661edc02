// docs/verify-record.py, which shares no line with what it verifies, over the same logs.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { base64, leafHash, MerkleTree } from '@truce/core/log'
import { afterAll, describe, expect, it } from 'vitest'
import { sampled } from '../laws.ts'
import { python } from '../python.ts'
import { type Log, SOUND, TROUBLES } from './troubles.ts'

const SCRIPT = join(import.meta.dirname, '../../../../docs/verify-record.py')
const folder = mkdtempSync(join(tmpdir(), 'truce-verify-'))
afterAll(() => rmSync(folder, { recursive: true }))
let made = 0

/** A record as it is exported. The largest checkpoint is the newest. */
function exported({ entries, checkpoints }: Log): string {
  const path = join(folder, String(made++))
  mkdirSync(path)
  const lines = entries.map(({ leaf, body }) =>
    JSON.stringify({ leaf: base64(leaf), ...(body && { body: base64(body) }) })
  )
  writeFileSync(join(path, 'entries.jsonl'), lines.map((line) => `${line}\n`).join(''))
  for (const [index, note] of checkpoints.entries())
    writeFileSync(join(path, index === 0 ? 'checkpoint' : `checkpoint-${index}`), note)
  return path
}

interface Told {
  readonly status: number
  readonly told: string
}

/** The script over many folders in one process, as if it were started for each. */
const DRIVER = `
import sys
alone, script, *folders = sys.argv[1:]
if alone == 'true': sys.modules['cryptography'] = None
code = compile(open(script, encoding='utf-8').read(), script, 'exec')
for folder in folders:
    sys.argv = [script, folder]
    try: exec(code, {'__name__': '__main__'})
    except SystemExit as end: print('ends with', end.code)
`

/** What the script says of each log; `alone`: with the standard library and nothing else. */
function verifyAll(logs: readonly Log[], alone = false): readonly Told[] {
  const args = ['-c', DRIVER, String(alone), SCRIPT, ...logs.map(exported)]
  const { stdout, stderr } = spawnSync(python ?? '', args, { encoding: 'utf8' })
  expect(stderr).toBe('')
  const told = stdout.split(/^ends with (\d)\n/m)
  return logs.map((_, at) => ({ told: told[2 * at] ?? '', status: Number(told[2 * at + 1]) }))
}

const root = ({ entries }: Log): string =>
  base64(MerkleTree.of(entries.map(({ leaf }) => leafHash(leaf))).rootAt())

describe.skipIf(python === undefined)('the independent verifier', () => {
  it.each([false, true])('reaches the same root (with the standard library alone: %s)', (alone) => {
    const bare = { ...SOUND, entries: SOUND.entries.map(({ leaf }) => ({ leaf })) }
    for (const { status, told } of verifyAll([SOUND, bare], alone)) {
      expect(told).toContain('all is well')
      expect(told).toContain(`root         ${root(SOUND)}\n`)
      expect(told).toContain(
        'checkpoint   checkpoint over 14 signed by north, secretariat, south\n'
      )
      expect(status).toBe(0)
    }
  })
  it('tells each problem by the same name at the same entry', async () => {
    // How many entries there should be is known to a store; an export says it by its checkpoint.
    const troubles = TROUBLES.filter(({ size }) => size === undefined)
    const logs = await Promise.all(troubles.map(({ log }) => log()))
    const found = verifyAll(logs)
    for (const [at, { code, entry }] of troubles.entries()) {
      const { told = '', status } = found[at] ?? {}
      const word = code === 'not-canonical' ? 'bad-signature' : code
      expect(told).toMatch(new RegExp(`^problem +${entry ?? '\\d+'} ${word}\\b`, 'm'))
      expect(told).toContain(`root         ${root(logs[at] ?? SOUND)}\n`)
      if (entry !== undefined && code !== 'two-heads')
        expect(told).toContain(`first wrong  ${entry}\n`)
      expect(status).toBe(1)
    }
  })
  it('tells that the last entries are gone', () => {
    const [found] = verifyAll([{ ...SOUND, entries: SOUND.entries.slice(0, 12) }], true)
    expect(found?.told).toMatch(/^problem +12 missing-entry checkpoint$/m)
    expect(found?.status).toBe(1)
  })
  it.each([false, true])('finds a bit that was turned in any entry (alone: %s)', (alone) => {
    // Signatures take the standard library alone many times as long: by default every third entry.
    const step = alone ? sampled(1, 3) : 1
    const turned = [...SOUND.entries.keys()].filter((number) => number % step === 0)
    const logs = turned.map((number) => {
      const { leaf: changed } = SOUND.entries[number] as (typeof SOUND.entries)[number]
      const place = (number * 97 + (alone ? 13 : 0)) % changed.length
      const leaf = changed.with(place, (changed[place] ?? 0) ^ 1)
      return { ...SOUND, entries: SOUND.entries.with(number, { leaf }) }
    })
    for (const [at, { told, status }] of verifyAll(logs, alone).entries()) {
      const number = turned[at] ?? -1
      const [, from, to = from] = /^first wrong +(\d+)(?:\.\.(\d+))?$/m.exec(told) ?? []
      expect(Number(from)).toBeLessThanOrEqual(number)
      expect(Number(to)).toBeGreaterThanOrEqual(number)
      expect(status).toBe(1)
    }
  })
  it('says what it cannot read, and how it is used', () => {
    const run = (...args: readonly string[]) =>
      spawnSync(python ?? '', [SCRIPT, ...args], { encoding: 'utf8' })
    const [nowhere, nothing] = [run(join(folder, 'nowhere')), run()]
    expect([nowhere.status, nothing.status]).toEqual([2, 2])
    expect(nowhere.stdout).toMatch(/^cannot be read: /)
    expect(nothing.stdout).toContain('verify-record.py <folder>')
  })
  it('is short enough to be read', () => {
    expect(readFileSync(SCRIPT, 'utf8').split('\n').length).toBeLessThan(200)
  })
})
