import type { Page } from '../../diagnostic/diagnostic.ts'
import { redlineId } from '../../worth/redlines.ts'
import { KEPT, riverStances } from './examples.ts'
import { sourcesOf } from './places.ts'
import type { CheckRule } from './rule.ts'
import { names, sayingOf } from './terms-text.ts'

const page: Page = {
  code: 'RL007',
  severity: 'note',
  title: 'a redline about an act',
  about:
    'Some redlines refuse an act, not a term. No text can cross or respect them, so they enter no verdict; whether the act happens is for the record to show.',
  message: (d) =>
    `\`${d['redline']}\` cannot be tested on a text: it is about what \`${d['by']}\` does (\`${d['act']}\`)`,
  why: (d) => names(d, 'reasons'),
  examples: {
    failing: {
      stances: riverStances({
        upland:
          'redlines: [{id: no-raids, conduct: {by: lowland, act: raids}, firmness: 0.8, source: talks}]',
        lowland: KEPT.lowland
      })
    },
    passing: { stances: riverStances(KEPT) }
  }
}

/** A redline in the form `conduct`. */
export const notTestable: CheckRule = {
  page,
  run: ({ source, report, spanOf }) => {
    for (const redline of [...source.stances.values()].flatMap(({ redlines }) => redlines)) {
      if (!redline.conduct) continue
      const { by, act } = redline.conduct
      const place = { span: spanOf(`${redline.at}/conduct`), sources: sourcesOf([redline]) }
      report(page, place, { redline: redlineId(redline), by, act, reasons: [sayingOf(redline)] })
    }
  }
}
