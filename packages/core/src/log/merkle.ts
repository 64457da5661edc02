import { sha256 } from '@noble/hashes/sha2.js'

const HASH = 32

const fresh = sha256.create()
const working = sha256.create()

/** SHA-256 over both. What it works with is made once: making it anew takes as long as hashing. */
function digest(first: Uint8Array, second: Uint8Array): Uint8Array {
  const out = new Uint8Array(HASH)
  fresh._cloneInto(working)
  working.update(first).update(second).digestInto(out)
  return out
}

const LEAF = Uint8Array.of(0)
const both = new Uint8Array(2 * HASH + 1)
both[0] = 1

/** The hash of a leaf (RFC 6962, section 2.1): SHA-256 over a zero byte and the leaf. */
export const leafHash = (leaf: Uint8Array): Uint8Array => digest(LEAF, leaf)

/** The hash over two hashes below: SHA-256 over a byte of one and both. */
export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  both.set(left, 1)
  return digest(both.subarray(0, 1 + HASH), right)
}

/**
 * The tree of hashes of RFC 6962, which grows at its right end. It keeps the hash of every full
 * subtree, 64 bytes an entry, so that the root at any earlier size takes some steps for each
 * doubling. Sizes and indexes that are not there throw a RangeError.
 */
export class MerkleTree {
  /** By height, hashes of full subtrees from left to right, one after the other. */
  private readonly levels: Level[] = []
  private readonly hashed: typeof nodeHash

  /** An empty tree. `hashed`: the hash over two hashes, where a host has a faster one. */
  constructor(hashed = nodeHash) {
    this.hashed = hashed
  }

  /** A tree over hashes of leaves, oldest first. */
  static of(hashes: Iterable<Uint8Array> = []): MerkleTree {
    const tree = new MerkleTree()
    for (const hash of hashes) tree.append(hash)
    return tree
  }

  /** How many leaves it has. */
  get size(): number {
    return this.levels[0]?.count ?? 0
  }

  /** Adds the hash of a leaf at the right end. */
  append(hash: Uint8Array): void {
    if (hash.length !== HASH) throw new RangeError('a hash of a leaf has 32 bytes')
    let full = hash
    for (let height = 0; ; height++) {
      const level = this.level(height)
      level.push(full)
      if (level.count % 2 === 1) return
      full = this.hashed(level.at(level.count - 2), level.at(level.count - 1))
    }
  }

  /** The root over the first leaves, all if no number is given. */
  rootAt(size = this.size): Uint8Array {
    this.within(size)
    return size === 0 ? sha256(new Uint8Array()) : this.over(0, size)
  }

  /** What shows that leaf `index` is among the first `size` (section 2.1.1), from the leaf upwards. */
  inclusion(index: number, size = this.size): readonly Uint8Array[] {
    this.within(size)
    if (!Number.isInteger(index) || index < 0 || index >= size)
      throw new RangeError(`leaf ${index} is not among the first ${size}`)
    const path: Uint8Array[] = []
    let [from, to] = [0, size]
    while (to - from > 1) {
      const middle = from + splitOf(to - from)
      path.push(index < middle ? this.over(middle, to) : this.over(from, middle))
      if (index < middle) to = middle
      else from = middle
    }
    return path.reverse()
  }

  /** What shows that the first `from` leaves are the beginning of the first `to` (section 2.1.2). */
  consistency(from: number, to = this.size): readonly Uint8Array[] {
    this.within(to)
    if (!Number.isInteger(from) || from < 0 || from > to)
      throw new RangeError(`${from} leaves are no beginning of ${to}`)
    if (from === 0 || from === to) return []
    const path: Uint8Array[] = []
    let [left, right] = [0, to]
    while (right !== from) {
      const middle = left + splitOf(right - left)
      path.push(from <= middle ? this.over(middle, right) : this.over(left, middle))
      if (from <= middle) right = middle
      else left = middle
    }
    // The old tree itself is left out where whoever asks has its root.
    if (left > 0) path.push(this.over(left, right))
    return path.reverse()
  }

  /** The hash over some leaves that stand below one node: full ones are kept, others are put together. */
  private over(from: number, to: number): Uint8Array {
    const count = to - from
    const height = Math.log2(count)
    if (Number.isInteger(height)) return this.level(height).at(from / count)
    const middle = from + splitOf(count)
    return this.hashed(this.over(from, middle), this.over(middle, to))
  }

  private level(height: number): Level {
    const known = this.levels[height]
    if (known) return known
    const made = new Level()
    this.levels[height] = made
    return made
  }

  private within(size: number): void {
    if (!Number.isInteger(size) || size < 0 || size > this.size)
      throw new RangeError(`the tree has ${this.size} leaves, not ${size}`)
  }
}

/** The largest power of two below a number of leaves above one: so many stand to the left. */
const splitOf = (count: number): number => 2 ** Math.floor(Math.log2(count - 1))

/** Hashes in one run of memory: a million objects would take five times as much. */
class Level {
  count = 0
  private bytes = new Uint8Array(16 * HASH)

  push(hash: Uint8Array): void {
    const end = this.count * HASH
    if (end === this.bytes.length) {
      const grown = new Uint8Array(2 * end)
      grown.set(this.bytes)
      this.bytes = grown
    }
    this.bytes.set(hash, end)
    this.count++
  }

  at(index: number): Uint8Array {
    return this.bytes.slice(index * HASH, (index + 1) * HASH)
  }
}
