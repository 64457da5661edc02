/**
 * Least pivot as a share of its diagonal entry: what rounding leaves of a pivot that is zero in
 * truth. Larger would shorten good directions; smaller could let a division blow up.
 */
const LEAST_PIVOT = 1e-14

/**
 * Solves the positive definite system `matrix * x = side` for each side, by Cholesky's
 * factorisation. The matrix (rows one after another) is overwritten by its factor, each side by its
 * solution.
 */
export function solvePositive(matrix: Float64Array, ...sides: readonly Float64Array[]): void {
  const size = Math.sqrt(matrix.length)
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * size + j] as number
      for (let k = 0; k < j; k++)
        sum -= (matrix[i * size + k] as number) * (matrix[j * size + k] as number)
      // rounding may leave a pivot at or below zero where the system is all but singular
      matrix[i * size + j] =
        i === j
          ? Math.sqrt(Math.max(sum, LEAST_PIVOT * (matrix[i * size + i] as number)))
          : sum / (matrix[j * size + j] as number)
    }
  }
  for (const side of sides) substitute(matrix, side)
}

function substitute(factor: Float64Array, side: Float64Array): void {
  const size = side.length
  // forwards through the factor, then backwards through its transpose
  for (let i = 0; i < size; i++) {
    let sum = side[i] as number
    for (let k = 0; k < i; k++) sum -= (factor[i * size + k] as number) * (side[k] as number)
    side[i] = sum / (factor[i * size + i] as number)
  }
  for (let i = size - 1; i >= 0; i--) {
    let sum = side[i] as number
    for (let k = i + 1; k < size; k++) sum -= (factor[k * size + i] as number) * (side[k] as number)
    side[i] = sum / (factor[i * size + i] as number)
  }
}

/**
 * Newton's direction for a function with this gradient and curvature, kept to directions whose
 * first `shared` entries sum to zero (no such limit when `shared` is 0). The gradient's slope along
 * it is minus the squared decrement.
 */
export function newtonDirection(
  gradient: Float64Array,
  curvature: Float64Array,
  shared: number
): Float64Array {
  const size = gradient.length
  const direction = gradient.map((value) => -value)
  const along = gradient.map((_, k) => (k < shared ? 1 : 0))
  // curvature across the allowed directions changes nothing but keeps the system from being all but
  // singular
  let across = 0
  for (let k = 0; k < shared; k++) across += curvature[k * (size + 1)] as number
  for (let i = 0; i < shared; i++)
    for (let j = 0; j < shared; j++)
      curvature[i * size + j] = (curvature[i * size + j] as number) + across / shared
  solvePositive(curvature, direction, along)
  if (shared === 0) return direction
  // take out what would change the sum of the shared entries
  let [drift, unit] = [0, 0]
  for (let k = 0; k < shared; k++) {
    drift += direction[k] as number
    unit += along[k] as number
  }
  return direction.map((value, k) => value - (drift / unit) * (along[k] as number))
}
