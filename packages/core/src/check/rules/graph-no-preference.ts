import type { Page } from '../../diagnostic/diagnostic.ts'
import { graphRule, riverGraph } from './graph-rule.ts'

const page: Page = {
  code: 'GR012',
  severity: 'note',
  title: 'a party that moves and says nothing of its preferences',
  about:
    'A party that can move but whose preferences are not given is treated like one whose preferences are `unknown`: what holds then depends on the attitude chosen for the unknown.',
  message: (d) => `\`${d['party']}\` can move, but the graph says nothing of what it prefers`,
  help: () => 'give statements or a ranking, or write `unknown` to say that nobody knows',
  examples: {
    failing: riverGraph('preferences: {upland: [{lowland.pay: yes}]}'),
    passing: riverGraph('preferences: {upland: [{lowland.pay: yes}], lowland: unknown}')
  }
}

/** A party owns moves and has no entry under preferences. */
export const noPreference = graphRule('no-preference', page, ({ at, party }) => ({
  at: `${at}/moves/${party}`,
  data: { party }
}))
