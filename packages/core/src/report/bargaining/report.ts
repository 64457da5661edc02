import type { Best, Trade } from '../../bargaining/index.ts'
import type { Bargain, PlacedProposal } from '../../deals/bargain.ts'
import { textIn } from '../../model/package.ts'
import type { Block } from '../blocks.ts'
import { heading, list, paragraph, table } from '../blocks.ts'
import { count, listed, nameOf } from '../words.ts'
import { finerBlocks, pairBlocks, paymentBlocks } from './pair.ts'
import { inPoints, partyAt, STANDARD_WORDS, settledAs, signed, termsOf, whoGains } from './words.ts'

/** The report of `solve bargaining`: what can be agreed, what is best by which standard, and how far each proposal is from it. */
export function bargainingReport(about: Bargain, more: readonly Block[] = []): readonly Block[] {
  const { source } = about
  return [
    heading(1, textIn(source.title)),
    paragraph(
      [
        source.view ? `${textIn(source.view)}.` : '',
        `As of ${source.asOf}.`,
        "Everything below holds under this case's judgements, each at its central value."
      ]
        .join(' ')
        .trim()
    ),
    ...whatCan(about),
    ...whatIsBest(about),
    ...packages(about),
    ...proposals(about),
    ...finerBlocks(about),
    ...pairBlocks(about),
    ...paymentBlocks(about),
    ...more,
    heading(2, 'How this was computed'),
    ...method(about)
  ]
}

function whatCan(about: Bargain): readonly Block[] {
  const { packages: counts, space, solved, respectRedlines } = about
  const names = listed(about.asked.map((id) => nameOf(about.source, id)))
  const bounds = respectRedlines ? `the rules and every redline of ${names} of firmness 0.5 and more` : 'the rules'
  const kept =
    counts.admissible === 0n
      ? `No package of ${count(counts.total)} keeps ${bounds}: \`truce check\` names the redlines that exclude one another, and \`--respect-redlines no\` lifts them.`
      : `Of ${count(counts.total)} packages ${count(counts.admissible)} keep ${bounds}. ${efficientWords(about)}`
  return [
    heading(2, 'What can be agreed?'),
    paragraph(kept.trim()),
    table(
      ['', 'no deal is worth', ...(solved.ideal ? ['gains at best'] : [])],
      space.parties.map((_, party) => [
        partyAt(about, party),
        (inPoints(space, space.noDeal)[party] ?? 0).toFixed(1),
        ...(solved.ideal ? [signed(inPoints(space, solved.ideal)[party] ?? 0)] : [])
      ])
    ),
    paragraph("Points: 0 is a party's worst option on every issue, 100 its best on every issue. Gains are over its no deal."),
    ...remarks(about).map(paragraph)
  ]
}

function efficientWords({ solved: { frontier, ideal }, space }: Bargain): string {
  if (!ideal) return 'None of them leaves all of these parties at least as well off as no deal.'
  if (!frontier) return ''
  const size = frontier.gains.count
  if (frontier.within) {
    const within = Math.max(...inPoints(space, frontier.within))
    return `Of those that leave nobody worse off than no deal ${count(size)} stand for all efficient ones: each of the others is within ${within.toPrecision(2)} points of one of these for every party.`
  }
  const total = Array.from({ length: size }, (_, point) => frontier.packages(point) ?? 0n).reduce((sum, one) => sum + one, 0n)
  const same = total === BigInt(size) ? '' : ` (${count(size)} different ways to share)`
  return `Of those that leave nobody worse off than no deal ${count(total)} ${total === 1n ? 'is' : 'are'} efficient${same}: to better one for a party is to worsen it for another.`
}

function remarks(about: Bargain): readonly string[] {
  const { conditional, leftOut, source, space, solved } = about
  const name = (ids: readonly string[]): string => listed(ids.map((id) => textIn(source.parties.get(id)?.name ?? id)))
  const rounded = space.exact.includes(false)
  return [
    ...(conditional.length > 0
      ? [
          `${name(conditional)} ${conditional.length > 1 ? 'are' : 'is'} asked about every package here, though the case needs ${conditional.length > 1 ? 'their' : 'its'} consent only to some: name the parties with --parties to leave ${conditional.length > 1 ? 'them' : 'it'} out.`
        ]
      : []),
    ...(leftOut.length > 0
      ? [`${name(leftOut)}: left out, for the case does not say what packages or no deal are worth to it.`]
      : []),
    ...(solved.gainless.length > 0 && solved.ideal
      ? [
          `${name(solved.gainless.map((party) => space.parties[party] ?? ''))} cannot gain in any package that leaves nobody worse off.`
        ]
      : []),
    ...(rounded ? ['Some numbers are no short decimals and were rounded at the tenth digit after the point or thereabouts.'] : [])
  ]
}

function whatIsBest(about: Bargain): readonly Block[] {
  const { solved, space } = about
  if (solved.standards.length === 0) return []
  const rows = solved.standards.flatMap((best) =>
    best.ties
      .slice(0, 3)
      .map((deal, k) => [
        k === 0 ? STANDARD_WORDS[best.standard][0] : '  or',
        ...inPoints(space, deal.gains).map(signed),
        deal.packages === undefined ? '?' : String(deal.packages)
      ])
  )
  const nash = solved.standards.some(({ standard }) => standard === 'nash')
  return [
    heading(2, 'Which package is best for all?'),
    table(['gains in points', ...space.parties.map((_, party) => partyAt(about, party)), 'packages'], rows),
    list(solved.standards.map(({ standard }) => `${STANDARD_WORDS[standard][0]}: ${STANDARD_WORDS[standard][1]}.`)),
    ...(nash ? [] : [paragraph('There is no Nash solution: no package gives every party more than no deal.')])
  ]
}

function packages(about: Bargain): readonly Block[] {
  const { solved, space, source } = about
  const [first, ...others] = solved.standards
  const terms = first?.ties[0] && termsOf(space, first.ties[0].choice)
  if (!first || !terms) return []
  return [
    heading(2, `The package: ${STANDARD_WORDS[first.standard][0]}`),
    list([...terms].map(([issue, option]) => settledAs(source, issue, option))),
    ...others.map((best) => paragraph(differing(about, best, terms)))
  ]
}

function differing({ space, source }: Bargain, { standard, ties }: Best, from: ReadonlyMap<string, string>): string {
  const own = termsOf(space, ties[0]?.choice ?? [])
  const changed = [...own].filter(([issue, option]) => from.get(issue) !== option)
  const name = STANDARD_WORDS[standard][0]
  if (changed.length === 0) return `${name}: the same package.`
  return `${name}: the same, except ${changed.map(([issue, option]) => settledAs(source, issue, option)).join('; ')}.`
}

function proposals(about: Bargain): readonly Block[] {
  if (about.proposals.length === 0) return []
  const rows = about.proposals.map((proposal) => [
    proposal.id,
    ...inPoints(proposal.space, proposal.gains).map(signed),
    proposal.breaks.length > 0 ? 'breaks rules' : isOutside(about, proposal) ? `crosses ${proposal.crosses.length}` : 'yes'
  ])
  return [
    heading(2, 'How far are the proposals from it?'),
    table(['gains in points', ...about.space.parties.map((_, party) => partyAt(about, party)), 'within bounds'], rows),
    ...about.proposals.flatMap((proposal) => proposalBlocks(about, proposal))
  ]
}

function proposalBlocks(about: Bargain, proposal: PlacedProposal): readonly Block[] {
  const { source } = about
  const found = source.proposals.find(({ id }) => id === proposal.id)
  return [
    heading(3, found ? `${proposal.id}: ${textIn(found.title)}` : proposal.id),
    paragraph([outside(proposal), filling(about, proposal), better(about, proposal)].filter((text) => text !== '').join(' ')),
    ...changes(about, proposal),
    ...trades(about, proposal)
  ]
}

function outside({ crosses, breaks }: PlacedProposal): string {
  const parts = [
    ...(crosses.length > 0 ? [`It crosses ${listed(crosses)}.`] : []),
    ...(breaks.length > 0 ? [`It breaks ${breaks.length === 1 ? 'a rule' : `${breaks.length} rules`} of the case.`] : [])
  ]
  return parts.join(' ')
}

function filling({ source }: Bargain, { filled }: PlacedProposal): string {
  if (filled.size === 0) return ''
  return `Read with its open issues filled at their best, as \`check\` does: ${[...filled].map(([issue, option]) => settledAs(source, issue, option)).join('; ')}.`
}

/** Whether a proposal is no admissible package itself. */
const isOutside = ({ respectRedlines }: Bargain, { crosses, breaks }: PlacedProposal): boolean =>
  breaks.length > 0 || (respectRedlines && crosses.length > 0)

function better(about: Bargain, proposal: PlacedProposal): string {
  const { improvement, gains, space } = proposal
  const loses = gains.some((gain) => gain < 0)
  const than = loses ? 'it and no deal' : 'it'
  if (improvement) return `Better for all than ${than}: ${whoGains(about, inPoints(space, improvement.adds))}, with`
  return isOutside(about, proposal) || loses
    ? `Nothing within bounds is at least as good for all as ${than.replace(' and ', ' and as ')}.`
    : 'It is efficient: nothing within bounds is better for one party without being worse for another.'
}

/** What the improvement settles otherwise than the proposal. */
function changes({ source }: Bargain, { improvement, choice, space }: PlacedProposal): readonly Block[] {
  if (!improvement) return []
  const other = space.issues.flatMap(({ id, options }, issue) =>
    improvement.choice[issue] === choice[issue] ? [] : [settledAs(source, id, options[improvement.choice[issue] ?? 0] ?? '')]
  )
  return [list(other)]
}

function trades(about: Bargain, { trades: found }: PlacedProposal): readonly Block[] {
  if (!found || found.improvementCount + found.tradeCount === 0) return []
  const line = ({ changes, gains }: Trade): string =>
    `${changes.map((change) => `${settledAs(about.source, change.issue, change.to)}${forWhom(about, change)}`).join(', for ')}: ${whoGains(about, gains)}.`
  return [
    ...(found.improvementCount > 0
      ? [
          paragraph(`One change that costs nobody anything (${found.improvementCount} in all):`),
          list(found.improvements.map(line))
        ]
      : []),
    ...(found.tradeCount > 0
      ? [
          paragraph(`This for that (${count(found.tradeCount)} exchanges of two or three issues by which nobody loses):`),
          list(found.trades.map(line))
        ]
      : [])
  ]
}

function forWhom({ source }: Bargain, { giving, receiving }: Trade['changes'][number]): string {
  const names = (ids: readonly string[]): string => listed(ids.map((id) => textIn(source.parties.get(id)?.name ?? id)))
  const parts = [
    ...(giving.length > 0 ? [`${names(giving)} ${giving.length > 1 ? 'give' : 'gives'}`] : []),
    ...(receiving.length > 0 ? [`${names(receiving)} ${receiving.length > 1 ? 'receive' : 'receives'}`] : [])
  ]
  return parts.length > 0 ? ` (${parts.join(', ')})` : ''
}

function method(about: Bargain): readonly Block[] {
  const { solved, space, packages: counts } = about
  const proofs = solved.standards.flatMap((best) => {
    const text = proof(about, best)
    return text === '' ? [] : [`${STANDARD_WORDS[best.standard][0]}: ${text}`]
  })
  const frontier = solved.frontier
    ? `The frontier is ${solved.frontier.within ? 'near' : 'exact'}: issues are put together one by one, and what is worse for all is left out on the way.`
    : counts.admissible === 0n
      ? ''
      : 'Conditions link so many issues that the frontier was not listed: each package was found by integer programming, and its bound holds up to the tolerance of the solver.'
  return [
    paragraph(
      `All numbers were made whole (${space.parties.map((_, party) => `${partyAt(about, party)}: ${unitText(space.unitsPerPoint[party] as number)}`).join(', ')}), so that no package is better by rounding. ${frontier}`.trim()
    ),
    ...(proofs.length > 0
      ? [
          paragraph(
            'Checks by hand. Weigh the gains so and take the best option of every issue (of every group of linked issues): nothing can sum to more, hence no package can be better than the bound.'
          ),
          list(proofs)
        ]
      : [])
  ]
}

const unitText = (units: number): string => `${Number(units.toPrecision(6))} to the point`

function proof(about: Bargain, { certificate, value, standard }: Best): string {
  const { lambda, rootBound, by, gap, nodes, complete } = certificate
  if (!lambda || rootBound === undefined) return ''
  const weights = listed(
    Array.from(lambda, (weight, party) => `${partyAt(about, party)} ${weight < 1e-9 ? 0 : Number(weight.toPrecision(4))}`)
  )
  const more = standard === 'welfare' ? ' on top of 1 each' : ''
  const search =
    by === 'frontier'
      ? 'the frontier shows that nothing beats what was found'
      : `the search looked at ${nodes} regions and ${complete ? 'proved' : 'stopped with'} a gap of ${gap.toPrecision(2)}`
  return `weights ${weights}${more}; bound ${Number(rootBound.toPrecision(6))}, found ${Number(value.toPrecision(6))}; ${search}.`
}
