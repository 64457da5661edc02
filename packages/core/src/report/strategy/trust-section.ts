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

/** What is compared, then proposal by proposal the parts, the least trust, and what guarantors change. */
export function trustBlocks(
  own: Words,
  source: Case,
  about: readonly ProposalTrust[]
): readonly Block[] {
  const [first] = about.flatMap(({ parties }) => parties)
  const draws = count(first?.drawn.draws ?? 0)
  return [
    heading(2, own.say('strategy.trust')),
    paragraph(own.say('strategy.trust.lead')),
    paragraph(own.say('strategy.trust.backing', { draws })),
    ...(about.some(({ parties }) => parties.some(isWary))
      ? [paragraph(own.say('strategy.trust.wary.note'))]
      : []),
    ...about.flatMap((one) => proposalBlocks(own, source, one))
  ]
}

function proposalBlocks(
  own: Words,
  source: Case,
  { proposal, parties, owesNothing, unknown }: ProposalTrust
): readonly Block[] {
  const { say } = own
  const named = (list: readonly string[]): { parties: string } => ({
    parties: namesOf(own, source, list)
  })
  const lacking = parties.filter(({ lacking: { evenOdds } }) => evenOdds > 0)
  return [
    heading(3, titleOf(own, source, proposal)),
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
    ...backingTable(own, source, parties),
    ...(lacking.length > 0 ? [list(lacking.map((one) => lackingWords(own, source, one)))] : []),
    ...(owesNothing.length > 0
      ? [paragraph(say('strategy.trust.owes-nothing', named(owesNothing)))]
      : []),
    ...(unknown.length > 0 ? [paragraph(say('strategy.trust.unknown', named(unknown)))] : [])
  ]
}

/** From which trust on each keeps to it: by itself, and with each guarantor. */
function backingTable(own: Words, source: Case, parties: readonly PartyTrust[]): readonly Block[] {
  const { say } = own
  if (parties.length === 0) return []
  const acts = parties.some(({ backings }) => backings.some(({ chance }) => chance))
  const head = [
    say('strategy.trust.party'),
    say('strategy.trust.with'),
    say('strategy.trust.penalty'),
    say('strategy.trust.insurance'),
    say('strategy.trust.keeps'),
    say('strategy.trust.median'),
    say('strategy.trust.never-in'),
    ...(acts ? [say('strategy.trust.act')] : [])
  ]
  const rows = parties.flatMap(({ party, needed, drawn, backings }) => [
    [
      nameOf(source, party),
      say('strategy.trust.nobody'),
      '',
      '',
      neededWords(own, needed),
      ...drawnCells(own, drawn),
      ...(acts ? [''] : [])
    ],
    ...(needed.kind === 'always' ? [] : backings).map((backing) => [
      nameOf(source, party),
      ...backedCells(own, source, backing),
      ...(acts ? [chanceWords(own, backing)] : [])
    ])
  ])
  return [table(head, rows)]
}

function backedCells(
  own: Words,
  source: Case,
  { by, backings, needed, drawn }: GuarantorTrust
): readonly string[] {
  const sum = (of: 'penalty' | 'insurance'): string =>
    points(backings.reduce((all, one) => all + one.chance * one[of], 0))
  return [
    namesOf(own, source, by),
    sum('penalty'),
    sum('insurance'),
    neededWords(own, needed),
    ...drawnCells(own, drawn)
  ]
}

function chanceWords({ say }: Words, { chance }: GuarantorTrust): string {
  const sure = (least: number | undefined): string =>
    least === undefined ? say('strategy.trust.no-chance') : least.toFixed(2)
  return chance
    ? say('strategy.trust.chances', {
        even: sure(chance.evenOdds),
        keeping: sure(chance.keeping)
      })
    : ''
}

const lackingWords = (own: Words, source: Case, { party, lacking }: PartyTrust): string =>
  own.say('strategy.trust.lacking', {
    party: nameOf(source, party),
    even: points(lacking.evenOdds),
    keeping: points(lacking.keeping)
  })

const isWary = ({ needed, backings }: PartyTrust): boolean =>
  [needed, ...backings.map((one) => one.needed)].some((one) => one.kind === 'never' && one.wary)

function neededWords({ say }: Words, needed: TrustNeeded): string {
  if (needed.kind === 'from') return needed.least.toFixed(2)
  if (needed.kind === 'always') return say('strategy.trust.any')
  return say(needed.wary ? 'strategy.trust.wary' : 'strategy.trust.no-trust')
}

const drawnCells = ({ say }: Words, { median, never }: DrawnTrust): readonly string[] => [
  Number.isFinite(median) ? median.toFixed(2) : say('strategy.trust.no-trust'),
  inPercent(never)
]
