// A PostgreSQL server of the tests' own: a cluster in a temporary folder, on a unix socket there,
// that nobody else can reach. Nothing of the system's own server is touched.
import { type ChildProcess, execFile, execFileSync, spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, statfsSync } from 'node:fs'
import { chown, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'

const OLDEST = 15
const DEBIAN = '/usr/lib/postgresql'

/** Where the server's programs are; `TRUCE_POSTGRES` names another folder. */
const PROGRAMS = [
  process.env['TRUCE_POSTGRES'],
  ...(existsSync(DEBIAN) ? readdirSync(DEBIAN) : [])
    .filter((version) => Number(version) >= OLDEST)
    .sort((a, b) => Number(b) - Number(a))
    .map((version) => join(DEBIAN, version, 'bin')),
  ...(process.env['PATH'] ?? '').split(':')
].find(
  (folder) => folder && existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres'))
)

/**
 * False where no PostgreSQL is at hand; then its tests are skipped. It is an error to be without it
 * where it is required.
 */
export const hasPostgres = PROGRAMS !== undefined
if (!hasPostgres && (process.env['TRUCE_REQUIRE'] ?? '').split(',').includes('postgres'))
  throw new Error('TRUCE_REQUIRE asks for PostgreSQL, but there is none')

/** For the title of what is skipped. */
export const WITH_POSTGRES = hasPostgres ? '' : ' (skipped: there is no PostgreSQL here)'

/**
 * Where clusters lie: in memory where there is plenty. A server that is killed loses nothing there
 * that it would keep on a disk, and its thousand files cost less.
 */
const PLACE = roomy('/dev/shm', 4 * 2 ** 30) ? '/dev/shm' : tmpdir()

function roomy(folder: string, bytes: number): boolean {
  if (!existsSync(folder)) return false
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize >= bytes
}

/** A cluster as \`initdb\` makes it is kept and copied: made once, not once for each file of tests. */
const KEPT = join(import.meta.dirname, '..', '..', '..', 'node_modules', '.cache', 'truce-postgres')
const HOW = ['--data-checksums', '--no-sync', '--no-locale', '--encoding=UTF8']

/** PostgreSQL refuses to run for the superuser, who lends it another's name. */
const AS: Someone = process.getuid?.() === 0 ? someoneElse() : {}

/** Whether a server can be given a small disk: it takes one that may mount. */
export const canBeSmall =
  hasPostgres &&
  AS.uid !== undefined &&
  spawnSync('unshare', ['-m', 'setpriv', '--reuid', String(AS.uid), 'true']).status === 0

interface Someone {
  readonly uid?: number
  readonly gid?: number
}

function someoneElse(): Someone {
  const id = (...args: readonly string[]): string => {
    const { status, stdout } = spawnSync('id', args, { encoding: 'utf8' })
    return status === 0 ? stdout.trim() : ''
  }
  const name = id('-u', 'postgres') === '' ? 'nobody' : 'postgres'
  return { uid: Number(id('-u', name)), gid: Number(id('-g', name)) }
}

/** A server with its folder. */
export class Cluster {
  readonly folder: string
  private readonly small: string | undefined
  private server: ChildProcess | undefined
  private said = ''

  private constructor(folder: string, small: string | undefined) {
    this.folder = folder
    this.small = small
  }

  /**
   * Makes a folder and starts a server on it, which gives each page of its files a checksum. `small`:
   * the size of a disk beside it, such as `2m`, where there can be one.
   */
  static async start(small?: string): Promise<Cluster> {
    const cluster = new Cluster(await mkdtemp(join(PLACE, 'truce-pg-')), small)
    await mkdir(cluster.smallFolder)
    if (AS.uid !== undefined && AS.gid !== undefined) await chown(cluster.folder, AS.uid, AS.gid)
    await cluster.fill()
    await cluster.resume()
    return cluster
  }

  /** Copies the cluster that is kept for this version, or makes it and keeps a copy. */
  private async fill(): Promise<void> {
    const version = this.program('postgres', ['--version'])
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
    const of = createHash('sha256').update([version, AS.uid, zone, ...HOW].join(' '))
    const kept = join(KEPT, of.digest('hex').slice(0, 12))
    if (existsSync(kept)) return copied(kept, this.data)
    this.program('initdb', ['-D', this.data, '-U', 'truce', '-A', 'trust', ...HOW])
    // One role has to give its password.
    const rules = join(this.data, 'pg_hba.conf')
    await writeFile(rules, `local all guarded scram-sha-256\n${await readFile(rules, 'utf8')}`)
    await mkdir(KEPT, { recursive: true })
    const half = await mkdtemp(join(KEPT, 'half-'))
    await copied(this.data, join(half, 'data'))
    // Another process may have been first; its copy is as good.
    await rename(join(half, 'data'), kept).catch(() => undefined)
    await rm(half, { recursive: true })
  }

  /**
   * A second server that follows this one: what is written here is written there. The first waits
   * for it once `synchronous_standby_names` is set.
   */
  async standby(): Promise<Cluster> {
    const second = new Cluster(await mkdtemp(join(PLACE, 'truce-pg-')), undefined)
    if (AS.uid !== undefined && AS.gid !== undefined) await chown(second.folder, AS.uid, AS.gid)
    const from = ['-h', this.folder, '-U', 'truce', '-D', second.data]
    await this.running('pg_basebackup', [...from, '-R', '-X', 'stream', '-c', 'fast', '--no-sync'])
    await second.resume()
    return second
  }

  /** The address of one of its databases, for the role that owns them all. */
  url(user = 'truce', database = 'postgres'): string {
    return `postgres://${user}@${encodeURIComponent(this.folder)}/${database}`
  }

  get data(): string {
    return join(this.folder, 'data')
  }

  /** Where the small disk is. */
  get smallFolder(): string {
    return join(this.folder, 'small')
  }

  /** Runs a program of PostgreSQL to its end; what it printed. */
  program(name: string, args: readonly string[]): string {
    return execFileSync(join(PROGRAMS ?? '', name), args, {
      ...AS,
      cwd: this.folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe']
    })
  }

  /** The same, while others go on. */
  async running(name: string, args: readonly string[]): Promise<string> {
    const { stdout } = await promisify(execFile)(join(PROGRAMS ?? '', name), args, {
      ...AS,
      cwd: this.folder,
      encoding: 'utf8'
    })
    return stdout
  }

  /** Runs statements as the owner. */
  async sql(text: string): Promise<readonly Record<string, unknown>[]> {
    const client = new pg.Client({ connectionString: this.url() })
    await client.connect()
    try {
      return (await client.query(text)).rows
    } finally {
      await client.end()
    }
  }

  /** Starts the server on its folder, and waits until it answers. */
  async resume(): Promise<void> {
    for (let tries = 0; tries < 100; tries++) {
      // Where it was killed, what it was doing for others holds the folder for a moment longer.
      if (this.server?.exitCode !== null || this.server.signalCode !== null) this.launch()
      const answers = await this.sql('SELECT 1').then(
        () => true,
        () => false
      )
      if (answers) return
      await new Promise((done) => setTimeout(done, 100))
    }
    throw new Error(`PostgreSQL does not start:\n${this.said}`)
  }

  private launch(): void {
    const settings = [
      'listen_addresses=',
      'shared_buffers=16MB',
      'max_connections=40',
      // In the folder, so that nothing stays where the server was killed.
      'dynamic_shared_memory_type=mmap'
    ]
    const args = settings.flatMap((setting) => ['-c', setting])
    const server = this.spawned([
      join(PROGRAMS ?? '', 'postgres'),
      ...['-D', this.data, '-k', this.folder, ...args]
    ])
    server.stderr?.on('data', (part) => {
      this.said = (this.said + part).slice(-4000)
    })
    this.server = server
  }

  /** Where a small disk is asked for, the server alone sees it, and it is gone with the server. */
  private spawned(command: readonly string[]): ChildProcess {
    const stdio = ['ignore', 'ignore', 'pipe'] as const
    const [program = '', ...args] = command
    if (!this.small) return spawn(program, args, { ...AS, cwd: this.folder, stdio: [...stdio] })
    const { uid, gid } = AS
    const script = `mount -t tmpfs -o size=${this.small},uid=${uid},gid=${gid},mode=700 tmpfs "$0" && exec setpriv --reuid=${uid} --regid=${gid} --clear-groups "$@"`
    return spawn('unshare', ['-m', 'sh', '-c', script, this.smallFolder, ...command], {
      cwd: this.folder,
      stdio: [...stdio]
    })
  }

  /** Ends the server: SIGINT as one should, SIGKILL as a crash does. */
  async end(signal: 'SIGINT' | 'SIGQUIT' | 'SIGKILL'): Promise<void> {
    const { server } = this
    if (!server || server.exitCode !== null || server.signalCode !== null) return
    const ended = new Promise((done) => server.once('exit', done))
    server.kill(signal)
    await ended
  }

  /** Ends the server and removes the folder. */
  async remove(): Promise<void> {
    await this.end('SIGQUIT')
    await rm(this.folder, { recursive: true, force: true })
  }
}

/** Copies a folder with the owners of what is in it. */
async function copied(from: string, to: string): Promise<void> {
  await promisify(execFile)('cp', ['-Rp', from, to])
}
