import { testsOf } from '../calendar/gate-tests.ts'
import type { Awaited } from '../calendar/waited.ts'
import type { Blocked } from '../gates/can-come.ts'
import { canCome } from '../gates/can-come.ts'
import type { Gains, OneSided } from '../gates/gains.ts'
import { decidedByGainers, gateGains, oneSidedEvidence } from '../gates/gains.ts'
import type { Gate } from '../model/gates.ts'
import type { Point } from '../worth/scalar.ts'
import type { Dated } from './dates.ts'
import type { Path } from './path.ts'

/** A gate of a case as it stands before a path. */
export interface PathGate {
  readonly gate: Gate
  /** Places of the steps that it stands before; none where it opens something else, such as talks. */
  readonly before: readonly number[]
  /** When it can open if the steps keep to the days of the order, and what it waits for longest. */
  readonly opens?: { readonly day: string; readonly awaits: Awaited }
  /** What keeps it shut whatever the order. */
  readonly blocking: readonly Blocked[]
  /** What it waits for and no step of this path delivers. */
  readonly undelivered: readonly string[]
  readonly gains: Gains
  /** Its deciders, where each of them gains from what it opens. */
  readonly gainersDecide: readonly string[]
  readonly oneSided: readonly OneSided[]
}

/** Every gate of the case, as this path meets it. */
export function pathGates(path: Path, point: Point, dates?: Dated): readonly PathGate[] {
  const { source, steps, leftOut } = path
  const come = canCome(source.process)
  const missing = new Set(leftOut.map(({ id }) => id))
  return [...source.process.gates.values()].map((gate) => {
    const gains = gateGains(source, gate, point)
    const opens = dates?.gates.get(gate.id)
    const verified = testsOf(gate).flatMap((tests) => tests.flatMap((test) => test.verified))
    return {
      gate,
      before: [...steps.keys()].filter((place) => steps[place]?.gates.includes(gate)),
      ...(opens ? { opens } : {}),
      blocking: come.blocking(gate),
      undelivered: [...new Set(verified)].filter((id) => missing.has(id)),
      gains,
      gainersDecide: decidedByGainers(gate, gains),
      oneSided: oneSidedEvidence(source, gate, gains)
    }
  })
}
