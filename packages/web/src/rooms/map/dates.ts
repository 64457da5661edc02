/** Where something ran on a day: of a line, or of what changes day by day. */
export interface Dated {
  readonly line: string
  /** ISO, such as `2022-02-23`. */
  readonly date: string
}

/** The days on which something is known, earliest first. */
export const datesOf = (all: readonly Dated[]): readonly string[] =>
  [...new Set(all.map(({ date }) => date))].sort()

/** What is known of each line on a day: the latest until then, and nothing of what came later. */
export function shownOn<D extends Dated>(all: readonly D[], day: string): readonly D[] {
  const latest = new Map<string, string>()
  for (const { line, date } of all)
    if (date <= day && date > (latest.get(line) ?? '')) latest.set(line, date)
  return all.filter(({ line, date }) => latest.get(line) === date)
}

/** The first and the last known of each line: enough to see how far the lines reach. */
export const endsOf = <D extends Dated>(all: readonly D[]): readonly D[] => {
  const byLine = Map.groupBy(all, ({ line }) => line)
  return [...byLine.values()].flatMap((some) => {
    const days = datesOf(some)
    return some.filter(({ date }) => date === days[0] || date === days.at(-1))
  })
}
