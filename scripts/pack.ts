// Packs the packages as they would be published, installs them in an empty folder, goes in by every
// door and checks a case there. In the repository `exports` lead to the source; Node strips no types under node_modules,
// so what is packed leads to dist.
import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { doorsIn } from './doors.ts'

const PACKAGES = ['core', 'interchange', 'milp', 'host', 'server', 'cli'] as const
const CASE = 'cases/panama-canal/1977'
const root = dirname(dirname(fileURLToPath(import.meta.url)))

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

const work = mkdtempSync(join(tmpdir(), 'truce-pack-'))
try {
  build()
  const folder = install(PACKAGES.map(pack))
  enterDoors(folder)
  checkCase(folder)
} finally {
  rmSync(work, { recursive: true, force: true })
}

/** From nothing, for a build that lies about may hold files whose source is gone. */
function build(): void {
  for (const name of PACKAGES)
    rmSync(join(root, 'packages', name, 'dist'), { recursive: true, force: true })
  run('npm', ['run', '--silent', 'build'], root)
}

/** Returns the tarball's path. */
function pack(name: string): string {
  const staged = stage(name)
  const packed = JSON.parse(run('npm', ['pack', '--json', '--pack-destination', work], staged)) as {
    filename: string
  }[]
  const filename = packed[0]?.filename
  if (filename === undefined) throw new Error(`npm packed nothing for ${name}`)
  return join(work, filename)
}

/** A copy of what gets published, with a package.json that leads to dist. */
function stage(name: string): string {
  const source = join(root, 'packages', name)
  const target = join(work, 'staged', name)
  mkdirSync(target, { recursive: true })
  for (const part of ['dist', 'bin']) {
    if (existsSync(join(source, part)))
      cpSync(join(source, part), join(target, part), { recursive: true, filter: published })
  }
  cpSync(join(root, 'LICENSE'), join(target, 'LICENSE'))
  const manifest = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8')) as {
    exports?: Json
  }
  writeFileSync(
    join(target, 'package.json'),
    JSON.stringify({ ...manifest, ...toDist(manifest.exports) }, null, 2)
  )
  return target
}

function published(path: string): boolean {
  return !path.endsWith('.tsbuildinfo')
}

function toDist(exports: Json | undefined): { readonly exports?: Json } {
  return exports === undefined ? {} : { exports: redirected(exports, 'default') }
}

function redirected(value: Json, condition: string): Json {
  if (typeof value === 'string')
    return value
      .replace('./src/', './dist/')
      .replace(/\.ts$/, condition === 'types' ? '.d.ts' : '.js')
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, redirected(inner, key)])
  )
}

/** Returns the folder in which the tarballs, and nothing of this repository, are installed. */
function install(tarballs: readonly string[]): string {
  const folder = join(work, 'installed')
  mkdirSync(folder)
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n')
  run('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', ...tarballs], folder)
  return folder
}

/** Loads what each door leads to, as a program would that has the packages installed. */
function enterDoors(folder: string): void {
  const packed: readonly string[] = PACKAGES
  const doors = doorsIn(root).filter(({ pack }) => packed.includes(pack))
  const program = doors.map(({ specifier }) => `import '${specifier}'\n`).join('')
  writeFileSync(join(folder, 'doors.mjs'), program)
  run(process.execPath, ['doors.mjs'], folder)
  console.log(`${doors.length} doors lead somewhere`)
}

function checkCase(folder: string): void {
  cpSync(join(root, CASE), join(folder, 'case'), { recursive: true })
  const truce = join(folder, 'node_modules', '.bin', 'truce')
  const output = run(process.execPath, [truce, 'check', 'case'], folder, [0, 4])
  if (output.trim() === '') throw new Error('the packed `truce check` printed nothing')
  console.log(
    `packed, installed and run: ${output.trim().split('\n').length} lines of verdict on ${CASE}`
  )
}

function run(
  command: string,
  args: readonly string[],
  cwd: string,
  accepted: readonly number[] = [0]
): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, encoding: 'utf8' })
  if (error) throw error
  if (status !== null && accepted.includes(status)) return stdout
  throw new Error(`\`${[command, ...args].join(' ')}\` ended with ${status}\n${stdout}${stderr}`)
}
