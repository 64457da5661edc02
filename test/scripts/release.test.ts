import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { changes } from '../../scripts/release/changes.ts'
import { root } from '../architecture/modules.ts'

const FILES = [
  'package.json',
  'package-lock.json',
  'CHANGELOG.md',
  'packages/core/src/model/version.ts',
  ...globSync('packages/*/package.json', { cwd: root }),
  ...globSync('cases/*/*/expected/check.json', { cwd: root })
]
const known = version('package.json', root)
const copy = mkdtempSync(join(tmpdir(), 'truce-release-'))

beforeAll(() => {
  for (const path of FILES) cpSync(join(root, path), join(copy, path), { recursive: true })
  write('CHANGELOG.md', changelog('- A thing.\n\n'))
  git('init', '--quiet')
  git('add', '-A')
  git('-c', 'user.name=t', '-c', 'user.email=t@example.org', 'commit', '--quiet', '-m', 'before')
})
afterAll(() => rmSync(copy, { recursive: true, force: true }))

describe('a release', () => {
  it('sets the version everywhere and changes nothing else', () => {
    const changed = changes(copy, '9.8.7', '2031-02-03')
    expect([...changed.keys()].sort()).toEqual([...FILES].sort())
    for (const [path, text] of changed) {
      if (path === 'CHANGELOG.md') continue
      expect(text.includes('9.8.7'), path).toBe(true)
      expect(text.replaceAll('9.8.7', known) === read(path), path).toBe(true)
      expect(siblings(path, text).filter((version) => version !== '9.8.7')).toEqual([])
    }
  })

  it('cuts the changelog', () => {
    expect(changes(copy, '9.8.7', '2031-02-03').get('CHANGELOG.md')).toBe(
      changelog('## 9.8.7, 2031-02-03\n\n- A thing.\n\n')
    )
  })

  it.each([
    ['a version that is not higher', known, 'is not higher'],
    ['a lower version', '0.0.9', 'is not higher'],
    ['what is no version', 'next', 'is no version']
  ])('is refused for %s', (_, next, why) => {
    expect(() => changes(copy, next, '2031-02-03')).toThrow(why)
  })

  it('is refused for what is no day', () => {
    expect(() => changes(copy, '9.8.7', 'today')).toThrow('is no day')
  })

  it.each(['', '### Added\n\n'])('is refused where nothing is unreleased: %j', (empty) => {
    const before = read('CHANGELOG.md')
    write('CHANGELOG.md', changelog(empty))
    expect(() => changes(copy, '9.8.7', '2031-02-03')).toThrow('say what changed')
    write('CHANGELOG.md', before)
  })

  it('is refused where packages have several versions', () => {
    const before = read('packages/cli/package.json')
    write('packages/cli/package.json', before.replace(known, '0.0.3'))
    expect(() => changes(copy, '9.8.7', '2031-02-03')).toThrow('several versions')
    write('packages/cli/package.json', before)
  })

  it('is written by the command, once everything is committed, and neither tagged nor committed', () => {
    expect(release()).toMatchObject({ status: 1, stderr: expect.stringContaining('which version') })
    expect(release('9.8.7').status).toBe(0)
    expect(read('packages/core/package.json')).toContain('9.8.7')
    const stderr = expect.stringContaining('not committed')
    expect(release('9.8.8')).toMatchObject({ status: 1, stderr })
    expect(git('tag')).toBe('')
    expect(git('log', '--format=%s').trim()).toBe('before')
  })
})

const changelog = (unreleased: string): string =>
  `# Changelog\n\n## Unreleased\n\n${unreleased}## 0.0.1, 2020-01-01\n\n- The first.\n`

function release(...args: readonly string[]) {
  const script = join(root, 'scripts/release.ts')
  return spawnSync(process.execPath, [script, ...args], { cwd: copy, encoding: 'utf8' })
}

function git(...args: readonly string[]): string {
  return execFileSync('git', args, { cwd: copy, encoding: 'utf8' })
}

function read(path: string): string {
  return readFileSync(join(copy, path), 'utf8')
}

function write(path: string, text: string): void {
  writeFileSync(join(copy, path), text)
}

function version(path: string, folder: string): string {
  const { version } = JSON.parse(readFileSync(join(folder, path), 'utf8')) as { version: string }
  return version
}

/** The versions at which a package.json asks for the other packages. */
function siblings(path: string, text: string): readonly string[] {
  if (!path.endsWith('package.json')) return []
  const { dependencies = {} } = JSON.parse(text) as { dependencies?: Record<string, string> }
  return Object.entries(dependencies).flatMap(([name, at]) =>
    name.startsWith('@truce/') ? [at] : []
  )
}
