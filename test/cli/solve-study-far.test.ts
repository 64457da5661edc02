import { describe, expect, it } from 'vitest'
import { hasPostgres, WITH_POSTGRES } from '../../packages/host/test/cluster.ts'
import { clusterForTests } from '../../packages/host/test/postgres.ts'
import type { Ran } from './run.ts'
import { run } from './run.ts'

const PANAMA = 'cases/panama-canal/1977'
const study = (...argv: readonly string[]): Promise<Ran> => run(['solve', 'study', PANAMA, ...argv])

describe.skipIf(!hasPostgres)(`with PostgreSQL${WITH_POSTGRES}`, () => {
  const cluster = clusterForTests()

  /** A worker of the command line while work is done; what it said. */
  async function withWorker(work: () => Promise<void>): Promise<Ran> {
    const before = new Set(process.listeners('SIGTERM'))
    const worker = run(['worker', '--database', cluster().url(), '--threads', '1', '--name', 'one'])
    try {
      await work()
    } finally {
      for (const end of process.listeners('SIGTERM')) if (!before.has(end)) end('SIGTERM')
    }
    return worker
  }

  it('prints what a study on this computer prints, text and JSON, and leaves nothing', async () => {
    const far = ['--database', cluster().url()]
    const worker = await withWorker(async () => {
      for (const how of [
        ['--draws', '1300', '--format', 'json'],
        ['--draws', '600']
      ]) {
        const near = await study(...how, '--workers', '1')
        expect(await study(...how, ...far)).toMatchObject({ code: 0, stdout: near.stdout })
      }
      const { stdout } = await run(['worker', ...far, '--runs'])
      expect(stdout).toMatch(/^no run is in the database\nworker one {2}1 thread {2}Truce /)
    })
    expect(worker).toMatchObject({ code: 0, stdout: '' })
    expect(worker.stderr).toMatch(/works on run [0-9a-f]{12} \(study, 1,300 draws\)/)
  })

  it('is kept, listed and forgotten by the same question or by its name', async () => {
    const asked = ['--draws', '600', '--database', cluster().url()]
    await withWorker(async () => {
      expect((await study(...asked, '--keep')).code).toBe(0)
      expect((await study(...asked, '--seed', '2', '--keep')).code).toBe(0)
    })
    const database = ['--database', cluster().url()]
    const listed = (await run(['worker', ...database, '--runs'])).stdout
    expect(listed.match(/600 of 600 draws .* its case is in the database/g)).toHaveLength(2)
    expect((await study(...asked, '--forget')).stdout).toMatch(/^removed from the database/)
    expect((await study(...asked, '--forget')).stdout).toMatch(/^nothing of this study/)
    const { stdout } = await run(['worker', ...database, '--runs'])
    const [, name = ''] = /^run (\w+)/.exec(stdout) ?? []
    expect((await run(['worker', ...database, '--forget', name])).code).toBe(0)
    expect((await run(['worker', ...database, '--forget', name])).code).toBe(4)
  })
})

describe('a wrong command line: exit 2, one sentence', () => {
  const DATABASE = ['--database', 'postgres://nobody@localhost:1/x']
  const wrong: readonly (readonly [readonly string[], string])[] = [
    [['solve', 'study', PANAMA, '--keep'], '--keep needs --database'],
    [['solve', 'study', PANAMA, ...DATABASE, '--workers', '2'], 'start truce worker instead'],
    [['solve', 'study', PANAMA, ...DATABASE, '--resume', 'x'], 'what is finished stays there'],
    [['solve', 'study', PANAMA, ...DATABASE, '--keep', '--forget'], 'exclude each other'],
    [['solve', 'study', PANAMA, '--draws', '20000000'], 'from 1 to 10000000'],
    [['worker'], 'needs --database'],
    [['worker', PANAMA, ...DATABASE], 'takes no case'],
    [['worker', ...DATABASE, '--threads', '0'], '--threads takes a whole number']
  ]
  it.each(wrong)('%j', async (argv, words) => {
    const { code, stdout, stderr } = await run(argv)
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain(words)
    expect(stderr.trim().split('\n')).toHaveLength(1)
  })
  it('an address that cannot be reached: exit 1, without its password', async () => {
    const { code, stderr } = await run([
      'worker',
      '--database',
      'postgres://me:s3cret@localhost:1/x'
    ])
    expect(code).toBe(1)
    expect(stderr).not.toContain('s3cret')
  })
})
