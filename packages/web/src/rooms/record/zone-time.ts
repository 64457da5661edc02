const MINUTE = 60_000

/** By zone, what reads its clocks: to make one takes a hundred times as long as to ask it. */
const clocks = new Map<string, Intl.DateTimeFormat>()

function clocksOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit'
  })
  clocks.set(zone, made)
  return made
}

/** The time on the clocks of a zone, such as `2025-01-25 10:00`. */
export const timeIn = (ms: number, zone: string): string => localIn(ms, zone).replace('T', ' ')

/** The same as the browser's own field for a time has it: `2025-01-25T10:00`. */
export function localIn(ms: number, zone: string): string {
  const parts = clocksOf(zone).formatToParts(ms)
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? ''
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`
}

/**
 * The instant at which the clocks of a zone show a time; undefined where they never do or the text
 * is none. Of two such instants, where clocks are put back, the first.
 */
export function instantIn(local: string, zone: string): number | undefined {
  const asUtc = Date.parse(`${local}Z`)
  if (Number.isNaN(asUtc)) return undefined
  const offsets = [-1, 1].map((day) => offsetAt(asUtc + day * 24 * 60 * MINUTE, zone))
  return offsets
    .map((offset) => asUtc - offset)
    .sort((a, b) => a - b)
    .find((ms) => localIn(ms, zone) === local.slice(0, 16))
}

/** The first instant of the day that an instant is in, on the clocks of a zone. */
export function dayOf(ms: number, zone: string): { readonly from: number; readonly to: number } {
  const day = localIn(ms, zone).slice(0, 10)
  const from = instantIn(`${day}T00:00`, zone) ?? ms
  const next = localIn(from + 36 * 60 * MINUTE, zone).slice(0, 10)
  return { from, to: instantIn(`${next}T00:00`, zone) ?? from + 24 * 60 * MINUTE }
}

/** By how much the clocks of a zone are ahead of UTC. */
function offsetAt(ms: number, zone: string): number {
  const whole = Math.floor(ms / MINUTE) * MINUTE
  return Date.parse(`${localIn(whole, zone)}Z`) - whole
}
