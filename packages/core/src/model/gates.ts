import type { Evidence, Text } from './judgement.ts'

/**
 * Something opens when its tests hold on the verified record: all of `when` itself, all of `all`,
 * and one of `any` where there are some.
 */
export interface Gate extends Evidence {
  readonly id: string
  readonly title?: Text
  readonly opens?: Opening
  readonly when: GateTests
  readonly decidedBy: readonly string[]
  readonly evidenceNotOnlyFrom: readonly string[]
  readonly at: string
}

/** What a gate opens, such as `track.six-power`. */
export type Opening = `${'track' | 'deliverable' | 'withdrawal' | 'gate'}.${string}`

/** A gate's own tests, with what stands under `all` and `any`. */
export interface GateTests extends GateTest {
  readonly all: readonly GateTest[]
  readonly any: readonly GateTest[]
}

/**
 * Tests over the verified record; all that are given must hold. `verified` names withdrawals and
 * deliverables; `heldAtLeast` is a share of the meetings due (0..1).
 */
export interface GateTest {
  readonly violationsPerDay?: { readonly atMost: number; readonly forDays: number }
  readonly verified: readonly string[]
  readonly meetings?: { readonly id: string; readonly heldAtLeast: number }
  readonly gate?: string
  readonly at: string
}
