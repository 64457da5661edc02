import type { Size } from './frame.ts'

/** What of the plane is seen: `k` times as large, moved by `x` and `y` pixels. */
export interface View {
  readonly k: number
  readonly x: number
  readonly y: number
}

type Point = readonly [number, number]

/** All of it, as it was fitted. */
export const WHOLE_VIEW: View = { k: 1, x: 0, y: 0 }

const MOST = 64
/** The plane is drawn three pictures wide: at half its size half of that is seen. */
const LEAST = 0.5

/** The view `factor` times closer; what is at a point of the picture stays there. */
export function zoomed({ k, x, y }: View, factor: number, [px, py]: Point): View {
  const now = Math.min(MOST, Math.max(LEAST, k * factor))
  return { k: now, x: px - ((px - x) / k) * now, y: py - ((py - y) / k) * now }
}

/** The view moved by pixels, as far as something is drawn there. */
export function panned({ k, x, y }: View, [dx, dy]: Point, { width, height }: Size): View {
  return { k, x: kept(x + dx, k, width), y: kept(y + dy, k, height) }
}

/** Keeps the middle of the picture on what is drawn: from one picture before to one behind. */
const kept = (moved: number, k: number, wide: number): number =>
  Math.min(wide / 2 + k * wide, Math.max(wide / 2 - 2 * k * wide, moved))

/** Where a point of the plane is in the picture. */
export const seenAt = ({ k, x, y }: View, [px, py]: Point): Point => [k * px + x, k * py + y]

/** Which point of the plane is at a place of the picture. */
export const planeAt = ({ k, x, y }: View, [px, py]: Point): Point => [(px - x) / k, (py - y) / k]
