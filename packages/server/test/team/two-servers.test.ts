// Two servers on one database: a right that was taken away at one is refused at the other from then on.
import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hasPostgres, WITH_POSTGRES } from '../../../host/test/cluster.ts'
import { clusterForTests } from '../../../host/test/postgres.ts'
import { serveTeam } from '../../src/team/index.ts'
import { texts } from '../server.ts'
import { type Answer, Browser, ORIGIN, TeamBench } from './bench.ts'

describe.skipIf(!hasPostgres)(`two servers on one database${WITH_POSTGRES}`, () => {
  const cluster = clusterForTests()
  let one: TeamBench
  let two: TeamBench
  let ada: Browser
  let bo: Browser
  let boId: string
  let paper: string
  let track: string

  /** The same browser at the other server. */
  const elsewhere = (who: Browser): Browser => {
    const same = new Browser(two, who.address)
    for (const [name, value] of who.jar) same.jar.set(name, value)
    return same
  }
  const done = async (answer: Promise<Answer>): Promise<void> => {
    const { status, text } = await answer
    expect(status < 300, text).toBe(true)
  }
  const member = (organisation: string) => `/api/team/organisations/${organisation}/members/${boId}`
  const share = (kind: string, target: string) =>
    `/api/team/cases/${paper}/shares/${kind}/${target}`
  const put = (path: string, body: object) => () => done(ada.ask('PUT', path, body))
  const drop = (path: string) => () => done(ada.ask('DELETE', path))
  const read = (who: Browser) => who.get(`/api/cases/${paper}`)
  const save = (who: Browser) => who.ask('PUT', `/api/cases/${paper}`, { files: texts(), base: 1 })

  beforeAll(async () => {
    one = await TeamBench.open(cluster())
    const options = TeamBench.options(cluster(), one.folder)
    two = await TeamBench.over(cluster(), one.folder, await serveTeam(options))
    ada = await one.first()
    await cluster().sql(`
      INSERT INTO truce.organisation VALUES ('med', 'M', 'mediation'), ('side', 'S', 'delegation');
      INSERT INTO truce.member (organisation, person, role)
        SELECT o.id, u."id", 'lead' FROM truce.organisation o, truce_identity."user" u`)
    bo = await one.invited(ada, 'bo@un.example', {})
    boId = (await bo.get('/api/account')).body.id
    const sent = { from: 'files', files: texts(), id: 'paper' }
    const headers = { 'x-truce-organisation': 'med' }
    paper = (await ada.ask('POST', '/api/cases', sent, { headers })).body.id
    const open = { name: 'Side', kind: 'sideline', organisation: 'med' }
    track = (await ada.post('/api/team/tracks', open)).body.id
  })
  afterAll(async () => {
    await two?.serving.close()
    await one?.close()
  })

  const WAYS: readonly [string, () => { give: () => Promise<void>; take: () => Promise<void> }][] =
    [
      [
        'a membership',
        () => ({ give: put(member('med'), { role: 'analyst' }), take: drop(member('med')) })
      ],
      [
        'a share with an organisation',
        () => ({
          give: async () => {
            await put(member('side'), { role: 'analyst' })()
            await put(share('organisation', 'side'), { may: 'write' })()
          },
          take: drop(share('organisation', 'side'))
        })
      ],
      [
        'the membership that a share comes by',
        () => ({
          give: async () => {
            await put(share('organisation', 'side'), { may: 'write' })()
            await put(member('side'), { role: 'analyst' })()
          },
          take: drop(member('side'))
        })
      ],
      [
        'a place in a track',
        () => ({
          give: async () => {
            await drop(share('organisation', 'side'))().catch(() => undefined)
            await put(member('side'), { role: 'analyst' })()
            await put(share('track', track), { may: 'write' })()
            await put(`/api/team/tracks/${track}/members/${boId}`, { organisation: 'side' })()
          },
          take: drop(`/api/team/tracks/${track}/members/${boId}`)
        })
      ]
    ]

  it.each(WAYS)('refuse at once what %s let do', async (_, way) => {
    const { give, take } = way()
    for (let time = 0; time < 3; time++) {
      await give()
      for (const who of [bo, elsewhere(bo), bo, elsewhere(bo)])
        expect([(await read(who)).status, (await save(who)).status]).toEqual([200, 200])
      await take()
      for (const who of [elsewhere(bo), bo])
        expect([(await read(who)).status, (await save(who)).status]).toEqual([404, 404])
    }
  })

  it('refuse at once what a role let do, and what was changed in the database itself', async () => {
    // Nobody is taken into a second organisation by its lead.
    await drop(member('side'))()
    await put(member('med'), { role: 'analyst' })()
    expect((await save(elsewhere(bo))).status).toBe(200)
    await put(member('med'), { role: 'reader' })()
    expect((await save(elsewhere(bo))).status).toBe(403)
    expect((await read(elsewhere(bo))).status).toBe(200)
    await cluster().sql(`DELETE FROM truce.member WHERE person = '${boId}'`)
    for (const who of [bo, elsewhere(bo)]) expect((await read(who)).status).toBe(404)
    await put(member('med'), { role: 'reader' })()
    for (const who of [bo, elsewhere(bo)]) expect((await read(who)).status).toBe(200)
    await cluster().sql('TRUNCATE truce.trackmember, truce.member')
    for (const who of [bo, elsewhere(bo)]) expect((await read(who)).status).toBe(404)
    await cluster().sql(`
      INSERT INTO truce.member (organisation, person, role)
        SELECT o.id, u."id", 'lead' FROM truce.organisation o, truce_identity."user" u WHERE u."administrator"`)
    await put(member('med'), { role: 'analyst' })()
  })

  it('answer nobody whose session ended at the other, or who was kept out there', async () => {
    const again = await one.invited(ada, 'cy@un.example', {})
    const id = (await again.get('/api/account')).body.id
    const account = (who: Browser) => who.get('/api/team/me')
    expect((await account(elsewhere(again))).status).toBe(200)
    const there = elsewhere(again)
    await done(again.post('/api/sign-out'))
    expect((await account(there)).status).toBe(401)

    const administers = elsewhere(bo)
    const appoint = (administrator: boolean) =>
      done(ada.ask('PUT', `/api/administration/people/${boId}/administrator`, { administrator }))
    await appoint(true)
    expect((await administers.get('/api/administration/people')).status).toBe(200)
    await appoint(false)
    expect((await administers.get('/api/administration/people')).status).toBe(404)
    const may = { name: 'N', kind: 'mission' }
    expect((await administers.post('/api/team/organisations', may)).status).toBe(403)

    expect(id).toMatch(/./)
    expect((await read(elsewhere(bo))).status).toBe(200)
    const keptOut = elsewhere(bo)
    await done(ada.ask('PUT', `/api/administration/people/${boId}/suspended`, { suspended: true }))
    expect((await read(keptOut)).status).toBe(401)
    expect((await read(bo)).status).toBe(401)
  })

  it('honour nothing that was begun after the answer to what took it away, however many ask', async () => {
    const cy = await one.invited(ada, 'dy@un.example', {})
    const dy = (await cy.get('/api/account')).body.id
    const path = `/api/team/organisations/med/members/${dy}`
    let late = 0
    let before = 0
    for (let time = 0; time < 8; time++) {
      await put(path, { role: 'analyst' })()
      let gone = false
      let over = false
      const hammer = async (who: Browser): Promise<void> => {
        while (!over) {
          const after = gone
          const { status } = await read(who)
          if (after) {
            expect(status).toBe(404)
            late++
          } else if (status === 200) before++
        }
      }
      const all = Array.from({ length: 8 }, (_, n) => hammer(n % 2 === 0 ? cy : elsewhere(cy)))
      await new Promise((done) => setTimeout(done, 40))
      await drop(path)()
      gone = true
      await new Promise((done) => setTimeout(done, 60))
      over = true
      await Promise.all(all)
    }
    expect(before).toBeGreaterThan(8)
    expect(late).toBeGreaterThan(8)
  })

  it('refuse what began before a right was taken away and was long on its way', async () => {
    const ed = await one.invited(ada, 'ed@un.example', {})
    const id = (await ed.get('/api/account')).body.id
    const path = `/api/team/organisations/med/members/${id}`
    await put(path, { role: 'analyst' })()
    const who = elsewhere(ed)
    expect((await save(who)).status).toBe(200)
    const sent = JSON.stringify({ files: texts(), base: 1 })
    const headers = {
      ...{ host: new URL(ORIGIN).host, origin: ORIGIN, cookie: who.cookie },
      ...{ 'x-truce-token': two.token, 'x-forwarded-for': who.address },
      ...{ 'content-type': 'application/json', 'content-length': Buffer.byteLength(sent) }
    }
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const slow = request(
        {
          ...{ host: '127.0.0.1', port: new URL(two.serving.at).port, method: 'PUT' },
          ...{ path: `/api/cases/${paper}`, headers, agent: false }
        },
        (answer) => resolve(answer.resume().statusCode)
      )
      slow.on('error', reject)
      slow.write(sent.slice(0, 20))
      // Long enough to have passed the guard.
      setTimeout(async () => {
        await drop(path)()
        slow.end(sent.slice(20))
      }, 200)
    })
    expect(status).toBe(404)
  })
})
