/**
 * Times the workbench's server against its targets, over HTTP on this computer. Run with `node
 * bench/server.ts`.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'
import { serve } from '../packages/server/src/index.ts'
import { figure } from './figures.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const FLAGSHIP = 'cases/ukraine/2024-maitra'
const [RATE, SECONDS] = [200, 10]
const UNCACHED = 20
const WARM_UP = 200

const agent = new Agent({ keepAlive: true, maxSockets: 32 })

const bodyFor = (seed: number): string => {
  const names = readdirSync(root + FLAGSHIP, { recursive: true, encoding: 'utf8' })
  const files = names
    .filter((name) => name.endsWith('.yaml') && !name.startsWith('expected'))
    .map((name) => ({
      name: name.replaceAll('\\', '/'),
      text: readFileSync(join(root, FLAGSHIP, name), 'utf8')
    }))
  return JSON.stringify({ files, settings: { seed } })
}

/** Milliseconds from asking to the last byte. */
function ask({
  url,
  token,
  body
}: {
  readonly url: string
  readonly token: string
  readonly body: string
}): Promise<number> {
  const started = performance.now()
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    'x-truce-token': token
  }
  return new Promise((resolve, reject) => {
    const asking = request(`${url}/api/check`, { method: 'POST', agent, headers }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`status ${response.statusCode}`))
      response.on('data', () => undefined)
      response.on('end', () => resolve(performance.now() - started))
    })
    asking.on('error', reject)
    asking.end(body)
  })
}

const quantile = (times: readonly number[], share: number): number =>
  [...times].sort((a, b) => a - b)[
    Math.min(times.length - 1, Math.ceil(times.length * share) - 1)
  ] as number

/**
 * Asks at a fixed rate, whether or not answers keep up; times count from when a request was due.
 */
async function load(): Promise<void> {
  const [, , , url = '', token = ''] = process.argv
  const body = bodyFor(1)
  // Both sides compile their code at first; what is measured is a server at work.
  for (let n = 0; n < WARM_UP; n++) await ask({ url, token, body })
  const begun = performance.now()
  const late = (n: number): number => performance.now() - begun - (n * 1000) / RATE
  const times = await Promise.all(
    Array.from({ length: RATE * SECONDS }, async (_, n) => {
      await new Promise((resolve) => setTimeout(resolve, (n * 1000) / RATE))
      const waited = Math.max(0, late(n))
      return waited + (await ask({ url, token, body }))
    })
  )
  const rate = times.length / ((performance.now() - begun) / 1000)
  process.stdout.write(
    JSON.stringify({ rate, median: quantile(times, 0.5), p99: quantile(times, 0.99) })
  )
}

/** Runs this file again as the one that asks, so that asking does not slow answering. */
function loadApart(
  url: string,
  token: string
): Promise<{ readonly rate: number; readonly median: number; readonly p99: number }> {
  const child = spawn(process.execPath, [import.meta.filename, 'load', url, token], {
    stdio: ['ignore', 'pipe', 'inherit']
  })
  let text = ''
  child.stdout.on('data', (part) => {
    text += part
  })
  return new Promise((resolve, reject) =>
    child.on('close', (code) =>
      code === 0 ? resolve(JSON.parse(text)) : reject(new Error('the load failed'))
    )
  )
}

async function measure(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'truce-bench-'))
  const report = (error: unknown): void => console.error(error)
  const serving = await serve({
    port: 0,
    workspace: folder,
    library: join(root, 'cases'),
    web: folder,
    startingCase: [],
    report
  })
  const target = (name: string, value: number, most: number): void => {
    const met = figure({ name, value, unit: 'ms', floor: most })
    console.log(
      `${name.padEnd(64)} ${value.toFixed(1)} ms  (target ${most} ms)${met ? '' : '  MISSED'}`
    )
    if (!met) process.exitCode = 1
  }
  try {
    console.log(
      `${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}, ${process.platform}`
    )
    const { rate, median, p99 } = await loadApart(serving.url, serving.token)
    target(`flagship from memory, ${RATE} asked a second: p99`, p99, 100)
    console.log(`  ${rate.toFixed(0)} answered a second, median ${median.toFixed(1)} ms`)
    if (rate < 0.95 * RATE) process.exitCode = 1
    const delay = monitorEventLoopDelay({ resolution: 1 })
    delay.enable()
    const times: number[] = []
    for (let n = 0; n < UNCACHED; n++)
      times.push(await ask({ url: serving.url, token: serving.token, body: bodyFor(100 + n) }))
    delay.disable()
    // The histogram counts from one timer to the next: what is over the millisecond between them is
    // delay.
    target('event loop during uncached checks: p99', delay.percentile(99) / 1e6 - 1, 20)
    console.log(`  median ${quantile(times, 0.5).toFixed(0)} ms a check`)
  } finally {
    await serving.close()
    agent.destroy()
    rmSync(folder, { recursive: true, force: true })
  }
}

await (process.argv[2] === 'load' ? load() : measure())
