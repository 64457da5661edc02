import { chmod, readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hasPostgres, WITH_POSTGRES } from '../../../host/test/cluster.ts'
import { clusterForTests } from '../../../host/test/postgres.ts'
import { Refusal } from '../../src/refusal.ts'
import { recoverOnServer, serveTeam } from '../../src/team/index.ts'
import { type Browser, GOOD, MEDIATORS, ORIGIN, TeamBench, tokenOf } from './bench.ts'
import { hashedAsShipped } from './quick-passwords.ts'

const NOT_THESE = 'not-these'

describe.skipIf(!hasPostgres)(`accounts of a team${WITH_POSTGRES}`, () => {
  const cluster = clusterForTests()
  let bench: TeamBench
  let ada: Browser
  beforeAll(async () => {
    bench = await TeamBench.open(cluster())
  })
  afterAll(() => bench?.close())

  /** Codes that were shown may be shown again, as if half a minute had passed. */
  const later = () => cluster().sql('UPDATE truce.identity_codes SET last_step = 0')
  const signedIn = async (email: string, secret: string): Promise<Browser> => {
    const one = bench.browser()
    one.secret = secret
    await later()
    await one.post('/api/sign-in', { email, password: GOOD })
    const { status } = await one.post('/api/sign-in/code', { code: one.code() })
    expect(status).toBe(200)
    return one
  }

  describe('the first administrator', () => {
    it('comes by a link that every start prints until it is used, and that stands nowhere', async () => {
      const again = await serveTeam(TeamBench.options(cluster(), bench.folder))
      const [one, other] = [bench.serving.setup ?? '', again.setup ?? '']
      expect(one).toMatch(/^https:\/\/truce\.example\.org\/#\/welcome\/[\w-]{43}$/)
      expect(other).not.toBe(one)
      const dump = cluster().program('pg_dump', ['-h', cluster().folder, '-U', 'truce', 'postgres'])
      expect(dump).toContain('identity_links')
      expect(dump).not.toContain(tokenOf(one))
      const spans = await cluster().sql(
        "SELECT expires_at - made_at = interval '24 hours' OR expires_at - made_at = interval '1 day' AS day FROM truce.identity_links"
      )
      expect(spans).toEqual([{ day: true }, { day: true }])

      const weak = (password: string, name = 'Ada First') =>
        bench.ask('POST', '/api/links/use', {
          token: tokenOf(one),
          name,
          email: 'ada@un.example',
          password
        })
      for (const password of [
        'eleven char',
        'aaaaaaaaaaaaaaaa',
        'my name is First ok',
        'ada@UN.example'
      ])
        expect((await weak(password)).body.error.code).toBe('weak-password')

      ada = await bench.first()
      await bench.leads('ada@un.example', 'mediators')
      expect((await ada.get('/api/account')).body).toMatchObject({
        email: 'ada@un.example',
        administrator: true,
        next: 'nothing'
      })
      for (const link of [one, other]) {
        const used = await bench.ask('POST', '/api/links/read', { token: tokenOf(link) })
        expect([used.status, used.body.error.code]).toEqual([404, 'no-such-link'])
      }
      await again.close()
      const third = await serveTeam(TeamBench.options(cluster(), bench.folder))
      expect(third.setup).toBeUndefined()
      await third.close()
    })
  })

  describe('whoever has not shown a second factor', () => {
    it('is answered nothing but what leads in', async () => {
      const { body } = await ada.get('/api/openapi.json')
      const asks = Object.entries(body.paths as Record<string, object>).flatMap(([path, methods]) =>
        Object.keys(methods).map(
          (method) => [method.toUpperCase(), path.replaceAll(/\{\w+\}/g, 'x')] as const
        )
      )
      expect(asks.length).toBeGreaterThan(50)
      const half = bench.browser()
      await half.post('/api/sign-in', { email: 'ada@un.example', password: GOOD })
      const answered = async (who: Browser): Promise<string[]> => {
        const open: string[] = []
        for (const [method, path] of asks) {
          if (path === '/api/sign-out') continue
          const { body: said, status } = await who.ask(
            method,
            path,
            method === 'GET' ? undefined : {}
          )
          if (status !== 401 || said?.error?.code !== 'sign-in') open.push(`${method} ${path}`)
        }
        return open.sort()
      }
      const nobody = [
        'GET /api/health',
        'GET /api/ready',
        'GET /api/sign-in',
        'GET /api/token',
        'POST /api/links/read',
        'POST /api/links/use',
        'POST /api/sign-in',
        'POST /api/sign-in/backup-code',
        'POST /api/sign-in/code',
        'POST /api/sign-in/issuer',
        'POST /api/sign-in/passkey',
        'POST /api/sign-in/passkey/asked'
      ]
      expect(await answered(bench.browser())).toEqual(nobody)
      // With a second factor set up, a password leads to no new one; a malformed request is told so.
      expect(await answered(half)).toEqual(
        [
          ...nobody,
          'GET /api/account',
          'POST /api/account/codes/confirm',
          'POST /api/account/passkeys'
        ].sort()
      )
      expect((await half.post('/api/account/codes')).body.error.code).toBe('sign-in')
      expect(
        (await half.post('/api/account/codes/confirm', { code: '123456' })).body.error.code
      ).toBe('sign-in')
      expect((await half.get('/api/account')).body).toMatchObject({ passkeys: [], backupCodes: 0 })
      expect((await bench.ask('GET', '/api/nowhere')).status).toBe(401)
      expect((await bench.ask('GET', '/issuer/sign-in/email')).status).toBe(404)
      expect((await bench.ask('POST', '/api/auth/sign-up/email', {})).status).toBe(401)
    })

    it('is told the same of an account that is not there as of a wrong password, as slowly', async () => {
      const wrong: number[] = []
      const unknown: number[] = []
      const answers = new Set<string>()
      await hashedAsShipped(async () => {
        for (let round = 0; round < 5; round++)
          for (const [email, times] of [
            ['ada@un.example', wrong],
            ['nobody@un.example', unknown]
          ] as const) {
            const from = performance.now()
            const { status, text } = await bench
              .browser()
              .post('/api/sign-in', { email, password: 'another that is wrong' })
            times.push(performance.now() - from)
            answers.add(`${status} ${text}`)
          }
      })
      expect(answers.size).toBe(1)
      const middle = (times: number[]) => times.sort((a, b) => a - b)[2] ?? 0
      // What looks nothing up answers tens of times faster; a factor is no measure of speed.
      expect(middle(unknown)).toBeGreaterThan(middle(wrong) / 4)
      expect(middle(wrong)).toBeGreaterThan(middle(unknown) / 4)
    })
  })

  it('refuse a character that no text in the database can have, as a mistake of who sends it', async () => {
    const email = 'nobody\u0000@un.example'
    const { status, body } = await bench.browser().post('/api/sign-in', { email, password: GOOD })
    expect([status, body.error.code]).toEqual([422, 'bad-name'])
  })

  describe('links', () => {
    it('let in once, one of many at a time, until withdrawn or expired', async () => {
      const invite = async (email: string) =>
        (await ada.post(MEDIATORS, { email, role: 'lead' })).body
      const use = (link: string) =>
        bench
          .browser()
          .post('/api/links/use', { token: tokenOf(link), name: 'Bo Second', password: GOOD })
      const { link } = await invite('BO@un.example')
      expect((await bench.ask('POST', '/api/links/read', { token: tokenOf(link) })).body).toEqual({
        kind: 'invitation',
        email: 'bo@un.example',
        organisation: 'mediators',
        organisationName: 'mediators',
        role: 'lead'
      })
      const many = await Promise.all([use(link), use(link), use(link), use(link)])
      expect(many.map(({ status }) => status).sort()).toEqual([200, 404, 404, 404])
      expect((await use(link)).body.error.code).toBe('no-such-link')
      const withdrawn = await invite('cy@un.example')
      expect(
        (await ada.ask('DELETE', `/api/administration/invitations/${withdrawn.id}`)).status
      ).toBe(200)
      expect((await use(withdrawn.link)).status).toBe(404)
      const expired = await invite('cy@un.example')
      await cluster().sql(
        `UPDATE truce.identity_links SET expires_at = now() WHERE id = '${expired.id}'`
      )
      expect((await use(expired.link)).status).toBe(404)
      const [first, second] = [await invite('cy@un.example'), await invite('cy@un.example')]
      expect([(await use(first.link)).status, (await use(second.link)).status]).toEqual([404, 200])
      const { body } = await ada.get('/api/administration/invitations')
      expect(body.invitations.map(({ state }: { state: string }) => state).sort()).toEqual([
        'expired',
        'used',
        'used',
        'withdrawn',
        'withdrawn'
      ])
      const taken = await ada.post('/api/administration/invitations', { email: 'cy@un.example' })
      expect(taken.body.error.code).toBe('there-already')
    })
  })

  describe('codes', () => {
    it('let in once, none after a later one, and one of many at a time', async () => {
      const one = bench.browser()
      one.secret = ada.secret
      const password = () => one.post('/api/sign-in', { email: 'ada@un.example', password: GOOD })
      const show = (code: string) => one.post('/api/sign-in/code', { code })
      await later()
      await password()
      const code = one.code()
      expect((await show(code)).status).toBe(200)
      await password()
      expect((await show(code)).body.error.code).toBe(NOT_THESE)
      expect((await show(one.code(1))).status).toBe(200)
      await password()
      expect((await show(one.code())).body.error.code).toBe(NOT_THESE)
      await later()
      await cluster().sql('DELETE FROM truce.identity_attempts')
      const halves = await Promise.all(
        [0, 1, 2].map(async () => {
          const half = bench.browser()
          await half.post('/api/sign-in', { email: 'ada@un.example', password: GOOD })
          return half
        })
      )
      const shown = await Promise.all(
        halves.map((half) => half.post('/api/sign-in/code', { code: one.code() }))
      )
      expect(shown.filter(({ status }) => status === 200)).toHaveLength(1)
    })

    it('on paper are spent, and all at once renewed', async () => {
      const half = async (code: string) => {
        const one = bench.browser()
        await one.post('/api/sign-in', { email: 'ada@un.example', password: GOOD })
        return (await one.post('/api/sign-in/backup-code', { code })).status
      }
      const [first = '', second = ''] = ada.backupCodes
      expect([await half(first.toUpperCase()), await half(first)]).toEqual([200, 401])
      const { body } = await ada.post('/api/account/backup-codes')
      expect(body.backupCodes).toHaveLength(10)
      expect([await half(second), await half(body.backupCodes[0].replace('-', ' '))]).toEqual([
        401, 200
      ])
    })
  })

  describe('sessions', () => {
    it('have a cookie of this host alone, which no page of elsewhere sends and no script reads', async () => {
      const one = bench.browser()
      one.secret = ada.secret
      await later()
      const half = await one.post('/api/sign-in', { email: 'ada@un.example', password: GOOD })
      const whole = await one.post('/api/sign-in/code', { code: one.code() })
      const flags = (cookie = '') => cookie.split('; ').slice(1).sort()
      expect(half.cookies).toHaveLength(1)
      expect(half.cookies[0]).toMatch(/^__Host-truce-session=/)
      expect(flags(half.cookies[0])).toEqual(['HttpOnly', 'Path=/', 'SameSite=Strict', 'Secure'])
      expect(flags(whole.cookies[0])).toEqual([
        'HttpOnly',
        'Max-Age=604800',
        'Path=/',
        'SameSite=Strict',
        'Secure'
      ])
      expect(whole.headers['strict-transport-security']).toBe('max-age=31536000')
      expect(whole.headers['cache-control']).toBe('no-store')
    })

    it('get another token with the second factor: one that was planted before is worth nothing', async () => {
      const planted = bench.browser()
      await planted.post('/api/sign-in', { email: 'cy@un.example', password: GOOD })
      const before = planted.cookie
      const victim = bench.browser()
      victim.secret = ada.secret
      victim.jar.set('__Host-truce-session', planted.jar.get('__Host-truce-session') ?? '')
      await later()
      await victim.post('/api/sign-in', { email: 'ada@un.example', password: GOOD })
      const half = victim.cookie
      await victim.post('/api/sign-in/code', { code: victim.code() })
      expect(new Set([before, half, victim.cookie]).size).toBe(3)
      for (const cookie of [before, half])
        expect(
          (await bench.ask('GET', '/api/account', undefined, { headers: { cookie } })).status
        ).toBe(401)
      expect((await victim.get('/api/account')).body.email).toBe('ada@un.example')
      const forged = victim.cookie.replace(/\..*/, `.${'A'.repeat(43)}%3D`)
      expect(
        (await bench.ask('GET', '/api/account', undefined, { headers: { cookie: forged } })).status
      ).toBe(401)
    })

    it('are listed with where and when, and end at once: one, all others, and on another password', async () => {
      const bo = await bench.invited(ada, 'bea@un.example')
      const [second, third, fourth] = [
        await signedIn('bea@un.example', bo.secret),
        await signedIn('bea@un.example', bo.secret),
        await signedIn('bea@un.example', bo.secret)
      ]
      const { sessions } = (await bo.get('/api/account/sessions')).body
      expect(sessions).toHaveLength(4)
      const mine = sessions.find((one: { this: boolean }) => one.this)
      expect(mine.address).toBe(bo.address)
      const its = sessions.find((one: { address: string }) => one.address === second.address)
      expect((await ada.ask('DELETE', `/api/account/sessions/${its.id}`)).status).toBe(404)
      expect((await bo.ask('DELETE', `/api/account/sessions/${its.id}`)).status).toBe(200)
      expect([
        (await second.get('/api/account')).status,
        (await third.get('/api/account')).status
      ]).toEqual([401, 200])
      const was = fourth.cookie
      const other = 'other unrelated words go here'
      const change = (current: string, password: string) =>
        fourth.ask('PUT', '/api/account/password', { current, password })
      expect((await change('wrong wrong wrong', other)).body.error.code).toBe(NOT_THESE)
      expect((await change(GOOD, 'bea-bea-bea-1')).status).toBe(200)
      expect((await change('bea-bea-bea-1', GOOD)).status).toBe(200)
      expect(
        (await bench.ask('GET', '/api/account', undefined, { headers: { cookie: was } })).status
      ).toBe(401)
      expect([
        (await third.get('/api/account')).status,
        (await bo.get('/api/account')).status
      ]).toEqual([401, 401])
      expect((await fourth.get('/api/account')).status).toBe(200)
      await cluster().sql(
        `UPDATE truce_identity.session SET "usedAt" = now() - interval '13 hours' WHERE "ipAddress" = '${fourth.address}'`
      )
      expect((await fourth.get('/api/account')).status).toBe(401)
    })

    it('ask for the second factor again before an account is changed, half an hour later', async () => {
      await cluster().sql(
        `UPDATE truce_identity.session SET "assuredAt" = now() - interval '31 minutes' WHERE "ipAddress" = '${ada.address}'`
      )
      expect((await ada.post('/api/account/backup-codes')).body.error.code).toBe('confirm')
      expect(
        (await ada.post('/api/administration/invitations', { email: 'x@un.example' })).body.error
          .code
      ).toBe('confirm')
      await later()
      expect((await ada.post('/api/sign-in/code', { code: ada.code() })).status).toBe(200)
      expect((await ada.post('/api/account/backup-codes')).status).toBe(200)
    })
  })

  describe('requests of elsewhere', () => {
    it('change nothing', async () => {
      const ask = async (headers: Record<string, string>, token?: null) => {
        const { status, body } = await ada.ask(
          'POST',
          '/api/sign-out',
          {},
          { headers, ...(token === null ? { token } : {}) }
        )
        return [status, body.error.code]
      }
      expect(await ask({ origin: 'https://evil.example' })).toEqual([403, 'origin'])
      expect(await ask({ origin: 'http://truce.example.org' })).toEqual([403, 'origin'])
      expect(await ask({ origin: 'null' })).toEqual([403, 'origin'])
      expect(await ask({ 'sec-fetch-site': 'same-site' })).toEqual([403, 'origin'])
      expect(await ask({ host: 'evil.example' })).toEqual([421, 'host'])
      expect(await ask({ 'content-type': 'text/plain' })).toEqual([415, 'not-json'])
      expect(await ask({}, null)).toEqual([403, 'token'])
      // A browser that comes by another name or page hears as well that this is reached by TLS alone.
      for (const headers of [{ host: 'evil.example' }, { origin: 'https://evil.example' }] as const)
        expect((await ada.ask('POST', '/api/sign-out', {}, { headers })).headers).toMatchObject({
          'strict-transport-security': 'max-age=31536000'
        })
      expect((await ada.get('/api/account')).status).toBe(200)
    })
  })

  describe('attempts', () => {
    it('wait longer each time by account and address, on every server, and keep nobody else out', async () => {
      const bad = bench.browser()
      const [second, secret] = [
        await serveTeam(TeamBench.options(cluster(), bench.folder)),
        ada.secret
      ]
      const guess = () =>
        bad.post('/api/sign-in', { email: 'ada@un.example', password: 'a wrong password it is' })
      // Many at once gain nothing: each is counted before it is looked at.
      const burst = await Promise.all(Array.from({ length: 9 }, guess))
      const codes = burst.map(({ status }) => status).sort()
      expect(codes.filter((code) => code === 401).length).toBeLessThanOrEqual(7)
      expect(codes.at(-1)).toBe(429)
      // None of those that are free was refused for coming beside another.
      expect(codes.filter((code) => code === 401).length).toBeGreaterThanOrEqual(6)
      // However slow the machine of the test is, the wait is not over.
      const stillWaiting = () =>
        cluster().sql(
          "UPDATE truce.identity_attempts SET free_at = now() + interval '1 minute' WHERE failures BETWEEN 6 AND 9"
        )
      await stillWaiting()
      const there = bench.serving
      bench.serving = second
      const elsewhere = await bad.post('/api/sign-in', { email: 'ada@un.example', password: GOOD })
      bench.serving = there
      await second.close()
      expect(elsewhere.status).toBe(429)
      expect(Number(elsewhere.headers['retry-after'])).toBeGreaterThan(0)
      const unknown = bench.browser()
      for (let tries = 0; tries < 6; tries++)
        await unknown.post('/api/sign-in', {
          email: 'nobody@un.example',
          password: 'wrong wrong wrong'
        })
      await stillWaiting()
      const said = await unknown.post('/api/sign-in', {
        email: 'nobody@un.example',
        password: 'wrong wrong wrong'
      })
      expect(said.body.error.code).toBe('too-soon')
      // A word of the client's own before the proxy's is not believed.
      const forged = await bench.ask(
        'POST',
        '/api/sign-in',
        { email: 'ada@un.example', password: GOOD },
        { from: `203.0.113.9, ${bad.address}` }
      )
      expect(forged.status).toBe(429)
      expect((await signedIn('ada@un.example', secret)).jar.size).toBe(1)
      const steps = []
      for (let tries = 0; tries < 3; tries++) {
        await cluster().sql('UPDATE truce.identity_attempts SET free_at = now()')
        await guess()
        const [row] = await cluster().sql(
          'SELECT extract(epoch FROM free_at - last_at)::int AS wait FROM truce.identity_attempts ORDER BY last_at DESC LIMIT 1'
        )
        steps.push(Number(row?.['wait']))
      }
      expect(steps[1]).toBeGreaterThan(steps[0] ?? 0)
      expect(steps[2]).toBeGreaterThan(steps[1] ?? 0)
    })

    it('with codes are counted by person, from wherever they come', async () => {
      const answers: number[] = []
      for (let tries = 0; tries < 8; tries++) {
        const half = bench.browser()
        await half.post('/api/sign-in', { email: 'bea@un.example', password: GOOD })
        answers.push((await half.post('/api/sign-in/code', { code: '000000' })).status)
      }
      expect(answers.filter((status) => status === 429).length).toBeGreaterThan(0)
      await cluster().sql('DELETE FROM truce.identity_attempts')
    })
  })

  describe('administrators', () => {
    it('keep a person out at once, never the last of themselves, and nobody else sees their pages', async () => {
      const dee = await bench.invited(ada, 'dee@un.example')
      const { people } = (await ada.get('/api/administration/people')).body
      const id = (email: string) => people.find((one: { email: string }) => one.email === email).id
      for (const path of ['people', 'invitations', 'recoveries', 'deeds', 'nothing']) {
        const { status, text } = await dee.get(`/api/administration/${path}`)
        expect([status, text]).toEqual([404, (await dee.get('/api/administration/x')).text])
      }
      const put = (email: string, what: string, body: object) =>
        ada.ask('PUT', `/api/administration/people/${id(email)}/${what}`, body)
      expect((await put('dee@un.example', 'suspended', { suspended: true })).status).toBe(200)
      expect((await dee.get('/api/account')).status).toBe(401)
      const out = await bench
        .browser()
        .post('/api/sign-in', { email: 'dee@un.example', password: GOOD })
      expect([out.status, out.body.error.code]).toEqual([401, NOT_THESE])
      expect((await put('ada@un.example', 'suspended', { suspended: true })).body.error.code).toBe(
        'last-administrator'
      )
      expect(
        (await put('ada@un.example', 'administrator', { administrator: false })).body.error.code
      ).toBe('last-administrator')
      await put('dee@un.example', 'suspended', { suspended: false })
      expect((await signedIn('dee@un.example', dee.secret)).jar.size).toBe(1)
    })

    it('agree, two different ones, to let somebody back in; the way in is new from the ground up', async () => {
      const [lost, eve] = [
        await bench.invited(ada, 'lost@un.example'),
        await bench.invited(ada, 'eve@un.example', { administrator: true })
      ]
      const { people } = (await ada.get('/api/administration/people')).body
      const id = (email: string) => people.find((one: { email: string }) => one.email === email).id
      const days = (span: string) =>
        cluster().sql(
          `UPDATE truce_identity."user" SET "administratorSince" = now() - interval '${span}' WHERE "administrator"`
        )
      const ask = (by: Browser, person: string) =>
        by.post('/api/administration/recoveries', {
          person,
          because: 'the phone fell into the river'
        })
      const agree = (by: Browser, which: string) =>
        by.post(`/api/administration/recoveries/${which}`)
      expect((await ask(ada, id('ada@un.example'))).body.error.code).toBe('same-administrator')
      expect((await ask(ada, id('eve@un.example'))).body.error.code).toBe('one-administrator')
      // Whoever makes a second administrator recovers nobody with it before others could see.
      expect((await ask(ada, id('lost@un.example'))).body.error.code).toBe('one-administrator')
      await days('2 days 23 hours')
      expect((await ask(ada, id('lost@un.example'))).body.error.code).toBe('one-administrator')
      await days('3 days')
      const { body } = await ask(ada, id('lost@un.example'))
      expect((await agree(ada, body.id)).body.error.code).toBe('same-administrator')
      const { body: agreed } = await agree(eve, body.id)
      expect((await agree(eve, body.id)).status).toBe(404)
      const use = (password: string) => {
        const one = bench.browser()
        return one
          .post('/api/links/use', { token: tokenOf(agreed.link), password })
          .then((answer) => ({ one, answer }))
      }
      expect((await lost.get('/api/account')).status).toBe(200)
      const fresh = 'other unrelated words stand here'
      const { one, answer } = await use(fresh)
      expect(answer.body.next).toBe('set-up')
      expect((await use(fresh)).answer.status).toBe(404)
      expect((await lost.get('/api/account')).status).toBe(401)
      expect((await one.get('/api/account')).body).toMatchObject({
        codes: false,
        backupCodes: 0,
        ways: []
      })
      expect(
        (await bench.browser().post('/api/sign-in', { email: 'lost@un.example', password: GOOD }))
          .status
      ).toBe(401)
      await one.codes()
      expect((await one.get('/api/account')).body.email).toBe('lost@un.example')

      const options = { ...TeamBench.options(cluster(), bench.folder), noneCan: false }
      await expect(recoverOnServer({ ...options, email: 'lost@un.example' })).rejects.toThrow(
        Refusal
      )
      const link = await recoverOnServer({ ...options, email: 'EVE@un.example' })
      expect(link).toMatch(/#\/welcome\//)
      const again = () => recoverOnServer({ ...options, email: 'lost@un.example', noneCan: true })
      const [lostOnTheWay, second] = [await again(), await again()]
      expect(second).not.toBe(link)
      // Whoever found the first has nothing in hand.
      const reads = async (one: string) =>
        (await bench.ask('POST', '/api/links/read', { token: tokenOf(one) })).status
      expect([await reads(lostOnTheWay), await reads(second), await reads(link)]).toEqual([
        404, 200, 200
      ])
      const { deeds } = (await ada.get('/api/administration/deeds?most=4')).body
      expect(
        deeds.map(({ by, verb, aboutName }: Record<string, string>) => [by, verb, aboutName])
      ).toEqual([
        ['server', 'recover-on-server', 'Some One'],
        ['server', 'recover-on-server', 'Some One'],
        ['server', 'recover-on-server', 'Some One'],
        [id('lost@un.example'), 'recover', 'Some One']
      ])
      await expect(cluster().sql('DELETE FROM truce.administration')).rejects.toThrow(
        'never changed'
      )
      await expect(cluster().sql("UPDATE truce.administration SET by = 'x'")).rejects.toThrow(
        'never changed'
      )
    })
  })

  describe('the secret', () => {
    it('is in a file of its owner alone, and with it gone the database opens nothing', async () => {
      const folder = join(bench.folder, 'secrets')
      expect(await readdir(folder)).toEqual(['server-secret'])
      const file = join(folder, 'server-secret')
      expect((await stat(file)).mode & 0o777).toBe(0o600)
      const secret = (await readFile(file, 'utf8')).trim()
      const dump = cluster().program('pg_dump', ['-h', cluster().folder, '-U', 'truce', 'postgres'])
      const key = ada.cookie.split('=')[1]?.split('.')[1] ?? 'none'
      for (const one of [
        secret,
        ada.secret,
        ...ada.backupCodes,
        ...ada.backupCodes.map((code) => code.replace('-', '')),
        key
      ])
        expect(dump).not.toContain(one)
      const options = TeamBench.options(cluster(), bench.folder)
      await expect(
        serveTeam({ ...options, secrets: join(bench.folder, 'others') })
      ).rejects.toThrow('another secret')
      await expect(
        serveTeam({ ...options, environment: { TRUCE_SECRET: 'short' } })
      ).rejects.toThrow('43 to 200')
      const same = await serveTeam({
        ...options,
        secrets: '/nowhere',
        environment: { TRUCE_SECRET: secret }
      })
      await same.close()
      await chmod(file, 0o640)
      await expect(serveTeam(options)).rejects.toThrow('others than its owner')
      await chmod(file, 0o600)
      for (const origin of ['http://truce.example.org', 'https://truce.example.org/path', 'truce'])
        await expect(serveTeam({ ...options, origin })).rejects.toThrow('no origin')
      expect(ORIGIN).toBe('https://truce.example.org')
    })
  })
})
