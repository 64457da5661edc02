import type { Case, Graph } from '@truce/core/model'
import { textIn } from '@truce/core/model'
import type { Exported, Refused } from './answer.ts'
import type { Patterns } from './patterns.ts'
import { patternsOf, plainText } from './patterns.ts'

/** A game with more outcomes than this is not written. */
export const MOST_OUTCOMES = 4096

/**
 * The case's graph as a game in strategic form, in Gambit's `.nfg` (payoff version). A party's
 * strategies are the combinations of its moves that some feasible state has; its payoffs are the
 * places of states in its order, 1 the worst. A combination of strategies that is not feasible is
 * worth 0 to everybody.
 */
export function exportNfg(source: Case, graph: Graph): Exported | Refused {
  const patterns = patternsOf(source, graph, 'a game in strategic form')
  if (patterns.refused !== undefined) return patterns
  const unknown = patterns.parties.find(({ preference }) => preference === 'unknown')
  if (unknown)
    return {
      refused: `nothing is known of the preference of ${plainText(unknown.name)}, so it has no payoffs: write one to export it`
    }
  const strategies = patterns.parties.map(({ id }) => strategiesOf(patterns, id))
  const outcomes = strategies.reduce((product, { length }) => product * length, 1)
  if (outcomes > MOST_OUTCOMES)
    return {
      refused: `the game would have ${outcomes} outcomes, and ${MOST_OUTCOMES} is the most that is written: put moves together first`
    }
  const infeasible = outcomes - patterns.codes.length
  const lost = lostOf(graph, patterns, infeasible)
  const text = [
    `NFG 1 R ${quoted(textIn(source.title))}`,
    `{ ${patterns.parties.map(({ name }) => quoted(name)).join(' ')} }`,
    '',
    `{ ${strategies.map((own) => `{ ${own.map((code) => quoted(strategyName(patterns, code))).join(' ')} }`).join('\n  ')} }`,
    quoted(
      ["Payoffs are ordinal: the place of a state in a party's order, 1 the worst.", ...lost].join(
        ' '
      )
    ),
    '',
    ...payoffs(patterns, strategies),
    ''
  ].join('\n')
  return { text, lost }
}

const quoted = (text: string): string =>
  `"${text.replace(/[\p{Cc}\p{Cf}]+/gu, ' ').replace(/(["\\])/g, '\\$1')}"`

/** The combinations of a party's own moves that some feasible state has, ascending. */
function strategiesOf({ moves, codes }: Patterns, party: string): readonly number[] {
  const own = moves.reduce(
    (mask, move, bit) => (move.party === party ? mask | (1 << bit) : mask),
    0
  )
  return [...new Set(codes.map((code) => code & own))].sort((a, b) => a - b)
}

function strategyName({ moves }: Patterns, code: number): string {
  const taken = moves.filter((_, bit) => (code >>> bit) & 1).map(({ id }) => id)
  return taken.length === 0 ? 'none' : taken.join(' + ')
}

/** One line for each outcome, the first party's strategy changing fastest. */
function payoffs(
  { parties, codes, rank }: Patterns,
  strategies: readonly (readonly number[])[]
): readonly string[] {
  const feasible = new Set(codes)
  const profiles = strategies.reduce<readonly number[]>(
    (all, own) => own.flatMap((code) => all.map((other) => other | code)),
    [0]
  )
  return profiles.map((code) =>
    parties.map((_, party) => (feasible.has(code) ? (rank(party, code) ?? 0) + 1 : 0)).join(' ')
  )
}

function lostOf(
  graph: Graph,
  { merged, moves, idle }: Patterns,
  infeasible: number
): readonly string[] {
  const lines: readonly (readonly [boolean, string])[] = [
    [
      true,
      'A game in strategic form has no states to start from and no answers: only Nash equilibria compare with the graph.'
    ],
    [
      infeasible > 0,
      `${infeasible} outcomes are not feasible and worth 0 to everybody; one of them that is an equilibrium of the game means nothing.`
    ],
    [
      moves.some(({ direction }) => direction !== 'both'),
      'Moves that cannot be undone, or only undone, are free here.'
    ],
    [idle.length > 0, `${idle.join(' and ')}: without a move, and so no player.`],
    [
      merged > 0,
      `${merged} patterns that are states together are outcomes of their own, which tie.`
    ],
    [
      [...graph.preferences.values()].some(({ kind }) => kind === 'derived'),
      'Preferences derived from stances are those at central values.'
    ]
  ]
  return lines.filter(([holds]) => holds).map(([, line]) => line)
}
