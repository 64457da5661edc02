import type { EuRound, Forecast, IssueForecast } from '../../forecast/index.ts'
import { textIn } from '../../model/package.ts'
import type { DocumentAbout } from '../check-json.ts'
import { documentHead } from '../check-json.ts'
import { words } from '../words/index.ts'
import type { ForecastDocument } from './forecast-shape.ts'
import { forecastMethod } from './forecast-told.ts'

/** The document of `solve forecast --format json`. */
export function forecastJson(about: Forecast, given: DocumentAbout): ForecastDocument {
  const { source, settings, issues, undisputed } = about
  const { rounds, draws, seed, dependence } = settings
  return {
    ...documentHead('solve forecast'),
    findings: given.findings,
    case: { title: textIn(source.title), hash: given.hash },
    settings: { rounds, draws, seed, dependence },
    role: 'challenger',
    method: forecastMethod(words(), about),
    issues: issues.map(issueJson),
    undisputed: undisputed.map(({ issue }) => issue.id)
  }
}

type IssueDocument = ForecastDocument['issues'][number]

function issueJson(found: IssueForecast): IssueDocument {
  const { issue, actors, unknown, course, drawn } = found
  return {
    issue: issue.id,
    options: issue.options.map(({ id }) => id),
    actors: actors.map(({ party, position, best, capability, salience }) => ({
      party,
      position,
      best,
      capability,
      salience
    })),
    unknown,
    median: course.median,
    mean: course.mean,
    rounds: course.rounds.map((round) => roundJson(found, round)),
    ending: course.ending,
    ends: found.ends,
    endsAsWritten: found.endsAsWritten,
    drawn: {
      ends: Object.fromEntries(drawn.ends.map(({ option, share }) => [option, share])),
      ...drawn.endings
    },
    prevailing: actors.flatMap(({ party }, i) =>
      actors.flatMap((other, j) => {
        const one = found.prevailing[i]?.[j]
        return i === j || !one ? [] : [{ party, over: other.party, ...one }]
      })
    )
  }
}

function roundJson(
  { actors }: IssueForecast,
  { moves, before, after, risk, median, mean }: EuRound
): IssueDocument['rounds'][number] {
  const name = (at: number): string => actors[at]?.party ?? ''
  const by = (values: readonly number[]): Readonly<Record<string, number>> =>
    Object.fromEntries(values.map((value, at) => [name(at), value]))
  return {
    moves: moves.map(({ mover, by: other, how, own, other: theirs, to }) => ({
      party: name(mover),
      by: name(other),
      how,
      own,
      other: theirs,
      from: before[mover] ?? 0,
      to
    })),
    positions: by(after),
    risk: by(risk),
    median,
    mean
  }
}
