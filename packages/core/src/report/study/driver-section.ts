import type { AlternativeStudy, Drivers, Ends, Index, InputName } from '../../study/index.ts'
import { FEW } from '../../study/index.ts'

/**
 * An input of an output with all that was measured: its indices (null for an output that does not
 * vary) and the ends.
 */
export interface Driver extends InputName, Ends {
  readonly index: Index | null
}

/** The drivers of a proposal's joint chance; none where its inputs were not ranked. */
export const jointDrivers = ({ drivers }: AlternativeStudy): readonly Driver[] => {
  const joint = drivers?.find(({ output }) => output === 'joint')
  return joint ? driversIn(joint) : []
}

/**
 * Indices and ends of each input side by side: by total index, then by how far the ends lie apart.
 */
export function driversIn({ indices, tornado }: Drivers): readonly Driver[] {
  const byKey = new Map(indices.map((index) => [index.key, index]))
  return tornado
    .map((ends) => {
      const found = byKey.get(ends.key)
      if (!found) return { ...ends, index: null }
      const { first, total, rests } = found
      return { ...ends, index: { first, total, rests } }
    })
    .sort((a, b) => (b.index?.total.value ?? 0) - (a.index?.total.value ?? 0))
}

/** How far an input moves the chance from end to end. */
export const width = ({ low, high }: Ends): number => Math.abs(high.p - low.p)

/** Below this chance, or as near to 1, too few draws differ to tell shares of variance. */
const RARE = 0.01
/** A share of variance, or a move of the chance, below this is not worth a line. */
const LITTLE = { share: 0.02, move: 0.01 }

/**
 * The inputs worth checking, best first: by their total index where it can be told from nothing; by
 * their ends where the chance hardly varies.
 */
export function worthChecking(alternative: AlternativeStudy): readonly Driver[] {
  const drivers = jointDrivers(alternative)
  if (isRare(alternative))
    return drivers.filter((one) => width(one) >= LITTLE.move).sort((a, b) => width(b) - width(a))
  return drivers.filter(
    ({ index }) =>
      index && index.rests >= FEW && index.total.low > 0 && index.total.value >= LITTLE.share
  )
}

/**
 * Inputs that would be worth a line, were it not that they changed the chance in too few draws to
 * tell a share.
 */
export function seldomTelling(alternative: AlternativeStudy): readonly Driver[] {
  if (isRare(alternative)) return []
  return jointDrivers(alternative).filter(
    ({ index }) => index && index.rests < FEW && index.total.value >= LITTLE.share
  )
}

function isRare({ accepted }: AlternativeStudy): boolean {
  const p = accepted?.p ?? 0
  return p < RARE || p > 1 - RARE
}
