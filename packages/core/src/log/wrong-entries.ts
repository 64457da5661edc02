import type { VerifiedCheckpoint } from './checkpoint-checks.ts'

/** The first wrong entry is one of these, both ends included. */
export interface WrongEntries {
  readonly from: number
  readonly to: number
}

/** The root over the first `size` entries as somebody knew it. */
export interface KnownHead {
  readonly size: number
  /** Whether it is the root of this log. */
  readonly fits: boolean
  /** It fits, and another than the operator says so. */
  readonly vouched: boolean
}

/** What single entries show of themselves. */
export interface ShownEntries {
  /** The first that shows by itself that it is wrong. */
  readonly named: number | undefined
  /** The first whose author has seen another head. */
  readonly divided: number | undefined
}

/** The heads of checkpoints, and those that authors saw. These count unless a larger one is vouched for. */
export function headsOf(
  seen: ReadonlyMap<number, boolean>,
  checkpoints: readonly VerifiedCheckpoint[]
): readonly KnownHead[] {
  const own = [...seen].map(([size, fits]) => ({ size, fits, vouched: fits }))
  const signed = checkpoints.map(({ size, fits, cosigned }) => ({
    size,
    fits,
    vouched: fits && cosigned.length > 0
  }))
  const vouched = largest([...own, ...signed].filter((head) => head.vouched))
  return [...own.filter(({ fits, size }) => fits || size > vouched), ...signed]
}

/** Where the first wrong entry is, as closely as entries and heads tell it. */
export function wrongEntries(
  { named, divided }: ShownEntries,
  heads: readonly KnownHead[]
): WrongEntries | undefined {
  const first = heads.reduce(
    (least, { size, fits }) => (fits ? least : Math.min(least, size)),
    Number.POSITIVE_INFINITY
  )
  if (named !== undefined && named < first) return { from: named, to: named }
  if (Number.isFinite(first))
    return { from: largest(heads.filter(({ fits, size }) => fits && size < first)), to: first - 1 }
  return divided === undefined ? undefined : { from: divided, to: divided }
}

const largest = (heads: readonly KnownHead[]): number =>
  heads.reduce((most, { size }) => Math.max(most, size), 0)
