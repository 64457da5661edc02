/** A point of a line, with the ends of its band where it has one. */
export interface LinePoint {
  readonly x: number
  readonly y: number
  readonly low?: number
  readonly high?: number
}

/** A line in the colour of whom it stands for. */
export interface Line {
  readonly id: string
  readonly color: string
  readonly points: readonly LinePoint[]
  /** Of nobody alone, such as a median. */
  readonly isDashed?: boolean
}

/** A place on an axis and what it is called. */
export interface Tick {
  readonly at: number
  readonly label: string
}

/** Where the picture has room for its lines, in pixels. */
export interface Frame {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** From what to what the axes go. */
export interface Span {
  readonly x: readonly [number, number]
  readonly y: readonly [number, number]
}

/** Where a point of the axes is in the picture, in pixels. */
export interface Placing {
  readonly across: (x: number) => number
  readonly down: (y: number) => number
}

/** Lays the axes into the frame; an axis without length lies in the middle. */
export function placing({ left, right, top, bottom }: Frame, { x, y }: Span): Placing {
  return {
    across: (at) => left + (right - left) * shareOf(at, x),
    down: (at) => bottom - (bottom - top) * shareOf(at, y)
  }
}

const shareOf = (at: number, [from, to]: readonly [number, number]): number =>
  from === to ? 0.5 : (at - from) / (to - from)

/** The ends of the horizontal axis: all that is drawn lies between them. */
export function reachOf(lines: readonly Line[]): readonly [number, number] {
  const all = lines.flatMap(({ points }) => points.map(({ x }) => x))
  return [Math.min(...all), Math.max(...all)]
}

/** A line as a path; `aside` pixels down, so that lines on one another are told apart. */
export const pathOf = (
  points: readonly LinePoint[],
  { across, down }: Placing,
  aside: number
): string =>
  points
    .map(
      ({ x, y }, k) =>
        `${k === 0 ? 'M' : 'L'}${across(x).toFixed(1)} ${(down(y) + aside).toFixed(1)}`
    )
    .join('')

/** The band around a line as a path: along its upper ends, and back along its lower ones. */
export function bandOf(points: readonly LinePoint[], at: Placing): string {
  const ends = points.flatMap(({ x, low, high }) =>
    low === undefined || high === undefined ? [] : [{ x, low, high }]
  )
  if (ends.length < 2) return ''
  const [above, below] = [
    ends.map(({ x, high }) => ({ x, y: high })),
    ends.toReversed().map(({ x, low }) => ({ x, y: low }))
  ]
  return `${pathOf([...above, ...below], at, 0)}Z`
}
