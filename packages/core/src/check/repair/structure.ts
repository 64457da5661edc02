import type { Column } from '../../draws/column.ts'
import type { Redline } from '../../model/case.ts'
import type { Steps } from '../../terms/index.ts'
import { excludedAt, firmRedlines } from '../../worth/admissible.ts'
import { multiply } from '../../worth/columns.ts'
import { CUTS, FIRM } from '../../worth/conventions.ts'
import { average } from '../../worth/estimate.ts'
import type { Judge } from '../../worth/judge.ts'
import { structuralIssues } from '../../worth/mattering.ts'
import type { Stages } from '../../worth/offers.ts'
import { endOf, stagesOf, withChanges } from '../../worth/offers.ts'
import { crossedBy, isFatal } from '../../worth/redlines.ts'
import type { DraftJudgement } from '../judge-proposal.ts'
import type { Change } from './candidate.ts'
import { changesOf } from './candidate.ts'

/** What a set of changes means before anybody's gain is looked at. */
export interface Structure {
  readonly obstacle?: string
  readonly required: readonly string[]
  readonly consents: readonly Column[]
  /**
   * What the draws from each block on can add to the sum of the joint acceptance at most; the first
   * entry is all of it.
   */
  readonly bounds: Column
}

/** What it costs to work out one structure, in the steps of the search: see `REPAIR_STEPS`. */
const COST = 80

/** Draws looked at between two looks at the bound. */
export const BLOCK = 500

/**
 * What rules, requirements, redlines and bodies make of sets of changes: only the issues they speak
 * of matter, so few are ever judged.
 */
export class Structures {
  private readonly judged: DraftJudgement
  private readonly judge: Judge
  private readonly steps: Steps
  private readonly structural: ReadonlySet<string>
  private readonly firm: readonly Redline[]
  private readonly known = new Map<string, Structure>()
  private readonly means = new Map<Column, number>()
  private readonly numbers = new Map<Column, number>()
  private readonly bounds = new Map<string, Column>()
  private readonly product: Float64Array

  constructor(judged: DraftJudgement, judge: Judge, steps: Steps) {
    this.judged = judged
    this.judge = judge
    this.steps = steps
    this.structural = structuralIssues(judge)
    this.firm = firmRedlines(judge.source, FIRM)
    this.product = new Float64Array(judge.sampler.count)
  }

  after(set: readonly Change[]): Structure {
    const spoken = set.filter(({ issue }) => this.structural.has(issue))
    const key = spoken.map(({ issue, option }) => `${issue}=${option}`).join(' ')
    const known = this.known.get(key)
    if (known) return known
    this.steps.spend(COST)
    const made = this.make(stagesOf(withChanges(this.judged.offers, changesOf(spoken))))
    this.known.set(key, made)
    return made
  }

  private make(stages: Stages): Structure {
    // The least likely to accept is asked first: its refusal settles most candidates.
    const reluctance = (party: string): number => this.judged.parties.get(party)?.accepts.p ?? 1
    const required = [...this.judge.required(stages).surely].sort(
      (a, b) => reluctance(a) - reluctance(b)
    )
    const none = new Float64Array(1)
    const obstacle = this.obstacleTo(stages, required)
    if (obstacle !== undefined) return { obstacle, required, consents: [], bounds: none }
    const consents = required.map((party) => this.judge.consent(party, stages))
    const refusing = required.find((_, i) => this.meanOf(consents[i] as Column) <= CUTS.dead)
    if (refusing !== undefined)
      return { obstacle: `acceptance by ${refusing}`, required, consents, bounds: none }
    return { required, consents, bounds: this.boundsOf(consents) }
  }

  private obstacleTo(stages: Stages, required: readonly string[]): string | undefined {
    const { source, ratifier } = this.judge
    if (excludedAt(source.rules, stages) === true) return 'the rules'
    const firm = this.firm.find(
      (redline) =>
        required.includes(redline.party) &&
        crossedBy([redline], stages, source.scenarios).some(isFatal)
    )
    if (firm) return `${firm.party}.${firm.id}`
    const mute = required.find(
      (party) =>
        ratifier.mute(this.judge.stance(party), endOf(stages)) &&
        this.judged.parties.get(party)?.ratified.assessed !== false
    )
    return mute === undefined ? undefined : `no poll speaks for ${mute}`
  }

  private meanOf(consent: Column): number {
    const known = this.means.get(consent) ?? average(consent)
    this.means.set(consent, known)
    return known
  }

  /**
   * No gain can lift the joint acceptance above the product of what else consent hangs on. Few
   * different products occur.
   */
  private boundsOf(consents: readonly Column[]): Column {
    const key = consents.map((consent) => this.numberOf(consent)).join()
    const known = this.bounds.get(key)
    if (known) return known
    const product = this.product.fill(1)
    for (const consent of consents) multiply(product, consent)
    const blocks = Math.ceil(product.length / BLOCK)
    const bounds = new Float64Array(blocks + 1)
    for (let block = blocks - 1; block >= 0; block--) {
      let sum = bounds[block + 1] as number
      for (let i = block * BLOCK; i < Math.min((block + 1) * BLOCK, product.length); i++)
        sum += product[i] as number
      bounds[block] = sum
    }
    this.bounds.set(key, bounds)
    return bounds
  }

  private numberOf(consent: Column): number {
    const number = this.numbers.get(consent) ?? this.numbers.size
    this.numbers.set(consent, number)
    return number
  }
}
