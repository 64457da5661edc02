import type { Conflict } from './conflict.ts'

/** Room to sort in, so that repeated sorting of the same conflict makes no garbage. */
export interface Room {
  /** As long as there are feasible states; the result is written here. */
  readonly sorted: Int32Array
  /** Used where it is at least as long as the greatest label plus two. */
  readonly next: Int32Array
}

/**
 * The feasible states in ascending order of a label (a counting sort; labels are 0 or more); by
 * number where there is no label.
 */
export function ascending(
  conflict: Conflict,
  labels: Int32Array | undefined,
  room?: Room
): Int32Array {
  const { size, feasible, count } = conflict
  const sorted = room?.sorted ?? new Int32Array(count)
  if (!labels) {
    for (let s = 0, k = 0; s < size; s++) if (feasible[s]) sorted[k++] = s
    return sorted
  }
  let most = 0
  for (let s = 0; s < size; s++)
    if (feasible[s] && (labels[s] as number) > most) most = labels[s] as number
  const next =
    room && room.next.length >= most + 2
      ? room.next.subarray(0, most + 2).fill(0)
      : new Int32Array(most + 2)
  for (let s = 0; s < size; s++)
    if (feasible[s])
      next[(labels[s] as number) + 1] = (next[(labels[s] as number) + 1] as number) + 1
  for (let label = 1; label < next.length; label++)
    next[label] = (next[label] as number) + (next[label - 1] as number)
  for (let s = 0; s < size; s++) {
    if (!feasible[s]) continue
    const label = labels[s] as number
    sorted[next[label] as number] = s
    next[label] = (next[label] as number) + 1
  }
  return sorted
}
