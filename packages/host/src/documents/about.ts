/**
 * What a document says of itself. No clock: its date is the day the case is judged at, as
 * `2024-12-01`, `2024-12` or `2024`.
 */
export interface DocumentAbout {
  readonly title: string
  readonly asOf: string
  /** A language tag; English when left out. */
  readonly language?: string
}

/** Year, month and day of an as-of; where it names no month or day, the first. */
export function dateOf(asOf: string): readonly [year: number, month: number, day: number] {
  const [, year = '1970', month = '1', day = '1'] =
    /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(asOf) ?? []
  return [Number(year), Number(month), Number(day)]
}
