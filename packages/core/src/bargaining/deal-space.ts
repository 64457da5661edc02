import type { Condition } from '../model/judgement.ts'
import type { Units } from './units.ts'
import { LARGEST_SUM, unitsFor } from './units.ts'

/**
 * A deal space in whole numbers, so that no package is better or worse by the noise of floating
 * point. What a package is worth to a party is the sum of what its options are worth; its gain is
 * that less the party's no-deal:
 *   gain[p] = sum over issues of worth[chosen option][p] - noDeal[p],  in units; unitsPerPoint[p] units are one point of 0..100.
 * All numbers are integers below 2^53, held in doubles.
 */
export interface DealSpace {
  readonly parties: readonly string[]
  readonly issues: readonly DealIssue[]
  /** By party, in units. */
  readonly noDeal: Float64Array
  /** By party: units in one point, a whole number too. */
  readonly unitsPerPoint: Float64Array
  /**
   * By party: whether the whole numbers are exactly the numbers as written; otherwise each was
   * rounded to a unit.
   */
  readonly exact: readonly boolean[]
  /** A package is admissible when none of these holds. They speak of issues of this space only. */
  readonly excluded: readonly Condition[]
}

/** One issue: its options in order, and what each is worth to each party. */
export interface DealIssue {
  readonly id: string
  readonly options: readonly string[]
  /** `worth[option][party]`, in units. */
  readonly worth: readonly Float64Array[]
}

/**
 * Points of equal width (one coordinate for each party), sorted downwards by the first coordinate,
 * then the second and so on; no two alike and none dominated by another. Point k is `values[k *
 * width .. (k + 1) * width)`.
 */
export interface Layer {
  readonly width: number
  readonly count: number
  readonly values: Float64Array
}

/**
 * Numbers as written, before they are made whole: by issue, option and party; no-deals by party.
 * Any scale.
 */
export interface Table {
  readonly parties: readonly string[]
  readonly issues: readonly {
    readonly id: string
    readonly options: readonly string[]
    readonly worth: readonly (readonly number[])[]
  }[]
  readonly noDeal: readonly number[]
  /** By party: how much of its numbers is one point of 0..100; 1 where left out. */
  readonly perPoint?: readonly number[]
  readonly excluded?: readonly Condition[]
}

/**
 * Makes a table's numbers whole, each party on a grid that holds all of its numbers (else on the
 * finest that fits, see `roundingOf`). Throws RangeError, naming the place, for a number that is
 * not finite or too large.
 */
export function wholeNumbers(table: Table): DealSpace {
  refuseStrange(table)
  const perPoint = (party: number): number => table.perPoint?.[party] ?? 1
  const grids = table.parties.map((name, party) => {
    const largest = largestSum(table, party)
    if (largest > LARGEST_SUM)
      throw new RangeError(`${name}: its numbers are too large to be added exactly`)
    return unitsFor([perPoint(party), ...numbersOf(table, party)], largest)
  })
  const wholeAt = (party: number, value: number): number => (grids[party] as Units).whole(value)
  return {
    parties: table.parties,
    issues: table.issues.map(({ id, options, worth }) => ({
      id,
      options,
      worth: worth.map((row) => Float64Array.from(row, (value, party) => wholeAt(party, value)))
    })),
    noDeal: Float64Array.from(table.noDeal, (value, party) => wholeAt(party, value)),
    unitsPerPoint: Float64Array.from(grids, (grid, party) =>
      Math.max(1, grid.whole(perPoint(party)))
    ),
    exact: grids.map(({ exact }) => exact),
    excluded: table.excluded ?? []
  }
}

/**
 * By party, in units: how far the difference between two packages' gains, or between one and no
 * deal, may be off. Each number was rounded by half a unit at most, and either gain adds up one for
 * each issue and one for no deal. Undefined where all numbers are exact.
 */
export function roundingOf({ exact, issues }: DealSpace): Float64Array | undefined {
  return exact.includes(false)
    ? Float64Array.from(exact, (own) => (own ? 0 : issues.length + 1))
    : undefined
}

function refuseStrange({ parties, issues, noDeal }: Table): void {
  const refuse = (party: number, what: string): never => {
    throw new RangeError(`${parties[party]}: ${what} is not a finite number`)
  }
  parties.forEach((_, party) => {
    if (!Number.isFinite(noDeal[party])) refuse(party, 'its no-deal')
    for (const { id, options, worth } of issues)
      worth.forEach((row, option) => {
        if (!Number.isFinite(row[party])) refuse(party, `the worth of ${id}: ${options[option]}`)
      })
  })
}

function numbersOf({ issues, noDeal }: Table, party: number): readonly number[] {
  return [
    noDeal[party] as number,
    ...issues.flatMap(({ worth }) => worth.map((row) => row[party] as number))
  ]
}

function largestSum({ issues, noDeal }: Table, party: number): number {
  const largest = issues.map(({ worth }) =>
    Math.max(0, ...worth.map((row) => Math.abs(row[party] as number)))
  )
  return largest.reduce((sum, value) => sum + value, Math.abs(noDeal[party] as number))
}
