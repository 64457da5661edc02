import type { Reckoned } from '../calendar/reckoned.ts'
import { lineOf, secondsIn } from '../calendar/reckoned.ts'
import type { Process } from '../model/process.ts'
import type { Withdrawal } from '../model/withdrawals.ts'
import { dayAt, localAt, slipOf } from '../time/counted.ts'
import type { ConflictKind, TimeConflict } from './conflict.ts'
import { endsIn } from './end-conflicts.ts'
import type { Obligation } from './obligation.ts'
import type { PartyClock, StandingDate } from './standing.ts'

/** What conflicts are looked for in. */
export interface Examined {
  readonly process: Process
  readonly obligations: readonly Obligation[]
  readonly standing: readonly StandingDate[]
  readonly clocks: readonly PartyClock[]
}

/** Everything in a timetable that cannot be kept or is not clear; what is impossible first. */
export function conflictsIn(examined: Examined): readonly TimeConflict[] {
  const byId = new Map(examined.obligations.map((one) => [one.id, one]))
  const found = [
    ...outOfOrder(examined.obligations, byId),
    ...beforeSignature(examined.obligations, byId),
    ...notSynchronised(examined, byId),
    ...notTogether(examined, byId),
    ...withoutCompletion(examined, byId),
    ...slips(examined.obligations, byId),
    ...endsIn(examined.obligations),
    ...withoutZone(examined)
  ]
  return found.sort(
    (a, b) =>
      compare(a.severity, b.severity) ||
      compare(a.kind, b.kind) ||
      compare(a.of.join(), b.of.join())
  )
}

type ById = ReadonlyMap<string, Obligation>

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const comparable = (a: Reckoned, b: Reckoned): boolean => lineOf(a) === lineOf(b)

/** One obligation against another, told by where both stand. */
const between = (
  kind: ConflictKind,
  severity: TimeConflict['severity'],
  [one, other]: readonly [Obligation, Obligation]
): TimeConflict => ({
  kind,
  severity,
  of: [one.id, other.id],
  at: [one.at, other.at],
  facts: { early: secondsIn(other.when) - secondsIn(one.when) }
})

/** What it is called where something is dated before what it must follow, and how bad that is. */
function misplaced(
  one: Obligation,
  other: Obligation
): readonly [ConflictKind, TimeConflict['severity']] | undefined {
  switch (other.kind) {
    case 'ceasefire':
      return ['before-ceasefire', 'impossible']
    case 'withdrawal':
      return ['ends-before-start', 'impossible']
    case 'gate':
      return ['before-gate', 'impossible']
    case 'orders':
      return [one.kind === 'orders' ? 'before-lead' : 'before-orders', 'impossible']
    case 'inventory':
      return ['before-declared', 'impossible']
    case 'tranche':
      return ['before-tranche', 'impossible']
    // it may be settled before the last day for that
    case 'date-settled':
      return ['before-settled', 'unclear']
    default:
      return undefined
  }
}

/** What waits for something and is dated before it. */
function outOfOrder(obligations: readonly Obligation[], byId: ById): readonly TimeConflict[] {
  return obligations.flatMap((one) =>
    one.waits.flatMap(({ of, how }) => {
      const other = byId.get(of)
      if (how !== 'after' || !other || !comparable(one.when, other.when)) return []
      if (secondsIn(one.when) >= secondsIn(other.when)) return []
      const found = misplaced(one, other)
      return found ? [between(...found, [one, other])] : []
    })
  )
}

function beforeSignature(obligations: readonly Obligation[], byId: ById): readonly TimeConflict[] {
  const signed = byId.get('signature')
  if (!signed) return []
  return obligations
    .filter(
      ({ kind, when }) =>
        kind !== 'signature' &&
        kind !== 'step' &&
        'at' in when &&
        secondsIn(when) < secondsIn(signed.when)
    )
    .map((one) => between('before-signature', 'impossible', [one, signed]))
}

/**
 * Synchronised starts or completions of one class of weapons at different instants; and one instant
 * that is not one day on everybody's clock.
 */
function notSynchronised({ process, clocks }: Examined, byId: ById): readonly TimeConflict[] {
  const all = [...process.withdrawals.values()].sort((a, b) => compare(a.id, b.id))
  const starts = all.filter(({ synchronised }) => synchronised)
  const ends = all.filter(({ completion }) => completion === 'synchronised')
  const momentOf = ({ id }: Withdrawal, end: string): Obligation | undefined =>
    byId.get(`withdrawal.${id}${end}`)
  return [
    { together: starts, end: '' },
    { together: ends, end: '.ends' }
  ].flatMap(({ together, end }) => [
    ...together.flatMap((one, place) =>
      together.slice(place + 1).flatMap((other) => {
        const [a, b] = [momentOf(one, end), momentOf(other, end)]
        if (one.weapon.class !== other.weapon.class || !a || !b) return []
        const apart = comparable(a.when, b.when) && secondsIn(a.when) !== secondsIn(b.when)
        return apart ? [between('not-synchronised', 'impossible', [a, b])] : []
      })
    ),
    ...together.flatMap((one) => {
      const moment = momentOf(one, end)
      const own = clocks.filter(({ party }) => one.baseline.has(party))
      return moment ? daysApart(moment, own) : []
    })
  ])
}

function daysApart(start: Obligation, clocks: readonly PartyClock[]): readonly TimeConflict[] {
  const { when } = start
  if (!('at' in when)) return []
  const shown = clocks.map(({ party, zone }) => ({ party, day: dayAt(when.at.seconds, zone) }))
  const other = shown.find(({ day }) => day !== shown[0]?.day)
  const [first] = shown
  if (!first || !other) return []
  return [
    {
      kind: 'not-one-day',
      severity: 'unclear',
      of: [start.id],
      at: [start.at],
      facts: { party: first.party, day: first.day, other: other.party, otherDay: other.day }
    }
  ]
}

/** Deliverables that go together and are due at different instants. */
function notTogether({ process }: Examined, byId: ById): readonly TimeConflict[] {
  const pairs = new Map<string, TimeConflict>()
  for (const { id, with: others } of process.deliverables.values())
    for (const other of others) {
      const [a, b] = [id, other].sort().map((one) => byId.get(`deliverable.${one}`))
      if (!a || !b || !comparable(a.when, b.when) || secondsIn(a.when) === secondsIn(b.when))
        continue
      pairs.set(`${a.id} ${b.id}`, between('not-together', 'unclear', [a, b]))
    }
  return [...pairs.values()]
}

/** What is counted from a withdrawal's being verified, where the case does not say when it is done. */
function withoutCompletion(
  { process, obligations }: Examined,
  byId: ById
): readonly TimeConflict[] {
  return [...process.withdrawals.values()].flatMap(({ id, ends, at }) => {
    const seen = `verified.${id}`
    const users = obligations.filter(({ waits }) => waits.some(({ of }) => of === seen))
    const [user] = users
    if (ends || !user || !byId.has(seen)) return []
    return [
      {
        kind: 'no-completion' as const,
        severity: 'unclear' as const,
        of: [seen, ...users.map((one) => one.id)],
        at: [at, user.at],
        facts: {}
      }
    ]
  })
}

/** Days counted to a local time that the clocks skip there then, or show twice. */
function slips(obligations: readonly Obligation[], byId: ById): readonly TimeConflict[] {
  return obligations.flatMap((one) => {
    const { said, waits, when } = one
    if (!said || !('after' in said) || !('at' in when)) return []
    const from = byId.get(waits.find(({ how }) => how !== 'after')?.of ?? '')?.when
    const kind = from && 'at' in from ? slipOf(from.at, said.days ?? 0) : undefined
    if (!kind) return []
    const { seconds, zone } = when.at
    const facts = { zone, read: localAt(seconds, zone) }
    return [{ kind, severity: 'unclear' as const, of: [one.id], at: [one.at], facts }]
  })
}

/** Line checks at an hour that is another instant for each end, or for ends whose clocks nobody says. */
function withoutZone({ standing }: Examined): readonly TimeConflict[] {
  return standing.flatMap(({ id, zone, zoneTaken, first, time, at }) =>
    zoneTaken && first && time !== undefined
      ? [
          {
            kind: 'no-zone' as const,
            severity: 'unclear' as const,
            of: [id],
            at: [at],
            facts: { time, zone }
          }
        ]
      : []
  )
}
