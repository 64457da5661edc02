import type { Page } from '../../diagnostic/diagnostic.ts'
import { textIn } from '../../model/package.ts'
import { hasPackages } from './crossings.ts'
import { placeOf } from './places.ts'
import type { CheckRule } from './rule.ts'
import { names } from './terms-text.ts'

const page: Page = {
  code: 'RU002',
  severity: 'warning',
  title: 'a proposal that breaks a rule of the case',
  about:
    'The rules of a case say which terms make no sense together. A proposal that combines them all the same is still judged, but what it would mean in practice is open.',
  message: (d) => `\`${d['proposal']}\` combines terms that a rule of the case excludes`,
  why: (d) => names(d, 'because'),
  help: () => 'change one of the terms, or the rule if it says too much',
  examples: {
    failing: {
      rules:
        '[{never: {water: half}, because: the gates are either open or a third open, source: talks}]'
    },
    passing: {
      rules:
        '[{never: {water: third}, because: the gates cannot be closed that far, source: talks}]'
    }
  }
}

/** A proposal's terms, silence included, break a rule at some stage. */
export const ruleBroken: CheckRule = {
  page,
  run: (context) => {
    const { source, result, report, spanOf } = context
    if (!hasPackages(source)) return
    for (const { proposal, brokenRules } of result.proposals) {
      for (const rule of brokenRules) {
        const place = {
          ...placeOf(proposal, rule.excludes, context),
          related: [{ span: spanOf(rule.at), message: 'the rule stands here' }]
        }
        const sources = rule.source === undefined ? [] : [rule.source]
        report(
          page,
          { ...place, sources },
          {
            proposal: proposal.id,
            because: rule.because === undefined ? [] : [textIn(rule.because)]
          }
        )
      }
    }
  }
}
