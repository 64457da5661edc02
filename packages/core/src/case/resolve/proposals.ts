import type { Proposal, Provision } from '../../model/case.ts'
import { evidenceOf, mapOf, present } from './context.ts'
import type { Listed } from './listed.ts'

type ProposalDocument = Listed<'proposals'>

/** A package on the table. */
export function resolveProposal(id: string, proposal: ProposalDocument): Proposal {
  const { title, by, date, state, terms, provisional } = proposal
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
