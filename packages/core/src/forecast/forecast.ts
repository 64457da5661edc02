import type { DrawSettings, Sampler } from '../draws/sampler.ts'
import { randomSampler } from '../draws/sampler.ts'
import type { Case } from '../model/case.ts'
import type { IssueStanding } from './actors.ts'
import { nearestOption, standingOn, strengthOf } from './actors.ts'
import type { Course, Ending } from './rounds.ts'
import { courseOf, lastMedian } from './rounds.ts'
import { ATTITUDES, prevailing, riskAware, spatialValue } from './spatial.ts'

/** How a forecast is made. */
export interface ForecastSettings extends DrawSettings {
  readonly rounds: number
}

/** Over draws of capabilities and weights; where parties stand is held. */
export interface DrawnForecast {
  readonly draws: number
  /** By option in their order: the share of draws in which the median ends nearest to it. */
  readonly ends: readonly { readonly option: string; readonly share: number }[]
  readonly endings: Readonly<Record<Ending['kind'], number>>
}

/** The chance that one position prevails over another, and its bounds over attitudes to risk. */
export interface Prevailing {
  readonly chance: number
  readonly low: number
  readonly high: number
}

/** The forecast of one issue. */
export interface IssueForecast extends IssueStanding {
  readonly course: Course
  /** The option nearest to where the median ends. */
  readonly ends: string
  /** The same where capitulation is read as the equations have it. */
  readonly endsAsWritten: string
  /** By party and party, without an attitude to risk and for all of them: see `Prevailing`. */
  readonly prevailing: readonly (readonly Prevailing[])[]
  readonly drawn: DrawnForecast
}

/** The forecast of every ordered issue that is disputed between parties whose capability is said. */
export interface Forecast {
  readonly source: Case
  readonly settings: ForecastSettings
  readonly issues: readonly IssueForecast[]
  /** Ordered issues on which fewer than two are followed, or all stand alike. */
  readonly undisputed: readonly IssueStanding[]
}

/** Forecasts ordered issues of a case: all of them, or the one that is named. */
export function forecastOf(source: Case, settings: ForecastSettings, only?: string): Forecast {
  const standings = source.issues
    .filter(({ id, ordered }) => ordered && (only === undefined || id === only))
    .map((issue) => standingOn(source, issue))
  const sampler = randomSampler(source.scenarios, settings)
  return {
    source,
    settings,
    issues: standings
      .filter(isDisputed)
      .map((standing) => issueForecast(source, standing, { settings, sampler })),
    undisputed: standings.filter((standing) => !isDisputed(standing))
  }
}

const isDisputed = ({ actors: [first, ...others] }: IssueStanding): boolean =>
  others.some(({ position }) => position !== first?.position)

interface Drawing {
  readonly settings: ForecastSettings
  readonly sampler: Sampler
}

function issueForecast(source: Case, standing: IssueStanding, drawing: Drawing): IssueForecast {
  const { issue, actors } = standing
  const { rounds } = drawing.settings
  const course = courseOf(actors, { rounds, capitulation: 'never' })
  const written = courseOf(actors, { rounds, capitulation: 'as-written' })
  return {
    ...standing,
    course,
    ends: nearestOption(issue, lastMedian(course)),
    endsAsWritten: nearestOption(issue, lastMedian(written)),
    prevailing: prevailingOn(actors),
    drawn: drawnForecast(source, standing, drawing)
  }
}

function prevailingOn(actors: IssueStanding['actors']): readonly (readonly Prevailing[])[] {
  const weights = actors.map(({ capability, salience }) => capability * salience)
  const [averse, neutral, seeking] = ATTITUDES.map((risk) =>
    prevailing(
      weights,
      actors.map(({ position, salience }) =>
        actors.map((other) =>
          riskAware(spatialValue({ at: [position], salience: [salience] }, [other.position]), risk)
        )
      )
    )
  )
  return actors.map((_, i) =>
    actors.map((_, j) => {
      const chance = neutral?.[i]?.[j] ?? 0
      const all = [averse?.[i]?.[j] ?? chance, chance, seeking?.[i]?.[j] ?? chance]
      return { chance, low: Math.min(...all), high: Math.max(...all) }
    })
  )
}

function drawnForecast(
  source: Case,
  { issue, actors }: IssueStanding,
  { settings: { rounds }, sampler }: Drawing
): DrawnForecast {
  const ends = new Map(issue.options.map(({ id }) => [id, 0]))
  const endings = { settled: 0, cycle: 0, open: 0 }
  for (let draw = 0; draw < sampler.count; draw++) {
    const course = courseOf(
      actors.map(({ party, position }) => ({
        ...strengthOf(source, issue, {
          party,
          point: (judgement) => sampler.column(judgement)[draw] as number
        }),
        position
      })),
      { rounds, capitulation: 'never' }
    )
    const end = nearestOption(issue, lastMedian(course))
    ends.set(end, (ends.get(end) ?? 0) + 1)
    endings[course.ending.kind]++
  }
  const share = (count: number): number => count / sampler.count
  return {
    draws: sampler.count,
    ends: [...ends].map(([option, count]) => ({ option, share: share(count) })),
    endings: {
      settled: share(endings.settled),
      cycle: share(endings.cycle),
      open: share(endings.open)
    }
  }
}
