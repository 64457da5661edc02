import { Worker } from 'node:worker_threads'
import type { Signed } from '@truce/core'
import { verifiesNow } from './node-crypto.ts'

/** Many signatures verified by several threads. */
export interface VerifyThreads {
  /** Whether each is good, in their order. */
  readonly verifyMany: (signed: readonly Signed[]) => Promise<readonly boolean[]>
  /** Ends the threads. */
  readonly close: () => Promise<void>
}

/** Signatures packed into one run of memory, which a thread takes over instead of copying. */
export interface Packed {
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

  ask({ bytes, count }: Packed): Promise<Uint8Array> {
    return new Promise<Uint8Array>((resolve, reject) => {
      if (this.ended !== undefined) return reject(this.ended)
      this.waiting.push({ resolve, reject })
      this.worker.ref()
      this.worker.postMessage({ bytes, count }, [bytes.buffer])
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

const HEAD = 4 + 32 + 64

/** Each as the length of its message, its key, its signature and its message. */
function packed(signed: readonly Signed[]): Packed {
  const length = signed.reduce((sum, { message }) => sum + HEAD + message.length, 0)
  const bytes = new Uint8Array(length)
  const view = new DataView(bytes.buffer)
  let at = 0
  for (const { publicKey, signature, message } of signed) {
    // What has a wrong length is not good whatever it says: zeroes are no signature of anything.
    const whole = publicKey.length === 32 && signature.length === 64
    view.setUint32(at, message.length)
    if (whole) bytes.set(publicKey, at + 4)
    if (whole) bytes.set(signature, at + 36)
    bytes.set(message, at + HEAD)
    at += HEAD + message.length
  }
  return { bytes, count: signed.length }
}

/** What a thread does: one byte for each signature, 1 where it is good. */
export function verifyPacked({ bytes, count }: Packed): Uint8Array {
  const good = new Uint8Array(count)
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  let at = 0
  for (let one = 0; one < count; one++) {
    const length = view.getUint32(at)
    const message = bytes.subarray(at + HEAD, at + HEAD + length)
    const publicKey = bytes.subarray(at + 4, at + 36)
    const signature = bytes.subarray(at + 36, at + HEAD)
    if (verifiesNow({ publicKey, signature, message })) good[one] = 1
    at += HEAD + length
  }
  return good
}
