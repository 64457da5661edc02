import type { Page } from '../../diagnostic/diagnostic.ts'
import { canHold } from '../../worth/admissible.ts'
import { redlineId } from '../../worth/redlines.ts'
import { hasPackages } from './crossings.ts'
import { KEPT, riverStances } from './examples.ts'
import { sourcesOf } from './places.ts'
import type { CheckRule } from './rule.ts'

const page: Page = {
  code: 'RL004',
  severity: 'warning',
  title: 'a redline that no package can cross',
  about:
    'A redline that nothing on the table can touch changes no verdict. Either an option is missing that somebody may yet propose, or the redline is written otherwise than meant.',
  message: (d) => `no package can cross \`${d['redline']}\``,
  why: (d) => [
    d['byRules'] === 'yes'
      ? 'the rules of the case exclude every package that would cross it'
      : 'no combination of options meets its condition'
  ],
  help: () => 'add the option it is meant to refuse, or remove the redline',
  examples: {
    failing: {
      rules: '[{never: {water: full}, because: "the upper fields need some of it", source: talks}]',
      stances: riverStances(KEPT)
    },
    passing: { stances: riverStances(KEPT) }
  }
}

/** No package within the rules crosses a redline; acts are no matter of packages. */
export const redlineNeverCrossed: CheckRule = {
  page,
  run: ({ source, report, spanOf }) => {
    if (!hasPackages(source)) return
    for (const redline of [...source.stances.values()].flatMap(({ redlines }) => redlines)) {
      const { crossedWhen } = redline
      if (!crossedWhen || canHold(crossedWhen, source) !== false) continue
      const byRules = canHold(crossedWhen, { ...source, rules: [] }) ? 'yes' : 'no'
      report(
        page,
        { span: spanOf(`${redline.at}/id`), sources: sourcesOf([redline]) },
        { redline: redlineId(redline), byRules }
      )
    }
  }
}
