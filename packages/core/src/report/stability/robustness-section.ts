import type { Case } from '../../model/case.ts'
import { scenariosIn } from '../../model/condition.ts'
import type { Graph } from '../../model/graph.ts'
import type { Concept, Robustness } from '../../stability/index.ts'
import type { Block } from '../blocks.ts'
import { heading, paragraph, table } from '../blocks.ts'
import { CONCEPT_NAMES, count, namesOf, wordsOf } from '../words/index.ts'
import type { GraphReported } from './graph-words.ts'
import { stateName } from './graph-words.ts'
import type { StabilityDocument } from './stability-shape.ts'

/**
 * What differs from draw to draw in a case's graph: parties whose preference is derived from
 * ranges, and scenarios.
 */
export interface Uncertain {
  readonly derived: readonly string[]
  readonly scenarios: readonly string[]
}

/**
 * The parties and scenarios that make preferences uncertain. A derived preference without any range
 * is certain.
 */
export function uncertainIn(source: Case, graph: Graph): Uncertain {
  const derived = [...graph.preferences].flatMap(([party, { kind }]) => {
    const stance = source.stances.get(party)
    return kind === 'derived' && spreads([stance?.interests, stance?.noDeal, source.proposals])
      ? [party]
      : []
  })
  const statements = [...graph.preferences.values()].flatMap((one) =>
    one.kind === 'statements' ? one.statements : []
  )
  return {
    derived,
    scenarios: [...new Set([...statements, ...graph.infeasible].flatMap(scenariosIn))]
  }
}

/** Is there a range in it that is more than a point, or one that hangs on a scenario? */
function spreads(part: unknown): boolean {
  if (typeof part !== 'object' || part === null) return false
  if ('low' in part && 'high' in part && part.low !== part.high) return true
  if ('cases' in part && Array.isArray(part.cases) && part.cases.length > 0) return true
  const inner: readonly unknown[] = part instanceof Map ? [...part.values()] : Object.values(part)
  return inner.some(spreads)
}

/** The draws with what they were about. */
export interface RobustnessDrawn {
  readonly robustness: Robustness
  readonly uncertain: Uncertain
}

/** The states a reader asks about: those with names, else those given. */
const statesOf = ({ compiled }: GraphReported, otherwise: readonly number[]): readonly number[] =>
  compiled.named.length > 0 ? [...new Set(compiled.named.map(({ state }) => state))] : otherwise

const errorOf = (p: number, draws: number): number => Math.sqrt((p * (1 - p)) / draws)

type Chances = NonNullable<StabilityDocument['robustness']>['states'][string]

/**
 * The `robustness` of the JSON document: for every named state (without names, every equilibrium)
 * and concept, p and its standard error.
 */
export function robustnessJson(
  about: GraphReported,
  { robustness, uncertain }: RobustnessDrawn,
  otherwise: readonly number[]
): NonNullable<StabilityDocument['robustness']> {
  const { draws, seed, exchange, shares } = robustness
  const chance = (state: number): Chances =>
    Object.fromEntries(
      [...shares].map(([concept, share]) => {
        const p = share[state] as number
        return [concept, { p, standardError: errorOf(p, draws) }]
      })
    )
  const states = statesOf(about, otherwise).map((state) => [
    about.compiled.space.label(state),
    chance(state)
  ])
  return { draws, seed, exchange, uncertain, states: Object.fromEntries(states) }
}

/** The same as a table, with a plain word where nothing is uncertain. */
export function robustnessBlocks(
  about: GraphReported,
  drawn: RobustnessDrawn,
  otherwise: readonly number[]
): readonly Block[] {
  const { draws, seed, shares } = drawn.robustness
  const concepts = [...shares.keys()]
  const cell = (concept: Concept, state: number): string => {
    const p = shares.get(concept)?.[state] as number
    return p === 0 || p === 1 ? String(p) : `${p.toFixed(2)}±${errorOf(p, draws).toFixed(2)}`
  }
  const rows = statesOf(about, otherwise).map((state) => [
    stateName(about, state),
    ...concepts.map((concept) => cell(concept, state))
  ])
  const { say } = wordsOf(about)
  return [
    heading(2, say('often.title')),
    paragraph(say('often.share', { varies: whatVaries(about, drawn), draws: count(draws), seed })),
    table([say('states.state'), ...concepts.map((concept) => CONCEPT_NAMES[concept])], rows)
  ]
}

function whatVaries(
  about: GraphReported,
  { robustness: { exchange }, uncertain: { derived, scenarios } }: RobustnessDrawn
): string {
  const own = wordsOf(about)
  const { say, list } = own
  const parts = [
    ...(derived.length > 0
      ? [say('often.ranges', { parties: namesOf(own, about.source, derived) })]
      : []),
    ...(scenarios.length > 0 ? [say('often.scenarios', { scenarios: list(scenarios) })] : []),
    ...(exchange > 0 ? [say('often.exchange', { chance: exchange })] : [])
  ]
  return parts.length > 0 ? say('often.varies', { parts: list(parts) }) : say('often.never')
}
