import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64'
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus'
import { skipN } from 'pure-rand/utils/skipN'

/**
 * Numbers after which a stream goes on at the generator's next jump point, so that a late start
 * need not run through all before.
 */
export const STREAM_BLOCK = 10_000

/** Some consecutive numbers of a stream: the `count` that follow the first `from`. */
export interface StreamSlice {
  readonly from: number
  readonly count: number
}

/**
 * Uniform numbers in [0, 1) from the stream named by (seed, key): the first so many, or a stretch.
 * A stream depends on nothing else, so adding a proposal or reordering files changes no number of
 * another stream, and a stretch is the same bits as that part of the whole. Time grows with `count`
 * and, slowly, with `from` / `BLOCK`.
 */
export function uniforms(seed: number, key: string, wanted: number | StreamSlice): Float64Array {
  const { from, count } = typeof wanted === 'number' ? { from: 0, count: wanted } : wanted
  const digest = new DataView(sha256(utf8ToBytes(`${seed}\n${key}`)).buffer)
  const block = xoroshiro128plusFromState([
    digest.getInt32(0),
    digest.getInt32(4),
    digest.getInt32(8),
    digest.getInt32(12)
  ])
  for (let jumps = Math.floor(from / STREAM_BLOCK); jumps > 0; jumps--) block.jump()
  const numbers = new Float64Array(count)
  for (let done = 0, at = from % STREAM_BLOCK; done < count; at = 0, block.jump()) {
    const generator = block.clone()
    skipN(generator, 2 * at)
    const end = Math.min(count, done + STREAM_BLOCK - at)
    for (; done < end; done++) numbers[done] = uniformFloat64(generator)
  }
  return numbers
}
