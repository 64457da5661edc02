/** A box in the picture, in pixels. */
export interface LabelBox {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A line that is to be named: where it runs in the picture, and how much room its words need. */
export interface ToName {
  readonly id: string
  readonly points: readonly (readonly [number, number])[]
  readonly width: number
  readonly height: number
}

/** Where along a line its name is tried, from its middle outwards. */
const SHARES = [0.5, 0.35, 0.65, 0.2, 0.8, 0.05, 0.95]
/** How far from the line the words stand. */
const GAP = 8

/**
 * Where each line's name stands: beside the line, within the picture, clear of the names before it,
 * and where it covers least of the lines.
 * One for which there is no such place is left to the list. What is `taken` stays free of words.
 */
export function namesBeside(
  lines: readonly ToName[],
  frame: LabelBox,
  taken: readonly LabelBox[] = []
): ReadonlyMap<string, LabelBox> {
  const placed = new Map<string, LabelBox>()
  const marks = lines.flatMap(({ points }) => dots(points))
  for (const line of lines) {
    const free = places(line, frame).filter(
      (box) =>
        isWithin(box, frame) && ![...taken, ...placed.values()].some((other) => meet(box, other))
    )
    const covers = free.map((box) => marks.filter((mark) => meet(box, mark)).length)
    const found = free[covers.indexOf(Math.min(...covers))]
    if (found) placed.set(line.id, found)
  }
  return placed
}

/** How finely a line is looked at, in pixels. */
const DOT = 6

/** Points close together along a line, as boxes without extent. */
function dots(points: ToName['points']): readonly LabelBox[] {
  const [only, ...more] = points
  // a place alone is marked by a dot of some width
  if (only && more.length === 0) return [{ x: only[0] - 3, y: only[1] - 3, width: 6, height: 6 }]
  return points.flatMap(([x, y], place) => {
    const [u, v] = points[place - 1] ?? [x, y]
    const n = Math.min(200, Math.ceil(Math.hypot(x - u, y - v) / DOT))
    return Array.from({ length: n }, (_, k) => {
      const share = (k + 1) / n
      return { x: u + share * (x - u), y: v + share * (y - v), width: 0, height: 0 }
    })
  })
}

function places({ points, width, height }: ToName, frame: LabelBox): readonly LabelBox[] {
  const seen = points.filter(([x, y]) => isWithin({ x, y, width: 0, height: 0 }, frame))
  return SHARES.flatMap((share) => {
    const at = seen[Math.round(share * (seen.length - 1))]
    if (!at) return []
    const [x, y] = at
    const middle = y - height / 2
    return [
      { x: x + GAP, y: middle, width, height },
      { x: x - GAP - width, y: middle, width, height },
      { x: x - width / 2, y: y - GAP - height, width, height },
      { x: x - width / 2, y: y + GAP, width, height }
    ]
  })
}

const isWithin = (box: LabelBox, frame: LabelBox): boolean =>
  box.x >= frame.x &&
  box.y >= frame.y &&
  box.x + box.width <= frame.x + frame.width &&
  box.y + box.height <= frame.y + frame.height

const meet = (a: LabelBox, b: LabelBox): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
