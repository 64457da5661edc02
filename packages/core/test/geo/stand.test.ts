import { expect, test } from 'vitest'
import type { LonLat } from '../../src/geo/ground.ts'
import { inside } from '../../src/geo/inside.ts'
import { sideAt } from '../../src/geo/sides.ts'
import { standing } from '../../src/geo/stand.ts'
import { zoneOf } from '../../src/geo/zones.ts'
import { sampled } from '../laws.ts'
import { dice, drawnLine, geodesicKm, slowDistance } from './drawn-lines.ts'

const SEEDS = Array.from({ length: sampled(8, 2) }, (_, at) => 20_260_501 + at)

test.each(SEEDS)(
  'where a place lies and the way out are what brute force finds (seed %i)',
  (seed) => {
    const course = drawnLine(seed)
    const roll = dice(seed)
    const reach = { fromKm: seed % 2 === 0 ? 0 : 8, km: 20, limited: true }
    const [lon, lat] = course.points[20] ?? [0, 0]
    const place: LonLat = [lon + 1, lat + 1]
    const { bands } = zoneOf([{ party: 'a', line: 'l', courses: [course], place }], reach)
    const [band] = bands
    if (!band) throw new Error('no band')
    const tell = standing([course], band, reach)
    // the far edge by brute force: vertices and middles of the border that lie at the distance
    const edge = band.band
      .flat()
      .flatMap((ring) =>
        ring.slice(1).flatMap((to, at) => {
          const [x, y] = ring[at] ?? to
          return Array.from({ length: 2 }, (_, part): LonLat => {
            const share = part / 2
            return [x + share * (to[0] - x), y + share * (to[1] - y)]
          })
        })
      )
      .filter((one) => Math.abs(slowDistance(course, one) / 20 - 1) < 0.006)
    for (let trial = 0; trial < 30; trial++) {
      const [x, y] = course.points[Math.floor(roll(40))] ?? [0, 0]
      const seen: LonLat = [x + roll(0.6) - 0.3, y + roll(0.5) - 0.25]
      const far = slowDistance(course, seen)
      if ([0, reach.fromKm, 20].some((km) => Math.abs(far - km) < 0.15)) continue
      const found = tell(seen)
      const isOwn = sideAt([course], seen) === band.side
      const depth = far > 20 ? 'behind' : far < reach.fromKm ? 'nearer' : 'within'
      expect(found.where).toBe(isOwn ? depth : 'across')
      expect(found.lineKm).toBeCloseTo(far, 0)
      expect(inside(band.band, seen)).toBe(found.where === 'within')
      const least = Math.min(...edge.map((one) => geodesicKm(seen, one)))
      expect(found.edge?.km).toBeLessThan(least + 0.01)
      // no way out is shorter than what the place lacks of the distance
      const lacking = Math.abs(20 - far)
      expect(found.edge?.km).toBeGreaterThan(lacking - 0.12)
      const out = found.edge?.place ?? [0, 0]
      expect(Math.abs(slowDistance(course, out) / 20 - 1)).toBeLessThan(0.006)
      expect(geodesicKm(seen, out)).toBeCloseTo(found.edge?.km ?? 0, 6)
    }
  }
)
