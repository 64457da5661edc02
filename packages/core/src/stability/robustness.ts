import type { Dependence } from '../draws/index.ts'
import { randomSampler, scenarioFacts, uniforms } from '../draws/index.ts'
import type { Case } from '../model/case.ts'
import type { Graph } from '../model/graph.ts'
import type { Compiled } from './compile.ts'
import { compile } from './compile.ts'
import type { Concept } from './concepts.ts'
import { CONCEPTS } from './concepts.ts'
import type { Conflict } from './conflict.ts'
import { withRanks } from './conflict.ts'
import type { SolveSettings } from './solve-graph.ts'
import { solve } from './solve-graph.ts'
import type { Predicate } from './state-ranks.ts'
import { ranksFromStatements } from './state-ranks.ts'

/** How to draw, and what is uncertain besides ranges and scenarios. */
export interface RobustnessSettings extends SolveSettings {
  readonly draws: number
  readonly seed: number
  readonly dependence?: Dependence
  /**
   * The chance that two neighbouring statements of a party stand the other way round, 0..1; 0 when
   * left out.
   */
  readonly exchange?: number
}

/**
 * For every state, the share of draws in which it is an equilibrium; its standard error is sqrt(p
 * (1 - p) / draws).
 */
export interface Robustness {
  readonly draws: number
  readonly seed: number
  readonly exchange: number
  readonly shares: ReadonlyMap<Concept, Float64Array>
}

/**
 * The chance that a state is an equilibrium when judgements are ranges, scenarios are uncertain and
 * so is the order of statements. Every draw fixes all of them: derived preferences are worked out
 * from the drawn values, statements may change places with their lower neighbour (from the top
 * down, so one may sink several places), rankings stay. The same seed gives the same shares.
 * Undefined where the graph cannot be compiled. O(draws x what one solution takes).
 */
export function robustness(
  source: Case,
  graph: Graph,
  settings: RobustnessSettings
): Robustness | undefined {
  const { draws, seed, exchange = 0, concepts = CONCEPTS } = settings
  const drawn = drawer(source, graph, settings)
  const shares = new Map<Concept, Float64Array>()
  for (let draw = 0; draw < draws; draw++) {
    const conflict = drawn(draw)
    if (!conflict) return undefined
    for (const [concept, verdicts] of solve(conflict, { ...settings, concepts }).concepts) {
      if (!verdicts) continue
      const share = shares.get(concept) ?? new Float64Array(conflict.size)
      verdicts.equilibria.forEach((mark, s) => {
        share[s] = (share[s] as number) + mark
      })
      shares.set(concept, share)
    }
  }
  for (const counts of shares.values())
    counts.forEach((count, s) => {
      counts[s] = count / draws
    })
  return { draws, seed, exchange, shares }
}

/**
 * Gives the conflict of each draw. What does not change between draws is compiled once for each set
 * of scenarios.
 */
function drawer(
  source: Case,
  graph: Graph,
  settings: RobustnessSettings
): (draw: number) => Conflict | undefined {
  const { draws, seed, exchange = 0, dependence = 'independent' } = settings
  const sampler = randomSampler(source.scenarios, { draws, seed, dependence })
  const derives = [...graph.preferences.values()].some(({ kind }) => kind === 'derived')
  const compiledBy = new Map<number, ReturnType<typeof compile>>()
  const compiledAt = (draw: number): ReturnType<typeof compile> => {
    const mask = sampler.masks[draw] as number
    const holds = scenarioFacts(mask, source.scenarios)
    const known = derives ? undefined : compiledBy.get(mask)
    const value = derives
      ? {
          value: (judgement: Parameters<typeof sampler.column>[0]) =>
            sampler.column(judgement)[draw] as number
        }
      : {}
    const made = known ?? compile(source, graph, { scenario: (id) => holds(id) === true, ...value })
    if (!derives) compiledBy.set(mask, made)
    return made
  }
  const coins = new Map<string, Float64Array>()
  const exchanged = (party: string, place: number, draw: number): boolean => {
    const key = `graph.preferences.${party}.exchange.${place}`
    const stream = coins.get(key) ?? uniforms(seed, key, draws)
    coins.set(key, stream)
    return (stream[draw] as number) < exchange
  }
  return (draw) => {
    const compiled = compiledAt(draw)
    if (!compiled.conflict || exchange === 0) return compiled.conflict
    return reordered(compiled, (party, place) => exchanged(party, place, draw))
  }
}

/** The conflict with neighbouring statements exchanged where the coin says so. */
function reordered(
  { conflict, preferences }: Compiled,
  coin: (party: string, place: number) => boolean
): Conflict {
  return preferences.reduce((now, { statements }, party) => {
    const tests: Predicate[] = statements.map(({ holds }) => holds)
    let changed = false
    for (let place = 0; place + 1 < tests.length; place++) {
      if (!coin(conflict.parties[party] as string, place)) continue
      tests.splice(place, 2, tests[place + 1] as Predicate, tests[place] as Predicate)
      changed = true
    }
    return changed ? withRanks(now, party, ranksFromStatements(conflict.feasible, tests)) : now
  }, conflict)
}
