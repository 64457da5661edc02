import { testsOf } from '../../calendar/gate-tests.ts'
import type { Gate, GateTest } from '../../model/gates.ts'
import { asKnown } from '../as-known.ts'
import type { EntryOf } from '../entry.ts'
import { msOf } from '../entry.ts'
import type { Proof } from '../ground/proof.ts'
import { deedNamed, owersOf, proofOf } from '../ground/proof.ts'
import type { GateDecision } from '../record-lists.ts'
import type { RecordState } from '../state/record-state.ts'
import type { GateAnswer } from './answers.ts'
import { allOf, oneWayOf } from './answers.ts'
import type { MeetingsStand } from './meetings-held.ts'
import { meetingsHeld } from './meetings-held.ts'
import type { QuietStand } from './quiet.ts'
import { quietOf } from './quiet.ts'

/** One test of a gate, with what decides it. Instants in ms since 1970. */
export type GateTestStand = (
  | ({ readonly kind: 'quiet' } & Omit<QuietStand, 'answer' | 'earliest' | 'since'>)
  | { readonly kind: 'verified'; readonly of: string; readonly proofs: readonly Proof[] }
  | ({ readonly kind: 'meetings' } & Omit<MeetingsStand, 'answer' | 'earliest' | 'since'>)
  | { readonly kind: 'gate'; readonly gate: string }
) & {
  readonly answer: GateAnswer
  /** Of several ways of which one is enough, which. */
  readonly way?: number
  readonly entries: readonly string[]
  /** When it could hold at the earliest; left out where it holds or no instant can be said. */
  readonly earliest?: number
  readonly since?: number
}

/** A gate over the record: how it stands, what decides that, and what was decided. */
export interface GateStand {
  readonly id: string
  readonly opens?: string
  readonly answer: GateAnswer
  readonly tests: readonly GateTestStand[]
  /** Since when all that it needs has held. */
  readonly since?: number
  /** When it could open at the earliest. */
  readonly earliest?: number
  readonly barred: readonly string[]
  readonly decidedBy: readonly string[]
  /** Of those who decide it, who has not decided anything yet. */
  readonly undecided: readonly string[]
  readonly decisions: readonly GateDecided[]
  /** How the last decision stands to what the record shows; left out where there is none. */
  readonly decision?: 'as-shown' | 'against' | 'not-shown'
}

/** A decision of those who decide the gate. */
export interface GateDecided {
  readonly decision: GateDecision
  readonly at: number
  readonly by: readonly string[]
  readonly entry: string
  /** The entries that they name. */
  readonly entries: readonly string[]
  readonly dissents: readonly string[]
}

/** Every gate of the case as the record knew it at an instant, by id. A decision overrides nothing. */
export function gatesOf(record: RecordState, now: number): readonly GateStand[] {
  const state = asKnown(record, now)
  const board = new Board(state, now)
  return [...state.source.process.gates.values()]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((gate) => board.gate(gate))
}

class Board {
  private readonly state: RecordState
  private readonly now: number
  private readonly known = new Map<string, GateStand>()
  private readonly asking = new Set<string>()

  constructor(state: RecordState, now: number) {
    this.state = state
    this.now = now
  }

  gate(gate: Gate): GateStand {
    const known = this.known.get(gate.id)
    if (known) return known
    this.asking.add(gate.id)
    const [must, any] = testsOf(gate)
    const all = must.flatMap((test) => this.tests(test, gate))
    const ways = any.map((test) => this.tests(test, gate))
    this.asking.delete(gate.id)
    const each = ways.map((way) => allOf(way.map(({ answer }) => answer)))
    const answer = allOf([
      ...all.map((test) => test.answer),
      ...(ways.length === 0 ? [] : [oneWayOf(each)])
    ])
    const stand = standOf(this.state, gate, { answer, all, ways })
    this.known.set(gate.id, stand)
    return stand
  }

  private tests(test: GateTest, { evidenceNotOnlyFrom: barred }: Gate): readonly GateTestStand[] {
    const { violationsPerDay, verified, meetings, gate } = test
    return [
      ...(violationsPerDay ? [this.quiet(violationsPerDay, barred)] : []),
      ...verified.map((id) => this.verified(id, barred)),
      ...(meetings
        ? [
            {
              kind: 'meetings' as const,
              ...meetingsHeld(this.state, { ...meetings, barred, now: this.now })
            }
          ]
        : []),
      ...(gate === undefined ? [] : [this.other(gate)])
    ]
  }

  private quiet(
    { atMost, forDays }: NonNullable<GateTest['violationsPerDay']>,
    barred: readonly string[]
  ): GateTestStand {
    const stand = quietOf(this.state, { atMost, forDays, barred, now: this.now })
    return {
      kind: 'quiet',
      ...stand,
      entries: stand.days.flatMap(({ entries }) => entries)
    }
  }

  private verified(id: string, barred: readonly string[]): GateTestStand {
    const of = deedNamed(this.state, id)
    const proofs = owersOf(this.state, of).map((party) =>
      proofOf(this.state, { of, party, barred })
    )
    const answer = proofs.length === 0 ? 'unknown' : allOf(proofs.map(({ state }) => PROVES[state]))
    return {
      kind: 'verified',
      of,
      proofs,
      answer,
      entries: [...new Set(proofs.flatMap((one) => [...one.entries, ...one.against]))].sort(),
      ...(answer === 'open' ? { since: Math.max(...proofs.map(({ since = 0 }) => since)) } : {})
    }
  }

  private other(id: string): GateTestStand {
    const gate = this.state.source.process.gates.get(id)
    // What waits for itself is never shown.
    const stand = gate && !this.asking.has(id) ? this.gate(gate) : undefined
    return {
      kind: 'gate',
      gate: id,
      answer: stand?.answer ?? 'unknown',
      entries: stand ? [...new Set(stand.tests.flatMap(({ entries }) => entries))].sort() : [],
      ...(stand?.since === undefined ? {} : { since: stand.since }),
      ...(stand?.earliest === undefined ? {} : { earliest: stand.earliest })
    }
  }
}

const PROVES: Readonly<Record<Proof['state'], GateAnswer>> = {
  verified: 'open',
  contested: 'contested',
  'not-confirmed': 'shut',
  unclear: 'unknown',
  none: 'shut'
}

function standOf(
  state: RecordState,
  gate: Gate,
  {
    answer,
    all,
    ways
  }: {
    readonly answer: GateAnswer
    readonly all: readonly GateTestStand[]
    readonly ways: readonly (readonly GateTestStand[])[]
  }
): GateStand {
  const decisions = state
    .of('gate.decided')
    .filter(({ content }) => content.gate === gate.id)
    .map((entry) => decided(state, entry))
  const last = decisions.at(-1)
  return {
    id: gate.id,
    ...(gate.opens === undefined ? {} : { opens: gate.opens }),
    answer,
    tests: [
      ...all,
      ...ways.flatMap((way, at) => way.map((test): GateTestStand => ({ ...test, way: at })))
    ],
    ...timesOf(answer, all, ways),
    barred: gate.evidenceNotOnlyFrom,
    decidedBy: gate.decidedBy,
    undecided: gate.decidedBy.filter((party) => !decisions.some(({ by }) => by.includes(party))),
    decisions,
    ...(last ? { decision: comparedWith(last.decision, answer) } : {})
  }
}

/** The latest of what must hold and the earliest of the ways; none where one of them has none. */
function timesOf(
  answer: GateAnswer,
  all: readonly GateTestStand[],
  ways: readonly (readonly GateTestStand[])[]
): Pick<GateStand, 'since' | 'earliest'> {
  const key = answer === 'open' ? 'since' : 'earliest'
  const holding = (tests: readonly GateTestStand[]): readonly GateTestStand[] =>
    key === 'since' ? tests : tests.filter((test) => test.answer !== 'open')
  const latest = (tests: readonly GateTestStand[]): number | undefined => {
    const times = holding(tests).map((test) => test[key])
    return times.includes(undefined) ? undefined : Math.max(0, ...times.map((time) => time ?? 0))
  }
  const open = ways.filter((way) => key === 'earliest' || way.every((one) => one.answer === 'open'))
  const times = open.flatMap((way) => latest(way) ?? [])
  const [must, way] = [latest(all), times.length > 0 ? Math.min(...times) : undefined]
  if (must === undefined || (ways.length > 0 && way === undefined)) return {}
  const found = Math.max(must, way ?? 0)
  return found === 0 ? {} : { [key]: found }
}

const decided = (state: RecordState, { id, content }: EntryOf<'gate.decided'>): GateDecided => ({
  decision: content.decision,
  at: msOf(content.at),
  by: content.decidedBy,
  entry: id,
  entries: content.entries,
  dissents: state.dissentsAbout(id).map((one) => one.id)
})

function comparedWith(
  decision: GateDecision,
  answer: GateAnswer
): NonNullable<GateStand['decision']> {
  if (answer === decision) return 'as-shown'
  return answer === 'open' || answer === 'shut' ? 'against' : 'not-shown'
}
