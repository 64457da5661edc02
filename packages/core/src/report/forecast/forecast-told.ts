import type { Forecast, IssueForecast } from '../../forecast/index.ts'
import type { Words } from '../words/index.ts'
import { count, inPercent, issueTitle, namesOf, optionTitle, words } from '../words/index.ts'
import type { RoundTold } from './round-blocks.ts'
import { placeWords, roundsTold, startWords } from './round-blocks.ts'

/** What the report of `solve forecast` says of one issue in sentences. */
export interface IssueTold {
  readonly title: string
  /** Where the rounds end, and whether that is an end at all. */
  readonly ending: string
  readonly scale: string
  /** Who is not followed; undefined where everybody is. */
  readonly unknown: string | undefined
  readonly start: string
  readonly rounds: readonly RoundTold[]
  readonly drawn: string
}

/**
 * What the report of `solve forecast` says in sentences, for whoever shows its figures in another
 * way: the issues in the order of the document.
 */
export interface ForecastTold {
  readonly opening: string
  readonly issues: readonly IssueTold[]
  /** Which issues are not forecast; undefined where all are. */
  readonly undisputed: string | undefined
  readonly method: string
}

/** The sentences of the report, in a language such as `fr`. */
export function forecastTold(about: Forecast, language?: string): ForecastTold {
  const own = words(language)
  const { source, undisputed, issues } = about
  return {
    opening: own.say('opening.forecast'),
    issues: issues.map((found) => issueTold(own, about, found)),
    undisputed:
      undisputed.length === 0
        ? undefined
        : own.say('forecast.undisputed', {
            issues: own.list(undisputed.map(({ issue }) => issueTitle(source, issue.id)))
          }),
    method: forecastMethod(own, about)
  }
}

/** The sentences on one issue. */
export function issueTold(own: Words, about: Forecast, found: IssueForecast): IssueTold {
  const { say } = own
  const { source } = about
  const { issue, unknown } = found
  const [first, last] = [issue.options[0]?.id ?? '', issue.options.at(-1)?.id ?? '']
  const titled = (option: string): string => optionTitle(own, source, [issue.id, option])
  return {
    title: issueTitle(source, issue.id),
    ending: endingWords(own, about, found),
    scale: say('forecast.scale', { first: titled(first), last: titled(last) }),
    unknown:
      unknown.length === 0
        ? undefined
        : say('forecast.unknown', { parties: namesOf(own, source, unknown) }),
    start: startWords(own, found),
    rounds: roundsTold(own, about, found),
    drawn: drawnWords(own, found)
  }
}

/** How a forecast is made, with its conventions. */
export const forecastMethod = ({ say }: Words, { settings }: Forecast): string =>
  say('forecast.method', { draws: count(settings.draws), seed: settings.seed })

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

function drawnWords({ say }: Words, { drawn }: IssueForecast): string {
  const { draws, endings } = drawn
  return say('forecast.shares', {
    draws: count(draws),
    settled: inPercent(endings.settled),
    cycle: inPercent(endings.cycle),
    open: inPercent(endings.open)
  })
}
