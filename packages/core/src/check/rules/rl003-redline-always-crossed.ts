import type { Page } from '../../diagnostic/diagnostic.ts'
import { canHold } from '../../worth/admissible.ts'
import { redlineId } from '../../worth/redlines.ts'
import { impossibleRedlines } from './crossings.ts'
import { KEPT, riverStances } from './examples.ts'
import { sourcesOf } from './places.ts'
import type { CheckRule } from './rule.ts'
import { names, sayingOf } from './terms-text.ts'

const page: Page = {
  code: 'RL003',
  severity: 'error',
  title: 'a redline that every package crosses',
  about:
    'If nothing on the table respects what a required party demands, every proposal would fail for that reason alone, and no comparison between them means anything.',
  message: (d) => `every package crosses \`${d['redline']}\``,
  why: (d) => names(d, 'reasons'),
  help: () => 'add the option that the redline asks for, or narrow the redline to what was said',
  examples: {
    failing: {
      stances: riverStances({
        upland:
          'redlines: [{id: none-of-it, never: {water: [third, half, full]}, firmness: 0.8, source: talks}]',
        lowland: KEPT.lowland
      })
    },
    passing: { stances: riverStances(KEPT) }
  }
}

/** No package within the rules respects a redline of a required party. */
export const redlineAlwaysCrossed: CheckRule = {
  page,
  run: ({ source, report, spanOf }) => {
    for (const redline of impossibleRedlines(source)) {
      const { crossedWhen } = redline
      const byRules =
        crossedWhen !== undefined &&
        canHold({ kind: 'not', part: crossedWhen }, { ...source, rules: [] })
      const reasons = [
        sayingOf(redline),
        ...(byRules
          ? ['some packages would respect it, and the rules of the case exclude all of them']
          : [])
      ]
      report(
        page,
        { span: spanOf(`${redline.at}/id`), sources: sourcesOf([redline]) },
        { redline: redlineId(redline), reasons }
      )
    }
  }
}
