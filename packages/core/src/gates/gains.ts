import { testsOf, verifiedThing } from '../calendar/gate-tests.ts'
import type { Case } from '../model/case.ts'
import type { Gate } from '../model/gates.ts'
import type { Deliverable } from '../model/plan.ts'
import type { Point } from '../worth/scalar.ts'
import { ScalarWorth } from '../worth/scalar.ts'
import { groupsOf } from './groups.ts'

/** Who gains from what a gate opens, in points; 0 where the case only says that it is handed to them. */
export type Gains = ReadonlyMap<string, number>

/**
 * Who gains from what a gate opens and hands over nothing in it: those it is handed `to`, and those
 * whose stance it moves upward from the state of things. Through a gate that opens a gate too.
 */
export function gateGains(source: Case, gate: Gate, point: Point): Gains {
  const step = openedBy(source, gate)
  const givers = new Set(step.map(({ by }) => by))
  const gains = new Map<string, number>()
  for (const [party, stance] of source.stances) {
    if (givers.has(party) || stance.interests.length === 0) continue
    const worth = new ScalarWorth(stance, source, point)
    const moved = step
      .flatMap(({ gives }) => [...(gives ?? [])])
      .reduce((sum, [issue, option]) => sum + worth.moves(issue, option), 0)
    if (moved > 0) gains.set(party, moved)
  }
  for (const { to } of step)
    if (to !== undefined && !givers.has(to)) gains.set(to, gains.get(to) ?? 0)
  return gains
}

/** The step that a gate opens, as the deliverables handed over in it; none for a track or withdrawal. */
function openedBy(
  { process }: Pick<Case, 'process'>,
  gate: Gate,
  seen: ReadonlySet<Gate> = new Set()
): readonly Deliverable[] {
  const [kind = '', id = ''] = (gate.opens ?? '').split('.')
  const groups = groupsOf([...process.deliverables.values()])
  if (kind === 'deliverable')
    return groups.find((group) => group.some((one) => one.id === id)) ?? []
  const next = kind === 'gate' ? process.gates.get(id) : undefined
  return next && !seen.has(next) ? openedBy({ process }, next, new Set([...seen, gate])) : []
}

/** The deciders of a gate, where each of them gains from what it opens. */
export function decidedByGainers({ decidedBy }: Gate, gains: Gains): readonly string[] {
  return decidedBy.every((party) => gains.has(party)) ? decidedBy : []
}

/** What a gate waits for that is verified by one side alone. */
export interface OneSided {
  readonly verified: string
  readonly by: readonly string[]
  /** `barred`: all of them are among those the gate's evidence may not come from alone. */
  readonly why: 'barred' | 'gainers'
}

/** Things verified only by those who gain from the gate, or only by those it bars. */
export function oneSidedEvidence(source: Case, gate: Gate, gains: Gains): readonly OneSided[] {
  const verified = new Set(testsOf(gate).flatMap((tests) => tests.flatMap((test) => test.verified)))
  const only = (by: readonly string[], among: (party: string) => boolean): boolean =>
    by.length > 0 && by.every(among)
  return [...verified].flatMap((id): readonly OneSided[] => {
    const by = verifiedThing(source.process, id)?.verifiedBy ?? []
    if (only(by, (party) => gate.evidenceNotOnlyFrom.includes(party)))
      return [{ verified: id, by, why: 'barred' }]
    if (only(by, (party) => gains.has(party))) return [{ verified: id, by, why: 'gainers' }]
    return []
  })
}
