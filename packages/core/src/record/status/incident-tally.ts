import type { IncidentStatus } from '../state/incident.ts'
import { INCIDENT_STATUSES } from '../state/incident.ts'
import type { RecordState } from '../state/record-state.ts'

/** How many incidents are how far; only those that changed are looked at again. */
class IncidentTally {
  private readonly state: RecordState
  private readonly changed: () => readonly string[]
  private readonly stands = new Map<string, IncidentStatus>()
  private readonly tally = new Map<IncidentStatus, number>()

  constructor(state: RecordState) {
    this.state = state
    this.changed = state.incidents.follow()
  }

  read(): ReadonlyMap<IncidentStatus, number> {
    for (const id of this.changed()) {
      const before = this.stands.get(id)
      const now = this.state.incidents.get(id)?.status
      if (before) this.add(before, -1)
      if (!now) continue
      this.stands.set(id, now)
      this.add(now, 1)
    }
    return this.tally
  }

  private add(status: IncidentStatus, by: number): void {
    this.tally.set(status, (this.tally.get(status) ?? 0) + by)
  }
}

// One for each record, for as long as the record is there.
const known = new WeakMap<RecordState, IncidentTally>()

/** How many incidents of a record are how far, each status named. */
export function incidentsByStatus(state: RecordState): Readonly<Record<IncidentStatus, number>> {
  const own = known.get(state) ?? new IncidentTally(state)
  known.set(state, own)
  const tally = own.read()
  return Object.fromEntries(
    INCIDENT_STATUSES.map((status) => [status, tally.get(status) ?? 0])
  ) as Record<IncidentStatus, number>
}
