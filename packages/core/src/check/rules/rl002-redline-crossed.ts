import type { Page } from '../../diagnostic/diagnostic.ts'
import { FIRM } from '../../worth/conventions.ts'
import { redlineId } from '../../worth/redlines.ts'
import { circumstancesOf, crossingsWhere } from './crossings.ts'
import { KEPT, riverStances } from './examples.ts'
import { placeOf, redlineHere, sourcesOf, spanOfFirst } from './places.ts'
import type { CheckRule } from './rule.ts'
import { firmnessText, names, sayingOf } from './terms-text.ts'

const page: Page = {
  code: 'RL002',
  severity: 'note',
  title: 'a proposal over redlines that may give way',
  about: `A crossed redline is always named, for it never averages out against other terms. Below a firmness of ${FIRM} it lowers the chance that the party accepts and does not decide the matter.`,
  message: (d) =>
    `\`${d['proposal']}\` crosses ${names(d, 'redlines').join(', ')}, held below firmness ${FIRM}`,
  why: (d) => names(d, 'reasons'),
  examples: {
    failing: {
      stances: riverStances({
        upland:
          'redlines: [{id: not-half, never: {water: half}, says: Half is too much, firmness: [0.2, 0.4, 0.6], source: talks}]',
        lowland: KEPT.lowland
      })
    },
    passing: { stances: riverStances(KEPT) }
  }
}

/**
 * A proposal crosses redlines of required parties at a lesser firmness: one finding for each
 * proposal, firmest first.
 */
export const redlineCrossed: CheckRule = {
  page,
  run: (context) => {
    for (const { judged, crossings } of crossingsWhere(false, context)) {
      const redlines = crossings.map(({ redline }) => redline)
      const place = spanOfFirst(
        redlines.map(({ crossedWhen }) => placeOf(judged.proposal, crossedWhen, context))
      )
      context.report(
        page,
        {
          ...place,
          related: redlines.map((redline) => redlineHere(redline, context.spanOf)),
          sources: sourcesOf(redlines)
        },
        {
          proposal: judged.proposal.id,
          redlines: crossings.map(
            (crossing) =>
              `\`${redlineId(crossing.redline)}\` at ${firmnessText(crossing, context.source)}`
          ),
          reasons: crossings.flatMap((crossing) => [
            sayingOf(crossing.redline),
            ...circumstancesOf(crossing, context.source)
          ])
        }
      )
    }
  }
}
