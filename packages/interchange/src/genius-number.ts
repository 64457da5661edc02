import { Refusal } from './deal-case-refusal.ts'
import { plainText } from './patterns.ts'

/** Larger numbers would be lost in a sum with smaller ones. */
const LARGEST = 1e12

/**
 * A decimal number as files write it, not too large to be added up; throws a Refusal that begins
 * with `where`.
 */
export function numberIn(where: string, what: string, text: string): number {
  const value = /^\s*[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?\s*$/i.test(text) ? Number(text) : Number.NaN
  if (Math.abs(value) <= LARGEST) return value + 0
  throw new Refusal(
    `${where}: ${what} \`${plainText(text).slice(0, 40)}\` is no number up to ${LARGEST}: write one such as 0.25`
  )
}
