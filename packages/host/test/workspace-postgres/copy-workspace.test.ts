import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sampled, triedInTime } from '../../../core/test/laws.ts'
import { Workspace } from '../../src/workspace/index.ts'
import {
  copyWorkspace,
  PostgresCaseStore,
  StaysRefused
} from '../../src/workspace-postgres/index.ts'
import { hasPostgres, WITH_POSTGRES } from '../cluster.ts'
import { code } from '../contract/opening.ts'
import { clusterForTests } from '../postgres.ts'
import { numbered, single } from '../workspace/texts.ts'
import { type Deed, deeds, doneIn, toldOf } from './workspaces.ts'

describe.skipIf(!hasPostgres)(`a workspace that is copied${WITH_POSTGRES}`, () => {
  const cluster = clusterForTests()
  let folder = ''
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'truce-move-'))
    await cluster().sql('DROP SCHEMA IF EXISTS truce CASCADE')
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))
  const at = (name: string): string => join(folder, name)

  it('into a database and back is what it was, to the byte', { timeout: 120_000 }, () =>
    triedInTime(
      fc.asyncProperty(deeds, async (all) => {
        for (const name of ['a', 'b']) await rm(at(name), { recursive: true, force: true })
        await cluster().sql('DROP SCHEMA IF EXISTS truce CASCADE')
        await doneIn(at('a'), all)
        const before = await toldOf(at('a'))
        const url = cluster().url()
        const there = await copyWorkspace({ from: at('a'), to: url, keys: true })
        const back = await copyWorkspace({ from: url, to: at('b'), keys: true })
        expect({ ...back, behind: [] }).toEqual(there)
        expect(await toldOf(at('b'))).toEqual(before)
        expect(await toldOf(at('a'))).toEqual(before)
        // Again, there is nothing left to do.
        expect(await copyWorkspace({ from: at('a'), to: url, keys: true })).toEqual(there)
      }),
      { seed: 1, runs: 4, seeds: 12 }
    )
  )

  const KILLS = sampled(12, 2)
  it(`and killed ${KILLS} times in the midst goes on where it ended`, {
    timeout: 240_000
  }, async () => {
    const many: readonly Deed[] = Array.from({ length: 60 }, (_, n) => ({
      what: n % 4 === 0 ? 'create' : n % 9 === 0 ? 'record' : 'save',
      at: n,
      text: `# ${n}\n`,
      bytes: new Uint8Array(n)
    }))
    await doneIn(at('a'), many)
    const before = await toldOf(at('a'))
    const url = cluster().url()
    for (const [from, to] of [
      [at('a'), url],
      [url, at('b')]
    ] as const) {
      for (let kill = 0; kill < KILLS; kill++) await killedAfter((kill * 97) % 331, from, to)
      await copyWorkspace({ from, to, keys: true })
    }
    expect(await toldOf(at('b'))).toEqual(before)
  })

  /** Copies in another process, which is killed some time after it began. */
  async function killedAfter(wait: number, from: string, to: string): Promise<void> {
    const copier = spawn(process.execPath, [join(import.meta.dirname, 'copier.ts'), from, to])
    const ended = new Promise((done) => copier.once('exit', done))
    await new Promise((done) => copier.stdout.once('data', done))
    await new Promise((done) => setTimeout(done, wait))
    copier.kill('SIGKILL')
    await ended
  }

  it('leaves keys out unless they are asked for', async () => {
    const deed = { text: 'a', bytes: Uint8Array.of(1) }
    await doneIn(at('a'), [
      { what: 'create', at: 0, ...deed },
      { what: 'record', at: 35, ...deed }
    ])
    await copyWorkspace({ from: at('a'), to: cluster().url() })
    expect(await cluster().sql('SELECT name FROM truce.shelved_keys')).toEqual([])
    await copyWorkspace({ from: at('a'), to: cluster().url(), keys: true })
    expect(await cluster().sql('SELECT name FROM truce.shelved_keys ORDER BY 1')).toEqual([
      { name: 'a-operator.pem' },
      { name: 'operator.key' }
    ])
  })

  it('is refused by a place that holds anything else, before anything is written', async () => {
    const [a, url] = [at('a'), cluster().url()]
    const using = async (path: string, text: string, id: string): Promise<void> => {
      const workspace = await Workspace.open(path)
      await workspace.create({ id, files: single(text), shippedFrom: null })
      await workspace.close()
    }
    await using(a, '# ours\n', 'river')
    const store = await PostgresCaseStore.open(url)
    await store.create({ id: 'river', files: single('# theirs\n'), shippedFrom: null })
    expect(await code(copyWorkspace({ from: a, to: url }))).toBe('taken')
    expect(await code(copyWorkspace({ from: url, to: a }))).toBe('taken')
    expect((await store.history('river')).length).toBe(1)
    await store.close()
    await using(at('c'), '# c\n', 'lake')
    expect(await code(copyWorkspace({ from: a, to: at('c') }))).toBe('taken')
    await mkdir(at('d'))
    await writeFile(at('d/notes.txt'), 'mine')
    expect(await code(copyWorkspace({ from: a, to: at('d') }))).toBe('taken')
    expect(await code(copyWorkspace({ from: a, to: a }))).toBe('taken')
  })

  it('names what has no place in a copy, and copies nothing of a text that it cannot read', async () => {
    const a = at('a')
    const workspace = await Workspace.open(a)
    await workspace.create({ id: 'river', files: numbered(1), shippedFrom: null })
    await workspace.close()
    await writeFile(join(a, 'river', 'README.md'), 'a note')
    await writeFile(join(a, 'river', 'mark.yaml'), '\uFEFF# a\n')
    await symlink(join(a, 'river', 'case.yaml'), join(a, 'river', 'link.yaml'))
    await mkdir(join(a, '.git'))
    const move = { from: a, to: cluster().url() }
    const refused = await copyWorkspace(move).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(StaysRefused)
    const wanted = ['.git', 'river/README.md', 'river/link.yaml', 'river/mark.yaml']
    expect(refused).toMatchObject({ behind: wanted.map((path) => ({ path, altered: false })) })
    expect(await cluster().sql("SELECT FROM pg_tables WHERE schemaname = 'truce'")).toEqual([])
    const { behind } = await copyWorkspace({ ...move, leaveOthers: true })
    expect(behind.map(({ path }) => path)).toEqual(wanted)
    await writeFile(join(a, 'river', 'latin.yaml'), Buffer.of(0xe9))
    await expect(copyWorkspace({ ...move, leaveOthers: true })).rejects.toThrow(StaysRefused)
  })
})
