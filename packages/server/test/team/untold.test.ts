// Secrets are sent through every input of a team's server: none comes out in its log, counts or output.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { hasPostgres, WITH_POSTGRES } from '../../../host/test/cluster.ts'
import { clusterForTests } from '../../../host/test/postgres.ts'
import { Log } from '../../src/ops/log.ts'
import { passwordsIn, untold } from '../../src/ops/untold.ts'
import { SMALL } from '../server.ts'
import { GOOD, TeamBench, tokenOf } from './bench.ts'

const CANARY = 'k4n4ri'
const DATABASE = 'db-p4ssw0rd/%'

describe('a log', () => {
  const lines: string[] = []
  const address = `postgres://truce:${encodeURIComponent(DATABASE)}@db.example.org/truce`
  const log = new Log({
    level: 'info',
    write: (line) => lines.push(line),
    untold: untold(passwordsIn(address))
  })
  it('strikes out what it was told is secret, what looks so, and all that hangs on a failure', () => {
    const failure = Object.assign(new Error(`cannot reach ${address} with ${DATABASE}`), {
      parameters: [CANARY],
      query: `SELECT '${CANARY}'`
    })
    log.failure(failure)
    log.failure(new Error(`see https://t.example/welcome/AbCdEfGhIjKlMnOpQrStUv\n${CANARY}`))
    log.failure(new Error(`cookie __Host-truce-session=${CANARY}.x; password: "${CANARY}"`))
    log.notice('warn', `Bearer ${CANARY}`)
    const all = lines.join('')
    for (const secret of [DATABASE, encodeURIComponent(DATABASE), CANARY, 'AbCdEfGh'])
      expect(all).not.toContain(secret)
    for (const line of lines) expect(JSON.parse(line)).toMatchObject({ time: expect.any(String) })
    expect(JSON.parse(lines[0] ?? '').stack.length).toBeGreaterThan(0)
  })
  it('tells of its level and worse alone, and of who asked at `debug` alone', () => {
    const told: string[] = []
    const at = (level: 'error' | 'info' | 'debug') =>
      new Log({ level, write: (line) => told.push(line), untold: (text) => text })
    const line = { id: 'i', method: 'GET', route: '/', status: 200, milliseconds: 1, who: 'w' }
    at('error').request(line)
    at('info').request(line)
    at('debug').request(line)
    expect(told.map((one) => 'who' in JSON.parse(one))).toEqual([false, true])
  })
})

describe.skipIf(!hasPostgres)(`a team's server${WITH_POSTGRES}`, () => {
  const cluster = clusterForTests()
  const lines: string[] = []
  let bench: TeamBench
  beforeAll(async () => {
    const folder = await mkdtemp(join(tmpdir(), 'truce-web-'))
    await mkdir(join(folder, 'web'))
    await writeFile(
      join(folder, 'web', 'index.html'),
      '<meta name="truce-token" content="__TOKEN__">'
    )
    bench = await TeamBench.open(cluster(), {
      database: cluster()
        .url()
        .replace('truce@', `truce:${encodeURIComponent(DATABASE)}@`),
      web: join(folder, 'web'),
      log: { level: 'debug', write: (line) => lines.push(line) },
      metrics: '127.0.0.1:0'
    })
    await rm(folder, { recursive: true, force: true })
  })
  afterAll(() => bench?.close())

  const counts = (): Promise<string> =>
    new Promise((resolve, reject) => {
      get(bench.serving.metrics ?? '', (response) => {
        let text = ''
        response.on('data', (part) => {
          text += part
        })
        response.on('end', () => resolve(text))
      }).on('error', reject)
    })

  it('writes no secret and no word of a paper down, whatever is asked and whatever fails', async () => {
    const output = (['log', 'error', 'warn', 'info'] as const).map((one) =>
      vi.spyOn(console, one).mockImplementation((...said) => void lines.push(said.join(' ')))
    )
    const ada = await bench.first()
    const { body: account } = await ada.get('/api/account')
    await ada.post('/api/team/organisations', { name: CANARY, kind: 'mediation', lead: account.id })
    const files = [{ name: 'case.yaml', text: SMALL.replace('Small', CANARY) }]
    const { body: paper } = await ada.post('/api/cases', { from: 'files', files, id: CANARY })
    expect(paper.id).toContain(CANARY)
    const { body: invited } = await ada.post('/api/administration/invitations', {
      email: `${CANARY}@un.example`
    })
    const link = tokenOf(String(invited.link))
    const { body: whole } = await ada.get('/api/openapi.json')
    const stranger = bench.browser()
    for (const [template, methods] of Object.entries(whole.paths as Record<string, object>))
      for (const method of Object.keys(methods)) {
        if (template.endsWith('/events') || template === '/api/sign-out') continue
        const path = `${template.replace('{id}', paper.id).replaceAll(/\{[^}]+\}/g, CANARY)}?token=${CANARY}`
        const sent = { token: CANARY, password: CANARY, code: CANARY, email: CANARY, text: CANARY }
        const headers = { authorization: `Bearer ${CANARY}`, 'x-truce-organisation': CANARY }
        await stranger.ask(method.toUpperCase(), path, method === 'get' ? undefined : sent, {
          headers: { ...headers, cookie: `__Host-truce-session=${CANARY}.${CANARY}` }
        })
        // What removes is not asked by the one whose account it is.
        if (method !== 'delete')
          await ada.ask(method.toUpperCase(), path, method === 'get' ? undefined : sent, {
            headers
          })
      }
    await bench.ask('GET', `/${CANARY}`)
    await bench.ask(CANARY.toUpperCase(), `/api/${CANARY}`)
    await cluster().end('SIGKILL')
    expect((await ada.get(`/api/cases/${paper.id}`)).body.error.code).toBe('away')
    await cluster().resume()
    const metrics = await counts()
    for (const one of output) one.mockRestore()
    const all = `${lines.join('\n')}\n${metrics}`
    const secrets = [
      CANARY,
      CANARY.toUpperCase(),
      DATABASE,
      encodeURIComponent(DATABASE),
      GOOD,
      link
    ]
    const session = ada.jar.get('__Host-truce-session') ?? ''
    const kept = [ada.secret, ...ada.backupCodes, session, decodeURIComponent(session)]
    const ids = [account.id, 'ada@un.example', 'Ada First', bench.token, ada.address]
    for (const secret of [...secrets, ...kept, ...ids]) expect(all).not.toContain(secret)
    const requests = lines.flatMap((line) => (line.startsWith('{') ? [JSON.parse(line)] : []))
    expect(requests.some(({ route, who }) => route === '/api/cases/:id' && who !== undefined)).toBe(
      true
    )
    expect(requests.some(({ what, level }) => what === 'notice' && level === 'warn')).toBe(true)
    expect(requests.filter(({ what }) => what === 'failure')).toEqual([])
    // Each template that the description has, and no address that somebody asked for.
    const routes = new Set([...metrics.matchAll(/route="([^"]*)"/g)].map(([, route]) => route))
    const templates = new Set(
      Object.keys(whole.paths).map((one) => one.replaceAll(/\{([^}]+)\}/g, ':$1'))
    )
    for (const route of routes)
      expect(
        templates.has(route ?? '') || ['/*', '/api/*', '/api/openapi.json'].includes(route ?? ''),
        route
      ).toBe(true)
    expect(metrics).toContain('truce_failures_total{kind="database"}')
    expect(metrics).toContain('nodejs_eventloop_lag_seconds')
  })

  it('says at a glance whether it lives and is ready', async () => {
    expect((await bench.ask('GET', '/api/health')).body).toEqual({ alive: true })
    expect((await bench.ask('GET', '/api/ready')).body).toEqual({ ready: true })
    await cluster().sql("INSERT INTO truce.migrations VALUES ('access', 999, 'later', 'x')")
    await new Promise((done) => setTimeout(done, 1100))
    expect((await bench.ask('GET', '/api/ready')).body.error).toMatchObject({ code: 'not-ready' })
    await cluster().sql('DELETE FROM truce.migrations WHERE number = 999')
  })
})
