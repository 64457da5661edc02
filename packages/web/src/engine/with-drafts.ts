import type { Case, Proposal } from '@truce/core'
import type { NamedDraft } from './protocol.ts'

/** A draft as a proposal. Options that the case does not have leave their issue open. */
export function proposalFrom(
  { id, title, terms }: NamedDraft,
  { issues }: Pick<Case, 'issues'>
): Proposal {
  const known = issues.flatMap((issue) => {
    const option = issue.options.find((one) => one.id === terms[issue.id])
    return option ? [[issue.id, { option: option.id, at: `issues/${issue.id}` }] as const] : []
  })
  return { id, title, terms: new Map(known), provisional: new Map(), at: '' }
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
