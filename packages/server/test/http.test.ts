import { readFileSync } from 'node:fs'
import { mkdir, readdir, readFile, rmdir, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { askPlan } from '../../core/src/ask/plan.ts'
import { askReport } from '../../core/src/ask/report.ts'
import { readCase } from '../../core/src/case/index.ts'
import { renderHtml } from '../../core/src/report/briefing/index.ts'
import { renderMarkdown } from '../../core/src/report/index.ts'
import { outputSchemas } from '../../core/src/report/output-schemas.ts'
import { planReport } from '../../core/src/report/plan/index.ts'
import { hashOf } from '../../host/src/index.ts'
import { highsSolver } from '../../milp/src/index.ts'
import { described, strays } from './contract.ts'
import { Bench, SMALL, texts } from './server.ts'

let bench: Bench
beforeAll(async () => {
  bench = await Bench.open()
})
afterAll(() => bench.close())

const made = async (id: string) =>
  (await bench.ask('POST', '/api/cases', { body: { from: 'new', id } })).body

describe('library and cases', () => {
  it('lists what ships', async () => {
    const { status, body } = await bench.ask('GET', '/api/library', { token: null })
    expect(status).toBe(200)
    expect(body.cases).toContainEqual(
      expect.objectContaining({
        id: 'ukraine/2024-maitra',
        where: 'cases/ukraine/2024-maitra',
        view: expect.stringContaining('Maitra')
      })
    )
  })
  it('copies a case of it, and lists the copy', async () => {
    const { status, body } = await bench.ask('POST', '/api/cases', {
      body: { from: 'library', library: 'panama-canal/1977' }
    })
    expect([status, body.id, body.version, body.shippedFrom]).toEqual([
      201,
      'panama-canal-1977',
      1,
      'panama-canal/1977'
    ])
    expect(await readFile(bench.workspace('panama-canal-1977', 'stances', 'us.yaml'), 'utf8')).toBe(
      body.files.find(({ name }: { name: string }) => name === 'stances/us.yaml').text
    )
    const list = await bench.ask('GET', '/api/cases')
    expect(list.body.cases).toContainEqual(
      expect.objectContaining({
        id: 'panama-canal-1977',
        versions: 1,
        shippedFrom: 'panama-canal/1977',
        title: expect.stringContaining('Panama')
      })
    )
  })
  it('makes one to start from, and one of texts', async () => {
    expect((await made('river')).files).toEqual(texts())
    const { status, body } = await bench.ask('POST', '/api/cases', {
      body: { from: 'files', files: texts('# mine\n') }
    })
    expect([status, body.id]).toEqual([201, 'new-case'])
  })
  it('saves, refuses what is stale, and keeps it', async () => {
    await made('saved')
    const put = (text: string, base: number) =>
      bench.ask('PUT', '/api/cases/saved', { body: { files: texts(text), base } })
    expect((await put('# 2\n', 1)).body).toMatchObject({ version: 2, versions: 2 })
    const { status, body } = await put('# other\n', 1)
    expect([status, body.error.code, body.current.version, body.aside]).toEqual([
      409,
      'stale',
      2,
      3
    ])
    expect((await bench.ask('GET', '/api/cases/saved/versions/3')).body).toMatchObject({
      aside: true,
      files: texts('# other\n')
    })
    await writeFile(bench.workspace('saved', 'case.yaml'), '# outside\n')
    const outside = await put('# mine\n', 2)
    expect([outside.status, outside.body.error.code, outside.body.current.files]).toEqual([
      409,
      'outside',
      texts('# outside\n')
    ])
    expect(
      (await bench.ask('GET', '/api/cases/saved/versions')).body.versions.map(
        (one: { origin: string }) => one.origin
      )
    ).toEqual(['created', 'saved', 'saved', 'outside', 'saved'])
  })
  it('sets a case aside, with its files, and puts it back', async () => {
    await made('gone')
    await bench.ask('PUT', '/api/cases/gone', { body: { files: texts('# 2\n'), base: 1 } })
    const { status, body } = await bench.ask('DELETE', '/api/cases/gone', { body: {} })
    expect([status, body.cases]).toEqual([200, ['gone']])
    expect((await bench.ask('GET', '/api/cases/gone')).status).toBe(404)
    expect(await readFile(bench.workspace('.truce', 'removed', 'gone', 'case.yaml'), 'utf8')).toBe(
      '# 2\n'
    )
    expect((await bench.ask('GET', '/api/cases/gone/versions')).body.versions).toHaveLength(2)
    const back = await bench.ask('POST', '/api/removed/gone', { body: {} })
    expect([back.status, back.body.version, back.body.files]).toEqual([200, 2, texts('# 2\n')])
    expect((await bench.ask('GET', '/api/removed')).body.cases).toEqual([])
    await bench.ask('DELETE', '/api/cases/gone', { body: {} })
    await mkdir(bench.workspace('Gone'))
    const taken = await bench.ask('POST', '/api/removed/gone', { body: {} })
    expect([taken.status, taken.body.error.code]).toEqual([409, 'taken'])
    await rmdir(bench.workspace('Gone'))
  })
  it('reads the workbook that it wrote, and refuses what is none', async () => {
    const rows = [
      ['issue', 'option', 'A'],
      ['Water', 'weight', 50],
      ['=1+1', 'Über', '40-60']
    ]
    const port = { host: '127.0.0.1', port: bench.port }
    const workbook = await fetch(`http://${port.host}:${port.port}/api/workbook`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-truce-token': bench.serving.token },
      body: JSON.stringify({ rows })
    })
    const file = Buffer.from(await workbook.arrayBuffer()).toString('base64')
    const read = await bench.ask('POST', '/api/workbook/rows', { body: { file } })
    expect(read.body).toEqual({ rows: rows.map((row) => row.map(String)) })
    const none = await bench.ask('POST', '/api/workbook/rows', {
      body: { file: Buffer.from('no workbook').toString('base64') }
    })
    expect([none.status, none.body.error.code]).toEqual([422, 'no-workbook'])
  })
  it('writes no workbook of more cells than it reads', async () => {
    // Half a megabyte of zeros: to write them would take a second of a processor, and 20 MB of them forty.
    const wide = { rows: Array.from({ length: 500 }, () => Array(401).fill(0)) }
    const { status, body } = await bench.ask('POST', '/api/workbook', { body: wide })
    expect([status, body.error.message]).toEqual([
      422,
      'rows: a workbook has at most 200,000 cells'
    ])
  })
  it('opens a broken case, with its text and what was wrong with finding it', async () => {
    await mkdir(bench.workspace('broken', 'more'), { recursive: true })
    await writeFile(bench.workspace('broken', 'case.yaml'), 'truce: [1\n')
    await writeFile(bench.workspace('broken', 'more', 'old.yml'), 'a: 1\n')
    const { status, body } = await bench.ask('GET', '/api/cases/broken')
    expect([status, body.files, body.findings.length]).toEqual([200, texts('truce: [1\n'), 1])
    const list = await bench.ask('GET', '/api/cases')
    expect(list.body.cases).toContainEqual(
      expect.objectContaining({ id: 'broken', title: 'broken', view: null })
    )
    expect(await readFile(bench.workspace('broken', 'case.yaml'), 'utf8')).toBe('truce: [1\n')
  })
  it('lists more cases than may wait for a thread', async () => {
    for (let n = 0; n < 90; n++) {
      await mkdir(bench.workspace(`many-${n}`))
      await writeFile(bench.workspace(`many-${n}`, 'case.yaml'), `truce: 1\ntitle: Number ${n}\n`)
    }
    const { body } = await bench.ask('GET', '/api/cases')
    expect(body.passedBy).toEqual([])
    expect(body.cases).toContainEqual(
      expect.objectContaining({ id: 'many-89', title: 'Number 89' })
    )
  })
  it('tells what is no case', async () => {
    await mkdir(bench.workspace('not a case'))
    expect((await bench.ask('GET', '/api/cases')).body.passedBy).toEqual([
      { name: 'not a case', why: expect.any(String) }
    ])
  })
})

describe('check', () => {
  const check = (files: unknown, settings?: unknown) =>
    bench.ask('POST', '/api/check', { body: { files, ...(settings ? { settings } : {}) } })

  it('answers the published document, the second time from memory, in whatever order the files come', async () => {
    const { body: maitra } = await bench.ask('POST', '/api/cases', {
      body: { from: 'library', library: 'ukraine/2024-maitra' }
    })
    const settings = { draws: 200, proposals: ['framework', 'accession'] }
    const first = await check(maitra.files, settings)
    expect(first.headers['x-truce-cache']).toBe('miss')
    expect(outputSchemas.check.safeParse(first.body).error?.issues ?? []).toEqual([])
    const second = await check([...maitra.files].reverse(), { seed: 1, ...settings })
    expect(second.headers['x-truce-cache']).toBe('hit')
    expect(second.text).toBe(first.text)
    expect(first.body.case.hash).toBe(maitra.hash)
  })
  it('is another for other settings, and for another text', async () => {
    const settings = [{}, { draws: 100 }, { seed: 2 }, { dependence: 'party' }, { proposals: [] }]
    for (const one of settings)
      expect((await check(texts(), one)).headers['x-truce-cache']).toBe('miss')
    expect((await check(texts(`${SMALL}# x\n`))).headers['x-truce-cache']).toBe('miss')
    expect((await check(texts())).headers['x-truce-cache']).toBe('hit')
  })
  it('computes once what is asked for many times at once', async () => {
    const all = await Promise.all(
      Array.from({ length: 20 }, () => check(texts(`${SMALL}# many\n`)))
    )
    expect(new Set(all.map(({ text }) => text)).size).toBe(1)
  })
  it('answers errors of a case with findings alone', async () => {
    const { status, body } = await check(texts('truce: 1\ntitle: T\nas-of: 2024-13-01\n'))
    expect([status, body.command, body.case]).toEqual([200, 'check', { title: 'T' }])
    expect(body.findings).toContainEqual(expect.objectContaining({ severity: 'error', line: 3 }))
    expect(outputSchemas.check.safeParse(body).error?.issues ?? []).toEqual([])
  })
  it('compares two versions', async () => {
    await made('compared')
    await bench.ask('PUT', '/api/cases/compared', {
      body: { files: texts(SMALL.replace('base: 20', 'base: 70')), base: 1 }
    })
    const { body } = await bench.ask('GET', '/api/cases/compared/diff?from=1&to=2')
    expect(body).toMatchObject({
      command: 'diff',
      cases: ['version 1', 'version 2'],
      difference: { noDeal: [{ party: 'a', value: [20, 70] }] }
    })
    await bench.ask('PUT', '/api/cases/compared', { body: { files: texts('truce: ['), base: 2 } })
    const broken = await bench.ask('GET', '/api/cases/compared/diff?from=1&to=3')
    expect(broken.body.difference).toBeUndefined()
    expect(broken.body.findings.length).toBeGreaterThan(0)
  })
})

describe('a briefing', () => {
  it('is worked out once for all its forms, which say what the command writes', async () => {
    const report = async (to: string, short?: boolean) => {
      const answer = await bench.ask('POST', '/api/report', {
        body: { files: texts(), to, short }
      })
      expect(answer.status).toBe(200)
      return answer.text
    }
    const source = { ...readCase(texts()), hash: hashOf(texts()) }
    const answer = await askReport(source, {}, { solver: highsSolver() })
    if (answer.refused) throw new Error('the small case is sound')
    expect(await report('markdown')).toBe(renderMarkdown(answer.document()))
    expect(await report('html')).toBe(renderHtml(answer.document()))
    const short = await askReport(source, { short: true }, { solver: highsSolver() })
    if (short.refused) throw new Error('the small case is sound')
    expect(await report('markdown', true)).toBe(renderMarkdown(short.document()))
    const refused = await bench.ask('POST', '/api/report', {
      body: { files: texts('truce: 1\n'), to: 'html' }
    })
    expect(refused.status).toBe(422)
  })

  it('tells the ceasefire on the ground where the lines of the case are drawn among its files', async () => {
    const folder = join(import.meta.dirname, '../../../cases/golan/1974')
    const files = ['case.yaml', 'lines/line-a.geojson', 'lines/line-b.geojson'].map((name) => ({
      name,
      text: readFileSync(join(folder, name), 'utf8')
    }))
    const told = async (some: typeof files): Promise<string> => {
      const body = { files: some, to: 'markdown' }
      return (await bench.ask('POST', '/api/report', { body })).text
    }
    const whole = await told(files)
    expect(whole).toContain('The ceasefire on the ground')
    expect(whole).toContain('982')
    expect(await told(files.slice(0, 1))).not.toContain('982')
  })
})

describe('a path as a file', () => {
  const hill = readFileSync(
    join(import.meta.dirname, '../../../docs/method/plan-example/case.yaml'),
    'utf8'
  )
  const ask = (path: string) =>
    bench.ask('POST', '/api/report', { body: { files: texts(hill), to: 'markdown', path } })

  it('says what the command writes', async () => {
    const answer = askPlan({ ...readCase(texts(hill)), hash: '' }, { proposal: 'swap' })
    if (answer.refused) throw new Error('the example is sound')
    const { status, text } = await ask('swap')
    expect([status, text]).toEqual([200, renderMarkdown(planReport(answer.result))])
  })

  it('is refused, with what to do, where the case has no such proposal', async () => {
    const { status, body } = await ask('swop')
    expect(status).toBe(422)
    expect(body.error.message).toMatch(/no proposal swop; did you mean swap/)
  })
})

describe('events', () => {
  it('tell of a change made outside and of a save', async () => {
    await made('followed')
    let heard = ''
    const { promise, resolve } = Promise.withResolvers<void>()
    const headers = { host: `localhost:${bench.port}` }
    const asking = request(
      { host: '127.0.0.1', port: bench.port, path: '/api/cases/followed/events', headers },
      (response) => {
        response.on('data', (part) => {
          if (heard === '') void writeFile(bench.workspace('followed', 'case.yaml'), '# outside\n')
          heard += part
          if (heard.includes('"version":2') && !heard.includes('"version":3'))
            void bench.ask('PUT', '/api/cases/followed', {
              body: { files: texts('# ours\n'), base: 2 }
            })
          if (heard.includes('"version":3')) resolve()
        })
      }
    )
    asking.end()
    await promise
    asking.destroy()
    expect([...heard.matchAll(/^event: (\w+)$/gm)].map(([, event]) => event)).toEqual([
      'open',
      'changed',
      'changed'
    ])
    expect([...heard.matchAll(/"origin":"(\w+)"/g)].map(([, origin]) => origin)).toEqual([
      'outside',
      'saved'
    ])
  })
})

describe('the page', () => {
  it('has a nonce of its own and the token', async () => {
    const [one, two] = [await bench.ask('GET', '/'), await bench.ask('GET', '/?room')]
    const nonce = (answer: typeof one) => /content="([^"]+)"/.exec(answer.text)?.[1]
    expect(one?.text).toContain(`content="${bench.serving.token}"`)
    expect(one?.text).toContain(`<i nonce="${nonce(one)}">`)
    expect(one?.headers['content-security-policy']).toContain(
      `style-src 'self' 'nonce-${nonce(one)}'`
    )
    expect(one?.headers['cache-control']).toBe('no-store')
    expect(nonce(one)).not.toBe(nonce(two))
    expect((await bench.ask('GET', '/index.html')).text).toContain(bench.serving.token)
  })
  it('says where there is none, to people in a page', async () => {
    const page = await bench.ask('GET', '/some/where', { headers: { accept: 'text/html' } })
    expect([page.status, page.text]).toEqual([404, expect.stringContaining('href="/"')])
    expect(page.text).not.toContain(bench.serving.token)
    expect((await bench.ask('GET', '/some/where')).body.error.code).toBe('no-such-page')
  })
  it('is sent packed where the browser takes that, never the page with the token, never twice', async () => {
    const at = `http://127.0.0.1:${bench.port}`
    const packed = async (path: string, takes: string) => {
      const { headers } = await fetch(`${at}${path}`, { headers: { 'accept-encoding': takes } })
      return headers.get('content-encoding') ?? undefined
    }
    expect(await packed('/assets/app-1a2b.js', 'gzip, deflate, br')).toBe('br')
    expect(await packed('/assets/app-1a2b.js', 'gzip')).toBe('gzip')
    expect(await packed('/assets/app-1a2b.js', 'identity')).toBeUndefined()
    expect(await packed('/api/cases', 'gzip')).toBe('gzip')
    expect(await packed('/', 'gzip, br')).toBeUndefined()
    expect(await (await fetch(`${at}/assets/app-1a2b.js`)).text()).toBe('export {}\n')
  })
  it('comes with its files, those named by content for ever', async () => {
    const script = await bench.ask('GET', '/assets/app-1a2b.js')
    expect([
      script.status,
      script.headers['content-type'],
      script.headers['cache-control']
    ]).toEqual([200, 'text/javascript; charset=utf-8', 'public, max-age=31536000, immutable'])
    expect((await bench.ask('GET', '/favicon.svg')).headers['cache-control']).toBe('no-cache')
    expect((await bench.ask('GET', '/assets/gone.js')).status).toBe(404)
  })
  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/../../secret.txt',
    '/assets/%2e%2e/%2e%2e/secret.txt',
    '/..\\secret.txt',
    '/%5c..%5csecret.txt',
    '/.secret.txt',
    '//secret.txt',
    '/assets/..%00/secret.txt',
    '/%252e%252e/secret.txt'
  ])('leads nowhere else: %s', async (path) => {
    const answer = await bench.ask('GET', path)
    expect(answer.text).not.toBe('secret')
    expect([400, 404]).toContain(answer.status)
  })
  it('lets the worker that works answers out compile WebAssembly, and nothing else', async () => {
    const policyOf = async (path: string) =>
      (await bench.ask('GET', path)).headers['content-security-policy']
    const page = await policyOf('/assets/app-1a2b.js')
    const worker = await policyOf('/assets/engine-worker-1a2b.js')
    expect(worker).toBe(
      String(page).replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'")
    )
    for (const path of ['/engine-worker-1a2b.js', '/assets/other-engine-worker-1a2b.js'])
      expect(await policyOf(path)).toBe(page)
  })
  it('lets nothing in from elsewhere, on any answer', async () => {
    for (const path of ['/', '/api/cases', '/api/none', '/assets/app-1a2b.js', '/gone.js']) {
      const { headers } = await bench.ask('GET', path)
      expect(headers['content-security-policy']).toMatch(/^default-src 'self'; script-src 'self';/)
      expect(headers['content-security-policy']).not.toMatch(/unsafe|\*|http/)
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'no-referrer'
      })
      expect(headers['access-control-allow-origin']).toBeUndefined()
    }
  })
})

describe('the door', () => {
  const refusal = async (...request: Parameters<Bench['ask']>) => {
    const { status, body } = await bench.ask(...request)
    return [status, body.error.code]
  }
  const create = { body: { from: 'new', id: 'intruder' } }

  it('gives the token of this run to scripts of its own page alone', async () => {
    const ours = { 'x-truce-page': '1', 'sec-fetch-site': 'same-origin' }
    const ask = (headers: Record<string, string>) =>
      bench.ask('GET', '/api/token', { headers, token: null })
    expect((await ask(ours)).body).toEqual({ token: bench.serving.token })
    for (const headers of [
      { 'sec-fetch-site': 'same-origin' },
      { ...ours, 'sec-fetch-site': 'none' },
      { ...ours, 'sec-fetch-site': 'same-site' },
      { ...ours, 'sec-fetch-site': 'cross-site' },
      { ...ours, origin: 'http://evil.example' },
      { ...ours, host: 'evil.example' }
    ]) {
      const { status, text } = await ask(headers)
      expect([403, 421]).toContain(status)
      expect(text).not.toContain(bench.serving.token)
    }
    // A page of elsewhere would have to ask for leave to send the header; none is given.
    const leave = await bench.ask('OPTIONS', '/api/token', {
      headers: { origin: 'http://evil.example', 'access-control-request-headers': 'x-truce-page' }
    })
    expect(leave.status).toBeGreaterThanOrEqual(400)
    expect(leave.headers['access-control-allow-headers']).toBeUndefined()
  })

  it.each([
    'evil.example',
    'localhost',
    'localhost:1',
    'localhost.evil.example:4100',
    '127.0.0.1.nip.io'
  ])('knows no host %j', async (host) => {
    for (const path of ['/', '/api/cases', '/assets/app-1a2b.js'])
      expect((await bench.ask('GET', path, { headers: { host } })).status).toBeGreaterThanOrEqual(
        400
      )
    const answer = await bench.ask('GET', '/', { headers: { host } })
    expect(answer.text).not.toContain(bench.serving.token)
  })
  it.each([
    ['no host at all', 'GET / HTTP/1.0\r\n'],
    ['an empty one', 'GET / HTTP/1.1\r\nHost: \r\n'],
    ['two', 'GET / HTTP/1.1\r\nHost: localhost:PORT\r\nHost: evil.example\r\n'],
    ['two, ours second', 'GET / HTTP/1.1\r\nHost: evil.example\r\nHost: localhost:PORT\r\n'],
    ['one that is no name', 'GET / HTTP/1.1\r\nHost: local host\r\n'],
    ['another in the address', 'GET http://evil.example/ HTTP/1.1\r\nHost: evil.example\r\n'],
    ['a user in front', 'GET / HTTP/1.1\r\nHost: localhost:PORT@evil.example\r\n']
  ])('answers nothing to %s', async (_, head) => {
    const answer = await bench.raw(
      `${head.replaceAll('PORT', String(bench.port))}Connection: close\r\n\r\n`
    )
    expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /)
    expect(answer).not.toContain(bench.serving.token)
    expect(answer).not.toMatch(/\.ts:|\.js:/)
  })
  it('knows this computer by its own names', async () => {
    for (const name of ['localhost', 'LOCALHOST', '127.0.0.1', '[::1]'])
      expect(
        (await bench.ask('GET', '/api/cases', { headers: { host: `${name}:${bench.port}` } }))
          .status
      ).toBe(200)
  })
  it('refuses other pages', async () => {
    for (const origin of [
      'http://evil.example',
      'null',
      `https://localhost:${bench.port}`,
      'http://localhost:1',
      `http://localhost:${bench.port}.evil.example`
    ])
      expect(await refusal('POST', '/api/cases', { ...create, headers: { origin } })).toEqual([
        403,
        'origin'
      ])
    for (const site of ['cross-site', 'same-site'])
      expect(await refusal('GET', '/api/cases', { headers: { 'sec-fetch-site': site } })).toEqual([
        403,
        'origin'
      ])
    const ours = { origin: `http://localhost:${bench.port}`, 'sec-fetch-site': 'same-origin' }
    expect(
      (await bench.ask('POST', '/api/check', { body: { files: texts() }, headers: ours })).status
    ).toBe(200)
  })
  it('asks for the token of this run wherever something is written or computed', async () => {
    for (const token of [null, '', 'x', `${bench.serving.token}x`]) {
      expect(await refusal('POST', '/api/cases', { ...create, token })).toEqual([403, 'token'])
      expect(
        await refusal('PUT', '/api/cases/river', { body: { files: texts(), base: 1 }, token })
      ).toEqual([403, 'token'])
      expect(await refusal('POST', '/api/check', { body: { files: texts() }, token })).toEqual([
        403,
        'token'
      ])
      expect(await refusal('GET', '/api/cases/river/diff?from=1&to=1', { token })).toEqual([
        403,
        'token'
      ])
      expect(await refusal('DELETE', '/api/cases/river', { token })).toEqual([403, 'token'])
    }
    expect(await readdir(bench.workspace())).not.toContain('intruder')
  })
  it('takes JSON only, of bounded size', async () => {
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data',
      'application/jsonp'
    ])
      expect(
        await refusal('POST', '/api/cases', { ...create, headers: { 'content-type': type } })
      ).toEqual([415, 'not-json'])
    expect(await refusal('POST', '/api/cases', { raw: '{"from":' })).toEqual([400, 'malformed'])
    expect(
      await refusal('POST', '/api/check', { raw: `{"files":"${'x'.repeat(20_000_000)}"}` })
    ).toEqual([413, 'too-large'])
    expect(
      await refusal('POST', '/api/cases', {
        body: { from: 'files', files: texts('é'.repeat(1_000_001)) }
      })
    ).toEqual([413, 'too-large'])
  })
  it('refuses bodies of another shape, naming the place', async () => {
    const bodies = [
      null,
      [],
      {},
      { from: 'elsewhere' },
      { from: 'new', extra: 1 },
      { from: 'files', files: [{ name: 'a.yaml' }] }
    ]
    for (const body of bodies)
      expect(await refusal('POST', '/api/cases', { body })).toEqual([422, 'invalid'])
    const { body } = await bench.ask('POST', '/api/check', {
      body: { files: texts(), settings: { draws: 0 } }
    })
    expect(body.error.message).toMatch(/^settings\.draws: /)
    for (const settings of [
      { draws: 1e9 },
      { draws: 1.5 },
      { seed: -1 },
      { dependence: 'x' },
      { other: 1 }
    ])
      expect(await refusal('POST', '/api/check', { body: { files: texts(), settings } })).toEqual([
        422,
        'invalid'
      ])
    expect(await refusal('PUT', '/api/cases/river', { body: { files: texts(), base: 0 } })).toEqual(
      [422, 'invalid']
    )
    for (const query of ['', '?from=1', '?from=x&to=1', '?from=0&to=1', '?from=1&to=1&more=1'])
      expect(await refusal('GET', `/api/cases/river/diff${query}`)).toEqual([422, 'invalid'])
  })
  it('refuses ids and names that lead elsewhere', async () => {
    for (const id of ['..', '%2e%2e', '..%2f..', '.truce', 'a%2fb', '%00', 'nobody', '%ff'])
      expect((await bench.ask('GET', `/api/cases/${id}`)).status).toBeGreaterThanOrEqual(400)
    for (const id of ['../x', 'a/b', '', '.truce', 'con'])
      expect((await refusal('POST', '/api/cases', { body: { from: 'new', id } }))[0]).toBe(422)
    for (const name of ['../x.yaml', '/tmp/x.yaml', '..\\x.yaml', '.x.yaml', 'x.sh']) {
      const files = [{ name, text: '' }]
      expect(await refusal('POST', '/api/cases', { body: { from: 'files', files } })).toEqual([
        422,
        'bad-name'
      ])
      expect(await refusal('PUT', '/api/cases/river', { body: { files, base: 1 } })).toEqual([
        422,
        'bad-name'
      ])
    }
    for (const library of ['../packages', 'ukraine', '', '/etc', 'ukraine/2024-maitra/'])
      expect(await refusal('POST', '/api/cases', { body: { from: 'library', library } })).toEqual([
        404,
        'no-such-case'
      ])
  })
  it('says what is not there', async () => {
    expect(await refusal('GET', '/api/cases/nobody')).toEqual([404, 'no-such-case'])
    expect(await refusal('GET', '/api/cases/nobody/versions')).toEqual([404, 'no-such-case'])
    expect(await refusal('GET', '/api/cases/nobody/events')).toEqual([404, 'no-such-case'])
    expect(await refusal('GET', '/api/cases/river/versions/99')).toEqual([404, 'no-such-version'])
    expect(
      await refusal('PUT', '/api/cases/river', { body: { files: texts('# x\n'), base: 99 } })
    ).toEqual([404, 'no-such-version'])
    expect(await refusal('GET', '/api/none')).toEqual([404, 'no-such-page'])
    expect(await refusal('DELETE', '/api/cases/river')).toEqual([415, 'not-json'])
  })
})

describe('the whole', () => {
  it('answered only what its description promises', async () => {
    expect(await strays(bench)).toEqual([])
    const seen = await described(bench)
    for (const one of [
      'GET /api/library 200',
      'GET /api/cases 200',
      'POST /api/cases 201',
      'GET /api/cases/{id} 200',
      'PUT /api/cases/{id} 200',
      'PUT /api/cases/{id} 409',
      'GET /api/cases/{id}/versions 200',
      'GET /api/cases/{id}/versions/{version} 200',
      'GET /api/cases/{id}/diff 200',
      'POST /api/check 200',
      'POST /api/check 422',
      'GET /api/cases/{id} 404'
    ])
      expect(seen).toContain(one)
  })
  it('told nobody where it lies, and failed at nothing', () => {
    const told = bench.asked.filter(
      ({ answer }) => answer.text.includes(bench.folder) || /\bat .*\.ts:\d/.test(answer.text)
    )
    expect(told.map(({ method, path }) => `${method} ${path}`)).toEqual([])
    expect(bench.failures).toEqual([])
  })
})
