import type { Condition } from '../model/judgement.ts'

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
 * Digits kept after the point where numbers are no short decimals: far below what anybody judges,
 * and coarse enough that 4,000 issues of 100 points each stay below `LARGEST`.
 */
const FINEST = 10
/** Largest whole number a sum may reach: half of 2^53, so that differences are exact in doubles too. */
const LARGEST = 2 ** 52

/**
 * Makes a table's numbers whole, each party on the coarsest decimal grid that holds all of its
 * numbers (else the finest that fits). Throws RangeError, naming the place, for a number that is
 * not finite or too large.
 */
export function wholeNumbers(table: Table): DealSpace {
  refuseStrange(table)
  const perPoint = (party: number): number => table.perPoint?.[party] ?? 1
  const grids = table.parties.map((name, party) => {
    const largest = largestSum(table, party)
    if (largest > LARGEST)
      throw new RangeError(`${name}: its numbers are too large to be added exactly`)
    return gridOf([perPoint(party), ...numbersOf(table, party)], largest)
  })
  return {
    parties: table.parties,
    issues: table.issues.map(({ id, options, worth }) => ({
      id,
      options,
      worth: worth.map((row) =>
        Float64Array.from(row, (value, party) => whole(value, grids[party]?.units ?? 1))
      )
    })),
    noDeal: Float64Array.from(table.noDeal, (value, party) =>
      whole(value, grids[party]?.units ?? 1)
    ),
    unitsPerPoint: Float64Array.from(grids, ({ units }, party) =>
      Math.max(1, whole(perPoint(party), units))
    ),
    exact: grids.map(({ exact }) => exact),
    excluded: table.excluded ?? []
  }
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

/** Minus zero would make equal points look different. */
const whole = (value: number, units: number): number => Math.round(value * units) + 0

function numbersOf({ issues, noDeal }: Table, party: number): readonly number[] {
  return [noDeal[party] ?? 0, ...issues.flatMap(({ worth }) => worth.map((row) => row[party] ?? 0))]
}

function largestSum({ issues, noDeal }: Table, party: number): number {
  const largest = issues.map(({ worth }) =>
    Math.max(0, ...worth.map((row) => Math.abs(row[party] ?? 0)))
  )
  return largest.reduce((sum, value) => sum + value, Math.abs(noDeal[party] ?? 0))
}

/** The coarsest power of ten that makes every number whole up to the noise of a double. */
function gridOf(
  numbers: readonly number[],
  largest: number
): { readonly units: number; readonly exact: boolean } {
  const finest = Math.min(FINEST, Math.floor(Math.log10(LARGEST / Math.max(largest, 1))))
  for (let digits = 0; digits <= finest; digits++) {
    const units = 10 ** digits
    // a number read from decimal text is off by 1.1e-16 of its size, a sum of some by a little more;
    // where that could reach a hundredth of a unit, whole numbers can no longer be told
    const noise = Math.max(largest, 1) * units * 1e-14
    if (
      noise < 0.01 &&
      numbers.every((value) => Math.abs(value * units - Math.round(value * units)) <= noise)
    )
      return { units, exact: true }
  }
  return { units: 10 ** finest, exact: false }
}
