import type { Frontier } from '../../src/bargaining/index.ts'
import { pointOf } from '../../src/bargaining/layer.ts'

/** The points of a frontier in its order, gains by party. */
export function listed({ gains }: Frontier): readonly (readonly number[])[] {
  return Array.from({ length: gains.count }, (_, point) => [...pointOf(gains, point)])
}
