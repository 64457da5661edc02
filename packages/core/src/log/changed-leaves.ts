import { sameBytes } from './bytes.ts'
import { leafHash, MerkleTree } from './merkle.ts'

/**
 * Which leaves are not the ones that a signed root stands for, where the hashes that it was made of
 * are kept beside them. Undefined if these hashes do not give the root: then they prove nothing.
 */
export function changedLeaves(
  leaves: readonly Uint8Array[],
  hashes: readonly (Uint8Array | undefined)[],
  root: Uint8Array
): readonly number[] | undefined {
  const kept = hashes.flatMap((hash) => (hash?.length === 32 ? [hash] : []))
  if (kept.length !== leaves.length) return undefined
  const tree = new MerkleTree()
  for (const hash of kept) tree.append(hash)
  if (!sameBytes(tree.rootAt(), root)) return undefined
  return leaves.flatMap((leaf, at) =>
    sameBytes(leafHash(leaf), kept[at] ?? new Uint8Array()) ? [] : [at]
  )
}
