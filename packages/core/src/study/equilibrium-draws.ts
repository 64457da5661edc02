import type { Case } from '../model/case.ts'
import { scenariosIn } from '../model/condition.ts'
import type { Graph } from '../model/graph.ts'
import type { Concept } from '../stability/index.ts'
import { compile, robustness } from '../stability/index.ts'
import type { Estimate } from '../worth/estimate.ts'
import { shareEstimate } from './rank-acceptability.ts'
import type { StudySettings } from './settings.ts'

/** Beyond this many states a graph is not solved draw by draw here. */
const MOST_STATES = 1 << 14

/**
 * How often the state that means an alternative is an equilibrium; no shares where the graph is too
 * large to ask here.
 */
export interface Equilibrium {
  readonly means: string
  readonly state: string
  readonly concepts: readonly { readonly concept: Concept; readonly share: Estimate }[] | null
}

/**
 * In how many draws the graph is solved: in one where all draws would solve the same graph, in none
 * where there is none.
 */
export function equilibriumDraws(
  { graph }: Case,
  { equilibriumDraws, draws, exchange }: StudySettings
): number {
  if (!graph) return 0
  return exchange > 0 || variesByDraw(graph) ? Math.min(equilibriumDraws, draws) : 1
}

/** Whether preferences are worked out from drawn values, or something hangs on a scenario. */
function variesByDraw({ infeasible, coalesce, states, preferences }: Graph): boolean {
  const written = [...preferences.values()]
  const statements = written.flatMap((preference) =>
    preference.kind === 'statements' ? preference.statements : []
  )
  const conditions = [
    ...infeasible,
    ...coalesce,
    ...states.map(({ where }) => where),
    ...statements
  ]
  return (
    written.some(({ kind }) => kind === 'derived') ||
    conditions.some((condition) => scenariosIn(condition).length > 0)
  )
}

/**
 * For every alternative that a state of the graph means: the share of draws in which it is an
 * equilibrium, by concept.
 */
export function equilibriaOver(source: Case, settings: StudySettings): readonly Equilibrium[] {
  const { graph } = source
  if (!graph?.states.some(({ means }) => means !== undefined)) return []
  const compiled = compile(source, graph)
  if (!compiled.conflict) return []
  const meaning = compiled.named.flatMap(({ id, means, state }) =>
    means === undefined ? [] : [{ id, means, state }]
  )
  const { seed, dependence, exchange } = settings
  const draws = equilibriumDraws(source, settings)
  const found =
    compiled.conflict.size > MOST_STATES
      ? undefined
      : robustness(source, graph, { draws, seed, dependence, exchange })
  return meaning.map(({ id, means, state }) => ({
    means,
    state: id,
    concepts: found
      ? [...found.shares].map(([concept, shares]) => ({
          concept,
          share: shareEstimate((shares[state] as number) * draws, draws)
        }))
      : null
  }))
}
