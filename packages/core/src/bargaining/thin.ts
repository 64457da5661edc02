import type { Layer } from './deal-space.ts'

/**
 * Fewer points that stand for all: space is cut into boxes of equal width in points, and of the
 * points in a box the one with the greatest sum stays, so that whoever went has a neighbour less
 * than one box width worse for anybody. The width grows by two fifths until at most nine tenths of
 * `most` are left. `within`: that width, in units by party.
 */
export function thinned(
  layer: Layer,
  most: number,
  unitsPerPoint: Float64Array
): { readonly layer: Layer; readonly within: Float64Array } {
  // begin at a thousandth of a point, which nobody would miss. Growing by less finds a width nearer
  // to the least that is enough, in more rounds; by more, fewer points are left than could be
  for (let points = 1 / 1024; ; points *= 1.4) {
    const within = unitsPerPoint.map((units) => Math.max(1, Math.round(units * points)))
    const kept = representatives(layer, within, unitsPerPoint)
    // room for a tenth, lest the next sum has to be thinned again at once
    if (kept.length <= Math.max(1, 0.9 * most))
      return { layer: chosen(layer, kept), within: within.map((units) => units - 1) }
  }
}

function representatives(
  { width, count, values }: Layer,
  within: Float64Array,
  unitsPerPoint: Float64Array
): readonly number[] {
  const best = new Map<string, number>()
  const sums = new Float64Array(count)
  for (let i = 0; i < count; i++) {
    let key = ''
    for (let k = 0; k < width; k++) {
      const value = values[i * width + k] as number
      key += `${Math.floor(value / (within[k] as number))},`
      sums[i] = (sums[i] as number) + value / (unitsPerPoint[k] as number)
    }
    const known = best.get(key)
    if (known === undefined || (sums[i] as number) > (sums[known] as number)) best.set(key, i)
  }
  return [...best.values()].sort((a, b) => a - b)
}

function chosen({ width, values }: Layer, points: readonly number[]): Layer {
  const kept = new Float64Array(points.length * width)
  points.forEach((point, i) => {
    kept.set(values.subarray(point * width, (point + 1) * width), i * width)
  })
  return { width, count: points.length, values: kept }
}
