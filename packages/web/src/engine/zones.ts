import type { Given } from '@truce/core/ask'
import { askZones } from '@truce/core/ask/zones'
import { drawingsAmong } from '@truce/interchange'
import type { Questions } from './protocol.ts'

/** The zones of the case's withdrawals, with their areas; and what stands in the way of others. */
export function zonesAnswer(given: Given): Questions['zones']['answer'] {
  const drawings = given.case ? drawingsAmong(given.case, given.files) : new Map()
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
    between: (zone.limited || zone.fromKm > 0 ? [] : zone.facing).map(
      ({ parties, between, betweenSquareKm }) => ({
        parties,
        squareKm: betweenSquareKm,
        area: between
      })
    )
  }))
  return { zones, troubles }
}
