import type { Page } from '../../diagnostic/diagnostic.ts'
import { graphRule, riverGraph, someStates } from './graph-rule.ts'

const page: Page = {
  code: 'GR005',
  severity: 'error',
  title: 'a ranking that misses a state',
  about:
    'A ranking gives every feasible state a place; a state it leaves out would have to be guessed. States that are equally good stand together in a nested list.',
  message: (d) => `the ranking of \`${d['party']}\` misses ${d['states']}`,
  help: () => 'add them where they belong; equals stand together: [[YN, NY], NN]',
  examples: {
    failing: riverGraph(
      'preferences: {upland: {ranking: [YY, NY, NN]}, lowland: [{upland.open: yes}]}'
    ),
    passing: riverGraph(
      'preferences: {upland: {ranking: [YY, [NY, NN], YN]}, lowland: [{upland.open: yes}]}'
    )
  }
}

/** A ranking that misses a state. */
export const rankingMisses = graphRule('ranking-misses', page, ({ at, party, states }) => ({
  at: `${at}/ranking`,
  data: { party, states: someStates(states) }
}))
