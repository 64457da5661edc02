import type { Case } from '../model/case.ts'
import type { Graph, Preference } from '../model/graph.ts'
import type { Condition, Judgement } from '../model/judgement.ts'
import { centre } from '../model/judgement.ts'
import type { Conflict } from './conflict.ts'
import { derivedValue } from './derived.ts'
import type { GraphProblem } from './problem.ts'
import type { Predicate } from './state-ranks.ts'
import { ranksFromGroups, ranksFromStatements, ranksFromValues } from './state-ranks.ts'
import type { StateSpace } from './state-space.ts'
import { buildSpace } from './state-space.ts'

/** A case's graph made ready: the conflict, the names of its states, and what is wrong with it. */
export interface Compiled {
  readonly conflict: Conflict
  readonly space: StateSpace
  readonly statusQuo?: number
  readonly named: readonly Named[]
  /** Per party, how its ranks came about. */
  readonly preferences: readonly PreferenceSource[]
  readonly problems: readonly GraphProblem[]
}

/** A named state that was found, and what it means: a proposal's id or `no-deal`. */
export interface Named {
  readonly id: string
  readonly state: number
  readonly means?: string
}

/** How one party's preference was written. */
export interface PreferenceSource {
  readonly kind: Preference['kind']
  /**
   * The statements as written and as tests on states, most important first; only where `kind` is
   * `statements`.
   */
  readonly statements: readonly { readonly condition: Condition; readonly holds: Predicate }[]
}

/**
 * What may be set from outside: which scenarios to take as true. By default those whose central
 * chance is a half or more.
 */
export interface CompileOptions {
  readonly scenario?: (id: string) => boolean
  /**
   * What a judgement of a stance is worth where preferences are derived; its centre when left out.
   */
  readonly value?: (judgement: Judgement) => number
}

/** Where compilation cannot go on: only the problems are known. */
export interface Uncompiled {
  readonly conflict?: undefined
  readonly problems: readonly GraphProblem[]
}

/**
 * Compiles the graph of a case. Never throws on bad input: problems are data, each with the path of
 * what is wrong.
 */
export function compile(
  source: Case,
  graph: Graph,
  options: CompileOptions = {}
): Compiled | Uncompiled {
  const likely = new Set(
    source.scenarios.filter(({ p }) => centre(p.range) >= 0.5).map(({ id }) => id)
  )
  const problems: GraphProblem[] = []
  const space = buildSpace(graph, options.scenario ?? ((id) => likely.has(id)), problems)
  if (!space) return { problems }
  const preferences = space.parties.map((party) =>
    preferenceSource(graph.preferences.get(party), space)
  )
  const named = nameStates(graph, space, problems)
  const ranks = space.parties.map((party, index) => {
    const written = graph.preferences.get(party)
    if (written?.kind === 'ranking') return rankingRanks({ written, party }, space, problems)
    if (written?.kind === 'derived')
      return derivedRanks(source, { graph, space, named, party, ...options }, problems)
    const statements = preferences[index]?.statements ?? []
    if (written?.kind === 'statements')
      return statementRanks({ statements, party, at: written.at }, space, problems)
    if (!written) problems.push({ kind: 'no-preference', at: graph.at, party })
    return undefined
  })
  const statusQuo = findStatusQuo(graph, space, { named, problems })
  const { parties, size, feasible, count, moves } = space
  return {
    conflict: { parties, size, feasible, count, moves, ranks },
    space,
    named,
    preferences,
    problems,
    ...(statusQuo === undefined ? {} : { statusQuo })
  }
}

function preferenceSource(preference: Preference | undefined, space: StateSpace): PreferenceSource {
  if (preference?.kind !== 'statements')
    return { kind: preference?.kind ?? 'unknown', statements: [] }
  return {
    kind: 'statements',
    statements: preference.statements.map((condition) => ({
      condition,
      holds: space.test(condition)
    }))
  }
}

interface Stated {
  readonly statements: PreferenceSource['statements']
  readonly party: string
  readonly at: string
}

function statementRanks(
  { statements, party, at }: Stated,
  space: StateSpace,
  problems: GraphProblem[]
): Int32Array {
  const tests = statements.map(({ holds }) => holds)
  // patterns put together into one state must look the same to the party, or the state has no one
  // place in its order
  const apart = space.merged.filter((codes) =>
    tests.some(
      (_, k) =>
        new Set(codes.map((code) => space.testCode(statements[k]?.condition, code))).size > 1
    )
  )
  if (apart.length > 0)
    problems.push({
      kind: 'coalesced-apart',
      at,
      party,
      states: apart.map((codes) => space.label(space.stateOf(codes[0] as number)))
    })
  return ranksFromStatements(space.feasible, tests)
}

interface Ranked {
  readonly written: Extract<Preference, { kind: 'ranking' }>
  readonly party: string
}

function rankingRanks(
  { written, party }: Ranked,
  space: StateSpace,
  problems: GraphProblem[]
): Int32Array {
  const { at } = written
  const unknown: string[] = []
  const repeated: string[] = []
  const seen = new Set<number>()
  const groups = written.ranking.map((group) =>
    group.flatMap((label) => {
      const s = space.find(label)
      if (s === undefined) unknown.push(label)
      else if (seen.has(s)) repeated.push(label)
      else {
        seen.add(s)
        return [s]
      }
      return []
    })
  )
  const missed = [...space.states()].filter((s) => !seen.has(s))
  if (unknown.length > 0) problems.push({ kind: 'ranking-unknown', at, party, states: unknown })
  if (repeated.length > 0) problems.push({ kind: 'ranking-repeats', at, party, states: repeated })
  if (missed.length > 0)
    problems.push({ kind: 'ranking-misses', at, party, states: missed.map((s) => space.label(s)) })
  const ranks = ranksFromGroups(
    space.size,
    groups.filter((group) => group.length > 0)
  )
  // a state the ranking misses is an error above; here it is put last, so that the rest can still
  // be looked at
  if (missed.length === 0) return ranks
  return ranks.map((rank, s) => (space.feasible[s] ? rank + 1 : -1))
}

interface Deriving extends Pick<CompileOptions, 'value'> {
  readonly graph: Graph
  readonly space: StateSpace
  readonly named: readonly Named[]
  readonly party: string
}

function derivedRanks(
  source: Case,
  { graph, space, named, party, value: at }: Deriving,
  problems: GraphProblem[]
): Int32Array | undefined {
  const value = derivedValue(source, party, at)
  if (!value) {
    problems.push({ kind: 'nothing-to-derive', at: `graph/preferences/${party}`, party })
    return undefined
  }
  const meaning = new Map(
    named.flatMap(({ state, means }) => (means === undefined ? [] : [[state, means] as const]))
  )
  return ranksFromValues(space.feasible, (s) => {
    const means = meaning.get(s)
    if (means !== undefined) return value.meaning(means)
    const taken = graph.moves.filter((_, bit) => space.taken(s, bit))
    return value.terms(new Map(taken.flatMap((move) => [...move.sets])))
  })
}

function nameStates(graph: Graph, space: StateSpace, problems: GraphProblem[]): readonly Named[] {
  return graph.states.flatMap(({ id, where, node, means, at }) => {
    const found =
      node === undefined ? space.matches(where) : [space.find(node)].filter((s) => s !== undefined)
    const [state] = found
    if (found.length === 1 && state !== undefined)
      return [{ id, state, ...(means === undefined ? {} : { means }) }]
    const examples = found.slice(0, 4).map((s) => space.label(s))
    problems.push({
      kind: found.length === 0 ? 'state-matches-none' : 'state-matches-several',
      at,
      id,
      count: found.length,
      states: examples
    })
    return []
  })
}

interface Finding {
  readonly named: readonly Named[]
  readonly problems: GraphProblem[]
}

function findStatusQuo(
  graph: Graph,
  space: StateSpace,
  { named, problems }: Finding
): number | undefined {
  const name = graph.statusQuo
  if (name === undefined) return undefined
  const found = named.find(({ id }) => id === name)?.state ?? space.find(name)
  // a status quo that is a named state with a problem of its own has been reported there
  if (found === undefined && !graph.states.some(({ id }) => id === name))
    problems.push({ kind: 'status-quo-infeasible', at: `${graph.at}/status-quo`, name })
  return found
}
