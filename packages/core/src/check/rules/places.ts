import type { FindingPlace, Related } from '../../diagnostic/diagnostic.ts'
import type { Case, Proposal, Redline } from '../../model/case.ts'
import { factsOf, holds, issuesIn } from '../../model/condition.ts'
import type { Condition } from '../../model/judgement.ts'
import type { Span } from '../../model/span.ts'
import { offersOf, stagesOf, withChanges } from '../../worth/offers.ts'
import type { RuleContext } from './rule.ts'

/**
 * The pointer to where a party is named as required: the list's entry, else its name among the
 * parties.
 */
export function requirementAt({ required }: Case, party: string): string {
  const at = required.find((one) => one.party === party)?.at ?? `parties/${party}`
  return at.startsWith('required/') ? `${at}/party` : `${at}/name`
}

/** A redline as a second place. */
export function redlineHere(redline: Redline, spanOf: RuleContext['spanOf']): Related {
  return {
    span: spanOf(`${redline.at}/id`),
    message: `\`${redline.party}.${redline.id}\` stands here`
  }
}

/** The sources behind some redlines, each once. */
export const sourcesOf = (redlines: readonly Redline[]): readonly string[] => [
  ...new Set(redlines.flatMap(({ source }) => source ?? []))
]

/**
 * Where a proposal meets a condition: the term that alone could be changed to leave it, else the
 * first that it speaks of.
 */
export function placeOf(
  proposal: Proposal,
  condition: Condition | undefined,
  { source, spanOf }: RuleContext
): FindingPlace {
  const at = condition && termOf(proposal, condition, source)
  return { span: spanOf(at ?? `${proposal.at}/title`) }
}

function termOf(proposal: Proposal, condition: Condition, source: Case): string | undefined {
  const named = issuesIn(condition).filter((issue) => proposal.terms.has(issue))
  const offers = offersOf(proposal, source)
  const leaves = (issue: string, option: string): boolean =>
    stagesOf(withChanges(offers, new Map([[issue, option]]))).every(
      (stage) => holds(condition, factsOf(stage)) !== true
    )
  const decisive = named.find((id) =>
    source.issues.find((issue) => issue.id === id)?.options.some((option) => leaves(id, option.id))
  )
  return proposal.terms.get(decisive ?? named[0] ?? '')?.at
}

/** The first of several places that has a span. */
export const spanOfFirst = (places: readonly FindingPlace[]): { readonly span?: Span } => {
  const span = places.find((place) => place.span)?.span
  return span ? { span } : {}
}
