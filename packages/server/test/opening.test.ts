import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { RecordStore } from '@truce/core'
import { MemoryCaseStore } from '@truce/host/memory'
import { FolderShelf } from '@truce/host/record'
import { afterAll, expect, it, vi } from 'vitest'
import { Records } from '../src/records/records.ts'
import { MemoryTables } from '../src/team/access/index.ts'
import { SMALL, texts } from './server.ts'
import { until, World } from './team/world.ts'

const folder = mkdtempSync(join(tmpdir(), 'truce-opening-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A shelf whose records take until they are let go. */
class SlowShelf extends FolderShelf {
  readonly gate = Promise.withResolvers<void>()
  opened = 0

  override async entries(of: string, id: string): Promise<RecordStore> {
    this.opened++
    await this.gate.promise
    return super.entries(of, id)
  }
}

it('tells whoever waits for a long record to come again, and goes on opening it, once', async () => {
  const cases = new MemoryCaseStore()
  await cases.create({ id: 'sides', files: texts(SMALL), shippedFrom: null })
  const before = new Records(new FolderShelf(folder), cases)
  const { id } = await before.begin('sides', { title: 'T', operator: 'a', keys: [] })
  await before.close()
  const shelf = new SlowShelf(folder)
  const records = new Records(shelf, cases, 5)
  const asked = [records.read('sides', id), records.read('sides', id), records.list('sides')]
  for (const answer of await Promise.allSettled(asked))
    expect(answer).toMatchObject({
      status: 'rejected',
      reason: { status: 503, code: 'being-opened', headers: { 'retry-after': '10' } }
    })
  shelf.gate.resolve()
  const ready = new Records(shelf, cases)
  expect((await ready.read('sides', id)).book.size).toBe(1)
  await ready.close()
  // What went on meanwhile is there as soon as it is open.
  for (let tries = 0; ; tries++) {
    const found = await records.read('sides', id).catch(() => undefined)
    if (found) break
    expect(tries).toBeLessThan(1000)
  }
  expect(shelf.opened).toBe(2)
  await records.close()
})

it('tells who begins to follow a case of a save that is made just then', async () => {
  const world = new World(new MemoryTables())
  const wish = { name: 'M', kind: 'mediation', lead: 'lead' }
  await world.ask('adm', 'POST', '/api/team/organisations', { body: wish })
  const sent = { from: 'files', files: texts(SMALL), id: 'paper' }
  const { id } = (await world.ask('lead', 'POST', '/api/cases', { body: sent })).body
  const read = world.cases.read.bind(world.cases)
  vi.spyOn(world.cases, 'read').mockImplementationOnce(async (of) => {
    const state = await read(of)
    await world.cases.save({ id: of, files: texts(`${SMALL}# more\n`), base: state.version })
    return state
  })
  const stream = await world.stream('lead', `/api/cases/${id}/events`)
  await until(() => stream.text.includes('event: changed'))
  expect(stream.text).toMatch(
    /event: open\ndata: .*"version":1.*[\s\S]*event: changed\ndata: .*"version":2/
  )
  stream.stop()
  expect(world.failures).toEqual([])
  await world.close()
})
