import type { EntryOf, SeenEntry } from '../entry.ts'
import { isOf } from '../entry.ts'

/** What the record says of something owed: declared, verified, disputed. */
export interface Deed {
  /** Such as `withdrawal.heavy`, `deliverable.pull-back-2022` or `undertaking.clear-road`. */
  readonly of: string
  readonly declared: readonly EntryOf<'delivery.declared'>[]
  readonly verified: readonly EntryOf<'delivery.verified'>[]
  readonly disputed: readonly EntryOf<'delivery.disputed'>[]
}

/** What the standing entries about a deed come to. */
export function deedOf(of: string, valid: readonly SeenEntry[]): Deed {
  return {
    of,
    declared: valid.filter((entry) => isOf(entry, 'delivery.declared')),
    verified: valid.filter((entry) => isOf(entry, 'delivery.verified')),
    disputed: valid.filter((entry) => isOf(entry, 'delivery.disputed'))
  }
}
