import type { Case, Condition, Graph } from '@truce/core/model'
import { centre, textIn } from '@truce/core/model'
import type { Exported, Refused } from './answer.ts'
import type { Patterns } from './patterns.ts'
import { patternsOf, plainText } from './patterns.ts'
import type { Term, Terms } from './terms.ts'
import { MOST_TERMS, termsOf } from './terms.ts'

/** A ranking over more states than this is not written out. */
const MOST_RANKED_STATES = 2 ** 16

/**
 * The case's graph as a conflict that GMCR+ opens. Statements stay statements when all parties have
 * them; otherwise all are ranked.
 */
export function exportGmcr(source: Case, graph: Graph): Exported | Refused {
  const patterns = patternsOf(source, graph, 'GMCR+')
  if (patterns.refused !== undefined) return patterns
  const manual = patterns.parties.some(({ preference }) => preference !== 'statements')
  if (manual && patterns.codes.length > MOST_RANKED_STATES)
    return {
      refused: `a ranking of ${patterns.codes.length} states is too long to write: give preferences as statements`
    }
  const reading = readingOf(source, patterns)
  const makers = patterns.parties.map((_, party) =>
    makerOf(graph, patterns, { party, manual, reading })
  )
  const infeasibles = infeasiblesOf(graph, reading)
  if (!infeasibles || makers.some((maker) => maker === undefined))
    return {
      refused: `a condition of the graph takes more than ${MOST_TERMS} patterns to write out: split it into several`
    }
  const file = {
    program: 'gmcr-py',
    version: '0.3.13',
    useManualPreferenceRanking: manual,
    options: patterns.moves.map(({ title, direction }) => ({
      name: plainText(textIn(title)),
      permittedDirection: direction === 'forward' ? 'fwd' : direction
    })),
    decisionMakers: makers,
    infeasibles,
    coalitions: patterns.parties.map((_, party) => party)
  }
  return {
    text: `${JSON.stringify(file, undefined, 1)}\n`,
    lost: lostOf(source, graph, { patterns, manual })
  }
}

type Literals = readonly (readonly [number, 'Y' | 'N'])[]
type GmcrStatement = Literals | { readonly compound: true; readonly members: readonly Literals[] }

function readingOf(source: Case, { moves }: Patterns): Terms {
  const likely = new Set(
    source.scenarios.filter(({ p }) => centre(p.range) >= 0.5).map(({ id }) => id)
  )
  const bits = new Map(moves.map((move, bit) => [`${move.party}.${move.id}`, bit]))
  return {
    scenario: (id) => likely.has(id),
    bitOf: (party, move) => bits.get(`${party}.${move}`) ?? -1
  }
}

interface Making {
  readonly party: number
  readonly manual: boolean
  readonly reading: Terms
}

/** One decision maker; undefined where a statement is too long to write out. */
function makerOf(
  graph: Graph,
  patterns: Patterns,
  { party, manual, reading }: Making
): object | undefined {
  const { id = '', name = '' } = patterns.parties[party] ?? {}
  const written = graph.preferences.get(id)
  const statements = written?.kind === 'statements' ? statementsOf(written.statements, reading) : []
  if (!statements) return undefined
  return {
    name: plainText(name),
    options: patterns.moves.flatMap((move, bit) => (move.party === id ? [bit] : [])),
    misperceptions: [],
    preferences: statements,
    ...(manual ? { preferenceRanking: rankingOf(patterns, party) } : {})
  }
}

const literals = (term: Term): Literals =>
  [...term].sort(([a], [b]) => a - b).map(([bit, taken]) => [bit, taken ? 'Y' : 'N'])

/** Statements that hold everywhere or nowhere tell no two states apart, and are left out. */
function statementsOf(
  conditions: readonly Condition[],
  reading: Terms
): readonly GmcrStatement[] | undefined {
  const all = conditions.map((condition) => termsOf(condition, reading))
  if (all.some((terms) => terms === undefined)) return undefined
  return all.flatMap((terms = []): readonly GmcrStatement[] => {
    const [only] = terms
    if (!only || terms.some(({ size }) => size === 0)) return []
    return terms.length === 1
      ? [literals(only)]
      : [{ compound: true, members: terms.map(literals) }]
  })
}

/** Best first, by GMCR+'s numbers: the feasible states from 1 upward. */
function rankingOf(
  { codes, rank }: Patterns,
  party: number
): readonly (number | readonly number[])[] {
  const groups = new Map<number, number[]>()
  codes.forEach((code, k) => {
    const place = rank(party, code) ?? 0
    groups.set(place, [...(groups.get(place) ?? []), k + 1])
  })
  const ordered = [...groups].sort(([a], [b]) => b - a).map(([, group]) => group)
  return ordered.map((group) => (group.length === 1 ? (group[0] as number) : group))
}

function infeasiblesOf(graph: Graph, reading: Terms): readonly Literals[] | undefined {
  const patterns = graph.infeasible.map((condition) => termsOf(condition, reading))
  if (patterns.some((terms) => terms === undefined)) return undefined
  const bitsOf = (list: Graph['exclusive'][number]): readonly number[] =>
    list.map(({ party, move }) => reading.bitOf(party, move))
  const pairs = graph.exclusive.map(bitsOf).flatMap((bits) =>
    bits.flatMap((a, k) =>
      bits.slice(k + 1).map(
        (b): Literals => [
          [a, 'Y'],
          [b, 'Y']
        ]
      )
    )
  )
  const none = graph.atLeastOne.map((list): Literals => bitsOf(list).map((bit) => [bit, 'N']))
  return [...patterns.flatMap((terms = []) => terms.map(literals)), ...pairs, ...none]
}

interface Losing {
  readonly patterns: Patterns
  readonly manual: boolean
}

function lostOf(source: Case, graph: Graph, { patterns, manual }: Losing): readonly string[] {
  const of = (kind: string): string =>
    patterns.parties
      .filter(({ preference }) => preference === kind)
      .map(({ name }) => plainText(name))
      .join(' and ')
  const [derived, unknown] = [of('derived'), of('unknown')]
  const lines: readonly (readonly [boolean, string])[] = [
    [true, 'ids, sources and reasons; GMCR+ has a place for names only'],
    [
      patterns.idle.length > 0,
      `${patterns.idle.join(' and ')}: without a move, and so no decision maker`
    ],
    [graph.states.length > 0, 'the names of states and the status quo'],
    [graph.moves.some(({ sets }) => sets.size > 0), 'the terms that moves bring about'],
    [
      patterns.merged > 0,
      `${patterns.merged} patterns that are states together stand as states of their own, which tie`
    ],
    [
      source.scenarios.length > 0,
      'scenarios: conditions on them are as they are at their central chance'
    ],
    [
      manual && of('statements') !== '',
      'GMCR+ uses rankings for all parties or for none: statements are kept, but the ranking counts'
    ],
    [derived !== '', `the stances of ${derived}: the ranking is the one at central values`],
    [
      unknown !== '',
      `nothing is known of the preferences of ${unknown}, and GMCR+ cannot say so: all states tie, which is another thing`
    ]
  ]
  return lines.filter(([holds]) => holds).map(([, line]) => line)
}
