import type { Given } from '@truce/core/ask'
import type { LineDrawing } from '@truce/core/ask/zones'
import { askZones } from '@truce/core/ask/zones'
import { Undrawable } from '@truce/core/geo'
import type { Case, SourceFile } from '@truce/core/model'
import { importDrawing, isDrawing } from '@truce/interchange'
import type { Questions } from './protocol.ts'

/** The zones of the case's withdrawals, with their areas; and what stands in the way of others. */
export function zonesAnswer(given: Given): Questions['zones']['answer'] {
  const drawings = given.case ? drawingsOf(given.case, given.files) : new Map()
  const answer = askZones(given, { drawings })
  const troubles = answer.findings.filter(({ code }) => code.startsWith('LN'))
  if (answer.refused) return { zones: [], troubles }
  const zones = answer.result.zones.map(({ withdrawal, zone }) => ({
    withdrawal: withdrawal.id,
    km: zone.km,
    squareKm: zone.squareKm,
    bands: zone.bands.map(({ party, line, band, squareKm }) => ({
      party,
      line,
      squareKm,
      area: band
    })),
    between: zone.facing.map(({ parties, between, betweenSquareKm }) => ({
      parties,
      squareKm: betweenSquareKm,
      area: between
    }))
  }))
  return { zones, troubles }
}

/** The course of each line that names a file, or why there is none. */
function drawingsOf(
  { process: { lines } }: Case,
  files: readonly SourceFile[]
): ReadonlyMap<string, LineDrawing> {
  return new Map(
    [...lines.values()].flatMap(({ id, geometry }) =>
      geometry === undefined ? [] : [[id, drawingOf(geometry, files)] as const]
    )
  )
}

function drawingOf(geometry: string, files: readonly SourceFile[]): LineDrawing {
  const text = files.find(({ name }) => name === geometry)?.text
  if (text === undefined) return 'missing'
  if (!isDrawing(geometry)) return 'unknown'
  try {
    return importDrawing(geometry, text)
  } catch (error) {
    if (error instanceof Undrawable) return error
    throw error
  }
}
