import type { Supposed } from '../calendar/calendar.ts'
import { Calendar } from '../calendar/calendar.ts'
import type { EventName } from '../model/moment.ts'
import type { TimePoint } from '../time/counted.ts'
import { msOf } from './entry.ts'
import { deedNamed, owersOf, proofOf } from './ground/proof.ts'
import type { RecordState } from './state/record-state.ts'

/**
 * What the record knows of the events that a case counts moments from. What it speaks of and has not
 * yet has not come, whatever the case foresaw: something verified is there once it is confirmed for
 * all who owe it, a gate once it is decided open, a deliverable once it is declared or confirmed.
 * The ceasefire, the hour a withdrawal begins, meetings and tracks are as the case dates them.
 */
export function knownEvents(state: RecordState): Supposed {
  const zone = zoneOfRecord(state)
  const at = (ms: number | undefined): TimePoint | 'not-yet' =>
    ms === undefined ? 'not-yet' : { seconds: ms / 1000, zone }
  return {
    came: (event) => {
      const [kind, id] = partsOf(event)
      if (kind === 'verified') return at(verifiedSince(state, deedNamed(state, id)))
      if (kind === 'deliverable') return at(doneSince(state, event))
      return kind === 'gate' ? at(decidedOpen(state, id)) : undefined
    }
  }
}

/** The zone in which a record counts its days: that of the ceasefire, where the case has one. */
export function zoneOfRecord({ source }: RecordState): string {
  const at = new Calendar(source.process).instantOf({ after: 'ceasefire', seconds: 0 })
  return at?.zone ?? 'UTC'
}

function partsOf(event: EventName): readonly [string, string] {
  const dot = event.indexOf('.')
  return [event.slice(0, dot), event.slice(dot + 1)]
}

/** From when on a deed is confirmed for all who owe it (ms since 1970); a contested one is not. */
function verifiedSince(state: RecordState, of: string): number | undefined {
  const owers = owersOf(state, of)
  const proofs = owers.map((party) => proofOf(state, { of, party }))
  return owers.length > 0 && proofs.every((one) => one.state === 'verified')
    ? Math.max(...proofs.map(({ since = 0 }) => since))
    : undefined
}

function doneSince(state: RecordState, of: string): number | undefined {
  const deed = state.deeds.get(of)
  const said = [...(deed?.declared ?? []), ...(deed?.verified ?? []).filter(isConfirmed)]
  return said.length === 0 ? undefined : Math.min(...said.map(({ content }) => msOf(content.at)))
}

const isConfirmed = ({ content }: { readonly content: { readonly outcome: string } }): boolean =>
  content.outcome === 'confirmed'

/** When the last decision about a gate opened it (ms since 1970); undefined where it is not open. */
function decidedOpen(state: RecordState, gate: string): number | undefined {
  const last = state.of('gate.decided').findLast(({ content }) => content.gate === gate)
  return last?.content.decision === 'open' ? msOf(last.content.at) : undefined
}
