import type { Page } from '../../diagnostic/diagnostic.ts'
import { ceasefireNonsense } from './cf100-ceasefire-nonsense.ts'
import { ceasefireText } from './cf900-ceasefire-text.ts'
import { dominanceLeftOut } from './es001-dominance-left-out.ts'
import { gateNeverOpens } from './ga001-gate-never-opens.ts'
import { gateOpensLate } from './ga002-gate-opens-late.ts'
import { gateDecidedByGainers } from './ga003-gate-decided-by-gainers.ts'
import { evidenceOneSided } from './ga004-evidence-one-sided.ts'
import { preferencesAgainstStances } from './gr001-preferences-against-stances.ts'
import { graphOnly } from './gr900-graph-only.ts'
import { graphRules } from './graph-rules.ts'
import { guarantorNotRequired } from './gu001-guarantor-not-required.ts'
import { noDealOffScale } from './nd003-no-deal-off-scale.ts'
import { judgedByOthers } from './ow001-judged-by-others.ts'
import { pollCountedTwice } from './po001-poll-counted-twice.ts'
import { notAssessed } from './po002-not-assessed.ts'
import { sizeAssumed } from './po003-size-assumed.ts'
import { blindElectorate } from './po004-blind-electorate.ts'
import { effectTwice } from './po005-effect-twice.ts'
import { vetoNeverRead } from './po006-veto-never-read.ts'
import { openIssuesLeft } from './pr001-open-issues.ts'
import { firmRedlineCrossed } from './rl001-firm-redline-crossed.ts'
import { redlineCrossed } from './rl002-redline-crossed.ts'
import { redlineAlwaysCrossed } from './rl003-redline-always-crossed.ts'
import { redlineNeverCrossed } from './rl004-redline-never-crossed.ts'
import { countedTwice } from './rl005-counted-twice.ts'
import { noRedlines } from './rl006-no-redlines.ts'
import { notTestable } from './rl007-not-testable.ts'
import { redlinesInConflict } from './rl008-redlines-in-conflict.ts'
import { endedRedlineCrossed } from './rl009-ended-redline-crossed.ts'
import { noStance } from './rq001-no-stance.ts'
import { noPackage } from './ru001-no-package.ts'
import { ruleBroken } from './ru002-rule-broken.ts'
import type { CheckRule, RuleContext } from './rule.ts'

/** All rules of the judgement, in the order of their codes. */
export const rules: readonly CheckRule[] = [
  ...ceasefireNonsense,
  ceasefireText,
  dominanceLeftOut,
  gateNeverOpens,
  gateOpensLate,
  gateDecidedByGainers,
  evidenceOneSided,
  preferencesAgainstStances,
  ...graphRules,
  graphOnly,
  guarantorNotRequired,
  noDealOffScale,
  judgedByOthers,
  pollCountedTwice,
  notAssessed,
  sizeAssumed,
  blindElectorate,
  effectTwice,
  vetoNeverRead,
  openIssuesLeft,
  firmRedlineCrossed,
  redlineCrossed,
  redlineAlwaysCrossed,
  redlineNeverCrossed,
  countedTwice,
  noRedlines,
  notTestable,
  redlinesInConflict,
  endedRedlineCrossed,
  noStance,
  noPackage,
  ruleBroken
]

/** Their pages, for `truce explain` and the reference. */
export const checkPages: readonly Page[] = rules.map(({ page }) => page)

/** Runs every rule. */
export function runRules(context: RuleContext): void {
  for (const rule of rules) rule.run(context)
}
