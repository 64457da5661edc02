import type { Page } from '../../diagnostic/diagnostic.ts'
import { requiredParties } from '../../worth/admissible.ts'
import { requirementAt } from './places.ts'
import type { CheckRule } from './rule.ts'

const page: Page = {
  code: 'RQ001',
  severity: 'warning',
  title: 'a required party without a stance',
  about:
    'A party whose acceptance is required and of whom the case says nothing accepts whatever is proposed. The chance of acceptance is then that of the other parties alone.',
  message: (d) =>
    `\`${d['party']}\` must accept and has no stance: its acceptance is taken for granted`,
  help: (d) => `add \`stances.${d['party']}\`, or leave the party out of \`required\``,
  examples: {
    failing: {
      stances: `
    upland:
      interests:
        water: {weight: 1, values: {third: 100, half: 70, full: 0}, source: talks}
      no-deal: {base: [20, 30, 40], source: talks}`
    },
    passing: {}
  }
}

/** A required party has no stance, in a case that has proposals to accept. */
export const noStance: CheckRule = {
  page,
  run: ({ source, report, spanOf }) => {
    if (source.proposals.length === 0) return
    for (const party of requiredParties(source)) {
      if (!source.stances.has(party))
        report(page, { span: spanOf(requirementAt(source, party)) }, { party })
    }
  }
}
