import type { CheckResult } from '../../check/check-result.ts'
import type { Case } from '../../model/case.ts'
import type { Block } from '../blocks.ts'
import { heading, list, paragraph } from '../blocks.ts'
import { conflictWords } from '../conflicts.ts'
import type { Words } from '../words/index.ts'
import { count, points, termsInWords } from '../words/index.ts'

/** How many conflicts of one firmness are told. */
const TOLD = 8

/**
 * How many packages there are, which redlines exclude one another, and whether some package beats
 * no deal for all.
 */
export function dealSpaceBlocks(
  words: Words,
  source: Case,
  { packages, cores, beyondNoDeal }: CheckResult
): readonly Block[] {
  if (source.issues.length === 0) return []
  const { say } = words
  const chained = ([first = '', ...others]: readonly string[]): string =>
    others.reduce((redlines, next) => say('space.with', { redlines, next }), first)
  const found = cores.flatMap(({ at, cores: sets, complete }) => [
    ...sets
      .slice(0, TOLD)
      .map((one) =>
        conflictWords(words, one, { at, list: chained, assumed: (ids) => ids.join(', ') })
      ),
    ...(complete ? [] : [say('space.larger', { at })])
  ])
  const { total, admissible, at } = packages
  return [
    heading(2, say('space.title')),
    paragraph(say('space.counts', { total: count(total), admissible: count(admissible), at })),
    ...(found.length > 0
      ? [paragraph(say('space.together')), list([...new Set(found)])]
      : [paragraph(say('space.none'))]),
    ...(beyondNoDeal ? [paragraph(beyondWords({ say }, beyondNoDeal))] : [])
  ]
}

function beyondWords(
  { say }: Pick<Words, 'say'>,
  { exists, terms, leastGain, bound }: NonNullable<CheckResult['beyondNoDeal']>
): string {
  if (exists === true && terms)
    return say('space.beyond', { points: points(leastGain), terms: termsInWords(terms) })
  if (exists === false && bound === Number.NEGATIVE_INFINITY) return say('space.beyond.nobody')
  return say(exists === false ? 'space.beyond.none' : 'space.beyond.unknown', {
    points: points(bound)
  })
}
