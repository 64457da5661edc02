import type { Column } from '../draws/column.ts'

/** A mean over draws with its standard error. */
export interface Estimate {
  readonly p: number
  readonly standardError: number
}

/** Mean over draws and its standard error, sd / sqrt(draws). */
export function meanOf(column: Column): Estimate {
  const p = average(column)
  let squares = 0
  for (let i = 0; i < column.length; i++) squares += ((column[i] as number) - p) ** 2
  const { length } = column
  return { p, standardError: length > 1 ? Math.sqrt(squares / (length - 1) / length) : 0 }
}

/** Mean over draws. */
export function average(column: Column): number {
  let sum = 0
  for (let i = 0; i < column.length; i++) sum += column[i] as number
  return sum / column.length
}
