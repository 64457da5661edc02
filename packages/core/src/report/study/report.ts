import { outsideOf } from '../../deals/index.ts'
import type { Case, Proposal } from '../../model/case.ts'
import { textIn } from '../../model/package.ts'
import type { AlternativeStudy } from '../../study/index.ts'
import { boundsOf, requiredParties } from '../../worth/admissible.ts'
import { offersOf, plainOffers } from '../../worth/offers.ts'
import type { Block } from '../blocks.ts'
import { facts, heading, paragraph, table } from '../blocks.ts'
import { opening } from '../opening.ts'
import { count, listed, nameOf, termsInWords } from '../words.ts'
import { checkNext } from './check-next.ts'
import { conceptsWords, holdsCell } from './holds.ts'
import { partyBlocks } from './parties.ts'
import type { About, Drawn } from './words.ts'
import { alternativeName, isPartial, sampled } from './words.ts'

/**
 * The report of `solve study`: how sure each answer is, what each party would choose, and which
 * judgements to check next. `parties` tells more of them.
 */
export function studyReport(
  about: About,
  drawn: Drawn,
  { parties = false }: { readonly parties?: boolean } = {}
): readonly Block[] {
  const { source } = about
  const { alternatives } = drawn.study
  return [
    ...opening(
      source,
      "Everything below holds under this case's judgements, each drawn anywhere in its range."
    ),
    ...(isPartial(drawn)
      ? [
          paragraph(
            `PARTIAL: stopped after ${count(drawn.study.sizes.draws)} of ${count(drawn.draws)} draws.`
          )
        ]
      : []),
    ...overview(drawn),
    ...alternatives
      .filter(({ drivers }) => drivers !== null)
      .flatMap((one) => proposalBlocks(about, one)),
    ...drawn.study.parties.flatMap((party) =>
      partyBlocks(about, { party, study: drawn.study, fully: parties })
    ),
    heading(2, 'How this was computed'),
    paragraph(method(drawn))
  ]
}

/** With fewer draws than this, how often nothing is better is not told. */
const FEWEST = 30

function overview({ study: { alternatives, sizes } }: Drawn): readonly Block[] {
  const rows = alternatives.map((one) => [
    alternativeName(one.id),
    one.accepted ? sampled(one.accepted) : '-',
    one.efficient && sizes.efficiency >= FEWEST ? sampled(one.efficient) : '-',
    holdsCell(one.equilibrium)
  ])
  const holds = alternatives.some(({ equilibrium }) => equilibrium !== null)
  return [
    heading(2, 'How often does each proposal pass?'),
    table(
      ['', 'accepted by all', 'nothing better', 'nobody leaves'].slice(0, holds ? 4 : 3),
      rows.map((row) => row.slice(0, holds ? 4 : 3))
    ),
    paragraph(
      [
        'Accepted by all: the chance that every party whose consent is required accepts.',
        'Nothing better: how often no package within the rules and firm redlines is better for one of them and worse for none (also where the proposal itself is not within them). Where that is seldom, one party could gain at no cost to the others; truce solve bargaining shows how.',
        ...(holds
          ? [
              'Nobody leaves: how often no party gains by leaving the state of the graph that means it, from the strictest to the mildest idea of stability.'
            ]
          : []),
        '-: cannot be told.'
      ].join(' ')
    )
  ]
}

function proposalBlocks(about: About, alternative: AlternativeStudy): readonly Block[] {
  const { source } = about
  const { id, accepted, completed } = alternative
  if (!accepted) return []
  const written = source.proposals.find((proposal) => proposal.id === id)
  const each = accepted.parties.map(
    ({ party, ...chance }) => `${nameOf(source, party)} ${sampled(chance)}`
  )
  return [
    heading(2, `${id}: ${acceptedWords(accepted)}`),
    ...(written ? [paragraph(`${textIn(written.title)}.`)] : []),
    facts([
      ['each accepts', each.join('\n')],
      [
        'filled in',
        completed ? `${termsInWords(completed)} (the best way to fill what is open)` : ''
      ],
      ['out of bounds', written ? outsideWords(source, written, completed) : ''],
      ['would it hold', conceptsWords(alternative.equilibrium)]
    ]),
    ...checkNext(about, alternative)
  ]
}

/**
 * The rules that a proposal breaks and the redlines that it crosses: why it may be bettered by
 * nothing and yet be out of the question.
 */
function outsideWords(
  source: Case,
  proposal: Proposal,
  completed: ReadonlyMap<string, string> | null
): string {
  const offers = new Map([...offersOf(proposal, source), ...plainOffers(completed ?? new Map())])
  const { crosses, breaks } = outsideOf(offers, {
    source,
    bounds: boundsOf(source, requiredParties(source))
  })
  const rules = source.rules
    .filter(({ at }) => breaks.includes(at))
    .map(({ at, because }) => (because === undefined ? at : textIn(because)))
  return [
    ...(crosses.length > 0 ? [`crosses ${listed(crosses)}`] : []),
    ...rules.map((rule) => `breaks a rule: ${rule}`)
  ].join('\n')
}

function acceptedWords({ parties, ...chance }: NonNullable<AlternativeStudy['accepted']>): string {
  if (parties.length === 0) return "nobody's consent is required"
  if (chance.standardError === 0 && chance.p === 0) return 'accepted by all in no draw'
  if (chance.standardError === 0 && chance.p === 1) return 'accepted by all in every draw'
  return `accepted by all with chance ${sampled(chance)}`
}

function method({ study: { settings, sizes, alternatives } }: Drawn): string {
  const dependence =
    settings.dependence === 'party'
      ? 'judgements of one party err together'
      : 'judgements err independently'
  const solved = alternatives.some(({ equilibrium }) => equilibrium?.concepts)
  const fewer = [
    ...(alternatives.some(({ efficient }) => efficient)
      ? [`"nothing better" on ${count(sizes.efficiency)}`]
      : []),
    ...(solved && sizes.equilibrium > 1 ? [`"nobody leaves" on ${count(sizes.equilibrium)}`] : []),
    `what to check next on ${count(sizes.samples)}`
  ]
  return [
    `Sampled: ${count(sizes.draws)} draws, seed ${settings.seed}; ${dependence}. Of these, ${listed(fewer)} draws.`,
    ...(solved && sizes.equilibrium === 1
      ? [
          'Nothing in the graph is uncertain, so "nobody leaves" is exact; --exchange makes the order of statements uncertain.'
        ]
      : []),
    'Behind each ± stands the standard error of the draws. A figure without one was the same in every draw: by the rule of three the true chance lies within 3 divided by the number of draws.',
    'Shares of doubt are total Sobol indices: they count what a judgement does together with others, so they may add up to more than 100 %.',
    'Best, worst and comparisons: SMAA-2 over the same draws; what holds under every reading of the ranges is exact.'
  ].join(' ')
}
