import type { Case, Issue, Redline } from '../../model/case.ts'
import { issuesIn, scenariosIn } from '../../model/condition.ts'
import { canHold } from '../../worth/admissible.ts'
import { isFatal } from '../../worth/redlines.ts'
import type { CrossedResult, ProposalResult } from '../result.ts'
import type { RuleContext } from './rule.ts'
import { idOf, ticked } from './words.ts'

/** A redline of a required party that a proposal crosses. */
export interface Crossing {
  readonly proposal: ProposalResult
  readonly redline: Redline
  readonly firmness: CrossedResult['firmness']
  readonly certain: boolean
}

/** Whether the rules leave any package at all. */
export const hasPackages = (source: Case): boolean => canHold({ kind: 'all', parts: [] }, source)

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
      ({ crossedWhen }) => crossedWhen && !canHold({ kind: 'not', part: crossedWhen }, source)
    )
}

/** A proposal that crosses something, and what, firmest first. */
export interface Crossings {
  readonly proposal: ProposalResult
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
  const impossible = new Set(impossibleRedlines(source).map(idOf))
  return result.proposals.flatMap((proposal) => {
    const crossings = crossedBy(proposal, source).filter(
      (crossing) => isFatal(crossing) === fatal && !impossible.has(idOf(crossing.redline))
    )
    return crossings.length === 0
      ? []
      : [{ proposal, crossings: crossings.sort((a, b) => b.firmness.central - a.firmness.central) }]
  })
}

function crossedBy(proposal: ProposalResult, source: Case): Crossing[] {
  return proposal.required.flatMap((party) =>
    (proposal.parties.get(party)?.crossed ?? []).flatMap(({ id, firmness, certain }) => {
      const redline = source.stances.get(party)?.redlines.find((one) => one.id === id)
      return redline ? [{ proposal, redline, firmness, certain }] : []
    })
  )
}

/**
 * How a crossing comes about where it is not plain: by silence, under some scenarios, or only as a
 * draft is best completed.
 */
export function circumstancesOf({ proposal, redline }: Crossing, source: Case): readonly string[] {
  const { crossedWhen } = redline
  const scenarios = crossedWhen ? scenariosIn(crossedWhen) : []
  const silent = crossedWhen ? silencesOf(proposal.id, issuesIn(crossedWhen), source) : []
  const some = proposal.open?.crosses.get(idOf(redline)) === 'some'
  return [
    ...(silent.length > 0
      ? [
          `\`${proposal.id}\` does not name ${ticked(silent.map(({ id }) => id))}; silence is read as ${ticked(silent.map(({ id, ifSilent }) => `${id}: ${ifSilent}`))}`
        ]
      : []),
    ...(scenarios.length > 0
      ? [`whether \`${idOf(redline)}\` is crossed hangs on ${ticked(scenarios)}`]
      : []),
    ...(some
      ? [
          `\`${idOf(redline)}\` is crossed by the best way to fill the open issues, not by every way`
        ]
      : [])
  ]
}

/**
 * The issues among some that a proposal does not name and for which the case says what silence
 * means.
 */
function silencesOf(id: string, issues: readonly string[], source: Case): readonly Issue[] {
  const proposal = source.proposals.find((one) => one.id === id)
  return source.issues.filter(
    (issue) =>
      issues.includes(issue.id) &&
      issue.ifSilent !== undefined &&
      proposal !== undefined &&
      !proposal.terms.has(issue.id)
  )
}
