import type { Page } from '../../diagnostic/diagnostic.ts'
import type { CheckRule } from './rule.ts'

const page: Page = {
  code: 'GR900',
  severity: 'note',
  title: 'a case that is a graph alone',
  about:
    '`check` judges proposals by what the parties say of their terms. A case that only says who can do what, and what each party prefers, has no terms to judge; the graph model answers which of its states would last.',
  message: () => 'this case is a graph alone: there is no proposal to judge',
  help: () => 'run `truce solve stability` on it',
  examples: {
    failing: `truce: 1
title: Two states and one gate
as-of: 2024-06-01
sources: {talks: {title: Minutes of the river talks, kind: statement}}
parties:
  upland: {name: Upland, kind: state, role: belligerent, source: talks}
  lowland: {name: Lowland, kind: state, role: belligerent}
graph:
  moves: {upland: {open: Open the gate}, lowland: {pay: Pay for the upkeep}}
  preferences: {upland: [{lowland.pay: yes}], lowland: [{upland.open: yes}]}
`,
    passing: {
      graph: `
    moves: {upland: {open: Open the gate}, lowland: {pay: Pay for the upkeep}}
    preferences: {upland: [{lowland.pay: yes}], lowland: [{upland.open: yes}]}`
    }
  }
}

/** The case has a graph and neither issues nor proposals. */
export const graphOnly: CheckRule = {
  page,
  run: ({ source: { graph, issues, proposals }, report, spanOf }) => {
    if (graph && issues.length === 0 && proposals.length === 0)
      report(page, { span: spanOf('title') })
  }
}
