import type { Page } from '../../diagnostic/diagnostic.ts'
import { graphRule, someStates } from './graph-rule.ts'

const page: Page = {
  code: 'GR011',
  severity: 'error',
  title: 'an arc to or from a node that does not exist',
  about: 'The arcs of a general graph join its nodes.',
  message: (d) => `the arcs of \`${d['party']}\` name ${d['nodes']}, which is no node`,
  help: () => 'add it to `nodes`, or correct the name',
  examples: {
    failing: {
      graph: `
    nodes: [shut, open]
    arcs: {upland: [[shut, opened]]}
    preferences: {upland: {ranking: [shut, open]}}`
    },
    passing: {
      graph: `
    nodes: [shut, open]
    arcs: {upland: [[shut, open]]}
    preferences: {upland: {ranking: [shut, open]}}`
    }
  }
}

/** An arc names a node that the graph does not list. */
export const unknownNode = graphRule('unknown-node', page, ({ at, party, nodes }) => ({
  at,
  data: { party, nodes: someStates(nodes) }
}))
