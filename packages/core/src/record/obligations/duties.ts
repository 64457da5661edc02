import { Calendar } from '../../calendar/calendar.ts'
import type { Deliverable } from '../../model/plan.ts'
import { asKnown } from '../as-known.ts'
import { msOf } from '../entry.ts'
import { proofOf, withdrawalsOf } from '../ground/index.ts'
import { knownEvents } from '../known-events.ts'
import type { UndertakingAccount } from '../meetings/index.ts'
import { undertakingsOf } from '../meetings/index.ts'
import type { RecordState } from '../state/record-state.ts'
import type { Duty } from './duty.ts'
import { dutyState } from './duty.ts'
import { openMessages } from './open-messages.ts'
import { datedOf, withdrawalDuties } from './withdrawal-duties.ts'

/**
 * Everything owed under a case and its record, as it was known at an instant (ms since 1970): what
 * has a date by that, then what waits for an event, then what has no date. Moments count from events
 * as they came about. Of messages only those are listed of which a clock still runs.
 */
export function dutiesOf(record: RecordState, now: number): readonly Duty[] {
  const state = asKnown(record, now)
  const { source } = state
  const calendar = new Calendar(source.process, knownEvents(state))
  const about = { calendar, now }
  return [
    ...inventories(state, about),
    ...withdrawalDuties(source, withdrawalsOf(state, { now }), about),
    ...[...source.process.deliverables.values()].map((one) => delivered(state, one, about)),
    ...undertakingsOf(state, now).map((one) => promised(state, one, now)),
    ...messageDuties(state, now)
  ].sort(byDate)
}

const byDate = (a: Duty, b: Duty): number =>
  (a.due ?? Number.MAX_VALUE) - (b.due ?? Number.MAX_VALUE) || (a.id < b.id ? -1 : 1)

interface About {
  readonly calendar: Calendar
  readonly now: number
}

/** Inventories, where the ceasefire dates them: of each party that goes back. */
function inventories(state: RecordState, { calendar, now }: About): readonly Duty[] {
  const { ceasefire, withdrawals } = state.source.process
  const by = ceasefire?.inventories?.by
  if (!by) return []
  const parties = [...new Set([...withdrawals.values()].flatMap((one) => [...one.baseline.keys()]))]
  return parties.sort().map((party) => {
    const own = state.of('holding.declared').filter(({ author }) => author.party === party)
    const seen = state
      .of('inspection.made')
      .filter(({ author, content }) => content.of === party && author.party !== party)
    const disputed = own.flatMap(({ id }) => state.dissentsAbout(id))
    const done = own.map(({ received }) => msOf(received))
    return {
      id: `inventory.${party}`,
      kind: 'inventory',
      of: 'inventory',
      party,
      ...dutyState(
        {
          verified: own.length > 0 && seen.some(({ content }) => content.outcome === 'as-declared'),
          disputed: disputed.length > 0,
          done: done.length > 0 ? Math.min(...done) : undefined,
          ...datedOf(calendar, by)
        },
        now
      ),
      entries: [...own, ...seen].map(({ id }) => id).sort(),
      against: disputed.map(({ id }) => id).sort()
    }
  })
}

function delivered(
  state: RecordState,
  { id, by, due }: Deliverable,
  { calendar, now }: About
): Duty {
  const of = `deliverable.${id}`
  const proof = proofOf(state, { of, party: by })
  const said = state.deeds.get(of)?.declared ?? []
  const times = said.map(({ content }) => msOf(content.at))
  const done = times.length > 0 ? Math.min(...times) : proof.since
  const contradicted = proof.against.length > 0
  return {
    id: of,
    kind: 'deliverable',
    of,
    party: by,
    ...dutyState(
      {
        verified: proof.state === 'verified',
        disputed: contradicted && (done !== undefined || proof.state === 'not-confirmed'),
        done,
        ...(due ? datedOf(calendar, due) : {})
      },
      now
    ),
    entries: [...new Set([...said.map((one) => one.id), ...proof.entries])].sort(),
    against: proof.against
  }
}

/** As the meetings' own account of promises has it; what nobody verified is as its giver says. */
function promised(
  state: RecordState,
  { given, due, declared, verified, state: stands, entries }: UndertakingAccount,
  now: number
): Duty {
  const of = `undertaking.${given.id}`
  const { against } = proofOf(state, { of, party: given.by })
  return {
    id: of,
    kind: 'undertaking',
    of,
    party: given.by,
    ...dutyState(
      {
        verified: stands === 'verified',
        disputed: stands === 'disputed' || stands === 'not-confirmed',
        done: declared ?? verified,
        due
      },
      now
    ),
    entries: [...entries].sort(),
    against
  }
}

/** Clocks of the hotline that run: to acknowledge, and to answer. */
function messageDuties(state: RecordState, now: number): readonly Duty[] {
  return openMessages(state, now).flatMap(({ message, status, ends }) =>
    status === 'test'
      ? []
      : ends.flatMap(({ party, clocks }) =>
          clocks
            .filter((one) => one.state === 'running' || one.state === 'overdue')
            .map(({ clock, deadline }): Duty => {
              const kind = clock === 'answer' ? 'answer' : 'acknowledgement'
              return {
                id: `message.${message.id}.${kind}.${party}`,
                kind,
                of: `message.${message.id}`,
                party,
                ...dutyState({ verified: false, disputed: false, due: deadline }, now),
                entries: message.sent ? [message.sent.id] : [],
                against: []
              }
            })
        )
  )
}
