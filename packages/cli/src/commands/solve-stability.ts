import type { Drawing, StabilityAnswer, StabilitySettings } from '@truce/core/ask/stability'
import { askStability, NoSuchState, TooManyDraws } from '@truce/core/ask/stability'
import { nearest } from '@truce/core/diagnostic'
import { renderPlain } from '@truce/core/report'
import { robustnessBlocks, stabilityReport } from '@truce/core/report/stability'
import type { Concept } from '@truce/core/stability'
import { CONCEPTS } from '@truce/core/stability'
import type { Args } from '../args.ts'
import { oneOf, parse, wholeNumber } from '../args.ts'
import type { Io } from '../io.ts'
import { EXIT, Usage } from '../io.ts'
import { openCase, printJson, refuse, renderAll, tally } from '../open.ts'

export const HELP = `truce solve stability <case> [options]
Which states of the case's graph would hold, why each party would stay, the way
there from today, and what it hangs on (graph model of conflict resolution).

  --concepts <list>      of nash,gmr,smr,seq,sseq,sim (default all)
  --from <state>         where paths begin (default: the status quo)
  --coalitions           also ask which states no group of parties breaks
  --pareto               a group improves when none of it loses and one gains
  --inverse <state>      the least change of preferences that makes it hold
  --strict               a sanction must leave a party strictly worse off
  --attitude <a|b|c|d>   toward preferences that are unknown (default a)
  --draws <n>            also the chance that each named state holds, over n
                         draws of the ranges behind derived preferences
  --seed <n>             where the draws begin (default 1)
  --exchange <chance>    in each draw, neighbouring statements of a party change
                         places with this chance (default 0)
  --format <how>         text (default) or json

A state is a name from the case, one letter Y or N for each move, or a node.
`

const OPTIONS = {
  concepts: { type: 'string' },
  from: { type: 'string' },
  coalitions: { type: 'boolean' },
  pareto: { type: 'boolean' },
  inverse: { type: 'string' },
  strict: { type: 'boolean' },
  attitude: { type: 'string' },
  draws: { type: 'string' },
  seed: { type: 'string' },
  exchange: { type: 'string' },
  format: { type: 'string' }
} as const

/** `truce solve stability`: exit 0 once computed, 3 when the case or its graph has errors. */
export async function solveStability(argv: readonly string[], io: Io): Promise<number> {
  const args = parse(argv, OPTIONS)
  const [path, extra] = args.positionals
  if (path === undefined || extra !== undefined)
    throw new Usage('solve stability takes one case: truce solve stability <case>')
  const json = (oneOf(args, 'format', ['text', 'json']) ?? 'text') === 'json'
  const concepts = conceptsOf(args)
  const drawing = drawingOf(args)
  const opened = await openCase(path)
  const answer = inWords(() =>
    askStability(opened, ({ graph }) => {
      if (graph) return { ...settingsOf(args), concepts, ...(drawing ? { drawing } : {}) }
      throw new Error(
        `${path} has no graph: add who can do what under \`graph:\`, or run truce check`
      )
    })
  )
  if (answer.refused) return refuse(answer, io, json)
  if (json) printJson(answer.document(), io)
  else io.stdout(textOf(answer, io))
  return EXIT.done
}

/** Notes are left to `check`; what is an error or a warning is shown under the report. */
function textOf(answer: StabilityAnswer, io: Io): string {
  const { about, analysis, drawn } = answer.result
  const blocks = stabilityReport(
    about,
    analysis,
    drawn ? robustnessBlocks(about, drawn, analysis.equilibria) : []
  )
  const report = renderPlain(blocks, { width: io.columns, colour: io.colour })
  const shown = answer.findings.filter(
    ({ severity, code }) => severity !== 'note' && code.startsWith('GR')
  )
  return shown.length === 0
    ? report
    : `${report}\n${renderAll(shown, answer, io)}\n\n${tally(shown)}\n`
}

/** How to draw; undefined where no draws are asked for. */
function drawingOf(args: Args): Drawing | undefined {
  const { draws, seed, exchange = '0' } = args.values
  const chance = String(exchange).trim() === '' ? Number.NaN : Number(exchange)
  if (!(chance >= 0 && chance <= 1)) throw new Usage('--exchange takes a chance from 0 to 1')
  if (draws === undefined && (seed !== undefined || args.values['exchange'] !== undefined))
    throw new Usage('--seed and --exchange need --draws: how many draws')
  if (draws === undefined) return undefined
  return {
    draws: wholeNumber(args, 'draws', { least: 1, most: 1_000_000, otherwise: 1000 }),
    seed: wholeNumber(args, 'seed', { least: 0, most: Number.MAX_SAFE_INTEGER, otherwise: 1 }),
    exchange: chance
  }
}

function conceptsOf(args: Args): readonly Concept[] {
  const given = args.values['concepts']
  if (given === undefined) return CONCEPTS
  const wanted = String(given)
    .split(',')
    .map((word) => word.trim().toLowerCase())
    .filter((word) => word !== '')
  const stranger = wanted.find((word) => !CONCEPTS.some((concept) => concept === word))
  if (stranger !== undefined || wanted.length === 0) {
    const near = nearest(stranger ?? '', CONCEPTS)
    throw new Usage(
      `--concepts takes ${CONCEPTS.join(', ')}, with commas${near ? `; did you mean ${near}?` : ''}`
    )
  }
  return CONCEPTS.filter((concept) => wanted.includes(concept))
}

function settingsOf(args: Args): StabilitySettings {
  const attitude = oneOf(args, 'attitude', ['a', 'b', 'c', 'd'])
  const { from, inverse } = args.values
  return {
    strict: args.values['strict'] === true,
    coalitions: args.values['coalitions'] === true || args.values['pareto'] === true,
    gain: args.values['pareto'] === true ? 'pareto' : 'strong',
    ...(attitude ? { attitude } : {}),
    ...(from === undefined ? {} : { from: String(from) }),
    ...(inverse === undefined ? {} : { inverse: String(inverse) })
  }
}

/** What is wrong with an option, in the words of the command line. */
function inWords<T>(ask: () => T): T {
  try {
    return ask()
  } catch (error) {
    if (error instanceof TooManyDraws) throw new Usage(`--draws: ${error.message}`)
    if (error instanceof NoSuchState) throw new Usage(`--${error.setting}: ${stateWords(error)}`)
    throw error
  }
}

/** A state goes by the name the case gives it, or by its letters or node. */
function stateWords({ message, near, compiled: { named, space } }: NoSuchState): string {
  if (near !== undefined) return message
  const letters =
    space.moveIds.length > 0
      ? `, or ${space.moveIds.length} letters Y or N that name a feasible state`
      : ''
  return `${message}; named: ${named.map(({ id }) => id).join(', ') || 'none'}${letters}`
}
