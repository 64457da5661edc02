import type { LedgerEntry, Stance } from '../model/case.ts'
import type { Judgement } from '../model/judgement.ts'

/** Points that an entry of the ledger takes from a gain (factor below 0) or adds to it. */
export interface Charge {
  readonly judgement: Judgement
  readonly factor: number
}

/** What an entry does to the gain: what speaks for going on takes from it. */
export const chargeOf = ({ worth, toward }: LedgerEntry): Charge => ({
  judgement: worth,
  factor: toward === 'continue' ? -1 : 1
})

/** Entries that count against every package: they are part of the no-deal itself. */
export const chargesAlways = ({ noDeal }: Pick<Stance, 'noDeal'>): readonly Charge[] =>
  (noDeal?.ledger ?? []).filter(({ when }) => !when).map(chargeOf)

/**
 * Entries that count only against packages with this option on the issue. Each speaks of one issue,
 * so what a package gains stays a sum over its issues.
 */
export const chargesOn = (
  { noDeal }: Pick<Stance, 'noDeal'>,
  issue: string,
  option: string
): readonly Charge[] =>
  (noDeal?.ledger ?? [])
    .filter(({ when }) => when?.issue === issue && when.options.includes(option))
    .map(chargeOf)

/** The issues that some entry hangs on. */
export const issuesCharged = ({ noDeal }: Pick<Stance, 'noDeal'>): readonly string[] => [
  ...new Set((noDeal?.ledger ?? []).flatMap(({ when }) => when?.issue ?? []))
]
