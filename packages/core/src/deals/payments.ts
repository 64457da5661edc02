import type { DealSpace, SidePayments } from '../bargaining/index.ts'
import { gainsOf, greatestSum, sidePayments } from '../bargaining/index.ts'

/**
 * What parties could do if they could pay one another: the package that creates most, and what each
 * is paid for it.
 */
export interface Paid extends SidePayments {
  /** Option index by issue. */
  readonly choice: readonly number[]
  /** By party: what one unit of payment is worth to it, in points. */
  readonly pointsPerUnit: readonly number[]
}

/**
 * Null where no package creates a surplus. Nobody need gain by the package itself: payments make up
 * for losses. Throws `TooWide`.
 */
export function paid(space: DealSpace, pointsPerUnit: readonly number[]): Paid | null {
  const choice = greatestSum(space, pointsPerUnit)
  if (!choice) return null
  const gains = Array.from(
    gainsOf(space, choice),
    (gain, party) => gain / (space.unitsPerPoint[party] as number)
  )
  const shared = sidePayments({ packages: [gains], pointsPerUnit })
  return shared && { ...shared, choice, pointsPerUnit }
}
