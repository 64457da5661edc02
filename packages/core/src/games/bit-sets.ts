/** A set of small whole numbers, as bits. */
export type BitSet = Uint32Array

/** The set of these numbers, each below `size`. */
export function bitSet(size: number, numbers: Iterable<number>): BitSet {
  const set = new Uint32Array((size + 31) >>> 5)
  for (const number of numbers) include(set, number)
  return set
}

/** Puts a number into a set. */
export function include(set: BitSet, number: number): void {
  set[number >>> 5] = (set[number >>> 5] as number) | (1 << (number & 31))
}

/** Whether a number is in a set. */
export const isIn = (set: BitSet, number: number): boolean =>
  (((set[number >>> 5] as number) >>> (number & 31)) & 1) === 1

/** What two sets share. */
export const shared = (one: BitSet, other: BitSet): BitSet =>
  one.map((word, at) => word & (other[at] as number))

/** Whether one set holds all of another. */
export function holdsAll(whole: BitSet, part: BitSet): boolean {
  for (let at = 0; at < part.length; at++)
    if (((part[at] as number) & ~(whole[at] as number)) !== 0) return false
  return true
}

/** How many numbers two sets share. */
export function sharedCount(one: BitSet, other: BitSet): number {
  let count = 0
  for (let at = 0; at < one.length; at++) {
    let word = (one[at] as number) & (other[at] as number)
    for (; word !== 0; word &= word - 1) count++
  }
  return count
}
