// The tree of hashes of RFC 6962, section 2.1, twice: as the RFC defines it, and growing leaf by leaf.
import { createHash } from 'node:crypto'

const sha256 = (...parts: readonly Uint8Array[]): Uint8Array => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}
const [LEAF, NODE] = [Uint8Array.of(0), Uint8Array.of(1)]

/** The head of a tree over these leaves, by the definition. */
export function headOf(leaves: readonly Uint8Array[]): Uint8Array {
  const [only] = leaves
  if (only === undefined) return sha256()
  if (leaves.length === 1) return sha256(LEAF, only)
  const half = 2 ** Math.ceil(Math.log2(leaves.length) - 1)
  return sha256(NODE, headOf(leaves.slice(0, half)), headOf(leaves.slice(half)))
}

/** Keeps only the full subtrees, the largest first, so that it grows without looking back. */
export class GrowingTree {
  size = 0
  private readonly full: { readonly leaves: number; readonly head: Uint8Array }[] = []

  add(leaf: Uint8Array): void {
    let [head, leaves] = [sha256(LEAF, leaf), 1]
    for (let last = this.full.at(-1); last?.leaves === leaves; last = this.full.at(-1)) {
      head = sha256(NODE, last.head, head)
      leaves *= 2
      this.full.pop()
    }
    this.full.push({ leaves, head })
    this.size++
  }

  head(): Uint8Array {
    const heads = this.full.map(({ head }) => head)
    return heads.length === 0
      ? sha256()
      : heads.reduceRight((right, left) => sha256(NODE, left, right))
  }
}
