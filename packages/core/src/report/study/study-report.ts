import { outsideOf } from '../../deals/index.ts'
import type { Proposal } from '../../model/case.ts'
import { textIn } from '../../model/package.ts'
import type { AlternativeStudy } from '../../study/index.ts'
import { boundsOf, requiredParties } from '../../worth/admissible.ts'
import { offersOf, plainOffers } from '../../worth/offers.ts'
import { redlineId } from '../../worth/redlines.ts'
import { roomOf } from '../../worth/room.ts'
import type { Block } from '../blocks.ts'
import { facts, heading, paragraph, table } from '../blocks.ts'
import { levelWords } from '../check/deal-space.ts'
import { opening } from '../opening.ts'
import type { Words } from '../words/index.ts'
import { admissibleWords, count, nameOf, termsInWords, wordsOf } from '../words/index.ts'
import { checkNext } from './check-next.ts'
import { conceptsWords, holdsCell } from './equilibrium-cells.ts'
import type { StudyDrawn, StudyReported } from './input-words.ts'
import { alternativeName, isPartial, sampled } from './input-words.ts'
import { partyBlocks } from './parties.ts'

/**
 * The report of `solve study`: how sure each answer is, what each party would choose, and which
 * judgements to check next. `parties` tells more of them.
 */
export function studyReport(
  about: StudyReported,
  drawn: StudyDrawn,
  { parties = false }: { readonly parties?: boolean } = {}
): readonly Block[] {
  const { source } = about
  const own = wordsOf(about)
  const { say } = own
  const { alternatives, sizes, parties: told } = drawn.study
  return [
    ...opening(own, source, say('opening.study')),
    ...(isPartial(drawn)
      ? [paragraph(say('study.partial', { done: count(sizes.draws), draws: count(drawn.draws) }))]
      : []),
    ...overview(own, drawn),
    ...cutWords(about, drawn).map(paragraph),
    ...leftWords(own, drawn).map(paragraph),
    ...alternatives
      .filter(({ drivers }) => drivers !== null)
      .flatMap((one) => proposalBlocks(about, one, !drawn.study.left.completions.includes(one.id))),
    ...told.flatMap((party) => partyBlocks(about, { party, study: drawn.study, fully: parties })),
    heading(2, say('method.title')),
    paragraph(method(own, drawn).join(' '))
  ]
}

/** With fewer draws than this, how often nothing is better is not told. */
const FEWEST = 30

function overview(own: Words, { study: { alternatives, sizes } }: StudyDrawn): readonly Block[] {
  const { say } = own
  const holds = alternatives.some(({ equilibrium }) => equilibrium !== null)
  const rows = alternatives.map((one) => [
    alternativeName(own, one.id),
    one.accepted ? sampled(one.accepted) : '-',
    one.efficient && sizes.efficiency >= FEWEST ? sampled(one.efficient) : '-',
    ...(holds ? [holdsCell(own, one.equilibrium)] : [])
  ])
  return [
    heading(2, say('pass.title')),
    table(
      ['', say('pass.accepted'), say('pass.better'), ...(holds ? [say('pass.leaves')] : [])],
      rows
    ),
    paragraph(
      [
        say('pass.reading.accepted'),
        say('pass.reading.better'),
        ...(holds ? [say('pass.reading.leaves')] : []),
        say('pass.reading.unknown')
      ].join(' ')
    )
  ]
}

/**
 * Where the packages that are compared hang on the firmness from which redlines bind, and on which
 * redlines beside it: as `check` counts them.
 */
function cutWords(
  about: StudyReported,
  { study: { alternatives } }: StudyDrawn
): readonly string[] {
  if (alternatives.every(({ efficient }) => efficient === null)) return []
  const own = wordsOf(about)
  const { say, list } = own
  const room = roomOf(about.source)
  const { at, admissible, exact, levels, edges } = room
  const others = levels.filter((one) => one.admissible !== admissible || one.exact !== exact)
  if (others.length === 0 && edges.length === 0) return []
  const redlines = list(edges.map(({ redline }) => redlineId(redline)))
  return [
    [
      say('pass.cut', { at, admissible: admissibleWords(own, room) }),
      ...(others.length > 0 ? [levelWords(own, others)] : []),
      ...(edges.length > 0 ? [say('pass.cut.edges', { redlines, n: edges.length })] : [])
    ].join(' ')
  ]
}

/** What was left out so that the study ends; nothing where all was done. */
function leftWords({ say, list }: Words, drawn: StudyDrawn): readonly string[] {
  const { left, sizes, settings } = drawn.study
  const short = (done: number, asked: number): boolean =>
    !isPartial(drawn) && done > 0 && done < Math.min(asked, settings.draws)
  const told = [
    ...(left.efficiency.length > 0
      ? [say('study.left.better', { proposals: list(left.efficiency) })]
      : []),
    ...(short(sizes.efficiency, settings.efficiencyDraws)
      ? [
          say('study.left.better.draws', {
            done: sizes.efficiency,
            draws: settings.efficiencyDraws
          })
        ]
      : []),
    ...(left.drivers.length > 0 ? [say('study.left.next', { proposals: list(left.drivers) })] : []),
    ...(short(sizes.samples, settings.samples)
      ? [say('study.left.next.draws', { done: sizes.samples, draws: settings.samples })]
      : []),
    ...(left.completions.length > 0
      ? [
          say('study.left.filled', {
            proposals: list(left.completions),
            n: left.completions.length
          })
        ]
      : [])
  ]
  return told.length > 0 ? [[say('study.left'), ...told].join(' ')] : []
}

function proposalBlocks(
  about: StudyReported,
  alternative: AlternativeStudy,
  proved: boolean
): readonly Block[] {
  const { source } = about
  const own = wordsOf(about)
  const { say } = own
  const { id, accepted, completed } = alternative
  if (!accepted) return []
  const written = source.proposals.find((proposal) => proposal.id === id)
  const each = accepted.parties.map(
    ({ party, ...chance }) => `${nameOf(source, party)} ${sampled(chance)}`
  )
  return [
    heading(2, acceptedWords(own, id, accepted)),
    ...(written ? [paragraph(say('sentence', { clause: textIn(written.title) }))] : []),
    facts([
      [say('accepted.each'), each.join('\n')],
      [
        say('accepted.filled'),
        completed
          ? say(proved ? 'accepted.filled.how' : 'accepted.filled.found', {
              terms: termsInWords(completed)
            })
          : ''
      ],
      [say('accepted.outside'), written ? outsideWords(about, written, completed) : ''],
      [say('facts.hold'), conceptsWords(own, alternative.equilibrium)]
    ]),
    ...checkNext(about, alternative)
  ]
}

/**
 * The rules that a proposal breaks and the redlines that it crosses: why it may be bettered by
 * nothing and yet be out of the question.
 */
function outsideWords(
  about: StudyReported,
  proposal: Proposal,
  completed: ReadonlyMap<string, string> | null
): string {
  const { source } = about
  const { say, list } = wordsOf(about)
  const offers = new Map([...offersOf(proposal, source), ...plainOffers(completed ?? new Map())])
  const { crosses, breaks } = outsideOf(offers, {
    source,
    bounds: boundsOf(source, requiredParties(source))
  })
  const rules = source.rules
    .filter(({ at }) => breaks.includes(at))
    .map(({ at, because }) => (because === undefined ? at : textIn(because)))
  return [
    ...(crosses.length > 0 ? [say('accepted.crosses', { redlines: list(crosses) })] : []),
    ...rules.map((rule) => say('accepted.breaks', { rule }))
  ].join('\n')
}

function acceptedWords(
  { say }: Words,
  proposal: string,
  { parties, ...chance }: NonNullable<AlternativeStudy['accepted']>
): string {
  if (parties.length === 0) return say('accepted.nobody', { proposal })
  if (chance.standardError === 0 && chance.p === 0) return say('accepted.never', { proposal })
  if (chance.standardError === 0 && chance.p === 1) return say('accepted.always', { proposal })
  return say('accepted.chance', { proposal, chance: sampled(chance) })
}

function method(
  { say, list }: Words,
  { study: { settings, sizes, alternatives } }: StudyDrawn
): readonly string[] {
  const solved = alternatives.some(({ equilibrium }) => equilibrium?.concepts)
  const fewer = [
    ...(alternatives.some(({ efficient }) => efficient)
      ? [say('study.fewer.better', { draws: count(sizes.efficiency) })]
      : []),
    ...(solved && sizes.equilibrium > 1
      ? [say('study.fewer.leaves', { draws: count(sizes.equilibrium) })]
      : []),
    say('study.fewer.next', { draws: count(sizes.samples) })
  ]
  return [
    say('study.method', {
      draws: count(sizes.draws),
      seed: settings.seed,
      dependence: say(`dependence.${settings.dependence}`),
      fewer: list(fewer)
    }),
    ...(solved && sizes.equilibrium === 1 ? [say('study.exact')] : []),
    say('study.errors'),
    say('study.shares'),
    say('study.choices')
  ]
}
