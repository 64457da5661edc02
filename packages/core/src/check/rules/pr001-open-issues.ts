import type { Page } from '../../diagnostic/diagnostic.ts'
import { offersOf, openIssues } from '../../worth/offers.ts'
import { redlineId } from '../../worth/redlines.ts'
import type { CompletionResult, ProposalResult } from '../check-result.ts'
import type { KeepsRules } from '../completion.ts'
import { hasPackages } from './crossings.ts'
import { placeOf } from './places.ts'
import type { CheckRule } from './rule.ts'
import { hundredths, names, plainVerdict, termsText, ticked } from './terms-text.ts'

const page: Page = {
  code: 'PR001',
  severity: 'note',
  title: 'a proposal that leaves issues open',
  about:
    'A draft that is silent on an issue, where the case does not say what silence means, can be completed in several ways. It is judged at the best of them, and at most `contested` while another one crosses a firm redline.',
  message: (d) => `\`${d['proposal']}\` leaves ${ticked(names(d, 'issues'))} open`,
  why: (d) => names(d, 'ways'),
  help: () => 'add the missing terms, or say under `if-silent` of the issue what silence means',
  examples: {
    failing: { proposals: '\n    halves: {title: Half each, by: talks, terms: {}}' },
    passing: {}
  }
}

/** A proposal does not settle every issue; its best and worst completion are named. */
export const openIssuesLeft: CheckRule = {
  page,
  run: (context) => {
    const { source, result, report } = context
    if (!hasPackages(source)) return
    for (const judged of result.proposals) {
      const { proposal } = judged
      const issues = judged.open?.issues ?? openIssues(offersOf(proposal, source), source)
      if (issues.length > 0)
        report(page, placeOf(proposal, undefined, context), {
          proposal: proposal.id,
          issues,
          ways: waysOf(judged)
        })
    }
  }
}

function waysOf({ open, capped, cappedBy }: ProposalResult): readonly string[] {
  if (!open) return ['the rules leave no way to fill them']
  return [
    `at best: ${described(open.best)}`,
    `at worst: ${described(open.worst)}`,
    ...(capped
      ? [
          `some way to fill them crosses ${ticked(cappedBy.map(redlineId))}, so the verdict stops at \`contested\``
        ]
      : []),
    ...asideOf(open.keepsRules),
    ...(open.exact
      ? []
      : ['there were too many ways to try them all; these are the best and the worst found'])
  ]
}

function asideOf(keepsRules: KeepsRules): readonly string[] {
  if (keepsRules === true) return []
  if (keepsRules === false)
    return [
      'no way to fill them keeps the rules of the case, so best and worst leave the rules aside'
    ]
  return [
    'the search ended before it was known whether some way to fill them keeps the rules of the case, so best and worst leave the rules aside, and the verdict stops at `contested`'
  ]
}

const described = ({ terms, joint, verdict }: CompletionResult): string =>
  `${plainVerdict(verdict)} (${hundredths(joint.p)}) with ${termsText(terms)}`
