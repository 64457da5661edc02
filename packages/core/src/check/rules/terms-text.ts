import type { Data } from '../../diagnostic/diagnostic.ts'
import type { Case, Package, Redline } from '../../model/case.ts'
import { textIn } from '../../model/package.ts'
import { whoseFigure } from '../../model/whose.ts'
import type { Crossed } from '../../worth/redlines.ts'
import { redlineId } from '../../worth/redlines.ts'
import type { Verdict } from '../../worth/verdict.ts'

/** A list of names that a rule handed over. */
export const names = (data: Data, key: string): readonly string[] => {
  const value = data[key]
  return Array.isArray(value) ? value : []
}

/** Names in backticks, with commas. */
export const ticked = (list: readonly string[]): string =>
  list.map((name) => `\`${name}\``).join(', ')

/** A number with at most two decimals. */
export const hundredths = (value: number): string => String(Math.round(value * 100) / 100)

/** A package's terms as they stand in a file. */
export const termsText = (terms: Package): string =>
  [...terms].map(([issue, option]) => `\`${issue}: ${option}\``).join(', ')

/** A verdict in plain words. */
export const plainVerdict = (verdict: Verdict): string => verdict.replaceAll('-', ' ')

/** A redline's firmness, and whose figure it is: the sources of a finding stand for the claim. */
export function firmnessText(
  { redline: { firmness: judgement }, firmness }: Crossed,
  source: Case
): string {
  const whose = whoseFigure(source, judgement)
  const figure = hundredths(firmness.central)
  return whose.by === 'source'
    ? `${figure} (figure: \`${whose.source}\`)`
    : `${figure} (case's figure)`
}

/** What a party says with a redline and since when; the redline's name where it says nothing. */
export function sayingOf(redline: Redline): string {
  const since = redline.since === undefined ? '' : ` (since ${redline.since})`
  return redline.says === undefined
    ? `\`${redlineId(redline)}\`${since}`
    : `\`${redline.party}\` says: ${textIn(redline.says)}${since}`
}
