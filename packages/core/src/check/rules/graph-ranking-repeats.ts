import type { Page } from '../../diagnostic/diagnostic.ts'
import { graphRule, riverGraph, someStates } from './graph-rule.ts'

const page: Page = {
  code: 'GR006',
  severity: 'error',
  title: 'a ranking that names a state twice',
  about: 'A state has one place in a ranking.',
  message: (d) => `the ranking of \`${d['party']}\` names ${d['states']} more than once`,
  help: () => 'keep the place that is meant',
  examples: {
    failing: riverGraph(
      'preferences: {upland: {ranking: [YY, NY, NN, YN, NY]}, lowland: [{upland.open: yes}]}'
    ),
    passing: riverGraph(
      'preferences: {upland: {ranking: [YY, [NY, NN], YN]}, lowland: [{upland.open: yes}]}'
    )
  }
}

/** A ranking that names a state twice. */
export const rankingRepeats = graphRule('ranking-repeats', page, ({ at, party, states }) => ({
  at: `${at}/ranking`,
  data: { party, states: someStates(states) }
}))
