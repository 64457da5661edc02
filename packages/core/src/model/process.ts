import type { Ceasefire } from './ceasefire.ts'
import type { Act } from './conduct.ts'
import type { Escalation } from './escalation.ts'
import type { Gate } from './gates.ts'
import type { Line } from './lines.ts'
import type { Channel, Meeting } from './meetings.ts'
import type { Guarantee, Overture } from './overtures.ts'
import type { Deliverable, Plan } from './plan.ts'
import type { Track } from './tracks.ts'
import type { Withdrawal } from './withdrawals.ts'

export type * from './ceasefire.ts'
export type * from './conduct.ts'
export type * from './escalation.ts'
export type * from './gates.ts'
export type * from './lines.ts'
export type * from './meetings.ts'
export type * from './moment.ts'
export type * from './overtures.ts'
export type * from './plan.ts'
export type * from './tracks.ts'
export type * from './withdrawals.ts'

/**
 * What a case says about reaching and keeping a settlement. Read and checked here; analysed by
 * strategy, plan and record. What has an id is found by it; maps keep the order of the text.
 */
export interface Process {
  readonly escalation?: Escalation
  readonly conduct: readonly Act[]
  readonly overtures: ReadonlyMap<string, Overture>
  readonly guarantees: readonly Guarantee[]
  readonly tracks: ReadonlyMap<string, Track>
  readonly lines: ReadonlyMap<string, Line>
  readonly ceasefire?: Ceasefire
  readonly withdrawals: ReadonlyMap<string, Withdrawal>
  readonly meetings: ReadonlyMap<string, Meeting>
  readonly channels: ReadonlyMap<string, Channel>
  readonly deliverables: ReadonlyMap<string, Deliverable>
  readonly plan?: Plan
  readonly gates: ReadonlyMap<string, Gate>
}
