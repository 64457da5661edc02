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

/**
 * Signatures packed into one run of memory, which a thread takes over instead of copying, and gives
 * back with its answers in it: one byte for each signature in front of them all, 1 where it is good.
 */
export interface Packed {
  /** Each key once: few sign much, and to find one again that was made ready takes its time. */
  readonly keys: readonly Uint8Array[]
  readonly bytes: Bytes
  readonly count: number
}

type Bytes = Uint8Array<ArrayBuffer>

/** Below so many the way to a thread and back is longer than the work. */
const FEW = 16

/** The worker lies beside this module, under the same ending. */
const WORKER = new URL(
  `./verify-worker${import.meta.url.slice(import.meta.url.lastIndexOf('.'))}`,
  import.meta.url
)

/** Starts so many threads. The one that owes the fewest answers is asked next. */
export function verifyThreads(threads: number): VerifyThreads {
  const workers = Array.from({ length: threads }, () => new Turn(new Worker(WORKER)))
  const rooms = new Rooms()
  return {
    // No async function: it would keep what it was given until the answer comes.
    verifyMany: (signed) => {
      const [turn] = workers.toSorted((a, b) => a.load - b.load)
      if (turn === undefined || signed.length < FEW) return Promise.resolve(signed.map(verifiesNow))
      const count = signed.length
      return turn.ask(packed(signed, rooms)).then((bytes) => {
        const good = Array.from(bytes.subarray(0, count), (one) => one === 1)
        rooms.giveBack(bytes)
        return good
      })
    },
    close: async () => {
      await Promise.all(workers.map((turn) => turn.end()))
    }
  }
}

/** Memory to pack into, used again: to get it anew costs more than to write into it. */
class Rooms {
  private readonly free: Bytes[] = []

  /** Room for so many bytes or more, in which something else may stand from before. */
  take(length: number): Bytes {
    const known = this.free.pop()
    return known && known.length >= length ? known : new Uint8Array(length + (length >> 3))
  }

  giveBack(bytes: Bytes): void {
    this.free.push(bytes)
  }
}

interface Waiting {
  readonly resolve: (bytes: Bytes) => void
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
    worker.on('message', (bytes: Bytes) => this.waiting.shift()?.resolve(bytes))
    worker.on('error', (error) => this.fail(error))
    worker.on('exit', () => this.fail(new Error('a thread that verifies has ended')))
  }

  /** How many answers are still to come. */
  get load(): number {
    return this.waiting.length
  }

  ask(packed: Packed): Promise<Bytes> {
    return new Promise<Bytes>((resolve, reject) => {
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

/** Room for the answers, then each as the length of its message, its key's place, signature, message. */
function packed(signed: readonly Signed[], rooms: Rooms): Packed {
  const places = new Map<Uint8Array, number>()
  const count = signed.length
  let length = count
  for (const { message } of signed) length += HEAD + message.length
  const bytes = rooms.take(length)
  const view = new DataView(bytes.buffer)
  let at = count
  for (const { publicKey, signature, message } of signed) {
    const place = places.get(publicKey) ?? places.size
    if (place === places.size) places.set(publicKey, place)
    view.setUint32(at, message.length)
    view.setUint32(at + 4, place)
    // What has a wrong length is not good whatever it says: zeroes are no signature of anything.
    if (signature.length === 64) bytes.set(signature, at + 8)
    else bytes.fill(0, at + 8, at + HEAD)
    bytes.set(message, at + HEAD)
    at += HEAD + message.length
  }
  return { keys: Array.from(places.keys(), (key) => key.slice()), bytes, count }
}

/** What a thread does. */
export function verifyPacked({ keys, bytes, count }: Packed): Bytes {
  const ready = keys.map(keyOf)
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  let at = count
  for (let one = 0; one < count; one++) {
    const end = at + HEAD + view.getUint32(at)
    const key = ready[view.getUint32(at + 4)]
    const signature = bytes.subarray(at + 8, at + HEAD)
    bytes[one] = signedWith(key, bytes.subarray(at + HEAD, end), signature) ? 1 : 0
    at = end
  }
  return bytes
}
