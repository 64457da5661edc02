/** A box in the picture, in pixels. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A point to be named. */
export interface Label {
  readonly id: string
  readonly x: number
  readonly y: number
  readonly width: number
}

/** Where names may go, and the dots they had better leave free. */
export interface Ground {
  readonly frame: Box
  readonly dots: readonly { readonly x: number; readonly y: number }[]
  /** Where other words stand already. */
  readonly taken: readonly Box[]
}

/** Where a name goes, and whether so far from its point that a line has to lead there. */
export interface Placement extends Box {
  readonly id: string
  readonly far: boolean
}

const HEIGHT = 16
/** How far from its point a name may stand, near ones first. */
const GAPS = [12, 24, 42, 64, 90, 130, 180, 240]
/**
 * What it costs to stand farther away, to stick out by a pixel, to cover another name by its height
 * squared, to cover a dot.
 */
const COSTS = { away: 2, outside: 20, covered: 10, dot: 0.4 }

/**
 * Names beside their points, in order of importance: each goes where it covers least, near its
 * point if it can.
 */
export function placeLabels(labels: readonly Label[], ground: Ground): readonly Placement[] {
  const marks = labels.map(({ x, y }) => ({ x: x - 7, y: y - 7, width: 14, height: 14 }))
  const placed: Placement[] = []
  for (const label of labels) {
    const found = placesAround(label).map((one) => ({
      ...one,
      cost: one.cost + costOf(one.box, [...placed, ...marks, ...ground.taken], ground)
    }))
    const best = found.reduce((a, b) => (b.cost < a.cost ? b : a))
    placed.push({ id: label.id, far: best.far, ...best.box })
  }
  return placed
}

/** The names that stand clear of those before them; the others are left to the table. */
export function readable(placed: readonly Placement[]): readonly Placement[] {
  const kept: Placement[] = []
  for (const one of placed) if (!kept.some((other) => shared(one, other) > 0)) kept.push(one)
  return kept
}

interface Candidate {
  readonly box: Box
  readonly far: boolean
  readonly cost: number
}

function placesAround({ x, y, width }: Label): readonly Candidate[] {
  const half = HEIGHT / 2
  return GAPS.flatMap((gap, ring) => {
    const [start, end, above, below] = [x + gap, x - gap - width, y - gap - HEIGHT, y + gap]
    const places = [
      [start, y - half],
      [end, y - half],
      [x - width / 2, above],
      [x - width / 2, below],
      [start, above],
      [start, below],
      [end, above],
      [end, below]
    ] as const
    return places.map(([left, top], rank) => ({
      box: { x: left, y: top, width, height: HEIGHT },
      far: ring > 0,
      cost: ring * COSTS.away + rank * 0.1
    }))
  })
}

function costOf(box: Box, others: readonly Box[], { frame, dots }: Ground): number {
  const covered = others.reduce((sum, other) => sum + shared(box, other) / HEIGHT, 0)
  const under = dots.filter(
    ({ x, y }) => x > box.x - 2 && x < box.x + box.width + 2 && y > box.y && y < box.y + box.height
  ).length
  return COSTS.outside * outside(box, frame) + COSTS.covered * covered + COSTS.dot * under
}

/** How many pixels of a box stick out. */
function outside({ x, y, width, height }: Box, frame: Box): number {
  const over = (amount: number): number => Math.max(0, amount)
  return (
    over(frame.x - x) +
    over(frame.y - y) +
    over(x + width - frame.x - frame.width) +
    over(y + height - frame.y - frame.height)
  )
}

function shared(a: Box, b: Box): number {
  const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const down = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  return Math.max(0, across) * Math.max(0, down)
}
