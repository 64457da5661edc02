import type { CaseVersion, CaseVersionText } from '@truce/core'

/** Where a case is: listed, set aside, or known by its versions alone. */
export type CasePlace = 'listed' | 'removed' | 'gone'

/** A case of an archive, without its versions. */
export interface ArchivedCase {
  readonly id: string
  readonly shippedFrom: string | null
  readonly place: CasePlace
}

/** All that a store of cases has, to be moved into another. */
export interface CaseArchive {
  /** Every case that was ever known, in the order of the ids. */
  readonly cases: () => Promise<readonly ArchivedCase[]>
  readonly versions: (id: string) => Promise<readonly CaseVersion[]>
  readonly text: (id: string, version: number) => Promise<CaseVersionText>
  /** Makes a case known, and listed nowhere yet. */
  readonly know: (known: ArchivedCase) => Promise<void>
  /** Keeps a version as it is, number and hour included. */
  readonly add: (id: string, version: CaseVersionText) => Promise<void>
  /** Puts a case whose versions are all here where it belongs. */
  readonly settle: (settled: ArchivedCase) => Promise<void>
}
