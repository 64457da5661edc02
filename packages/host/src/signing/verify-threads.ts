import { Worker } from 'node:worker_threads'
import type { Signed } from '@truce/core'
import { keyOf, signedWith, verifiesNow } from './node-crypto.ts'

/** Many signatures verified by several threads. */
export interface VerifyThreads {
  /** Whether each is good, in their order. */
  readonly verifyMany: (signed: readonly Signed[]) => Promise<readonly boolean[]>
  /** Ends the threads. */
  readonly close: () => Promise<void>
}

/** Signatures packed into one run of memory, which a thread takes over instead of copying. */
export interface Packed {
  /** Each key once: few sign much, and to find one again that was made ready takes its time. */
  readonly keys: readonly Uint8Array[]
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly count: number
}

/** Below so many the way to a thread and back is longer than the work. */
const FEW = 16

/** The worker lies beside this module, under the same ending. */
const WORKER = new URL(
  `./verify-worker${import.meta.url.slice(import.meta.url.lastIndexOf('.'))}`,
  import.meta.url
)

/** Starts so many threads, each of which takes its turn. */
export function verifyThreads(threads: number): VerifyThreads {
  const workers = Array.from({ length: threads }, () => new Turn(new Worker(WORKER)))
  let next = 0
  return {
    verifyMany: async (signed) => {
      const turn = workers[next++ % Math.max(1, workers.length)]
      if (turn === undefined || signed.length < FEW) return signed.map(verifiesNow)
      const good = await turn.ask(packed(signed))
      return Array.from(good, (one) => one === 1)
    },
    close: async () => {
      await Promise.all(workers.map((turn) => turn.end()))
    }
  }
}

interface Waiting {
  readonly resolve: (good: Uint8Array) => void
  readonly reject: (error: unknown) => void
}

/** One thread, which answers in the order in which it was asked. */
class Turn {
  private readonly worker: Worker
  private readonly waiting: Waiting[] = []
  private ended: unknown

  constructor(worker: Worker) {
    this.worker = worker
    worker.unref()
    worker.on('message', (good: Uint8Array) => this.waiting.shift()?.resolve(good))
    worker.on('error', (error) => this.fail(error))
    worker.on('exit', () => this.fail(new Error('a thread that verifies has ended')))
  }

  ask(packed: Packed): Promise<Uint8Array> {
    return new Promise<Uint8Array>((resolve, reject) => {
      if (this.ended !== undefined) return reject(this.ended)
      this.waiting.push({ resolve, reject })
      this.worker.ref()
      this.worker.postMessage(packed, [packed.bytes.buffer])
    }).finally(() => {
      if (this.waiting.length === 0) this.worker.unref()
    })
  }

  async end(): Promise<void> {
    await this.worker.terminate()
  }

  private fail(error: unknown): void {
    this.ended ??= error
    for (const { reject } of this.waiting.splice(0)) reject(error)
  }
}

const HEAD = 4 + 4 + 64

/** Each as the length of its message, the place of its key, its signature and its message. */
function packed(signed: readonly Signed[]): Packed {
  const places = new Map<Uint8Array, number>()
  const length = signed.reduce((sum, { message }) => sum + HEAD + message.length, 0)
  const bytes = new Uint8Array(length)
  const view = new DataView(bytes.buffer)
  let at = 0
  for (const { publicKey, signature, message } of signed) {
    const place = places.get(publicKey) ?? places.size
    if (place === places.size) places.set(publicKey, place)
    view.setUint32(at, message.length)
    view.setUint32(at + 4, place)
    // What has a wrong length is not good whatever it says: zeroes are no signature of anything.
    if (signature.length === 64) bytes.set(signature, at + 8)
    bytes.set(message, at + HEAD)
    at += HEAD + message.length
  }
  return { keys: Array.from(places.keys(), (key) => key.slice()), bytes, count: signed.length }
}

/** What a thread does: one byte for each signature, 1 where it is good. */
export function verifyPacked({ keys, bytes, count }: Packed): Uint8Array {
  const good = new Uint8Array(count)
  const ready = keys.map(keyOf)
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  let at = 0
  for (let one = 0; one < count; one++) {
    const end = at + HEAD + view.getUint32(at)
    const key = ready[view.getUint32(at + 4)]
    if (signedWith(key, bytes.subarray(at + HEAD, end), bytes.subarray(at + 8, at + HEAD)))
      good[one] = 1
    at = end
  }
  return good
}
