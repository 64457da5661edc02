import type { Case, Issue, Proposal, Redline } from '../../model/case.ts'
import { issuesIn, scenariosIn } from '../../model/condition.ts'
import { canHold } from '../../worth/admissible.ts'
import type { Crossed } from '../../worth/redlines.ts'
import { isFatal, redlineId } from '../../worth/redlines.ts'
import type { ProposalResult } from '../check-result.ts'
import type { RuleContext } from './rule.ts'
import { ticked } from './terms-text.ts'

/** A redline of a required party that a proposal crosses. */
export interface Crossing extends Crossed {
  readonly judged: ProposalResult
}

/** Whether the rules leave any package at all, or may do so. */
export const hasPackages = (source: Case): boolean =>
  canHold({ kind: 'all', parts: [] }, source) !== false

/**
 * The redlines of required parties that no package within the rules respects: no proposal can be
 * blamed for crossing them.
 */
export function impossibleRedlines(source: Case): readonly Redline[] {
  if (!hasPackages(source)) return []
  const required = new Set(source.required.map(({ party }) => party))
  return [...source.stances.values()]
    .filter(({ party }) => required.has(party))
    .flatMap(({ redlines }) => redlines)
    .filter(
      ({ crossedWhen }) =>
        crossedWhen && canHold({ kind: 'not', part: crossedWhen }, source) === false
    )
}

/** A proposal that crosses something, and what, firmest first. */
export interface Crossings {
  readonly judged: ProposalResult
  readonly crossings: readonly Crossing[]
}

/**
 * What the proposals cross of the parties they need, fatal ones or the others; what nothing can
 * respect is left out.
 */
export function crossingsWhere(
  fatal: boolean,
  { source, result }: RuleContext
): readonly Crossings[] {
  const impossible = new Set(impossibleRedlines(source).map(redlineId))
  return result.proposals.flatMap((judged) => {
    const crossings = crossingsOf(judged).filter(
      (crossing) => isFatal(crossing) === fatal && !impossible.has(redlineId(crossing.redline))
    )
    return crossings.length === 0
      ? []
      : [{ judged, crossings: crossings.sort((a, b) => b.firmness.central - a.firmness.central) }]
  })
}

const crossingsOf = (judged: ProposalResult): Crossing[] =>
  judged.required.flatMap((party) =>
    (judged.parties.get(party)?.crossed ?? []).map((crossed) => ({ ...crossed, judged }))
  )

/**
 * How a crossing comes about where it is not plain: by silence, under some scenarios, or only as a
 * draft is best completed.
 */
export function circumstancesOf({ judged, redline }: Crossing, source: Case): readonly string[] {
  const { crossedWhen } = redline
  const { proposal, open } = judged
  const scenarios = crossedWhen ? scenariosIn(crossedWhen) : []
  const silent = crossedWhen ? silencesOf(proposal, issuesIn(crossedWhen), source) : []
  const some = open?.crosses.get(redline) === 'some'
  return [
    ...(silent.length > 0
      ? [
          `\`${proposal.id}\` does not name ${ticked(silent.map(({ id }) => id))}; silence is read as ${ticked(silent.map(({ id, ifSilent }) => `${id}: ${ifSilent}`))}`
        ]
      : []),
    ...(scenarios.length > 0
      ? [`whether \`${redlineId(redline)}\` is crossed hangs on ${ticked(scenarios)}`]
      : []),
    ...(some
      ? [
          `\`${redlineId(redline)}\` is crossed by the best way to fill the open issues, not by every way`
        ]
      : [])
  ]
}

/**
 * The issues among some that a proposal does not name and for which the case says what silence
 * means.
 */
function silencesOf(
  { terms }: Proposal,
  issues: readonly string[],
  source: Case
): readonly Issue[] {
  return source.issues.filter(
    (issue) => issues.includes(issue.id) && issue.ifSilent !== undefined && !terms.has(issue.id)
  )
}
