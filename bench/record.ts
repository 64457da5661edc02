/**
 * Times the log of a record: verifying a whole one with every signature, and taking one in again from
 * a store. Run with `node bench/record.ts`, or with another number of entries: `node bench/record.ts
 * 1000000`.
 *
 * Six sevenths of verifying are Ed25519 in Node's own crypto, which no caller makes faster: with a key
 * that is ready a call costs 3 us beside the reckoning of 80 to 115 us, which grows where others use the
 * machine. WebCrypto takes the same and carries each signature to a thread and back; written in the
 * language it takes ten times as long.
 */
import { availableParallelism } from 'node:os'
import type { LogEntry, Signer } from '@truce/core'
import {
  base64,
  checkpointText,
  keyId,
  LogState,
  leafHash,
  leafOf,
  MerkleTree,
  sealEntry,
  signNote,
  stampText,
  verifyLog
} from '@truce/core/log'
import {
  hashLeaf,
  hashNode,
  nodeVerifier,
  seededSigner,
  verifyThreads
} from '../packages/host/src/signing/index.ts'
import { figure } from './figures.ts'

const ENTRIES = Number(process.argv[2] ?? 60_000)
const MILLION = 1_000_000 / ENTRIES
const RECORD = 'bench.0123456789abcdef'
const TEXT =
  'Several explosions were heard from the direction of the bridge, most of them outgoing. '

const signers = await Promise.all(
  Array.from({ length: 20 }, (_, seed) => seededSigner(new Uint8Array(32).fill(seed + 1)))
)
const [operator] = signers
if (operator === undefined) throw new Error('there is an operator')

const told = (signer: Signer, at: number) => ({
  party: at === 0 ? 'secretariat' : `party-${at % 4}`,
  role: at === 0 ? 'operator' : 'field',
  publicKey: base64(signer.publicKey)
})

/** How many entries each key has signed. */
const sequences = new Uint32Array(signers.length)

/** An incident as it is reported in the field, in about 700 bytes. */
async function leafAt(number: number): Promise<Uint8Array> {
  const at = number === 0 ? 0 : 1 + (number % 19)
  const signer = signers[at] ?? operator
  if (signer === undefined) throw new Error('there is an operator')
  const sequence = sequences[at] ?? 0
  sequences[at] = sequence + 1
  const recorded = stampText(Date.UTC(2026, 0, 1) + number * 1000)
  const content = {
    occurred: { at: recorded, zone: 'Europe/Kyiv', precision: 'minute' },
    place: { lon: 37.8 + number / 1e7, lat: 48.02, precision_m: 500, area: 'sector-3' },
    means: 'heard',
    text: TEXT,
    language: 'en'
  }
  const { entry } = await sealEntry(
    {
      record: RECORD,
      id: `entry-${number}`,
      kind: number === 0 ? 'record.opened' : 'incident.reported',
      author: { party: told(signer, at).party },
      sequence,
      recorded,
      content:
        number === 0
          ? { title: 'Bench', operator: 'secretariat', keys: signers.map(told) }
          : content
    },
    signer
  )
  return leafOf(entry, recorded)
}

async function inSeconds(work: () => Promise<unknown>): Promise<{ wall: number; cpu: number }> {
  const [before, from] = [process.cpuUsage(), performance.now()]
  await work()
  const { user, system } = process.cpuUsage(before)
  return { wall: (performance.now() - from) / 1000, cpu: (user + system) / 1e6 }
}

let missed = 0
function tell(name: string, value: number, floor: number): void {
  const within = figure({ name, value, unit: 's', floor })
  if (!within) missed++
  console.log(
    `${name.padEnd(64)} ${value.toFixed(2)} s (target ${floor} s)${within ? '' : '  MISSED'}`
  )
}

const entries: LogEntry[] = []
for (let number = 0; number < ENTRIES; number++) entries.push({ leaf: await leafAt(number) })
const tree = MerkleTree.of(entries.map(({ leaf }) => leafHash(leaf)))
const checkpoint = await signNote(
  checkpointText({ origin: RECORD, size: ENTRIES, root: tree.rootAt() }),
  RECORD,
  operator
)
const bytes = entries.reduce((sum, { leaf }) => sum + leaf.length, 0)
console.log(
  `${ENTRIES} entries of ${Math.round(bytes / ENTRIES)} bytes by ${signers.length} keys, ${keyId(operator.publicKey)} the operator's`
)

const threads = verifyThreads(availableParallelism())
await threads.verifyMany([])
const log = {
  size: ENTRIES,
  read: async (from: number, to: number) => entries.slice(from, to),
  checkpoints: [checkpoint],
  verifier: nodeVerifier,
  hashLeaf,
  hashNode
}
// What is compiled on the way is compiled once, for a million entries as for these.
const { verifyMany } = threads
await verifyLog({ ...log, size: Math.min(ENTRIES, 8000), checkpoints: [], verifyMany })
const verified = await inSeconds(async () => {
  const { sound, first } = await verifyLog({ ...log, verifyMany })
  if (!sound) throw new Error(`the log of this benchmark is not sound: ${JSON.stringify(first)}`)
})
await threads.close()
const applied = await inSeconds(async () => {
  const state = new LogState(nodeVerifier)
  for (const { leaf } of entries) state.apply(leaf)
})
const cores = availableParallelism()
const signed = await Promise.all(
  entries.slice(0, 2000).map(async ({ leaf }) => ({
    publicKey: operator.publicKey,
    message: leaf,
    signature: await operator.sign(leaf)
  }))
)
const signatures = await inSeconds(async () => {
  for (const one of signed) await nodeVerifier(one)
})
// Processor time on all cores: what else runs on the machine does not count.
tell('verifying a record of a million entries, by cores', (verified.cpu * MILLION) / cores, 60)
tell('taking in a record of a million entries again', applied.cpu * MILLION, 30)
const share = (signatures.cpu * 1_000_000) / signed.length / cores
figure({ name: 'of these, a million signatures alone, by cores', value: share, unit: 's' })
const rest = (verified.cpu * MILLION) / cores - share
console.log(`  of these ${share.toFixed(1)} s are signatures, and ${rest.toFixed(1)} s all else`)
console.log(`  ${(verified.wall * MILLION).toFixed(1)} s on the clock for a million`)
process.exitCode = missed > 0 ? 1 : 0
