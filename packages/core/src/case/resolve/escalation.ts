import type { Escalation, Rung, Signal } from '../../model/escalation.ts'
import type { Evidence } from '../../model/judgement.ts'
import type { Document } from '../schema/document.ts'
import { entries, evidenceOf, mapOf, present, solid, sourced } from './context.ts'

type EscalationDocument = NonNullable<Document['escalation']>
type RungDocument = Exclude<EscalationDocument['ladder'], string>[number]
type SignalDocument = NonNullable<EscalationDocument['signals']>[number]

/** The escalation; what answers for it answers for its rungs where they name nobody else. */
export function resolveEscalation(escalation: EscalationDocument): Escalation {
  const { sides, ladder, signals } = escalation
  const evidence = evidenceOf(escalation)
  return {
    sides: solid(sides),
    ladder:
      ladder === 'kahn'
        ? ladder
        : entries(ladder, 'escalation/ladder').map(({ item, at }) =>
            resolveRung(item, at, evidence)
          ),
    signals: entries(signals, 'escalation/signals').map(({ item, at }) =>
      resolveSignal(item, at, evidence)
    ),
    at: 'escalation',
    ...evidence
  }
}

function resolveRung(rung: RungDocument, at: string, inherited: Evidence): Rung {
  const evidence = evidenceOf(rung, inherited)
  const values = [...mapOf(rung.values)].map(([party, stakes]) => {
    const { win, yield: yielding, disaster } = stakes
    return [
      party,
      {
        win: sourced(win, evidence),
        yield: sourced(yielding, evidence),
        disaster: sourced(disaster, evidence)
      }
    ] as const
  })
  return {
    id: rung.id,
    title: rung.title,
    risk: sourced(rung.risk, evidence),
    values: new Map(values),
    at,
    ...evidence
  }
}

function resolveSignal(signal: SignalDocument, at: string, inherited: Evidence): Signal {
  const { by, at: time, kind, rung, text, notified } = signal
  return {
    by,
    time,
    kind,
    at,
    ...evidenceOf(signal, inherited),
    ...present({ rung, text, notified: notified && present(notified) })
  }
}
