import { coalescedApart } from './graph-coalesced-apart.ts'
import { noFeasibleState } from './graph-no-feasible-state.ts'
import { noPreference } from './graph-no-preference.ts'
import { nothingToDerive } from './graph-nothing-to-derive.ts'
import { rankingMisses } from './graph-ranking-misses.ts'
import { rankingRepeats } from './graph-ranking-repeats.ts'
import { rankingUnknown } from './graph-ranking-unknown.ts'
import type { GraphRule } from './graph-rule.ts'
import { stateMatchesNone } from './graph-state-matches-none.ts'
import { stateMatchesSeveral } from './graph-state-matches-several.ts'
import { statusQuoInfeasible } from './graph-status-quo.ts'
import { tooManyStates } from './graph-too-many-states.ts'
import { unknownNode } from './graph-unknown-node.ts'

/** What can be wrong with a graph as such, in the order of the codes. */
export const graphRules: readonly GraphRule[] = [
  noFeasibleState,
  tooManyStates,
  statusQuoInfeasible,
  rankingMisses,
  rankingRepeats,
  rankingUnknown,
  stateMatchesNone,
  stateMatchesSeveral,
  coalescedApart,
  unknownNode,
  noPreference,
  nothingToDerive
]
