import {
  base64,
  bytesOf,
  COSIGNATURE,
  checkpointText,
  cosignNote,
  ED25519,
  keyHash,
  type NoteKey,
  readCheckpoint,
  readNote,
  signNote,
  utf8,
  verifyNote
} from '@truce/core/log'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seededSigner, verifier } from '../../../host/src/signing/index.ts'
import { tried } from '../laws.ts'

// The key, the text and the note of the tests of Go's golang.org/x/mod/sumdb/note.
const TEXT =
  "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n"
const PETER = {
  name: 'PeterNeumann',
  algorithm: ED25519,
  publicKey:
    bytesOf('ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW')?.subarray(1) ?? new Uint8Array()
} as const satisfies NoteKey
const ENOCH = {
  name: 'EnochRoot',
  algorithm: ED25519,
  publicKey:
    bytesOf('ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop')?.subarray(1) ?? new Uint8Array()
} as const satisfies NoteKey
const SEED =
  bytesOf('AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz')?.subarray(1) ?? new Uint8Array()
const PETER_LINE =
  '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n'
const ENOCH_LINE =
  '— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n'
const SIGNED = `${TEXT}\n${PETER_LINE}`

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString()

describe('a signed note', () => {
  it('has the key hashes and the signature that Go gives it', async () => {
    expect([PETER, ENOCH].map(keyHash)).toEqual(['c74f20a3', 'af0cfe78'])
    const signer = await seededSigner(SEED)
    expect(text(await signNote(TEXT, PETER.name, signer))).toBe(SIGNED)
  })
  it('is believed for the keys one knows', async () => {
    const note = utf8(SIGNED + ENOCH_LINE)
    const by = async (...keys: readonly NoteKey[]) => verifyNote(note, keys, verifier)
    expect(await by(PETER)).toEqual({ text: TEXT, by: [{ key: PETER }] })
    expect(await by(ENOCH, PETER)).toEqual({ text: TEXT, by: [{ key: PETER }, { key: ENOCH }] })
    expect(await by()).toEqual({ refused: 'unknown-keys' })
    expect(await by({ ...PETER, name: 'PeterNeuman' })).toEqual({ refused: 'unknown-keys' })
    expect(await by({ ...PETER, algorithm: COSIGNATURE })).toEqual({ refused: 'unknown-keys' })
  })
  it('is not believed at all where a key one knows did not sign it', async () => {
    const other = `${PETER_LINE.slice(0, 60)}ABCD${PETER_LINE.slice(60)}`
    for (const note of [`${TEXT}\n${other}`, SIGNED.replace('answer', 'question'), SIGNED + other])
      expect(await verifyNote(utf8(note), [PETER], verifier)).toEqual({
        refused: 'bad-signature',
        name: PETER.name
      })
  })
  it.each([
    ['no signature', TEXT],
    ['nothing after the empty line', `${TEXT}\n`],
    ['no last line end', SIGNED.slice(0, -1)],
    ['a control character', `\u0001${SIGNED}`],
    ['a name with a space', `${TEXT}\n${PETER_LINE.replace('PeterNeumann', 'Peter Neumann')}`],
    ['a name with a plus', `${TEXT}\n${PETER_LINE.replace('PeterNeumann', 'Peter+Neumann')}`],
    ['another line among the signatures', `${SIGNED}Unexpected line.\n`],
    ['a hyphen for the dash', SIGNED.replace('—', '-')],
    ['too many signatures', `${TEXT}\n${PETER_LINE.repeat(101)}`],
    ['loose bits in base64', SIGNED.replace('nAM=', 'nAN=')]
  ])('is none with %s', async (_, told) => {
    expect(readNote(utf8(told))).toBeUndefined()
    expect(await verifyNote(utf8(told), [PETER], verifier)).toEqual({ refused: 'malformed' })
  })
  it('is none in bytes that are not UTF-8', () => {
    expect(readNote(Uint8Array.of(0xff, ...utf8(SIGNED)))).toBeUndefined()
  })
  it('is refused a text or a name that no note can have', async () => {
    const signer = await seededSigner(SEED)
    await expect(signNote('no line end', 'a', signer)).rejects.toThrow(RangeError)
    await expect(signNote('tab\there\n', 'a', signer)).rejects.toThrow(RangeError)
    await expect(signNote(TEXT, 'a b', signer)).rejects.toThrow(RangeError)
  })
})

describe('a checkpoint', () => {
  // The example of C2SP's tlog-checkpoint.
  const EXAMPLE =
    'example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n'

  it('is written and read as the specification shows it', () => {
    const head = readCheckpoint(EXAMPLE)
    expect(head).toMatchObject({ origin: 'example.com/behind-the-sofa', size: 20852163 })
    expect(head && checkpointText(head)).toBe(EXAMPLE)
    expect(readCheckpoint(`${EXAMPLE}an extension\n`)).toEqual(head)
  })
  it.each([
    ['no origin', EXAMPLE.slice(EXAMPLE.indexOf('\n'))],
    ['a size with a zero before it', EXAMPLE.replace('20852163', '020852163')],
    ['a size below nothing', EXAMPLE.replace('20852163', '-1')],
    ['a short root', EXAMPLE.replace('CsUY', '')],
    ['an empty line', `${EXAMPLE}\n`],
    ['no last line end', EXAMPLE.slice(0, -1)]
  ])('is none with %s', (_, told) => expect(readCheckpoint(told)).toBeUndefined())

  it('is cosigned with the time, in 76 bytes, under a key hash of its own kind', async () => {
    const signer = await seededSigner(SEED)
    const note = utf8(SIGNED.replace(TEXT, EXAMPLE))
    const witness = await seededSigner(new Uint8Array(32).fill(3))
    const own = await signNote(EXAMPLE, 'example.com/behind-the-sofa', signer)
    const cosigner = { name: 'witness.example.com/w1', time: 1679315147, signer: witness }
    const cosigned = await cosignNote(own, cosigner)
    const line = text(cosigned).split('\n').at(-2)?.split(' ')[2] ?? ''
    const raw = Buffer.from(line, 'base64')
    const key: NoteKey = {
      name: cosigner.name,
      publicKey: witness.publicKey,
      algorithm: COSIGNATURE
    }
    expect(raw.length).toBe(76)
    expect(raw.subarray(0, 4).toString('hex')).toBe(keyHash(key))
    expect(raw.readBigUInt64BE(4)).toBe(1679315147n)
    const message = Buffer.from(`cosignature/v1\ntime 1679315147\n${EXAMPLE}`)
    const signature = raw.subarray(12)
    expect(await verifier({ publicKey: witness.publicKey, message, signature })).toBe(true)
    expect(await verifyNote(cosigned, [key], verifier)).toEqual({
      text: EXAMPLE,
      by: [{ key, time: 1679315147 }]
    })
    // Again and later: in place of the one before.
    const again = await cosignNote(cosigned, { ...cosigner, time: 1679315148 })
    expect(readNote(again)?.signatures).toHaveLength(2)
    expect(await verifyNote(again, [key], verifier)).toMatchObject({ by: [{ time: 1679315148 }] })
    await expect(cosignNote(utf8(EXAMPLE), cosigner)).rejects.toThrow(RangeError)
    await expect(cosignNote(note, { ...cosigner, time: 1.5 })).rejects.toThrow(RangeError)
  })
})

it('base64 has one spelling for any bytes', () => {
  tried(
    fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
      const told = base64(bytes)
      expect(told).toBe(Buffer.from(bytes).toString('base64'))
      expect(bytesOf(told)).toEqual(bytes)
    }),
    { seed: 4648, runs: 200, seeds: 4 }
  )
  for (const wrong of [
    'A',
    'AA',
    'AAA',
    'A===',
    'AB==',
    'AAB=',
    'AA-_',
    'AA==AA==',
    ' AAA',
    'ÄAAA'
  ])
    expect(bytesOf(wrong)).toBeUndefined()
})
