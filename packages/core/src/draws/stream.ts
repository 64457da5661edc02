import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64'
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus'

/**
 * `count` uniform numbers in [0, 1) from the stream named by (seed, key). A stream depends on nothing else, so adding a
 * proposal or reordering files changes no number of another stream.
 */
export function uniforms(seed: number, key: string, count: number): Float64Array {
  const digest = new DataView(sha256(utf8ToBytes(`${seed}\n${key}`)).buffer)
  const state = [digest.getInt32(0), digest.getInt32(4), digest.getInt32(8), digest.getInt32(12)]
  const generator = xoroshiro128plusFromState(state)
  const numbers = new Float64Array(count)
  for (let i = 0; i < count; i++) numbers[i] = uniformFloat64(generator)
  return numbers
}
