// RFC 6962, section 2.1, word for word and by recursion: nothing is kept, everything is hashed anew.
import { createHash } from 'node:crypto'

type Leaves = readonly Uint8Array[]

const sha256 = (...parts: readonly Uint8Array[]): Uint8Array => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return new Uint8Array(hash.digest())
}

const split = (count: number): number => {
  let k = 1
  while (k * 2 < count) k *= 2
  return k
}

/** MTH(D[n]). */
export function treeHash(leaves: Leaves): Uint8Array {
  const [only] = leaves
  if (only === undefined) return sha256()
  if (leaves.length === 1) return sha256(Uint8Array.of(0), only)
  const k = split(leaves.length)
  return sha256(Uint8Array.of(1), treeHash(leaves.slice(0, k)), treeHash(leaves.slice(k)))
}

/** PATH(m, D[n]). */
export function auditPath(m: number, leaves: Leaves): Leaves {
  if (leaves.length === 1) return []
  const k = split(leaves.length)
  return m < k
    ? [...auditPath(m, leaves.slice(0, k)), treeHash(leaves.slice(k))]
    : [...auditPath(m - k, leaves.slice(k)), treeHash(leaves.slice(0, k))]
}

/** PROOF(m, D[n]). */
export function consistencyPath(m: number, leaves: Leaves): Leaves {
  return m === 0 ? [] : subproof(m, leaves, true)
}

function subproof(m: number, leaves: Leaves, whole: boolean): Leaves {
  if (m === leaves.length) return whole ? [] : [treeHash(leaves)]
  const k = split(leaves.length)
  return m <= k
    ? [...subproof(m, leaves.slice(0, k), whole), treeHash(leaves.slice(k))]
    : [...subproof(m - k, leaves.slice(k), false), treeHash(leaves.slice(0, k))]
}
