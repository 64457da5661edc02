import type { Verdict } from '../../worth/verdict.ts'
import { VERDICTS } from '../../worth/verdict.ts'
import type { Choice, ReadingOptions } from './choices.ts'
import type { ReadingChance } from './reading-chance.ts'

/** Which verdict in what share of the readings; those that none gives are left out. */
export type VerdictShares = readonly { readonly verdict: Verdict; readonly share: number }[]

/** What one choice does to a proposal's chance. */
export interface Told {
  readonly choice: Choice
  /**
   * How much of the variance of the chance over readings goes with the choice alone, 0..1 (eta
   * squared: Fisher 1925).
   */
  readonly explains: number
  /** The readings that take each option: their mean chance and their verdicts. */
  readonly options: readonly {
    readonly option: string
    readonly mean: number
    readonly verdicts: VerdictShares
  }[]
}

/** What readings come to for one proposal. */
export interface ReadingSummary {
  /** The verdicts, the most frequent first. */
  readonly verdicts: VerdictShares
  readonly least: number
  readonly median: number
  readonly greatest: number
  /** The reading at every fiftieth of all, from the least chance to the greatest. */
  readonly curve: readonly CurvePoint[]
  /** Choices, the one that explains the most first. */
  readonly told: readonly Told[]
}

/** One reading on the curve (a specification curve: Simonsohn, Simmons and Nelson 2020). */
export interface CurvePoint extends ReadingChance {
  /** What it takes, in the order of the choices. */
  readonly takes: ReadingOptions
}

/** Steps of a curve: every fiftieth of the readings. */
const POINTS = 50

/** The choices of a case, and what each reading takes of them. */
export interface Tried {
  readonly choices: readonly Choice[]
  readonly readings: readonly ReadingOptions[]
}

/** Sums up one proposal's readings. */
export function summaryOf(
  chances: readonly ReadingChance[],
  { choices, readings }: Tried
): ReadingSummary {
  const sorted = [...chances.keys()].sort(
    (a, b) => (chances[a] as ReadingChance).p - (chances[b] as ReadingChance).p || a - b
  )
  const curve = Array.from({ length: POINTS + 1 }, (_, i): CurvePoint => {
    const place = sorted[Math.round((i / POINTS) * (sorted.length - 1))] as number
    return { ...(chances[place] as ReadingChance), takes: readings[place] as ReadingOptions }
  })
  const at = (point: number): number => (curve[point] as CurvePoint).p
  return {
    verdicts: sharesOf(chances),
    least: at(0),
    median: at(POINTS / 2),
    greatest: at(POINTS),
    curve,
    told: choices
      .map((choice, i) => toldOf(choice, i, { chances, readings }))
      .sort(
        (a, b) => b.explains - a.explains || compare(choiceName(a.choice), choiceName(b.choice))
      )
  }
}

/** A choice by its kind and what it is about. */
export const choiceName = ({ kind, about }: Pick<Choice, 'kind' | 'about'>): string =>
  about === '' ? kind : `${kind} ${about}`

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function sharesOf(chances: readonly ReadingChance[]): VerdictShares {
  return VERDICTS.map((verdict) => ({
    verdict,
    share: chances.filter((one) => one.verdict === verdict).length / chances.length
  }))
    .filter(({ share }) => share > 0)
    .sort((a, b) => b.share - a.share || VERDICTS.indexOf(a.verdict) - VERDICTS.indexOf(b.verdict))
}

function toldOf(
  choice: Choice,
  place: number,
  {
    chances,
    readings
  }: { readonly chances: readonly ReadingChance[]; readonly readings: readonly ReadingOptions[] }
): Told {
  const byOption = Map.groupBy(chances.keys(), (i) => readings[i]?.[place])
  const groups = choice.options.map((option, number) => ({
    option,
    taken: (byOption.get(number) ?? []).map((i) => chances[i] as ReadingChance)
  }))
  const mean = meanOf(chances)
  const between = groups.reduce(
    (sum, { taken }) => sum + taken.length * (meanOf(taken) - mean) ** 2,
    0
  )
  const whole = chances.reduce((sum, { p }) => sum + (p - mean) ** 2, 0)
  return {
    choice,
    explains: whole > 0 ? between / whole : 0,
    options: groups
      .filter(({ taken }) => taken.length > 0)
      .map(({ option, taken }) => ({ option, mean: meanOf(taken), verdicts: sharesOf(taken) }))
  }
}

const meanOf = (chances: readonly ReadingChance[]): number =>
  chances.reduce((sum, { p }) => sum + p, 0) / Math.max(1, chances.length)
