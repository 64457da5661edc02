import type { DealSpace } from '../bargaining/deal-space.ts'
import { wholeNumbers } from '../bargaining/deal-space.ts'
import type { Column } from '../draws/column.ts'
import { issuesIn, withAtoms } from '../model/condition.ts'
import type { Condition } from '../model/judgement.ts'
import type { Bound } from '../worth/admissible.ts'
import type { Judge } from '../worth/judge.ts'
import type { Offer, Offers } from '../worth/offers.ts'
import { stagesRead } from '../worth/redlines.ts'

/** Whose deal space, and what a package must respect besides the rules. */
export interface DealSettings {
  /** Party ids, each with interests and a no-deal (`Judge.hasGain`). */
  readonly parties: readonly string[]
  /** Conditions that no package may meet, rules included. */
  readonly excluded: readonly Condition[]
  /** Redlines that bind besides, each at the stage that it is read at. */
  readonly bounds?: readonly Bound[]
  /** Staged terms to count as options beside the plain ones: see `optionOf`. */
  readonly staged?: Offers
  /** Which draw of the judge to read; 0 when left out (the only one of a central judge). */
  readonly draw?: number
}

/**
 * The deal space of a case in whole numbers, read at one draw: worths are weights times values, so
 * that the gain is the gain that judges proposals (`PartyGain`), only not divided by the weights'
 * sum.
 */
export const dealSpace = (judge: Judge, settings: DealSettings): DealSpace =>
  dealSpaces(judge, settings)(settings.draw ?? 0)

/** The same for one draw after the other: what all draws share is made once. */
export function dealSpaces(
  judge: Judge,
  { parties, excluded, bounds = [], staged = new Map() }: Omit<DealSettings, 'draw'>
): (draw: number) => DealSpace {
  const gains = parties.map((party) => judge.gainOf(party))
  const totals = gains.map((gain) => gain.totalWeight())
  const noDeals = gains.map((gain) => gain.noDeal())
  const issues = judge.source.issues.map(({ id, options }) => {
    const offers = [
      ...options.map((option): Offer => ({ option: option.id })),
      ...stagedOn(staged, id)
    ]
    return {
      id,
      options: offers.map(optionOf),
      worth: offers.map((offer) => gains.map((gain) => gain.weighed(id, offer)))
    }
  })
  const conditions = [
    ...excluded.flatMap((condition) => atStages(condition, staged)),
    ...bounds.flatMap(({ condition, redline }) => atStages(condition, staged, redline))
  ]
  return (draw) => {
    const at = (column: Column): number => column[draw] as number
    return wholeNumbers({
      parties,
      issues: issues.map(({ worth, ...issue }) => ({
        ...issue,
        worth: worth.map((row) => row.map(at))
      })),
      noDeal: noDeals.map((noDeal, k) => at(noDeal) * at(totals[k] as Column)),
      perPoint: totals.map(at),
      excluded: conditions
    })
  }
}

/**
 * The option that stands for an offer in a deal space: a staged term is an option of its own, such
 * as `freeze > border`.
 */
export const optionOf = ({ option, then }: Offer): string =>
  then === undefined ? option : `${option} > ${then}`

const stagedOn = (staged: Offers, issue: string): readonly Offer[] => {
  const offer = staged.get(issue)
  return offer?.then === undefined ? [] : [offer]
}

/**
 * A condition that no stage (of a redline: that it is read at) may meet, as conditions on options where a staged term is one: it
 * counts as what it is at first, and in the end.
 */
function atStages(
  condition: Condition,
  staged: Offers,
  redline: Pick<Bound['redline'], 'stage'> = {}
): readonly Condition[] {
  if (issuesIn(condition).every((issue) => stagedOn(staged, issue).length === 0)) return [condition]
  return stagesRead(redline, [
    readAs(condition, staged, ({ option }) => option),
    readAs(condition, staged, ({ option, then = option }) => then)
  ])
}

const readAs = (condition: Condition, staged: Offers, at: (offer: Offer) => string): Condition =>
  withAtoms(condition, (atom) => {
    if (atom.kind !== 'is') return atom
    const more = stagedOn(staged, atom.issue).filter((offer) => atom.options.includes(at(offer)))
    return { ...atom, options: [...atom.options, ...more.map(optionOf)] }
  })
