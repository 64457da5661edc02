import type { BargainingDocument, Deal } from './documents.ts'
import type { Least, Named } from './marks.ts'
import { efficientOf, isEnough, spanOf } from './marks.ts'

/** A named point in the picture. */
export interface Mark {
  readonly id: string
  readonly name: string
  /** The same in a word or two, for narrow pictures. */
  readonly brief?: string
  readonly x: number
  readonly y: number
  readonly kind: 'solution' | 'proposal' | 'outside'
}

/** An efficient package in the picture. */
export interface Dot {
  readonly x: number
  readonly y: number
  /** Whether it gives everybody what is asked for. */
  readonly on: boolean
  /** How dark it is: its chance from the least to the greatest of the picture, 0..1. */
  readonly shade?: number
}

/** What the picture shows, in points gained by two parties. */
export interface Scene {
  readonly across: string
  readonly up: string
  readonly domain: { readonly x: readonly [number, number]; readonly y: readonly [number, number] }
  /** Efficient packages in the order of the document. */
  readonly dots: readonly Dot[]
  /** The least and greatest chance of a package in the picture, where chances were drawn. */
  readonly chances?: readonly [number, number]
  readonly marks: readonly Mark[]
  /** Where the case itself puts the marks, while judgements are moved. */
  readonly ghosts: readonly Mark[]
  readonly arrow?: {
    readonly from: readonly [number, number]
    readonly to: readonly [number, number]
  }
}

/** A package with a name, and what to call it. */
export type Titled = Named & Pick<Mark, 'name' | 'brief'>

/** What a scene is made of. */
export interface Staging {
  readonly document: BargainingDocument
  /** The document without moved judgements, where some are moved. */
  readonly base: BargainingDocument | undefined
  readonly axes: readonly [string, string]
  readonly least: Least
  readonly named: (document: BargainingDocument) => readonly Titled[]
  readonly chosen: string | undefined
  /** Only as far as the efficient packages, the solutions and the chosen proposal go. */
  readonly close: boolean
  readonly label: (party: string) => string
}

/** Room around the points, as a share of their span. */
const MARGIN = 0.08

/** The picture of a deal space on two axes. The axes hold still while judgements move. */
export function sceneOf({
  document,
  base,
  axes,
  least,
  named,
  chosen,
  close,
  label
}: Staging): Scene {
  const place = placer(document, axes)
  const near = ({ kind, id }: Mark): boolean =>
    !close || kind === 'solution' || id === `proposal:${chosen}`
  const marks = marksOf(named(document), place).filter(near)
  const ghosts = base ? marksOf(named(base), placer(base, axes)).filter(near) : []
  const points = efficientOf(document)
  const chances = rangeOf(points)
  const dots = points.map((deal) => ({
    ...place(deal),
    on: isEnough(deal.gains, { parties: document.parties, least }),
    ...shadeOf(deal, chances)
  }))
  const shown = [
    ...dots,
    ...marks,
    ...ghosts,
    ...(base ? efficientOf(base).map(placer(base, axes)) : [])
  ]
  const improvement = chosen === undefined ? undefined : document.proposals[chosen]
  return {
    across: label(axes[0]),
    up: label(axes[1]),
    domain: { x: domainOf(shown.map(({ x }) => x)), y: domainOf(shown.map(({ y }) => y)) },
    dots,
    marks,
    ghosts,
    ...(chances ? { chances } : {}),
    ...(improvement?.improvement
      ? { arrow: arrowOf(improvement, improvement.improvement.adds, place) }
      : {})
  }
}

function rangeOf(points: readonly Deal[]): readonly [number, number] | undefined {
  const chances = points.flatMap(({ chance }) => (chance ? [chance.p] : []))
  return chances.length > 0 ? [Math.min(...chances), Math.max(...chances)] : undefined
}

function shadeOf({ chance }: Deal, range: Scene['chances']): Pick<Dot, 'shade'> {
  if (!chance || !range) return {}
  const [low, high] = range
  return { shade: high > low ? (chance.p - low) / (high - low) : 1 }
}

type Place = (deal: Pick<Deal, 'gains'>) => { readonly x: number; readonly y: number }

function placer({ parties }: BargainingDocument, [across, up]: readonly [string, string]): Place {
  const [x, y] = [parties.indexOf(across), parties.indexOf(up)]
  return ({ gains }) => ({ x: gains[x] ?? 0, y: gains[y] ?? 0 })
}

const marksOf = (named: readonly Titled[], place: Place): readonly Mark[] =>
  named.map((one) => ({
    id: one.id,
    name: one.name,
    ...(one.brief === undefined ? {} : { brief: one.brief }),
    ...place(one),
    kind: one.proposal === undefined ? 'solution' : one.outside ? 'outside' : 'proposal'
  }))

function arrowOf(
  { gains }: Pick<Deal, 'gains'>,
  adds: readonly number[],
  place: Place
): NonNullable<Scene['arrow']> {
  const from = place({ gains })
  const to = place({ gains: gains.map((gain, k) => gain + (adds[k] ?? 0)) })
  return { from: [from.x, from.y], to: [to.x, to.y] }
}

function domainOf(values: readonly number[]): readonly [number, number] {
  const [low, high] = spanOf(
    values.map((value) => ({ gains: [value], terms: {} })),
    0
  )
  const margin = Math.max(1, (high - low) * MARGIN)
  return [low - margin, high + margin]
}

/** The nearest of some points to a place, no farther than `reach`; all in pixels. */
export function nearest(
  points: readonly { readonly x: number; readonly y: number }[],
  [x, y]: readonly [number, number],
  reach: number
): number | undefined {
  let found: number | undefined
  let least = reach
  points.forEach((point, k) => {
    const distance = Math.hypot(point.x - x, point.y - y)
    if (distance < least) [found, least] = [k, distance]
  })
  return found
}
