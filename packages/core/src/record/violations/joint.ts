import type { RecordState } from '../state/record-state.ts'

/** Incidents that are one event: each list by id, as are the lists among themselves. */
export function jointIncidents(state: RecordState): readonly (readonly string[])[] {
  const above = new Map<string, string>()
  const top = (id: string): string => {
    let at = id
    for (let up = above.get(at); up !== undefined; up = above.get(at)) at = up
    if (at !== id) above.set(id, at)
    return at
  }
  for (const id of state.incidents.ids())
    for (const other of state.incidents.get(id)?.joined ?? []) {
      const [one, two] = [top(id), top(other)]
      if (one !== two) above.set(one < two ? two : one, one < two ? one : two)
    }
  const groups = Map.groupBy(state.incidents.ids(), top)
  return [...groups.values()]
    .map((ids) => ids.sort())
    .sort((one, other) => ((one[0] ?? '') < (other[0] ?? '') ? -1 : 1))
}
