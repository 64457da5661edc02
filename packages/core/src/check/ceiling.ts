import type { Redline } from '../model/case.ts'
import type { Judge } from '../worth/judge.ts'
import type { Offers } from '../worth/offers.ts'
import { endOf, stagesOf } from '../worth/offers.ts'
import type { Verdict } from '../worth/verdict.ts'
import { worse } from '../worth/verdict.ts'

/**
 * The best verdict of a draft while some way to fill it crosses a firm redline, or none is known that
 * keeps the rules.
 */
export const CAP: Verdict = 'contested'

/** The best verdict where nothing says how some body that must ratify would vote. */
export const UNASSESSED: Verdict = 'likely'

/**
 * What caps a draft: redlines that it may yet come to cross; that the search ended before it knew of
 * a way to fill it within the rules.
 */
export interface Caps {
  readonly cappedBy: readonly Redline[]
  readonly unfilled: boolean
}

/** Nothing caps a package that is whole. */
export const UNCAPPED: Caps = { cappedBy: [], unfilled: false }

/** What may cap a verdict besides: who has to ratify it. */
export interface Capped extends Caps {
  readonly offers: Offers
  readonly ratifying: readonly string[]
}

/** The best verdict open to a proposal, whatever its chance. */
export function ceilingOf(
  { offers, ratifying, cappedBy, unfilled }: Capped,
  judge: Judge
): Verdict {
  const end = endOf(stagesOf(offers))
  const mute = ratifying.some((party) => judge.ratifier.mute(judge.stance(party), end))
  return worse(mute ? UNASSESSED : 'robust', cappedBy.length > 0 || unfilled ? CAP : 'robust')
}
