import type { JsonObject } from '@truce/core/log'
import type { Writing } from '@truce/core/record'
import { RecordBook } from '@truce/core/record'
import { describe, expect, it, vi } from 'vitest'
import { verifier } from '../../../host/src/signing/index.ts'
import { Kept, START, signerFor } from './kept.ts'

const seen = (id: string, more: JsonObject = {}): Writing => ({
  party: 'norway',
  kind: 'incident.reported',
  id,
  content: {
    occurred: { at: new Date(START - 3_600_000).toISOString(), precision: 'minute' },
    place: { lon: 37.8, lat: 48 },
    category: 'fire',
    means: ['heard'],
    ...more
  }
})

const WRITINGS: readonly Writing[] = [
  seen('first-fire'),
  { party: 'norway', kind: 'incident.logged', content: { incident: 'no-such-one' } },
  seen('other-fire'),
  { ...seen('third-fire'), audience: ['ukraine'] },
  seen('first-fire'),
  seen('with-no-means', { means: ['guessed'] }),
  {
    party: 'norway',
    kind: 'incident.account',
    content: { ...seen('x').content, incident: 'other-fire' }
  }
]

/** What is in the store, entry by entry, without what chance and signatures put there. */
async function kept(record: Kept): Promise<readonly unknown[]> {
  const leaves = await record.store.read(0, await record.store.size())
  return leaves.map(({ leaf, body }) => {
    const { entry } = JSON.parse(new TextDecoder().decode(leaf))
    const { kind, sequence, audience, content } = entry
    return {
      kind,
      sequence,
      audience,
      content: content && { ...content, keys: undefined },
      body: body !== undefined
    }
  })
}

describe('several entries written together', () => {
  it('come to what they come to one by one, each after those before it', async () => {
    const [together, alone] = [await Kept.begin(), await Kept.begin()]
    const signer = signerFor('norway')
    const all = await together.book.writeAll(WRITINGS, signer)
    const each = []
    for (const one of WRITINGS) each.push(await alone.book.write(one, signer))
    const told = (answers: readonly { readonly outcome: string }[]): readonly unknown[] =>
      answers.map((one) =>
        'problems' in one
          ? (one.problems as readonly { readonly code: string }[]).map(({ code }) => code)
          : one
      )
    expect(told(all)).toEqual(told(each))
    expect(all.map(({ outcome }) => outcome)).toEqual([
      ...['received', 'refused', 'received', 'received', 'refused', 'refused', 'received']
    ])
    expect(await kept(together)).toEqual(await kept(alone))
    expect([...together.book.state.entries()].length).toBe(4)
  })

  it('are appended by one append, and told to whoever listens at once', async () => {
    const record = await Kept.begin()
    const heard: number[] = []
    record.book.listen((entries) => heard.push(entries.length))
    await record.book.writeAll(WRITINGS, signerFor('norway'))
    expect(heard).toEqual([4])
  })

  it('are signed anew where another writer was first', async () => {
    const record = await Kept.begin()
    vi.spyOn(record.store, 'append').mockResolvedValueOnce({ outcome: 'behind', size: 1 })
    const answers = await record.book.writeAll(
      [seen('first-fire'), seen('other-fire')],
      signerFor('norway')
    )
    expect(answers.map(({ outcome }) => outcome)).toEqual(['received', 'received'])
    expect(record.book.size).toBe(3)
    expect([...record.book.state.entries()].map(({ id }) => id)).toEqual([
      'first-fire',
      'other-fire'
    ])
  })

  it('one by one by two at once take in what the other wrote, and nothing twice', async () => {
    const record = await Kept.begin()
    const { store } = record
    const host = { store, verifier, now: () => START, random: (n: number) => new Uint8Array(n) }
    const other = await RecordBook.open(host, record.book.state.source)
    const read = vi.spyOn(store, 'read')
    const [ours, theirs] = [signerFor('norway'), signerFor('india')]
    for (let n = 0; n < 12; n++) {
      const both = await Promise.all([
        record.book.write(seen(`ours-${n}`), ours),
        other.write({ ...seen(`theirs-${n}`), party: 'india' }, theirs)
      ])
      expect(both.map(({ outcome }) => outcome)).toEqual(['received', 'received'])
    }
    await Promise.all([record.book.refresh(), other.refresh(), record.book.refresh()])
    expect([record.book.size, other.size]).toEqual([25, 25])
    expect(record.book.log.tree.rootAt(25)).toEqual(other.log.tree.rootAt(25))
    expect([...other.state.entries()]).toEqual([...record.book.state.entries()])
    const spans = read.mock.calls.map(([from, to]) => to - from)
    expect(spans.reduce((sum, span) => sum + span, 0)).toBe(24)
  })

  it('leave nothing in memory where the store fails', async () => {
    const record = await Kept.begin()
    vi.spyOn(record.store, 'append').mockRejectedValue(new Error('full'))
    await expect(record.book.writeAll([seen('first-fire')], signerFor('norway'))).rejects.toThrow(
      'full'
    )
    expect([record.book.size, record.book.state.size]).toEqual([1, 0])
  })
})
