import type { Package, Redline } from '../model/case.ts'
import type { Condition } from '../model/judgement.ts'
import { settle } from '../terms/index.ts'
import type { Offers, Stages } from '../worth/offers.ts'
import { stagesOf } from '../worth/offers.ts'
import { stagesRead } from '../worth/redlines.ts'

/** What a package must not meet; a redline at the stages that it is read at. */
interface Excluding {
  readonly excludes: Condition
  readonly stage?: Redline['stage'] | undefined
}

/**
 * What is left on the open issues of what a package must not meet, at the stages that it is read at;
 * all share those issues.
 */
export const conditionLeft = (given: Offers, excluding: Excluding): Condition =>
  leftAt(stagesRead(excluding, stagesOf(given)), excluding.excludes)

const leftAt = (stages: Stages, whole: Condition): Condition => ({
  kind: 'any',
  parts: stages.map((stage) => settleAll(whole, stage))
})

function settleAll(condition: Condition, stage: Package): Condition {
  let residue: ReturnType<typeof settle> = condition
  for (const [issue, option] of stage)
    if (typeof residue !== 'boolean') residue = settle(residue, issue, option)
  return typeof residue === 'boolean' ? { kind: residue ? 'all' : 'any', parts: [] } : residue
}
