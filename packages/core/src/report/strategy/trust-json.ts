import type { z } from 'zod'
import type { DrawnTrust, PartyTrust, ProposalTrust } from '../../plan/path-trust.ts'
import type { TrustNeeded } from '../../strategy/trust.ts'
import type { trustShape } from './trust-shape.ts'

type TrustDocument = z.infer<typeof trustShape>
type PartyDocument = TrustDocument['parties'][number]

/** The trust that a proposal asks for, as it is printed and sent. */
export const trustJson = ({
  proposal,
  parties,
  owesNothing,
  unknown
}: ProposalTrust): TrustDocument => ({
  proposal,
  parties: parties.map(partyJson),
  owesNothing: [...owesNothing],
  unknown: [...unknown]
})

const partyJson = (one: PartyTrust): PartyDocument => ({
  party: one.party,
  parts: one.parts,
  payoffs: one.payoffs,
  needed: neededJson(one.needed),
  drawn: drawnJson(one.drawn),
  lacking: one.lacking,
  guarantors: one.backings.map(({ by, payoffs, needed, drawn, chance }) => ({
    by: [...by],
    payoffs,
    needed: neededJson(needed),
    drawn: drawnJson(drawn),
    chance: chance ? { evenOdds: chance.evenOdds ?? null, keeping: chance.keeping ?? null } : null
  }))
})

const neededJson = (needed: TrustNeeded): PartyDocument['needed'] => ({
  kind: needed.kind,
  least: needed.kind === 'from' ? needed.least : null,
  wary: needed.kind === 'never' && needed.wary
})

const drawnJson = ({ draws, median, low, high, never }: DrawnTrust): PartyDocument['drawn'] => ({
  draws,
  median: finite(median),
  low: finite(low),
  high: finite(high),
  never
})

const finite = (trust: number): number | null => (Number.isFinite(trust) ? trust : null)
