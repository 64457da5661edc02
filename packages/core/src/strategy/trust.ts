/**
 * What a party has from a settlement, in points: kept by both (`both`), its own part not done and the
 * other's taken (`taking`), its own done and the other's not (`giving`), no deal (`none`).
 */
export interface TrustPayoffs {
  readonly both: number
  readonly taking: number
  readonly giving: number
  readonly none: number
}

/**
 * When a party keeps to a settlement.
 *  - `always`: whatever it believes of the other;
 *  - `from`: where it believes, with the chance `least` or more, that the other keeps to it;
 *  - `never`: at no such chance; or only where the chance is small (`wary`), which is no trust.
 */
export type TrustNeeded =
  | { readonly kind: 'always' }
  | { readonly kind: 'from'; readonly least: number }
  | { readonly kind: 'never'; readonly wary: boolean }

/** Points nearer to each other than this are the same. */
const SAME_POINTS = 1e-9

/**
 * Kydd's minimum trust. Keeping to it is worth t CC + (1 - t) CD, breaking it t DC + (1 - t) DD, so a
 * party that is better off when both keep to it and worse off when it alone does keeps to it from
 *   t = (DD - CD) / ((CC - DC) + (DD - CD))
 * on. The published rule says never where the denominator is not above 0 or t is above 1; that takes
 * it for granted that who gives alone is worse off than without a deal, and where that does not hold
 * the two sides are compared as they stand.
 */
export function trustNeeded({ both, taking, giving, none }: TrustPayoffs): TrustNeeded {
  const kept = both - taking
  const risk = none - giving
  if (kept < -SAME_POINTS) return { kind: 'never', wary: risk < -SAME_POINTS }
  if (risk <= SAME_POINTS) return { kind: 'always' }
  return { kind: 'from', least: risk / (Math.max(0, kept) + risk) }
}

/** The least trust as a number, for comparing: 0 where always, beyond 1 where never. */
export const leastTrust = (needed: TrustNeeded): number =>
  needed.kind === 'from' ? needed.least : needed.kind === 'always' ? 0 : Number.POSITIVE_INFINITY

/** What a guarantor adds: a penalty on who breaks the settlement, and what it makes good to who kept to it. */
export interface Backing {
  /** The chance that it acts. */
  readonly chance: number
  readonly penalty: number
  readonly insurance: number
}

/** The same payoffs with guarantors: the expected penalty off `taking`, the expected insurance on `giving`. */
export function backed(payoffs: TrustPayoffs, backings: readonly Backing[]): TrustPayoffs {
  return backings.reduce(
    ({ taking, giving, ...rest }, { chance, penalty, insurance }) => ({
      ...rest,
      taking: taking - chance * penalty,
      giving: giving + chance * insurance
    }),
    payoffs
  )
}

/** What it takes to bring the least trust down, in expected points of penalty; 0 where nothing is lacking. */
export interface BackingNeeded {
  /** That even odds are enough. */
  readonly evenOdds: number
  /** That breaking pays nothing while the other keeps to it: full trust is then enough. */
  readonly keeping: number
}

/**
 * t <= 1/2 where CC - DC >= max(0, DD - CD), and CC >= DC. A point of penalty closes either by a point;
 * a point of insurance only the first, and only down to DD = CD, for it is paid where the other breaks
 * the settlement.
 */
export function backingNeeded({ both, taking, giving, none }: TrustPayoffs): BackingNeeded {
  return {
    evenOdds: lacking(Math.max(none - giving, 0) - (both - taking)),
    keeping: lacking(taking - both)
  }
}

/** The least chance with which a guarantor must act for the same two; absent where even 1 is too small. */
export interface ChanceNeeded {
  readonly evenOdds?: number
  readonly keeping?: number
}

/** How surely a guarantor with this penalty and insurance must act. */
export function chanceNeeded(
  { both, taking, giving, none }: TrustPayoffs,
  { penalty, insurance }: Omit<Backing, 'chance'>
): ChanceNeeded {
  const kept = both - taking
  const keeping = ratio(lacking(-kept), penalty)
  const evenOdds = Math.max(keeping, ratio(lacking(none - giving - kept), penalty + insurance))
  return {
    ...(evenOdds <= 1 ? { evenOdds } : {}),
    ...(keeping <= 1 ? { keeping } : {})
  }
}

const lacking = (points: number): number => (points > SAME_POINTS ? points : 0)

const ratio = (needed: number, points: number): number =>
  needed <= 0 ? 0 : points > 0 ? needed / points : Number.POSITIVE_INFINITY
