import { sameBytes } from './bytes.ts'
import { nodeHash } from './merkle.ts'

/** Says that a leaf is in a tree. */
export interface InclusionProof {
  /** The hash of the leaf. */
  readonly leaf: Uint8Array
  readonly index: number
  readonly size: number
  readonly root: Uint8Array
  readonly proof: readonly Uint8Array[]
}

/** Says that one tree is the beginning of another. */
export interface ConsistencyProof {
  readonly from: { readonly size: number; readonly root: Uint8Array }
  readonly to: { readonly size: number; readonly root: Uint8Array }
  readonly proof: readonly Uint8Array[]
}

/** Whether the leaf is at that index of the tree with that root (RFC 9162, section 2.1.3.2). */
export function verifyInclusion({ leaf, index, size, root, proof }: InclusionProof): boolean {
  if (!isCount(index) || !isCount(size) || index >= size || leaf.length !== 32) return false
  let [node, last, hash] = [index, size - 1, leaf]
  for (const sibling of proof) {
    if (last === 0 || sibling.length !== 32) return false
    if (node % 2 === 1 || node === last) {
      hash = nodeHash(sibling, hash)
      while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)]
    } else hash = nodeHash(hash, sibling)
    ;[node, last] = [half(node), half(last)]
  }
  return last === 0 && sameBytes(hash, root)
}

/** Whether the smaller tree is the beginning of the larger (RFC 9162, section 2.1.4.2). */
export function verifyConsistency({ from, to, proof }: ConsistencyProof): boolean {
  if (!isCount(from.size) || !isCount(to.size) || from.size > to.size) return false
  if (from.size === to.size) return proof.length === 0 && sameBytes(from.root, to.root)
  if (from.size === 0) return proof.length === 0
  // A full subtree is its own first step: its root is known to whoever asks.
  const steps = Number.isInteger(Math.log2(from.size)) ? [from.root, ...proof] : proof
  const [first, ...rest] = steps
  if (first?.length !== 32 || proof.length === 0) return false
  let [node, last] = [from.size - 1, to.size - 1]
  while (node % 2 === 1) [node, last] = [half(node), half(last)]
  let [older, newer] = [first, first]
  for (const step of rest) {
    if (last === 0 || step.length !== 32) return false
    if (node % 2 === 1 || node === last) {
      older = nodeHash(step, older)
      newer = nodeHash(step, newer)
      while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)]
    } else newer = nodeHash(newer, step)
    ;[node, last] = [half(node), half(last)]
  }
  return last === 0 && sameBytes(older, from.root) && sameBytes(newer, to.root)
}

const half = (value: number): number => Math.floor(value / 2)
const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0
