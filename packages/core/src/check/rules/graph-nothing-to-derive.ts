import type { Page } from '../../diagnostic/diagnostic.ts'
import { graphRule } from './graph-rule.ts'

const withThird = {
  parties: `
    upland: {name: Upland, kind: state, role: belligerent}
    lowland: {name: Lowland, kind: state, role: belligerent}
    union: {name: River Union, kind: organisation, role: observer}`
}

const graphOf = (preference: string): string => `
    moves: {union: {inspect: Inspect the gates}}
    preferences: {union: ${preference}}`

const page: Page = {
  code: 'GR013',
  severity: 'warning',
  title: 'preferences derived from a stance without interests',
  about:
    "Derived preferences order states by what the party's stance makes them worth. Without interests every state would be worth the same, so its preference counts as unknown.",
  message: (d) => `\`${d['party']}\` has no interests to derive preferences from`,
  help: () => 'add interests to its stance, or write statements',
  examples: {
    failing: { ...withThird, graph: graphOf('derived') },
    passing: { ...withThird, graph: graphOf('unknown') }
  }
}

/** A party has `derived` preferences and no interests. */
export const nothingToDerive = graphRule('nothing-to-derive', page, ({ at, party }) => ({
  at,
  data: { party }
}))
