import type { Forecast, IssueForecast } from '../../forecast/index.ts'
import type { Block } from '../blocks.ts'
import { heading, paragraph, table } from '../blocks.ts'
import { opening } from '../opening.ts'
import type { Words } from '../words/index.ts'
import {
  count,
  inPercent,
  issueTitle,
  nameOf,
  namesOf,
  optionTitle,
  words
} from '../words/index.ts'
import { placeWords, roundBlocks } from './round-blocks.ts'

/** The report of `solve forecast`: who would move whom, round by round, and where that ends. */
export function forecastReport(about: Forecast): readonly Block[] {
  const own = words()
  const { say } = own
  const { source, undisputed } = about
  return [
    ...opening(own, source, say('opening.forecast')),
    ...about.issues.flatMap((issue) => issueBlocks(own, about, issue)),
    ...(undisputed.length > 0
      ? [
          paragraph(
            say('forecast.undisputed', {
              issues: own.list(undisputed.map(({ issue }) => issueTitle(source, issue.id)))
            })
          )
        ]
      : []),
    heading(2, say('method.title')),
    paragraph(forecastMethod(own, about))
  ]
}

/** How a forecast is made, with its conventions. */
export const forecastMethod = ({ say }: Words, { settings }: Forecast): string =>
  say('forecast.method', { draws: count(settings.draws), seed: settings.seed })

function issueBlocks(own: Words, about: Forecast, found: IssueForecast): readonly Block[] {
  const { say } = own
  const { source } = about
  const { issue, unknown } = found
  const [first, last] = [issue.options[0]?.id ?? '', issue.options.at(-1)?.id ?? '']
  const titled = (option: string): string => optionTitle(own, source, [issue.id, option])
  return [
    heading(2, issueTitle(source, issue.id)),
    paragraph(endingWords(own, about, found)),
    paragraph(say('forecast.scale', { first: titled(first), last: titled(last) })),
    standingTable(own, about, found),
    ...(unknown.length > 0
      ? [paragraph(say('forecast.unknown', { parties: namesOf(own, source, unknown) }))]
      : []),
    ...roundBlocks(own, about, found),
    heading(3, say('forecast.drawn')),
    paragraph(drawnWords(own, found)),
    table(
      [say('forecast.column.option'), say('forecast.column.share')],
      found.drawn.ends.map(({ option, share }) => [titled(option), inPercent(share)])
    ),
    ...prevailingBlocks(own, about, found)
  ]
}

/** Where the rounds end, and whether that is an end at all. */
function endingWords(own: Words, { source }: Forecast, found: IssueForecast): string {
  const { say } = own
  const { course, issue, ends, endsAsWritten } = found
  const { ending, rounds } = course
  const option = (id: string): string => optionTitle(own, source, [issue.id, id])
  const median = placeWords(rounds.at(-1)?.median ?? course.median)
  const n = rounds.length
  return [
    ending.kind === 'cycle'
      ? say('forecast.cycle', { from: ending.from, to: ending.to })
      : say(`forecast.${ending.kind}`, { n }),
    say(ending.kind === 'settled' ? 'forecast.ends' : 'forecast.stands', {
      median,
      option: option(ends)
    }),
    ...(endsAsWritten === ends
      ? []
      : [say('forecast.as-written', { option: option(endsAsWritten) })])
  ].join(' ')
}

function standingTable(own: Words, { source }: Forecast, found: IssueForecast): Block {
  const { say } = own
  const { issue, actors, course } = found
  return table(
    [
      say('forecast.column.party'),
      say('forecast.column.best'),
      say('forecast.column.place'),
      say('forecast.column.capability'),
      say('forecast.column.salience'),
      say('forecast.column.risk')
    ],
    actors.map(({ party, best, position, capability, salience }, at) => [
      nameOf(source, party),
      best.length > 1
        ? say('forecast.tied', {
            options: own.list(best.map((option) => optionTitle(own, source, [issue.id, option])))
          })
        : optionTitle(own, source, [issue.id, best[0] ?? '']),
      placeWords(position),
      capability.toFixed(0),
      inPercent(salience),
      (course.rounds[0]?.risk[at] ?? 1).toFixed(2)
    ])
  )
}

function drawnWords({ say }: Words, { drawn }: IssueForecast): string {
  const { draws, endings } = drawn
  return say('forecast.shares', {
    draws: count(draws),
    settled: inPercent(endings.settled),
    cycle: inPercent(endings.cycle),
    open: inPercent(endings.open)
  })
}

function prevailingBlocks(
  own: Words,
  { source }: Forecast,
  found: IssueForecast
): readonly Block[] {
  const { say } = own
  const { actors, prevailing } = found
  return [
    heading(3, say('forecast.prevailing')),
    paragraph(say('forecast.prevailing.lead')),
    table(
      [say('forecast.column.party'), ...actors.map(({ party }) => nameOf(source, party))],
      actors.map(({ party, position }, i) => [
        nameOf(source, party),
        ...actors.map((other, j) => {
          const one = prevailing[i]?.[j]
          if (!one || other.position === position) return ''
          const [chance, low, high] = [one.chance, one.low, one.high].map(inPercent)
          return low === high
            ? (chance ?? '')
            : say('forecast.chance', { chance: chance ?? '', low: low ?? '', high: high ?? '' })
        })
      ])
    )
  ]
}
