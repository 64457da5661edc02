import type { Page } from '../../diagnostic/diagnostic.ts'
import { graphRule, someStates } from './graph-rule.ts'

/** A graph in which one party has this many moves. */
const many = (count: number): string => `
    moves: {upland: {${Array.from({ length: count }, (_, k) => `gate-${k + 1}: Open gate ${k + 1}`).join(', ')}}}
    preferences: {upland: [{upland.gate-1: yes}]}`

const page: Page = {
  code: 'GR003',
  severity: 'error',
  title: 'more states than can be held',
  about:
    'Each move doubles the number of states. Up to 24 moves (some 16 million states) can be analysed; beyond that, moves that few statements speak of have to be left out or coalesced into one.',
  message: (d) =>
    `${d['moves']} moves make too many states to analyse: 2^${d['most']} is the limit`,
  help: (d) =>
    `leave out, or coalesce into one move, those that fewest statements speak of: ${d['coalesce']}`,
  examples: {
    failing: { graph: many(25) },
    passing: { graph: many(3) }
  }
}

/** The graph has more moves than can be analysed. */
export const tooManyStates = graphRule('too-many-states', page, ({ moves, most, coalesce }) => ({
  data: { moves, most, coalesce: someStates(coalesce) }
}))
