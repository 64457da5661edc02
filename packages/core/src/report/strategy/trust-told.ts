import type { Case } from '../../model/case.ts'
import type {
  DrawnTrust,
  GuarantorTrust,
  PartyTrust,
  ProposalTrust
} from '../../plan/path-trust.ts'
import type { TrustNeeded } from '../../strategy/trust.ts'
import type { Words } from '../words/index.ts'
import { count, inPercent, nameOf, namesOf } from '../words/index.ts'
import { backingSum, chancesOf, lackingWords, trustOf } from './trust-section.ts'

/** By proposal and party, in their orders: why so much trust is needed, and what guarantors change. */
export const trustTold = (
  own: Words,
  source: Case,
  about: readonly ProposalTrust[]
): readonly (readonly (readonly string[])[])[] =>
  about.map(({ parties }) => parties.map((one) => partyLines(own, source, one)))

function partyLines(own: Words, source: Case, one: PartyTrust): readonly string[] {
  const party = nameOf(source, one.party)
  const needs = own.say('strategy.trust.needs', {
    party,
    needed: keepsWords(own, one.needed),
    drawn: drawnWords(own, one.drawn)
  })
  return [
    needs,
    ...(one.lacking.evenOdds > 0 ? [lackingWords(own, source, one)] : []),
    ...(one.needed.kind === 'always' ? [] : one.backings).map((backing) =>
      backedWords(own, source, { party, backing })
    )
  ]
}

function backedWords(
  own: Words,
  source: Case,
  { party, backing }: { readonly party: string; readonly backing: GuarantorTrust }
): string {
  const guarantors = namesOf(own, source, backing.by)
  const said = own.say('strategy.trust.backed', {
    guarantors,
    penalty: backingSum(backing, 'penalty'),
    insurance: backingSum(backing, 'insurance'),
    party,
    needed: keepsWords(own, backing.needed),
    drawn: drawnWords(own, backing.drawn)
  })
  const sure = chancesOf(own, backing)
  if (!sure) return said
  return `${said} ${own.say('strategy.trust.chance', { guarantor: guarantors, ...sure })}`
}

function keepsWords({ say }: Words, needed: TrustNeeded): string {
  if (needed.kind === 'from') return say('strategy.trust.from', { least: needed.least.toFixed(2) })
  if (needed.kind === 'always') return say('strategy.trust.always')
  return say(needed.wary ? 'strategy.trust.wary.why' : 'strategy.trust.never')
}

function drawnWords(own: Words, { draws, median, low, high, never }: DrawnTrust): string {
  const { say } = own
  if (never === 1) return say('strategy.trust.drawn.never', { draws: count(draws) })
  return say('strategy.trust.drawn', {
    draws: count(draws),
    median: trustOf(own, median),
    low: trustOf(own, low),
    high: trustOf(own, high),
    never: inPercent(never)
  })
}
