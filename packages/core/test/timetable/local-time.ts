/** What the clocks of a zone show then, by the runtime's own formatter: `2025-02-15T08:00`. */
export function shownBy(zone: string): (seconds: number) => string {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit'
  })
  return (seconds) => {
    const parts = new Map(
      format.formatToParts(new Date(seconds * 1000)).map(({ type, value }) => [type, value])
    )
    const at = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? ''
    return `${at('year')}-${at('month')}-${at('day')}T${at('hour')}:${at('minute')}`
  }
}

/**
 * So many days later by the calendar of a zone, found by trying: the first instant at which the
 * formatter shows the same time on that day. Where the clocks skip the time, undefined.
 */
export function daysLater(
  shown: (seconds: number) => string,
  seconds: number,
  days: number
): number | undefined {
  const start = shown(seconds)
  const day = new Date(Date.parse(`${start.slice(0, 10)}T00:00Z`) + days * 86_400_000)
  const wanted = `${day.toISOString().slice(0, 10)}${start.slice(10)}`
  const about = seconds + days * 86_400
  for (let at = about - 3 * 3600; at <= about + 3 * 3600; at += 900)
    if (shown(at) === wanted) return at
  return undefined
}
