/**
 * The zone along a line of 2,000 vertices, and what lies between two such lines. Run alone: `npx
 * node bench/geometry.ts`. Floor: 0.3 s of processor time for a zone, its sides and areas.
 */
import type { Trace } from '@truce/core/geo'
import { bands, betweenLines, squareKm } from '@truce/core/geo'
import { figure } from './figures.ts'
import { generator } from './random.ts'

const FLOOR_MS = 300

/** A front of some 600 km that winds about one course and never meets itself. */
function front(seed: number, vertices: number): Trace {
  const random = generator(seed)
  let [lon, lat] = [36, 46]
  const points = Array.from({ length: vertices }, () => {
    lat += (5 / vertices) * (0.2 + 1.6 * random())
    lon += (8 / vertices) * (random() - 0.45)
    return [lon, lat] as const
  })
  return { points, closed: false }
}

function processorMs(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/** The best of three, in ms. */
const best = (work: () => void): number =>
  Math.round(Math.min(...[1, 2, 3].map(() => processorMs(work))))

function measured(name: string, value: number): void {
  const held = figure({ name, value, unit: 'ms', floor: FLOOR_MS })
  console.log(`${name}: ${value} ms${held ? '' : ', which is too slow'}`)
  if (!held) process.exitCode = 1
}

const [one, other] = [front(1, 2000), front(2, 2000)]
for (const km of [2, 15, 25, 70])
  measured(
    `zone of ${km} km along 2,000 vertices`,
    best(() => {
      const { both, on } = bands([one], km)
      squareKm(both)
      squareKm(on('left'))
    })
  )
measured(
  'land between two lines of 2,000 vertices',
  best(() => {
    squareKm(betweenLines([one], [other]).left)
  })
)
