import { spawn, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sampled } from '../../../core/test/laws.ts'
import { hashOf } from '../../src/load.ts'
import { Versions } from '../../src/workspace/database.ts'
import type { Disk } from '../../src/workspace/disk.ts'
import { nodeDisk } from '../../src/workspace/disk.ts'
import { Workspace } from '../../src/workspace/workspace.ts'
import { numbered, single } from './texts.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'truce-store-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const code = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (error: { readonly code: string }) => error.code
  )

/** Runs work on the workspace and closes it. */
async function using<T>(
  work: (workspace: Workspace) => Promise<T>,
  disk: Disk = nodeDisk,
  at = folder
): Promise<T> {
  const workspace = await Workspace.open(at, disk)
  try {
    return await work(workspace)
  } finally {
    await workspace.close()
  }
}

const full = (): never => {
  throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' })
}

describe('killed in the midst of saves', () => {
  const ROUNDS = sampled(10, 4)
  it(`${ROUNDS} times: no acknowledged save is lost and no file is torn`, async () => {
    await using((workspace) =>
      workspace.create({ id: 'river', files: numbered(0), shippedFrom: null })
    )
    const acknowledged = new Map<number, number>()
    let count = 1
    for (let round = 0; round < ROUNDS; round++) {
      const lines = await killedAfter(20 + (353 * round) / ROUNDS, count)
      for (const line of lines.filter((text) => text.startsWith('saved '))) {
        const [, version, text] = line.split(' ').map(Number)
        acknowledged.set(version as number, text as number)
      }
      count = Math.max(count, ...acknowledged.values()) + 2
      await using(async (workspace) => {
        const { files, version } = await workspace.read('river')
        expect(new Set(files.map(({ text }) => text)).size, 'all files are of one save').toBe(1)
        expect(version).toBeGreaterThanOrEqual(Math.max(1, ...acknowledged.keys()))
        for (const [number, text] of acknowledged)
          expect(hashOf((await workspace.version('river', number)).files)).toBe(
            hashOf(numbered(text))
          )
        expect((await workspace.history('river')).every(({ origin }) => origin !== 'outside')).toBe(
          true
        )
        expect(await readdir(join(folder, '.truce', 'staging'))).toEqual([])
      })
    }
    expect(acknowledged.size, 'saves were under way').toBeGreaterThan(0)
  })

  /**
   * Starts the saver, lets it save for a while after its first words, kills it; what it had
   * printed.
   */
  async function killedAfter(wait: number, count: number): Promise<readonly string[]> {
    const saver = spawn(process.execPath, [
      join(import.meta.dirname, 'saver.ts'),
      folder,
      'river',
      String(count)
    ])
    let [printed, complaint] = ['', '']
    saver.stdout.on('data', (part) => {
      if (printed === '') setTimeout(() => saver.kill('SIGKILL'), wait)
      printed += part
    })
    saver.stderr.on('data', (part) => {
      complaint += part
    })
    const signal = await new Promise((done) => saver.on('close', (_, by) => done(by)))
    expect([signal, complaint]).toEqual(['SIGKILL', ''])
    return printed.split('\n').slice(0, -1)
  }
})

describe('stopped between any two steps of a save', () => {
  const STEPS = ['write', 'move', 'remove', 'settle', 'makeFolder'] as const

  /** A disk that does nothing any more from the n-th step on, as after a power cut. */
  function stopping(after: number): Disk {
    let done = 0
    const step = async <T>(work: () => Promise<T>): Promise<T> => {
      if (++done > after) throw new Error('stopped')
      return work()
    }
    return {
      write: (path, text, mode) => step(() => nodeDisk.write(path, text, mode)),
      move: (from, to) => step(() => nodeDisk.move(from, to)),
      remove: (path) => step(() => nodeDisk.remove(path)),
      makeFolder: (path) => step(() => nodeDisk.makeFolder(path)),
      settle: (path) => step(() => nodeDisk.settle(path))
    }
  }

  it('the files are those of before or those of after, and nothing is taken for a change made outside', async () => {
    expect(STEPS.every((name) => name in stopping(0))).toBe(true)
    const seen = new Set<string>()
    for (let after = 0; after < 20; after++) {
      const at = join(folder, String(after))
      await using(
        (workspace) => workspace.create({ id: 'river', files: numbered(2), shippedFrom: null }),
        nodeDisk,
        at
      )
      const outcome = await using(
        (w) => code(w.save({ id: 'river', files: numbered(3), base: 1 })),
        stopping(after),
        at
      )
      const { hash, version, origins } = await using(
        async (w) => ({
          ...(await w.read('river')),
          origins: (await w.history('river')).map(({ origin }) => origin)
        }),
        nodeDisk,
        at
      )
      expect([hashOf(numbered(2)), hashOf(numbered(3))]).toContain(hash)
      expect(version).toBe(hash === hashOf(numbered(3)) ? 2 : 1)
      expect(origins).toEqual(['created', 'saved'])
      if (outcome === 'done') expect(version).toBe(2)
      seen.add(`${outcome ?? 'stopped'} ${version}`)
    }
    expect([...seen]).toEqual(['stopped 1', 'stopped 2', 'done 2'])
  })

  it('what was half written and then changed outside is left as it is', async () => {
    await using((workspace) =>
      workspace.create({ id: 'river', files: numbered(2), shippedFrom: null })
    )
    const versions = new Versions(join(folder, '.truce', 'versions.db'))
    versions.add({
      id: 'river',
      state: 'pending',
      origin: 'saved',
      base: 1,
      hash: hashOf(numbered(3)),
      files: numbered(3)
    })
    versions.close()
    await writeFile(join(folder, 'river', 'case.yaml'), numbered(3)[0]?.text ?? '')
    await writeFile(join(folder, 'river', 'evidence.yaml'), '# theirs\n')
    await using(async (workspace) => {
      const { files, version } = await workspace.read('river')
      expect(files.find(({ name }) => name === 'evidence.yaml')?.text).toBe('# theirs\n')
      expect(version).toBe(3)
      expect(await workspace.history('river')).toMatchObject([
        {},
        { version: 2, aside: true },
        { version: 3, origin: 'outside' }
      ])
    })
  })
})

describe('a full disk', () => {
  it('at any step refuses the save and keeps what was there', async () => {
    await using((workspace) =>
      workspace.create({ id: 'river', files: single('# 1\n'), shippedFrom: null })
    )
    for (const name of ['write', 'move', 'makeFolder'] as const)
      await using(
        async (workspace) => {
          expect(await code(workspace.save({ id: 'river', files: single('# 2\n'), base: 1 }))).toBe(
            'disk-full'
          )
          expect(await workspace.read('river')).toMatchObject({
            version: 1,
            files: single('# 1\n')
          })
        },
        { ...nodeDisk, [name]: async () => full() }
      )
    await using(async (workspace) => {
      expect(await workspace.save({ id: 'river', files: single('# 2\n'), base: 1 })).toMatchObject({
        outcome: 'saved'
      })
    })
  })
  it('at a new case leaves no folder', async () => {
    await using(
      (workspace) => code(workspace.create({ id: 'river', files: single(''), shippedFrom: null })),
      {
        ...nodeDisk,
        move: async () => full()
      }
    )
    expect(await readdir(folder)).toEqual(['.truce'])
  })

  const small = spawnSync('unshare', ['-rm', 'true']).status === 0 && process.platform === 'linux'
  it.skipIf(!small)(
    'that is one of 400 kB, truly: every save is there or refused (needs unshare)',
    async () => {
      const at = join(folder, 'small')
      await mkdir(at)
      const script = `mount -t tmpfs -o size=400k tmpfs '${at}' && exec '${process.execPath}' '${join(import.meta.dirname, 'filler.ts')}' '${at}'`
      const { stdout, stderr } = spawnSync('unshare', ['-rm', 'sh', '-c', script], {
        encoding: 'utf8'
      })
      expect(stderr).toBe('')
      const { refused, saves, kept, after } = JSON.parse(stdout) as Record<string, unknown>
      expect(refused).toBe('disk-full')
      expect(saves).toBeGreaterThan(1)
      expect([kept, after]).toEqual([true, 'saved'])
    }
  )
})

describe('a second process', () => {
  it('is refused, and told who holds the folder and where it answers', async () => {
    await using(async (workspace) => {
      workspace.announce('http://localhost:4100')
      const script = `import { Workspace } from ${JSON.stringify(join(import.meta.dirname, '../../src/workspace/workspace.ts'))}
        await Workspace.open(${JSON.stringify(folder)}).catch((error) => console.log(error.code, error.message))`
      const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
        encoding: 'utf8'
      })
      expect(stdout).toBe(
        `held process ${process.pid} already serves the workspace ${folder} and answers at http://localhost:4100\n`
      )
      expect(await code(Workspace.open(folder))).toBe('held')
      await workspace.create({ id: 'river', files: single(''), shippedFrom: null })
    })
    expect(await readdir(join(folder, '.truce'))).not.toContain('lock')
  })
  it('takes the folder over from one that was killed, though its number may live on', async () => {
    await using(async () => undefined)
    for (const left of [
      JSON.stringify({ pid: process.ppid }),
      JSON.stringify({ pid: 2 ** 22 }),
      '',
      'torn'
    ]) {
      await writeFile(join(folder, '.truce', 'lock'), left)
      await using(async () => {
        expect(JSON.parse(readFileSync(join(folder, '.truce', 'lock'), 'utf8'))).toEqual({
          pid: process.pid
        })
      })
    }
  })
})

describe('a folder that cannot be used', () => {
  it('is said, and left as it is', async () => {
    await writeFile(join(folder, 'file'), '')
    expect(await code(Workspace.open(join(folder, 'file')))).toBe('not-a-folder')
    const own = join(folder, 'w', '.truce')
    await mkdir(own, { recursive: true })
    await writeFile(
      join(own, 'versions.db'),
      'this is not a database, and longer than its header would be '.repeat(20)
    )
    const workspace = await Workspace.open(join(folder, 'w'))
    expect(workspace.damage?.code).toBe('damaged-store')
    await workspace.close()
    expect(readFileSync(join(own, 'versions.db'), 'utf8')).toMatch(/^this is not/)
  })
})
