import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { sampled } from '../../../core/test/laws.ts'
import { Cluster, hasPostgres, WITH_POSTGRES } from '../cluster.ts'
import { clusterForTests } from '../postgres.ts'
import { wholeIn, writingTo } from './writing.ts'

const TIMEOUT = 240_000

describe.skipIf(!hasPostgres)(`a backup${WITH_POSTGRES}`, () => {
  const cluster = clusterForTests()
  it('taken while others write is whole on a new server, and has what was acknowledged before it', {
    timeout: TIMEOUT
  }, async () => {
    const writing = await writingTo(cluster().url())
    await writing.more(6)
    const { versions, leaves } = writing.acknowledged
    const before = { versions: versions.size, entries: leaves.length }
    const file = join(cluster().folder, 'truce.dump')
    await cluster().running('pg_dump', [
      ...['-h', cluster().folder, '-U', 'truce', '-Fc', '-f', file, 'postgres']
    ])
    await writing.more(3)
    await writing.end()
    const fresh = await Cluster.start()
    try {
      await fresh.running('pg_restore', [
        ...['-h', fresh.folder, '-U', 'truce', '--exit-on-error', '-d', 'postgres', file]
      ])
      // Opening it migrates, which finds the history of the tables to be this one's.
      const found = await wholeIn(fresh.url(), writing.acknowledged)
      expect(found.versions).toBeGreaterThanOrEqual(before.versions)
      expect(found.entries).toBeGreaterThanOrEqual(before.entries)
      expect(found.entries).toBeLessThan(leaves.length)
      await expect(fresh.sql('DELETE FROM truce.case_versions')).rejects.toThrow('never changed')
      await fresh.sql("SET session_replication_role = 'replica'")
      await expect(
        fresh.sql("SET session_replication_role = 'replica'; DELETE FROM truce.entries_1")
      ).rejects.toThrow('never removed')
    } finally {
      await fresh.remove()
    }
  })
})

describe.skipIf(!hasPostgres)(`a second server that is waited for${WITH_POSTGRES}`, () => {
  const cluster = clusterForTests()
  const ROUNDS = sampled(4, 1)
  it(`has every acknowledged save and entry once the first was killed, ${ROUNDS} times`, {
    timeout: TIMEOUT
  }, async () => {
    for (let round = 0; round < ROUNDS; round++) {
      await cluster().resume()
      await cluster().sql('DROP SCHEMA IF EXISTS truce CASCADE')
      const second = await cluster().standby()
      try {
        await cluster().sql("ALTER SYSTEM SET synchronous_standby_names = '*'")
        await cluster().sql('ALTER ROLE truce SET synchronous_commit = remote_apply')
        await cluster().sql('SELECT pg_reload_conf()')
        const writing = await writingTo(cluster().url())
        await writing.more(5 + round * 3)
        await cluster().end('SIGKILL')
        await writing.end()
        const { versions, leaves } = writing.acknowledged
        await second.sql('SELECT pg_promote(true)')
        await second.sql("ALTER SYSTEM SET synchronous_standby_names = ''")
        await second.sql('SELECT pg_reload_conf()')
        const found = await wholeIn(second.url(), writing.acknowledged)
        expect(found.versions).toBeGreaterThanOrEqual(Math.max(...versions.keys()))
        expect(found.entries).toBeGreaterThanOrEqual(leaves.length)
      } finally {
        await second.remove()
      }
      // Without the second nothing is acknowledged: the next round begins alone.
      await cluster().resume()
      await cluster().sql("ALTER SYSTEM SET synchronous_standby_names = ''")
      await cluster().sql('SELECT pg_reload_conf()')
    }
  })
})
