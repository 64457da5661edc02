// Every port over every implementation: another one joins by one line here.
import { basename, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { MemoryCaseStore, MemoryRecordStore } from '../src/memory/index.ts'
import { PostgresRecordStore, SqliteRecordStore } from '../src/record/index.ts'
import {
  newSigner,
  nodeVerifier,
  seededSigner,
  verifier,
  verifyThreads
} from '../src/signing/index.ts'
import { Workspace } from '../src/workspace/index.ts'
import { PostgresCaseStore } from '../src/workspace-postgres/index.ts'
import { hasPostgres, WITH_POSTGRES } from './cluster.ts'
import { caseStoreContract } from './contract/case-store.ts'
import { inMemory } from './contract/opening.ts'
import { recordStoreContract } from './contract/record-store.ts'
import { signerContract } from './contract/signer.ts'
import { clusterForTests } from './postgres.ts'

caseStoreContract('cases in a workspace', Workspace.open)
caseStoreContract(
  'cases in memory',
  inMemory(() => new MemoryCaseStore())
)

recordStoreContract('a record in SQLite', (folder) => SqliteRecordStore.open(join(folder, 'r.db')))
recordStoreContract(
  'a record in memory',
  inMemory(() => new MemoryRecordStore())
)
describe.skipIf(!hasPostgres)(`with PostgreSQL${WITH_POSTGRES}`, () => {
  const cluster = clusterForTests()
  let place = ''
  caseStoreContract('cases in PostgreSQL', async (folder) => {
    // Each test has the database for itself, which is faster than one for each.
    if (folder !== place) await cluster().sql('DROP SCHEMA IF EXISTS truce CASCADE')
    place = folder
    return PostgresCaseStore.open(cluster().url())
  })
  recordStoreContract('a record in PostgreSQL', (folder) =>
    PostgresRecordStore.open({ url: cluster().url(), record: basename(folder) })
  )
})

signerContract('a key that no program can read', newSigner, verifier)
signerContract('a key from a seed', () => seededSigner(new Uint8Array(32).fill(9)), verifier)
signerContract('a key whose signatures Node verifies', newSigner, nodeVerifier)
const threads = verifyThreads(2)
afterAll(() => threads.close())
signerContract('a key whose signatures threads verify', newSigner, async (signed) => {
  const several = Array.from({ length: 20 }, () => signed)
  const [first = false, ...others] = await threads.verifyMany(several)
  return others.every((good) => good === first) && first
})

describe('threads that verify', () => {
  it('answer in the order in which they are asked, for any number at once', async () => {
    const signers = await Promise.all([newSigner(), newSigner(), newSigner()])
    const signed = await Promise.all(
      Array.from({ length: 300 }, async (_, number) => {
        const signer = signers[number % 3] ?? (await newSigner())
        const message = Buffer.from(`entry ${number % 7 === 0 ? 'changed' : number}`)
        const signature = await signer.sign(Buffer.from(`entry ${number}`))
        return { publicKey: signer.publicKey, message, signature }
      })
    )
    const wanted = signed.map((_, number) => number % 7 !== 0)
    const cuts = [0, 1, 15, 16, 17, 150, 300]
    const found = await Promise.all(
      cuts.slice(1).map((to, at) => threads.verifyMany(signed.slice(cuts[at], to)))
    )
    expect(found.flat()).toEqual(wanted)
    expect(await threads.verifyMany([])).toEqual([])
  })
  it('take another key, half a key, half a signature for none', async () => {
    const [signer, other] = await Promise.all([newSigner(), newSigner()])
    const message = Buffer.from('a')
    const signature = await signer.sign(message)
    const { publicKey } = signer
    const good = { publicKey, message, signature }
    const others = [
      { ...good, publicKey: other.publicKey },
      { ...good, publicKey: publicKey.slice(0, 16) },
      { ...good, publicKey: new Uint8Array(0) },
      { ...good, signature: signature.slice(0, 32) },
      { ...good, signature: other.publicKey },
      { ...good, message: Buffer.from('') }
    ]
    const asked = Array.from({ length: 10 }, () => [good, ...others]).flat()
    expect(await threads.verifyMany(asked)).toEqual(asked.map((one) => one === good))
  })
  it('take nothing for a signature that stood there when they were asked before', async () => {
    const signer = await newSigner()
    const message = Buffer.from('a')
    const good = { publicKey: signer.publicKey, message, signature: await signer.sign(message) }
    const asked = Array.from({ length: 40 }, () => good)
    const half = { ...good, signature: good.signature.slice(0, 32) }
    for (const one of [good, half, good, { ...half, signature: new Uint8Array(0) }])
      expect(await threads.verifyMany(asked.map(() => one))).toEqual(asked.map(() => one === good))
  })
  it('answer many who ask at once, each for what it asked', async () => {
    const signer = await newSigner()
    const signed = await Promise.all(
      Array.from({ length: 400 }, async (_, number) => {
        // Longer ones behind shorter ones: what was room enough before is none for the next.
        const message = Buffer.from('long '.repeat(number))
        const signature = await signer.sign(number % 5 === 0 ? Buffer.from('else') : message)
        return { publicKey: signer.publicKey, message, signature }
      })
    )
    for (const times of [1, 2]) {
      const found = await Promise.all(
        Array.from({ length: 10 }, (_, at) =>
          threads.verifyMany(signed.slice(at * 40, at * 40 + 40))
        )
      )
      expect(found.flat(), `round ${times}`).toEqual(signed.map((_, number) => number % 5 !== 0))
    }
  })
  it('say so when they have ended', async () => {
    const ended = verifyThreads(1)
    const signer = await newSigner()
    const message = Buffer.from('a')
    const one = { publicKey: signer.publicKey, message, signature: await signer.sign(message) }
    const asked = ended.verifyMany(Array.from({ length: 2000 }, () => one))
    await ended.close()
    await expect(asked).rejects.toThrow('has ended')
    await expect(ended.verifyMany([one])).resolves.toEqual([true])
    const many = Array.from({ length: 20 }, () => one)
    await expect(ended.verifyMany(many)).rejects.toThrow('has ended')
  })
})

describe('the vectors of RFC 8032, section 7.1', () => {
  it.each([
    [
      'TEST 1',
      '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
      'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
      '',
      'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b'
    ],
    [
      'TEST 2',
      '4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb',
      '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
      '72',
      '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00'
    ]
  ])('%s', async (_, seed, publicKey, message, signature) => {
    const signer = await seededSigner(Buffer.from(seed, 'hex'))
    expect(Buffer.from(signer.publicKey).toString('hex')).toBe(publicKey)
    const found = await signer.sign(Buffer.from(message, 'hex'))
    expect(Buffer.from(found).toString('hex')).toBe(signature)
  })
})
