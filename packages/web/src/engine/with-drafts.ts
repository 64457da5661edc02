import type { Case, Proposal, Term } from '@truce/core'
import type { Terms } from './protocol.ts'

/**
 * What a draft says. Of the issues that are `held` it still says what the proposal `of` says, a
 * later step and a review included.
 */
export interface DraftTerms {
  readonly terms: Terms
  readonly of?: string
  readonly held?: readonly string[]
}

/** A draft put together in the page. */
export interface NamedDraft extends DraftTerms {
  readonly id: string
  readonly title: string
}

type Known = Pick<Case, 'issues' | 'proposals'>

/**
 * A draft as a proposal. Options that the case does not have leave their issue open; of a held
 * issue the proposal's own term is taken, as long as it begins with the draft's option.
 */
export function proposalFrom(draft: NamedDraft, source: Known): Proposal {
  const { id, title, terms } = draft
  const held = heldTerms(draft, source)
  const known = source.issues.flatMap((issue) => {
    const option = issue.options.find((one) => one.id === terms[issue.id])
    if (!option) return []
    const plain = { option: option.id, at: `issues/${issue.id}` }
    return [[issue.id, held.get(issue.id) ?? plain] as const]
  })
  const reviewed = parentOf(draft, source)?.provisional ?? new Map()
  const provisional = new Map([...reviewed].filter(([issue]) => held.has(issue)))
  return { id, title, terms: new Map(known), provisional, at: '' }
}

/** The proposal a draft was made of, if the case still has it. */
export function parentOf(
  { of }: Pick<DraftTerms, 'of'>,
  { proposals }: Pick<Case, 'proposals'>
): Proposal | undefined {
  return of === undefined ? undefined : proposals.find(({ id }) => id === of)
}

/** The terms that a draft still holds of its proposal, by issue. */
export function heldTerms(
  draft: DraftTerms,
  source: Pick<Case, 'proposals'>
): ReadonlyMap<string, Term> {
  const parent = parentOf(draft, source)
  const held = [...(parent?.terms ?? [])].filter(
    ([issue, { option }]) => draft.held?.includes(issue) === true && draft.terms[issue] === option
  )
  return new Map(held)
}

/**
 * The case with drafts among its proposals, so that they are placed and named like these. A draft
 * named as a proposal is left out.
 */
export function withDrafts(source: Case, drafts: readonly NamedDraft[]): Case {
  const taken = new Set(source.proposals.map(({ id }) => id))
  const fresh = drafts
    .filter(({ id }) => !taken.has(id))
    .map((draft) => proposalFrom(draft, source))
  return fresh.length === 0 ? source : { ...source, proposals: [...source.proposals, ...fresh] }
}
