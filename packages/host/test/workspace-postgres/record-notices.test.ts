import { describe, expect, it } from 'vitest'
import { PostgresShelf } from '../../src/workspace-postgres/index.ts'
import { hasPostgres, WITH_POSTGRES } from '../cluster.ts'
import { clusterForTests } from '../postgres.ts'

/** Waits until something holds, or fails after a while. */
async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; !holds(); tries++) {
    if (tries === 500) throw new Error(`waited in vain: ${holds}`)
    await new Promise((done) => setTimeout(done, 20))
  }
}

describe.skipIf(!hasPostgres)(`two servers with one record${WITH_POSTGRES}`, () => {
  const cluster = clusterForTests()

  it('hear of each other that it has more entries, and of no other record', async () => {
    const [one, other] = [
      await PostgresShelf.open({ url: cluster().url() }),
      await PostgresShelf.open({ url: cluster().url() })
    ]
    const writers = await Promise.all(['r', 'q'].map((id) => one.entries('case', id)))
    const heard: string[] = []
    const stops = ['r', 'q'].map((id) => other.watch('case', id, () => heard.push(id)))
    const [r, q] = writers
    const leaf = (text: string) => ({ leaf: new TextEncoder().encode(text) })
    // It listens at some time after it was asked to.
    let appended = 0
    while (heard.length === 0) {
      await r?.append(appended++, [leaf('more')])
      await new Promise((done) => setTimeout(done, 20))
    }
    expect(new Set(heard)).toEqual(new Set(['r']))
    // What is not appended is not told.
    expect((await r?.append(0, [leaf('late')]))?.outcome).toBe('behind')
    await q?.append(0, [leaf('0'), leaf('1')])
    await until(() => heard.includes('q'))
    expect(heard.filter((id) => id === 'q')).toEqual(['q'])
    expect(heard.length - 1).toBeLessThanOrEqual(appended)
    const before = heard.length
    // A connection that was lost is made anew, and then everything is looked at.
    await cluster().sql(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%'"
    )
    await until(() => heard.length >= before + 2)
    for (const stop of stops) stop()
    const last = heard.length
    await q?.append(2, [leaf('2')])
    await one.close()
    await other.close()
    expect(heard).toHaveLength(last)
  })
})
