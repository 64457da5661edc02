import type { Checkpoint, LogEntry, RecordStore } from '@truce/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Opening } from './opening.ts'
import { withOne } from './opening.ts'

const entry = (text: string, body?: string): LogEntry => ({
  leaf: Uint8Array.from(Buffer.from(text)),
  ...(body === undefined ? {} : { body: Uint8Array.from(Buffer.from(body)) })
})
const checkpoint = (size: number, text: string): Checkpoint => ({
  size,
  note: Uint8Array.from(Buffer.from(text))
})
const THREE = [entry('a'), entry('b', 'under seal'), entry('c')]

/** What every store of records does, whatever it keeps them in. */
export function recordStoreContract(name: string, opening: Opening<RecordStore>): void {
  const using = withOne(opening)

  describe(`${name}: entries`, () => {
    it('are appended in order and read by stretches, bodies with them', () =>
      using(async ({ store }) => {
        expect(await store.size()).toBe(0)
        expect(await store.append(0, THREE)).toEqual({ outcome: 'appended', size: 3 })
        expect(await store.append(3, [entry('d')])).toEqual({ outcome: 'appended', size: 4 })
        expect(await store.size()).toBe(4)
        const all = [...THREE, entry('d')]
        expect(await store.read(0, 4)).toEqual(all)
        expect(await store.read(1, 3)).toEqual(all.slice(1, 3))
        expect(await store.read(2, 99)).toEqual(all.slice(2))
        expect(await store.read(2, 2)).toEqual([])
        expect(await store.read(7, 9)).toEqual([])
      }))
    it('are appended all or none, and only to the size that is expected', () =>
      using(async ({ store }) => {
        await store.append(0, THREE)
        for (const expected of [0, 2, 4])
          expect(await store.append(expected, [entry('x'), entry('y')])).toEqual({
            outcome: 'behind',
            size: 3
          })
        expect(await store.append(3, [])).toEqual({ outcome: 'appended', size: 3 })
        expect(await store.read(0, 99)).toEqual(THREE)
      }))
    it('of whatever bytes come back as they were', () =>
      using(async ({ store }) => {
        const bytes = fc.uint8Array({ maxLength: 300 })
        const some = fc.record({ leaf: bytes, body: bytes }, { requiredKeys: ['leaf'] })
        await fc.assert(
          fc.asyncProperty(fc.array(some, { maxLength: 20 }), async (entries) => {
            const size = await store.size()
            await store.append(size, entries)
            const found = await store.read(size, size + entries.length)
            expect(found.map(hex)).toEqual(entries.map(hex))
          }),
          { numRuns: 30 }
        )
      }))
    it('that are empty are kept as such, wherever the bytes lie', () =>
      using(async ({ store }) => {
        const empty = [new Uint8Array(0), new Uint8Array(new ArrayBuffer(0)), Buffer.alloc(0)]
        await store.append(
          0,
          empty.flatMap((none) => [{ leaf: none }, { leaf: none, body: none }])
        )
        const found = await store.read(0, 9)
        expect(found.map(hex)).toEqual(
          empty.flatMap(() => [
            ['', undefined],
            ['', '']
          ])
        )
        await store.keepCheckpoint({ size: 1, note: new Uint8Array(new ArrayBuffer(0)) }, undefined)
        expect((await store.checkpoint(1))?.note).toHaveLength(0)
      }))
    it('are not changed by what becomes of the bytes that were handed in or out', () =>
      using(async ({ store }) => {
        const mine = entry('a', 'b')
        await store.append(0, [mine])
        mine.leaf.fill(0)
        mine.body?.fill(0)
        const [out] = await store.read(0, 1)
        out?.leaf.fill(1)
        expect(await store.read(0, 1)).toEqual([entry('a', 'b')])
      }))
  })

  describe(`${name}: two writers`, () => {
    it('that expect one size: exactly one goes through', () =>
      using(async ({ store, second }) => {
        const other = await second()
        const both = await Promise.all([
          store.append(0, [entry('ours')]),
          other.append(0, [entry('theirs')])
        ])
        expect(both.map(({ outcome }) => outcome).sort()).toEqual(['appended', 'behind'])
        expect(await store.read(0, 9)).toEqual(await other.read(0, 9))
        expect(await store.size()).toBe(1)
      }))
    it('that go on from the size they are told lose nothing', () =>
      using(async ({ store, second }) => {
        const other = await second()
        const writing = async (writer: RecordStore, word: string): Promise<void> => {
          let size = 0
          for (let count = 0; count < 25; ) {
            const done = await writer.append(size, [entry(`${word} ${count}`)])
            size = done.size
            if (done.outcome === 'appended') count++
          }
        }
        await Promise.all([writing(store, 'ours'), writing(other, 'theirs')])
        const texts = (await store.read(0, 99)).map(({ leaf }) => Buffer.from(leaf).toString())
        for (const word of ['ours', 'theirs'])
          expect(texts.filter((text) => text.startsWith(word))).toEqual(
            Array.from({ length: 25 }, (_, count) => `${word} ${count}`)
          )
      }))
  })

  describe(`${name}: checkpoints`, () => {
    it('are found by their size, and the one over the most by itself', () =>
      using(async ({ store }) => {
        await store.append(0, THREE)
        expect(await store.checkpoint()).toBeUndefined()
        for (const size of [2, 3, 1])
          expect(await store.keepCheckpoint(checkpoint(size, `over ${size}`), undefined)).toBe(true)
        expect(await store.checkpoint()).toEqual(checkpoint(3, 'over 3'))
        expect(await store.checkpoint(1)).toEqual(checkpoint(1, 'over 1'))
        expect(await store.checkpoint(0)).toBeUndefined()
      }))
    it('are listed by their sizes, over the fewest entries first', () =>
      using(async ({ store }) => {
        await store.append(0, THREE)
        const all = [0, 1, 2, 3].map((size) => checkpoint(size, `over ${size}`))
        for (const one of all.toReversed()) await store.keepCheckpoint(one, undefined)
        expect(await store.checkpoints(0, 4)).toEqual(all)
        expect(await store.checkpoints(1, 3)).toEqual(all.slice(1, 3))
        expect(await store.checkpoints(4, 99)).toEqual([])
      }))
    it('are replaced only by who has seen the one that is there', () =>
      using(async ({ store, second }) => {
        const other = await second()
        await store.append(0, THREE)
        const [bare, one, two] = ['bare', 'bare one', 'bare two'].map((text) => checkpoint(3, text))
        if (!bare || !one || !two) throw new Error('three were made')
        expect(await store.keepCheckpoint(bare, one)).toBe(false)
        expect(await store.keepCheckpoint(bare, undefined)).toBe(true)
        const both = await Promise.all([
          store.keepCheckpoint(one, bare),
          other.keepCheckpoint(two, bare)
        ])
        expect([...both].sort()).toEqual([false, true])
        expect(await store.checkpoint(3)).toEqual(both[0] ? one : two)
        expect(await store.keepCheckpoint(bare, undefined)).toBe(false)
      }))
    it('over more entries than there are, are not kept', () =>
      using(async ({ store }) => {
        await store.append(0, THREE)
        expect(await store.keepCheckpoint(checkpoint(4, 'too far'), undefined)).toBe(false)
        expect(await store.checkpoint()).toBeUndefined()
      }))
  })

  describe(`${name}: closed and opened again`, () => {
    it('it has what it had', () =>
      using(async ({ store, reopened }) => {
        await store.append(0, THREE)
        await store.keepCheckpoint(checkpoint(2, 'over 2'), undefined)
        const again = await reopened()
        expect(await again.size()).toBe(3)
        expect(await again.read(0, 3)).toEqual(THREE)
        expect(await again.checkpoint()).toEqual(checkpoint(2, 'over 2'))
        expect(await again.append(2, [entry('x')])).toEqual({ outcome: 'behind', size: 3 })
      }))
  })
}

const hex = ({ leaf, body }: LogEntry): readonly (string | undefined)[] => [
  Buffer.from(leaf).toString('hex'),
  body && Buffer.from(body).toString('hex')
]
