import type { CheckResult } from '../check/result.ts'
import type { Case, Redline } from '../model/case.ts'
import { redlineId } from '../worth/redlines.ts'
import type { Block } from './blocks.ts'
import { heading, list, paragraph } from './blocks.ts'
import { count, points, termsInWords } from './words.ts'

/**
 * How many packages there are, which redlines exclude one another, and whether some package beats
 * no deal for all.
 */
export function dealSpaceBlocks(
  source: Case,
  { packages, cores, beyondNoDeal }: CheckResult
): readonly Block[] {
  if (source.issues.length === 0) return []
  const found = cores.flatMap(({ at, cores: sets, complete }) => [
    ...sets
      .slice(0, 8)
      .map(
        (redlines) =>
          `${redlines.map(redlineId).join(' with ')} (firmness ${at} or more)${assumedText(redlines)}`
      ),
    ...(complete ? [] : [`more or larger conflicts may exist at firmness ${at}`])
  ])
  return [
    heading(2, 'The deal space'),
    paragraph(
      `${count(packages.total)} combinations; ${count(packages.admissible)} respect the rules and every required party's redline of firmness ${packages.at} or more.`
    ),
    ...(found.length > 0
      ? [paragraph('Redlines that no package respects together:'), list([...new Set(found)])]
      : [paragraph('No set of those redlines excludes every package.')]),
    ...(beyondNoDeal ? [paragraph(beyondWords(beyondNoDeal))] : [])
  ]
}

function assumedText(redlines: readonly Redline[]): string {
  const assumed = redlines.filter((one) => one.assumed).map(redlineId)
  return assumed.length > 0 ? `; assumed: ${assumed.join(', ')}` : ''
}

function beyondWords({
  exists,
  terms,
  leastGain,
  bound
}: NonNullable<CheckResult['beyondNoDeal']>): string {
  if (exists === true && terms)
    return `At central values some admissible package is better than no deal for every required party; the one with the greatest least gain (${points(leastGain)} points): ${termsInWords(terms)}.`
  if (exists === false && bound === Number.NEGATIVE_INFINITY)
    return 'So no package can be better than no deal for anybody.'
  if (exists === false)
    return `At central values no admissible package is better than no deal for every required party: the least gain is at most ${points(bound)} points.`
  return `Whether some admissible package beats no deal for every required party is not known: the search was stopped by its limit (bound ${points(bound)} points).`
}
