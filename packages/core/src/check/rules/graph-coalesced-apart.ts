import type { Page } from '../../diagnostic/diagnostic.ts'
import { BOTH, graphRule, riverGraph, someStates } from './graph-rule.ts'

const page: Page = {
  code: 'GR010',
  severity: 'warning',
  title: 'states put together that a party tells apart',
  about:
    "Patterns that are put together are one state and have one place in each party's order. A statement that holds in some of them and not in others is read off the first pattern alone.",
  message: (d) =>
    `statements of \`${d['party']}\` tell apart what is put together as ${d['states']}`,
  help: () => 'coalesce less, or leave the difference out of the statements',
  examples: {
    failing: riverGraph(`states: {open: {where: {upland.open: yes}, coalesce: true}}\n    ${BOTH}`),
    passing: riverGraph(
      'states: {open: {where: {upland.open: yes}, coalesce: true}}\n    preferences: {upland: [{upland.open: no}], lowland: [{upland.open: yes}]}'
    )
  }
}

/** Coalesced patterns differ in the truth of some statement. */
export const coalescedApart = graphRule('coalesced-apart', page, ({ at, party, states }) => ({
  at,
  data: { party, states: someStates(states) }
}))
