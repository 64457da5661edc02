import type { Page } from '../../diagnostic/diagnostic.ts'
import { BOTH, graphRule, riverGraph } from './graph-rule.ts'

const page: Page = {
  code: 'GR002',
  severity: 'error',
  title: 'a graph without a feasible state',
  about:
    'The infeasible patterns, exclusive moves and at-least-one lists together rule out every combination of moves, so there is nothing to analyse.',
  message: () => 'the conditions of the graph leave no state',
  help: () => 'remove a pattern, or make one narrower',
  examples: {
    failing: riverGraph(`infeasible: [{upland.open: yes}, {upland.open: no}]\n    ${BOTH}`),
    passing: riverGraph(`infeasible: [{upland.open: yes, lowland.pay: no}]\n    ${BOTH}`)
  }
}

/** Every pattern of moves is infeasible. */
export const noFeasibleState = graphRule('no-feasible-state', page, ({ patterns }) => ({
  data: { patterns }
}))
