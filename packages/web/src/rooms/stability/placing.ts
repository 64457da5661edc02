import type { ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk-api.js'
import type { Link } from './graph.ts'

/** A state to be placed, with the room its words take, in pixels. */
export interface Box {
  readonly id: string
  readonly width: number
  readonly height: number
}

/** What is to be placed. */
export interface Sketch {
  readonly boxes: readonly Box[]
  readonly links: readonly Link[]
}

export interface Point {
  readonly x: number
  readonly y: number
}

/**
 * The picture: boxes by their upper left corners, a line of points for each link, in the order of
 * the links.
 */
export interface Laid {
  readonly width: number
  readonly height: number
  readonly boxes: readonly (Box & Point)[]
  readonly lines: readonly (readonly Point[])[]
}

/**
 * With more links than this, only one for each state decides the places, and all are drawn
 * straight: routing them all takes too much room.
 */
export const MOST_ROUTED = 150

const OPTIONS = {
  'elk.algorithm': 'layered',
  'elk.direction': 'DOWN',
  'elk.edgeRouting': 'POLYLINE',
  'elk.padding': '[top=16,left=16,bottom=16,right=16]',
  'elk.spacing.nodeNode': '28',
  'elk.spacing.edgeNode': '14',
  'elk.spacing.edgeEdge': '12',
  'elk.layered.spacing.nodeNodeBetweenLayers': '64',
  'elk.layered.spacing.edgeNodeBetweenLayers': '16',
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES'
} as const

/**
 * Where lines are drawn straight, they need no room of their own, and a layer has room for a few
 * states only.
 */
const CROWDED = {
  'elk.layered.layering.strategy': 'COFFMAN_GRAHAM',
  'elk.layered.layering.coffmanGraham.layerBound': '8',
  'elk.layered.nodePlacement.strategy': 'SIMPLE',
  'elk.spacing.edgeNode': '10',
  'elk.spacing.edgeEdge': '0'
} as const

/**
 * The links that decide the places: all, or of many the first that leads to each state,
 * improvements before others.
 */
export function deciding({ links, boxes }: Sketch): readonly number[] {
  const all = links.map((_, index) => index)
  if (links.length <= MOST_ROUTED) return all
  const reached = new Set<string>(boxes.slice(0, 1).map(({ id }) => id))
  return [
    ...all.filter((k) => links[k]?.improving),
    ...all.filter((k) => !links[k]?.improving)
  ].filter((k) => {
    const to = links[k]?.to ?? ''
    return !reached.has(to) && reached.add(to)
  })
}

/** The sketch as the layout's engine takes it. */
export function toElk(sketch: Sketch): ElkNode {
  return {
    id: 'graph',
    layoutOptions: sketch.links.length > MOST_ROUTED ? { ...OPTIONS, ...CROWDED } : OPTIONS,
    children: sketch.boxes.map((box) => ({ ...box })),
    edges: deciding(sketch).map((k) => ({
      id: String(k),
      sources: [sketch.links[k]?.from ?? ''],
      targets: [sketch.links[k]?.to ?? '']
    }))
  }
}

/** The engine's answer as a picture; links it did not route go straight from edge to edge. */
export function readElk(
  answer: ElkNode & { readonly edges?: ElkExtendedEdge[] },
  { boxes, links }: Sketch
): Laid {
  const placed = new Map((answer.children ?? []).map((child) => [child.id, child]))
  const laid = boxes.map((box) => ({
    ...box,
    x: placed.get(box.id)?.x ?? 0,
    y: placed.get(box.id)?.y ?? 0
  }))
  const at = new Map(laid.map((box) => [box.id, box]))
  const routed = new Map((answer.edges ?? []).map((edge) => [Number(edge.id), edge.sections?.[0]]))
  const straight = links.length > MOST_ROUTED
  const lines = links.map(({ from, to }, k) => {
    const section = routed.get(k)
    if (section && !straight)
      return [section.startPoint, ...(section.bendPoints ?? []), section.endPoint]
    const [a, b] = [at.get(from), at.get(to)]
    return a && b ? [rimOf(a, b), rimOf(b, a)] : []
  })
  return { width: answer.width ?? 0, height: answer.height ?? 0, boxes: laid, lines }
}

const middle = ({ x, y, width, height }: Box & Point): Point => ({
  x: x + width / 2,
  y: y + height / 2
})

/** Where the line between the middles of two boxes leaves the first. */
function rimOf(box: Box & Point, other: Box & Point): Point {
  const [a, b] = [middle(box), middle(other)]
  const [dx, dy] = [b.x - a.x, b.y - a.y]
  const share = Math.min(
    dx === 0 ? Number.POSITIVE_INFINITY : box.width / 2 / Math.abs(dx),
    dy === 0 ? Number.POSITIVE_INFINITY : box.height / 2 / Math.abs(dy)
  )
  return Number.isFinite(share) ? { x: a.x + dx * share, y: a.y + dy * share } : a
}

/** An arrow's directions on the page. */
export const ARROWS = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1]
} as const

/**
 * The box an arrow key leads to: the nearest in that direction, what lies straight ahead before
 * what lies aside.
 */
export function toward(
  boxes: Laid['boxes'],
  from: string,
  [dx, dy]: readonly [number, number]
): string | undefined {
  const here = boxes.find(({ id }) => id === from)
  if (!here) return boxes[0]?.id
  const a = middle(here)
  const ahead = boxes.flatMap((box) => {
    const b = middle(box)
    const along = (b.x - a.x) * dx + (b.y - a.y) * dy
    const aside = Math.abs((b.x - a.x) * dy) + Math.abs((b.y - a.y) * dx)
    return along > 1 ? [{ id: box.id, cost: along + 2 * aside }] : []
  })
  return ahead.reduce((best, one) => (one.cost < best.cost ? one : best), {
    id: undefined as string | undefined,
    cost: Infinity
  }).id
}

/** A line as an SVG path, its bends rounded. */
export function pathOf(line: readonly Point[]): string {
  const [first, ...rest] = line
  if (!first) return ''
  const turns = rest.slice(0, -1).map((bend, k) => {
    const before = k === 0 ? first : (rest[k - 1] as Point)
    const [into, out] = [near(bend, before), near(bend, rest[k + 1] as Point)]
    return `L${into.x} ${into.y}Q${bend.x} ${bend.y} ${out.x} ${out.y}`
  })
  const last = rest.at(-1) ?? first
  return `M${first.x} ${first.y}${turns.join('')}L${last.x} ${last.y}`
}

const near = (from: Point, toward: Point): Point => {
  const length = Math.hypot(toward.x - from.x, toward.y - from.y) || 1
  const share = Math.min(8, length / 2) / length
  return {
    x: Math.round(from.x + (toward.x - from.x) * share),
    y: Math.round(from.y + (toward.y - from.y) * share)
  }
}

/** An arrowhead at the end of a line, as the corners of a triangle. */
export function headOf(line: readonly Point[], size: number): string {
  const end = line.at(-1)
  const before = line.at(-2)
  if (!end || !before) return ''
  const angle = Math.atan2(end.y - before.y, end.x - before.x)
  const corner = (turn: number): string =>
    `${(end.x - size * Math.cos(angle + turn)).toFixed(1)},${(end.y - size * Math.sin(angle + turn)).toFixed(1)}`
  return `${end.x},${end.y} ${corner(0.42)} ${corner(-0.42)}`
}
