import type { Page } from '../../diagnostic/diagnostic.ts'
import { BOTH, graphRule, riverGraph } from './graph-rule.ts'

const page: Page = {
  code: 'GR004',
  severity: 'error',
  title: 'a status quo that cannot be',
  about: 'Paths are counted from the status quo, so it must be one of the feasible states.',
  message: (d) => `the status quo \`${d['name']}\` is ruled out by the graph's own conditions`,
  help: () => 'write the letters of a feasible state, or the id of a named one',
  examples: {
    failing: riverGraph(
      `infeasible: [{upland.open: yes, lowland.pay: no}]\n    status-quo: YN\n    ${BOTH}`
    ),
    passing: riverGraph(
      `infeasible: [{upland.open: yes, lowland.pay: no}]\n    status-quo: NN\n    ${BOTH}`
    )
  }
}

/** The status quo is given by letters of an infeasible pattern. */
export const statusQuoInfeasible = graphRule('status-quo-infeasible', page, ({ name }) => ({
  data: { name }
}))
