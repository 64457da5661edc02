import type { Point } from '../worth/scalar.ts'
import type { Instead } from './figures.ts'
import { sequenceOf } from './figures.ts'
import type { Path } from './path.ts'
import type { Sequence } from './sequence.ts'
import { enforcesItself, valued } from './sequence.ts'

/** One thing read otherwise, all else the same. */
export type Otherwise =
  | { readonly kind: 'unseen' | 'seen' | 'no-penalty' | 'no-bond' | 'ground-back' }
  | { readonly kind: 'discount'; readonly party: string; readonly discount: number }

/** What the same order comes to then. */
export interface ReadOtherwise {
  readonly reading: Otherwise
  readonly least: number
  readonly enforcing: boolean
}

/**
 * An order under choices that a sensible colleague might make otherwise: breaches never or always
 * noticed, guarantees and bonds worth nothing, ground given back in a breakdown, and each party's
 * count of the next period at either end of its range. What changes nothing is left out.
 */
export function readOtherwise(
  path: Path,
  point: Point,
  order: readonly number[]
): readonly ReadOtherwise[] {
  const as = sequenceOf(path, point)
  const { least: asRead } = valued(as, order)
  const { plan } = path.source.process
  const discounts = as.parties.flatMap((party) => {
    const { low, high } = plan?.discount.get(party)?.range ?? { low: 0, high: 0 }
    return low === high ? [] : [low, high].map((discount) => ({ party, discount }))
  })
  const read = (reading: Otherwise, sequence: Sequence): readonly ReadOtherwise[] => {
    const found = valued(sequence, order)
    return found.least === asRead
      ? []
      : [{ reading, least: found.least, enforcing: enforcesItself(found) }]
  }
  const with_ = (instead: Instead): Sequence => sequenceOf(path, point, instead)
  return [
    ...read({ kind: 'unseen' }, eachCaught(as, 0)),
    ...read({ kind: 'seen' }, eachCaught(as, 1)),
    ...read({ kind: 'no-penalty' }, withoutPenalty(as)),
    ...read({ kind: 'no-bond' }, { ...as, bond: as.bond.map(() => 0) }),
    ...read({ kind: 'ground-back' }, with_({ ground: 'given-back' })),
    ...discounts.flatMap(({ party, discount }) =>
      read({ kind: 'discount', party, discount }, with_({ discount: new Map([[party, discount]]) }))
    )
  ]
}

/** Who does not do its part is noticed so surely; who owes nothing walks away openly as before. */
const eachCaught = (sequence: Sequence, chance: number): Sequence => ({
  ...sequence,
  steps: sequence.steps.map((step) => ({
    ...step,
    caught: step.caught.map((q, i) => (step.owes[i] ? chance : q))
  }))
})

const withoutPenalty = (sequence: Sequence): Sequence => ({
  ...sequence,
  steps: sequence.steps.map((step) => ({ ...step, penalty: step.penalty.map(() => 0) }))
})
