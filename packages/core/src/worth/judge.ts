import type { Column } from '../draws/column.ts'
import type { DrawSettings, Sampler } from '../draws/sampler.ts'
import { centralSampler, randomSampler } from '../draws/sampler.ts'
import type { Body, Case, Stance } from '../model/case.ts'
import { factsOf, holds } from '../model/condition.ts'
import type { Judgement } from '../model/judgement.ts'
import { accepting, multiply } from './columns.ts'
import { effectsOf } from './effects.ts'
import { PartyGain } from './gain.ts'
import { judgementsOf } from './judgements.ts'
import type { Offers, Stages } from './offers.ts'
import { endOf, stagesOf } from './offers.ts'
import type { BodyLens, BodyResult } from './ratification.ts'
import { keysOf, Ratifier } from './ratification.ts'
import type { FirmnessPoint } from './redlines.ts'
import { walkChance } from './redlines.ts'
import { keysOfVetoes, vetoesRead } from './vetoes.ts'

/**
 * What enters a party's acceptance beside its gain; by default everything, firmness at its mean.
 */
export interface Lens {
  readonly point?: FirmnessPoint
  /** `none`: leave ratification out; a poll's id: read that poll alone wherever it speaks. */
  readonly polls?: 'none' | { readonly only: string }
  /** The place of a veto player that is left out. */
  readonly withoutVeto?: string
}

/**
 * Judges packages over one set of draws. A party accepts in a draw with probability
 *   [gain >= 0] (1 - greatest crossed firmness) [all bodies pass],
 * a proposal with the product over the required parties; p is the mean over draws.
 */
export class Judge {
  readonly source: Case
  readonly sampler: Sampler
  readonly ratifier: Ratifier
  private readonly gains = new Map<string, PartyGain>()
  private readonly consents = new Map<string, Column>()
  private readonly accepted = new WeakMap<Column, Map<Column, Column>>()
  private readonly made = new WeakMap<Offers, Map<string, Column>>()
  private readonly masks: readonly number[]

  constructor(source: Case, sampler: Sampler, ratifier = new Ratifier(source, sampler)) {
    this.source = source
    this.sampler = sampler
    this.ratifier = ratifier
    this.masks = [...new Set(sampler.masks)]
  }

  /** A judge over random draws. */
  static random(source: Case, settings: DrawSettings): Judge {
    return new Judge(source, randomSampler(source.scenarios, settings))
  }

  /** A judge over the one central reading. */
  static central(source: Case): Judge {
    return new Judge(source, centralSampler(source.scenarios))
  }

  /**
   * A judge of a case that differs from this one's in redlines and ratification alone: what packages
   * are worth is not computed anew, nor how bodies vote where they are the same. With a sampler: of
   * one that differs in how likely its scenarios are, over the same draws of all else.
   */
  otherwise(source: Case, sampler = this.sampler): Judge {
    const known = new Set(bodiesOf(this.source))
    const same = sampler === this.sampler && bodiesOf(source).every((body) => known.has(body))
    const other = new Judge(source, sampler, ...(same ? [this.ratifier] : []))
    for (const [party, stance] of source.stances) {
      const moves = sampler !== this.sampler && readsScenarios(judgementsOf(stance))
      if (other.hasGain(party) && !moves) other.gains.set(party, this.gainOf(party))
    }
    return other
  }

  /** The stance of a party; one that says nothing accepts everything. */
  stance(party: string): Stance {
    return (
      this.source.stances.get(party) ?? {
        party,
        redlines: [],
        interests: [],
        ratification: [],
        types: [],
        at: `stances/${party}`
      }
    )
  }

  /** Whether the party's gain can be told: it has interests and a no-deal to hold them against. */
  hasGain(party: string): boolean {
    const { interests, noDeal } = this.stance(party)
    return interests.length > 0 && noDeal !== undefined
  }

  /** The party's gain, by issue and draw. */
  gainOf(party: string): PartyGain {
    const known = this.gains.get(party)
    if (known) return known
    const made = new PartyGain(this.stance(party), this.source, this.sampler)
    this.gains.set(party, made)
    return made
  }

  /** Gain in each draw; zero (no reason to refuse) for a party without interests. */
  gain(party: string, offers: Offers): Column {
    const known = this.made.get(offers)?.get(party)
    if (known) return known
    const gain = this.hasGain(party)
      ? this.gainOf(party).gain(offers)
      : new Float64Array(this.sampler.count)
    const byParty = this.made.get(offers) ?? new Map<string, Column>()
    this.made.set(offers, byParty.set(party, gain))
    return gain
  }

  /** Probability of acceptance in each draw. */
  accepts(party: string, offers: Offers, lens: Lens = {}): Column {
    const gain = this.gain(party, offers)
    const consent = this.consent(party, stagesOf(offers), lens)
    const known = this.accepted.get(gain)?.get(consent)
    if (known) return known
    const accepts = accepting(gain, consent)
    const byConsent = this.accepted.get(gain) ?? new Map<Column, Column>()
    this.accepted.set(gain, byConsent.set(consent, accepts))
    return accepts
  }

  /**
   * The part of acceptance that does not depend on gain, in each draw: redlines and ratification.
   */
  consent(party: string, stages: Stages, lens: Lens = {}): Column {
    const stance = this.stance(party)
    const chances = this.staying(stance, stages, lens)
    const passes = this.passes(stance, stages, lens)
    const key = `${party} ${chances.join()} ${passes.key}`
    const known = this.consents.get(key)
    if (known) return known
    const column = this.byMask(chances)
    for (const pass of passes.columns) multiply(column, pass)
    this.consents.set(key, column)
    return column
  }

  /** The chance that no redline makes the party walk, under each combination of scenarios. */
  private staying({ redlines }: Stance, stages: Stages, { point }: Lens): readonly number[] {
    const { scenarios } = this.source
    return this.masks.map(
      (mask) => 1 - walkChance(redlines, stages, { mask, scenarios, ...(point ? { point } : {}) })
    )
  }

  /** In each draw the number of its combination of scenarios. */
  private byMask(numbers: readonly number[]): Float64Array {
    const [only = 1] = numbers
    const column = new Float64Array(this.sampler.count).fill(only)
    if (numbers.length < 2) return column
    const byMask = new Map(this.masks.map((mask, i) => [mask, numbers[i] ?? 1]))
    for (let i = 0; i < column.length; i++)
      column[i] = byMask.get(this.sampler.masks[i] as number) as number
    return column
  }

  /** Parties whose consent the package needs; `maybe` where open issues leave it open. */
  required(stages: Stages): {
    readonly surely: readonly string[]
    readonly maybe: readonly string[]
  } {
    const judged = this.source.required.map(({ party, when }) => {
      const values = when ? stages.map((stage) => holds(when, factsOf(stage))) : [true]
      return {
        party,
        needed: values.includes(true) ? true : values.includes(undefined) ? undefined : false
      }
    })
    const surely = [
      ...new Set(judged.filter(({ needed }) => needed === true).map(({ party }) => party))
    ]
    const maybe = [
      ...new Set(judged.filter(({ needed }) => needed === undefined).map(({ party }) => party))
    ].filter((party) => !surely.includes(party))
    return { surely, maybe }
  }

  /** The product of the parties' acceptance in each draw. */
  joint(parties: readonly string[], offers: Offers, lens: Lens = {}): Float64Array {
    const product = new Float64Array(this.sampler.count).fill(1)
    for (const party of parties) multiply(product, this.accepts(party, offers, lens))
    return product
  }

  private passes(
    { ratification }: Stance,
    stages: Stages,
    { polls, withoutVeto }: Lens
  ): { readonly key: string; readonly columns: readonly Column[] } {
    if (polls === 'none') return { key: '-', columns: [] }
    const end = endOf(stages)
    const without = withoutVeto === undefined ? {} : { without: withoutVeto }
    const results = ratification.map((body) => {
      const judge = (lens: BodyLens): BodyResult => this.ratifier.judge(body, end, lens)
      const alone = polls === undefined ? undefined : judge({ ...without, poll: polls.only })
      const speaks = alone !== undefined && alone.polls.size > 0
      const rows = this.ratifier
        .rows(body, end)
        .filter(({ row, matches }) => matches === true && (!speaks || row.poll === polls?.only))
      const vetoes = vetoesRead(body, end).filter(({ veto }) => veto.at !== withoutVeto)
      return {
        key: [
          ...rows.map(({ row }) => row.at),
          ...keysOf(effectsOf(body, end)),
          ...keysOfVetoes(vetoes)
        ].join('+'),
        consents: (speaks ? alone : judge(without)).consents
      }
    })
    return {
      key: results.map(({ key }) => key).join('|'),
      columns: results.flatMap(({ consents }) => (consents ? [consents] : []))
    }
  }
}

const bodiesOf = ({ stances }: Case): readonly Body[] =>
  [...stances.values()].flatMap(({ ratification }) => ratification)

const readsScenarios = (judgements: readonly Judgement[]): boolean =>
  judgements.some(({ cases }) => cases.length > 0)
