import type { Diagnostic } from '@truce/core/diagnostic'
import { nearest, sorted } from '@truce/core/diagnostic'
import { findingsJson, renderPlain } from '@truce/core/report'
import type { About, Drawn } from '@truce/core/report/stability'
import {
  graphFindings,
  robustnessBlocks,
  robustnessJson,
  stabilityJson,
  stabilityReport,
  uncertainIn
} from '@truce/core/report/stability'
import type { Analysis, AnalysisSettings, Compiled, Concept } from '@truce/core/stability'
import { analyse, CONCEPTS, compile, robustness } from '@truce/core/stability'
import type { Args } from '../args.ts'
import { oneOf, parse, wholeNumber } from '../args.ts'
import type { Io } from '../io.ts'
import { EXIT, Usage } from '../io.ts'
import type { Opened } from '../open.ts'
import { openCase, refuse, renderAll, tally } from '../open.ts'

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
  const source = opened.case
  if (!opened.sound || !source)
    return refuse(opened, opened.diagnostics, { io, command: 'solve stability', json })
  if (!source.graph)
    throw new Error(
      `${path} has no graph: add who can do what under \`graph:\`, or run truce check`
    )
  const findings = sorted([...opened.diagnostics, ...graphFindings(source, opened.spanOf)])
  const compiled = compile(source, source.graph)
  if (!compiled.conflict || findings.some(({ severity }) => severity === 'error'))
    return refuse(opened, findings, { io, command: 'solve stability', json })
  const about = { source, compiled }
  const result = analyse(compiled, settingsOf(args, compiled, concepts))
  const drawn = drawing && draw(about, result, drawing)
  io.stdout(
    json
      ? jsonOf(about, result, { drawn, findings, opened })
      : textOf(about, result, { drawn, findings, opened, io })
  )
  return EXIT.done
}

interface Shown {
  readonly drawn: Drawn | undefined
  readonly findings: readonly Diagnostic[]
  readonly opened: Opened
}

function jsonOf(about: About, result: Analysis, { drawn, findings, opened }: Shown): string {
  const document = stabilityJson(about, result, {
    hash: opened.hash,
    findings: findingsJson(findings, opened.files)
  })
  const more = drawn ? { robustness: robustnessJson(about, drawn, result.equilibria) } : {}
  return `${JSON.stringify({ ...document, ...more }, undefined, 2)}\n`
}

/** Notes are left to `check`; what is an error or a warning is shown under the report. */
function textOf(
  about: About,
  result: Analysis,
  { drawn, findings, opened, io }: Shown & { readonly io: Io }
): string {
  const blocks = stabilityReport(
    about,
    result,
    drawn ? robustnessBlocks(about, drawn, result.equilibria) : []
  )
  const report = renderPlain(blocks, { width: io.columns, colour: io.colour })
  const shown = findings.filter(
    ({ severity, code }) => severity !== 'note' && code.startsWith('GR')
  )
  return shown.length === 0
    ? report
    : `${report}\n${renderAll(shown, opened, io)}\n\n${tally(shown)}\n`
}

interface Drawing {
  readonly draws: number
  readonly seed: number
  readonly exchange: number
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

/** States times draws: more would take an hour. */
const MOST_DRAWN = 2 ** 31

function draw({ source, compiled }: About, { concepts, rules }: Analysis, drawing: Drawing): Drawn {
  const { graph } = source
  const most = Math.floor(MOST_DRAWN / compiled.space.count)
  if (drawing.draws > most)
    throw new Usage(`--draws: with ${compiled.space.count} states at most ${most}`)
  const found = graph && robustness(source, graph, { ...rules, ...drawing, concepts })
  if (!graph || !found)
    throw new Error(
      'under some scenarios that were drawn the graph has no feasible state: see its `infeasible`'
    )
  return { robustness: found, uncertain: uncertainIn(source, graph) }
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

function settingsOf(
  args: Args,
  compiled: Compiled,
  concepts: readonly Concept[]
): AnalysisSettings {
  const attitude = oneOf(args, 'attitude', ['a', 'b', 'c', 'd'])
  const [from, inverse] = [stateOf(args, 'from', compiled), stateOf(args, 'inverse', compiled)]
  return {
    concepts,
    strict: args.values['strict'] === true,
    coalitions: args.values['coalitions'] === true || args.values['pareto'] === true,
    gain: args.values['pareto'] === true ? 'pareto' : 'strong',
    ...(attitude ? { attitude } : {}),
    ...(from === undefined ? {} : { from }),
    ...(inverse === undefined ? {} : { inverse })
  }
}

/** A state by the name the case gives it, or by its letters or node. */
function stateOf(args: Args, option: string, { named, space }: Compiled): number | undefined {
  const given = args.values[option]
  if (given === undefined) return undefined
  const name = String(given)
  const found = named.find(({ id }) => id === name)?.state ?? space.find(name)
  if (found !== undefined) return found
  const near = nearest(
    name,
    named.map(({ id }) => id)
  )
  const letters =
    space.moveIds.length > 0
      ? `, or ${space.moveIds.length} letters Y or N that name a feasible state`
      : ''
  throw new Usage(
    `--${option}: the graph has no state ${name}${near ? `; did you mean ${near}?` : `; named: ${named.map(({ id }) => id).join(', ') || 'none'}${letters}`}`
  )
}
