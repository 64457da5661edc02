const MARK = 'readings:'

/** The place in the table where a package is read otherwise, as a focus of the address. */
export const readingsFocus = (column: string): string => `${MARK}${column}`

/** What a focus of the table means: a column, and whether its readings are looked for. */
export function readTableFocus(focus: string | undefined): {
  readonly column: string | undefined
  readonly isReadings: boolean
} {
  const isReadings = focus?.startsWith(MARK) === true
  return { column: isReadings ? focus?.slice(MARK.length) : focus, isReadings }
}
