import type { Graph } from '../model/graph.ts'
import type { Condition } from '../model/judgement.ts'
import type { Conflict } from './conflict.ts'
import { arcMoves, optionMoves, targets } from './conflict.ts'
import type { MoveReading } from './predicate.ts'
import { movesIn, predicate } from './predicate.ts'
import type { GraphProblem } from './problem.ts'
import type { Predicate } from './state-ranks.ts'

/**
 * Moves at most: 2^24 patterns, with ranks, cells and verdicts for each party, take about a gigabyte
 * where there are four. Each move more doubles that, and the time.
 */
export const MOST_MOVES = 24

/**
 * A graph with states put together may have this many arcs, counted before states are joined: they
 * are written out one by one, at four bytes each and more while they are sorted, so this is about
 * what a process can hold. Option form, whose arcs are never written out, has no such limit.
 */
const MOST_ARCS = 2 ** 26
/** The bit of a move that does not exist: above all that do, so that no pattern has it set. */
const NO_BIT = 31

/**
 * The states of a graph: which exist, how they are called, and who moves between them. Preferences
 * are not part of it.
 */
export interface StateSpace extends Omit<Conflict, 'ranks'> {
  readonly moveIds: readonly string[]
  /**
   * Letters Y and N, one for each move (`-` where patterns were put together), or the node's id.
   */
  readonly label: (state: number) => string
  readonly find: (label: string) => number | undefined
  readonly states: () => readonly number[]
  readonly matches: (where: Condition) => readonly number[]
  readonly test: (condition: Condition) => Predicate
  /** Is move number `bit` taken? Of patterns put together, the first one answers. */
  readonly taken: (state: number, bit: number) => boolean
  /** The patterns put together into one state, where there are several. */
  readonly merged: readonly (readonly number[])[]
  readonly stateOf: (code: number) => number
  readonly testCode: (condition: Condition | undefined, code: number) => boolean
  /** How many patterns the infeasible conditions rule out. */
  readonly infeasible: number
}

/**
 * Lays out the states; undefined, with the problem added, where there are none or too many. In
 * option form a state is a pattern of moves taken and not taken, its number the pattern's bits
 * (Fang, Hipel and Kilgour, Interactive Decision Making, 1993); a pattern is feasible when no
 * infeasible condition holds in it.
 */
export function buildSpace(
  graph: Graph,
  scenario: (id: string) => boolean,
  problems: GraphProblem[]
): StateSpace | undefined {
  if (graph.nodes) return nodeSpace(graph, graph.nodes, problems)
  const width = graph.moves.length
  if (width > MOST_MOVES) {
    problems.push({
      kind: 'too-many-states',
      at: `${graph.at}/moves`,
      moves: width,
      most: MOST_MOVES,
      coalesce: leastSpokenOf(graph).slice(0, width - MOST_MOVES)
    })
    return undefined
  }
  // give each move a bit, and find the patterns that no condition rules out
  const bits = new Map(graph.moves.map((move, bit) => [`${move.party}.${move.id}`, bit]))
  const reading: MoveReading = {
    scenario,
    bitOf: (party, move) => bits.get(`${party}.${move}`) ?? NO_BIT
  }
  const feasible = feasibleCodes(graph, width, reading)
  const count = feasible.reduce((sum, one) => sum + one, 0)
  if (count === 0) {
    problems.push({
      kind: 'no-feasible-state',
      at: graph.infeasible.length > 0 ? `${graph.at}/infeasible` : graph.at,
      patterns: 2 ** width
    })
    return undefined
  }
  // say for each party which bits are its own, and which way each can be turned
  const parties = [...new Set(graph.moves.map((move) => move.party))]
  const moves = optionMoves(
    parties.length,
    graph.moves.map((move) => ({ party: parties.indexOf(move.party), direction: move.direction }))
  )
  const codes: CodeSpace = {
    graph,
    reading,
    width,
    feasible,
    count,
    base: { parties, size: feasible.length, feasible, count, moves, ranks: [] }
  }
  // put together the patterns that are to be one state, if any are
  const groups = [
    ...graph.coalesce,
    ...graph.states.flatMap((state) => (state.coalesce ? [state.where] : []))
  ]
  return groups.length === 0
    ? codeSpace(codes)
    : coalescedSpace(
        codes,
        groups.map((where) => predicate(where, reading)),
        problems
      )
}

/**
 * Moves by how few statements and patterns speak of them: the first to be put together with others
 * or left out.
 */
function leastSpokenOf(graph: Graph): readonly string[] {
  const statements = [...graph.preferences.values()].flatMap((one) =>
    one.kind === 'statements' ? one.statements : []
  )
  const spoken = [
    ...statements,
    ...graph.infeasible,
    ...graph.states.map((state) => state.where)
  ].flatMap(movesIn)
  const times = (id: string): number => spoken.filter((one) => one === id).length
  return graph.moves.map((move) => `${move.party}.${move.id}`).sort((a, b) => times(a) - times(b))
}

function feasibleCodes(graph: Graph, width: number, reading: MoveReading): Uint8Array {
  // a pattern is ruled out by a condition,
  const excluded = graph.infeasible.map((condition) => predicate(condition, reading))
  const maskOf = (refs: readonly { readonly party: string; readonly move: string }[]): number =>
    refs.reduce((sum, ref) => sum | (1 << reading.bitOf(ref.party, ref.move)), 0)
  // by two exclusive moves (of the bits under the mask, one is left without the lowest),
  for (const mask of graph.exclusive.map(maskOf))
    excluded.push((s) => (s & mask & ((s & mask) - 1)) !== 0)
  // or by none of several of which one must be taken
  for (const mask of graph.atLeastOne.map(maskOf)) excluded.push((s) => (s & mask) === 0)
  const feasible = new Uint8Array(2 ** width).fill(1)
  for (const test of excluded)
    for (let s = 0; s < feasible.length; s++) if (feasible[s] && test(s)) feasible[s] = 0
  return feasible
}

interface CodeSpace {
  readonly graph: Graph
  readonly reading: MoveReading
  readonly width: number
  readonly feasible: Uint8Array
  readonly count: number
  readonly base: Conflict
}

const letters = (code: number, width: number): string =>
  Array.from({ length: width }, (_, bit) => ((code >>> bit) & 1 ? 'Y' : 'N')).join('')

function codeOf(label: string, width: number): number | undefined {
  if (label.length !== width || !/^[YN]*$/.test(label)) return undefined
  return [...label].reduce((code, letter, bit) => (letter === 'Y' ? code | (1 << bit) : code), 0)
}

const within = (feasible: Uint8Array): readonly number[] =>
  [...feasible.keys()].filter((s) => feasible[s] === 1)

/** Option form: a state's number is its pattern. */
function codeSpace({ graph, reading, width, feasible, count, base }: CodeSpace): StateSpace {
  const test = (condition: Condition): Predicate => predicate(condition, reading)
  return {
    ...base,
    moveIds: graph.moves.map((move) => `${move.party}.${move.id}`),
    merged: [],
    test,
    infeasible: feasible.length - count,
    label: (s) => letters(s, width),
    find: (label) => {
      const code = codeOf(label, width)
      return code !== undefined && feasible[code] === 1 ? code : undefined
    },
    states: () => within(feasible),
    matches: (where) => within(feasible).filter(test(where)),
    taken: (s, bit) => ((s >>> bit) & 1) === 1,
    stateOf: (code) => code,
    testCode: (condition, code) => condition !== undefined && test(condition)(code)
  }
}

/**
 * Some patterns are one state: the graph becomes a general one, with every arc some pattern of a
 * state has.
 */
function coalescedSpace(
  codes: CodeSpace,
  groups: readonly Predicate[],
  problems: GraphProblem[]
): StateSpace | undefined {
  const { graph, reading, width, feasible, count, base } = codes
  // refuse what would not fit: a party with k moves reaches at most 2^k patterns from each
  const perState =
    graph.moves.length === 0
      ? 1
      : base.parties.reduce(
          (sum, _, party) =>
            sum + 2 ** graph.moves.filter((move) => move.party === base.parties[party]).length,
          0
        )
  if (count * perState > MOST_ARCS) {
    problems.push({
      kind: 'too-many-states',
      at: `${graph.at}/coalesce`,
      moves: width,
      most: MOST_MOVES,
      coalesce: leastSpokenOf(graph).slice(0, 4)
    })
    return undefined
  }
  // a state is a class of patterns; it has every arc that one of its patterns has
  const members = classes(within(feasible), groups)
  const stateOf = new Map(members.flatMap((list, s) => list.map((code) => [code, s] as const)))
  const arcs = base.parties.map((_, party) =>
    members.flatMap((list, s) =>
      list.flatMap((code) =>
        targets(base, party, code).map((to) => [s, stateOf.get(to) as number] as const)
      )
    )
  )
  const first = (s: number): number => members[s]?.[0] as number
  const labels = members.map((list) => joined(list.map((code) => letters(code, width))))
  const test = (condition: Condition): Predicate => {
    const onCode = predicate(condition, reading)
    return (s) => onCode(first(s))
  }
  return {
    parties: base.parties,
    size: members.length,
    count: members.length,
    feasible: new Uint8Array(members.length).fill(1),
    moves: arcMoves(members.length, arcs),
    moveIds: graph.moves.map((move) => `${move.party}.${move.id}`),
    merged: members.filter((list) => list.length > 1),
    test,
    infeasible: feasible.length - count,
    label: (s) => labels[s] as string,
    find: (label) => {
      const code = codeOf(label, width)
      const known = labels.indexOf(label)
      return known >= 0 ? known : code === undefined ? undefined : stateOf.get(code)
    },
    states: () => [...members.keys()],
    matches: (where) => {
      const onCode = predicate(where, reading)
      return [...members.keys()].filter((s) => members[s]?.some(onCode))
    },
    taken: (s, bit) => ((first(s) >>> bit) & 1) === 1,
    stateOf: (code) => stateOf.get(code) as number,
    testCode: (condition, code) => condition !== undefined && predicate(condition, reading)(code)
  }
}

/**
 * The patterns of each state, in the order of their first pattern; a pattern in two groups joins
 * them.
 */
function classes(
  codes: readonly number[],
  groups: readonly Predicate[]
): readonly (readonly number[])[] {
  const owner = new Map<number, number[]>(codes.map((code) => [code, [code]]))
  // join all lists that a group touches into one
  for (const inGroup of groups) {
    const lists = new Set(codes.filter(inGroup).map((code) => owner.get(code) as number[]))
    const union = [...lists].flat().sort((a, b) => a - b)
    for (const code of union) owner.set(code, union)
  }
  return [...new Set(owner.values())].sort((a, b) => (a[0] as number) - (b[0] as number))
}

const joined = (labels: readonly string[]): string =>
  [...(labels[0] ?? '')]
    .map((letter, k) => (labels.every((label) => label[k] === letter) ? letter : '-'))
    .join('')

/** A general graph: states are nodes, moves are arcs. */
function nodeSpace(
  graph: Graph,
  nodes: readonly string[],
  problems: GraphProblem[]
): StateSpace | undefined {
  if (nodes.length === 0) {
    problems.push({ kind: 'no-feasible-state', at: `${graph.at}/nodes`, patterns: 0 })
    return undefined
  }
  const place = new Map(nodes.map((node, s) => [node, s]))
  const parties = [...(graph.arcs ?? new Map()).keys()]
  const arcs = parties.map((party) => {
    const list = graph.arcs?.get(party) ?? []
    const strangers = [...new Set(list.flat().filter((node) => !place.has(node)))]
    if (strangers.length > 0)
      problems.push({
        kind: 'unknown-node',
        at: `${graph.at}/arcs/${party}`,
        party,
        nodes: strangers
      })
    return list.flatMap(([from, to]) => {
      const [a, b] = [place.get(from), place.get(to)]
      return a === undefined || b === undefined ? [] : [[a, b] as const]
    })
  })
  const never: Predicate = () => false
  return {
    parties,
    size: nodes.length,
    count: nodes.length,
    feasible: new Uint8Array(nodes.length).fill(1),
    moves: arcMoves(nodes.length, arcs),
    moveIds: [],
    merged: [],
    infeasible: 0,
    label: (s) => nodes[s] ?? '',
    find: (label) => place.get(label),
    states: () => [...nodes.keys()],
    matches: () => [],
    test: () => never,
    taken: () => false,
    stateOf: (code) => code,
    testCode: () => false
  }
}
