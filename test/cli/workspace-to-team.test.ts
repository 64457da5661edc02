// One person's workspace becomes a team's, is worked on, and comes back: by the command line and HTTP.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { base64 } from '@truce/core/log'
import { newSigner } from '@truce/host/record'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hasPostgres, WITH_POSTGRES } from '../../packages/host/test/cluster.ts'
import { clusterForTests } from '../../packages/host/test/postgres.ts'
import { Bench, texts } from '../../packages/server/test/server.ts'
import { TeamBench } from '../../packages/server/test/team/bench.ts'
import { sealedIncident } from '../../packages/server/test/team/faults.ts'
import { SIDES } from '../../packages/server/test/team/world.ts'
import { run } from './run.ts'

/** What two servers are asked alike, whatever a request has to bring with it. */
// biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
type Ask = (method: string, path: string, body?: unknown) => Promise<{ status: number; body: any }>

describe.skipIf(!hasPostgres)(`a workspace${WITH_POSTGRES}`, () => {
  const cluster = clusterForTests()
  let one: Bench
  let folder: string
  beforeAll(async () => {
    one = await Bench.open()
    folder = await mkdtemp(join(tmpdir(), 'truce-moved-'))
  })
  afterAll(async () => {
    if (one) await rm(one.folder, { recursive: true, force: true })
    await rm(folder, { recursive: true, force: true })
  })

  it('moves to a team and back, with every version and entry', async () => {
    const signer = await newSigner()
    const key = { party: 'm', role: 'mediator', publicKey: base64(signer.publicKey) }
    const alone: Ask = (method, path, body) => one.ask(method, path, { body })
    await alone('POST', '/api/cases', { from: 'files', files: texts(SIDES), id: 'paper' })
    const again = { files: texts(`${SIDES}# again\n`), base: 1 }
    expect((await alone('PUT', '/api/cases/paper', again)).body.version).toBe(2)
    await alone('POST', '/api/cases', { from: 'files', files: texts(), id: 'aside' })
    expect((await alone('DELETE', '/api/cases/aside', {})).status).toBe(200)
    const wish = { title: 'T', operator: 'm', keys: [key] }
    const { body: record } = await alone('POST', '/api/cases/paper/records', wish)
    const at = `/api/cases/paper/records/${record.id}`
    await filed(alone, at, signer)
    const before = await all(alone, at)
    await one.serving.close()

    const url = cluster().url()
    const there = await run(['workspace', 'copy', one.workspace(), url])
    expect([there.code, there.stderr]).toEqual([0, ''])

    const bench = await TeamBench.open(cluster())
    try {
      const admin = await bench.first()
      const team: Ask = (method, path, body) => admin.ask(method, path, body)
      const { body: account } = await team('GET', '/api/account')
      const made = { name: 'The office', kind: 'mediation', lead: account.id }
      const { body: office } = await team('POST', '/api/team/organisations', made)
      // Whose the cases are is said by whoever runs the server; until then nobody sees them.
      expect((await team('GET', '/api/cases/paper')).status).toBe(404)
      const adopt = ['team', 'adopt', '--database', url]
      expect(await run([...adopt, 'The office', '--case', 'papers'])).toMatchObject({
        code: 1,
        stdout: '',
        stderr: expect.stringMatching(/no case is called "papers"; name it as/)
      })
      expect((await run([...adopt, 'Nobody'])).stderr).toContain(`${office.id} (The office)`)
      expect(await run([...adopt, 'The office'])).toMatchObject({
        code: 0,
        stdout: `aside belongs to ${office.id}\npaper belongs to ${office.id}\n`
      })
      expect((await run([...adopt, office.id])).stdout).toBe('no case here belongs to nobody\n')
      expect(await all(team, at)).toEqual(before)
      const acts = await team('GET', `/api/team/organisations/${office.id}/acts`)
      const adopted = { person: 'server', name: null, verb: 'adopt' }
      for (const id of ['aside', 'paper'])
        expect(acts.body.acts).toContainEqual(
          expect.objectContaining({ ...adopted, resource: `case:${id}` })
        )
      expect((await team('GET', '/api/removed')).body.cases).toEqual(['aside'])

      // It is gone on with: a version, and an entry once it is said who keeps the record.
      const third = { files: texts(`${SIDES}# by a team\n`), base: 2 }
      expect((await team('PUT', '/api/cases/paper', third)).body.version).toBe(3)
      const part = { party: 'm', keeps: true }
      const parts = `${at.replace('/api/', '/api/team/')}/participants/${office.id}`
      expect((await team('PUT', parts, part)).status).toBeLessThan(300)
      await filed(team, at, signer)
      const after = await all(team, at)
      expect(after.entries.slice(0, before.entries.length)).toEqual(before.entries)
      expect(after.entries).toHaveLength(before.entries.length + 1)

      const back = await run(['workspace', 'copy', url, join(folder, 'back')])
      expect([back.code, back.stderr]).toEqual([0, ''])
      expect(await alike(join(folder, 'back'), at)).toEqual(after)
    } finally {
      await bench.close()
    }
  })

  /** The same, asked of one person's server on a folder. */
  async function alike(workspace: string, at: string): Promise<unknown> {
    const { serve } = await import('../../packages/server/src/serve.ts')
    const serving = await serve({
      port: 0,
      workspace,
      library: join(one.folder, 'none'),
      web: join(one.folder, 'web'),
      startingCase: texts(),
      report: (error) => {
        throw error
      }
    })
    try {
      one.serving = serving
      return await all((method, path, body) => one.ask(method, path, { body }), at)
    } finally {
      await serving.close()
    }
  }
})

async function filed(ask: Ask, at: string, signer: Awaited<ReturnType<typeof newSigner>>) {
  const get = async (path: string) => (await ask('GET', path)) as never
  const sealed = await sealedIncident({ get }, at, signer)
  const { body } = await ask('POST', `${at}/entries`, { entries: [sealed] })
  expect(body.results).toMatchObject([{ outcome: 'received' }])
}

/** Every version with its text, and every leaf of the record. */
async function all(ask: Ask, at: string) {
  const { body: history } = await ask('GET', '/api/cases/paper/versions')
  const versions = []
  for (const { version } of history.versions) {
    const { body } = await ask('GET', `/api/cases/paper/versions/${version}`)
    versions.push(body)
  }
  const { body: record } = await ask('GET', `${at}/entries?from=0`)
  expect(versions.length).toBeGreaterThan(1)
  return { history: history.versions, versions, entries: record.entries as readonly unknown[] }
}
