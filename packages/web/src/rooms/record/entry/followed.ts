import type { EntryKind } from '@truce/core/record'
import { rungsOf } from '@truce/core/record'
import type { DraftGroup } from './entry-draft.ts'
import { groupOf, listOf, wordsOf } from './entry-draft.ts'

/** A form as it stands after a change, with what follows from the change by itself. */
export function followed(kind: EntryKind, before: DraftGroup, after: DraftGroup): DraftGroup {
  return kind === 'meeting.held' ? seated(before, hours(before, after)) : after
}

/** A meeting that began when it was due, and ended at once, does so when the hour is put right. */
const hours = (before: DraftGroup, after: DraftGroup): DraftGroup => {
  const { due, started, ended } = before
  const began = after['due'] !== due && started === due ? after['due'] : after['started']
  const isOver = after['ended'] === ended && ended === started
  return { ...after, started: began, ended: isOver ? began : after['ended'] }
}

function seated(before: DraftGroup, after: DraftGroup): DraftGroup {
  if (after['attendance'] === before['attendance']) return after
  const day = (wordsOf(after['started']) || wordsOf(after['due'])).slice(0, 10)
  const old = listOf(before['attendance']).map(groupOf)
  const all = listOf(after['attendance']).map(groupOf)
  // Only what was typed into a row tells anything; a row that went away moves the others.
  const isTyped = old.length === all.length
  return {
    ...after,
    attendance: all.map((one, place) => (isTyped ? graded(one, old[place] ?? {}, day) : one))
  }
}

/** With the grades, and what they rest on, that the ladder of a nation gives a rank it knows. */
function graded(seat: DraftGroup, before: DraftGroup, day: string): DraftGroup {
  const isSame = ['rank', 'nation', 'service'].every((key) => seat[key] === before[key])
  if (isSame) return seat
  const nation = wordsOf(seat['nation']).toUpperCase()
  const borne = { rank: wordsOf(seat['rank']), nation, service: wordsOf(seat['service']) }
  const [rung] = rungsOf(borne, day)
  const grade = rung && { low: rung.low, high: rung.high, basis: rung.basis[0] ?? '' }
  return { ...seat, nation, ...(grade && { grade: { ...groupOf(seat['grade']), ...grade } }) }
}
