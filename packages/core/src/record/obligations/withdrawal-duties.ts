import type { Calendar } from '../../calendar/calendar.ts'
import type { Case } from '../../model/case.ts'
import type { When } from '../../model/moment.ts'
import type { Withdrawal } from '../../model/withdrawals.ts'
import type { PartyStand, Said, SaidWord, WithdrawalStand } from '../ground/index.ts'
import type { Duty } from './duty.ts'
import { dutyState } from './duty.ts'

interface About {
  readonly calendar: Calendar
  readonly now: number
}

/** What each party owes under the withdrawals of a case: to begin, tranche by tranche, to end, to let inspect. */
export function withdrawalDuties(
  source: Case,
  stands: readonly WithdrawalStand[],
  about: About
): readonly Duty[] {
  return stands.flatMap((stand) => {
    const withdrawal = source.process.withdrawals.get(stand.id)
    if (!withdrawal) return []
    return stand.parties.flatMap((party) => [
      begun([withdrawal, party], about),
      ...trancheDuties([withdrawal, party], about),
      ended([withdrawal, party], about),
      ...stored([withdrawal, party], about)
    ])
  })
}

type Both = readonly [Withdrawal, PartyStand]

/** When a moment is, or which event it waits for. */
export function datedOf(
  calendar: Calendar,
  when: When,
  starts?: When
): { readonly due?: number; readonly waitsFor?: string } {
  const found = calendar.when(when, starts)
  return 'at' in found ? { due: found.at.seconds * 1000 } : { waitsFor: found.after }
}

function begun([{ id, starts }, { party, started, proof }]: Both, { calendar, now }: About): Duty {
  const done = started.own[0] ?? started.seen[0]
  return {
    id: `withdrawal.${id}.${party}`,
    kind: 'withdrawal',
    of: `withdrawal.${id}`,
    party,
    ...dutyState(
      {
        verified: started.seen.length > 0 || proof.state === 'verified',
        disputed: false,
        done: done?.at,
        ...datedOf(calendar, starts)
      },
      now
    ),
    entries: entriesOf(started),
    against: []
  }
}

function trancheDuties(
  [{ id, tranches, starts }, stand]: Both,
  { calendar, now }: About
): readonly Duty[] {
  const own = tranches.filter((one) => one.party === undefined || one.party === stand.party)
  return stand.tranches.map((tranche, at) => {
    const { by } = own[at] ?? { by: starts }
    const verified = tranche.state === 'verified'
    const { state, ...rest } = dutyState(
      { verified, disputed: false, ...datedOf(calendar, by, starts) },
      now
    )
    const { lateBy, ...dates } = rest
    return {
      id: `withdrawal.${id}.${stand.party}.tranche.${at + 1}`,
      kind: 'tranche' as const,
      of: `withdrawal.${id}`,
      party: stand.party,
      state: tranche.state === 'declared' ? ('declared' as const) : state,
      ...dates,
      ...(lateBy !== undefined && tranche.state === 'late' ? { lateBy } : {}),
      count: tranche.count,
      entries: tranche.entries,
      against: []
    }
  })
}

/** Without an end it is to be done at once. */
function ended(
  [{ id, starts, ends = starts }, { party, completed, proof, inspections }]: Both,
  { calendar, now }: About
): Duty {
  const first: SaidWord | undefined = completed.own[0] ?? completed.seen[0]
  return {
    id: `withdrawal.${id}.${party}.ends`,
    kind: 'completion',
    of: `withdrawal.${id}`,
    party,
    ...dutyState(
      {
        verified: proof.state === 'verified',
        disputed: proof.state === 'contested' || proof.state === 'not-confirmed',
        done: first?.at ?? proof.since,
        ...datedOf(calendar, ends, starts)
      },
      now
    ),
    entries: [...new Set([...entriesOf(completed), ...proof.entries])].sort(),
    against: [...new Set([...proof.against, ...inspections.wanting])].sort()
  }
}

/** The inspection of the running period, where the case says how often the store is inspected. */
function stored(
  [{ id, verifiedBy }, { party, inspections }]: Both,
  { now }: About
): readonly Duty[] {
  const { cadence, sites } = inspections
  if (!cadence) return []
  const missed = cadence.missed.at(-1)
  return [
    {
      id: `withdrawal.${id}.${party}.inspections`,
      kind: 'storage-inspection',
      of: `withdrawal.${id}`,
      party: verifiedBy.join(', '),
      ...dutyState({ verified: false, disputed: false, due: cadence.next }, now),
      ...(missed === undefined ? {} : { lateBy: now - missed }),
      entries: sites.map(({ entry }) => entry).sort(),
      against: inspections.wanting
    }
  ]
}

const entriesOf = ({ own, seen }: Said): readonly string[] =>
  [...own, ...seen].map(({ entry }) => entry).sort()
