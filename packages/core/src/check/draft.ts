import type { Sampler, Settings } from '../draws/sampler.ts'
import { randomSampler } from '../draws/sampler.ts'
import type { Case, Proposal } from '../model/case.ts'
import type { Range } from '../model/judgement.ts'
import { withRanges } from '../model/ranges.ts'
import { firmRedlines } from '../worth/admissible.ts'
import { FIRM } from '../worth/conventions.ts'
import { Judge } from '../worth/judge.ts'
import { offersOf, openIssues } from '../worth/offers.ts'
import { worse } from '../worth/verdict.ts'
import { bestCompletion } from './completion.ts'
import type { Judgement, Judges } from './proposal.ts'
import { crossesSome, judgeOffers, rulesBroken } from './proposal.ts'
import { repairsOf } from './repair.ts'
import type { Repairs } from './result.ts'

/**
 * A draft's judgement without what stands beside the verdict: other readings of dependence, and how
 * an open issue might end.
 */
export type DraftJudgement = Omit<Judgement, 'open'> & { readonly open: readonly string[] }

/**
 * Judges drafts one after the other over one set of draws, so that one changed option costs only
 * sums. What it says is what `check` says of a proposal with these terms, under the same draws,
 * seed and dependence.
 */
export class DraftJudge {
  readonly source: Case
  private readonly settings: Settings
  private readonly judges: Judges
  private readonly sampler: Sampler

  constructor(
    source: Case,
    settings: Settings,
    sampler: Sampler = randomSampler(source.scenarios, settings)
  ) {
    this.source = source
    this.settings = settings
    this.sampler = sampler
    const apart = new Judge(source, sampler)
    this.judges = { apart, together: apart, independent: apart, central: Judge.central(source) }
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
    const within = open.length > 0 ? bestCompletion(apart, given) : undefined
    const offers =
      (within ?? (open.length > 0 ? bestCompletion(apart, given, []) : undefined))?.offers ?? given
    const judged = judgeOffers(offers, this.judges)
    const capped =
      open.length > 0 &&
      firmRedlines(this.source, FIRM).some(
        (redline) =>
          judged.required.includes(redline.party) && crossesSome(redline, given, apart) === 'some'
      )
    const verdict = capped ? worse(judged.verdict, 'contested') : judged.verdict
    const brokenRules = rulesBroken(given, this.source, open.length > 0 && !within)
    return {
      id: draft.id,
      ...judged,
      verdict,
      capped: capped && verdict !== judged.verdict,
      open,
      brokenRules,
      offers
    }
  }

  /** The draft's repairs, as `check` lists them. */
  repairs(draft: Proposal): Repairs {
    const { open, ...judged } = this.judge(draft)
    return repairsOf(
      { ...judged, open: open.length > 0 ? { issues: open } : undefined },
      this.judges
    )
  }
}
