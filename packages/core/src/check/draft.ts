import type { DrawSettings, Sampler } from '../draws/sampler.ts'
import { randomSampler } from '../draws/sampler.ts'
import type { Case, Proposal } from '../model/case.ts'
import type { Range } from '../model/judgement.ts'
import { withRanges } from '../model/ranges.ts'
import { Judge } from '../worth/judge.ts'
import { offersOf, openIssues } from '../worth/offers.ts'
import type { Repairs } from './check-result.ts'
import { fillBest } from './completion.ts'
import type { Judges } from './judge-package.ts'
import type { DraftJudgement } from './judge-proposal.ts'
import { judgeFilled } from './judge-proposal.ts'
import { repairsOf } from './repair/repair-search.ts'

/**
 * Judges drafts one after the other over one set of draws, so that one changed option costs only
 * sums. What it says is what `check` says of a proposal with these terms, under the same draws,
 * seed and dependence.
 */
export class DraftJudge {
  readonly source: Case
  private readonly settings: DrawSettings
  private readonly judges: Judges
  private readonly sampler: Sampler

  constructor(
    source: Case,
    settings: DrawSettings,
    sampler: Sampler = randomSampler(source.scenarios, settings)
  ) {
    this.source = source
    this.settings = settings
    this.sampler = sampler
    this.judges = { apart: new Judge(source, sampler), central: Judge.central(source) }
  }

  /**
   * The same draws with other ranges laid over the case, by the judgements' keys: only what they
   * touch is drawn anew.
   */
  laidOver(ranges: ReadonlyMap<string, Range>): DraftJudge {
    const source = withRanges(this.source, ranges)
    const anew = randomSampler(source.scenarios, this.settings)
    if (source.scenarios !== this.source.scenarios)
      return new DraftJudge(source, this.settings, anew)
    const column: Sampler['column'] = (judgement) =>
      ranges.has(judgement.key) ? anew.column(judgement) : this.sampler.column(judgement)
    return new DraftJudge(source, this.settings, { ...this.sampler, column })
  }

  /**
   * Judges a draft; an unfinished one at its best completion, capped while another one crosses a
   * firm redline.
   */
  judge(draft: Proposal): DraftJudgement {
    const { apart } = this.judges
    const given = offersOf(draft, this.source)
    const open = openIssues(given, this.source)
    const filled = open.length > 0 ? fillBest(apart, given) : undefined
    const { offers } = filled?.best ?? { offers: given }
    const keepsRules = filled?.keepsRules ?? true
    return { proposal: draft, ...judgeFilled({ given, offers, keepsRules }, this.judges), open }
  }

  /** The draft's repairs, as `check` lists them. */
  repairs(draft: Proposal): Repairs {
    return repairsOf(this.judge(draft), this.judges)
  }
}
