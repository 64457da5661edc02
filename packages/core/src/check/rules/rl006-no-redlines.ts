import type { Page } from '../../diagnostic/diagnostic.ts'
import { requiredParties } from '../../worth/admissible.ts'
import { KEPT, riverStances } from './examples.ts'
import { requirementAt } from './places.ts'
import type { CheckRule } from './rule.ts'
import { names, ticked } from './terms-text.ts'

const page: Page = {
  code: 'RL006',
  severity: 'note',
  title: 'a required party without redlines beside one that has some',
  about:
    "A party with redlines can walk over one term, a party without them only over the whole. If only one side's refusals were written down, that difference comes from the case and not from the parties.",
  message: (d) =>
    `\`${d['party']}\` has no redlines, while ${ticked(names(d, 'others'))} ${names(d, 'others').length > 1 ? 'have' : 'has'}`,
  help: (d) =>
    `write down what \`${d['party']}\` says it will not accept, or note that it has ruled nothing out`,
  examples: {
    failing: { stances: riverStances({ upland: KEPT.upland }) },
    passing: { stances: riverStances(KEPT) }
  }
}

/** A required party with a stance has no redline, another one has. */
export const noRedlines: CheckRule = {
  page,
  run: ({ source, report, spanOf }) => {
    const stances = requiredParties(source).flatMap((party) => source.stances.get(party) ?? [])
    const others = stances.filter(({ redlines }) => redlines.length > 0).map(({ party }) => party)
    if (others.length === 0) return
    for (const { party, redlines } of stances) {
      if (redlines.length === 0)
        report(page, { span: spanOf(requirementAt(source, party)) }, { party, others })
    }
  }
}
