import { expected, rangeUnder, scenarioFacts } from '../draws/sampler.ts'
import type { Redline, Scenario } from '../model/case.ts'
import type { Facts } from '../model/condition.ts'
import { factsOf, holds } from '../model/condition.ts'
import type { Range } from '../model/judgement.ts'
import { centre, mean } from '../model/judgement.ts'
import { FIRM } from './conventions.ts'
import type { Stages } from './offers.ts'
import { masksOf } from './scenarios.ts'

/** A redline that a package crosses, with its firmness read three ways and at its ends. */
export interface Crossed {
  readonly redline: Redline
  readonly firmness: { readonly low: number; readonly central: number; readonly high: number }
  /** Crossed whatever the scenario; else only under some. */
  readonly certain: boolean
}

/**
 * Whether a redline is crossed at some stage; undefined when open issues or scenarios leave it
 * open.
 */
export function crosses(
  redline: Redline,
  stages: Stages,
  scenario?: Facts['scenario']
): boolean | undefined {
  if (!redline.crossedWhen) return false
  const { crossedWhen } = redline
  const values = stages.map((stage) => holds(crossedWhen, factsOf(stage, scenario)))
  if (values.includes(true)) return true
  return values.includes(undefined) ? undefined : false
}

/** A redline as `party.redline`. */
export const redlineId = ({ party, id }: Pick<Redline, 'party' | 'id'>): string => `${party}.${id}`

/** The redlines crossed whatever the scenario, or under some scenario that can come about. */
export function crossedBy(
  redlines: readonly Redline[],
  stages: Stages,
  scenarios: readonly Scenario[]
): readonly Crossed[] {
  const possible = masksOf(scenarios).filter((mask) =>
    scenarios.every(({ p }, bit) => (mask & (1 << bit) ? p.range.high > 0 : p.range.low < 1))
  )
  return redlines.flatMap((redline) => {
    const values = possible.map((mask) => crosses(redline, stages, scenarioFacts(mask, scenarios)))
    if (!values.includes(true)) return []
    return [
      {
        redline,
        firmness: firmnessOf(redline, scenarios),
        certain: values.every((value) => value === true)
      }
    ]
  })
}

/**
 * Whether a crossed redline alone makes a proposal dead on arrival: firm, and crossed whatever the
 * scenario.
 */
export function isFatal({
  firmness,
  certain
}: Pick<Crossed, 'certain'> & { readonly firmness: { readonly central: number } }): boolean {
  return certain && firmness.central >= FIRM
}

/**
 * A redline's firmness: its expectation over scenarios at the centre, and its ends over all of
 * them.
 */
export function firmnessOf(
  { firmness }: Redline,
  scenarios: readonly Scenario[]
): Crossed['firmness'] {
  const ranges = [firmness.range, ...firmness.cases.map(({ range }) => range)]
  const low = Math.min(...ranges.map((range) => range.low))
  const high = Math.max(...ranges.map((range) => range.high))
  // Twelve digits: the middle of [0.85, 0.95] is 0.9, whatever binary fractions make of it.
  return { low, central: Number(expected(firmness, scenarios, centre).toPrecision(12)), high }
}

/**
 * Which point of a firmness range to read; by default its mean, the only thing about it that enters
 * p.
 */
export type FirmnessPoint = (range: Range, redline: Redline) => number

/**
 * The chance that the party walks over a crossed redline under one mask of scenarios: the greatest
 * firmness crossed.
 */
export function walkChance(
  redlines: readonly Redline[],
  stages: Stages,
  under: {
    readonly mask: number
    readonly scenarios: readonly Scenario[]
    readonly point?: FirmnessPoint
  }
): number {
  const { mask, scenarios, point = mean } = under
  const scenario = scenarioFacts(mask, scenarios)
  let greatest = 0
  for (const redline of redlines) {
    if (crosses(redline, stages, scenario) === true)
      greatest = Math.max(greatest, point(rangeUnder(redline.firmness, mask, scenarios), redline))
  }
  return greatest
}
