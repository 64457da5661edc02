import type { Page } from '../../diagnostic/diagnostic.ts'
import { redlineId } from '../../worth/redlines.ts'
import { KEPT, riverStances } from './examples.ts'
import { placeOf, redlineHere, sourcesOf } from './places.ts'
import type { CheckRule } from './rule.ts'
import { names, sayingOf } from './terms-text.ts'

const page: Page = {
  code: 'RL009',
  severity: 'note',
  title: 'a proposal over a redline that ended',
  about:
    'A position whose `until` lies on or before `as-of` was given up by then. It stays in the case for the record and counts for nothing: no verdict, no count of packages and no conflict of redlines reads it. A proposal that would have crossed it is named, for a reader may hold that the party never really gave it up.',
  message: (d) =>
    `\`${d['proposal']}\` would cross \`${d['redline']}\`, which ended ${d['until']} and does not count`,
  why: (d) => names(d, 'reasons'),
  help: () => 'take `until` out to see what follows if the position still holds',
  examples: {
    failing: {
      stances: riverStances({
        upland:
          'redlines: [{id: not-half, never: {water: half}, firmness: 0.95, since: 2021, until: 2023-05, source: talks}, {id: not-all, never: {water: full}, firmness: 0.8, source: talks}]',
        lowland: KEPT.lowland
      })
    },
    passing: {
      stances: riverStances({
        upland:
          'redlines: [{id: not-all, never: {water: full}, firmness: 0.8, until: 2023-05, source: talks}, {id: nearly-all, never: {water: full}, firmness: 0.8, source: talks}]',
        lowland: KEPT.lowland
      })
    }
  }
}

/** A proposal would cross a position that ended. */
export const endedRedlineCrossed: CheckRule = {
  page,
  run: (context) => {
    const { result, report, spanOf } = context
    for (const { redline, until, crossedBy } of result.ended ?? [])
      for (const { proposal } of result.proposals.filter((one) =>
        crossedBy.includes(one.proposal.id)
      ))
        report(
          page,
          {
            ...placeOf(proposal, redline.crossedWhen, context),
            related: [redlineHere(redline, spanOf)],
            sources: sourcesOf([redline])
          },
          {
            proposal: proposal.id,
            redline: redlineId(redline),
            until,
            reasons: [sayingOf(redline)]
          }
        )
  }
}
