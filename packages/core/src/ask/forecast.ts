import { nearest } from '../diagnostic/nearest.ts'
import type { Forecast, ForecastSettings } from '../forecast/index.ts'
import { forecastOf } from '../forecast/index.ts'
import type { Case } from '../model/case.ts'
import { forecastJson } from '../report/forecast/forecast-json.ts'
import type { ForecastDocument } from '../report/forecast/forecast-shape.ts'
import type { AboutCase, Asked, Given, Refused } from './answer.ts'
import { answered, refused, settledFor, soundCase } from './answer.ts'

/** How a forecast is made, and of which issue; left out, of every ordered one. */
export interface ForecastAsked extends ForecastSettings {
  readonly issue?: string
}

/** What is left out of the settings of a forecast. */
export const FORECAST_DEFAULTS: ForecastSettings = {
  rounds: 10,
  draws: 1000,
  seed: 1,
  dependence: 'independent'
}

/** Who would move whom on ordered issues: a challenger, not the answer. */
export type ForecastAnswer = AboutCase<'solve forecast', Forecast, ForecastDocument>

/** The case does not say what a forecast is made of. */
export class NoForecast extends Error {
  constructor(what: string) {
    super(what)
    this.name = 'NoForecast'
  }
}

/** Forecasts ordered issues. Throws `NoForecast` where the case does not say what that takes. */
export function askForecast(
  given: Given,
  asked: Asked<Partial<ForecastAsked>> = {}
): ForecastAnswer | Refused<'solve forecast'> {
  const source = soundCase(given)
  if (!source) return refused('solve forecast', given)
  const { issue, ...settings } = settledFor(asked, source)
  wanted(source, issue)
  const result = forecastOf(source, { ...FORECAST_DEFAULTS, ...settings }, issue)
  if (result.issues.length === 0)
    throw new NoForecast(
      `on ${result.undisputed.map((one) => one.issue.id).join(', ')} there are no two parties with a capability and an interest who stand apart: say under \`stances:\` what the options are worth to them`
    )
  const { draws, seed } = result.settings
  return answered('solve forecast', given, {
    source,
    findings: given.diagnostics,
    result,
    methods: {
      rounds: { by: 'expected utility as Scholz, Calbert and Smith published it', how: 'exact' },
      share: { by: 'share of draws', how: 'sampled', draws, seed }
    },
    json: (about) => forecastJson(result, about)
  })
}

/** Whether the case says what a forecast takes, and has the issue that is asked for. */
function wanted({ issues, parties }: Case, id: string | undefined): void {
  const ordered = issues.filter((issue) => issue.ordered).map((issue) => issue.id)
  if (ordered.length === 0)
    throw new NoForecast(
      'the case has no ordered issue: say `ordered: true` of one whose options lie on a line, from one end to the other'
    )
  const able = [...parties.values()].filter(({ capability }) => capability !== undefined)
  if (able.length < 2)
    throw new NoForecast(
      'fewer than two parties have a capability: say under `parties:` how much each can do, `capability: 60`, from 0 to 100'
    )
  if (id === undefined || ordered.includes(id)) return
  const near = nearest(id, ordered)
  throw new NoForecast(
    `the case has no ordered issue ${id}; it has ${ordered.join(', ')}${near ? `; did you mean ${near}?` : ''}`
  )
}
