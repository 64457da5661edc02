import type { BargainingDocument, Placed } from './documents.ts'

/**
 * A message of the catalogue with its values, so that what is said can be tested without saying it.
 */
export interface Said {
  readonly key: string
  readonly values: Readonly<Record<string, string | number>>
}

/**
 * What a sentence needs beside the document: names, and whether a list of parties is all of them.
 */
export interface Names {
  readonly party: (id: string) => string
  readonly proposal: (id: string) => string
  readonly list: (names: readonly string[]) => string
  readonly count: (digits: string) => string
  /** How many packages are admissible: a number, at least one, or not known. */
  readonly admissible: (packages: BargainingDocument['packages']) => string
}

/**
 * What the picture shows on this case: how much is efficient, and how far the chosen proposal is
 * from it.
 */
export function sentences(
  document: BargainingDocument,
  chosen: string | undefined,
  names: Names
): readonly Said[] {
  const placed = chosen === undefined ? undefined : document.proposals[chosen]
  return [
    efficientSaid(document, names),
    ...(placed && chosen ? [distanceSaid(document, { id: chosen, placed }, names)] : [])
  ]
}

function efficientSaid(
  { frontier, efficient, settings, packages, ideal, undecided }: BargainingDocument,
  names: Names
): Said {
  const bounds = settings.respectRedlines ? 'within' : 'without'
  const values = {
    admissible: names.admissible(packages),
    total: names.count(packages.total)
  }
  if (packages.exact && packages.admissible === '0')
    return { key: `deals.sentence.none.${bounds}`, values }
  if (ideal === null)
    return {
      key: `deals.sentence.${undecided.ideals.length > 0 ? 'open' : 'nobody'}.${bounds}`,
      values
    }
  if (efficient) {
    const count = names.count(String(efficient.length))
    return { key: `deals.sentence.found.${bounds}`, values: { ...values, count } }
  }
  if (!frontier) return { key: `deals.sentence.unlisted.${bounds}`, values }
  const found = { ...values, count: names.count(frontier.packages ?? String(frontier.size)) }
  if (isOnlyRounded(frontier)) return { key: `deals.sentence.rounded.${bounds}`, values: found }
  if (!frontier.exact) return { key: `deals.sentence.near.${bounds}`, values: found }
  return {
    key: `deals.sentence.${(frontier.packages ?? '') === '1' ? 'one' : 'many'}.${bounds}`,
    values: found
  }
}

/** A frontier that was thinned is off by points, one that was rounded by a few roundings. */
const THINNED = 10

/** Whether every efficient package is listed but for what rounding alone tells apart. */
const isOnlyRounded = ({
  within,
  rounding
}: NonNullable<BargainingDocument['frontier']>): boolean =>
  rounding !== null &&
  (within ?? []).every((points, party) => points <= THINNED * (rounding[party] as number))

interface Chosen {
  readonly id: string
  readonly placed: Placed
}

function distanceSaid(
  { parties, settings }: BargainingDocument,
  { id, placed }: Chosen,
  names: Names
): Said {
  const values = {
    proposal: names.proposal(id),
    crosses: placed.crosses.length,
    breaks: placed.breaks.length
  }
  const { improvement } = placed
  const outside = settings.respectRedlines && placed.crosses.length > 0
  if (!improvement) {
    if (placed.efficient === null) return { key: 'deals.distance.open', values }
    if (placed.efficient) return { key: 'deals.distance.efficient', values }
    return { key: outside ? 'deals.distance.outside' : 'deals.distance.below', values }
  }
  const rounded = improvement.adds.map((points) => Math.round(points))
  const better = parties.filter((_, k) => (improvement.adds[k] ?? 0) > LEAST)
  const all = better.length === parties.length
  const who = all ? (parties.length === 2 ? 'both' : 'all') : 'some'
  const kept = all ? rounded : rounded.filter((_, k) => (improvement.adds[k] ?? 0) > LEAST)
  const [least, most] = [Math.max(1, Math.min(...kept)), Math.max(1, ...kept)]
  const range = least === most ? 'by' : 'from'
  return {
    key: `deals.distance.${who}.${range}`,
    values: {
      ...values,
      least,
      most,
      parties: parties.length,
      better: names.list(better.map(names.party))
    }
  }
}

/** Less than this is no gain a table would show. */
const LEAST = 0.05

/** How many of the efficient packages give every party what is asked. */
export function remainSaid(left: bigint, all: bigint, count: Names['count']): Said {
  const values = { left: count(String(left)), total: count(String(all)) }
  if (left === all) return { key: 'deals.remain.all', values }
  if (left === 0n) return { key: 'deals.remain.none', values }
  return { key: left === 1n ? 'deals.remain.one' : 'deals.remain.some', values }
}
