import * as pages from '../case/rules/drawing.ts'
import type { Diagnostic, Report } from '../diagnostic/diagnostic.ts'
import { collector } from '../diagnostic/diagnostic.ts'
import type { Counting, Reach, Shape, SidedLine, Zone } from '../geo/index.ts'
import { NoSides, Undrawable, zoneOf } from '../geo/index.ts'
import type { Case } from '../model/case.ts'
import type { Line } from '../model/lines.ts'
import type { Withdrawal } from '../model/withdrawals.ts'
import type { DrawnZone } from '../report/geo/zones-report.ts'
import type { Given } from './answer.ts'

/** What became of the file that a line names: its course, or why there is none. */
export type LineDrawing =
  | Shape
  | Undrawable
  | 'missing'
  | 'outside'
  | 'unreadable'
  | 'unknown'
  | 'too-large'

/** What of a case can be drawn, and why some of it cannot. */
export interface DrawnGround {
  readonly zones: readonly DrawnZone[]
  readonly lines: ReadonlyMap<string, SidedLine>
  readonly found: readonly Diagnostic[]
}

/** The lines of a sound case whose files were read, and the zones that its withdrawals make. */
export function drawnGround(
  given: Given,
  source: Case,
  drawings: ReadonlyMap<string, LineDrawing>
): DrawnGround {
  const { report, found } = collector()
  const asking: Asking = {
    source,
    shapes: shapesOf(source, drawings, [given, report]),
    given,
    report,
    said: new Set()
  }
  const zones = [...source.process.withdrawals.values()].flatMap(
    (one) => drawnZone(asking, one) ?? []
  )
  return { zones, lines: sidedLines(source, asking.shapes), found }
}

interface Asking {
  readonly source: Case
  readonly shapes: ReadonlyMap<string, Shape>
  readonly given: Given
  readonly report: Report
  /** What was said already: a line may serve several withdrawals. */
  readonly said: Set<string>
}

function shapesOf(
  { process: { lines } }: Case,
  drawings: ReadonlyMap<string, LineDrawing>,
  [{ spanOf }, report]: readonly [Given, Report]
): ReadonlyMap<string, Shape> {
  const shapes = new Map<string, Shape>()
  for (const [id, drawing] of drawings) {
    const line = lines.get(id)
    if (!line) continue
    const place = { span: spanOf(line.at) }
    const file = line.geometry ?? ''
    if (drawing instanceof Undrawable)
      report(pages.drawingRefused, place, {
        file,
        what: drawing.what,
        found: drawing.found,
        ...drawing.spot
      })
    else if (typeof drawing === 'string')
      report(pages.drawingRefused, place, { file, what: drawing })
    else {
      for (const remark of drawing.remarks)
        report(pages.drawingRepaired, place, { file, ...remark })
      shapes.set(id, drawing)
    }
  }
  return shapes
}

function drawnZone(asking: Asking, withdrawal: Withdrawal): DrawnZone | undefined {
  const reach = reachOf(withdrawal)
  if (typeof reach === 'string') {
    const { report, given } = asking
    const place = { span: given.spanOf(withdrawal.at) }
    report(pages.nothingToDraw, place, { withdrawal: withdrawal.id, what: reach })
    return undefined
  }
  const parties = [...withdrawal.baseline].map(([party, line]) => countingOf(asking, party, line))
  if (parties.some((one) => one === undefined)) return undefined
  const zone = guarded(
    asking,
    parties.flatMap((one) => one ?? []),
    reach
  )
  return zone && { withdrawal, zone }
}

/** How far behind its line each party keeps what; or what is missing to say so. */
function reachOf({ measure, baseline, ceiling }: Withdrawal): Reach | Undistanced {
  const { zoneWidthKm, distanceFromLineKm, bandKm } = measure
  if (baseline.size === 0) return 'baseline'
  const distance = distanceFromLineKm ?? (zoneWidthKm === undefined ? undefined : zoneWidthKm / 2)
  if (distance === undefined && bandKm === undefined) return 'measure'
  const [fromKm, km] = distance === undefined ? (bandKm ?? [0, 0]) : [0, distance]
  if (km <= 0) return 'nothing'
  if (fromKm >= km) return 'band'
  return { fromKm, km, limited: ceiling.size > 0 }
}

type Undistanced = 'baseline' | 'measure' | 'nothing' | 'band'

function countingOf(asking: Asking, party: string, id: string): Counting | undefined {
  const { source, shapes } = asking
  const line = source.process.lines.get(id)
  if (!line) return undefined
  if (line.geometry === undefined) say(asking, line, ['lineNotDrawn', party])
  const place = line.sides?.get(party)
  if (!place) say(asking, line, ['sideNotSaid', party])
  const shape = shapes.get(id)
  return shape && place ? { party, line: id, courses: shape.courses, place } : undefined
}

const LINE_PAGES = {
  lineNotDrawn: pages.lineNotDrawn,
  sideNotSaid: pages.sideNotSaid,
  noSides: pages.noSides
} as const

function say(
  { said, report, given }: Asking,
  { id, at }: Line,
  [page, party]: readonly ['lineNotDrawn' | 'sideNotSaid' | 'noSides', string]
): void {
  const key = page === 'sideNotSaid' ? `${page} ${id} ${party}` : `${page} ${id}`
  if (said.has(key)) return
  said.add(key)
  report(LINE_PAGES[page], { span: given.spanOf(at) }, { line: `lines.${id}`, party })
}

function guarded(asking: Asking, parties: readonly Counting[], reach: Reach): Zone | undefined {
  try {
    return zoneOf(parties, reach)
  } catch (error) {
    if (!(error instanceof NoSides)) throw error
    const line = asking.source.process.lines.get(parties[0]?.line ?? '')
    if (line) say(asking, line, ['noSides', parties[0]?.party ?? ''])
    return undefined
  }
}

/** The lines that are drawn, with the sides that the case names. */
function sidedLines(
  { process: { lines } }: Case,
  shapes: ReadonlyMap<string, Shape>
): ReadonlyMap<string, SidedLine> {
  return new Map(
    [...shapes].map(([id, { courses }]) => [
      id,
      { courses, sides: lines.get(id)?.sides ?? new Map() }
    ])
  )
}
