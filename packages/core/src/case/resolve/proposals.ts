import type { Proposal, Provision } from '../../model/case.ts'
import { evidenceOf, mapOf, present, sourced } from './context.ts'
import type { Listed } from './listed.ts'

type ProposalDocument = Listed<'proposals'>

/** A package on the table. Who put it forward answers for the chance of a staged term. */
export function resolveProposal(
  id: string,
  proposal: ProposalDocument,
  sources: Readonly<Record<string, unknown>>
): Proposal {
  const { title, by, date, state, provisional } = proposal
  const source = [proposal.source, by].find(
    (one) => one !== undefined && Object.hasOwn(sources, one)
  )
  const terms = new Map(
    [...proposal.terms].map(([issue, term]) => [
      issue,
      { ...term, ...present({ chance: sourced(term.chance, present({ source })) }) }
    ])
  )
  const at = `proposals/${id}`
  return {
    id,
    title,
    terms,
    provisional: new Map(
      [...mapOf(provisional)].map(([issue, provision]) => [
        issue,
        resolveProvision(provision, `${at}/provisional/${issue}`)
      ])
    ),
    at,
    ...present({ by, date, state })
  }
}

function resolveProvision(
  provision: NonNullable<ProposalDocument['provisional']>[string],
  at: string
): Provision {
  const { review, then } = provision
  return { review, at, ...evidenceOf(provision), ...present({ then }) }
}
