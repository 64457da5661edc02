// A password is hashed at a cost that makes guessing dear, 70 ms of a core each time, and tests of
// teams sign in hundreds of times. Whoever loads this hashes cheaply, but in a full run.
import type { BinaryLike, ScryptOptions } from 'node:crypto'
import crypto from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'

const QUICK = { N: 16 }
const asShipped = crypto.scrypt
let quick = process.env['TRUCE_LAWS'] !== 'full'

/** Works with passwords hashed as they ship; those of people who were there before do not fit. */
export async function hashedAsShipped(work: () => Promise<void>): Promise<void> {
  const before = quick
  quick = false
  try {
    await work()
  } finally {
    quick = before
  }
}

type Done = (error: Error | null, key: Buffer) => void
type Asked = readonly [BinaryLike, BinaryLike, number, ScryptOptions, Done]

function scrypt(...[password, salt, length, options, done]: Asked): void {
  asShipped(password, salt, length, quick ? { ...options, ...QUICK } : options, done)
}

Object.assign(crypto, { scrypt })
syncBuiltinESMExports()
