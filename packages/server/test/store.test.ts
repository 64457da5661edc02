import { join } from 'node:path'
import { MemoryCaseStore } from '@truce/host/memory'
import { afterAll, describe, expect, it } from 'vitest'
import { appOf } from '../src/app.ts'
import { Desk } from '../src/compute/desk.ts'
import { Pool } from '../src/compute/pool.ts'
import { Library } from '../src/library.ts'
import { Records } from '../src/records/records.ts'
import { Shelf } from '../src/records/shelf.ts'
import { always } from '../src/routes/route.ts'
import { root, SMALL, texts } from './server.ts'

const pool = new Pool({ threads: 1 })
const workspace = new MemoryCaseStore()
afterAll(() => pool.close())

/** The application over a store that is no folder: what it needs of cases is the port alone. */
const app = appOf({
  sources: always({
    workspace,
    records: new Records(new Shelf(join(root, 'nowhere')), workspace),
    library: new Library(root),
    desk: new Desk(pool),
    startingCase: texts(),
    ending: new AbortController().signal
  }),
  web: root,
  token: 'token',
  hosts: () => new Set(['localhost']),
  report: (error) => {
    throw error
  }
})

async function ask(method: string, path: string, body?: object) {
  const headers = {
    host: 'localhost',
    'x-truce-token': 'token',
    'content-type': 'application/json'
  }
  const sent = body === undefined ? {} : { body: JSON.stringify(body) }
  const answer = await app.request(`http://localhost${path}`, { method, headers, ...sent })
  return { status: answer.status, body: await answer.json() }
}

describe('the interface over a store in memory', () => {
  it('makes, lists, saves, refuses and shows versions', async () => {
    expect(await ask('POST', '/api/cases', { from: 'new', id: 'river' })).toMatchObject({
      status: 201,
      body: { id: 'river', version: 1 }
    })
    expect(await ask('GET', '/api/cases')).toMatchObject({
      body: { cases: [{ id: 'river', title: 'Small', versions: 1 }], passedBy: [] }
    })
    const save = (title: string) =>
      ask('PUT', '/api/cases/river', { files: texts(SMALL.replace('Small', title)), base: 1 })
    expect(await save('Second')).toMatchObject({ status: 200, body: { version: 2 } })
    expect(await save('Other')).toMatchObject({
      status: 409,
      body: { error: { code: 'stale' }, aside: 3, current: { version: 2 } }
    })
    expect(await ask('GET', '/api/cases/river/versions')).toMatchObject({
      body: { versions: [{ version: 1 }, { version: 2 }, { version: 3, aside: true }] }
    })
    expect(await ask('GET', '/api/cases/river/versions/3')).toMatchObject({
      body: { files: texts(SMALL.replace('Small', 'Other')) }
    })
    expect(await ask('GET', '/api/cases/lake')).toMatchObject({
      status: 404,
      body: { error: { code: 'no-such-case' } }
    })
  })
})
