import type { CheckResult, EndedResult } from '../../check/check-result.ts'
import type { Case } from '../../model/case.ts'
import { textIn } from '../../model/package.ts'
import { firmnessOf, redlineId } from '../../worth/redlines.ts'
import type { Block } from '../blocks.ts'
import { heading, list, paragraph } from '../blocks.ts'
import { conflictWords } from '../conflicts.ts'
import { putInBlocks } from '../put-in.ts'
import type { Words } from '../words/index.ts'
import { admissibleWords, count, points, termsInWords } from '../words/index.ts'

/** How many conflicts of one firmness are told. */
const TOLD = 8

/**
 * How many packages there are, which redlines exclude one another, and whether some package beats
 * no deal for all.
 */
export function dealSpaceBlocks(
  words: Words,
  source: Case,
  { packages, cores, ended = [], beyondNoDeal }: CheckResult
): readonly Block[] {
  if (source.issues.length === 0) return []
  const { say } = words
  const chained = ([first = '', ...others]: readonly string[]): string =>
    others.reduce((redlines, next) => say('space.with', { redlines, next }), first)
  const isUntold = cores.every(({ cores: sets }) => sets.length === 0)
  const told =
    isUntold && cores.some(({ complete }) => !complete) ? 'space.none.known' : 'space.none'
  const found = isUntold
    ? []
    : cores.flatMap(({ at, cores: sets, complete }) => [
        ...sets
          .slice(0, TOLD)
          .map((one) =>
            conflictWords(words, one, { at, list: chained, assumed: (ids) => ids.join(', ') })
          ),
        ...(complete ? [] : [say('space.larger', { at })])
      ])
  const { total, admissible, exact, at, levels } = packages
  const differing = levels.filter((one) => one.admissible !== admissible || one.exact !== exact)
  return [
    heading(2, say('space.title')),
    paragraph(
      say('space.counts', {
        total: count(total),
        admissible: admissibleWords(words, packages),
        at
      })
    ),
    ...(levels.every((level) => level.exact) ? [] : [paragraph(say('space.counting'))]),
    ...(differing.length > 0 ? [paragraph(levelWords({ say }, differing))] : []),
    ...edges(words, source, packages),
    ...putInBlocks(words, source, packages.putIn),
    ...(found.length > 0
      ? [paragraph(say('space.together')), list([...new Set(found)])]
      : [paragraph(say(told))]),
    ...(beyondNoDeal
      ? [
          ...(beyondNoDeal.dropped.length > 0
            ? [
                paragraph(
                  say('space.dropped', { redlines: beyondNoDeal.dropped.map(redlineId).join(', ') })
                )
              ]
            : []),
          paragraph(beyondWords({ say }, beyondNoDeal))
        ]
      : []),
    ...(ended.length > 0
      ? [paragraph(say('space.ended.title')), list(ended.map((one) => endedWords(words, one)))]
      : [])
  ]
}

function endedWords(
  { say, list: joined, language }: Words,
  { redline, until, crossedBy }: EndedResult
): string {
  const { says } = redline
  const named = says
    ? say('redline.says', { redline: redlineId(redline), says: textIn(says, language) })
    : redlineId(redline)
  return crossedBy.length > 0
    ? say('space.ended.crossed', { redline: named, until, proposals: joined(crossedBy) })
    : say('space.ended', { redline: named, until })
}

/** How many packages there would be, were redlines to bind from another firmness on. */
export const levelWords = (
  { say }: Pick<Words, 'say'>,
  levels: CheckResult['packages']['levels']
): string =>
  say('space.levels', {
    levels: levels
      .map((level) =>
        say('space.level', { at: level.at, admissible: admissibleWords({ say }, level) })
      )
      .join('; ')
  })

/** Redlines whose firmness is a matter of taste here, where that changes the room. */
const edges = (
  { say }: Words,
  { scenarios }: Case,
  { edges: redlines, uncounted }: CheckResult['packages']
): readonly Block[] => {
  const lines = redlines.map(({ redline, binds, admissible }) =>
    say(binds ? 'space.edge.unbound' : 'space.edge.bound', {
      redline: redlineId(redline),
      firmness: firmnessOf(redline, scenarios).central.toFixed(2),
      admissible: count(admissible)
    })
  )
  return [
    ...(lines.length > 0 ? [list(lines)] : []),
    ...(uncounted.length > 0 ? [paragraph(say('space.uncounted', { n: uncounted.length }))] : [])
  ]
}

function beyondWords(
  { say }: Pick<Words, 'say'>,
  { exists, terms, leastGain, bound, admits }: NonNullable<CheckResult['beyondNoDeal']>
): string {
  if (exists === true && terms)
    return say('space.beyond', { points: points(leastGain), terms: termsInWords(terms) })
  if (exists === false && bound === Number.NEGATIVE_INFINITY) return say('space.beyond.nobody')
  if (exists === undefined && admits === 'unknown')
    return say('space.beyond.admissible', { points: points(bound) })
  return say(exists === false ? 'space.beyond.none' : 'space.beyond.unknown', {
    points: points(bound)
  })
}
