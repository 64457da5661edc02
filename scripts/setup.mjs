#!/usr/bin/env node
// Brings a checkout to life: installs what package-lock.json pins, then starts or tests with the
// Node that came along. It runs before anything is installed, so it has no dependencies and uses
// nothing newer than Node 20.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statfsSync, statSync, writeFileSync } from 'node:fs'
import { constants } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const modules = join(root, 'node_modules')
const stamp = join(modules, '.truce-setup')
const windows = process.platform === 'win32'
const truce = 'packages/cli/bin/truce.js'
const node24 = join(modules, 'node', 'bin', windows ? 'node.exe' : 'node')
const vitest = join(modules, 'vitest', 'vitest.mjs')
const page = join(root, 'packages', 'web', 'dist', 'index.html')

/** What the built page is made from: when any of it is newer, the page is built again. */
const PAGE_SOURCES = [
  'packages/web',
  'packages/core/src',
  'packages/core/package.json',
  'packages/interchange/src',
  'packages/milp/src',
  'package-lock.json'
]

/** The exit code that says "the answer is no": a verdict, not a failure. */
const ANSWER_IS_NO = 4

/**
 * Free bytes under which a failed install is put down to the disk: install scripts hide the error
 * itself.
 */
const SCARCE = 100e6

/** What npm's own words mean, in ours. */
const reasons = [
  [
    /EACCES|EPERM|EROFS/,
    'node_modules cannot be written: the folder belongs to someone else or is read-only'
  ],
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|ENOTCACHED/,
    'no network: the packages could not be fetched; connect once and run this again, later runs need no network'
  ],
  [
    /EUSAGE/,
    'package-lock.json does not match package.json: run `npm install` and keep the new lock file'
  ]
]

const commands = { install, start, test, web }
const [name = '', ...rest] = process.argv.slice(2)
const command = Object.hasOwn(commands, name) ? commands[name] : usage
process.exitCode = command(rest)

/**
 * Shows the flagship case and opens the workbench, until Ctrl-C. Any verdict is a success here.
 * Where nobody sits at a terminal, as in CI, or where `check` was asked for something else, it says
 * how to open the workbench and ends.
 */
function start(args) {
  const failed = install()
  if (failed) return failed
  const code = run(node24, [
    truce,
    'check',
    'cases/ukraine/2024-maitra',
    ...(args.length > 0 ? args : ['--summary'])
  ])
  if (code !== 0 && code !== ANSWER_IS_NO) return code
  const unbuilt = web()
  if (unbuilt || args.length > 0) return unbuilt
  if (process.stdout.isTTY && process.stdin.isTTY && !process.env.CI) return serve()
  console.error(
    '\nthe workbench is built: `npm start` at a terminal opens it at http://localhost:4100'
  )
  return 0
}

/**
 * The server ends itself on Ctrl-C, which the terminal sends to it as well: until then this process
 * only waits.
 */
function serve() {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {})
  console.error('')
  const code = run(node24, [truce, 'serve'])
  return code === 128 + constants.signals.SIGINT ? 0 : code
}

/** Builds the page when something it is made from is newer. */
function web() {
  if (
    existsSync(page) &&
    newest(PAGE_SOURCES.map((path) => join(root, path))) <= statSync(page).mtimeMs
  )
    return 0
  console.error('\nbuilding the workbench ..')
  // Whoever asks may run as something else (a test does); the page is always built as it ships.
  process.env.NODE_ENV = 'production'
  return run(node24, [
    join(modules, 'vite', 'bin', 'vite.js'),
    'build',
    'packages/web',
    '--logLevel',
    'warn'
  ])
}

/** When the newest of these files, and those below these folders, was changed. */
function newest(paths) {
  const times = paths.map((path) => {
    const info = statSync(path)
    if (!info.isDirectory()) return info.mtimeMs
    const names = readdirSync(path).filter(
      (name) => name !== 'dist' && name !== 'node_modules' && name !== 'test'
    )
    return newest(names.map((name) => join(path, name)))
  })
  return Math.max(0, ...times)
}

/**
 * Tests start a hundred processes and threads of the sources: what one of them has compiled is kept
 * for the others.
 */
function test(args) {
  process.env.NODE_COMPILE_CACHE ??= join(modules, '.cache', 'truce-compiled')
  return install() || run(node24, [vitest, 'run', ...args])
}

/**
 * Installs only when the lock file changed or something is missing, so that the second run needs no
 * network.
 */
function install() {
  if (Number.parseInt(process.versions.node, 10) < 20)
    return fail(`setting up needs Node 20 or later; this is ${process.version}`)
  if (upToDate()) return 0
  console.error('installing what package-lock.json pins ..')
  return ci() || remember() || checkNode24()
}

function upToDate() {
  return (
    existsSync(node24) &&
    existsSync(vitest) &&
    existsSync(stamp) &&
    readFileSync(stamp, 'utf8') === lockHash()
  )
}

function lockHash() {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
}

function ci() {
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error']
  const npm = spawnSync('npm', args, {
    cwd: root,
    env: withoutOurNode(),
    shell: windows,
    encoding: 'utf8'
  })
  if (npm.error?.code === 'ENOENT')
    return fail('npm was not found: install it together with Node 20 or later')
  if (npm.error) return fail(`npm could not be started: ${npm.error.message}`)
  if (npm.signal) return signalled(npm.signal)
  return npm.status === 0 ? 0 : explain(npm.stderr)
}

/** `npm run` puts our Node on the path; npm must not run on a binary that it is about to delete. */
function withoutOurNode() {
  const own = join(modules, '.bin')
  const key = Object.keys(process.env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH'
  const path = (process.env[key] ?? '').split(delimiter).filter((folder) => folder !== own)
  return { ...process.env, [key]: path.join(delimiter) }
}

function explain(stderr) {
  if (/ENOSPC/.test(stderr) || freeBytes() < SCARCE)
    return fail('the disk is full: about 300 MB are needed for node_modules')
  const [, reason] = reasons.find(([pattern]) => pattern.test(stderr)) ?? []
  if (reason) return fail(reason)
  process.stderr.write(stderr)
  return fail('npm could not install the packages; its own words are above')
}

function freeBytes() {
  const { bavail, bsize } = statfsSync(root)
  return bavail * bsize
}

/** The binary comes by an install script, which npm may have been told to leave out. */
function checkNode24() {
  if (spawnSync(node24, ['--version']).status === 0) return 0
  return fail(
    'Node 24 is missing because npm ran no install scripts: run `npm rebuild node --ignore-scripts=false` and start again'
  )
}

function remember() {
  writeFileSync(stamp, lockHash())
  return 0
}

function run(binary, args) {
  const { status, signal, error } = spawnSync(binary, args, { cwd: root, stdio: 'inherit' })
  if (error) return fail(`${binary} could not be started: ${error.message}`)
  return signal ? signalled(signal) : status
}

function signalled(signal) {
  return 128 + constants.signals[signal]
}

function usage() {
  console.error(
    'usage: node scripts/setup.mjs install | start [options of check] | web | test [options of vitest]'
  )
  return 2
}

function fail(sentence) {
  console.error(`setup: ${sentence}`)
  return 1
}
