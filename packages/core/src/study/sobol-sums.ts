/**
 * Sums over a stretch of base samples around its pivot: how many, the pivot; then of a + b, of (a a +
 * b b) / 2, and the products of these two.
 */
export const BASE = 7

/**
 * Sums over a stretch with one input exchanged, the change c and its products: c with a + b and with
 * (a a + b b) / 2, c b likewise; c c with 1, b, b b, a + b, (a a + b b) / 2, and c c itself.
 */
export const SWAP = 12

/** Sums over all base samples around the mean, `square` being half of a a + b b. */
export interface BaseSums {
  readonly count: number
  readonly square: number
  readonly squareSquare: number
  /** The sum of squares of the output as it is, of which rounding is a share. */
  readonly scale: number
}

/**
 * Sums over all samples with one input exchanged: of `product`, the other base's output, around the
 * mean, times the change; of `half` the change's square; and of their products with each other and
 * with the base's `square`.
 */
export interface SwapMoments {
  readonly product: number
  readonly productSquare: number
  readonly productBase: number
  readonly half: number
  readonly halfSquare: number
  readonly halfBase: number
}

type BaseRow = readonly [number, number, number, number, number, number, number]
type SwapRow = readonly [
  ...(readonly [number, number, number, number, number, number]),
  ...(readonly [number, number, number, number, number, number])
]

/** The sums of all stretches, moved from their pivots to the mean. */
export function baseAround(base: Float64Array, mean: number): BaseSums {
  let [count, square, squareSquare, scale] = [0, 0, 0, 0]
  for (let at = 0; at < base.length; at += BASE) {
    const row = base.subarray(at, at + BASE) as unknown as BaseRow
    const [n, pivot, s, q, ss, sq, qq] = row
    const d = mean - pivot
    // around the mean a sample's square is q - d s + d d
    const moved = q - d * s + n * d * d
    count += n
    square += moved
    squareSquare += qq - 2 * d * sq + d * d * (ss + 2 * q) - 2 * d ** 3 * s + n * d ** 4
    scale += moved + n * mean * mean
  }
  return { count, square, squareSquare, scale }
}

/** The same of the samples with one input exchanged; `base` holds the pivots. */
export function swapAround(base: Float64Array, swap: Float64Array, mean: number): SwapMoments {
  const sums = { product: 0, productSquare: 0, productBase: 0, half: 0, halfSquare: 0, halfBase: 0 }
  for (let row = 0; row * SWAP < swap.length; row++) {
    const d = mean - (base[row * BASE + 1] as number)
    const [c, cs, cq, cb, cbs, cbq, m, mb, mbb, ms, mq, mm] = swap.subarray(
      row * SWAP,
      (row + 1) * SWAP
    ) as unknown as SwapRow
    sums.product += cb - d * c
    sums.productSquare += mbb - 2 * d * mb + d * d * m
    sums.productBase += cbq - d * cbs + d * d * cb - d * (cq - d * cs + d * d * c)
    sums.half += m / 2
    sums.halfSquare += mm / 4
    sums.halfBase += (mq - d * ms + d * d * m) / 2
  }
  return sums
}
