import type { EntryOf, SeenEntry } from '../entry.ts'
import { isOf } from '../entry.ts'
import type { Attribution, Verification } from '../record-lists.ts'

/** How far the looking into an incident has come. */
export const INCIDENT_STATUSES = [
  'reported',
  'logged',
  'acknowledged',
  'assessed',
  'verified',
  'attributed',
  'discussed',
  'found',
  'remedied',
  'closed',
  'disputed'
] as const
/** One of `INCIDENT_STATUSES`. */
export type IncidentStatus = (typeof INCIDENT_STATUSES)[number]

/** What one author says of an event. */
export type Account = EntryOf<'incident.reported' | 'incident.account'>

/** Any step of looking into an incident. */
export type IncidentStep = Exclude<
  EntryOf<Extract<SeenEntry['kind'], `incident.${string}`>>,
  Account
>

/**
 * An event as the record has it: the accounts of it side by side, none above another, and what came
 * of looking into it.
 */
export interface Incident {
  /** The id of the entry that opened it. */
  readonly id: string
  /** Accounts that stand, in the order of the record. */
  readonly accounts: readonly Account[]
  /** Steps that stand, in the order of the record. */
  readonly steps: readonly IncidentStep[]
  readonly status: IncidentStatus
  /** The last verification, which may follow one without access. */
  readonly verification?: EntryOf<'incident.verified'>
  readonly attribution?: EntryOf<'incident.attributed'>
  readonly finding?: EntryOf<'incident.found'>
  /** Other incidents that somebody holds to be the same event. */
  readonly joined: readonly string[]
  /** Only a lead so far: from a source that counts nothing until somebody has looked. */
  readonly lead: boolean
}

/** How the last verification ended; undefined: nobody has looked. */
export const verificationOf = ({ verification }: Incident): Verification | undefined =>
  verification?.content.outcome

/** How the asking who did it ended. */
export const attributionOf = ({ attribution }: Incident): Attribution | undefined =>
  attribution?.content.outcome

/** What the standing entries about an incident come to; `standing` says which have not been replaced. */
export function incidentOf(id: string, valid: readonly SeenEntry[]): Incident {
  const accounts = valid.filter((entry) => isOf(entry, 'incident.reported', 'incident.account'))
  const steps = valid.filter(isStep)
  const last = <K extends IncidentStep['kind']>(kind: K): EntryOf<K> | undefined =>
    steps.findLast((step): step is EntryOf<K> & IncidentStep => step.kind === kind)
  const verification = last('incident.verified')
  const attribution = last('incident.attributed')
  const finding = last('incident.found')
  return {
    id,
    accounts,
    steps,
    status: statusOf(steps),
    ...(verification && { verification }),
    ...(attribution && { attribution }),
    ...(finding && { finding }),
    joined: steps.flatMap((step) =>
      step.kind === 'incident.joined'
        ? [step.content.incident === id ? step.content.with : step.content.incident]
        : []
    ),
    lead: accounts.length > 0 && accounts.every((one) => isLead(one)) && !verification
  }
}

const isLead = (account: Account): boolean =>
  account.kind === 'incident.reported' && account.content.lead === true

const isStep = (entry: SeenEntry): entry is IncidentStep =>
  entry.content !== undefined &&
  entry.kind.startsWith('incident.') &&
  !isOf(entry, 'incident.reported', 'incident.account')

/** The last step that moves it on. To join two incidents moves neither. */
function statusOf(steps: readonly IncidentStep[]): IncidentStatus {
  const moving = steps.findLast(({ kind }) => kind !== 'incident.joined')
  const word = moving?.kind.slice('incident.'.length) ?? 'reported'
  return INCIDENT_STATUSES.find((status) => status === word) ?? 'reported'
}
