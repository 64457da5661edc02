import type { CheckResult, Ground, Walker } from '../../check/result.ts'
import type { Case } from '../../model/case.ts'
import { textIn } from '../../model/package.ts'
import type { Verdict } from '../../worth/verdict.ts'
import { settledAs } from '../bargaining/words.ts'
import { chance, nameOf } from '../words.ts'

/** A proposal's title and id, as headings and tables name it. */
export function titleOf({ proposals }: Case, id: string): string {
  const found = proposals.find((proposal) => proposal.id === id)
  return found ? `${textIn(found.title)} (${id})` : id
}

/**
 * A verdict as a sentence takes it; `(on the line)` where more draws or another seed could turn it.
 */
export const verdictText = ({
  verdict,
  onTheLine
}: {
  readonly verdict: Verdict
  readonly onTheLine?: boolean
}): string => `${verdict.replaceAll('-', ' ')}${onTheLine ? ' (on the line)' : ''}`

/** Terms in the case's own titles: `Sanctions: Lifted; Status: Neutral`. */
export const settled = (source: Case, terms: ReadonlyMap<string, string>): string =>
  [...terms].map(([issue, option]) => settledAs(source, issue, option)).join('; ')

/** A sentence's first letter in capitals. */
export const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`

/** Ids of sources in square brackets, as the bibliography lists them; empty without any. */
export const cited = (sources: readonly string[]): string =>
  sources.length > 0 ? ` [${sources.join(', ')}]` : ''

/** Why a party would walk: its ground in words, with sources. */
export function groundText(ground: Ground): string {
  if (ground.over === 'no-deal')
    return `it is better off without a deal in ${chance(ground.chance)} of the draws${cited(ground.sources)}`
  if (ground.over === 'ratification')
    return `its ${ground.body.id} would refuse with chance ${chance(ground.chance)}${cited(ground.sources)}`
  const { redline } = ground
  const says = redline.says ? ` \u201c${textIn(redline.says)}\u201d` : ` ${redline.id}`
  const since = redline.since ? `, held since ${redline.since}` : ''
  return `the proposal crosses its redline${says}${since}, firmness ${ground.chance.toFixed(2)}${cited(ground.sources)}`
}

/** Who walks and over what, in one line: `Russia walks: the proposal crosses ..`. */
export function walkerText(source: Case, walker: Walker): string {
  const verb = walker.verdict === 'dead-on-arrival' ? 'walks' : 'would probably walk'
  return `${nameOf(source, walker.party)} ${verb}: ${groundText(walker)}`
}

/** A gain between its ends; the numbers are points on the scale 0..100. */
export const between = (low: string, high: string): string =>
  low === high ? low : `${low} to ${high}`

/** How the draws of a judgement depend on one another. */
export const dependenceText = ({ settings }: Pick<CheckResult, 'settings'>): string =>
  settings.dependence === 'party'
    ? 'judgements of one party err together'
    : 'judgements err independently'

/** An issue by its title. */
export function issueTitle({ issues }: Case, id: string): string {
  const found = issues.find((issue) => issue.id === id)
  return found ? textIn(found.title) : id
}
