import type { Redline } from '../model/case.ts'
import type { Judge } from '../worth/judge.ts'
import type { Offers } from '../worth/offers.ts'
import { endOf, stagesOf } from '../worth/offers.ts'
import type { Verdict } from '../worth/verdict.ts'
import { worse } from '../worth/verdict.ts'

/** The best verdict of a draft while some way to fill it crosses a firm redline. */
export const CAP: Verdict = 'contested'

/** The best verdict where nothing says how some body that must ratify would vote. */
export const UNASSESSED: Verdict = 'likely'

/** What may cap a verdict: who has to ratify, and redlines that a draft may yet come to cross. */
export interface Capped {
  readonly offers: Offers
  readonly ratifying: readonly string[]
  readonly cappedBy: readonly Redline[]
}

/** The best verdict open to a proposal, whatever its chance. */
export function ceilingOf({ offers, ratifying, cappedBy }: Capped, judge: Judge): Verdict {
  const end = endOf(stagesOf(offers))
  const mute = ratifying.some((party) => judge.ratifier.mute(judge.stance(party), end))
  return worse(mute ? UNASSESSED : 'robust', cappedBy.length > 0 ? CAP : 'robust')
}
