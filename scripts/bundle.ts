// Makes one file that installs Truce on a computer without network: `npm run bundle` writes
// out/truce-<version>-<system>.tar.gz and its SHA-256. In it lie the sources as they run, the page as
// built, the libraries that the lock file pins without those that only develop, Node itself, the
// cases and the documents. The same commit gives the same bytes.
import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** What of the repository is taken along. */
const TAKEN = [
  'package.json',
  'package-lock.json',
  'LICENSE',
  'README.md',
  'SECURITY.md',
  'CHANGELOG.md',
  'cases',
  'deploy',
  'docs',
  ...['core', 'interchange', 'milp', 'host', 'server', 'cli', 'web'].map(
    (name) => `packages/${name}`
  )
]

/** Sources of the page are not: it is taken as built. Nor are tests. */
const LEFT = /^packages\/(?:web\/(?!package\.json$)|[^/]+\/test\/)/

function bundle(): void {
  if (git('status', '--porcelain') !== '')
    throw new Error('there are changes that are not committed: a bundle is that of a commit')
  run('npm', ['run', '--silent', 'build:web'], root)
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    version: string
  }
  const name = `truce-${version}-${process.platform}-${process.arch}`
  const work = mkdtempSync(join(tmpdir(), 'truce-bundle-'))
  try {
    const stage = join(work, name)
    takeAlong(stage)
    libraries(stage)
    program(stage)
    writeFileSync(join(stage, 'SHA256SUMS'), sums(stage))
    packed(work, name)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

/** The tracked files, and the page. */
function takeAlong(stage: string): void {
  const files = git('ls-files', '-z', ...TAKEN).split('\0')
  for (const path of files.filter((file) => file !== '' && !LEFT.test(file)))
    cpSync(join(root, path), join(stage, path))
  cpSync(join(root, 'packages/web/dist'), join(stage, 'packages/web/dist'), { recursive: true })
}

/** What `truce` needs to run, and no more; none of it runs a script of its own when it is installed. */
function libraries(stage: string): void {
  const only = ['--workspace', 'packages/cli', '--include-workspace-root=false', '--omit=dev']
  run('npm', ['ci', ...only, '--ignore-scripts', '--no-audit', '--no-fund', '--silent'], stage)
  rmSync(join(stage, 'node_modules', '.package-lock.json'), { force: true })
}

/** Node, and what starts Truce with it from wherever it lies. */
function program(stage: string): void {
  mkdirSync(join(stage, 'bin'))
  cpSync(join(root, 'node_modules/node/bin/node'), join(stage, 'bin/node'), { dereference: true })
  writeFileSync(join(stage, 'bin/truce'), LAUNCHER)
  for (const name of ['node', 'truce']) chmodSync(join(stage, 'bin', name), 0o755)
}

const LAUNCHER = `#!/bin/sh
# Starts Truce with the Node that lies beside this file, from wherever it is called by whatever link.
set -eu
here=$(dirname "$(readlink -f "$0")")
exec "$here/node" "$here/../packages/cli/bin/truce.js" "$@"
`

/** As sha256sum prints and checks them. */
function sums(stage: string): string {
  const files = readdirSync(stage, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(stage, join(entry.parentPath, entry.name)))
    .sort()
  const sum = (path: string): string =>
    createHash('sha256')
      .update(readFileSync(join(stage, path)))
      .digest('hex')
  return files.map((path) => `${sum(path)}  ./${path}\n`).join('')
}

/** One archive, whose bytes hang on nothing but what is in it. */
function packed(work: string, name: string): void {
  const out = join(root, 'out')
  mkdirSync(out, { recursive: true })
  const file = join(out, `${name}.tar.gz`)
  const when = git('log', '-1', '--format=%cI').trim()
  const same = ['--sort=name', `--mtime=${when}`, '--owner=0', '--group=0', '--numeric-owner']
  const modes = [
    '--mode=u+rwX,go+rX,go-w',
    '--format=posix',
    '--pax-option=delete=atime,delete=ctime'
  ]
  run('tar', [...same, ...modes, '-cf', join(work, 'bundle.tar'), '-C', work, name], work)
  run('gzip', ['-9n', join(work, 'bundle.tar')], work)
  if (existsSync(file)) rmSync(file)
  cpSync(join(work, 'bundle.tar.gz'), file)
  const sum = createHash('sha256').update(readFileSync(file)).digest('hex')
  writeFileSync(`${file}.sha256`, `${sum}  ${name}.tar.gz\n`)
  console.log(
    `${relative(root, file)}: ${Math.round(readFileSync(file).length / 1e6)} MB, SHA-256 ${sum}`
  )
}

function git(...args: readonly string[]): string {
  return execFileSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 1e8 })
}

function run(command: string, args: readonly string[], cwd: string): void {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, encoding: 'utf8' })
  if (error) throw error
  if (status !== 0)
    throw new Error(`\`${[command, ...args].join(' ')}\` ended with ${status}\n${stdout}${stderr}`)
}

bundle()
