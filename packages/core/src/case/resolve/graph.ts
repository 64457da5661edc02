import type { Graph, Move, NamedState, Preference } from '../../model/graph.ts'
import { unknownState } from '../rules/reference.ts'
import type { Document } from '../schema/document.ts'
import type { Context } from './context.ts'
import { keyAt, present, solid, valueAt, written } from './context.ts'

type GraphDocument = NonNullable<Document['graph']>

/**
 * The graph block with moves in the order of the file; what states match is the stability analysis'
 * to say.
 */
export function resolveGraph(graph: GraphDocument, context: Context): Graph {
  const nodes = graph.nodes?.filter((node) => node !== undefined)
  return {
    moves: Object.entries(graph.moves ?? {}).flatMap(([party, moves]) =>
      Object.entries(moves).map(([id, move]) => resolveMove(party, id, move))
    ),
    infeasible: solid(graph.infeasible),
    exclusive: solid(graph.exclusive),
    atLeastOne: solid(graph['at-least-one']),
    coalesce: solid(graph.coalesce),
    states: Object.entries(graph.states ?? {}).flatMap(([id, state]) =>
      resolveState(id, state, { nodes, context })
    ),
    preferences: new Map(
      Object.entries(graph.preferences ?? {}).map(([party, preference]) => [
        party,
        resolvePreference(party, preference)
      ])
    ),
    at: 'graph',
    ...present({ nodes, statusQuo: statusQuo(graph, context) }),
    ...(graph.arcs
      ? {
          arcs: new Map(
            Object.entries(graph.arcs).map(([party, arcs]) => [
              party,
              solid(arcs) as readonly (readonly [string, string])[]
            ])
          )
        }
      : {})
  }
}

function resolveMove(
  party: string,
  id: string,
  move: NonNullable<GraphDocument['moves']>[string][string]
): Move {
  const at = `graph/moves/${party}/${id}`
  if (typeof move === 'string' || !('title' in move))
    return { party, id, title: move as Move['title'], direction: 'both', sets: new Map(), at }
  const {
    title,
    direction = 'both',
    sets = new Map()
  } = move as { title: Move['title']; direction?: Move['direction']; sets?: Move['sets'] }
  return { party, id, title, direction, sets, at }
}

function resolveState(
  id: string,
  state: NonNullable<GraphDocument['states']>[string],
  { nodes, context }: { readonly nodes: readonly string[] | undefined; readonly context: Context }
): readonly NamedState[] {
  const at = `graph/states/${id}`
  if (state.node !== undefined && !nodes?.includes(state.node)) {
    context.report(unknownState, valueAt(context, `${at}/node`), {
      problem: `the graph has no node \`${state.node}\``
    })
    return []
  }
  if (written(context, at, ['where', 'node']).length === 0) {
    context.report(unknownState, keyAt(context, at), {
      problem: `the state \`${id}\` does not say where it is`,
      help: 'add `where: {party.move: yes, ..}`'
    })
    return []
  }
  return [
    {
      id,
      where: state.where ?? { kind: 'all', parts: [] },
      coalesce: state.coalesce === true,
      at,
      ...present({ node: state.node, means: state.means })
    }
  ]
}

function statusQuo(graph: GraphDocument, context: Context): string | undefined {
  const name = graph['status-quo']
  if (name === undefined) return undefined
  const moves = [...context.names.moves.values()].reduce((sum, owned) => sum + owned.size, 0)
  // `-` where a state is several patterns put together, as its label has it
  const isPattern = /^[YN-]+$/.test(name) && name.length === moves
  if (context.names.of.get('state')?.has(name) || isPattern) return name
  const help = 'name a state, a node, or write one Y or N for each move'
  context.report(unknownState, valueAt(context, 'graph/status-quo'), {
    problem: `\`${name}\` is neither a state nor a node of the graph`,
    help
  })
  return undefined
}

function resolvePreference(
  party: string,
  preference: NonNullable<GraphDocument['preferences']>[string]
): Preference {
  const at = `graph/preferences/${party}`
  if (preference === 'derived' || preference === 'unknown') return { kind: preference, at }
  if (Array.isArray(preference)) return { kind: 'statements', statements: solid(preference), at }
  const { ranking, statements } = preference as {
    ranking?: readonly (string | readonly string[])[]
    statements?: readonly NamedState['where'][]
  }
  if (ranking)
    return {
      kind: 'ranking',
      ranking: ranking.map((group) => (typeof group === 'string' ? [group] : group)),
      at
    }
  return { kind: 'statements', statements: solid(statements), at }
}
