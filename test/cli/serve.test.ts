import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { run } from './run.ts'

const TRUCE = join(import.meta.dirname, '..', '..', 'packages', 'cli', 'bin', 'truce.js')
let folder = ''
let children: ChildProcess[] = []

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'truce-serve-'))
})
afterEach(async () => {
  for (const child of children) child.kill('SIGKILL')
  children = []
  await rm(folder, { recursive: true, force: true })
})

interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Starts the command; `ready` when it answers, `ended` when it has. */
function started(...argv: readonly string[]): {
  child: ChildProcess
  ready: Promise<string>
  ended: Promise<Ended>
} {
  const child = spawn(process.execPath, [TRUCE, 'serve', ...argv], {
    stdio: ['ignore', 'pipe', 'pipe']
  })
  children.push(child)
  let [stdout, stderr] = ['', '']
  const ready = new Promise<string>((resolve) => {
    child.stderr?.on('data', (part) => {
      stderr += part
      const url = /http:\S+/.exec(stdout)?.[0]
      if (stderr.includes('Ctrl-C') && url) resolve(url)
    })
  })
  child.stdout?.on('data', (part) => {
    stdout += part
  })
  const ended = new Promise<Ended>((resolve) =>
    child.on('close', (code) => resolve({ code, stdout, stderr }))
  )
  return { child, ready, ended }
}

const serving = (...more: readonly string[]) =>
  started('--port', '0', '--workspace', folder, '--no-open', ...more)

/** What is left in a folder that nobody serves. */
const LET_GO = ['staging', 'versions.db']

describe('truce serve', () => {
  it('answers until SIGINT, then lets go of the folder', async () => {
    const { child, ready, ended } = serving()
    const url = await ready
    const page = await fetch(url)
    expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'no-store'])
    const { cases } = (await (await fetch(`${url}/api/library`)).json()) as {
      cases: { id: string }[]
    }
    expect(cases.map(({ id }) => id)).toContain('ukraine/2024-maitra')
    child.kill('SIGINT')
    expect(await ended).toMatchObject({
      code: 0,
      stdout: `Truce answers at ${url}\nyour cases are in ${folder}\n`
    })
    expect((await readdir(join(folder, '.truce'))).sort()).toEqual(LET_GO)
  })
  it('ends on SIGTERM likewise, though a page still follows a case', async () => {
    const { child, ready, ended } = serving()
    const url = await ready
    const token =
      /name="truce-token" content="([^"]+)"/.exec(await (await fetch(url)).text())?.[1] ?? ''
    const headers = { 'x-truce-token': token, 'content-type': 'application/json' }
    const made = await fetch(`${url}/api/cases`, {
      method: 'POST',
      headers,
      body: '{"from":"new","id":"river"}'
    })
    expect(made.status).toBe(201)
    expect(await readdir(join(folder, 'river'))).toEqual(['case.yaml', 'stances.yaml'])
    const events = await fetch(`${url}/api/cases/river/events`)
    child.kill('SIGTERM')
    expect(await ended).toMatchObject({
      code: 0,
      stdout: `Truce answers at ${url}\nyour cases are in ${folder}\n`
    })
    expect(await events.text()).toContain('event: open')
    expect((await readdir(join(folder, '.truce'))).sort()).toEqual(LET_GO)
  })
  it('is refused a folder that another serves, and says which process and where, until that one is killed', async () => {
    const first = serving()
    const url = await first.ready
    const second = await serving().ended
    expect(second).toMatchObject({ code: 1, stdout: '' })
    expect(second.stderr).toBe(
      `truce: process ${first.child.pid} already serves the workspace ${folder} and answers at ${url}; use that one, end it, or choose another folder with --workspace\n`
    )
    first.child.kill('SIGKILL')
    await first.ended
    expect(await serving().ready).toMatch(/^http:/)
  })
  it('says that a port is in use, and leaves the folder free', async () => {
    const other = createServer()
    const port = await new Promise<number>((resolve) =>
      other.listen(0, '127.0.0.1', () => resolve((other.address() as { port: number }).port))
    )
    const { code, stderr } = await started(
      '--port',
      String(port),
      '--workspace',
      folder,
      '--no-open'
    ).ended
    other.close()
    expect([code, stderr]).toEqual([
      1,
      `truce: port ${port} is in use by another program; choose another, such as --port ${port + 1}, or --port 0 for any free one\n`
    ])
    expect(await readdir(join(folder, '.truce'))).not.toContain('lock')
  })
  it('listens on this computer only', async () => {
    for (const address of ['0.0.0.0', '::', '192.168.1.2', 'example.org']) {
      const { code, stderr } = await run([
        'serve',
        '--address',
        address,
        '--workspace',
        join(folder, 'none')
      ])
      expect([code, stderr]).toEqual([1, expect.stringContaining(`${address} is refused`)])
    }
    expect(await readdir(folder)).toEqual([])
  })
  it('refuses what it does not take', async () => {
    expect((await run(['serve', 'cases/classics/chicken'])).code).toBe(2)
    expect((await run(['serve', '--port', '70000'])).code).toBe(2)
    expect((await run(['serve', '--prot', '1'])).stderr).toContain('--port')
    const help = await run(['serve', '--help'])
    expect([help.code, help.stdout]).toEqual([0, expect.stringContaining('--workspace <folder>')])
  })
})
