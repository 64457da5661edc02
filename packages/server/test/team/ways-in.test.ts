import { execFileSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { getMigrations } from 'better-auth/db/migration'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hasPostgres, WITH_POSTGRES } from '../../../host/test/cluster.ts'
import { clusterForTests } from '../../../host/test/postgres.ts'
import { authOf, poolOf } from '../../src/team/identity/auth.ts'
import { issuersIn } from '../../src/team/identity/issuers.ts'
import { base32, codeAt } from '../../src/team/identity/one-time-code.ts'
import { keysIn } from '../../src/team/identity/secret.ts'
import { root } from '../server.ts'
import { type Answer, type Browser, GOOD, MEDIATORS, ORIGIN, TeamBench, tokenOf } from './bench.ts'
import { type Claims, TestIssuer } from './issuer.ts'
import { type Ceremony, SoftAuthenticator } from './soft-authenticator.ts'

describe('codes of an app', () => {
  it('are those of RFC 6238, appendix B, cut to six digits', () => {
    const secret = Buffer.from('12345678901234567890')
    const table = {
      59: '94287082',
      1111111109: '07081804',
      1111111111: '14050471',
      1234567890: '89005924',
      2000000000: '69279037',
      20000000000: '65353130'
    }
    for (const [second, code] of Object.entries(table))
      expect(codeAt(secret, Math.floor(Number(second) / 30))).toBe(code.slice(2))
  })
  it('have secrets written as RFC 4648, section 10, does', () => {
    for (const [text, written] of [
      ['f', 'MY'],
      ['fo', 'MZXQ'],
      ['foo', 'MZXW6'],
      ['foob', 'MZXW6YQ'],
      ['fooba', 'MZXW6YTB'],
      ['foobar', 'MZXW6YTBOI']
    ] as const)
      expect(base32(Buffer.from(text))).toBe(written)
  })
})

describe('one person’s own server', () => {
  it('loads nothing of all this', () => {
    const script = `
      import { registerHooks } from 'node:module'
      const seen = []
      registerHooks({ load: (url, context, next) => { seen.push(url); return next(url, context) } })
      await import(${JSON.stringify(join(root, 'packages/server/src/index.ts'))})
      await import(${JSON.stringify(join(root, 'packages/cli/src/commands/serve.ts'))})
      console.log(seen.length + ' ' + seen.filter((url) => /better-auth|simplewebauthn|casl|kysely|\\/pg\\/|server\\/src\\/team|routes\\/team/.test(url)).join(' '))`
    const said = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
      encoding: 'utf8'
    })
    expect(said).toMatch(/^\d{3,} \n$/)
  })
})

describe.skipIf(!hasPostgres)(`ways in${WITH_POSTGRES}`, () => {
  const cluster = clusterForTests()
  let bench: TeamBench
  let issuer: TestIssuer
  let ada: Browser
  beforeAll(async () => {
    issuer = await TestIssuer.open()
    bench = await TeamBench.open(cluster(), { ...(await oidc()) })
    ada = await bench.first()
    await bench.leads('ada@un.example', 'mediators', 'mission', 'delegation')
  })
  afterAll(async () => {
    await bench?.close()
    await issuer?.close()
  })

  const oidc = async () => {
    const file = join(cluster().folder, 'issuers.yaml')
    const { client, secret } = issuer.client
    await writeFile(join(cluster().folder, 'un-secret'), `${secret}\n`)
    const one = (id: string, organisation: string, more = '') =>
      `  ${id}: {name: ${id}, issuer: ${issuer.url}, client: ${client}, secret: {file: un-secret}, organisation: ${organisation}${more}}\n`
    await writeFile(
      file,
      `issuers:\n${one('un', 'mission')}${one('ministry', 'delegation', ', second-factor: theirs')}`
    )
    return { oidc: file }
  }

  it('have tables that better-auth finds whole', async () => {
    const pool = await poolOf(cluster().url())
    const keys = await keysIn(join(bench.folder, 'secrets'), {})
    const auth = await authOf({ pool, origin: ORIGIN, keys, issuers: [], report: () => undefined })
    const { toBeCreated, toBeAdded, toBeAddedIndexes, schemaProblems } = await getMigrations(
      auth.options
    )
    await pool.end()
    expect([toBeCreated, toBeAdded, toBeAddedIndexes, schemaProblems]).toEqual([[], [], [], []])
  })

  describe('passkeys', () => {
    const rp = new URL(ORIGIN).hostname
    const asked = async (who: Browser, path: string): Promise<Ceremony> => {
      const { body } = await who.post(`${path}/asked`)
      return { challenge: body.challenge, origin: ORIGIN, rp }
    }
    const add = async (who: Browser, key: SoftAuthenticator, more: Partial<Ceremony> = {}) => {
      const ceremony = { ...(await asked(who, '/api/account/passkeys')), ...more }
      return who.post('/api/account/passkeys', { name: 'a key', response: key.make(ceremony) })
    }
    const show = async (who: Browser, key: SoftAuthenticator, more: Partial<Ceremony> = {}) => {
      const ceremony = { ...(await asked(who, '/api/sign-in/passkey')), ...more }
      return who.post('/api/sign-in/passkey', { response: key.show(ceremony) })
    }
    const half = async (email: string): Promise<Browser> => {
      const one = bench.browser()
      await one.post('/api/sign-in', { email, password: GOOD })
      return one
    }

    it('let in as second factor and alone, of this origin, answered once, by their owner', async () => {
      const key = new SoftAuthenticator()
      for (const wrong of [
        { origin: 'https://evil.example' },
        { rp: 'evil.example' },
        { challenge: 'AAAA' }
      ])
        expect((await add(ada, key, wrong)).body.error.code).toBe('not-these')
      expect((await add(ada, key)).status).toBe(200)
      expect((await add(ada, key)).status).toBe(401)
      const waiting = await half('ada@un.example')
      expect((await waiting.get('/api/account')).body.ways).toEqual([
        'code',
        'passkey',
        'backup-code'
      ])
      expect((await show(waiting, key, { knowsOwner: false })).status).toBe(200)
      expect((await waiting.get('/api/account')).body.next).toBe('nothing')

      const alone = bench.browser()
      expect((await show(alone, key, { knowsOwner: false })).status).toBe(401)
      for (const wrong of [
        { origin: 'https://evil.example' },
        { rp: 'evil.example' },
        { challenge: 'AAAA' }
      ])
        expect((await show(alone, key, wrong)).body.error.code).toBe('not-these')
      const ceremony = await asked(alone, '/api/sign-in/passkey')
      const response = key.show(ceremony)
      expect((await alone.post('/api/sign-in/passkey', { response })).status).toBe(200)
      expect((await alone.get('/api/account')).body.email).toBe('ada@un.example')
      const replay = await bench.browser().post('/api/sign-in/passkey', { response })
      expect([replay.status, replay.body.error.code]).toEqual([401, 'not-these'])
      // Another's password and one's own key are no way in.
      await bench.invited(ada, 'bo@un.example')
      expect((await show(await half('bo@un.example'), key)).status).toBe(401)
    })

    it('that were copied let nobody in from then on, and administrators are told', async () => {
      const bo = await half('bo@un.example')
      const secret = bench.browser()
      expect((await add(bo, new SoftAuthenticator(1))).body.error.code).toBe('sign-in')
      const cy = await bench.invited(ada, 'cy@un.example')
      const key = new SoftAuthenticator(5)
      expect((await add(cy, key)).status).toBe(200)
      expect((await show(secret, key)).status).toBe(200)
      key.counter = 5
      expect((await show(bench.browser(), key)).body.error.code).toBe('not-these')
      key.counter = 50
      expect((await show(bench.browser(), key)).body.error.code).toBe('not-these')
      const { passkeys } = (await cy.get('/api/account')).body
      expect(passkeys[0].copied).toMatch(/^20/)
      const { deeds } = (await ada.get('/api/administration/deeds?most=1')).body
      expect(deeds[0]).toMatchObject({
        by: 'server',
        verb: 'passkey-copied',
        detail: 'a key: its counter was 6, then 6'
      })
      // The app for codes is the only second factor now, and stays.
      expect((await cy.ask('DELETE', '/api/account/codes')).body.error.code).toBe('last-factor')
      expect((await cy.ask('DELETE', `/api/account/passkeys/${passkeys[0].id}`)).status).toBe(200)
    })
  })

  describe('issuers', () => {
    const invite = async (email: string, organisation: string) =>
      (
        await ada.post(`/api/team/organisations/${organisation}/invitations`, {
          email,
          role: 'monitor'
        })
      ).body
    /** Goes there and comes back; where the browser is led, and what it says of its account then. */
    const through = async (
      id: string,
      claims: Claims,
      more: { foreign?: boolean; other?: Browser } = {}
    ) => {
      const who = bench.browser()
      const begun = await who.post('/api/sign-in/issuer', { issuer: id })
      const back = issuer.back(begun.body.url, claims, more.foreign)
      const landed = await (more.other ?? who).ask('GET', back, undefined, {
        headers: { 'sec-fetch-site': 'cross-site' }
      })
      return { who, landed, back, begun, account: (await who.get('/api/account')).body }
    }
    const led = ({ landed }: { landed: Answer }) => [landed.status, landed.headers['location']]
    const OUT = [302, '/#/sign-in/refused']

    it('let in who was invited to their organisation, and then ask for a second factor', async () => {
      expect((await bench.ask('GET', '/api/sign-in')).body.issuers).toEqual([
        { id: 'un', name: 'un' },
        { id: 'ministry', name: 'ministry' }
      ])
      await invite('fay@un.example', 'mission')
      const fay = { sub: 'fay', email: 'Fay@un.example', name: 'Fay Field' }
      const first = await through('un', fay)
      expect(led(first)).toEqual([302, '/'])
      expect(first.account).toMatchObject({
        email: 'fay@un.example',
        name: 'Fay Field',
        administrator: false,
        next: 'set-up'
      })
      expect(first.begun.cookies).toHaveLength(1)
      expect(first.begun.cookies[0]).toMatch(
        /^__Host-truce-issuer=.*HttpOnly; Secure; SameSite=Lax/
      )
      await first.who.codes()
      expect((await through('un', fay)).account.next).toBe('second-factor')
      // The same address by another organisation's issuer is nobody's.
      expect(led(await through('ministry', { ...fay, sub: 'fay-2' }))).toEqual(OUT)
      const again = await first.who.ask('GET', first.back)
      expect(led({ landed: again })).toEqual(OUT)
      const { link } = await invite('gil@min.example', 'delegation')
      const gil = await through('ministry', { sub: 'gil', email: 'gil@min.example', name: 'Gil' })
      expect(gil.account.next).toBe('nothing')
      expect(
        (await bench.ask('POST', '/api/links/read', { token: link.split('/').at(-1) })).status
      ).toBe(404)
      const { people } = (await ada.get('/api/administration/people')).body
      const id = people.find(({ email }: { email: string }) => email === 'gil@min.example').id
      await ada.ask('PUT', `/api/administration/people/${id}/suspended`, { suspended: true })
      expect((await gil.who.get('/api/account')).status).toBe(401)
      expect(led(await through('ministry', { sub: 'gil', email: 'gil@min.example' }))).toEqual(OUT)
    })

    it('let in nobody else: whatever is wrong, the answer is the same', async () => {
      await invite('hal@un.example', 'mission')
      const hal = { sub: 'hal', email: 'hal@un.example', name: 'Hal' }
      const others: readonly (readonly [Claims, boolean?])[] = [
        [{ ...hal, email: 'stranger@un.example' }],
        [{ ...hal, email: 'ada@un.example' }],
        [{ ...hal, email_verified: false }],
        [{ ...hal, email_verified: undefined }],
        [{ ...hal, nonce: 'another' }],
        [{ ...hal, nonce: undefined }],
        [{ ...hal, aud: 'another-client' }],
        [{ ...hal, iss: 'https://evil.example' }],
        [{ ...hal, exp: 1_600_000_000 }],
        [hal, true]
      ]
      for (const [claims, foreign = false] of others) {
        const { landed, account } = await through('un', claims, { foreign })
        expect([...led({ landed }), landed.cookies, account.error.code]).toEqual([
          ...OUT,
          [],
          'sign-in'
        ])
      }
      // A browser that was not sent there, as one that somebody else leads to the callback.
      expect(led(await through('un', hal, { other: bench.browser() }))).toEqual(OUT)
      const nowhere = await bench.ask(
        'GET',
        '/issuer/callback/un?error=x&error_description=https://evil.example'
      )
      expect(led({ landed: nowhere })).toEqual(OUT)
      expect((await bench.ask('POST', '/api/sign-in/issuer', { issuer: 'none' })).status).toBe(404)
      const wish = { issuer: 'un', callbackURL: 'https://evil.example' }
      expect((await bench.ask('POST', '/api/sign-in/issuer', wish)).status).toBe(422)
      const { people } = (await ada.get('/api/administration/people')).body
      expect(people.some(({ email }: { email: string }) => /hal|stranger/.test(email))).toBe(false)
      expect((await through('un', hal)).account.next).toBe('set-up')
      expect(issuer.wrong).toBe(0)
      const kept = await cluster().sql(
        'SELECT count(*) > 0 AS some, count("accessToken")::int AS a, count("idToken")::int AS i FROM truce_identity.account WHERE "providerId" = \'un\''
      )
      expect(kept).toEqual([{ some: true, a: 0, i: 0 }])
    })

    it('speak for their own organisation alone: not for who is elsewhere too, nor for administrators', async () => {
      await invite('ivy@un.example', 'mission')
      const ivy = { sub: 'ivy', email: 'ivy@un.example', name: 'Ivy' }
      const { who } = await through('un', ivy)
      await who.codes()
      const { link } = (await ada.post(MEDIATORS, { email: 'ivy@un.example', role: 'analyst' }))
        .body
      const join = () => who.post('/api/account/invitations', { token: tokenOf(link) })
      // Or nothing would let her in any more.
      expect((await join()).body.error.code).toBe('password-first')
      expect((await who.ask('PUT', '/api/account/password', { password: GOOD })).status).toBe(200)
      expect((await through('un', ivy)).account.next).toBe('second-factor')
      expect((await join()).status).toBe(200)
      expect(led(await through('un', ivy))).toEqual(OUT)
      expect(led(await through('un', { ...ivy, email: 'fay@un.example' }))).toEqual(OUT)
      const signed = await bench
        .browser()
        .post('/api/sign-in', { email: 'ivy@un.example', password: GOOD })
      expect(signed.status).toBe(200)

      const kim = { sub: 'kim', email: 'kim@un.example', name: 'Kim' }
      await invite('kim@un.example', 'mission')
      const admin = (table: string, yes: boolean) =>
        cluster().sql(`UPDATE ${table} SET administrator = ${yes} WHERE email = 'kim@un.example'`)
      await admin('truce.identity_links', true)
      expect(led(await through('un', kim))).toEqual(OUT)
      await admin('truce.identity_links', false)
      expect(led(await through('un', kim))).toEqual([302, '/'])
      await admin('truce_identity."user"', true)
      expect(led(await through('un', kim))).toEqual(OUT)
    })

    it('are named in a file, of which a mistake is told with its place', async () => {
      const file = join(cluster().folder, 'wrong.yaml')
      const read = async (text: string) => {
        await writeFile(file, text)
        return issuersIn(file, {}).catch((error: Error) => error.message.replace(file, 'f'))
      }
      const good =
        'issuers:\n  un:\n    name: UN\n    issuer: https://id.un.example\n    client: c\n    secret: {environment: UN}\n    organisation: m\n'
      expect(await read(good)).toBe('f: the variable UN of the environment is not set')
      expect(await read(good.replace('https', 'http'))).toBe(
        'f:4:13: issuers.un.issuer: an issuer has an address that begins with https:// (http:// on this computer)'
      )
      expect(await read(good.replace('    client: c\n', ''))).toMatch(
        /^f:3:5: issuers\.un\.client: /
      )
      expect(await read('issuers: {')).toMatch(/^f:1:11: /)
    })
  })
})
