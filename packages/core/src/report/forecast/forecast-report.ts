import type { Forecast, IssueForecast } from '../../forecast/index.ts'
import type { Block } from '../blocks.ts'
import { heading, paragraph, table } from '../blocks.ts'
import { opening } from '../opening.ts'
import type { Words } from '../words/index.ts'
import { inPercent, nameOf, optionTitle, words } from '../words/index.ts'
import { forecastTold, issueTold } from './forecast-told.ts'
import { placeWords, roundBlocks } from './round-blocks.ts'

/** The report of `solve forecast`: who would move whom, round by round, and where that ends. */
export function forecastReport(about: Forecast): readonly Block[] {
  const own = words()
  const told = forecastTold(about)
  return [
    ...opening(own, about.source, told.opening),
    ...about.issues.flatMap((issue) => issueBlocks(own, about, issue)),
    ...(told.undisputed === undefined ? [] : [paragraph(told.undisputed)]),
    heading(2, own.say('method.title')),
    paragraph(told.method)
  ]
}

function issueBlocks(own: Words, about: Forecast, found: IssueForecast): readonly Block[] {
  const { say } = own
  const told = issueTold(own, about, found)
  return [
    heading(2, told.title),
    paragraph(told.ending),
    paragraph(told.scale),
    standingTable(own, about, found),
    ...(told.unknown === undefined ? [] : [paragraph(told.unknown)]),
    ...roundBlocks(own, about, found),
    heading(3, say('forecast.drawn')),
    paragraph(told.drawn),
    table(
      [say('forecast.column.option'), say('forecast.column.share')],
      found.drawn.ends.map(({ option, share }) => [
        optionTitle(own, about.source, [found.issue.id, option]),
        inPercent(share)
      ])
    ),
    ...prevailingBlocks(own, about, found)
  ]
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
