// A team's server, its database and its worker are killed at random while people save, file and listen.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { base64 } from '@truce/core/log'
import { newSigner } from '@truce/host/record'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sampled } from '../../../core/test/laws.ts'
import { hasPostgres, WITH_POSTGRES } from '../../../host/test/cluster.ts'
import { clusterForTests } from '../../../host/test/postgres.ts'
import { texts } from '../server.ts'
import { type Browser, TeamBench } from './bench.ts'
import {
  counting,
  Follower,
  filing,
  type Kept,
  PAGE,
  Patient,
  saving,
  WorkerProcess
} from './faults.ts'
import { TeamProcess } from './process.ts'
import { SIDES } from './world.ts'

/** How often one of the three is killed: each of them once, or more. */
const KILLS = sampled(50, 3)
const SEED = 20_261_129
/** Each of them is killed at least once, in this order; who is next is drawn. */
const VICTIMS = ['database', 'server', 'worker'] as const

describe.skipIf(!hasPostgres)(`faults, with PostgreSQL${WITH_POSTGRES}`, () => {
  const cluster = clusterForTests()

  it(`the server, its database and its worker killed, ${KILLS} times in all: nothing acknowledged is lost, and all goes on by itself`, {
    timeout: 120_000 + KILLS * 60_000
  }, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'truce-faults-'))
    await mkdir(join(folder, 'web'))
    await writeFile(join(folder, 'web', 'index.html'), PAGE)
    const served = new TeamProcess(TeamBench.options(cluster(), folder))
    await served.start()
    const serving = {
      at: served.at,
      setup: served.setup,
      metrics: undefined,
      close: () => served.kill()
    }
    const bench = await TeamBench.over(cluster(), folder, serving)
    try {
      const admin = await bench.first()
      const wish = {
        name: 'M',
        kind: 'mediation',
        lead: (await admin.get('/api/account')).body.id
      }
      const made = await admin.post('/api/team/organisations', wish)
      expect([made.status, made.text]).toEqual([201, made.text])
      const { kept, wrong, refused, heard } = await faulty({ bench, served, admin })
      expect(wrong).toEqual([])
      const patient = new Patient(admin)
      // Every save that was acknowledged is a version, with the text that was sent.
      const { body: history } = await patient.until('GET', `/api/cases/${kept.id}/versions`)
      const line = new Map(
        history.versions.map((one: { version: number; hash: string }) => [one.version, one.hash])
      )
      expect(kept.saved.filter(([version, hash]) => line.get(version) !== hash)).toEqual([])
      // Every entry that was acknowledged is in the record at its place, and no leaf is torn.
      const { body } = await patient.until('GET', `${kept.record}/entries?from=0`)
      const leaves: string[] = body.entries.map(({ leaf }: { leaf: string }) =>
        Buffer.from(leaf, 'base64').toString('utf8')
      )
      expect(kept.filed.filter(([place, id]) => !leaves[place]?.includes(id))).toEqual([])
      expect(leaves.every((leaf) => leaf.startsWith('{') && leaf.endsWith('}'))).toBe(true)
      // Every sum that was asked for is what a plain loop makes.
      expect(kept.counted.length).toBeGreaterThan(0)
      expect(kept.counted.filter(([sum, own]) => sum.sum !== own.sum)).toEqual([])
      // Who follows was told how far it is in the end, and never of less than before.
      expect(heard.entries.told.at(-1)).toBe(leaves.length)
      expect(heard.versions.told.at(-1)).toBe(Math.max(...(line.keys() as Iterable<number>)))
      for (const { told } of [heard.entries, heard.versions])
        expect(told).toEqual([...told].sort((a, b) => a - b))
      expect([...refused.keys()].filter((code) => !EXPECTED.has(code))).toEqual([])
      expect(served.written).not.toMatch(/"what":"failure"/)
      if (process.env['TRUCE_TELL'])
        console.log(
          `${KILLS} kills: ${kept.saved.length} saves and ${kept.filed.length} entries acknowledged, ${kept.counted.length} sums, streams came again ${heard.entries.again}+${heard.versions.again} times, refusals`,
          Object.fromEntries(refused)
        )
    } finally {
      await served.kill()
      await rm(folder, { recursive: true, force: true })
    }
  })

  async function faulty({ bench, served, admin }: Within) {
    const patient = new Patient(admin)
    const files = { from: 'files', files: texts(SIDES), id: 'paper' }
    const { body: paper } = await patient.until('POST', '/api/cases', files)
    const signer = await newSigner()
    const key = { party: 'm', role: 'mediator', publicKey: base64(signer.publicKey) }
    const { body: begun } = await patient.until('POST', `/api/cases/${paper.id}/records`, {
      title: 'T',
      operator: 'm',
      keys: [key]
    })
    const record = `/api/cases/${paper.id}/records/${begun.id}`
    const heard = {
      entries: new Follower(admin, `${record}/events`, (data) => Number(data['size'])),
      versions: new Follower(admin, `/api/cases/${paper.id}/events`, (data) =>
        Number(data['version'])
      )
    }
    const kept: Kept = { id: paper.id, record, saved: [], filed: [], counted: [] }
    const state = { ending: false }
    const worker = new WorkerProcess(cluster().url())
    worker.start()
    const work = [
      saving(patient, kept, state),
      filing(patient, { kept, state, signer }),
      counting(cluster().url(), kept, state)
    ]
    // What fails is told where all is awaited, however early it was.
    const all = Promise.all(work)
    all.catch(() => undefined)
    const kills = {
      server: async () => {
        await served.kill()
        await served.start()
      },
      worker: async () => {
        await worker.kill()
        worker.start()
      },
      database: () => databaseKilled(bench)
    }
    const plan = fc.sample(fc.tuple(fc.constantFrom(...VICTIMS), fc.nat(400)), {
      seed: SEED,
      numRuns: KILLS
    })
    for (const [place, [drawn, wait]] of plan.entries()) {
      const before = kept.saved.length + kept.filed.length
      const since = Date.now()
      while (kept.saved.length + kept.filed.length < before + 4) {
        if (Date.now() - since > 60_000)
          throw new Error(
            `it does not go on: ${[...patient.refused].join(' ')} ${served.written.slice(-3000)}`
          )
        await pause(20)
      }
      await pause(wait)
      await kills[VICTIMS[place] ?? drawn]()
    }
    state.ending = true
    await all
    await worker.kill()
    // A follower that lost its place looks again after a while.
    for (let tries = 0; tries < 400; tries++) {
      const [size, version] = [heard.entries.told.at(-1), heard.versions.told.at(-1)]
      const there = await patient.until('GET', record)
      const { body } = await patient.until('GET', `/api/cases/${paper.id}`)
      if (size === there.body.size && version === body.version) break
      await pause(100)
    }
    for (const one of Object.values(heard)) one.stop()
    return { kept, wrong: patient.wrong, refused: patient.refused, heard }
  }

  /** While it is away the server is alive and says that it is not ready. */
  async function databaseKilled(bench: TeamBench): Promise<void> {
    await cluster().end('SIGKILL')
    await pause(300)
    const away = await bench.ask('GET', '/api/health')
    expect([away.status, away.body]).toEqual([200, { alive: true }])
    const ready = await bench.ask('GET', '/api/ready')
    expect([ready.status, ready.body.error.message]).toEqual([
      503,
      'the database does not answer as it should'
    ])
    await cluster().resume()
  }
})

/** What a client may be told while one of the two is away. */
const EXPECTED = new Set(['no answer', 'away', 'held', 'busy'])

interface Within {
  readonly bench: TeamBench
  readonly served: TeamProcess
  readonly admin: Browser
}
