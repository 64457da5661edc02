import type { Case } from '../../model/case.ts'
import type {
  DrawnTrust,
  GuarantorTrust,
  PartyTrust,
  ProposalTrust
} from '../../plan/path-trust.ts'
import type { TrustNeeded } from '../../strategy/trust.ts'
import type { Block } from '../blocks.ts'
import { heading, list, paragraph, table } from '../blocks.ts'
import type { Words } from '../words/index.ts'
import { count, inPercent, nameOf, namesOf, titleOf } from '../words/index.ts'

const points = (value: number): string => value.toFixed(1)

/** Proposal by proposal: the parts, the least trust, and what guarantors change. */
export const trustBlocks = (
  own: Words,
  source: Case,
  about: readonly ProposalTrust[]
): readonly Block[] => about.flatMap((one) => proposalBlocks(own, source, one))

function proposalBlocks(
  own: Words,
  source: Case,
  { proposal, parties, owesNothing, unknown }: ProposalTrust
): readonly Block[] {
  const { say } = own
  const named = (list: readonly string[]): { parties: string } => ({
    parties: namesOf(own, source, list)
  })
  return [
    heading(2, say('strategy.trust', { proposal: titleOf(own, source, proposal) })),
    paragraph(say('strategy.trust.lead')),
    table(
      [
        say('strategy.trust.party'),
        say('strategy.trust.stands'),
        say('strategy.trust.at-once'),
        say('strategy.trust.given'),
        say('strategy.trust.taken'),
        say('strategy.trust.both'),
        say('strategy.trust.taking'),
        say('strategy.trust.giving'),
        say('strategy.trust.none')
      ],
      parties.map(({ party, parts, payoffs }) => [
        nameOf(source, party),
        ...[parts.stands, parts.atOnce, parts.given, parts.taken].map(points),
        ...[payoffs.both, payoffs.taking, payoffs.giving, payoffs.none].map(points)
      ])
    ),
    list(parties.flatMap((one) => partyLines(own, source, one))),
    ...(owesNothing.length > 0
      ? [paragraph(say('strategy.trust.owes-nothing', named(owesNothing)))]
      : []),
    ...(unknown.length > 0 ? [paragraph(say('strategy.trust.unknown', named(unknown)))] : [])
  ]
}

/** By proposal and party, in their orders: the least trust, and what guarantors change. */
export const trustTold = (
  own: Words,
  source: Case,
  about: readonly ProposalTrust[]
): readonly (readonly (readonly string[])[])[] =>
  about.map(({ parties }) => parties.map((one) => partyLines(own, source, one)))

function partyLines(own: Words, source: Case, one: PartyTrust): readonly string[] {
  const { lacking, backings } = one
  const party = nameOf(source, one.party)
  return [
    needsWords(own, source, one),
    ...(lacking.evenOdds > 0
      ? [
          own.say('strategy.trust.lacking', {
            party,
            even: points(lacking.evenOdds),
            keeping: points(lacking.keeping)
          })
        ]
      : []),
    ...(one.needed.kind === 'always' ? [] : backings).map((backing) =>
      backedWords(own, source, { party, backing })
    )
  ]
}

const needsWords = (own: Words, source: Case, { party, needed, drawn }: PartyTrust): string =>
  own.say('strategy.trust.needs', {
    party: nameOf(source, party),
    needed: neededWords(own, needed),
    drawn: drawnWords(own, drawn)
  })

function backedWords(
  own: Words,
  source: Case,
  { party, backing }: { readonly party: string; readonly backing: GuarantorTrust }
): string {
  const { say } = own
  const { by, backings, needed, drawn, chance } = backing
  const guarantors = namesOf(own, source, by)
  const sum = (of: 'penalty' | 'insurance'): string =>
    points(backings.reduce((all, one) => all + one.chance * one[of], 0))
  const said = say('strategy.trust.backed', {
    guarantors,
    penalty: sum('penalty'),
    insurance: sum('insurance'),
    party,
    needed: neededWords(own, needed),
    drawn: drawnWords(own, drawn)
  })
  if (!chance) return said
  const sure = (least: number | undefined): string =>
    least === undefined ? say('strategy.trust.no-chance') : least.toFixed(2)
  return `${said} ${say('strategy.trust.chance', {
    guarantor: guarantors,
    even: sure(chance.evenOdds),
    keeping: sure(chance.keeping)
  })}`
}

function neededWords({ say }: Words, needed: TrustNeeded): string {
  if (needed.kind === 'from') return say('strategy.trust.from', { least: needed.least.toFixed(2) })
  if (needed.kind === 'always') return say('strategy.trust.always')
  return say(needed.wary ? 'strategy.trust.wary' : 'strategy.trust.never')
}

function drawnWords({ say }: Words, { draws, median, low, high, never }: DrawnTrust): string {
  const trust = (t: number): string =>
    Number.isFinite(t) ? t.toFixed(2) : say('strategy.trust.no-trust')
  if (never === 1) return say('strategy.trust.drawn.never', { draws: count(draws) })
  return say('strategy.trust.drawn', {
    draws: count(draws),
    median: trust(median),
    low: trust(low),
    high: trust(high),
    never: inPercent(never)
  })
}
