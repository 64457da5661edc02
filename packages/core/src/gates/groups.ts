import type { Deliverable } from '../model/plan.ts'

/** Deliverables that are with each other, directly or through others: each group is one step. */
export function groupsOf(all: readonly Deliverable[]): readonly (readonly Deliverable[])[] {
  const left = new Map(all.map((one) => [one.id, one]))
  const groups: Deliverable[][] = []
  for (const start of all) {
    if (!left.delete(start.id)) continue
    const group = [start]
    for (const member of group)
      for (const other of left.values())
        if (member.with.includes(other.id) || other.with.includes(member.id)) {
          left.delete(other.id)
          group.push(other)
        }
    groups.push(all.filter((one) => group.includes(one)).map((one) => one))
  }
  return groups
}
