import type { Case, Stance } from '../../model/case.ts'
import { textIn } from '../../model/package.ts'
import type { Words } from '../words/index.ts'
import { bodyName, issueTitle, nameOf, settledAs } from '../words/index.ts'
import type { NamedFigure, OwnFigures, Telling } from './figure-line.ts'
import { tellingOf } from './figure-line.ts'
import { processFigures } from './process-figures.ts'

/** Every figure that no source states, party by party, then those that are of no single party. */
export function ownFigures(
  words: Words,
  source: Case
): readonly { readonly title: string; readonly lines: readonly OwnFigures[] }[] {
  const telling = tellingOf(words, source)
  const { say } = words
  return [
    ...[...source.parties.keys()].map((party) => ({
      title: nameOf(source, party),
      lines: partyFigures(telling, party)
    })),
    { title: say('assumed.common'), lines: commonFigures(telling) },
    { title: say('assumed.process'), lines: processFigures(telling) }
  ].filter(({ lines }) => lines.length > 0)
}

function partyFigures(telling: Telling, id: string): readonly OwnFigures[] {
  const {
    source: { parties, stances },
    words: { say },
    line
  } = telling
  const party = parties.get(id)
  const stance = stances.get(id)
  return [
    ...line(say('assumed.capability'), [['', party?.capability]]),
    ...line(say('assumed.will'), [['', party?.will]]),
    ...line(say('assumed.risk'), [['', party?.risk]]),
    ...(stance ? stanceFigures(telling, stance) : [])
  ]
}

function stanceFigures(
  { source, words, line }: Telling,
  { redlines, interests, noDeal, ratification, types }: Stance
): readonly OwnFigures[] {
  const { say } = words
  const base =
    noDeal?.base.kind === 'range'
      ? [noDeal.base.judgement]
      : (noDeal?.base.outcomes ?? []).map(({ p }) => p)
  return [
    ...redlines.flatMap(({ id, says, firmness, at }) =>
      line(
        say('assumed.redline', { redline: says ? say('quoted', { text: textIn(says) }) : id }),
        [[say('assumed.firmness'), firmness]],
        at
      )
    ),
    ...interests.flatMap(({ issue, weight, values, at }) =>
      line(
        issueTitle(source, issue),
        [
          [say('assumed.weight'), weight],
          // between the knots of a divisible issue nothing was judged
          ...[...values].flatMap(([option, [first, ...more]]): readonly NamedFigure[] =>
            more.length === 0 || first?.share === 1 ? [[option, first?.judgement]] : []
          )
        ],
        at
      )
    ),
    ...line(
      say('assumed.no-deal'),
      base.map((one): NamedFigure => ['', one])
    ),
    ...(noDeal?.ledger ?? []).flatMap(({ id, title, toward, worth }) =>
      line(say('assumed.ledger', { entry: title ? textIn(title) : id }), [
        [say(`assumed.ledger.${toward}`), worth]
      ])
    ),
    ...ratification.flatMap((one) => {
      const { threshold, otherwise, effects } = one
      const body = bodyName(words, one)
      return [
        ...line(say('assumed.threshold', { body }), [['', threshold]]),
        ...line(say('assumed.share', { body }), [['', otherwise]]),
        ...effects.flatMap(({ issue, option, points }) =>
          line(say('assumed.effect', { body, term: settledAs(words, source, [issue, option]) }), [
            [say('assumed.points'), points]
          ])
        )
      ]
    }),
    ...types.flatMap(({ id, p, changes }) =>
      line(say('assumed.type', { type: id }), [[say('assumed.chance'), p], ...changes])
    )
  ]
}

function commonFigures({ source, words: { say }, line }: Telling): readonly OwnFigures[] {
  const { scenarios, proposals, polls } = source
  return [
    ...scenarios.flatMap(({ title, p }) =>
      line(say('assumed.scenario', { scenario: textIn(title) }), [['', p]])
    ),
    ...proposals.flatMap(({ id: proposal, terms }) =>
      [...terms].flatMap(([issue, { chance }]) =>
        line(say('assumed.stage', { proposal, issue: issueTitle(source, issue) }), [['', chance]])
      )
    ),
    // Shares and sizes are the pollster's; how far they may be off is set here.
    ...[...polls.values()].map(({ id, house, common, drift, n, nStated, at }) => ({
      what: say('assumed.poll', { poll: id }),
      figures: [
        say('assumed.poll.errors', { house, common, drift: Math.round(drift * 1000) / 1000 }),
        ...(nStated ? [] : [say('assumed.poll.size', { n })])
      ].join('; '),
      claim: [],
      at
    }))
  ]
}
