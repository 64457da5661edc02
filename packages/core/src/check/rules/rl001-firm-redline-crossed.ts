import type { Data, Page } from '../../diagnostic/diagnostic.ts'
import { FIRM } from '../../worth/conventions.ts'
import { redlineId } from '../../worth/redlines.ts'
import type { ProposalResult } from '../check-result.ts'
import { circumstancesOf, crossingsWhere } from './crossings.ts'
import { KEPT, riverStances } from './examples.ts'
import { placeOf, redlineHere, sourcesOf } from './places.ts'
import type { CheckRule } from './rule.ts'
import { firmnessText, hundredths, names, plainVerdict, sayingOf, termsText } from './terms-text.ts'

const page: Page = {
  code: 'RL001',
  severity: 'warning',
  title: 'a proposal over a firm redline',
  about: `A required party that has ruled a term out, and is judged to mean it (firmness ${FIRM} or more), is taken to walk whatever the other terms are worth to it. Such a proposal is dead on arrival.`,
  message: (d) =>
    `\`${d['proposal']}\` crosses \`${d['redline']}\`, held at firmness ${d['firmness']}: dead on arrival`,
  why: (d) => names(d, 'reasons'),
  help: (d) => (d['repair'] === undefined ? undefined : String(d['repair'])),
  examples: {
    failing: {
      stances: riverStances({
        upland:
          'redlines: [{id: not-half, never: {water: half}, says: Half is too much, firmness: 0.95, since: 2010, source: talks}]',
        lowland: KEPT.lowland
      })
    },
    passing: { stances: riverStances(KEPT) }
  }
}

/**
 * A proposal crosses a redline of a required party at a central firmness of 0.9 or more; the repair
 * stands with the firmest.
 */
export const firmRedlineCrossed: CheckRule = {
  page,
  run: (context) => {
    for (const { judged, crossings } of crossingsWhere(true, context)) {
      for (const [index, crossing] of crossings.entries()) {
        const { redline } = crossing
        const place = placeOf(judged.proposal, redline.crossedWhen, context)
        context.report(
          page,
          {
            ...place,
            related: [redlineHere(redline, context.spanOf)],
            sources: sourcesOf([redline])
          },
          {
            proposal: judged.proposal.id,
            redline: redlineId(redline),
            firmness: firmnessText(crossing, context.source),
            reasons: [sayingOf(redline), ...circumstancesOf(crossing, context.source)],
            ...(index === 0 ? repairOf(judged) : {})
          }
        )
      }
    }
  }
}

function repairOf({ repairs: { list, binding } }: ProposalResult): Data {
  const [best] = list
  if (best)
    return {
      repair: `the best change found: ${termsText(best.changes)}; then ${plainVerdict(best.verdict)} (${hundredths(best.joint.p)})`
    }
  return binding === undefined
    ? {}
    : {
        repair: `no change of three terms or fewer mends it; what stands in the way most often: ${binding}`
      }
}
