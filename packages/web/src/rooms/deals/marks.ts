import type { Terms } from '../../engine/protocol.ts'
import type { BargainingDocument, Deal, Points } from './documents.ts'

/** The standards a package can be best by, in the order they are told. */
export const STANDARDS = ['nash', 'maxMin', 'mostEqual', 'egalitarian', 'welfare'] as const
export type Standard = (typeof STANDARDS)[number]

/** A package that has a name: best by some standards, or a proposal of the case. */
export interface Named extends Deal {
  /**
   * Stable while judgements move, so that a point can be followed: `nash`, `proposal:framework`.
   */
  readonly id: string
  readonly standards: readonly Standard[]
  readonly proposal?: string
  /** It crosses a binding redline or breaks a rule. */
  readonly outside: boolean
}

/**
 * The packages that are best by some standard; standards that agree on a package share one point,
 * named for the first.
 */
export function solutionsOf(document: BargainingDocument): readonly Named[] {
  const found = new Map<string, { readonly deal: Deal; readonly standards: Standard[] }>()
  for (const standard of STANDARDS) {
    const deal = bestBy(document, standard)
    if (!deal) continue
    const key = keyOf(deal.terms)
    const known = found.get(key) ?? { deal, standards: [] }
    known.standards.push(standard)
    found.set(key, known)
  }
  return [...found.values()].map(({ deal, standards }) => ({
    id: standards[0] ?? '',
    gains: deal.gains,
    terms: deal.terms,
    packages: deal.packages ?? null,
    chance: deal.chance ?? null,
    standards,
    outside: false
  }))
}

/**
 * How much greater, as a share of it, what a standard compares may be than in the package that was
 * found: 0 where only what it compares next is open, not finite where that cannot be said. Undefined
 * where none can be better.
 */
export function openBy(document: BargainingDocument, standard: Standard): number | undefined {
  const best = bestBy(document, standard)
  if (!best || best.certificate.complete) return undefined
  const { bound } = best.certificate
  const value = 'product' in best ? best.product : best.value
  return value > 0 ? Math.max(0, bound / value - 1) : Number.POSITIVE_INFINITY
}

/**
 * The package that is best by a standard; null where none leaves everybody as well off as no deal.
 */
export function bestBy(
  { nash, kalaiSmorodinsky, egalitarian, welfare }: BargainingDocument,
  standard: Standard
): BargainingDocument['nash'] | BargainingDocument['welfare'] {
  return {
    nash,
    maxMin: kalaiSmorodinsky.maxMin,
    mostEqual: kalaiSmorodinsky.mostEqual,
    egalitarian,
    welfare
  }[standard]
}

/** The efficient packages that are listed: all where the document has the frontier, else some. */
export const efficientOf = ({ frontier, efficient }: BargainingDocument): readonly Deal[] =>
  frontier?.points ?? efficient ?? []

/** The case's proposals as points. */
export function proposalsOf({ proposals }: BargainingDocument): readonly Named[] {
  return Object.entries(proposals).map(([id, { gains, terms, chance, crosses, breaks }]) => ({
    id: `proposal:${id}`,
    proposal: id,
    standards: [],
    gains,
    terms,
    chance,
    outside: crosses.length > 0 || breaks.length > 0
  }))
}

/** Least gains by party that a reader asks for, in points. */
export type Least = Readonly<Record<string, number>>

/** Whether a package gives every party at least what is asked for it. Slack takes up rounding. */
export function isEnough(
  gains: Points,
  { parties, least }: { readonly parties: readonly string[]; readonly least: Least }
): boolean {
  return parties.every(
    (party, k) => (gains[k] ?? 0) >= (least[party] ?? Number.NEGATIVE_INFINITY) - SLACK
  )
}

const SLACK = 1e-9

/**
 * How many packages these points stand for; a point whose packages were not counted stands for one.
 */
export function packagesIn(deals: readonly Deal[]): bigint {
  return deals.reduce((sum, { packages }) => sum + BigInt(packages ?? 1), 0n)
}

/** The same package has the same key. */
export function keyOf(terms: Terms): string {
  return JSON.stringify(Object.entries(terms).sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** The least and greatest gain of a party over these packages, no deal (0) always among them. */
export function spanOf(deals: readonly Deal[], party: number): readonly [number, number] {
  return deals.reduce<readonly [number, number]>(
    ([low, high], { gains }) => [
      Math.min(low, gains[party] ?? 0),
      Math.max(high, gains[party] ?? 0)
    ],
    [0, 0]
  )
}
