import type { Case } from '../../model/case.ts'
import type { BoundBargain, Electorate, Passing } from '../../strategy/electorates.ts'
import { WIN_SET } from '../../strategy/electorates.ts'
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
  all: readonly Electorate[]
): readonly string[] =>
  all.map(({ body, party, ways, passed }) =>
    own.say('strategy.electorate.short', {
      body: bodyName(own, body),
      party: nameOf(source, party),
      passed: count(passed),
      ways: count(ways)
    })
  )

/** What is said of one body at home. */
export interface ElectorateTold {
  readonly title: string
  readonly lead: string
  /** By term, in the order that they have: whether it is in the win-set. */
  readonly places: readonly string[]
  /** How opinion moved, question by question. */
  readonly waves: readonly string[]
  /** What being bound by it does to the bargain: before the gains, and after them. */
  readonly bargain: { readonly lead: string; readonly open?: string } | undefined
}

/** The sentences on bodies at home, body by body. */
export const electoratesTold = (
  own: Words,
  source: Case,
  all: readonly Electorate[]
): readonly ElectorateTold[] =>
  all.map(({ body, party, ways, passed, best, terms, waves, bargain }) => ({
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
    waves: waves.map((asked) => wavesSaid(own, asked)),
    bargain: bargain && bargainTold(own, bargain)
  }))

/** Body by body: its win-set, term by term; how opinion moved; what that does to the bargain. */
export function electorateBlocks(
  own: Words,
  source: Case,
  all: readonly Electorate[]
): readonly Block[] {
  const told = electoratesTold(own, source, all)
  return all.flatMap((one, k) => {
    const said = told[k]
    return said ? oneBlocks(own, source, { one, said }) : []
  })
}

function oneBlocks(
  own: Words,
  source: Case,
  { one: { terms, bargain }, said }: { readonly one: Electorate; readonly said: ElectorateTold }
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
    said.waves.length > 0 ? list(said.waves) : paragraph(say('strategy.electorate.once')),
    ...(bargain && said.bargain ? bargainBlocks(own, source, { bargain, said: said.bargain }) : [])
  ]
}

function placeOf({ say }: Words, p: Passing['p']): string {
  if (p <= CUTS.dead) return say('strategy.electorate.out')
  return say(p < WIN_SET ? 'strategy.electorate.unlikely' : 'strategy.electorate.in')
}

function wavesSaid({ say, list: listed }: Words, one: WavesOfQuestion): string {
  const { question, waves, slope, slopeError } = one
  const told = Math.abs(slope) > NOISE * slopeError
  const way = slope > 0 ? 'strategy.electorate.rising' : 'strategy.electorate.falling'
  return say(told ? way : 'strategy.electorate.level', {
    question,
    waves: listed(
      waves.map(({ field, share, error }) =>
        say('strategy.electorate.wave', {
          field,
          share: inPercent(share),
          error: (100 * error).toFixed(0)
        })
      )
    ),
    slope: told ? Math.abs(100 * slope).toFixed(1) : signed(100 * slope),
    error: (100 * slopeError).toFixed(1)
  })
}

function bargainTold({ say }: Words, { bound, exact }: BoundBargain): Said {
  if (!bound)
    return { lead: say(exact ? 'strategy.electorate.none' : 'strategy.electorate.unfound') }
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
  if (!bound) return [paragraph(said.lead)]
  return [
    paragraph(said.lead),
    table(
      ['', ...parties.map((party) => nameOf(source, party))],
      [
        [say('strategy.electorate.free'), ...free.gains.map(signed)],
        [say('strategy.electorate.bound'), ...bound.gains.map(signed)]
      ]
    ),
    ...(said.open === undefined ? [] : [paragraph(said.open)])
  ]
}
