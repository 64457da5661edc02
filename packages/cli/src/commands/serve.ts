import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Workspace } from '@truce/host/workspace'
import type { Serving } from '@truce/server'
import { CannotListen, serve } from '@truce/server'
import { type Args, parse, wholeNumber } from '../args.ts'
import type { Io } from '../io.ts'
import { EXIT, Usage } from '../io.ts'
import { defaultSecrets, defaultWorkspace } from '../places.ts'
import { inOneLine } from '../refused-store.ts'
import { STARTING_CASE } from './new.ts'

export const HELP = `truce serve [--port n] [--workspace folder] [--no-open]
Opens the workbench in the browser: the library of cases, and your own in a folder on this computer. Ctrl-C ends it.

  --port <n>             where it answers (default 4100; 0 for any free port)
  --workspace <folder>   your cases; one folder each (default ${defaultWorkspace()})
  --address <address>    127.0.0.1 (default) or ::1: one person's workbench answers this computer only
  --no-open              opens no browser
  --set-store-aside      gives a damaged store of versions another name and begins a new one; the case files stay

For a team, on a server of your own: truce serve --database <url> --origin <origin>
  --database <url>       a PostgreSQL 15 or later, as postgres://user@host/name; PGPASSWORD has the password
  --origin <origin>      where people reach it, as https://truce.example.org: a proxy before it has the certificate
  --address <address>    what it binds (default 127.0.0.1, for a proxy on this computer)
  --behind <address>     a proxy or network of proxies on other computers, whose word is taken for where a request comes
                         from; several times for several
  --secrets <folder>     the server's secret, made at the first start (default ${defaultSecrets()});
                         the variable TRUCE_SECRET in its place holds the secret itself
  --oidc <file>          services of organisations by which their people sign in
  --log <level>          what is written on standard error, a line of JSON for each: none, error, warn, info (default: each
                         request too) or debug
  --metrics <place>      an address and port of their own for counts that Prometheus reads, such as 127.0.0.1:9464
`

const OPTIONS = {
  port: { type: 'string' },
  workspace: { type: 'string' },
  address: { type: 'string' },
  'no-open': { type: 'boolean' },
  'set-store-aside': { type: 'boolean' },
  database: { type: 'string' },
  origin: { type: 'string' },
  secrets: { type: 'string' },
  behind: { type: 'string', multiple: true },
  oidc: { type: 'string' },
  log: { type: 'string' },
  metrics: { type: 'string' }
} as const

/** Options that have a meaning for a team alone, and for one person alone. */
const [TEAM, ALONE] = [
  ['origin', 'secrets', 'behind', 'oidc', 'log', 'metrics'],
  ['workspace', 'set-store-aside']
] as const

const PORT = 4100

/** Milliseconds: by then the page stands there, and whoever reads it has asked for no briefing yet. */
const READY_AFTER = 4000

/** `truce serve`: exit 0 once ended by Ctrl-C, 1 when it cannot start. */
export async function serveCommand(argv: readonly string[], io: Io): Promise<number> {
  const args = parse(argv, OPTIONS)
  if (args.positionals.length > 0)
    throw new Usage('serve takes no case: truce serve [--workspace folder]')
  if (args.values['database'] !== undefined) return teamCommand(args, io)
  without(args, TEAM, 'is for a team, with --database')
  const { workspace, address } = args.values
  const folder = typeof workspace === 'string' ? workspace : defaultWorkspace()
  const web = below('../../../web/dist')
  const ended = interrupted()
  if (args.values['set-store-aside'] === true) io.stdout(await asideIn(folder))
  const serving = await started({
    port: wholeNumber(args, 'port', { least: 0, most: 65_535, otherwise: PORT }),
    ...(typeof address === 'string' ? { address } : {}),
    workspace: folder,
    library: below('../../../../cases'),
    web,
    startingCase: Object.entries(STARTING_CASE).map(([name, text]) => ({ name, text })),
    readyAfter: READY_AFTER,
    report: (error) => io.stderr(`truce: a request failed: ${trace(error)}\n`)
  })
  if (serving.damage) io.stderr(`${serving.damage.message}; ${serving.damage.help}\n`)
  const built = existsSync(join(web, 'index.html'))
  io.stdout(`Truce answers at ${serving.url}\nyour cases are in ${folder}\n`)
  if (!built)
    io.stderr(
      'the workbench is not built yet: `npm start` builds and opens it; the interface for programs answers\n'
    )
  io.stderr(
    `${built && args.values['no-open'] !== true ? await opening(serving.url) : ''}Ctrl-C ends it\n`
  )
  await ended
  await serving.close()
  io.stderr('ended; everything is saved\n')
  return EXIT.done
}

/** The server of a team. Loaded here, so that one person's own waits for nothing of it. */
async function teamCommand(args: Args, io: Io): Promise<number> {
  without(args, ALONE, 'is for one person alone, without --database')
  const { serveForTeam } = await import('../serve-for-team.ts')
  return serveForTeam(args, io, {
    web: below('../../../web/dist'),
    library: below('../../../../cases'),
    startingCase: Object.entries(STARTING_CASE).map(([name, text]) => ({ name, text })),
    readyAfter: READY_AFTER,
    report: (error) => io.stderr(`truce: a request failed: ${trace(error)}\n`),
    ended: interrupted(),
    port: wholeNumber(args, 'port', { least: 0, most: 65_535, otherwise: PORT })
  }).catch(orCannotListen)
}

function without(args: Args, names: readonly string[], why: string): void {
  const found = names.find((name) => args.values[name] !== undefined)
  if (found !== undefined) throw new Usage(`--${found} ${why}`)
}

/** What cannot start says why in one line; the command line adds its name. */
async function started(options: Parameters<typeof serve>[0]): Promise<Serving> {
  return serve(options).catch(orCannotListen)
}

function orCannotListen(error: unknown): never {
  if (error instanceof CannotListen) throw new Error(error.message)
  return inOneLine(error)
}

async function asideIn(folder: string): Promise<string> {
  const name = await Workspace.setStoreAside(folder).catch(inOneLine)
  return name === undefined
    ? 'the store of versions is whole and stays\n'
    : `the damaged store of versions is kept as ${join(folder, '.truce', name)}; a new one begins\n`
}

/**
 * Listened for from the start, so that Ctrl-C while it starts ends it too. A second one ends it at
 * once.
 */
function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.once(signal, () => resolve())
  })
}

/** Opens the browser of whoever sits at this terminal; the line to show. */
async function opening(url: string): Promise<string> {
  if (process.stdout.isTTY !== true) return ''
  const [command, ...before] = opener()
  const child = spawn(command, [...before, url], { stdio: 'ignore', detached: true })
  const opened = await new Promise<boolean>((resolve) => {
    child.once('error', () => resolve(false))
    child.once('exit', (code) => resolve(code === 0))
    setTimeout(() => resolve(true), 1500).unref()
  })
  child.unref()
  return opened ? '' : `no browser could be opened: open ${url} yourself\n`
}

function opener(): readonly [string, ...string[]] {
  if (process.platform === 'darwin') return ['open']
  return process.platform === 'win32' ? ['cmd', '/c', 'start', ''] : ['xdg-open']
}

const below = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

function trace(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return process.env['TRUCE_DEBUG'] ? (error.stack ?? error.message) : error.message
}
