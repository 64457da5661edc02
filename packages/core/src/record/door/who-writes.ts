import type { KeyRole } from '../../log/ring.ts'
import type { EntryKind } from '../kinds/kinds.ts'

const OBSERVING: readonly EntryKind[] = [
  'incident.reported',
  'incident.account',
  'position.observed'
]

const AT_THE_TABLE: readonly EntryKind[] = [
  'meeting.convened',
  'meeting.recessed',
  'meeting.recalled',
  'meeting.held',
  'meeting.failed',
  'minutes.written',
  'minutes.signed',
  'message.sent',
  'message.received',
  'message.acknowledged',
  'message.answered',
  'message.corrected',
  'message.cancelled',
  'incident.acknowledged',
  'incident.assessed',
  'incident.verified',
  'incident.attributed',
  'incident.discussed',
  'incident.disputed',
  'inspection.made',
  'withdrawal.started',
  'withdrawal.completed',
  'line.agreed',
  'delivery.verified',
  'gate.decided',
  'signal.seen',
  'overture.answered',
  'dissent'
]

const DELEGATION: readonly EntryKind[] = [
  ...OBSERVING,
  ...AT_THE_TABLE,
  'incident.remedied',
  'holding.declared',
  'delivery.declared',
  'delivery.disputed'
]

const MISSION: readonly EntryKind[] = [
  ...OBSERVING,
  ...AT_THE_TABLE,
  'incident.joined',
  'incident.found',
  'incident.closed'
]

/**
 * Which kinds of entry the keys of each role write. Whoever keeps the record keeps it and says
 * nothing about what happened; a field key only reports; a witness only cosigns.
 */
const WRITES: Readonly<Record<KeyRole, ReadonlySet<EntryKind>>> = {
  operator: new Set([
    'incident.logged',
    'incident.joined',
    'incident.closed',
    'meeting.convened',
    'meeting.held',
    'meeting.failed',
    'minutes.written',
    'case.adopted',
    'inject'
  ]),
  head: new Set(DELEGATION),
  delegate: new Set(DELEGATION),
  observer: new Set(MISSION),
  mediator: new Set(MISSION),
  field: new Set(OBSERVING),
  witness: new Set()
}

/** Whether keys of a role write entries of a kind. */
export const writes = (role: KeyRole, kind: EntryKind): boolean => WRITES[role].has(kind)

/** The kinds that keys of a role write, in the order they are named in. */
export const kindsOf = (role: KeyRole): readonly EntryKind[] => [...WRITES[role]]
