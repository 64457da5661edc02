import { CUTS, NOISE } from './conventions.ts'
import type { Estimate } from './estimate.ts'

/**
 * How likely acceptance is, in words. The cuts are `CUTS`.
 */
export type Verdict = 'dead-on-arrival' | 'unlikely' | 'contested' | 'likely' | 'robust'

/** From worst to best. */
export const VERDICTS: readonly Verdict[] = [
  'dead-on-arrival',
  'unlikely',
  'contested',
  'likely',
  'robust'
]

/**
 * A party's verdict: dead over a firm redline, or because it would hardly ever accept; else by p.
 */
export function partyVerdict(p: number, crossesFirmRedline: boolean): Verdict {
  return crossesFirmRedline || p <= CUTS.dead ? 'dead-on-arrival' : byChance(p)
}

/**
 * A proposal's verdict: dead when it is dead for a required party; a joint p at or below the cut
 * alone makes it unlikely.
 */
export function proposalVerdict(p: number, parties: readonly Verdict[]): Verdict {
  return parties.includes('dead-on-arrival') ? 'dead-on-arrival' : byChance(p)
}

function byChance(p: number): Verdict {
  if (p < CUTS.contested) return 'unlikely'
  if (p < CUTS.likely) return 'contested'
  return p < CUTS.robust ? 'likely' : 'robust'
}

/** The lesser of two verdicts. */
export function worse(a: Verdict, b: Verdict): Verdict {
  return VERDICTS.indexOf(a) < VERDICTS.indexOf(b) ? a : b
}

/** Whether verdict `a` is worse than `b`. */
export function isWorse(a: Verdict, b: Verdict): boolean {
  return VERDICTS.indexOf(a) < VERDICTS.indexOf(b)
}

/** Where a party's chance turns its verdict. */
const OF_PARTY = [CUTS.dead, CUTS.contested, CUTS.likely, CUTS.robust]

/** Where the joint chance does: a low one alone kills no proposal. */
const OF_PROPOSAL = [CUTS.contested, CUTS.likely, CUTS.robust]

/**
 * Whether p lies within two standard errors of one of its cuts, so that more draws or another seed
 * could turn the verdict.
 */
export function onTheLine({ p, standardError }: Estimate, whose: 'party' | 'proposal'): boolean {
  return (whose === 'party' ? OF_PARTY : OF_PROPOSAL).some(
    (cut) => Math.abs(p - cut) <= NOISE * standardError && standardError > 0
  )
}
