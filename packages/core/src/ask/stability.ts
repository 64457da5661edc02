import { sorted } from '../diagnostic/diagnostic.ts'
import { nearest } from '../diagnostic/nearest.ts'
import type { Graph } from '../model/graph.ts'
import { graphFindings } from '../report/stability/findings.ts'
import type { GraphReported } from '../report/stability/graph-words.ts'
import type { RobustnessDrawn } from '../report/stability/robustness-section.ts'
import { uncertainIn } from '../report/stability/robustness-section.ts'
import { stabilityJson } from '../report/stability/stability-json.ts'
import type { StabilityDocument } from '../report/stability/stability-shape.ts'
import type { Analysis, AnalysisSettings, Compiled } from '../stability/index.ts'
import { analyse, compile, robustness } from '../stability/index.ts'
import type { AboutCase, Asked, Given, Provenance, Refused } from './answer.ts'
import { answered, refused, settledFor, soundCase, stopped } from './answer.ts'

/** What to analyse. A state goes by the name the case gives it, its letters or its node. */
export interface StabilitySettings extends Omit<AnalysisSettings, 'from' | 'inverse'> {
  readonly from?: string
  readonly inverse?: string
  /** How to draw what is uncertain; without it nothing is drawn. */
  readonly drawing?: Drawing
}

/** Draws, and the chance that neighbouring statements change places in one. */
export interface Drawing {
  readonly draws: number
  readonly seed: number
  readonly exchange: number
}

/** The graph as compiled, what holds in it, and how often where that was drawn. */
export interface StabilityResult {
  readonly about: GraphReported
  readonly analysis: Analysis
  readonly drawn?: RobustnessDrawn
}

/** Which states of the graph would hold. */
export type StabilityAnswer = AboutCase<'solve stability', StabilityResult, StabilityDocument>

/** The case has no graph to solve. */
export class NoGraph extends Error {
  constructor() {
    super('the case has no graph: say who can do what under `graph:`')
  }
}

/** A setting names a state that the graph does not have. */
export class NoSuchState extends Error {
  readonly setting: 'from' | 'inverse'
  readonly near: string | undefined
  readonly compiled: Compiled

  constructor(setting: 'from' | 'inverse', name: string, compiled: Compiled) {
    const near = nearest(
      name,
      compiled.named.map(({ id }) => id)
    )
    super(`the graph has no state ${name}${near ? `; did you mean ${near}?` : ''}`)
    this.setting = setting
    this.near = near
    this.compiled = compiled
  }
}

/** So many states can be drawn only so often. */
export class TooManyDraws extends Error {}

/** States times draws: more would take an hour. */
const MOST_DRAWN = 2 ** 31

/**
 * Which states of the case's graph would hold, why, and what it hangs on. Throws `NoGraph`,
 * `NoSuchState` and `TooManyDraws`.
 */
export function askStability(
  given: Given,
  asked: Asked<StabilitySettings> = {}
): StabilityAnswer | Refused<'solve stability'> {
  const source = soundCase(given)
  if (!source) return refused('solve stability', given)
  const settings = settledFor(asked, source)
  if (!source.graph) throw new NoGraph()
  const findings = sorted([...given.diagnostics, ...graphFindings(source, given.spanOf)])
  const compiled = compile(source, source.graph)
  if (!compiled.conflict || stopped(findings)) return refused('solve stability', given, findings)
  const result = solved({ source, compiled }, source.graph, settings)
  return answered('solve stability', given, {
    source,
    findings,
    result,
    methods: methodsOf(result),
    json: (about) => stabilityJson(result.about, result.analysis, { ...about, drawn: result.drawn })
  })
}

function solved(
  about: GraphReported,
  graph: Graph,
  { from, inverse, drawing, ...settings }: StabilitySettings
): StabilityResult {
  const { compiled } = about
  const analysis = analyse(compiled, {
    ...settings,
    ...(from === undefined ? {} : { from: stateOf('from', from, compiled) }),
    ...(inverse === undefined ? {} : { inverse: stateOf('inverse', inverse, compiled) })
  })
  return drawing
    ? { about, analysis, drawn: draw(about, graph, { analysis, drawing }) }
    : { about, analysis }
}

function stateOf(setting: 'from' | 'inverse', name: string, compiled: Compiled): number {
  const found = compiled.named.find(({ id }) => id === name)?.state ?? compiled.space.find(name)
  if (found === undefined) throw new NoSuchState(setting, name, compiled)
  return found
}

function draw(
  { source, compiled }: GraphReported,
  graph: Graph,
  {
    analysis: { rules, concepts },
    drawing
  }: { readonly analysis: Analysis; readonly drawing: Drawing }
): RobustnessDrawn {
  const { count } = compiled.space
  const most = Math.floor(MOST_DRAWN / count)
  if (drawing.draws > most) throw new TooManyDraws(`with ${count} states at most ${most}`)
  const found = robustness(source, graph, { ...rules, ...drawing, concepts })
  if (!found)
    throw new Error(
      'under some scenarios that were drawn the graph has no feasible state: see its `infeasible`'
    )
  return { robustness: found, uncertain: uncertainIn(source, graph) }
}

function methodsOf({ drawn }: StabilityResult): Provenance['methods'] {
  const by = 'graph model of conflict resolution'
  if (!drawn) return { stability: { by, how: 'exact' } }
  const { draws, seed } = drawn.robustness
  return {
    stability: { by, how: 'exact' },
    robustness: { by: 'share of draws', how: 'sampled', draws, seed }
  }
}
