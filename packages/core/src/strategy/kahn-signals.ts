import type { Case } from '../model/case.ts'
import type { Signal } from '../model/escalation.ts'
import { inOrder } from './climbing.ts'
import type { KahnRung } from './kahn.ts'
import { KAHN, KAHN_THRESHOLDS } from './kahn.ts'

/** A signal on a rung of Kahn's ladder, and the last threshold below that rung. */
export interface KahnSignal {
  readonly signal: Signal
  readonly rung: KahnRung
  readonly threshold?: string
}

/** The signals of a case whose ladder is Kahn's, in the order of their dates; undefined without any. */
export function kahnSignals({ process }: Case): readonly KahnSignal[] | undefined {
  const { escalation } = process
  if (escalation?.ladder !== 'kahn') return undefined
  const placed = inOrder(escalation.signals).flatMap((signal) => {
    const rung = KAHN.find(({ number }) => signal.rung === `kahn-${number}`)
    if (!rung) return []
    const below = KAHN_THRESHOLDS.findLast(({ above }) => above < rung.number)
    return [{ signal, rung, ...(below ? { threshold: below.title } : {}) }]
  })
  return placed.length > 0 ? placed : undefined
}
