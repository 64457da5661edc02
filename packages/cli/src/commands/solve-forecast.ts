import { askForecast, FORECAST_DEFAULTS, NoForecast } from '@truce/core/ask/forecast'
import { renderPlain } from '@truce/core/report'
import { forecastReport } from '@truce/core/report/forecast'
import { oneOf, parse, wholeNumber } from '../args.ts'
import type { Io } from '../io.ts'
import { EXIT, Usage } from '../io.ts'
import { openCase, printJson, refuse } from '../open.ts'

const { rounds, draws, seed } = FORECAST_DEFAULTS

export const HELP = `truce solve forecast <case> [options]
Who would move whom on ordered issues, round by round and why: published models
as challengers, never the answer. They are known to go round in circles; that is
said where it happens.

  --issue <id>           this ordered issue only (default: all of them)
  --rounds <n>           at most so many rounds (default ${rounds})
  --draws <n>            draws of capabilities and weights (default ${draws})
  --seed <n>             seed of the draws (default ${seed})
  --dependence <how>     independent (default) or party
  --format <how>         text (default) or json

It takes an issue with \`ordered: true\`, and two parties with a \`capability\` and
an interest in it.
`

const OPTIONS = {
  issue: { type: 'string' },
  rounds: { type: 'string' },
  draws: { type: 'string' },
  seed: { type: 'string' },
  dependence: { type: 'string' },
  format: { type: 'string' }
} as const

/** `truce solve forecast`: exit 0 once computed, 1 where the case lacks what it takes, 3 on errors. */
export async function solveForecast(argv: readonly string[], io: Io): Promise<number> {
  const args = parse(argv, OPTIONS)
  const [path, extra] = args.positionals
  if (path === undefined || extra !== undefined)
    throw new Usage('solve forecast takes one case: truce solve forecast <case>')
  const json = (oneOf(args, 'format', ['text', 'json']) ?? 'text') === 'json'
  const { issue } = args.values
  const answer = said(path, await openCase(path), {
    ...(typeof issue === 'string' ? { issue } : {}),
    rounds: wholeNumber(args, 'rounds', { least: 1, most: 1000, otherwise: rounds }),
    draws: wholeNumber(args, 'draws', { least: 1, most: 1_000_000, otherwise: draws }),
    seed: wholeNumber(args, 'seed', { least: 0, most: Number.MAX_SAFE_INTEGER, otherwise: seed }),
    dependence: oneOf(args, 'dependence', ['independent', 'party']) ?? 'independent'
  })
  if (answer.refused) return refuse(answer, io, json)
  if (json) printJson(answer.document(), io)
  else
    io.stdout(renderPlain(forecastReport(answer.result), { width: io.columns, colour: io.colour }))
  return EXIT.done
}

/** What the case lacks is said with its path. */
function said(
  path: string,
  given: Parameters<typeof askForecast>[0],
  settings: Parameters<typeof askForecast>[1]
): ReturnType<typeof askForecast> {
  try {
    return askForecast(given, settings)
  } catch (error) {
    if (error instanceof NoForecast) throw new Error(`${path}: ${error.message}`)
    throw error
  }
}
