import type { CeilingRow } from '../../acceptance/index.ts'
import type { CheckResult } from '../../check/check-result.ts'
import type { Bargain } from '../../deals/bargain.ts'
import type { Case } from '../../model/case.ts'
import type { Analysis } from '../../stability/index.ts'
import type { Study } from '../../study/index.ts'
import type { ZonesDrawn } from '../pictures/zones-map.ts'
import type { GraphReported } from '../stability/graph-words.ts'
import type { StudyReported as Placed } from '../study/index.ts'

/** What a briefing is made from: the case and everything that was worked out about it. */
export interface Material extends Placed {
  readonly source: Case
  /** The case's hash, as `loadCase` gives it. */
  readonly hash: string
  /** Proposals asked for; all of the case unless some were named. */
  readonly check: CheckResult
  /** What holds the most that any text can reach down, what frees most first: a few. */
  readonly holds?: readonly CeilingRow[]
  /** Absent where the case does not say what packages are worth. */
  readonly deals?: Bargain
  /** Absent where the case has no graph, or one with errors. */
  readonly stability?: { readonly about: GraphReported; readonly result: Analysis }
  /** The zones of withdrawals and their lines; absent where none is drawn. */
  readonly ground?: Pick<ZonesDrawn, 'zones' | 'lines'>
  /** Absent where there is no proposal to study. */
  readonly study?: Study
}
