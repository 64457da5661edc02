import type { Best, Trade } from '../../bargaining/index.ts'
import type { Bargain, PlacedProposal } from '../../deals/bargain.ts'
import { textIn } from '../../model/package.ts'
import type { Block } from '../blocks.ts'
import { heading, list, paragraph, table } from '../blocks.ts'
import { opening } from '../opening.ts'
import { count, listed, nameOf } from '../words.ts'
import { finerBlocks, pairBlocks, paymentBlocks } from './pair.ts'
import { proofText } from './proof.ts'
import { inPoints, partyAt, STANDARD_WORDS, settledAs, signed, termsOf, whoGains } from './words.ts'

/**
 * The report of `solve bargaining`: what can be agreed, what is best by which standard, and how far
 * each proposal is from it.
 */
export function bargainingReport(about: Bargain, more: readonly Block[] = []): readonly Block[] {
  const { source } = about
  return [
    ...opening(
      source,
      "Everything below holds under this case's judgements, each at its central value."
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
  const kept = isFree(about)
    ? `All ${count(counts.total)} packages are possible: the case has no rules, nor redlines of these parties that bind. ${efficientWords(about)}`
    : counts.admissible === 0n
      ? `None of the ${count(counts.total)} packages keeps ${boundsWords(about)}: \`truce check\` names what excludes what${respectRedlines ? ', and `--respect-redlines no` lifts the redlines' : ''}.`
      : `Of ${count(counts.total)} packages ${count(counts.admissible)} keep ${boundsWords(about)}. ${efficientWords(about)}`
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
    paragraph(
      "Points: 0 is a party's worst option on every issue, 100 its best on every issue. Gains are over its no deal."
    ),
    ...remarks(about).map(paragraph)
  ]
}

/** What a package must keep to. */
function boundsWords({ source, asked, respectRedlines }: Bargain): string {
  const rules = source.rules.length > 0 ? ['the rules'] : []
  const redlines = asked.some((party) => (source.stances.get(party)?.redlines.length ?? 0) > 0)
  const names = listed(asked.map((id) => nameOf(source, id)))
  const bound =
    respectRedlines && redlines ? [`every redline of ${names} of firmness 0.5 and more`] : []
  return listed([...rules, ...bound])
}

const isFree = (about: Bargain): boolean => boundsWords(about) === ''

/** Beyond this many points from the efficient packages, a list promises nothing of use. */
const TOO_COARSE = 10

function efficientWords({ solved: { frontier, ideal }, space }: Bargain): string {
  if (!ideal) return 'None of them leaves all of these parties at least as well off as no deal.'
  if (!frontier) return ''
  const size = frontier.gains.count
  if (frontier.within) {
    const within = Math.max(...inPoints(space, frontier.within))
    const near =
      within > TOO_COARSE
        ? 'too few to stand for the others: allow more with --most'
        : `and each other efficient one that leaves everybody ${within.toFixed(2)} above no deal is within ${within.toFixed(2)} points of one of these for every party`
    return `${count(size)} that are efficient or nearly so were kept, ${near}.`
  }
  const total = Array.from({ length: size }, (_, point) => frontier.packages(point) ?? 0n).reduce(
    (sum, one) => sum + one,
    0n
  )
  const same =
    total === BigInt(size)
      ? ''
      : ` (${count(size)} different ${size === 1 ? 'way' : 'ways'} to share)`
  return `Of those that leave nobody worse off than no deal ${count(total)} ${total === 1n ? 'is' : 'are'} efficient${same}: to better one for a party is to worsen it for another.`
}

function remarks(about: Bargain): readonly string[] {
  const { conditional, leftOut, source, space, solved } = about
  const name = (ids: readonly string[]): string =>
    listed(ids.map((id) => textIn(source.parties.get(id)?.name ?? id)))
  const rounded = space.exact.includes(false)
  return [
    ...(conditional.length > 0
      ? [
          `${name(conditional)} ${conditional.length > 1 ? 'are' : 'is'} asked about every package here, though the case needs ${conditional.length > 1 ? 'their' : 'its'} consent only to some: name the parties with --parties to leave ${conditional.length > 1 ? 'them' : 'it'} out.`
        ]
      : []),
    ...(leftOut.length > 0
      ? [
          `${name(leftOut)}: left out, for the case does not say what packages or no deal are worth to it.`
        ]
      : []),
    ...(solved.gainless.length > 0 && solved.ideal
      ? [
          `${name(solved.gainless.map((party) => space.parties[party] ?? ''))} cannot gain in any package that leaves nobody worse off.`
        ]
      : []),
    ...(rounded
      ? [
          'Some numbers are no short decimals and were rounded at the tenth digit after the point or thereabouts.'
        ]
      : [])
  ]
}

function whatIsBest(about: Bargain): readonly Block[] {
  const { solved, space } = about
  if (solved.standards.length === 0) return []
  if (space.parties.length === 1)
    return [
      paragraph(
        'With one party there is nothing to bargain over: every standard names what is best for it.'
      )
    ]
  const rows = solved.standards.flatMap((best) =>
    best.ties
      .slice(0, 3)
      .map((deal, k) => [
        k === 0 ? STANDARD_WORDS[best.standard][0] : `${STANDARD_WORDS[best.standard][0]}, as good`,
        ...inPoints(space, deal.gains).map(signed),
        ...(deal.packages === undefined ? [] : [String(deal.packages)])
      ])
  )
  const nash = solved.standards.some(({ standard }) => standard === 'nash')
  const listed = solved.standards[0]?.ties[0]?.packages
  return [
    heading(2, 'Which package is best for all?'),
    table(
      [
        'gains in points',
        ...space.parties.map((_, party) => partyAt(about, party)),
        ...(listed === undefined ? [] : ['packages'])
      ],
      rows
    ),
    ...(listed === undefined
      ? [
          paragraph(
            'Found one by one: packages that are as good are not listed, nor those with the most equal shares.'
          )
        ]
      : []),
    list(
      solved.standards.map(
        ({ standard }) => `${STANDARD_WORDS[standard][0]}: ${STANDARD_WORDS[standard][1]}.`
      )
    ),
    ...(nash
      ? []
      : [paragraph('There is no Nash solution: no package gives every party more than no deal.')])
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

function differing(
  { space, source }: Bargain,
  { standard, ties }: Best,
  from: ReadonlyMap<string, string>
): string {
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
    proposal.breaks.length > 0
      ? 'breaks rules'
      : proposal.inside
        ? 'yes'
        : `crosses ${proposal.crosses.length}`
  ])
  return [
    heading(2, 'How far are the proposals from it?'),
    table(
      [
        'gains in points',
        ...about.space.parties.map((_, party) => partyAt(about, party)),
        'within bounds'
      ],
      rows
    ),
    ...about.proposals.flatMap((proposal) => proposalBlocks(about, proposal))
  ]
}

function proposalBlocks(about: Bargain, proposal: PlacedProposal): readonly Block[] {
  const { source } = about
  const found = source.proposals.find(({ id }) => id === proposal.id)
  return [
    heading(3, found ? `${proposal.id}: ${textIn(found.title)}` : proposal.id),
    paragraph(
      [outside(about, proposal), filling(about, proposal), better(about, proposal)]
        .filter((text) => text !== '')
        .join(' ')
    ),
    ...changes(about, proposal),
    ...trades(about, proposal)
  ]
}

function outside({ source }: Bargain, { crosses, mayCross, breaks }: PlacedProposal): string {
  const broken = source.rules.filter(({ at }) => breaks.includes(at))
  const parts = [
    ...(crosses.length > 0 ? [`It crosses ${listed(crosses)}.`] : []),
    ...(mayCross.length > 0
      ? [`Under some scenario it crosses ${listed(mayCross)}, too; that binds no package here.`]
      : []),
    ...broken.map(
      ({ because, at }) =>
        `It breaks a rule of the case: ${because === undefined ? at : textIn(because)}.`
    )
  ]
  return parts.join(' ')
}

function filling({ source }: Bargain, { filled }: PlacedProposal): string {
  if (filled.size === 0) return ''
  return `Read with its open issues filled at their best, as \`check\` does: ${[...filled].map(([issue, option]) => settledAs(source, issue, option)).join('; ')}.`
}

function better(
  about: Bargain,
  { improvement, gains, space, inside, efficient }: PlacedProposal
): string {
  const loses = gains.some((gain) => gain < 0)
  const than = loses ? 'it and no deal' : 'it'
  if (!improvement)
    return efficient && !loses
      ? 'It is efficient: nothing within bounds is better for one party without being worse for another.'
      : inside && !loses
        ? ''
        : `Nothing within bounds is at least as good for all as ${than.replace(' and ', ' and as ')}.`
  const all = improvement.adds.every((add) => add > 0)
  return `Better ${all ? `for all than ${than}` : `than ${than} and worse for nobody`}: ${whoGains(about, inPoints(space, improvement.adds))}, with`
}

/** What the improvement settles otherwise than the proposal. */
function changes(
  { source }: Bargain,
  { improvement, choice, space }: PlacedProposal
): readonly Block[] {
  if (!improvement) return []
  const other = space.issues.flatMap(({ id, options }, issue) =>
    improvement.choice[issue] === choice[issue]
      ? []
      : [settledAs(source, id, options[improvement.choice[issue] ?? 0] ?? '')]
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
          paragraph(
            `A single change that costs nobody anything (${found.improvementCount} ${found.improvementCount === 1 ? 'is' : 'are'} possible):`
          ),
          list(found.improvements.map(line))
        ]
      : []),
    ...(found.tradeCount > 0
      ? [
          paragraph(
            `This for that: two or three changes by which nobody loses (${count(found.tradeCount)} ${found.tradeCount === 1 ? 'is' : 'are'} possible):`
          ),
          list(found.trades.map(line))
        ]
      : [])
  ]
}

function forWhom({ source }: Bargain, { giving, receiving }: Trade['changes'][number]): string {
  const names = (ids: readonly string[]): string =>
    listed(ids.map((id) => textIn(source.parties.get(id)?.name ?? id)))
  const parts = [
    ...(giving.length > 0 ? [`a loss for ${names(giving)}`] : []),
    ...(receiving.length > 0 ? [`a gain for ${names(receiving)}`] : [])
  ]
  return parts.length > 0 ? ` (${parts.join('; ')})` : ''
}

function method(about: Bargain): readonly Block[] {
  const { solved, space, packages: counts } = about
  const proofs = solved.standards.flatMap((best) => {
    const text = proofText(about, best)
    return text === '' ? [] : [`${STANDARD_WORDS[best.standard][0]}: ${text}`]
  })
  const frontier = solved.frontier
    ? `The frontier is ${solved.frontier.within ? 'near' : 'exact'}: issues are put together one by one, and what is worse for all is left out on the way.`
    : counts.admissible === 0n
      ? ''
      : solved.standards.some(({ certificate }) => certificate.by === 'integer programming')
        ? 'Conditions link so many issues that the frontier was not listed: each package was found by integer programming, and its bound holds up to the tolerance of the solver.'
        : 'So many packages are efficient that they were not listed: each package was searched for by itself.'
  return [
    paragraph(
      `All numbers were made whole (${space.parties.map((_, party) => `${partyAt(about, party)}: ${unitText(space.unitsPerPoint[party] as number)}`).join(', ')}), so that no package is better by rounding. ${frontier}`.trim()
    ),
    ...(proofs.length > 0
      ? [
          paragraph(
            'Checks by hand. Weigh what every option is worth to the parties as below, and take the greatest sum on every issue (of issues that conditions link: of their combinations): no package can sum to more, so none can be better than the bound.'
          ),
          list(proofs)
        ]
      : [])
  ]
}

const unitText = (units: number): string => `${Number(units.toPrecision(6))} to the point`
