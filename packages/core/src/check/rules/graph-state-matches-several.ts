import type { Page } from '../../diagnostic/diagnostic.ts'
import { BOTH, graphRule, riverGraph, someStates } from './graph-rule.ts'

const page: Page = {
  code: 'GR009',
  severity: 'error',
  title: 'a named state that could be several',
  about:
    'A named state stands for exactly one feasible state. Where it does not matter which of several it is, `coalesce: true` makes them one.',
  message: (d) => `the state \`${d['id']}\` matches ${d['count']} feasible states: ${d['states']}`,
  help: () =>
    'say of every move whether it is taken, or write `coalesce: true` to make them one state',
  examples: {
    failing: riverGraph(`states: {shared: {where: {upland.open: yes}}}\n    ${BOTH}`),
    passing: riverGraph(
      `states: {shared: {where: {upland.open: yes}, coalesce: true}}\n    preferences: {upland: [{upland.open: no}], lowland: [{upland.open: yes}]}`
    )
  }
}

/** The pattern of a named state matches more than one feasible state. */
export const stateMatchesSeveral = graphRule(
  'state-matches-several',
  page,
  ({ at, id, count, states }) => ({
    at: `${at}/where`,
    data: { id, count, states: someStates(states) }
  })
)
