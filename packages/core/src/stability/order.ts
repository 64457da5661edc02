import type { Conflict } from './conflict.ts'

/** The feasible states in ascending order of a label (a counting sort; labels are 0 or more); by number where there is no label. */
export function ascending(conflict: Conflict, labels: Int32Array | undefined): Int32Array {
  const { size, feasible, count } = conflict
  const sorted = new Int32Array(count)
  if (!labels) {
    for (let s = 0, k = 0; s < size; s++) if (feasible[s]) sorted[k++] = s
    return sorted
  }
  let most = 0
  for (let s = 0; s < size; s++) if (feasible[s] && (labels[s] as number) > most) most = labels[s] as number
  const next = new Int32Array(most + 2)
  for (let s = 0; s < size; s++)
    if (feasible[s]) next[(labels[s] as number) + 1] = (next[(labels[s] as number) + 1] as number) + 1
  for (let label = 1; label < next.length; label++) next[label] = (next[label] as number) + (next[label - 1] as number)
  for (let s = 0; s < size; s++) {
    if (!feasible[s]) continue
    const label = labels[s] as number
    sorted[next[label] as number] = s
    next[label] = (next[label] as number) + 1
  }
  return sorted
}
