import type { Data, Page } from '../../diagnostic/diagnostic.ts'
import type { Case } from '../../model/case.ts'
import type { Graph } from '../../model/graph.ts'
import type { GraphProblem } from '../../stability/index.ts'
import { compile } from '../../stability/index.ts'
import type { RuleContext } from './rule.ts'
import { ticked } from './terms-text.ts'

/** A rule that needs the case alone; it can stand wherever a `Rule` can. */
export interface GraphRule {
  readonly page: Page
  readonly run: (context: Pick<RuleContext, 'source' | 'report' | 'spanOf'>) => void
}

type Kind = GraphProblem['kind']
type Of<K extends Kind> = Extract<GraphProblem, { readonly kind: K }>

const known = new WeakMap<Graph, readonly GraphProblem[]>()

/** What compiling the case's graph found; worked out once for each graph. */
function problemsOf(source: Case): readonly GraphProblem[] {
  const { graph } = source
  if (!graph) return []
  const found = known.get(graph) ?? compile(source, graph).problems
  known.set(graph, found)
  return found
}

/**
 * A rule that reports one kind of problem, at the place `at` (the problem's own when left out),
 * with these data.
 */
export function graphRule<K extends Kind>(
  kind: K,
  page: Page,
  tell: (problem: Of<K>) => { readonly at?: string; readonly data: Data }
): GraphRule {
  const isKind = (problem: GraphProblem): problem is Of<K> => problem.kind === kind
  return {
    page,
    run: ({ source, report, spanOf }) => {
      for (const problem of problemsOf(source).filter(isKind)) {
        const { at = problem.at, data } = tell(problem)
        report(page, { span: spanOf(at) }, data)
      }
    }
  }
}

/** The first few of a list of states, in backticks. */
export function someStates(states: readonly string[]): string {
  const shown = ticked(states.slice(0, 5))
  return states.length > 5 ? `${shown} and ${states.length - 5} more` : shown
}

/** The example case with a graph over its two parties. */
export const riverGraph = (rest: string): Readonly<Record<string, string>> => ({
  graph: `
    moves: {upland: {open: Open the gate}, lowland: {pay: Pay for the upkeep}}
    ${rest}`
})

/** Preferences for both, where they are not the point. */
export const BOTH = 'preferences: {upland: [{lowland.pay: yes}], lowland: [{upland.open: yes}]}'
