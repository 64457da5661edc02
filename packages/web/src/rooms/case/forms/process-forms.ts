import type { ProcessPart } from '../contents.ts'
import type { FormName } from './specs/index.ts'

/** A kind of step of the process. */
export type ProcessKind = ProcessPart['kind']

/** The form of an entry of each kind. */
export const FORM_OF: Readonly<Record<ProcessKind, FormName>> = {
  conduct: 'conduct',
  guarantees: 'guarantee',
  overtures: 'overture',
  withdrawals: 'withdrawal',
  meetings: 'meeting',
  channels: 'channel',
  deliverables: 'deliverable',
  gates: 'gate',
  tracks: 'track',
  lines: 'line',
  escalation: 'escalation',
  ceasefire: 'ceasefire',
  plan: 'plan'
}

/** Of these a case has one at most. */
export const ALONE: readonly ProcessKind[] = ['escalation', 'ceasefire', 'plan']
