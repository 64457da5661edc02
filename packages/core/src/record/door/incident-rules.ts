import type { RecordEntry } from '../entry.ts'
import { isOf } from '../entry.ts'
import type { Incident } from '../state/incident.ts'
import { verificationOf } from '../state/incident.ts'
import type { AtTheDoor, DoorProblem } from './finding.ts'
import { against } from './finding.ts'
import { belligerents } from './interested.ts'

/**
 * The order in which an incident is looked into. Who did it is asked only of what was confirmed; it
 * is called a violation, or none, only once somebody has looked; it is closed only when there is an
 * outcome, and a closed one is opened again by nothing but a dispute or a new look.
 */
export function wrongSteps({ entry, state }: AtTheDoor): readonly DoorProblem[] {
  if (!('incident' in entry.content)) return []
  const incident = state.incidents.get(entry.content.incident)
  if (!incident) return []
  return [...tooEarly(entry, incident), ...byNobodyElse(entry, incident, state.source)]
}

function tooEarly(entry: RecordEntry, incident: Incident): readonly DoorProblem[] {
  const early = (needs: string): readonly DoorProblem[] =>
    against(entry, 'step-order', { incident: incident.id, status: incident.status, needs })
  const outcome = verificationOf(incident)
  if (isOf(entry, 'incident.joined'))
    return entry.content.with === incident.id
      ? against(entry, 'wrong-subject', {
          entry: incident.id,
          kind: 'incident.reported',
          wanted: 'incident.reported'
        })
      : []
  if (incident.status === 'closed' && !REOPENS.has(entry.kind)) return early('reopened')
  if (isOf(entry, 'incident.attributed') && outcome !== 'confirmed') return early('confirmed')
  if (isOf(entry, 'incident.found') && outcome === undefined) return early('verified')
  if (isOf(entry, 'incident.remedied') && !incident.finding && !incident.attribution)
    return early('found')
  if (isOf(entry, 'incident.closed') && outcome === undefined && incident.joined.length === 0)
    return early('verified')
  return []
}

/** What may still be written of an incident that is closed. */
const REOPENS: ReadonlySet<string> = new Set([
  'incident.account',
  'incident.disputed',
  'incident.verified',
  'incident.joined'
])

/**
 * Neither who accuses nor who is accused verifies or attributes alone; both together may, and so may
 * somebody who is neither.
 */
function byNobodyElse(
  entry: RecordEntry,
  incident: Incident,
  source: AtTheDoor['state']['source']
): readonly DoorProblem[] {
  if (!isOf(entry, 'incident.verified', 'incident.attributed')) return []
  const { by } = entry.content
  if (!by.includes(entry.author.party))
    return against(entry, 'not-yours', { entry: incident.id, party: by[0] ?? '' })
  const sides = belligerents(source)
  const accused = incident.accounts.flatMap(({ content }) => content.alleged ?? [])
  const accusing = incident.accounts.flatMap(({ author }) =>
    sides.has(author.party) ? [author.party] : []
  )
  const interested = new Set([...accused, ...accusing])
  const disinterested = by.some((party) => !interested.has(party) && !sides.has(party))
  const together =
    accused.some((party) => by.includes(party)) && accusing.some((party) => by.includes(party))
  return disinterested || together
    ? []
    : against(entry, 'beneficiary-alone', { incident: incident.id, by: by.join(', ') })
}
