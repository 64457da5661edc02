import { msOf } from '../entry.ts'
import type { Verification } from '../record-lists.ts'
import type { RecordState, Undertaking } from '../state/record-state.ts'

/** How a promise made at a meeting stands; `disputed`: somebody does not agree that it is done. */
export const UNDERTAKING_STATES = [
  'open',
  'late',
  'declared',
  'disputed',
  'not-confirmed',
  'verified'
] as const
/** One of `UNDERTAKING_STATES`. */
export type UndertakingState = (typeof UNDERTAKING_STATES)[number]

/** A promise made at a meeting and what has become of it. Instants in ms since 1970. */
export interface UndertakingAccount extends Undertaking {
  readonly state: UndertakingState
  readonly due?: number
  /** When whoever gave it says that it was done. */
  readonly declared?: number
  /** When it was confirmed. */
  readonly verified?: number
  readonly outcome?: Verification
  /** How long after its day it was said to be done, or how long that has been so far (ms). */
  readonly lateBy?: number
  /** The entries that decide how it stands. */
  readonly entries: readonly string[]
}

/** Promises made at meetings, by the day they are due; those without one at the end. */
export const undertakingsOf = (
  state: RecordState,
  now: number,
  meeting?: string
): readonly UndertakingAccount[] =>
  [...state.undertakings.values()]
    .filter(({ entry }) => meeting === undefined || entry.content.meeting === meeting)
    .map((one) => accountOfPromise(state, one, now))
    .sort(
      (a, b) =>
        (a.due ?? Number.MAX_VALUE) - (b.due ?? Number.MAX_VALUE) ||
        (a.given.id < b.given.id ? -1 : 1)
    )

function accountOfPromise(
  { deeds }: RecordState,
  { given, entry }: Undertaking,
  now: number
): UndertakingAccount {
  const deed = deeds.get(`undertaking.${given.id}`)
  const declared = earliest((deed?.declared ?? []).map(({ content }) => msOf(content.at)))
  const last = deed?.verified.at(-1)
  const confirmed = (deed?.verified ?? []).filter(({ content }) => content.outcome === 'confirmed')
  const verified = earliest(confirmed.map(({ content }) => msOf(content.at)))
  const disputed = (deed?.disputed ?? []).some(({ number }) => number > (last?.number ?? -1))
  const due = given.due === undefined ? undefined : msOf(given.due)
  const done = declared ?? verified ?? now
  const outcome = last?.content.outcome
  return {
    given,
    entry,
    state: stateOf({ outcome, disputed, declared, late: due !== undefined && now > due }),
    ...(due === undefined ? {} : { due }),
    ...(declared === undefined ? {} : { declared }),
    ...(verified === undefined ? {} : { verified }),
    ...(outcome === undefined ? {} : { outcome }),
    ...(due !== undefined && done > due ? { lateBy: done - due } : {}),
    entries: [
      entry.id,
      ...[...(deed?.declared ?? []), ...(deed?.verified ?? []), ...(deed?.disputed ?? [])].map(
        ({ id }) => id
      )
    ]
  }
}

const earliest = (instants: readonly number[]): number | undefined =>
  instants.length === 0 ? undefined : Math.min(...instants)

function stateOf(found: {
  readonly outcome: Verification | undefined
  readonly disputed: boolean
  readonly declared: number | undefined
  readonly late: boolean
}): UndertakingState {
  if (found.disputed) return 'disputed'
  if (found.outcome === 'confirmed') return 'verified'
  if (found.outcome !== undefined) return 'not-confirmed'
  if (found.declared !== undefined) return 'declared'
  return found.late ? 'late' : 'open'
}
