import type { Case } from '../model/case.ts'
import type { AllPutIn, BarredOptions, PutIn } from '../terms/index.ts'
import type { Block } from './blocks.ts'
import { list, paragraph } from './blocks.ts'
import type { Words } from './words/index.ts'
import { issueTitle, settledAs } from './words/index.ts'

/** How many options of one issue are listed by name. */
const LISTED = 6

/**
 * What the case's own rules and redlines leave no choice about in any admissible package: put in by
 * its authors, so that nobody takes it for something that was found.
 */
export function putInBlocks(
  words: Words,
  source: Case,
  { issues, unknown }: AllPutIn
): readonly Block[] {
  const { say } = words
  return [
    ...(issues.length > 0
      ? [paragraph(say('put-in.title')), list(issues.map((one) => putInWords(words, source, one)))]
      : []),
    ...(unknown.length > 0 ? [paragraph(say('put-in.unknown', { n: unknown.length }))] : [])
  ]
}

function putInWords(words: Words, source: Case, { issue, left, barred }: PutIn): string {
  const { say } = words
  const [only] = left
  const why = barred.map((one) => barredWords(words, one)).join('; ')
  return only !== undefined && left.length === 1
    ? say('put-in.fixed', { term: settledAs(words, source, [issue, only]), why })
    : say('put-in.barred', { issue: issueTitle(source, issue), why })
}

function barredWords(
  { say, list: joined }: Words,
  { options, by, together, complete }: BarredOptions
): string {
  const named = options.slice(0, LISTED)
  const n = options.length - named.length
  const ruled = n > 0 ? say('put-in.more', { options: named.join(', '), n }) : joined(named)
  const jointly = together && by.length > 1
  const said = say(jointly ? 'put-in.together' : 'put-in.alone', {
    options: ruled,
    by: joined(by),
    n: by.length
  })
  if (complete) return said
  return `${said} ${say(jointly ? 'put-in.together.limit' : 'put-in.alone.limit')}`
}
