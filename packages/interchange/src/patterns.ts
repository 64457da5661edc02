import type { Case, Graph, Move, Preference } from '@truce/core/model'
import { textIn } from '@truce/core/model'
import type { Compiled } from '@truce/core/stability'
import { compile } from '@truce/core/stability'
import type { Refused } from './answer.ts'

/** A case's graph in option form with nothing put together: what other programs can hold. */
export interface Patterns {
  readonly refused?: undefined
  readonly parties: readonly {
    readonly id: string
    readonly name: string
    readonly preference: Preference['kind']
  }[]
  /** Names of the case's other parties, which have no move and so no place in the conflict. */
  readonly idle: readonly string[]
  /** In the order of their bits. */
  readonly moves: readonly Move[]
  /** The feasible patterns, ascending; bit k says whether move k is taken. */
  readonly codes: readonly number[]
  /**
   * A pattern's place in the party's order, 0 the worst; undefined where nothing is known of its
   * preference.
   */
  readonly rank: (party: number, code: number) => number | undefined
  /** How many patterns were put together into states of several. */
  readonly merged: number
}

/** Lays out the patterns, with the places of each; refuses a general graph and one with errors. */
export function patternsOf(source: Case, graph: Graph, program: string): Patterns | Refused {
  if (graph.nodes)
    return {
      refused: `the graph has nodes and arcs, and ${program} knows only moves: write it with \`moves\` to export it`
    }
  const compiled = compile(source, graph)
  const plain = compile(source, apart(graph))
  if (!compiled.conflict || !plain.conflict || compiled.problems.length > 0)
    return { refused: 'the graph has errors: `truce check` says which' }
  return { ...from(source, graph, compiled), codes: plain.space.states() }
}

function from(
  source: Case,
  { moves, preferences }: Graph,
  { conflict, space }: Compiled
): Omit<Patterns, 'codes'> {
  return {
    parties: conflict.parties.map((id) => ({
      id,
      name: nameIn(source, id),
      preference: preferences.get(id)?.kind ?? 'unknown'
    })),
    idle: [...source.parties.keys()]
      .filter((id) => !conflict.parties.includes(id))
      .map((id) => plainText(nameIn(source, id))),
    moves,
    rank: (party, code) => conflict.ranks[party]?.[space.stateOf(code)],
    merged: space.merged.flat().length
  }
}

function nameIn(source: Case, id: string): string {
  const name = source.parties.get(id)?.name
  return name === undefined ? id : textIn(name)
}

/** The graph with every pattern a state of its own, and no preference. */
function apart({ statusQuo: _, ...graph }: Graph): Graph {
  const preferences = new Map(
    [...graph.preferences].map(([party, { at }]) => [party, { kind: 'unknown' as const, at }])
  )
  return { ...graph, coalesce: [], states: [], preferences }
}

/** A text without characters that are not meant to be seen, and not longer than anybody reads. */
export function plainText(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]+/gu, ' ')
    .trim()
    .slice(0, 200)
}
