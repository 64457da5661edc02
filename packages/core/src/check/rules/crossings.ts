import { scenariosIn } from '../../model/condition.ts'
import type { Case, Redline } from '../../model/case.ts'
import { canHold } from '../space.ts'
import type { CrossedResult, ProposalResult } from '../result.ts'
import { idOf } from './words.ts'
import type { RuleContext } from './rule.ts'

/** A redline of a required party that a proposal crosses. */
export interface Crossing {
  readonly proposal: ProposalResult
  readonly redline: Redline
  readonly firmness: CrossedResult['firmness']
}

/** Whether the rules leave any package at all. */
export const hasPackages = (source: Case): boolean => canHold({ kind: 'all', parts: [] }, source)

/** The redlines of required parties that no package within the rules respects: no proposal can be blamed for crossing them. */
export function impossibleRedlines(source: Case): readonly Redline[] {
  if (!hasPackages(source)) return []
  const required = new Set(source.required.map(({ party }) => party))
  return [...source.stances.values()]
    .filter(({ party }) => required.has(party))
    .flatMap(({ redlines }) => redlines)
    .filter(({ crossedWhen }) => crossedWhen && !canHold({ kind: 'not', part: crossedWhen }, source))
}

/** What a proposal crosses of the parties it needs, firmest first; what nothing can respect is left out. */
export function crossingsOf(proposal: ProposalResult, { source }: RuleContext): readonly Crossing[] {
  const impossible = new Set(impossibleRedlines(source).map(idOf))
  const crossings = proposal.required.flatMap((party) =>
    (proposal.parties.get(party)?.crossed ?? []).flatMap(({ id, firmness }) => {
      const redline = source.stances.get(party)?.redlines.find((one) => one.id === id)
      return redline && !impossible.has(idOf(redline)) ? [{ proposal, redline, firmness }] : []
    })
  )
  return [...crossings].sort((a, b) => b.firmness.central - a.firmness.central)
}

/** What limits a crossing: scenarios it hangs on, and that a draft with open issues crosses only as best completed. */
export function limitsOf({ proposal, redline }: Crossing): readonly string[] {
  const scenarios = redline.crossedWhen ? scenariosIn(redline.crossedWhen) : []
  const some = proposal.open?.crosses.get(idOf(redline)) === 'some'
  return [
    ...(scenarios.length > 0 ? [`whether \`${idOf(redline)}\` is crossed hangs on ${scenarios.map((id) => `\`${id}\``).join(', ')}`] : []),
    ...(some ? [`\`${idOf(redline)}\` is crossed by the best way to fill the open issues, not by every way`] : [])
  ]
}
