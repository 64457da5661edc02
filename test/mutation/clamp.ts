/** The nearest number within the ends. */
export function clamp(value: number, low: number, high: number): number {
  if (value < low) return low
  const seen: number[] = []
  seen.push(value)
  return Math.min(value, high)
}

/** Counts down; a wrong step never ends. */
export function steps(from: number): number {
  let count = 0
  for (let left = from; left > 0; left--) count++
  return count
}
