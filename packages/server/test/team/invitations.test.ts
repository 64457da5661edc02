import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hasPostgres, WITH_POSTGRES } from '../../../host/test/cluster.ts'
import { clusterForTests } from '../../../host/test/postgres.ts'
import { type Answer, type Browser, GOOD, MEDIATORS, TeamBench, tokenOf } from './bench.ts'

const BY_ADMINISTRATORS = '/api/administration/invitations'

describe.skipIf(!hasPostgres)(`invitations${WITH_POSTGRES}`, () => {
  const cluster = clusterForTests()
  let bench: TeamBench
  let ada: Browser
  let lea: Browser
  const code = ({ body }: Answer): string => body.error?.code
  const use = (link: string, who = bench.browser()) =>
    who.post('/api/links/use', { token: tokenOf(link), name: 'Some One', password: GOOD })
  const idOf = async (who: Browser): Promise<string> => (await who.get('/api/account')).body.id
  const rolesOf = async (who: Browser) =>
    (await who.get('/api/team/me')).body.organisations.map(
      ({ id, role }: { id: string; role: string }) => `${id}: ${role}`
    )
  beforeAll(async () => {
    bench = await TeamBench.open(cluster())
    ada = await bench.first()
    await cluster().sql(
      "INSERT INTO truce.organisation VALUES ('mediators', 'The mediators', 'mediation'), ('others', 'Others', 'delegation')"
    )
  })
  afterAll(() => bench?.close())

  it('by administrators lead to no organisation, or make the first lead of one', async () => {
    const alone = await bench.invited(ada, 'alone@un.example', {})
    expect(await rolesOf(alone)).toEqual([])
    lea = await bench.invited(ada, 'lea@un.example', { organisation: 'mediators' })
    expect(await rolesOf(lea)).toEqual(['mediators: lead'])
    const again = { email: 'second@un.example', organisation: 'mediators' }
    expect(code(await ada.post(BY_ADMINISTRATORS, again))).toBe('has-lead')
    expect(code(await ada.post(BY_ADMINISTRATORS, { ...again, organisation: 'none' }))).toBe(
      'no-such-organisation'
    )
    // Of two who were both invited to be the first, one is.
    const link = async (email: string) =>
      (await ada.post(BY_ADMINISTRATORS, { email, organisation: 'others' })).body.link
    const both = [await link('one@un.example'), await link('two@un.example')]
    const used = await Promise.all(both.map((one) => use(one)))
    expect(used.map(({ status }) => status).sort()).toEqual([200, 404])
  })

  it('by leads take people in with any role, also who has an account, which they are not told', async () => {
    for (const role of ['lead', 'analyst', 'reader', 'monitor'])
      expect((await lea.post(MEDIATORS, { email: `${role}@un.example`, role })).status).toBe(201)
    expect(code(await lea.post(MEDIATORS, { email: 'x@un.example', role: 'boss' }))).toBe(
      'no-such-role'
    )
    const analyst = await bench.invited(lea, 'analyst@un.example')
    expect(await rolesOf(analyst)).toEqual(['mediators: analyst'])

    const there = await lea.post(MEDIATORS, { email: 'alone@un.example', role: 'reader' })
    const nobody = await lea.post(MEDIATORS, { email: 'nobody@un.example', role: 'reader' })
    expect([there.status, Object.keys(there.body)]).toEqual([
      nobody.status,
      Object.keys(nobody.body)
    ])
    expect(code(await use(there.body.link))).toBe('there-already')
    const join = (who: Browser) =>
      who.post('/api/account/invitations', { token: tokenOf(there.body.link) })
    expect(code(await join(analyst))).toBe('not-yours')
    const alone = bench.browser()
    await alone.post('/api/sign-in', { email: 'alone@un.example', password: GOOD })
    expect((await join(alone)).status).toBe(401)
    expect((await join(await signedIn('alone@un.example'))).status).toBe(200)
    expect((await join(alone)).status).toBe(401)

    const listed = (await lea.get(MEDIATORS)).body.invitations
    const open = listed.filter(({ state }: { state: string }) => state === 'open')
    expect(open.map(({ email }: { email: string }) => email).sort()).toEqual([
      'lead@un.example',
      'monitor@un.example',
      'nobody@un.example',
      'reader@un.example'
    ])
    expect((await lea.ask('DELETE', `${MEDIATORS}/${nobody.body.id}`)).status).toBe(200)
    expect((await use(nobody.body.link)).status).toBe(404)
    const acts = (await lea.get('/api/team/organisations/mediators/acts')).body.acts
    expect(acts[0]).toMatchObject({
      verb: 'manage',
      resource: `organisation:mediators/invitation:${nobody.body.id}`
    })
  })

  it('are worth nothing once who invited leads no more, administers no more, or is kept out', async () => {
    const invite = async (email: string) =>
      (await lea.post(MEDIATORS, { email, role: 'reader' })).body.link
    const [first, second, third] = [
      await invite('a@un.example'),
      await invite('b@un.example'),
      (await ada.post(BY_ADMINISTRATORS, { email: 'c@un.example' })).body.link
    ]
    const works = async (link: string) =>
      (await bench.ask('POST', '/api/links/read', { token: tokenOf(link) })).status === 200
    const during = async (change: string, link: string, back: string) => {
      await cluster().sql(change)
      expect([await works(link), code(await use(link))]).toEqual([false, 'no-such-link'])
      await cluster().sql(back)
      expect(await works(link)).toBe(true)
    }
    const [leaId, adaId] = [await idOf(lea), await idOf(ada)]
    const role = (name: string) =>
      `UPDATE truce.member SET role = '${name}' WHERE person = '${leaId}'`
    await during(role('analyst'), first, role('lead'))
    const out = (yes: boolean) =>
      `UPDATE truce_identity."user" SET "suspended" = ${yes} WHERE "id" = '${leaId}'`
    await during(out(true), second, out(false))
    const administers = (yes: boolean) =>
      `UPDATE truce_identity."user" SET "administrator" = ${yes} WHERE "id" = '${adaId}'`
    await during(administers(false), third, administers(true))
    expect((await use(first)).status).toBe(200)
  })

  it('let nobody else in: an administrator who leads nothing, an analyst, another organisation’s lead', async () => {
    const other = await signedIn('one@un.example').catch(() => signedIn('two@un.example'))
    for (const who of [ada, await signedIn('analyst@un.example'), other]) {
      const asked = [
        await who.get(MEDIATORS),
        await who.post(MEDIATORS, { email: 'mole@un.example', role: 'reader' }),
        await who.ask('DELETE', `${MEDIATORS}/none`)
      ]
      const isMember = (await rolesOf(who)).includes('mediators: analyst')
      expect(asked.map(({ status }) => status)).toEqual(
        isMember ? [403, 403, 403] : [404, 404, 404]
      )
    }
    const id = await idOf(ada)
    const enter = await ada.ask('PUT', `/api/team/organisations/mediators/members/${id}`, {
      role: 'reader'
    })
    expect(enter.status).toBeGreaterThanOrEqual(400)
    expect(await rolesOf(ada)).toEqual([])
    expect((await ada.get('/api/cases')).body.cases).toEqual([])
  })

  /** Signs somebody in whole, with an app for codes that is set up anew. */
  async function signedIn(email: string): Promise<Browser> {
    await cluster().sql(`DELETE FROM truce.identity_codes WHERE person IN
      (SELECT "id" FROM truce_identity."user" WHERE "email" = '${email}')`)
    await cluster().sql(`DELETE FROM truce.identity_backup_codes WHERE person IN
      (SELECT "id" FROM truce_identity."user" WHERE "email" = '${email}')`)
    const one = bench.browser()
    const { status } = await one.post('/api/sign-in', { email, password: GOOD })
    if (status !== 200) throw new Error(email)
    await one.codes()
    return one
  }
})
