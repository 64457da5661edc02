import { expected, rangeUnder, scenarioFacts } from '../draws/sampler.ts'
import type { Redline, Scenario } from '../model/case.ts'
import type { Facts } from '../model/condition.ts'
import { factsOf, holds } from '../model/condition.ts'
import type { Range } from '../model/judgement.ts'
import { centre, mean } from '../model/judgement.ts'
import { FIRM } from './conventions.ts'
import type { Stages } from './offers.ts'
import { chanceOf, possibleMasks } from './scenarios.ts'

/** A redline that a package crosses, with its firmness read three ways and at its ends. */
export interface Crossed {
  readonly redline: Redline
  readonly firmness: { readonly low: number; readonly central: number; readonly high: number }
  /** The chance that its party walks over it: its mean firmness where it is crossed. */
  readonly walks: number
  /** Crossed whatever the scenario; else only under some. */
  readonly certain: boolean
}

/**
 * The stages of a package that a redline is read at. Everything that holds staged terms against a
 * redline asks here.
 */
export function stagesRead<Stage>(
  { stage }: { readonly stage?: Redline['stage'] | undefined },
  stages: readonly Stage[]
): readonly Stage[] {
  if (stage === undefined) return stages
  return stage === 'first' ? stages.slice(0, 1) : stages.slice(-1)
}

/**
 * Whether a redline is crossed at some stage that it is read at; undefined when open issues or scenarios leave it
 * open.
 */
export function crosses(
  redline: Redline,
  stages: Stages,
  scenario?: Facts['scenario']
): boolean | undefined {
  if (!redline.crossedWhen) return false
  const { crossedWhen } = redline
  const values = stagesRead(redline, stages).map((stage) =>
    holds(crossedWhen, factsOf(stage, scenario))
  )
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
  const possible = possibleMasks(scenarios)
  return redlines.flatMap((redline) => {
    const values = possible.map((mask) => crosses(redline, stages, scenarioFacts(mask, scenarios)))
    if (!values.includes(true)) return []
    return [
      {
        redline,
        firmness: firmnessOf(redline, scenarios),
        walks: walks([redline], stages, scenarios).firmest,
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
  return Math.max(0, ...firmnessCrossed(redlines, stages, under))
}

/** The firmness of every redline crossed under one mask of scenarios. */
function firmnessCrossed(
  redlines: readonly Redline[],
  stages: Stages,
  { mask, scenarios, point = mean }: Parameters<typeof walkChance>[2]
): readonly number[] {
  const scenario = scenarioFacts(mask, scenarios)
  return redlines
    .filter((redline) => crosses(redline, stages, scenario) === true)
    .map((redline) => point(rangeUnder(redline.firmness, mask, scenarios), redline))
}

/**
 * The chance of walking over some of these redlines, by their mean firmness and the mean chances of
 * the scenarios: the firmest that is crossed alone, and were each resolved apart.
 */
export function walks(
  redlines: readonly Redline[],
  stages: Stages,
  scenarios: readonly Scenario[]
): { readonly firmest: number; readonly independent: number } {
  let [firmest, stays] = [0, 0]
  for (const mask of possibleMasks(scenarios)) {
    const chance = chanceOf(mask, scenarios)
    const crossed = firmnessCrossed(redlines, stages, { mask, scenarios })
    firmest += chance * Math.max(0, ...crossed)
    stays += chance * crossed.reduce((product, firmness) => product * (1 - firmness), 1)
  }
  return { firmest, independent: 1 - stays }
}
