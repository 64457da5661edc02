import { textIn } from '../../model/package.ts'
import type {
  Duty,
  GateStand,
  GateTestStand,
  PartyStand,
  Proof,
  RatingMatrix,
  RecordState,
  RecordStatus,
  Said,
  WithdrawalStand
} from '../../record/index.ts'
import { documentHead } from '../check-json.ts'
import type { DutiesTold } from './record-duties-report.ts'
import type {
  RecordDutiesDocument,
  RecordGatesDocument,
  RecordGroundDocument,
  RecordStatusDocument
} from './record-state-shapes.ts'

const utc = (ms: number): string => new Date(ms).toISOString()

/** Instants of a thing under their names, as text; those that it lacks left out. */
const dated = <K extends string>(
  times: Readonly<Record<K, number | undefined>>
): {
  readonly [key in K]?: string
} =>
  Object.fromEntries(
    Object.entries<number | undefined>(times).flatMap(([key, ms]) =>
      ms === undefined ? [] : [[key, utc(ms)]]
    )
  ) as { readonly [key in K]?: string }

const headOf = <C extends string>(command: C, { source }: RecordState, now: number) => ({
  ...documentHead(command),
  findings: [],
  case: { title: textIn(source.title) },
  at: utc(now)
})

/** The document of `record gates --format json`. */
export const recordGatesJson = (
  state: RecordState,
  gates: readonly GateStand[],
  now: number
): RecordGatesDocument => ({ ...headOf('record gates', state, now), gates: gates.map(gateJson) })

/** The document of `record obligations --format json`. */
export const recordDutiesJson = (
  state: RecordState,
  { duties, months, now }: DutiesTold
): RecordDutiesDocument => ({
  ...headOf('record obligations', state, now),
  duties: duties.map(dutyJson),
  matrices: months.map(matrixJson)
})

/** The document of `record withdrawals --format json`. */
export const recordGroundJson = (
  state: RecordState,
  stands: readonly WithdrawalStand[],
  now: number
): RecordGroundDocument => ({
  ...headOf('record withdrawals', state, now),
  withdrawals: stands.map(withdrawalJson)
})

/** The document of `record status --format json`. */
export function recordStatusJson(state: RecordState, status: RecordStatus): RecordStatusDocument {
  const { zone, day, entries, until, incidents, yesterday, today } = status
  return {
    ...headOf('record status', state, status.now),
    zone,
    day,
    entries,
    until,
    alarms: status.alarms.map(dutyJson),
    dueToday: status.dueToday.map(dutyJson),
    late: status.late.map(dutyJson),
    incidents,
    violations: { yesterday, today },
    gates: status.gates.map(gateJson),
    withdrawals: status.withdrawals.map(withdrawalJson),
    meetings: status.meetings.map(({ meeting, share: { due, held, doubtful }, last }) => ({
      meeting,
      due,
      held,
      doubtful,
      ...(last ? { last: { due: utc(last.due), state: last.state } } : {})
    })),
    crossings: status.crossings.map((one) => ({ ...one, terms: Object.fromEntries(one.terms) })),
    unwatched: status.unwatched
  }
}

const proofJson = ({ party, state, since, entries, against }: Proof) => ({
  party,
  state,
  ...dated({ since }),
  entries,
  against
})

function testJson(test: GateTestStand): RecordGatesDocument['gates'][number]['tests'][number] {
  const { kind, answer, way, since, earliest, entries } = test
  return {
    kind,
    answer,
    ...(way === undefined ? {} : { way }),
    ...dated({ since, earliest }),
    entries,
    ...particulars(test)
  }
}

function particulars(test: GateTestStand) {
  switch (test.kind) {
    case 'quiet': {
      const { atMost, forDays, run, days } = test
      return { atMost, forDays, run, days }
    }
    case 'verified':
      return { of: test.of, proofs: test.proofs.map(proofJson) }
    case 'meetings': {
      const { meeting, heldAtLeast, due, held, doubtful, shown } = test
      return { of: meeting, heldAtLeast, due, held, doubtful, shown }
    }
    case 'gate':
      return { of: test.gate }
  }
}

const gateJson = ({
  since,
  earliest,
  tests,
  decisions,
  ...gate
}: GateStand): RecordGatesDocument['gates'][number] => ({
  ...gate,
  ...dated({ since, earliest }),
  tests: tests.map(testJson),
  decisions: decisions.map((one) => ({ ...one, at: utc(one.at) }))
})

const dutyJson = ({
  due,
  done,
  lateBy,
  ...duty
}: Duty): RecordDutiesDocument['duties'][number] => ({
  ...duty,
  ...dated({ due, done }),
  ...(lateBy === undefined ? {} : { lateBySeconds: lateBy / 1000 })
})

const matrixJson = ({
  at,
  rows,
  mean
}: RatingMatrix): RecordDutiesDocument['matrices'][number] => ({
  at: utc(at),
  ...(mean === undefined ? {} : { mean }),
  rows: rows.map(({ due, ...row }) => ({ ...row, ...dated({ due }) }))
})

const wordsJson = ({ own, seen }: Said) => ({
  own: own.map((one) => ({ ...one, at: utc(one.at) })),
  seen: seen.map((one) => ({ ...one, at: utc(one.at) }))
})

const partyJson = ({
  party,
  inventory,
  started,
  completed,
  tranches,
  proof,
  inspections: { sites, cadence }
}: PartyStand): RecordGroundDocument['withdrawals'][number]['parties'][number] => ({
  party,
  ...(inventory ? { inventory: { ...inventory, asOf: utc(inventory.asOf) } } : {}),
  started: wordsJson(started),
  completed: wordsJson(completed),
  tranches: tranches.map(({ due, ...one }) => ({ ...one, ...dated({ due }) })),
  proof: proofJson(proof),
  sites: sites.map(({ at, missingSince, ...one }) => ({
    ...one,
    at: utc(at),
    ...dated({ missingSince })
  })),
  ...(cadence
    ? { cadence: { ...cadence, missed: cadence.missed.map(utc), next: utc(cadence.next) } }
    : {})
})

const withdrawalJson = ({
  starts,
  ends,
  start: { tolerance, own, seen },
  parties,
  ...stand
}: WithdrawalStand): RecordGroundDocument['withdrawals'][number] => ({
  ...stand,
  ...dated({ starts, ends }),
  start: { toleranceSeconds: tolerance, own, seen },
  parties: parties.map(partyJson)
})
