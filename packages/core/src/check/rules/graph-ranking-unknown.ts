import type { Page } from '../../diagnostic/diagnostic.ts'
import { graphRule, riverGraph, someStates } from './graph-rule.ts'

const page: Page = {
  code: 'GR007',
  severity: 'error',
  title: 'a ranking over a state that does not exist',
  about:
    'A ranking names feasible states: one letter Y or N for each move, in the order of the file, or the id of a node.',
  message: (d) =>
    `the ranking of \`${d['party']}\` names ${d['states']}, which is no feasible state`,
  help: () => 'write Y or N for each move, parties and moves in the order of the file',
  examples: {
    failing: riverGraph(
      'preferences: {upland: {ranking: [YY, NY, NN, YN, YYN]}, lowland: [{upland.open: yes}]}'
    ),
    passing: riverGraph(
      'preferences: {upland: {ranking: [YY, [NY, NN], YN]}, lowland: [{upland.open: yes}]}'
    )
  }
}

/** A ranking over a state that does not exist. */
export const rankingUnknown = graphRule('ranking-unknown', page, ({ at, party, states }) => ({
  at: `${at}/ranking`,
  data: { party, states: someStates(states) }
}))
