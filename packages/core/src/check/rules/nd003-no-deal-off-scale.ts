import type { Page } from '../../diagnostic/diagnostic.ts'
import { riverStances } from './examples.ts'
import type { CheckRule } from './rule.ts'
import { hundredths } from './terms-text.ts'

const page: Page = {
  code: 'ND003',
  severity: 'note',
  title: 'a no-deal better than the best package, or worse than the worst',
  about:
    'Values run from 0 (the worst option on every issue) to 100 (the best on every issue). A no-deal outside them is kept as it is: above 100 nothing on the table can be worth more to the party than going on, below 0 anything is.',
  message: (d) =>
    `\`${d['party']}\`'s no-deal is worth ${d['value']} at the centre of its ranges, ${d['side']} the scale of 0 to 100`,
  help: () =>
    'check the base and the entries of the ledger: they are counted on the same scale as the packages',
  examples: {
    failing: {
      stances: riverStances({
        noDeal:
          '{base: 95, ledger: [{id: rain, toward: continue, worth: 10, source: talks}], source: talks}'
      })
    },
    passing: {
      stances: riverStances({
        noDeal:
          '{base: 25, ledger: [{id: rain, toward: continue, worth: 10, source: talks}], source: talks}'
      })
    }
  }
}

/** Rounding may carry a sum this far past the ends of the scale. */
const TOLERANCE = 1e-9

/** A no-deal's central value lies outside 0..100. */
export const noDealOffScale: CheckRule = {
  page,
  run: ({ source, judges, report, spanOf }) => {
    for (const { party, noDeal } of source.stances.values()) {
      if (!noDeal || !judges.central.hasGain(party)) continue
      const value = judges.central.gainOf(party).noDeal()[0] ?? 0
      if (value >= -TOLERANCE && value <= 100 + TOLERANCE) continue
      report(
        page,
        { span: spanOf(`${noDeal.at}/base`) },
        { party, value: hundredths(value), side: value < 0 ? 'below' : 'above' }
      )
    }
  }
}
