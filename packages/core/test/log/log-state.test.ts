import { authenticate, isLeaf, readLeaf, signedEntryOf, stampText } from '@truce/core/log'
import { describe, expect, it } from 'vitest'
import {
  at,
  idOf,
  keys,
  type Line,
  opening,
  RECORD,
  seal,
  toldKey,
  verifier,
  Writer
} from './made.ts'

const salt = new Uint8Array(32).fill(9)

/** A log of four entries, the last by the field key. */
async function begun(): Promise<Writer> {
  const writer = await Writer.opened()
  await writer.add({ by: 'head' })
  await writer.add({ by: 'field' })
  await writer.add({ by: 'field', audience: ['north'], salt })
  return writer
}

const codes = (problems: readonly { readonly code: string }[]): readonly string[] =>
  problems.map(({ code }) => code)

/** The problems of a line that would come next. */
async function against(writer: Writer, line: Line, now = at(10)): Promise<readonly string[]> {
  const { entry, body } = await writer.seal(line)
  return codes(await writer.state.admit(entry, now, body))
}

describe('the door of the log', () => {
  it('lets in who does as they should', async () => {
    const writer = await begun()
    const root = Buffer.from(writer.state.tree.rootAt(2)).toString('base64')
    for (const line of [
      { by: 'head' },
      { by: 'head', seen: { size: 2, root } },
      { by: 'other', audience: ['south', 'secretariat'], salt },
      { by: 'head', kind: 'key.added', content: toldKey('stranger') },
      { by: 'head', kind: 'key.revoked', content: { key: idOf('field'), because: 'lost' } },
      { by: 'field', kind: 'key.revoked', content: { key: idOf('field'), since: at(2) } },
      { by: 'witness', kind: 'key.revoked', content: { key: idOf('witness') } }
    ] as const satisfies readonly Line[])
      expect(await against(writer, line)).toEqual([])
  })

  it.each<[string, Line, string[]]>([
    ['of another record', { by: 'head', record: 'other-2025.0123456789abcdef' }, ['wrong-record']],
    ['of a key that nobody named', { by: 'stranger' }, ['unknown-key']],
    ['in the name of another party', { by: 'head', party: 'south' }, ['wrong-party']],
    ['with the id of another', { by: 'head', id: 'entry-1' }, ['id-taken']],
    ['that leaves one out', { by: 'head', sequence: 2 }, ['sequence-gap']],
    ['that has a number again', { by: 'head', sequence: 0 }, ['sequence-gap']],
    ['by a clock that is ahead', { by: 'head', recorded: at(15, 1) }, ['clock-ahead']],
    ['before its author’s last', { by: 'field', recorded: at(2, 59) }, ['back-dated']],
    [
      'that has seen more than there is',
      { by: 'head', seen: { size: 9, root: `${'A'.repeat(43)}=` } },
      ['two-heads']
    ],
    [
      'that has seen another log',
      { by: 'head', seen: { size: 2, root: `${'A'.repeat(43)}=` } },
      ['two-heads']
    ],
    ['of a witness', { by: 'witness' }, ['role']],
    [
      'that opens the record again',
      { by: 'operator', kind: 'record.opened', content: opening() },
      ['role']
    ],
    [
      'that brings another party’s key',
      { by: 'other', kind: 'key.added', content: toldKey('stranger') },
      ['role']
    ],
    [
      'of the operator, who speaks for nobody',
      { by: 'operator', kind: 'key.added', content: toldKey('stranger') },
      ['role']
    ],
    [
      'of a field key that brings keys',
      { by: 'field', kind: 'key.added', content: toldKey('stranger') },
      ['role']
    ],
    [
      'that makes an operator elsewhere',
      { by: 'head', kind: 'key.added', content: { ...toldKey('stranger'), role: 'operator' } },
      ['role']
    ],
    [
      'that brings a key twice',
      { by: 'head', kind: 'key.added', content: toldKey('field') },
      ['id-taken']
    ],
    [
      'that revokes another party’s key',
      { by: 'other', kind: 'key.revoked', content: { key: idOf('field') } },
      ['role']
    ],
    [
      'that revokes what is not there',
      { by: 'other', kind: 'key.revoked', content: { key: '0'.repeat(16) } },
      ['unknown-key']
    ],
    [
      'that says more of a key than there is to say',
      { by: 'head', kind: 'key.added', content: { ...toldKey('stranger'), rank: 1 } },
      ['malformed']
    ]
  ])('refuses one %s', async (_, line, wanted) => {
    expect(await against(await begun(), line)).toEqual(wanted)
  })

  it('refuses what was recorded before the head that its author had seen', async () => {
    const writer = await Writer.opened({ tolerance: 60 })
    await writer.add({ by: 'head' })
    await writer.add({ by: 'head' })
    const root = Buffer.from(writer.state.tree.rootAt(3)).toString('base64')
    const line = { by: 'other', seen: { size: 3, root } } as const
    expect(await against(writer, { ...line, recorded: at(1) })).toEqual([])
    expect(await against(writer, { ...line, recorded: at(0, 59) })).toEqual(['back-dated'])
  })

  it('tells a replay from another entry with its id', async () => {
    const writer = await begun()
    const [, first] = writer.entries
    if (!first) throw new Error('there is one')
    expect(codes(await writer.state.admit(first.entry, at(10)))).toEqual([
      'replayed',
      'sequence-gap'
    ])
  })

  it('refuses a key that was revoked, from then on, and marks what it signed since', async () => {
    const writer = await begun()
    await writer.add({
      by: 'head',
      kind: 'key.revoked',
      content: { key: idOf('field'), since: at(2) }
    })
    expect(await against(writer, { by: 'field' })).toEqual(['revoked-key'])
    expect([...writer.state.doubted.values()]).toEqual([{ entry: 3, key: idOf('field'), by: 4 }])
    expect(
      await against(writer, { by: 'head', kind: 'key.revoked', content: { key: idOf('field') } })
    ).toEqual(['revoked-key'])
  })

  it('lets a key speak that a head brought', async () => {
    const writer = await begun()
    expect(await against(writer, { by: 'stranger' })).toEqual(['unknown-key'])
    await writer.add({ by: 'head', kind: 'key.added', content: toldKey('stranger') })
    expect(await against(writer, { by: 'stranger' })).toEqual([])
  })

  it('refuses a signature that is another’s, and a body that is another', async () => {
    const writer = await begun()
    const one = await writer.seal({ by: 'head' })
    const other = await writer.seal({ by: 'head', content: { text: 'something else' } })
    const forged = { ...one.entry, signature: other.entry.signature }
    expect(codes(await writer.state.admit(forged, at(10)))).toEqual(['bad-signature'])
    const hidden = await writer.seal({ by: 'head', audience: ['north'], salt })
    const swapped = await writer.seal({ by: 'head', audience: ['north'], salt, content: { a: 1 } })
    expect(codes(await writer.state.admit(hidden.entry, at(10), swapped.body))).toEqual([
      'bad-commitment'
    ])
    expect(codes(await writer.state.admit(one.entry, at(10), hidden.body))).toEqual([
      'bad-commitment'
    ])
    expect(codes(await writer.state.admit(hidden.entry, at(10)))).toEqual([])
  })

  it('opens with the operator’s own key and no other', async () => {
    const judged = async (line: Partial<Line>): Promise<readonly string[]> => {
      const writer = new Writer()
      return against(
        writer,
        { by: 'operator', kind: 'record.opened', content: opening(), ...line },
        at(0)
      )
    }
    expect(await judged({})).toEqual([])
    expect(await judged({ by: 'head' })).toEqual(['role'])
    expect(await judged({ by: 'stranger' })).toEqual(['unknown-key'])
    expect(await judged({ kind: 'note.made' })).toContain('malformed')
    expect(await judged({ content: opening({ operator: 'north' }) })).toContain('role')
    expect(
      await judged({ content: opening({ keys: [toldKey('operator'), toldKey('operator')] }) })
    ).toEqual(['id-taken'])
    expect(await judged({ content: opening({ keys: [] }) })).toEqual(['unknown-key', 'malformed'])
  })

  it('tells who speaks apart from where it stands', async () => {
    const { state } = await begun()
    const told = async (line: Line, change: object = {}) =>
      codes(await authenticate({ ...(await seal(line)).entry, ...change }, state.ring, verifier))
    expect(await told({ by: 'head', sequence: 99 })).toEqual([])
    expect(await told({ by: 'stranger' })).toEqual(['unknown-key'])
    expect(await told({ by: 'head', party: 'south' })).toEqual(['wrong-party'])
    expect(await told({ by: 'head' }, { sequence: 7 })).toEqual(['bad-signature'])
  })

  it('keeps order where the operator’s clock goes back', async () => {
    const writer = await begun()
    expect(writer.state.stamps(at(10))).toEqual({ received: at(10) })
    expect(writer.state.stamps(at(1))).toEqual({ received: at(3), clock: at(1) })
  })
})

describe('an entry that comes from outside', () => {
  it('is read where every field is known and of its form', async () => {
    const { entry } = await seal({ by: 'head' })
    expect(signedEntryOf(JSON.parse(JSON.stringify(entry)))).toEqual(entry)
  })
  it.each<[string, object, object]>([
    ['an unknown field', { rank: 1 }, { code: 'malformed', data: { at: 'entry/rank' } }],
    ['a short id', { id: 'a' }, { code: 'malformed', data: { at: 'entry/id' } }],
    [
      'a record without random digits',
      { record: 'trial' },
      { code: 'malformed', data: { at: 'entry/record' } }
    ],
    [
      'a day that is not',
      { recorded: '2026-02-30T00:00:00.000Z' },
      { code: 'malformed', data: { at: 'entry/recorded' } }
    ],
    [
      'a time without thousandths',
      { recorded: '2026-02-03T00:00:00Z' },
      { code: 'malformed', data: { at: 'entry/recorded' } }
    ],
    [
      'both content and commitment',
      { commitment: `${'A'.repeat(43)}=` },
      { code: 'malformed', data: { at: 'entry/commitment' } }
    ],
    [
      'half a character',
      { content: { text: '\ud800' } },
      { code: 'not-canonical', data: { at: 'entry/content/text', why: 'lone-surrogate' } }
    ],
    [
      'too long a text',
      { content: { text: 'x'.repeat(300_000) } },
      { code: 'malformed', data: { why: 'too-long' } }
    ]
  ])('is not with %s', async (_, change, problem) => {
    const { entry } = await seal({ by: 'head' })
    expect(signedEntryOf({ ...entry, ...change })).toEqual(problem)
  })
  it('is no leaf in another spelling', async () => {
    const { leaf } = await (await Writer.opened()).add({ by: 'head' })
    const text = Buffer.from(leaf).toString()
    const read = (told: string) => readLeaf(Buffer.from(told))
    expect(isLeaf(read(text))).toBe(true)
    expect(read(` ${text}`)).toEqual({ code: 'not-canonical', data: {} })
    expect(read(text.replace('"v":1', '"v":1.0'))).toEqual({ code: 'not-canonical', data: {} })
    expect(read(text.replace('"v":1', '"v":1,"v":1'))).toEqual({ code: 'not-canonical', data: {} })
    expect(read(`\ufeff${text}`)).toEqual({ code: 'malformed', data: { why: 'not-json' } })
    expect(readLeaf(Uint8Array.of(0x22, 0xff, 0x22))).toEqual({
      code: 'malformed',
      data: { why: 'not-utf-8' }
    })
  })
})

it('writes instants in one way', () => {
  expect(stampText(0)).toBe('1970-01-01T00:00:00.000Z')
  expect(RECORD.length + keys.head.publicKey.length).toBe(27 + 32)
})
