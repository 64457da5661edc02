import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const VERSION_FILE = 'packages/core/src/model/version.ts'
const SCOPE = '@truce/'

/** Said to whoever asked; no fault of the script's. */
export class Refused extends Error {}

/**
 * What a release changes in the repository at a folder: path and new text. Writes nothing; throws
 * `Refused`.
 */
export function changes(root: string, next: string, day: string): ReadonlyMap<string, string> {
  const read = (path: string): string => readFileSync(join(root, path), 'utf8')
  const find = (pattern: string): readonly string[] => globSync(pattern, { cwd: root }).sort()
  const manifests = ['package.json', ...find('packages/*/package.json')]
  const known = versionOf(manifests.map((path) => manifestOf(read(path)).version))
  if (!/^\d+\.\d+\.\d+$/.test(next)) throw new Refused(`${next} is no version such as 0.2.0`)
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) throw new Refused(`${day} is no day such as 2026-01-31`)
  if (!isHigher(next, known)) throw new Refused(`${next} is not higher than ${known}, the last one`)
  const swap = (path: string, before: string, after: string): string => {
    if (!read(path).includes(before)) throw new Refused(`${path} does not say ${before}`)
    return read(path).replace(before, after)
  }
  const key = (version: string): string => `"version": "${version}"`
  const sibling = new RegExp(`("${SCOPE}[^"]+": )"${known.replaceAll('.', '\\.')}"`, 'g')
  const manifestAs = (text: string): string => text.replace(sibling, `$1"${next}"`)
  return new Map([
    ...manifests.map((path) => [path, manifestAs(swap(path, key(known), key(next)))] as const),
    ...find('cases/**/expected/check.json').map(
      (path) => [path, swap(path, key(known), key(next))] as const
    ),
    [VERSION_FILE, swap(VERSION_FILE, `'${known}'`, `'${next}'`)],
    ['package-lock.json', lockAs(read('package-lock.json'), next)],
    ['CHANGELOG.md', cut(read('CHANGELOG.md'), next, day)]
  ])
}

/** The version that every package has. */
function versionOf(versions: readonly string[]): string {
  const [first = ''] = versions
  if (versions.some((version) => version !== first))
    throw new Refused(`the packages have several versions: ${[...new Set(versions)].join(', ')}`)
  return first
}

interface Manifest {
  readonly version: string
  readonly dependencies?: Readonly<Record<string, string>>
}

const manifestOf = (text: string): Manifest => JSON.parse(text) as Manifest

function isHigher(next: string, known: string): boolean {
  const numbers = (version: string): readonly number[] => version.split('.').map(Number)
  const others = numbers(known)
  const difference = numbers(next).map((number, at) => number - (others[at] ?? 0))
  return (difference.find((one) => one !== 0) ?? 0) > 0
}

/** A package of ours, and not one of others that lies below it. */
const OURS = /^packages\/[^/]+$/

/** The lock file names the version of each package and of its siblings. */
function lockAs(text: string, next: string): string {
  const lock = JSON.parse(text) as Manifest & {
    readonly packages: Readonly<Record<string, Manifest>>
  }
  const packages = Object.entries(lock.packages).map(([path, entry]) =>
    path === '' || OURS.test(path) ? [path, lockedAt(entry, next)] : [path, entry]
  )
  const changed = { ...lock, version: next, packages: Object.fromEntries(packages) }
  return `${JSON.stringify(changed, undefined, 2)}\n`
}

function lockedAt(entry: Manifest, next: string): Manifest {
  const { dependencies } = entry
  if (!dependencies) return { ...entry, version: next }
  const own = Object.entries(dependencies).map(([name, version]) =>
    name.startsWith(SCOPE) ? [name, next] : [name, version]
  )
  return { ...entry, version: next, dependencies: Object.fromEntries(own) }
}

/** The changelog with what was unreleased under the version, and nothing unreleased yet. */
function cut(text: string, next: string, day: string): string {
  const [, unreleased] = /^## Unreleased\n([\s\S]*?)(?=^## |(?![\s\S]))/m.exec(text) ?? []
  if (unreleased === undefined) throw new Refused('CHANGELOG.md has no heading `## Unreleased`')
  if (!/^- /m.test(unreleased))
    throw new Refused('nothing stands under `## Unreleased` in CHANGELOG.md: say what changed')
  return text.replace('## Unreleased\n', `## Unreleased\n\n## ${next}, ${day}\n`)
}
