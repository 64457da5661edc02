import {
  base64,
  checkpointText,
  cosignerName,
  cosignNote,
  type JsonObject,
  type LogProblem,
  leafHash,
  leafOf,
  MerkleTree,
  signNote
} from '@truce/core/log'
import {
  at,
  idOf,
  type Kept,
  type KeyName,
  keys,
  type Line,
  opening,
  PARTIES,
  RECORD,
  seal,
  toldKey,
  Writer
} from './made.ts'

export const salt = new Uint8Array(32).fill(9)
const NOWHERE = `${'A'.repeat(43)}=`

export interface Log {
  readonly entries: readonly Pick<Kept, 'leaf' | 'body'>[]
  readonly checkpoints: readonly Uint8Array[]
}

/** A signed head over the first entries. */
export async function headOf(
  entries: Log['entries'],
  size = entries.length,
  by: KeyName = 'operator'
): Promise<Uint8Array> {
  const root = MerkleTree.of(entries.map(({ leaf }) => leafHash(leaf))).rootAt(size)
  return signNote(checkpointText({ origin: RECORD, size, root }), RECORD, keys[by])
}

/** Cosigned by a party's witness. */
export function witnessed(note: Uint8Array, by: KeyName): Promise<Uint8Array> {
  const name = cosignerName(RECORD, { party: PARTIES[by], id: idOf(by) })
  return cosignNote(note, { name, time: 1_772_323_200, signer: keys[by] })
}

/** A log in which all is well: 14 entries, three checkpoints, two witnesses wanted. */
export async function whole(lines: readonly Line[] = []): Promise<Log> {
  const writer = await Writer.opened({ witnesses: 2 })
  const rootAt = (size: number): string => base64(writer.state.tree.rootAt(size))
  await writer.add({ by: 'head', content: { text: 'a – ü 😀', list: [1.5, null, true] } })
  await writer.add({ by: 'field' })
  await writer.add({ by: 'field', audience: ['north', 'secretariat'], salt })
  await writer.add({ by: 'other', seen: { size: 4, root: rootAt(4) } })
  await writer.add({ by: 'head', kind: 'key.added', content: toldKey('stranger') })
  await writer.add({ by: 'stranger', supersedes: 'entry-2' })
  await writer.add({ by: 'other', seen: { size: 7, root: rootAt(7) } })
  await writer.add({
    by: 'head',
    kind: 'key.revoked',
    content: { key: idOf('field'), since: at(3) }
  })
  await writer.add({ by: 'stranger', audience: ['south'], salt, content: { text: 'for some' } })
  for (const by of ['other', 'operator', 'head', 'stranger'] as const) await writer.add({ by })
  for (const line of lines) await writer.add(line)
  const { entries } = writer
  const newest = await witnessed(await witnessed(await headOf(entries), 'witness'), 'otherWitness')
  return { entries, checkpoints: [newest, await headOf(entries, 5), await headOf(entries, 10)] }
}

/** Such a log. */
export const SOUND = await whole()

/** Each of `LOG_PROBLEMS` once: the log that shows it, and the entry that is named. */
export interface Trouble {
  readonly code: LogProblem
  readonly log: () => Promise<Log>
  readonly entry?: number
  readonly size?: number
}

const written =
  (...lines: readonly Line[]) =>
  async (): Promise<Log> =>
    whole(lines)
const replaced =
  (number: number, leaf: (leaf: Uint8Array) => Uint8Array) => async (): Promise<Log> => ({
    ...SOUND,
    entries: SOUND.entries.map((entry, index) =>
      index === number ? { leaf: leaf(entry.leaf) } : entry
    )
  })
const text = (change: (text: string) => string) => (leaf: Uint8Array) =>
  Uint8Array.from(Buffer.from(change(Buffer.from(leaf).toString())))
const noted = (checkpoints: readonly Uint8Array[]) => async (): Promise<Log> => ({
  ...SOUND,
  checkpoints
})

export const TROUBLES: readonly Trouble[] = [
  {
    code: 'malformed',
    log: replaced(
      4,
      text((told) => told.slice(1))
    ),
    entry: 4
  },
  {
    code: 'not-canonical',
    log: replaced(
      4,
      text((told) => told.replace(':', ': '))
    ),
    entry: 4
  },
  {
    code: 'wrong-record',
    log: written({ by: 'head', record: 'elsewhere.0123456789abcdef' }),
    entry: 14
  },
  { code: 'unknown-key', log: async () => noKey(), entry: 1 },
  { code: 'wrong-party', log: written({ by: 'head', party: 'south' }), entry: 14 },
  {
    code: 'bad-signature',
    log: replaced(
      4,
      text((told) => told.replace('nothing to tell', 'something else'))
    ),
    entry: 4
  },
  { code: 'revoked-key', log: written({ by: 'field', sequence: 2 }), entry: 14 },
  { code: 'sequence-gap', log: written({ by: 'head', sequence: 9 }), entry: 14 },
  { code: 'replayed', log: async () => withCopy(), entry: 14 },
  { code: 'id-taken', log: written({ by: 'head', id: 'entry-3' }), entry: 14 },
  { code: 'clock-ahead', log: written({ by: 'head', recorded: at(20) }), entry: 14 },
  { code: 'back-dated', log: written({ by: 'head', recorded: at(11) }), entry: 14 },
  { code: 'two-heads', log: written({ by: 'head', seen: { size: 3, root: NOWHERE } }), entry: 14 },
  { code: 'received-order', log: async () => backwards(), entry: 14 },
  {
    code: 'bad-commitment',
    log: async () => ({
      ...SOUND,
      entries: SOUND.entries.with(2, { leaf: SOUND.entries[2]?.leaf ?? salt, body: salt })
    }),
    entry: 2
  },
  { code: 'bad-checkpoint', log: noted([await headOf(SOUND.entries, 14, 'head')]) },
  {
    code: 'wrong-root',
    log: async () => ({
      ...SOUND,
      checkpoints: [
        await witnessed(
          await witnessed(await headOf(SOUND.entries.toReversed()), 'witness'),
          'otherWitness'
        )
      ]
    })
  },
  {
    code: 'missing-cosignature',
    log: noted([await witnessed(await headOf(SOUND.entries), 'witness')])
  },
  {
    code: 'inconsistent',
    log: noted([...SOUND.checkpoints, await headOf(SOUND.entries.toReversed(), 6)])
  },
  { code: 'missing-entry', log: async () => ({ ...SOUND, checkpoints: [] }), size: 15, entry: 14 },
  {
    code: 'role',
    log: written({
      by: 'operator',
      kind: 'key.added',
      content: { ...toldKey('stranger'), publicKey: NOWHERE }
    }),
    entry: 14
  }
]

/** An opening that forgot the head's key. */
async function noKey(): Promise<Log> {
  const told = opening()['keys'] as readonly JsonObject[]
  const writer = await Writer.opened({ keys: told.filter(({ role }) => role !== 'head') })
  await writer.add({ by: 'head' })
  return { entries: writer.entries, checkpoints: [await headOf(writer.entries)] }
}

/** An operator who puts an entry in a second time, and signs that. */
async function withCopy(): Promise<Log> {
  const entries = [...SOUND.entries]
  const copied = SOUND.entries[12]
  if (copied) entries.push(copied)
  return { entries, checkpoints: [await headOf(entries)] }
}

/** An operator who says of the last entry that it was received before others. */
async function backwards(): Promise<Log> {
  const { entry } = await seal({ by: 'head', id: 'entry-late', sequence: 4, recorded: at(13) })
  const entries = [...SOUND.entries, { leaf: leafOf(entry, at(12)) }]
  return { entries, checkpoints: [await headOf(entries)] }
}
