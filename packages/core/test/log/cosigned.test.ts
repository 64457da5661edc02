// Cosignatures against a program in another language that signs by itself. Ed25519 gives each message
// one signature, so that both have to write the same bytes.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { COSIGNATURE, cosignNote, type NoteKey, signNote, utf8, verifyNote } from '@truce/core/log'
import { describe, expect, it } from 'vitest'
import { seededSigner, verifier } from '../../../host/src/signing/index.ts'
import { inPython, python } from '../python.ts'

const ROOT = 'CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I='
const CASES = [
  {
    name: 'witness.example.com/w1',
    time: 1679315147,
    text: `example.com/log\n20852163\n${ROOT}\n`
  },
  { name: 'trial.07/ukraine/свідок', time: 0, text: `trial.07\n0\n${ROOT}\n` },
  { name: 'w', time: Number.MAX_SAFE_INTEGER, text: `trial.07\n1\n${ROOT}\nmore to it\nпро це\n` },
  { name: '見証', time: 2 ** 32, text: `a\n9007199254740991\n${ROOT}\n` }
]
const seedOf = (at: number): Uint8Array => new Uint8Array(32).fill(at + 101)
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

const program = readFileSync(join(import.meta.dirname, 'cosign.py'), 'utf8')
const asked = CASES.map((one, at) => `${JSON.stringify({ ...one, seed: hex(seedOf(at)) })}\n`)

describe.skipIf(python === undefined)('a cosignature', () => {
  const lines = python === undefined ? [] : inPython(program, asked.join('')).trimEnd().split('\n')

  it.each(CASES.map((one, at) => ({ one, at })))(
    'is that of another program, byte for byte',
    async ({ one, at }) => {
      const log = await seededSigner(new Uint8Array(32).fill(9))
      const note = await signNote(one.text, one.text.split('\n')[0] ?? '', log)
      const signer = await seededSigner(seedOf(at))
      const mine = await cosignNote(note, { ...one, signer })
      const theirs = `${Buffer.from(note).toString()}${lines[at]}\n`
      expect(Buffer.from(mine).toString()).toBe(theirs)
      const key: NoteKey = { name: one.name, publicKey: signer.publicKey, algorithm: COSIGNATURE }
      expect(await verifyNote(utf8(theirs), [key], verifier)).toEqual({
        text: one.text,
        by: [{ key, time: one.time }]
      })
    }
  )
})
