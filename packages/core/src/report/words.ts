import type { Case } from '../model/case.ts'
import { textIn } from '../model/package.ts'
import type { Verdict } from '../worth/verdict.ts'

/** A chance in two decimals; what rounds to 0 or 1 without being it is said to be less or more. */
export function chance(p: number): string {
  if (p > 0 && p < 0.005) return '<0.01'
  if (p < 1 && p > 0.995) return '>0.99'
  return p.toFixed(2)
}

/** Points on the 0..100 scale, with a sign. */
export function points(value: number): string {
  const rounded = Math.round(value)
  return rounded > 0 ? `+${rounded}` : String(rounded === 0 ? 0 : rounded)
}

/** A verdict in capitals, as it stands in tables. */
export const verdictWord = (verdict: Verdict): string => verdict.replaceAll('-', ' ').toUpperCase()

/** A whole number with thousands separated, exactly. */
export const count = (value: bigint | number): string =>
  String(value).replace(/\B(?=(\d{3})+$)/g, ',')

/** Words as a list: a, b and c. */
export function listed(words: readonly string[]): string {
  return words.length < 2
    ? (words[0] ?? '')
    : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}

/** A party's name. */
export function nameOf(source: Case, party: string, language?: string): string {
  const found = source.parties.get(party)
  return found ? textIn(found.name, language) : party
}

/** `issue: option` in the case's own ids. */
export const termsInWords = (terms: ReadonlyMap<string, string>): string =>
  [...terms].map(([issue, option]) => `${issue}: ${option}`).join(', ')
