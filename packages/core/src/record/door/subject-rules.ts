import type { RecordEntry } from '../entry.ts'
import { isOf } from '../entry.ts'
import type { EntryKind } from '../kinds/kinds.ts'
import type { AtTheDoor, DoorProblem } from './finding.ts'
import { against } from './finding.ts'

/** An id that an entry is about, and the kinds it may have. Undefined: any. */
interface Reference {
  readonly id: string
  readonly kinds: readonly EntryKind[] | undefined
}

/**
 * What an entry is about has to be in the record and of a kind that it can be about; and where
 * somebody corrects an entry, that is one of their own, of the same kind and about the same thing,
 * which nobody has replaced yet.
 */
export function wrongSubjects(at: AtTheDoor): readonly DoorProblem[] {
  const { entry, state } = at
  const problems = referencesOf(entry).flatMap(({ id, kinds }) => {
    const found = state.entry(id)
    if (found === undefined) return against(entry, 'unknown-entry', { entry: id })
    return kinds === undefined || kinds.includes(found.kind)
      ? []
      : against(entry, 'wrong-subject', { entry: id, kind: found.kind, wanted: kinds[0] ?? '' })
  })
  return [...problems, ...replacement(at)]
}

function replacement({ entry, state }: AtTheDoor): readonly DoorProblem[] {
  const { supersedes } = entry
  if (supersedes === undefined) return []
  const old = state.entry(supersedes)
  if (old === undefined) return against(entry, 'unknown-entry', { entry: supersedes })
  if (old.author.party !== entry.author.party)
    return against(entry, 'not-yours', { entry: supersedes, party: old.author.party })
  const sameThing =
    old.kind === entry.kind &&
    (old.content === undefined || subjectOf(old as RecordEntry) === subjectOf(entry))
  if (!sameThing)
    return against(entry, 'wrong-subject', {
      entry: supersedes,
      kind: old.kind,
      wanted: entry.kind
    })
  const other = state.replacedBy(supersedes)
  return other === undefined
    ? []
    : against(entry, 'replaced-already', { entry: supersedes, by: other })
}

/** What an entry is about, in a word that is the same for entries about the same thing. */
function subjectOf({ content }: RecordEntry): string {
  const about = content as Readonly<Record<string, unknown>>
  for (const key of [
    'incident',
    'message',
    'held',
    'gate',
    'withdrawal',
    'meeting',
    'line',
    'about'
  ])
    if (typeof about[key] === 'string') return `${key}.${about[key]}`
  return typeof about['of'] === 'string' ? about['of'] : ''
}

function referencesOf(entry: RecordEntry): readonly Reference[] {
  const found: Reference[] = []
  const refer = (id: string | undefined, kinds?: readonly EntryKind[]): void => {
    if (id !== undefined) found.push({ id, kinds })
  }
  const { content } = entry
  if ('incident' in content) refer(content.incident, ['incident.reported'])
  if (isOf(entry, 'incident.joined')) refer(entry.content.with, ['incident.reported'])
  if (isOf(entry, 'incident.discussed')) refer(entry.content.meeting, ['meeting.held'])
  if ('message' in content) refer(content.message, ['message.sent'])
  if (isOf(entry, 'message.sent')) refer(entry.content.refersTo)
  if (isOf(entry, 'minutes.written', 'minutes.signed')) refer(entry.content.held, ['meeting.held'])
  if (isOf(entry, 'minutes.signed'))
    for (const id of entry.content.versions) refer(id, ['minutes.written'])
  if (isOf(entry, 'dissent')) refer(entry.content.about)
  if (isOf(entry, 'gate.decided')) for (const id of entry.content.entries) refer(id)
  if (isOf(entry, 'meeting.held', 'meeting.convened'))
    for (const item of entry.content.agenda ?? [])
      if (typeof item !== 'string') refer(item.incident, ['incident.reported'])
  return found
}
