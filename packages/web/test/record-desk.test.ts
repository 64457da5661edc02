import type { JsonObject } from '@truce/core/log'
import { base64, keyId, verifyLog } from '@truce/core/log'
import { RecordBook } from '@truce/core/record'
import { MemoryRecordStore } from '@truce/host/memory'
import type { RecordBody } from '@truce/server'
import { describe, expect, it } from 'vitest'
import { caseIn } from '../../core/test/folder.ts'
import { openKeep } from '../src/rooms/record/browser-keep.ts'
import { chance, makeKeys, signerOf, verifier } from '../src/rooms/record/browser-signing.ts'
import { meetingDays } from '../src/rooms/record/clocks.ts'
import type { RecordApi } from '../src/rooms/record/record-api.ts'
import type { WriteAs } from '../src/rooms/record/record-desk.ts'
import { RecordDesk } from '../src/rooms/record/record-desk.ts'
import { instantIn, localIn } from '../src/rooms/record/zone-time.ts'
import { Unreachable } from '../src/state/api.ts'

const DAY = 86_400_000

const source = caseIn('ukraine/2024-maitra')

/** A record kept by a book, reached over a line that can be cut. */
async function staged() {
  const keep = await openKeep()
  const line = { cut: false }
  const [keeper, held] = [signerOf(await makeKeys()), await makeKeys()]
  const key = { ...held, id: keyId(held.publicKey) }
  await keep.putKey(key)
  const host = { store: new MemoryRecordStore(), verifier, now: () => Date.now(), random: chance }
  const book = await RecordBook.open(host, source)
  const begun = await book.begin(
    'desk',
    {
      title: 'Desk',
      operator: 'austria',
      keys: [
        { party: 'austria', role: 'operator', publicKey: base64(keeper.publicKey) },
        { party: 'ukraine', role: 'head', publicKey: base64(held.publicKey) }
      ]
    },
    keeper
  )
  expect(begun.outcome).toBe('received')
  const reached = <T>(answer: () => Promise<T>): Promise<T> =>
    line.cut ? Promise.reject(new Unreachable('away')) : answer()
  const head = async (): Promise<RecordBody> => ({
    id: '000000000000',
    name: book.log.record ?? '',
    title: 'Desk',
    operator: 'austria',
    exercise: false,
    size: book.size,
    root: base64(book.log.tree.rootAt(book.size)),
    now: new Date().toISOString(),
    checkpoint: null
  })
  const api = {
    head: () => reached(head),
    entries: (from: number) =>
      reached(async () => ({ size: book.size, entries: await book.read(from, book.size) })),
    submit: (one: Parameters<RecordApi['submit']>[0]) => reached(() => book.submit(one))
  } as unknown as RecordApi
  const desk = new RecordDesk({ api, keep, head: await head(), source, zone: 'UTC' })
  await desk.refresh()
  const as: WriteAs = { key, party: 'ukraine', role: 'head' }
  return { desk, book, line, as, keep }
}

const seen = (more: JsonObject = {}): JsonObject => ({
  occurred: { at: new Date().toISOString(), precision: 'minute' },
  place: { name: 'crossing' },
  category: 'fire',
  means: ['saw'],
  ...more
})
const report = (more: JsonObject = {}) =>
  ({ kind: 'incident.reported', content: seen(more) }) as const

describe('a record at work in a browser', () => {
  it('signs, sends, folds what comes, and comes to the same root as whoever keeps it', async () => {
    const { desk, book, as } = await staged()
    expect(await desk.write(as, report())).toMatchObject({ outcome: 'received', number: 1 })
    const { fold } = desk.snapshot()
    expect(base64(fold.log.tree.rootAt(2))).toBe(base64(book.log.tree.rootAt(2)))
    expect([...fold.state.incidents.all()].map(({ status }) => status)).toEqual(['reported'])
  })

  it('keeps what is written while nobody answers, and sends it in order when they do', async () => {
    const { desk, book, line, as } = await staged()
    line.cut = true
    const written = [await desk.write(as, report()), await desk.write(as, report({ text: 'two' }))]
    expect(written.map(({ outcome }) => outcome)).toEqual(['waiting', 'waiting'])
    expect([desk.snapshot().away, desk.snapshot().waiting.length, book.size]).toEqual([true, 2, 1])
    line.cut = false
    await desk.refresh()
    expect([desk.snapshot().away, desk.snapshot().waiting.length, book.size]).toEqual([false, 0, 3])
    const verified = await verifyLog({
      size: 3,
      read: (from, to) => book.read(from, to),
      checkpoints: [],
      verifier
    })
    expect([verified.sound, verified.problems]).toEqual([true, []])
  })

  it('signs anew what waited behind one that was refused, and shows that one with its reason', async () => {
    const { desk, book, line, as } = await staged()
    line.cut = true
    await desk.write(as, { kind: 'incident.acknowledged', content: { incident: 'no-such-one' } })
    await desk.write(as, report())
    line.cut = false
    await desk.refresh()
    const { waiting } = desk.snapshot()
    expect(waiting.map(({ problems }) => problems?.[0]?.code)).toEqual(['unknown-entry'])
    expect(book.size).toBe(2)
    await desk.discard(waiting[0]?.id ?? '')
    expect(desk.snapshot().waiting).toEqual([])
    expect(await desk.write(as, report())).toMatchObject({ outcome: 'received', number: 2 })
  })

  it('tells at once, and keeps nothing, where the record refuses what was just written', async () => {
    const { desk, as } = await staged()
    const refused = await desk.write(as, {
      kind: 'dissent',
      content: { about: 'no-such-one', because: 'no' }
    })
    expect(refused).toMatchObject({ outcome: 'refused', problems: [{ code: 'unknown-entry' }] })
    expect(desk.snapshot().waiting).toEqual([])
  })

  it('sends nothing twice where only the answer was lost', async () => {
    const { desk, book, as, keep } = await staged()
    await desk.write(as, report())
    const [entry] = (await book.read(1, 2)).map(
      ({ leaf }) => JSON.parse(new TextDecoder().decode(leaf)).entry
    )
    const { signature: _, v: __, author, ...draft } = entry
    const waiting = {
      id: entry.id,
      record: entry.record,
      draft: { ...draft, author },
      sealed: { entry },
      written: 1
    }
    await keep.put(waiting)
    await desk.refresh()
    expect([book.size, desk.snapshot().waiting]).toEqual([2, []])
  })

  it('shows to whom it is open what only some may read, committed to by the leaf', async () => {
    const { desk, as } = await staged()
    await desk.write(as, { ...report({ text: 'the well' }), audience: ['ukraine', 'us'] })
    const [, line] = desk.snapshot().fold.lines
    expect(new TextDecoder().decode(line?.leaf)).not.toContain('the well')
    expect(JSON.stringify(line?.entry?.content)).toContain('the well')
  })
})

describe('the private half of a key', () => {
  it('cannot be taken out of the browser', async () => {
    const { privateKey } = await makeKeys()
    for (const form of ['pkcs8', 'jwk'] as const)
      await expect(crypto.subtle.exportKey(form, privateKey)).rejects.toThrow()
  })
})

describe('the days of a daily meeting', () => {
  it('are counted from the first that was called; nobody having told of one within a day, it is unaccounted for', async () => {
    const { desk, as } = await staged()
    const zone = 'Europe/Kyiv'
    const now = Date.now()
    const days = [0, 1, 2, 3].map(
      (back) => instantIn(`${localIn(now - back * DAY, zone).slice(0, 10)}T10:00`, zone) ?? 0
    )
    const first = new Date(days[3] ?? 0).toISOString()
    const content = { meeting: 'flag', due: first }
    expect(await desk.write(as, { kind: 'meeting.convened', content })).toMatchObject({
      outcome: 'received'
    })
    const { state } = desk.snapshot().fold
    const asked = { state, began: Date.parse(first), now: Math.max(now, Date.parse(state.until)) }
    expect(meetingDays(asked).map(({ due, outcome }) => [due, outcome])).toEqual(
      days.map((due) => [due, now > due + DAY ? 'unaccounted' : 'awaited'])
    )
    // what was due before the record began is not for it to account for
    expect(meetingDays({ ...asked, began: days[1] ?? 0 })).toHaveLength(2)
  })
})
