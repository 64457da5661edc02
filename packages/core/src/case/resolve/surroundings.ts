import type { Issue, Source } from '../../model/case.ts'
import type { Evidence, Judgement } from '../../model/judgement.ts'
import { chancesOff } from '../rules/value.ts'
import type { Context } from './context.ts'
import { keyAt } from './context.ts'

/** What the stances of a case refer to. */
export interface Surroundings {
  readonly issues: readonly Issue[]
  readonly sources: ReadonlyMap<string, Source>
  readonly context: Context
  readonly asOf: string
}

/** One stance among them: whose it is, where it stands, and what all of it inherits. */
export interface StancePlace extends Surroundings {
  readonly party: string
  readonly at: string
  /** What `defaults:` says for the whole stance. */
  readonly inherited: Evidence
}

/** Exclusive chances that are all there is must be able to add up to 1. */
export function checkChances(
  chances: readonly Judgement[],
  { at, of }: { readonly at: string; readonly of: string },
  context: Context
): void {
  const low = chances.reduce((sum, p) => sum + p.range.low, 0)
  const high = chances.reduce((sum, p) => sum + p.range.high, 0)
  if ((low > 1 + 1e-9 || high < 1 - 1e-9) && !context.broken.has(at))
    context.report(chancesOff, keyAt(context, at), { of, low: round(low), high: round(high) })
}

const round = (value: number): number => Math.round(value * 1000) / 1000
