import { Steps } from '../../terms/index.ts'
import { isNoLoss } from '../../worth/columns.ts'
import { CUTS, NOISE } from '../../worth/conventions.ts'
import { meanOf } from '../../worth/estimate.ts'
import type { Judge } from '../../worth/judge.ts'
import { mattering } from '../../worth/mattering.ts'
import type { Offers } from '../../worth/offers.ts'
import { stagesOf, withChanges } from '../../worth/offers.ts'
import type { Verdict } from '../../worth/verdict.ts'
import { isWorse, proposalVerdict, worse } from '../../worth/verdict.ts'
import { ceilingOf } from '../ceiling.ts'
import type { Repairs } from '../check-result.ts'
import type { Judges } from '../judge-package.ts'
import type { DraftJudgement } from '../judge-proposal.ts'
import { mayTurnFatal } from '../open.ts'
import type { Candidate, Change } from './candidate.ts'
import { changesOf, isPart } from './candidate.ts'
import { describeRepair } from './describe-repair.ts'
import { ChangedPackages, MOST_CHANGES } from './draws.ts'
import type { Structure } from './structure.ts'
import { Structures } from './structure.ts'

/** The obstacle of candidates that would not raise acceptance above the noise. */
const HARDLY = 'acceptance, which hardly rises'

/** Repairs shown, and candidates judged over the draws before the search stops. */
const LIMITS = { shown: 20, judged: 3000 } as const

/**
 * What the searches for repairs of one command may cost together: sets of changes looked at, one to
 * two million to the second, and dearer looks at their price. Steps and not seconds, so that a case
 * gets the same answer on every computer.
 */
export const REPAIR_STEPS = 8_000_000

/** What it costs to judge a set of changes over the draws, in steps. */
const COST = 300

/** Most changes that a repair may make, and what the search may cost. */
export interface RepairOptions {
  readonly changes?: number | undefined
  readonly steps?: Steps
}

/**
 * Minimal repairs: inclusion-minimal sets of at most three changed issues after which the rules
 * hold, no required party is dead on arrival, every required party gains at central values, and the
 * verdict or the joint p rises (by more than two standard errors: less is noise). A change that
 * wins only because no poll speaks to its outcome is not a repair.
 */
export function repairsOf(
  judged: DraftJudgement,
  judges: Judges,
  { changes = MOST_CHANGES, steps = new Steps(REPAIR_STEPS) }: RepairOptions = {}
): Repairs {
  return new RepairSearch(judged, judges, steps).run(Math.min(changes, MOST_CHANGES))
}

/** A change with what it does to the central gain of each payer. */
interface Priced extends Change {
  readonly central: readonly number[]
}

class RepairSearch {
  private readonly judged: DraftJudgement
  private readonly judges: Judges
  private readonly judge: Judge
  /** Parties that the case may need and whose gain can be told; which of them it always needs. */
  private readonly payers: readonly string[]
  private readonly always: readonly boolean[]
  private readonly centralBase: readonly number[]
  private readonly changes: readonly (readonly Priced[])[]
  private readonly structures: Structures
  private readonly packages: ChangedPackages
  private readonly found: Candidate[] = []
  private readonly obstacles = new Map<string, number>()
  private readonly least: number
  private readonly steps: Steps
  private evaluated = 0

  constructor(judged: DraftJudgement, judges: Judges, steps: Steps) {
    const { apart: judge, central } = judges
    const { required } = judge.source
    this.judged = judged
    this.judges = judges
    this.judge = judge
    this.steps = steps
    this.payers = [...new Set(required.map(({ party }) => party))].filter((party) =>
      judge.hasGain(party)
    )
    this.always = this.payers.map((party) =>
      required.some((one) => one.party === party && one.when === undefined)
    )
    this.centralBase = this.payers.map((party) => central.gain(party, judged.offers)[0] ?? 0)
    this.structures = new Structures(judged, judge, steps)
    this.packages = new ChangedPackages(judge, judged.offers)
    this.least = judged.joint.p + NOISE * judged.joint.standardError
    this.changes = this.possible()
  }

  run(most: number): Repairs {
    for (let size = 1; size <= most; size++) this.look(size)
    const ranked = [...this.found].sort(
      (a, b) => b.joint.p - a.joint.p || a.changes.size - b.changes.size
    )
    const { judged, judges, payers } = this
    return {
      list: ranked
        .slice(0, LIMITS.shown)
        .map((candidate) => describeRepair(candidate, { judged, judges, ranked, payers })),
      total: ranked.length,
      complete: this.evaluated <= LIMITS.judged && !this.steps.spent,
      ...(ranked.length === 0 ? { binding: this.binding() } : {})
    }
  }

  /** Looks at all sets of one size, until the steps run out. */
  private look(size: number): void {
    for (const set of this.sets(size)) {
      if (!this.steps.spend(1)) return
      const obstacle = this.obstacleTo(set)
      if (obstacle !== undefined)
        this.obstacles.set(obstacle, (this.obstacles.get(obstacle) ?? 0) + 1)
    }
  }

  /** By issue that can matter, every way to settle it that the proposal does not have. */
  private possible(): readonly (readonly Priced[])[] {
    const matters = mattering(this.judge)
    const { offers, open } = this.judged
    return this.judge.source.issues
      .filter(({ id }) => matters.has(id))
      .map(({ id, options }) => {
        const now = offers.get(id)
        return options
          .filter(
            (option) => open.includes(id) || now?.then !== undefined || option.id !== now?.option
          )
          .map((option) => ({
            issue: id,
            option: option.id,
            central: this.centralChange(id, option.id)
          }))
      })
  }

  private centralChange(issue: string, option: string): readonly number[] {
    const now = this.judged.offers.get(issue)
    return this.payers.map((party) => {
      const gain = this.judges.central.gainOf(party)
      return (gain.part(issue, { option })[0] ?? 0) - (now ? (gain.part(issue, now)[0] ?? 0) : 0)
    })
  }

  /** Every set of changes to `size` different issues. */
  private *sets(size: number, from = 0): Generator<readonly Priced[]> {
    if (size === 0) {
      yield []
      return
    }
    for (let issue = from; issue <= this.changes.length - size; issue++) {
      for (const rest of this.sets(size - 1, issue + 1))
        for (const change of this.changes[issue] ?? []) yield [change, ...rest]
    }
  }

  /**
   * Cheap tests first: central gains, then what less already repairs, then rules, redlines and
   * bodies, then the draws.
   */
  private obstacleTo(set: readonly Priced[]): string | undefined {
    const loser = this.payers.find((_, i) => this.always[i] && !isNoLoss(this.centralGain(set, i)))
    if (loser !== undefined) return `no-deal of ${loser}`
    this.steps.spend(this.found.length)
    if (this.found.some(({ changes }) => isPart(changes, set))) return undefined
    const structure = this.structures.after(set)
    if (structure.obstacle !== undefined) return structure.obstacle
    const loss = structure.required.find(
      (party) => !isNoLoss(this.centralGain(set, this.payers.indexOf(party)))
    )
    if (loss !== undefined) return `no-deal of ${loss}`
    if (!this.rises((structure.bounds[0] as number) / this.judge.sampler.count)) return HARDLY
    if (++this.evaluated > LIMITS.judged) return undefined
    this.steps.spend(COST)
    return this.evaluate(set, structure)
  }

  private centralGain(set: readonly Priced[], party: number): number {
    let gain = this.centralBase[party] ?? 0
    for (const { central } of set) gain += central[party] ?? 0
    return gain
  }

  private evaluate(set: readonly Change[], structure: Structure): string | undefined {
    const means = this.packages.ask(set, structure, (p) => this.rises(p))
    if (!means) return HARDLY
    for (const [party, mean] of means) if (mean <= CUTS.dead) return `acceptance by ${party}`
    const changes = changesOf(set)
    const offers = withChanges(this.judged.offers, changes)
    // What is reported is the chance of the package it makes, bit for bit: the sums of changes that
    // the search goes by may differ from it in the last digit.
    const joint = meanOf(this.judge.joint(this.judge.required(stagesOf(offers)).surely, offers))
    const verdict = worse(
      proposalVerdict(joint.p, []),
      this.cap(offers, structure.required, changes)
    )
    if (!this.rises(joint.p, verdict)) return HARDLY
    this.found.push({ changes, offers, joint, verdict })
    return undefined
  }

  /**
   * Whether a p is above the noise, or its verdict better. Never false for a p above one for which
   * it is true.
   */
  private rises(p: number, verdict: Verdict = proposalVerdict(p, [])): boolean {
    return p > this.least || isWorse(this.judged.verdict, verdict)
  }

  /**
   * The best verdict open to a repair: less where no poll speaks, or where an issue still open may
   * cross a firm redline.
   */
  private cap(
    offers: Offers,
    required: readonly string[],
    changes: ReadonlyMap<string, string>
  ): Verdict {
    const open = this.judged.open.filter((issue) => !changes.has(issue))
    const given: Offers = new Map([...offers].filter(([issue]) => !open.includes(issue)))
    const cappedBy = mayTurnFatal(given, required, this.judge)
    // What it may still leave open is filled within the rules, as the structure has seen.
    return ceilingOf({ offers, ratifying: required, cappedBy, unfilled: false }, this.judge)
  }

  private binding(): string {
    const [most] = [...this.obstacles].sort((a, b) => b[1] - a[1])
    return most?.[0] ?? 'no change raises the chance of acceptance'
  }
}
