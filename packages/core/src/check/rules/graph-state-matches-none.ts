import type { Page } from '../../diagnostic/diagnostic.ts'
import { BOTH, graphRule, riverGraph } from './graph-rule.ts'

const page: Page = {
  code: 'GR008',
  severity: 'error',
  title: 'a named state that cannot be',
  about:
    'A named state stands for exactly one feasible state. The pattern of this one matches none: it is ruled out, or asks for things that exclude each other.',
  message: (d) => `the state \`${d['id']}\` matches no feasible state`,
  help: () => 'compare its `where` with the infeasible patterns',
  examples: {
    failing: riverGraph(
      `infeasible: [{upland.open: yes, lowland.pay: no}]\n    states: {shared: {where: {upland.open: yes, lowland.pay: no}}}\n    ${BOTH}`
    ),
    passing: riverGraph(
      `states: {shared: {where: {upland.open: yes, lowland.pay: yes}}}\n    ${BOTH}`
    )
  }
}

/** The pattern of a named state matches no feasible state. */
export const stateMatchesNone = graphRule('state-matches-none', page, ({ at, id }) => ({
  at: `${at}/where`,
  data: { id }
}))
