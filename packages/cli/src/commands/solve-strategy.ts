import { writeFile } from 'node:fs/promises'
import type { StrategyAnswer, StrategySettings } from '@truce/core/ask/strategy'
import { askStrategy, NoOverture } from '@truce/core/ask/strategy'
import { renderPlain } from '@truce/core/report'
import { ladderGames, strategyReport } from '@truce/core/report/strategy'
import type { Args } from '../args.ts'
import { oneOf, parse, wholeNumber } from '../args.ts'
import type { Io } from '../io.ts'
import { EXIT, Usage } from '../io.ts'
import { openCase, printJson, refuse } from '../open.ts'

export const HELP = `truce solve strategy <case> [options]
What going on is worth to each party beside stopping, whether everybody needed
would rather stop, and who would climb from which rung of the ladder; what schools
of law would say of third states' acts, which overture to test first, and how far
the parties to a proposal must trust each other.

  --response <answer>    an answer to an overture: <overture>=welcomed or =refused;
                         may be given several times, in order
  --draws <n>            draws of the uncertain judgements (default 10000)
  --seed <n>             seed of the draws (default 1)
  --dependence <how>     independent (default) or party
  --format <how>         text (default) or json
  --efg <file>           also write the ladder as games for Gambit, one for either
                         side moving first: game.efg makes game-<side>.efg
`

const OPTIONS = {
  response: { type: 'string', multiple: true },
  draws: { type: 'string' },
  seed: { type: 'string' },
  dependence: { type: 'string' },
  format: { type: 'string' },
  efg: { type: 'string' }
} as const

/** `truce solve strategy`: exit 0 once computed, 3 when the case has errors. */
export async function solveStrategy(argv: readonly string[], io: Io): Promise<number> {
  const args = parse(argv, OPTIONS)
  const [path, extra] = args.positionals
  if (path === undefined || extra !== undefined)
    throw new Usage('solve strategy takes one case: truce solve strategy <case>')
  const json = (oneOf(args, 'format', ['text', 'json']) ?? 'text') === 'json'
  const answer = asking(await openCase(path), {
    responses: responsesIn(args),
    draws: wholeNumber(args, 'draws', { least: 1, most: 1_000_000, otherwise: 10_000 }),
    seed: wholeNumber(args, 'seed', { least: 0, most: Number.MAX_SAFE_INTEGER, otherwise: 1 }),
    dependence: oneOf(args, 'dependence', ['independent', 'party']) ?? 'independent'
  })
  if (answer.refused) return refuse(answer, io, json)
  const { efg } = args.values
  if (typeof efg === 'string') await writeGames(efg, answer.result, io)
  if (json) printJson(answer.document(), io)
  else
    io.stdout(renderPlain(strategyReport(answer.result), { width: io.columns, colour: io.colour }))
  return EXIT.done
}

function asking(given: Parameters<typeof askStrategy>[0], settings: Partial<StrategySettings>) {
  try {
    return askStrategy(given, settings)
  } catch (error) {
    if (error instanceof NoOverture) throw new Usage(error.message)
    throw error
  }
}

/** Answers to overtures, in the order given. */
function responsesIn({ values }: Args): Map<string, 'welcomed' | 'refused'> {
  const { response = [] } = values
  const said = (Array.isArray(response) ? response : [response]).map((one) =>
    String(one).split('=')
  )
  return new Map(
    said.map(([overture = '', answer]) => {
      if (answer !== 'welcomed' && answer !== 'refused')
        throw new Usage(
          '--response takes an overture and its answer: <overture>=welcomed or <overture>=refused'
        )
      return [overture, answer]
    })
  )
}

/** Writes a game for either side moving first; a file that is there already is left alone. */
async function writeGames(path: string, result: StrategyAnswer['result'], io: Io): Promise<void> {
  const games = ladderGames(result)
  if (games.length === 0)
    throw new Error('the case has no ladder of its own with the stakes of two sides: no game')
  const stem = path.replace(/\.efg$/, '')
  for (const { first, text } of games) {
    const file = `${stem}-${first}.efg`
    await writeFile(file, text, { flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
      throw error.code === 'EEXIST' ? new Usage(`${file} exists; it was not written`) : error
    })
    io.stderr(`wrote: ${file}\n`)
  }
}
