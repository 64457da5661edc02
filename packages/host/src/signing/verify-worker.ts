// The module that each thread loads which verifies signatures.
import { parentPort } from 'node:worker_threads'
import type { Packed } from './verify-threads.ts'
import { verifyPacked } from './verify-threads.ts'

parentPort?.on('message', (packed: Packed) => {
  const bytes = verifyPacked(packed)
  parentPort?.postMessage(bytes, [bytes.buffer])
})
