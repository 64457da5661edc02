import type { Case } from '../../model/case.ts'
import type {
  BodyLeftOut,
  BoundBargain,
  Electorate,
  Electorates,
  Passing
} from '../../strategy/electorates.ts'
import { MOST_WAYS, WIN_SET } from '../../strategy/electorates.ts'
import type { WavesOfQuestion } from '../../strategy/waves.ts'
import { CUTS, NOISE } from '../../worth/conventions.ts'
import type { Block } from '../blocks.ts'
import { heading, list, paragraph, table } from '../blocks.ts'
import type { Words } from '../words/index.ts'
import {
  bodyName,
  count,
  inPercent,
  issueTitle,
  nameOf,
  optionTitle,
  settled,
  signed
} from '../words/index.ts'

/** How much of what could be agreed each body lets pass. */
export const electorateHeadlines = (
  own: Words,
  source: Case,
  { tried, left }: Electorates
): readonly string[] => [
  ...tried.map(({ body, party, ways, passed }) =>
    own.say('strategy.electorate.short', {
      body: bodyName(own, body),
      party: nameOf(source, party),
      passed: count(passed),
      ways: count(ways)
    })
  ),
  ...left.map((one) => leftWords(own, source, one))
]

/** What is said of one body at home. */
export interface ElectorateTold {
  readonly title: string
  readonly lead: string
  /** By term, in the order that they have: whether it is in the win-set. */
  readonly places: readonly string[]
  /** How opinion moved, for each of `waves`. */
  readonly trends: readonly string[]
  /** What being bound by it does to the bargain: before the gains, and after them. */
  readonly bargain: { readonly lead: string; readonly open?: string } | undefined
}

/** The sentences on bodies at home, body by body. */
export const electoratesTold = (
  own: Words,
  source: Case,
  { tried }: Electorates
): readonly ElectorateTold[] =>
  tried.map(({ body, party, ways, passed, best, terms, waves, bargain }) => ({
    title: own.say('strategy.electorate', {
      body: bodyName(own, body),
      party: nameOf(source, party)
    }),
    lead: own.say('strategy.electorate.lead', {
      ways: count(ways),
      passed: count(passed),
      terms: settled(own, source, best.terms),
      p: inPercent(best.p)
    }),
    places: terms.map(({ p }) => placeOf(own, p)),
    trends: waves.map((asked) => trendSaid(own, asked)),
    bargain: bargain && bargainTold(own, source, bargain)
  }))

/** Why a body was not tried. */
const leftWords = (own: Words, source: Case, { party, body, why, ways }: BodyLeftOut): string =>
  own.say(why === 'silent' ? 'strategy.electorate.silent' : 'strategy.electorate.too-many', {
    party: nameOf(source, party),
    body: bodyName(own, body),
    ways: count(ways),
    most: count(MOST_WAYS)
  })

/** Body by body: its win-set, term by term; how opinion moved; what that does to the bargain. */
export function electorateBlocks(own: Words, source: Case, all: Electorates): readonly Block[] {
  const told = electoratesTold(own, source, all)
  return all.tried.flatMap((one, k) => {
    const said = told[k]
    return said ? oneBlocks(own, source, { one, said }) : []
  })
}

function oneBlocks(
  own: Words,
  source: Case,
  {
    one: { terms, waves, bargain },
    said
  }: { readonly one: Electorate; readonly said: ElectorateTold }
): readonly Block[] {
  const { say } = own
  return [
    heading(2, said.title),
    paragraph(said.lead),
    paragraph(say('strategy.electorate.terms')),
    table(
      [
        say('strategy.electorate.issue'),
        say('strategy.electorate.term'),
        say('strategy.electorate.chance'),
        say('strategy.electorate.place')
      ],
      terms.map(({ issue, option, p }, k) => [
        issueTitle(source, issue),
        optionTitle(own, source, [issue, option]),
        inPercent(p),
        said.places[k] ?? ''
      ])
    ),
    ...wavesBlocks(own, waves, said.trends),
    ...(bargain && said.bargain ? bargainBlocks(own, source, { bargain, said: said.bargain }) : [])
  ]
}

function placeOf({ say }: Words, p: Passing['p']): string {
  if (p <= CUTS.dead) return say('strategy.electorate.out')
  return say(p < WIN_SET ? 'strategy.electorate.unlikely' : 'strategy.electorate.in')
}

/** A question put more than once: a row a wave, a column for what counts as in favour, and the trends. */
function wavesBlocks(
  own: Words,
  waves: readonly WavesOfQuestion[],
  trends: readonly string[]
): readonly Block[] {
  const { say, list: listed } = own
  if (waves.length === 0) return [paragraph(say('strategy.electorate.once'))]
  return [...Map.groupBy(waves, ({ question }) => question).values()].flatMap((asked) => [
    paragraph(say('strategy.electorate.asked', { question: asked[0]?.question ?? '' })),
    table(
      [
        say('strategy.electorate.field'),
        ...asked.map(({ answers }) => say('strategy.electorate.for', { answers: listed(answers) }))
      ],
      (asked[0]?.waves ?? []).map(({ field }, k) => [
        field,
        ...asked.map(({ waves: own }) =>
          say('strategy.electorate.wave', {
            share: inPercent(own[k]?.share ?? 0),
            error: (100 * (own[k]?.error ?? 0)).toFixed(0)
          })
        )
      ])
    ),
    list(asked.flatMap((one) => trends[waves.indexOf(one)] ?? []))
  ])
}

function trendSaid({ say, list: listed }: Words, one: WavesOfQuestion): string {
  const { answers, slope, slopeError, last } = one
  const told = Math.abs(slope) > NOISE * slopeError
  const way = slope > 0 ? 'strategy.electorate.rising' : 'strategy.electorate.falling'
  return say(told ? way : 'strategy.electorate.level', {
    answers: listed(answers),
    slope: told ? Math.abs(100 * slope).toFixed(1) : signed(100 * slope),
    error: (100 * slopeError).toFixed(1),
    change: signed(100 * last.change),
    off: (100 * last.error).toFixed(1)
  })
}

function bargainTold(own: Words, source: Case, { bound, nearest, exact }: BoundBargain): Said {
  const { say } = own
  if (!bound)
    return {
      lead: say(exact ? 'strategy.electorate.none' : 'strategy.electorate.unfound'),
      ...(nearest
        ? {
            open: say('strategy.electorate.nearest', {
              p: inPercent(nearest.p),
              terms: settled(own, source, nearest.terms)
            })
          }
        : {})
    }
  return {
    lead: say('strategy.electorate.bargain'),
    ...(exact ? {} : { open: say('strategy.electorate.open') })
  }
}

type Said = NonNullable<ElectorateTold['bargain']>

function bargainBlocks(
  { say }: Words,
  source: Case,
  {
    bargain: { parties, free, bound },
    said
  }: { readonly bargain: BoundBargain; readonly said: Said }
): readonly Block[] {
  const open = said.open === undefined ? [] : [paragraph(said.open)]
  if (!bound) return [paragraph(said.lead), ...open]
  return [
    paragraph(said.lead),
    table(
      ['', ...parties.map((party) => nameOf(source, party))],
      [
        [say('strategy.electorate.free'), ...free.gains.map(signed)],
        [say('strategy.electorate.bound'), ...bound.gains.map(signed)]
      ]
    ),
    ...open
  ]
}
