import { Calendar } from '../../calendar/calendar.ts'
import type { Withdrawal } from '../../model/withdrawals.ts'
import { asKnown } from '../as-known.ts'
import type { EntryOf } from '../entry.ts'
import { msOf } from '../entry.ts'
import { knownEvents } from '../known-events.ts'
import type { RecordState } from '../state/record-state.ts'
import type { Inventory, TrancheStand } from './counted-back.ts'
import { inventoryOf, tranchesAt } from './counted-back.ts'
import type { InspectionsStand } from './inspections.ts'
import { inspectionsOf } from './inspections.ts'
import type { Proof } from './proof.ts'
import { proofOf } from './proof.ts'
import type { SaidWord, StartVerdict } from './starts.ts'
import { START_TOLERANCE, startVerdict } from './starts.ts'

/** A withdrawal at an instant, as the record has it. Instants in ms since 1970. */
export interface WithdrawalStand {
  readonly id: string
  readonly synchronised: boolean
  /** The agreed instants; left out where they count from what has not come. */
  readonly starts?: number
  readonly ends?: number
  /** Starts against the agreed instant, by each party's own word and by that of others. */
  readonly start: {
    readonly tolerance: number
    readonly own: StartVerdict
    readonly seen: StartVerdict
  }
  readonly parties: readonly PartyStand[]
  /** Confirmed for every party by somebody else, and contested for none. */
  readonly verified: boolean
  /** Entries that speak against it: disputes, dissents, what was not confirmed or found missing. */
  readonly against: readonly string[]
}

/** How far one party has gone back. */
export interface PartyStand {
  readonly party: string
  readonly inventory?: Inventory
  readonly started: Said
  readonly completed: Said
  readonly tranches: readonly TrancheStand[]
  readonly proof: Proof
  readonly inspections: InspectionsStand
}

/** What a party says itself, and what others say of it. */
export interface Said {
  readonly own: readonly SaidWord[]
  readonly seen: readonly SaidWord[]
}

/** What is asked beside the record: now, and how close to the agreed instant a start has to be. */
export interface WithdrawalsAsked {
  readonly now: number
  /** Seconds. */
  readonly tolerance?: number
}

/** Every withdrawal of the case as the record knew it at an instant, by id. */
export function withdrawalsOf(
  record: RecordState,
  { now, tolerance = START_TOLERANCE }: WithdrawalsAsked
): readonly WithdrawalStand[] {
  const state = asKnown(record, now)
  const calendar = new Calendar(state.source.process, knownEvents(state))
  const about: About = { state, calendar, now, tolerance }
  return [...state.source.process.withdrawals.values()]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((one) => standOf(one, about))
}

interface About {
  readonly state: RecordState
  readonly calendar: Calendar
  readonly now: number
  readonly tolerance: number
}

function standOf(withdrawal: Withdrawal, about: About): WithdrawalStand {
  const { calendar, state, now, tolerance } = about
  const starts = msIn(calendar.when(withdrawal.starts))
  const ends = withdrawal.ends && msIn(calendar.when(withdrawal.ends, withdrawal.starts))
  const parties = [...withdrawal.baseline.keys()]
    .sort()
    .map((party) => partyStand(withdrawal, party, about))
  const judged = (which: keyof Said): StartVerdict =>
    startVerdict(
      parties.map(({ started }) => started[which]),
      { ...(starts === undefined ? {} : { at: starts }), tolerance, now }
    )
  return {
    id: withdrawal.id,
    synchronised: withdrawal.synchronised === true,
    ...(starts === undefined ? {} : { starts }),
    ...(ends === undefined ? {} : { ends }),
    start: { tolerance, own: judged('own'), seen: judged('seen') },
    parties,
    verified: parties.length > 0 && parties.every(({ proof }) => proof.state === 'verified'),
    against: againstOf(state, parties)
  }
}

const msIn = (when: ReturnType<Calendar['when']>): number | undefined =>
  'at' in when ? when.at.seconds * 1000 : undefined

function partyStand(withdrawal: Withdrawal, party: string, about: About): PartyStand {
  const { state, calendar, now } = about
  const started = saidOf(state.of('withdrawal.started'), withdrawal.id, party)
  const gone = saidOf(state.of('withdrawal.completed'), withdrawal.id, party)
  const whole = wholeOf(withdrawal, party)
  const inventory = inventoryOf(state, withdrawal, party)
  // An entry that counts less than is to go back says how far it has come, not that it is done.
  const isDone = ({ count = whole }: SaidWord): boolean => count >= whole
  const inspections = state
    .of('inspection.made')
    .filter(({ content }) => content.withdrawal === withdrawal.id && content.of === party)
  return {
    party,
    ...(inventory ? { inventory } : {}),
    started,
    completed: { own: gone.own.filter(isDone), seen: gone.seen.filter(isDone) },
    tranches: tranchesAt({
      withdrawal,
      calendar,
      party,
      words: [...gone.own, ...gone.seen],
      inspections,
      now
    }),
    proof: proofOf(state, { of: `withdrawal.${withdrawal.id}`, party }),
    inspections: inspectionsOf(inspections, { withdrawal, calendar, now })
  }
}

/** How many of a party go back by the last of its tranches; any number where there are none. */
const wholeOf = ({ tranches }: Withdrawal, party: string): number =>
  Math.max(
    0,
    ...tranches
      .filter((one) => one.party === undefined || one.party === party)
      .map(({ count }) => count)
  )

function saidOf(
  entries: readonly EntryOf<'withdrawal.started' | 'withdrawal.completed'>[],
  id: string,
  party: string
): Said {
  const words = entries
    .filter(({ content }) => content.withdrawal === id && content.party === party)
    .map(
      (entry): SaidWord => ({
        by: entry.author.party,
        at: msOf(entry.content.at),
        entry: entry.id,
        ...('count' in entry.content && entry.content.count !== undefined
          ? { count: entry.content.count }
          : {})
      })
    )
    .sort((a, b) => a.at - b.at || (a.entry < b.entry ? -1 : 1))
  return {
    own: words.filter(({ by }) => by === party),
    seen: words.filter(({ by }) => by !== party)
  }
}

function againstOf(state: RecordState, parties: readonly PartyStand[]): readonly string[] {
  const found = parties.flatMap(({ proof, started, completed, inventory, inspections }) => [
    ...proof.against,
    ...inspections.wanting,
    ...[
      ...[started, completed].flatMap(({ own, seen }) => [...own, ...seen].map((one) => one.entry)),
      ...(inventory?.entries ?? [])
    ].flatMap((id) => state.dissentsAbout(id).map((one) => one.id))
  ])
  return [...new Set(found)].sort()
}
