import { Temporal } from 'temporal-polyfill'

/** A stretch of time in which the clocks of a zone are not changed; all in seconds. */
export interface Stretch {
  readonly from: number
  /** The end, exclusive. */
  readonly to: number
  readonly offset: number
}

// What a zone does is a fact that does not change while a program runs; asking for it is slow.
const known = new Map<string, Known>()

interface Known {
  readonly stretches: Stretch[]
  /** The one asked for last: who asks goes on nearby. */
  last: Stretch
}

const within = ({ from, to }: Stretch, seconds: number): boolean => from <= seconds && seconds < to

/** How far the clocks of a zone are ahead of UTC then. */
export const offsetAt = (seconds: number, zone: string): number => stretchAt(seconds, zone).offset

/** The stretch without change around an instant. */
export function stretchAt(seconds: number, zone: string): Stretch {
  const of = known.get(zone)
  if (of && within(of.last, seconds)) return of.last
  const found =
    of?.stretches.find((one) => within(one, seconds)) ?? askedOf(Math.floor(seconds), zone)
  if (!of) known.set(zone, { stretches: [found], last: found })
  else {
    if (!of.stretches.includes(found)) of.stretches.push(found)
    of.last = found
  }
  return found
}

function askedOf(seconds: number, zone: string): Stretch {
  const at = Temporal.Instant.fromEpochMilliseconds(seconds * 1000).toZonedDateTimeISO(zone)
  const edge = (one: Temporal.ZonedDateTime | null, otherwise: number): number =>
    one === null ? otherwise : one.epochMilliseconds / 1000
  const to = edge(at.getTimeZoneTransition('next'), Number.POSITIVE_INFINITY)
  // A change at this very instant is where the stretch begins.
  const from = edge(
    at.add({ seconds: 1 }).getTimeZoneTransition('previous'),
    Number.NEGATIVE_INFINITY
  )
  return { from, to, offset: at.offsetNanoseconds / 1e9 }
}

/** A change of clocks: when, and how far ahead of UTC they are before and after, in seconds. */
export interface ClockChange {
  readonly zone: string
  readonly seconds: number
  readonly before: number
  readonly after: number
}

/** The changes of a zone's clocks after one instant and up to another. */
export function changesBetween(
  zone: string,
  [from, until]: readonly [number, number]
): readonly ClockChange[] {
  const changes: ClockChange[] = []
  for (let { to, offset } = stretchAt(from, zone); to <= until; ) {
    const next = stretchAt(to, zone)
    // A law may change a zone's name and leave its clocks.
    if (next.offset !== offset)
      changes.push({ zone, seconds: to, before: offset, after: next.offset })
    ;({ to, offset } = next)
  }
  return changes
}
