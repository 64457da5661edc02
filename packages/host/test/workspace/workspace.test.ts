import { existsSync } from 'node:fs'
import {
  chmod,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  writeFile
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { nodeDisk } from '../../src/workspace/disk.ts'
import type { Disk } from '../../src/workspace/index.ts'
import { Workspace } from '../../src/workspace/workspace.ts'
import { numbered, single } from './texts.ts'

let folder = ''
let workspace: Workspace

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'truce-store-'))
  workspace = await Workspace.open(folder)
})
afterEach(async () => {
  await workspace.close()
  await rm(folder, { recursive: true, force: true })
})

const made = (id = 'river') => workspace.create({ id, files: single('# 1\n'), shippedFrom: null })
const onDisk = (name = 'case.yaml', id = 'river') => readFile(join(folder, id, name), 'utf8')
const reopened = async (disk: Disk = nodeDisk) => {
  await workspace.close()
  workspace = await Workspace.open(folder, disk)
}
const code = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (error: { readonly code: string }) => error.code
  )

describe('a case that is made', () => {
  it('lies in its folder and is version 1', async () => {
    const state = await workspace.create({
      id: 'river',
      files: numbered(2),
      shippedFrom: 'rivers/old'
    })
    expect(state).toMatchObject({
      id: 'river',
      version: 1,
      versions: 1,
      shippedFrom: 'rivers/old',
      sealed: [],
      diagnostics: []
    })
    expect(await onDisk('stances/lowland.yaml')).toBe(numbered(2)[0]?.text)
    expect(await workspace.list()).toEqual({ ids: ['river'], passedBy: [] })
    expect((await workspace.history('river')).map(({ origin }) => origin)).toEqual(['created'])
  })
  it('gets a number behind its id when the id is taken, in whatever case', async () => {
    await made()
    expect((await made()).id).toBe('river-2')
    expect((await made('RIVER')).id).toBe('RIVER-3')
    await rm(join(folder, 'river-2'), { recursive: true })
    expect((await made()).id).toBe('river-4')
  })
  it('two at once get two folders', async () => {
    const both = await Promise.all([made(), made(), made()])
    expect(new Set(both.map(({ id }) => id)).size).toBe(3)
  })
})

describe('a save', () => {
  it('is in the file and in the store', async () => {
    await made()
    const saved = await workspace.save({ id: 'river', files: single('# 2\n'), base: 1 })
    expect(saved).toMatchObject({ outcome: 'saved', state: { version: 2 } })
    expect(await onDisk()).toBe('# 2\n')
    await reopened()
    expect((await workspace.version('river', 1)).files).toEqual(single('# 1\n'))
    expect(await workspace.version('river', 2)).toMatchObject({
      files: single('# 2\n'),
      base: 1,
      origin: 'saved',
      aside: false
    })
  })
  it('adds, changes and removes files together, and leaves no other file behind', async () => {
    await workspace.create({ id: 'river', files: numbered(2), shippedFrom: null })
    await workspace.save({ id: 'river', files: numbered(3), base: 1 })
    expect((await readdir(join(folder, 'river'), { recursive: true })).sort()).toEqual(
      ['case.yaml', 'evidence.yaml', 'stances', 'stances/upland.yaml'].map((name) =>
        join(...name.split('/'))
      )
    )
    expect(await readdir(join(folder, '.truce', 'staging'))).toEqual([])
  })
  it('keeps the permissions of the file', async () => {
    await made()
    await chmod(join(folder, 'river', 'case.yaml'), 0o600)
    await workspace.save({ id: 'river', files: single('# 2\n'), base: 1 })
    expect((await stat(join(folder, 'river', 'case.yaml'))).mode & 0o777).toBe(0o600)
  })
  it('of what is there already makes no version, whatever its base', async () => {
    await made()
    await workspace.save({ id: 'river', files: single('# 2\n'), base: 1 })
    for (const base of [1, 2])
      expect(await workspace.save({ id: 'river', files: single('# 2\n'), base })).toMatchObject({
        outcome: 'saved',
        state: { version: 2 }
      })
    expect(await workspace.history('river')).toHaveLength(2)
  })
  it('on a version that is not the newest is kept aside, once', async () => {
    await made()
    await workspace.save({ id: 'river', files: single('# 2\n'), base: 1 })
    for (const _ of [1, 2])
      expect(
        await workspace.save({ id: 'river', files: single('# other\n'), base: 1 })
      ).toMatchObject({
        outcome: 'stale',
        aside: 3,
        state: { version: 2 }
      })
    expect(await onDisk()).toBe('# 2\n')
    expect(await workspace.version('river', 3)).toMatchObject({
      aside: true,
      base: 1,
      files: single('# other\n')
    })
    expect(await workspace.save({ id: 'river', files: single('# 4\n'), base: 2 })).toMatchObject({
      state: { version: 4 }
    })
  })
  it('of many at once goes through for exactly one', async () => {
    await made()
    const all = await Promise.all(
      [2, 3, 4, 5].map((n) => workspace.save({ id: 'river', files: single(`# ${n}\n`), base: 1 }))
    )
    expect(all.filter(({ outcome }) => outcome === 'saved')).toHaveLength(1)
    expect((await workspace.history('river')).map(({ aside }) => aside)).toEqual([
      false,
      false,
      true,
      true,
      true
    ])
  })
})

describe('a change made outside', () => {
  it('becomes a version and is not written over', async () => {
    await made()
    await writeFile(join(folder, 'river', 'case.yaml'), '# theirs\n')
    const saved = await workspace.save({ id: 'river', files: single('# ours\n'), base: 1 })
    expect(saved).toMatchObject({
      outcome: 'outside',
      aside: 3,
      state: { version: 2, files: single('# theirs\n') }
    })
    expect(await onDisk()).toBe('# theirs\n')
    expect((await workspace.history('river')).map(({ origin, aside }) => [origin, aside])).toEqual([
      ['created', false],
      ['outside', false],
      ['saved', true]
    ])
  })
  it('in the midst of a save stops it', async () => {
    let target = ''
    await made()
    await reopened({
      ...nodeDisk,
      write: async (path, text, mode) => {
        await nodeDisk.write(path, text, mode)
        await writeFile(target, '# theirs\n')
      }
    })
    target = join(folder, 'river', 'case.yaml')
    const saved = await workspace.save({ id: 'river', files: single('# ours\n'), base: 1 })
    expect(saved).toMatchObject({
      outcome: 'outside',
      aside: 2,
      state: { version: 3, files: single('# theirs\n') }
    })
    expect(await onDisk()).toBe('# theirs\n')
    expect(await readdir(join(folder, '.truce', 'staging'))).toEqual([])
  })
  it('between one file of a save and the next stops it there, and both texts are kept', async () => {
    await workspace.create({ id: 'river', files: numbered(2), shippedFrom: null })
    const target = join(folder, 'river', 'evidence.yaml')
    await reopened({
      ...nodeDisk,
      move: async (from, to) => {
        await nodeDisk.move(from, to)
        if (to.endsWith('case.yaml')) await writeFile(target, '# theirs\n')
      }
    })
    const saved = await workspace.save({ id: 'river', files: numbered(4), base: 1 })
    expect(saved).toMatchObject({ outcome: 'outside', aside: 2, state: { version: 3 } })
    expect(await readFile(target, 'utf8')).toBe('# theirs\n')
    expect((await workspace.version('river', 1)).files.map(({ text }) => text)).toEqual(
      numbered(2).map(({ text }) => text)
    )
    expect((await workspace.version('river', 2)).files.map(({ text }) => text)).toEqual(
      numbered(4).map(({ text }) => text)
    )
  })
  it('that brings a file of the name to be added stops it too', async () => {
    await made()
    await mkdir(join(folder, 'river', 'expected'))
    await writeFile(join(folder, 'river', 'notes.yaml'), '# theirs\n')
    const files = [...single('# 2\n'), { name: 'notes.yaml', text: '# ours\n' }]
    expect(await workspace.save({ id: 'river', files, base: 1 })).toMatchObject({
      outcome: 'outside'
    })
    expect(await onDisk('notes.yaml')).toBe('# theirs\n')
  })
  it('is told to whoever follows the case', async () => {
    await made()
    const { promise, resolve } = Promise.withResolvers<unknown>()
    const stop = await workspace.follow('river', resolve)
    await writeFile(join(folder, 'river', 'case.yaml'), '# theirs\n')
    expect(await promise).toMatchObject({ id: 'river', version: 2, origin: 'outside' })
    stop()
  })
  it('that takes the folder away leaves the versions', async () => {
    await made()
    await rm(join(folder, 'river'), { recursive: true })
    expect(await code(workspace.read('river'))).toBe('no-such-case')
    expect(await code(workspace.save({ id: 'river', files: single('# 2\n'), base: 1 }))).toBe(
      'no-such-case'
    )
    expect(await workspace.history('river')).toHaveLength(1)
    expect((await workspace.version('river', 1)).files).toEqual(single('# 1\n'))
  })
  it('that puts a folder there makes a case', async () => {
    await mkdir(join(folder, 'theirs'))
    expect((await workspace.list()).passedBy).toEqual([
      { name: 'theirs', why: 'no .yaml file lies in it' }
    ])
    await writeFile(join(folder, 'theirs', 'case.yaml'), 'truce: [1\n')
    expect(await workspace.read('theirs')).toMatchObject({
      version: 1,
      files: [{ text: 'truce: [1\n' }]
    })
  })
})

describe('what cannot be shown as it is', () => {
  it('is opened and never replaced', async () => {
    await made()
    const bytes = Buffer.from([0x23, 0xff, 0xfe, 0x0a])
    await writeFile(join(folder, 'river', 'case.yaml'), bytes)
    const { version, sealed } = await workspace.read('river')
    expect(sealed).toEqual(['case.yaml'])
    expect(await code(workspace.save({ id: 'river', files: single('# 2\n'), base: version }))).toBe(
      'sealed'
    )
    expect(await readFile(join(folder, 'river', 'case.yaml'))).toEqual(bytes)
  })
  it('is not what merely holds the character that stands for it', async () => {
    await workspace.create({ id: 'river', files: single('# \uFFFD\n'), shippedFrom: null })
    expect(await workspace.read('river')).toMatchObject({ sealed: [] })
  })
  it('is told without the place of the workspace', async () => {
    await made()
    await rm(join(folder, 'river', 'case.yaml'))
    const { diagnostics } = await workspace.read('river')
    expect(diagnostics).toHaveLength(1)
    expect(JSON.stringify(diagnostics)).not.toContain(folder)
  })
})

describe('names', () => {
  const refused = (name: string) =>
    code(workspace.create({ id: 'x', files: [{ name, text: '' }], shippedFrom: null }))
  it.each([
    '../case.yaml',
    '/etc/case.yaml',
    'a/../../case.yaml',
    '..\\case.yaml',
    'C:\\case.yaml',
    'a//b.yaml',
    './case.yaml',
    '.git/case.yaml',
    'case.yml',
    'case',
    '',
    '.yaml',
    'a/b/c/d/e/f/g.yaml',
    'con.yaml',
    'nul/case.yaml',
    'a\0.yaml',
    'a\n.yaml',
    'expected/case.yaml',
    'node_modules/a.yaml',
    'a./case.yaml',
    'a /case.yaml',
    `${'a'.repeat(200)}.yaml`,
    'a:b.yaml',
    'a*.yaml',
    '\u202ea.yaml'
  ])('refuses %j', async (name) => {
    expect(await refused(name)).toBe('bad-name')
    expect(existsSync(join(folder, 'x'))).toBe(false)
  })
  it('refuses two that some systems take for one', async () => {
    for (const [a, b] of [
      ['a.yaml', 'A.yaml'],
      ['\u00e9.yaml', 'e\u0301.yaml'],
      ['a.yaml', 'a.yaml/b.yaml'],
      ['a.yaml', 'a.yaml']
    ] as const) {
      const files = [a, b].map((name) => ({ name, text: '' }))
      expect(await code(workspace.create({ id: 'x', files, shippedFrom: null }))).toBe('bad-name')
    }
  })
  it.each(['case.yaml', 'stances/україна.yaml', 'a b (2).yaml', 'a.yaml'])(
    'takes %s',
    async (name) => {
      expect(await refused(name)).toBe('done')
      expect((await workspace.read('x')).files).toEqual([{ name, text: '' }])
    }
  )
  it('refuses ids that are no plain names', async () => {
    for (const id of ['..', '.', '', 'a/b', '.truce', 'a b', 'x'.repeat(65), 'nul']) {
      expect(await code(workspace.create({ id, files: single(''), shippedFrom: null }))).toBe(
        'bad-id'
      )
      expect(await code(workspace.read(id))).toBe('no-such-case')
      expect(await code(workspace.save({ id, files: single(''), base: 1 }))).toBe('no-such-case')
    }
  })
  it('refuses what is too much, and text that would not come back', async () => {
    const create = (files: readonly { name: string; text: string }[]) =>
      code(workspace.create({ id: 'x', files, shippedFrom: null }))
    expect(await create([])).toBe('bad-name')
    expect(await create(single('é'.repeat(1_000_001)))).toBe('too-large')
    expect(
      await create(Array.from({ length: 201 }, (_, n) => ({ name: `${n}.yaml`, text: '' })))
    ).toBe('too-large')
    expect(await create(single('\ud800'))).toBe('bad-name')
  })
  it('does not take a link for a case', async () => {
    await made()
    await symlink(join(folder, 'river'), join(folder, 'linked'))
    expect((await workspace.list()).passedBy).toEqual([{ name: 'linked', why: 'it is a link' }])
    expect(await code(workspace.read('linked'))).toBe('no-such-case')
    expect(await code(workspace.read('River'))).toBe('no-such-case')
    expect(await code(workspace.save({ id: 'linked', files: single('# 2\n'), base: 1 }))).toBe(
      'no-such-case'
    )
    expect(await onDisk()).toBe('# 1\n')
  })
  it('does not write through links', async () => {
    await made()
    const outside = await mkdtemp(join(tmpdir(), 'truce-outside-'))
    await symlink(outside, join(folder, 'river', 'linked'))
    await symlink(join(outside, 'gone.yaml'), join(folder, 'river', 'dangling.yaml'))
    const { version } = await workspace.read('river')
    for (const name of ['linked/a.yaml', 'dangling.yaml']) {
      const files = [...single('# 1\n'), { name, text: '# out\n' }]
      expect(await code(workspace.save({ id: 'river', files, base: version }))).toBe('link')
    }
    expect(await readdir(outside)).toEqual([])
    await rm(outside, { recursive: true })
  })
})
