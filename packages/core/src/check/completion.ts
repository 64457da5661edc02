import { Steps } from '../terms/index.ts'
import { demandOf, firmRedlines } from '../worth/admissible.ts'
import { FIRM } from '../worth/conventions.ts'
import type { Judge } from '../worth/judge.ts'
import type { Offers } from '../worth/offers.ts'
import type { Completion, EndWanted, Forbidden } from './completion-search.ts'
import { completionOf, FILL_STEPS } from './completion-search.ts'

/** Whether some way to fill a draft keeps the rules; unknown where the search ended before it knew. */
export type KeepsRules = boolean | 'unknown'

/** The best way to fill a draft's open issues. */
export interface BestFilling {
  readonly best: Completion
  /** Where it is not so, the rules are left aside: then no package within them can be better. */
  readonly keepsRules: KeepsRules
  /** Whether it is proved to be the best; else it is the best found. */
  readonly exact: boolean
}

/** The best and the worst way to fill a draft's open issues. */
export interface Filling extends BestFilling {
  readonly worst: Completion
}

/**
 * The best and the worst way to fill a draft, by branch and bound over the draws. Where none keeps
 * the rules, or none is known to within the steps, they are left aside.
 */
export function fillDraft(judge: Judge, given: Offers, steps = new Steps(FILL_STEPS)): Filling {
  const { best, keepsRules, exact } = steps.share(2, (half) => fillBest(judge, given, half))
  const rules = keepsRules === true ? judge.source.rules : []
  const worst = completionOf(judge, given, { want: 'worst', rules, steps })
  return typeof worst === 'object'
    ? { best, worst, keepsRules, exact: exact && worst.exact }
    : { best, worst: best, keepsRules, exact: false }
}

/**
 * The best way alone. One that crosses no firm redline is better than any that does, whatever its
 * chance: a draft is dead only where every way to fill it is.
 */
export function fillBest(judge: Judge, given: Offers, steps = new Steps(FILL_STEPS)): BestFilling {
  const within = bestWithin(judge, given, { rules: judge.source.rules, steps })
  if (typeof within === 'object') return { ...within, keepsRules: true }
  const keepsRules = within === 'unknown' ? within : false
  const aside = bestWithin(judge, given, { rules: [], steps })
  if (typeof aside === 'object') return { ...aside, keepsRules }
  throw new Error('a draft that nothing bars has no completion')
}

/** The best way within some rules, `none` where they leave none. */
function bestWithin(
  judge: Judge,
  given: Offers,
  { rules, steps }: Pick<EndWanted, 'rules' | 'steps'>
): Omit<BestFilling, 'keepsRules'> | 'none' | 'unknown' {
  const firm = firmRedlines(judge.source, FIRM).flatMap((redline): readonly Forbidden[] => {
    const excludes = demandOf(redline, judge.source)
    return excludes ? [{ ...redline, excludes }] : []
  })
  const alive =
    firm.length === 0
      ? 'none'
      : completionOf(judge, given, { want: 'best', rules, forbidden: firm, steps })
  if (typeof alive === 'object') return { best: alive, exact: alive.exact }
  const any = completionOf(judge, given, { want: 'best', rules, steps })
  // Where it is not known that every way crosses a firm redline, one of those is not the best for sure.
  return typeof any === 'object' ? { best: any, exact: any.exact && alive === 'none' } : any
}
