import type { Page } from '../../diagnostic/diagnostic.ts'
import type { Redline } from '../../model/case.ts'
import { BINDING, FIRM } from '../../worth/conventions.ts'
import { redlineId } from '../../worth/redlines.ts'
import type { CoreResult } from '../check-result.ts'
import { KEPT, riverStances } from './examples.ts'
import { redlineHere, sourcesOf } from './places.ts'
import type { CheckRule, RuleContext } from './rule.ts'
import { names, sayingOf, ticked } from './terms-text.ts'

/** Most conflicts shown. */
const MOST = 8

const page: Page = {
  code: 'RL008',
  severity: 'warning',
  title: 'redlines that no package respects together',
  about: `Among redlines of firmness ${BINDING} or more, these cannot all be kept, whatever is put on the table: an agreement needs one of them to give way. Leave out any one, and some package respects the rest.`,
  message: (d) => `no package respects ${ticked(names(d, 'redlines'))} together`,
  why: (d) => names(d, 'reasons'),
  help: () =>
    'ask which of them can be worded more narrowly, or whether an option is missing that would respect them all',
  examples: {
    failing: {
      stances: riverStances({
        upland:
          'redlines: [{id: a-third-at-most, must: {water: third}, firmness: 0.6, source: talks}]',
        lowland:
          'redlines: [{id: half-at-least, must: {water: {at-least: half}}, firmness: 0.6, source: talks}]'
      }),
      proposals: '{}'
    },
    passing: { stances: riverStances(KEPT), proposals: '{}' }
  }
}

/** A conflict core at firmness 0.5 of two redlines or more; the smallest come first. */
export const redlinesInConflict: CheckRule = {
  page,
  run: (context) => {
    const cores = coresAt(BINDING, context).filter((core) => core.length > 1)
    const alsoFirmer = new Set(coresAt(FIRM, context).map(named))
    for (const [index, redlines] of cores.slice(0, MOST).entries()) {
      const assumed = redlines.filter((one) => one.assumed).map(redlineId)
      const [first, ...others] = redlines
      const more =
        index === MOST - 1 && cores.length > MOST
          ? [`${cores.length - MOST} more such conflicts are not shown`]
          : []
      context.report(
        page,
        {
          ...(first ? { span: context.spanOf(`${first.at}/id`) } : {}),
          related: others.map((one) => redlineHere(one, context.spanOf)),
          sources: sourcesOf(redlines)
        },
        {
          redlines: redlines.map(redlineId),
          reasons: [
            ...redlines.map(sayingOf),
            ...(assumed.length > 0
              ? [
                  `${ticked(assumed)} ${assumed.length > 1 ? 'rest on assumptions' : 'rests on an assumption'}`
                ]
              : []),
            ...(alsoFirmer.has(named(redlines))
              ? [`all of them are held at firmness ${FIRM} or more`]
              : []),
            ...more
          ]
        }
      )
    }
  }
}

const coresAt = (at: number, { result }: RuleContext): CoreResult['cores'] =>
  result.cores.find((one) => one.at === at)?.cores ?? []

const named = (core: readonly Redline[]): string => core.map(redlineId).join()
