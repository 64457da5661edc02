import type { EntryOf } from '../entry.ts'
import type { Incident, IncidentStep } from '../state/incident.ts'
import type { RecordState } from '../state/record-state.ts'

/**
 * How far an event is established. Each event has one, so that columns of them add up: `confirmed`,
 * `not-confirmed`, `inconclusive` and `no-access` by those who looked; `differing` where they found
 * the opposite of each other; `unverified` where nobody has looked; `no-violation` where the body
 * held it to be none; and a `lead` where every account is from a source that counts nothing until
 * somebody has confirmed it.
 */
export const EVENT_STANDINGS = [
  'confirmed',
  'differing',
  'inconclusive',
  'no-access',
  'unverified',
  'not-confirmed',
  'no-violation',
  'lead'
] as const
/** One of `EVENT_STANDINGS`. */
export type EventStanding = (typeof EVENT_STANDINGS)[number]

/** Those that count: what is held to be none, was looked for and not found, or is only a lead does not. */
export const COUNTING: ReadonlySet<EventStanding> = new Set([
  'confirmed',
  'differing',
  'inconclusive',
  'no-access',
  'unverified'
])

/**
 * How an event stands. Of each author the last word counts, and authors stand side by side: in what
 * order they wrote among themselves changes nothing.
 */
export function eventStanding(incidents: readonly Incident[]): EventStanding {
  const steps = incidents.flatMap((one) => one.steps)
  const found = lastOfEach(steps, 'incident.found').map(({ content }) => content.violation)
  const looked = lastOfEach(steps, 'incident.verified').map(({ content }) => content.outcome)
  const isLead = incidents.every(({ accounts }) =>
    accounts.every((one) => one.kind === 'incident.reported' && one.content.lead === true)
  )
  const [yes, no] = [looked.includes('confirmed'), looked.includes('not-confirmed')]
  if (found.includes(true) && found.includes(false)) return 'differing'
  if (found.includes(false)) return 'no-violation'
  if (yes && no) return 'differing'
  if (yes) return 'confirmed'
  if (no) return 'not-confirmed'
  if (isLead) return 'lead'
  if (looked.includes('inconclusive')) return 'inconclusive'
  return looked.includes('no-access') ? 'no-access' : 'unverified'
}

/** The last step of a kind that each author took. */
export function lastOfEach<K extends IncidentStep['kind']>(
  steps: readonly IncidentStep[],
  kind: K
): readonly EntryOf<K>[] {
  const last = new Map<string, EntryOf<K>>()
  for (const step of steps)
    if (step.kind === kind) last.set(step.author.party, step as EntryOf<K> & IncidentStep)
  return [...last.values()]
}

/** Whether somebody disputes an event, dissents from what is said of it, or holds who did it contested. */
export function isContested(state: RecordState, incidents: readonly Incident[]): boolean {
  return incidents.some(
    ({ accounts, steps }) =>
      steps.some(
        (step) =>
          step.kind === 'incident.disputed' ||
          (step.kind === 'incident.attributed' && step.content.outcome === 'contested')
      ) || [...accounts, ...steps].some(({ id }) => state.dissentsAbout(id).length > 0)
  )
}
