// What a team's server does where a clock is wrong and where the disk is slow.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { base64 } from '@truce/core/log'
import { newSigner } from '@truce/host/record'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hasPostgres, WITH_POSTGRES } from '../../../host/test/cluster.ts'
import { clusterForTests } from '../../../host/test/postgres.ts'
import { texts } from '../server.ts'
import { Browser, TeamBench } from './bench.ts'
import { PAGE, Patient, sealedIncident } from './faults.ts'
import { TeamProcess } from './process.ts'
import { SIDES } from './world.ts'

/** Milliseconds by which one of two servers is ahead. */
const AHEAD = 40 * 60_000

describe.skipIf(!hasPostgres)(
  `two servers on one database, one clock wrong${WITH_POSTGRES}`,
  () => {
    const cluster = clusterForTests()
    const started: TeamProcess[] = []
    let folder: string
    let right: TeamBench
    let wrong: TeamBench

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'truce-clocks-'))
      await mkdir(join(folder, 'web'))
      await writeFile(join(folder, 'web', 'index.html'), PAGE)
      const bench = async (ahead: number): Promise<TeamBench> => {
        const served = new TeamProcess({ ...TeamBench.options(cluster(), folder), ahead })
        started.push(served)
        await served.start()
        const { at, setup, metrics } = served
        return TeamBench.over(cluster(), folder, { at, setup, metrics, close: () => served.kill() })
      }
      right = await bench(0)
      wrong = await bench(AHEAD)
    })
    afterAll(async () => {
      for (const one of started) await one.kill()
      await rm(folder, { recursive: true, force: true })
    })

    it('is told where one asks whether it is ready, and nothing is lost or goes back', async () => {
      expect((await right.ask('GET', '/api/ready')).body).toEqual({ ready: true })
      const { status, body: unready } = await wrong.ask('GET', '/api/ready')
      expect([status, unready.error.code]).toEqual([503, 'not-ready'])
      expect(unready.error.message).toMatch(
        /^the clock of this server is 2[34]\d\d seconds ahead of that of the database$/
      )

      const here = await right.first()
      // Who signed in at one is signed in at the other.
      const there = new Browser(wrong, here.address)
      for (const [name, value] of here.jar) there.jar.set(name, value)
      const account = await here.get('/api/account')
      expect((await there.get('/api/account')).body.id).toBe(account.body.id)

      const wish = { name: 'M', kind: 'mediation', lead: account.body.id }
      expect((await here.post('/api/team/organisations', wish)).status).toBe(201)
      const files = { from: 'files', files: texts(SIDES), id: 'paper' }
      const { body: paper } = await here.post('/api/cases', files)
      const at = `/api/cases/${paper.id}`
      // Saved in turns, by what was seen and not by the hour.
      for (let n = 1; n <= 4; n++) {
        const [by, other] = n % 2 === 0 ? [here, there] : [there, here]
        const saved = await by.ask('PUT', at, { files: texts(`${SIDES}# ${n}\n`), base: n })
        expect([saved.status, saved.body.version]).toEqual([200, n + 1])
        expect((await other.get(at)).body.version).toBe(n + 1)
      }

      const signer = await newSigner()
      const key = { party: 'm', role: 'mediator', publicKey: base64(signer.publicKey) }
      const wished = { title: 'T', operator: 'm', keys: [key] }
      const { body: begun } = await here.post(`${at}/records`, wished)
      const record = `${at}/records/${begun.id}`
      const received: string[] = []
      for (const by of [here, there, here, there]) {
        const sealed = await sealedIncident(by, record, signer)
        const { body } = await by.post(`${record}/entries`, { entries: [sealed] })
        expect(body.results[0].outcome).toBe('received')
        received.push(body.results[0].received)
      }
      expect(received).toEqual([...received].sort())
      // What came after the wrong hour says by which clock it really came.
      const { body: list } = await here.get(`${record}/entries?from=0`)
      const clocks = list.entries.map(
        ({ leaf }: { leaf: string }) => JSON.parse(Buffer.from(leaf, 'base64').toString()).clock
      )
      expect(clocks.slice(-2).map((clock: unknown) => typeof clock)).toEqual([
        'string',
        'undefined'
      ])
    })
  }
)

/** Everything that is written waits so long, in microseconds: the most that PostgreSQL lets it. */
const SLOW = 100_000
const PEOPLE = 24

describe.skipIf(!hasPostgres)(`a database on a slow disk${WITH_POSTGRES}`, () => {
  const cluster = clusterForTests()
  let bench: TeamBench
  beforeAll(async () => {
    bench = await TeamBench.open(cluster())
  })
  afterAll(() => bench?.close())

  it('keeps all that it acknowledged, and says of the rest that nothing was kept', async () => {
    const admin = await bench.first()
    const account = await admin.get('/api/account')
    await admin.post('/api/team/organisations', {
      name: 'M',
      kind: 'mediation',
      lead: account.body.id
    })
    for (const slow of [`commit_delay = ${SLOW}`, 'commit_siblings = 0'])
      await cluster().sql(`ALTER SYSTEM SET ${slow}`)
    await cluster().sql('SELECT pg_reload_conf()')
    // Who waits longer than two seconds for others is told to ask again, and that nothing was kept.
    const patient = new Patient(admin)
    const ids = Array.from({ length: PEOPLE }, (_, k) => `paper-${k}`)
    const written = await Promise.all(
      ids.map(async (id, k) => {
        const files = texts(`${SIDES}# ${k}\n`)
        const made = await patient.until('POST', '/api/cases', { from: 'files', files, id })
        const again = { files: texts(`${SIDES}# ${k} again\n`), base: 1 }
        const saved = await patient.until('PUT', `/api/cases/${made.body.id}`, again)
        return [made.status, saved.status, made.body.id, saved.body.hash]
      })
    )
    expect(written.map(([made, saved]) => [made, saved])).toEqual(ids.map(() => [201, 200]))
    const read = await Promise.all(written.map(([, , id]) => admin.get(`/api/cases/${id}`)))
    expect(read.map(({ status, body }) => [status, body.version, body.hash])).toEqual(
      written.map(([, , , hash]) => [200, 2, hash])
    )
    expect((await bench.ask('GET', '/api/ready')).body).toEqual({ ready: true })
    expect([...patient.refused.keys()].filter((code) => code !== 'held')).toEqual([])
    expect([patient.wrong, bench.failures]).toEqual([[], []])
  })
})
