import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { StoreRefusal } from '@truce/core/ports'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { hashOf } from '../../src/load.ts'
import { Workspace } from '../../src/workspace/workspace.ts'
import { numbered } from './texts.ts'

let folder = ''
const store = (): string => join(folder, '.truce', 'versions.db')

/** A workspace of two cases with some versions each, closed. */
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'truce-damage-'))
  const workspace = await Workspace.open(folder)
  for (const id of ['lake', 'river']) {
    await workspace.create({ id, files: numbered(0), shippedFrom: null })
    for (let base = 1; base < 6; base++) await workspace.save({ id, files: numbered(base), base })
  }
  await workspace.close()
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const refusal = (promise: Promise<unknown>): Promise<StoreRefusal | string> =>
  promise.then(
    () => 'done',
    (error: unknown) => (error instanceof StoreRefusal ? error : String(error))
  )

/** Writes bytes over a page of the store; pages count from 0. */
async function spoil(page: number): Promise<void> {
  const bytes = await readFile(store())
  bytes.fill(0xa5, page * PAGE + 8, page * PAGE + PAGE)
  await writeFile(store(), bytes)
}
const PAGE = 4096

async function pages(): Promise<readonly number[]> {
  return Array.from({ length: (await readFile(store())).length / PAGE }, (_, page) => page)
}

describe('a store of versions with a damaged page', () => {
  it('whichever it is, the cases are read from their files, and nothing is saved', async () => {
    const whole = await readFile(store())
    const found: string[] = []
    for (const page of await pages()) {
      await writeFile(store(), whole)
      await spoil(page)
      const workspace = await Workspace.open(folder)
      expect((await workspace.list()).ids).toEqual(['lake', 'river'])
      const { files, version } = await workspace.read('river')
      expect(files).toEqual(numbered(5))
      if (workspace.damage) {
        found.push(workspace.damage.code)
        for (const asked of [
          workspace.save({ id: 'river', files: numbered(9), base: version }),
          workspace.create({ id: 'pond', files: numbered(0), shippedFrom: null }),
          workspace.history('river'),
          workspace.version('river', 1)
        ])
          expect(await refusal(asked)).toBe(workspace.damage)
      }
      await workspace.close()
      expect((await workspaceFiles()).sort()).toEqual(['.truce', 'lake', 'river'])
    }
    expect(found.length, 'pages that nobody uses may be spoilt').toBeGreaterThan(3)
  })
  const workspaceFiles = (): Promise<string[]> => readdir(folder)

  it('says so, and what to do', async () => {
    await spoil(2)
    const workspace = await Workspace.open(folder)
    expect(`${workspace.damage?.message}\n${workspace.damage?.help}`).toMatchInlineSnapshot(`
      "the store of versions is damaged (Tree 3 page 3 cell 1: Offset 42405 out of range 4078..4092); the case files are not affected and are shown as they are, but nothing can be saved and no earlier version shown
      end \`truce serve\` and start it with --set-store-aside: the damaged store is kept under another name, and a new one begins with the files as they are"
    `)
    await workspace.close()
  })

  it('is set aside whole, and a new one begins with the files as they are', async () => {
    await spoil(2)
    const damaged = await readFile(store())
    expect(await Workspace.setStoreAside(folder)).toBe('versions-damaged-1.db')
    expect(await readFile(join(folder, '.truce', 'versions-damaged-1.db'))).toEqual(damaged)
    const workspace = await Workspace.open(folder)
    expect(workspace.damage).toBeUndefined()
    expect(await workspace.read('river')).toMatchObject({ version: 1, files: numbered(5) })
    expect(await workspace.save({ id: 'river', files: numbered(6), base: 1 })).toMatchObject({
      outcome: 'saved'
    })
    await workspace.close()
    expect(await Workspace.setStoreAside(folder), 'a whole one stays').toBeUndefined()
    await spoil(2)
    expect(await Workspace.setStoreAside(folder)).toBe('versions-damaged-2.db')
  })

  it('is set aside while it is served, by whoever serves it', async () => {
    await spoil(2)
    const workspace = await Workspace.open(folder)
    workspace.announce('http://localhost:1')
    expect(await workspace.beginStore()).toBe('versions-damaged-1.db')
    expect(workspace.damage).toBeUndefined()
    expect(await workspace.read('river')).toMatchObject({ version: 1, files: numbered(5) })
    expect(await workspace.save({ id: 'river', files: numbered(6), base: 1 })).toMatchObject({
      outcome: 'saved'
    })
    expect(await workspace.beginStore(), 'a whole one stays').toBeUndefined()
    expect(await refusal(Workspace.open(folder))).toMatchObject({ code: 'held' })
    await workspace.close()
    const again = await Workspace.open(folder)
    expect(await again.read('river')).toMatchObject({ version: 2, versions: 2 })
    await again.close()
  })

  it('is not set aside while it is served', async () => {
    const workspace = await Workspace.open(folder)
    expect(await refusal(Workspace.setStoreAside(folder))).toMatchObject({ code: 'held' })
    await workspace.close()
  })
})

it('a text that is not what was stored is named, and the rest goes on', async () => {
  const bytes = await readFile(store(), 'latin1')
  const beginning = numbered(1)[0]?.text.slice(0, 40) ?? ''
  expect(bytes.split(beginning)).toHaveLength(2)
  await writeFile(
    store(),
    bytes.replace(beginning, beginning.replace('length', 'lenght')),
    'latin1'
  )
  const workspace = await Workspace.open(folder)
  expect(workspace.damage).toBeUndefined()
  const refused = (await refusal(workspace.version('lake', 2))) as StoreRefusal
  expect(`${refused.message}\n${refused.help}`).toMatchInlineSnapshot(`
    "version 2 of lake is damaged in the store: its texts are not what was saved
    take another version; the case files are not affected"
  `)
  expect(hashOf((await workspace.version('lake', 3)).files)).toBe(hashOf(numbered(2)))
  await workspace.close()
})
