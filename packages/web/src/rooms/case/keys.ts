import type { Scale } from './scale.ts'

/**
 * Where a key takes a handle, undefined where it takes it nowhere: arrows by a step, pages by ten,
 * Home and End to the ends.
 */
export function keyed(key: string, value: number, { min, max, step }: Scale): number | undefined {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return value + step
    case 'ArrowLeft':
    case 'ArrowDown':
      return value - step
    case 'PageUp':
      return value + 10 * step
    case 'PageDown':
      return value - 10 * step
    case 'Home':
      return min
    case 'End':
      return max
    default:
      return undefined
  }
}
