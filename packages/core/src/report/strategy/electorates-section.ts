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

/** Body by body: its win-set, term by term; how opinion moved; what that does to the bargain. */
export const electorateBlocks = (
  own: Words,
  source: Case,
  all: readonly Electorate[]
): readonly Block[] => all.flatMap((one) => oneBlocks(own, source, one))

function oneBlocks(own: Words, source: Case, one: Electorate): readonly Block[] {
  const { say } = own
  const { body, party, ways, passed, best, terms, waves, bargain } = one
  return [
    heading(
      2,
      say('strategy.electorate', { body: bodyName(own, body), party: nameOf(source, party) })
    ),
    paragraph(
      say('strategy.electorate.lead', {
        ways: count(ways),
        passed: count(passed),
        terms: settled(own, source, best.terms),
        p: inPercent(best.p)
      })
    ),
    paragraph(say('strategy.electorate.terms')),
    table(
      [
        say('strategy.electorate.issue'),
        say('strategy.electorate.term'),
        say('strategy.electorate.chance'),
        say('strategy.electorate.place')
      ],
      terms.map(({ issue, option, p }) => [
        issueTitle(source, issue),
        optionTitle(own, source, [issue, option]),
        inPercent(p),
        placeOf(own, p)
      ])
    ),
    ...(waves.length > 0
      ? [list(waves.map((asked) => wavesSaid(own, asked)))]
      : [paragraph(say('strategy.electorate.once'))]),
    ...(bargain ? bargainBlocks(own, source, bargain) : [])
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

function bargainBlocks(
  own: Words,
  source: Case,
  { parties, free, bound, exact }: BoundBargain
): readonly Block[] {
  const { say } = own
  if (!bound)
    return [paragraph(say(exact ? 'strategy.electorate.none' : 'strategy.electorate.unfound'))]
  return [
    paragraph(say('strategy.electorate.bargain')),
    table(
      ['', ...parties.map((party) => nameOf(source, party))],
      [
        [say('strategy.electorate.free'), ...free.gains.map(signed)],
        [say('strategy.electorate.bound'), ...bound.gains.map(signed)]
      ]
    ),
    ...(exact ? [] : [paragraph(say('strategy.electorate.open'))])
  ]
}
