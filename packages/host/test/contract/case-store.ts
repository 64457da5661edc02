import type { CaseChange, CaseStore } from '@truce/core'
import { describe, expect, it } from 'vitest'
import { hashOf } from '../../src/load.ts'
import { numbered, single } from '../workspace/texts.ts'
import type { Opening } from './opening.ts'
import { code, withOne } from './opening.ts'

/** What every store of cases does, whatever it keeps them in. */
export function caseStoreContract(name: string, opening: Opening<CaseStore>): void {
  const using = withOne(opening)
  const made = (store: CaseStore, id = 'river') =>
    store.create({ id, files: single('# 1\n'), shippedFrom: null })

  describe(`${name}: a case that is made`, () => {
    it('is version 1, with its texts in the order of their names and their hash', () =>
      using(async ({ store }) => {
        const files = [...numbered(2)].reverse()
        const state = await store.create({ id: 'river', files, shippedFrom: 'rivers/old' })
        const inOrder = [...files].sort((a, b) => (a.name < b.name ? -1 : 1))
        expect(state).toMatchObject({
          id: 'river',
          version: 1,
          versions: 1,
          hash: hashOf(files),
          shippedFrom: 'rivers/old',
          files: inOrder,
          diagnostics: [],
          sealed: []
        })
        expect(await store.read('river')).toEqual(state)
        expect(await store.history('river')).toEqual([
          {
            version: 1,
            origin: 'created',
            aside: false,
            base: null,
            at: state.changed,
            hash: hashOf(files)
          }
        ])
        expect((await store.version('river', 1)).files).toEqual(inOrder)
      }))
    it('gets a number behind its id when the id is taken, in whatever letters', () =>
      using(async ({ store }) => {
        const ids = []
        for (const id of ['river', 'river', 'RIVER']) ids.push((await made(store, id)).id)
        expect(ids).toEqual(['river', 'river-2', 'RIVER-3'])
        expect(await store.list()).toEqual({ ids: ['RIVER-3', 'river', 'river-2'], passedBy: [] })
      }))
    it('of many at once, each is one of its own', () =>
      using(async ({ store }) => {
        const all = await Promise.all([made(store), made(store), made(store)])
        expect(new Set(all.map(({ id }) => id)).size).toBe(3)
      }))
  })

  describe(`${name}: a case that is set aside`, () => {
    it('is listed no more, keeps its versions and its id, and comes back as it was', () =>
      using(async ({ store, reopened }) => {
        const state = await made(store)
        await store.remove('river')
        expect([(await store.list()).ids, await store.removed()]).toEqual([[], ['river']])
        expect(await code(store.read('river'))).toBe('no-such-case')
        expect((await store.history('river')).map(({ version }) => version)).toEqual([1])
        expect((await store.version('river', 1)).files).toEqual(state.files)
        expect((await made(store)).id).toBe('river-2')
        const later = await reopened()
        expect(await later.removed()).toEqual(['river'])
        expect(await later.putBack('river')).toEqual(state)
        expect([(await later.list()).ids, await later.removed()]).toEqual([
          ['river', 'river-2'],
          []
        ])
      }))
    it('is refused where there is none, and so is the way back', () =>
      using(async ({ store }) => {
        for (const id of ['lake', '../x'])
          for (const refused of [() => store.remove(id), () => store.putBack(id)])
            expect(await code(refused())).toBe('no-such-case')
      }))
  })

  describe(`${name}: a save`, () => {
    it('on the newest version is the newest version', () =>
      using(async ({ store }) => {
        await made(store)
        expect(await store.save({ id: 'river', files: numbered(3), base: 1 })).toMatchObject({
          outcome: 'saved',
          state: { version: 2, versions: 2, files: numbered(3) }
        })
        expect(await store.version('river', 2)).toMatchObject({
          origin: 'saved',
          base: 1,
          aside: false
        })
        expect((await store.version('river', 1)).files).toEqual(single('# 1\n'))
      }))
    it('of any text comes back as it was', () =>
      using(async ({ store }) => {
        await made(store)
        const files = single('# a\u0000b\r\n𝔘 ї\u0301\n')
        await store.save({ id: 'river', files, base: 1 })
        expect((await store.version('river', 2)).files).toEqual(files)
      }))
    it('of what is there already makes no version, whatever its base', () =>
      using(async ({ store }) => {
        await made(store)
        await store.save({ id: 'river', files: single('# 2\n'), base: 1 })
        for (const base of [1, 2, 99])
          expect(await store.save({ id: 'river', files: single('# 2\n'), base })).toMatchObject({
            outcome: 'saved',
            state: { version: 2 }
          })
        expect(await store.history('river')).toHaveLength(2)
      }))
    it('on a version that is not the newest is kept aside, once for the same texts', () =>
      using(async ({ store }) => {
        await made(store)
        await store.save({ id: 'river', files: single('# 2\n'), base: 1 })
        const other = { id: 'river', files: single('# other\n'), base: 1 }
        for (const _ of [1, 2])
          expect(await store.save(other)).toMatchObject({
            outcome: 'stale',
            aside: 3,
            state: { version: 2, files: single('# 2\n') }
          })
        expect(await store.version('river', 3)).toMatchObject({
          files: other.files,
          aside: true
        })
        expect(await store.save({ id: 'river', files: single('# 4\n'), base: 2 })).toMatchObject({
          outcome: 'saved',
          state: { version: 4, versions: 4 }
        })
      }))
    it('of many at once goes through for exactly one', () =>
      using(async ({ store }) => {
        await made(store)
        const all = await Promise.all(
          [2, 3, 4, 5].map((n) => store.save({ id: 'river', files: single(`# ${n}\n`), base: 1 }))
        )
        expect(all.filter(({ outcome }) => outcome === 'saved')).toHaveLength(1)
        const asides = (await store.history('river')).map(({ aside }) => aside)
        expect(asides).toEqual([false, false, true, true, true])
      }))
  })

  describe(`${name}: what is refused`, () => {
    it('leaves everything as it was', () =>
      using(async ({ store }) => {
        await made(store)
        const save = (id: string, base: number, files = single('# 2\n')) =>
          code(store.save({ id, files, base }))
        expect(await code(store.read('lake'))).toBe('no-such-case')
        expect(await code(store.history('lake'))).toBe('no-such-case')
        expect(await code(store.known('lake'))).toBe('no-such-case')
        expect(await store.known('river')).toBeUndefined()
        expect(await code(store.version('lake', 1))).toBe('no-such-case')
        expect(await code(store.version('river', 2))).toBe('no-such-version')
        expect(await save('lake', 1)).toBe('no-such-case')
        expect(await save('river', 9)).toBe('no-such-version')
        expect(await save('river', 0)).toBe('no-such-version')
        expect(await save('river', 1, [])).toBe('bad-name')
        expect(await save('river', 1, [{ name: '../a.yaml', text: '' }])).toBe('bad-name')
        expect(await save('river', 1, single('é'.repeat(1_000_001)))).toBe('too-large')
        expect(await code(made(store, '../lake'))).toBe('bad-id')
        expect(await store.list()).toMatchObject({ ids: ['river'] })
        expect(await store.history('river')).toHaveLength(1)
      }))
  })

  describe(`${name}: whoever follows a case`, () => {
    it('is told of its new versions and of no others, until it ends that', () =>
      using(async ({ store }) => {
        await made(store)
        await made(store, 'lake')
        const told: CaseChange[] = []
        const stop = await store.follow('river', (change) => told.push(change))
        await store.save({ id: 'lake', files: single('# 2\n'), base: 1 })
        await store.save({ id: 'river', files: single('# 2\n'), base: 1 })
        await store.save({ id: 'river', files: single('# late\n'), base: 1 })
        await expect.poll(() => told).toHaveLength(1)
        expect(told).toEqual([
          { id: 'river', version: 2, hash: hashOf(single('# 2\n')), origin: 'saved' }
        ])
        stop()
        await store.save({ id: 'river', files: single('# 4\n'), base: 2 })
        expect(told).toHaveLength(1)
      }))
  })

  describe(`${name}: closed and opened again`, () => {
    it('it has what it had', () =>
      using(async ({ store, reopened }) => {
        await made(store)
        await store.save({ id: 'river', files: numbered(3), base: 1 })
        await store.save({ id: 'river', files: numbered(5), base: 1 })
        const before = [await store.read('river'), await store.history('river')]
        const again = await reopened()
        expect([await again.read('river'), await again.history('river')]).toEqual(before)
      }))
  })
}
