import type { z } from 'zod'
import { nearest } from '../../diagnostic/nearest.ts'
import type { EntryHead, RecordEntry, SeenEntry } from '../entry.ts'
import type { EntryKind } from '../kinds/kinds.ts'
import { ENTRY_KINDS, isEntryKind } from '../kinds/kinds.ts'
import type { RecordState } from '../state/record-state.ts'
import { wrongDeeds } from './deed-rules.ts'
import type { DoorProblem, DoorRule } from './finding.ts'
import { against } from './finding.ts'
import { wrongSteps } from './incident-rules.ts'
import { wrongMeetings } from './meeting-rules.ts'
import { wrongMessages } from './message-rules.ts'
import { unknownNames } from './name-rules.ts'
import { wrongRanks } from './rank-rules.ts'
import { wrongSubjects } from './subject-rules.ts'
import { wrongTimes } from './time-rules.ts'
import { writes } from './who-writes.ts'

/** An entry as it comes: its envelope was looked at by the log, its content by nobody. */
export interface Coming extends EntryHead {
  readonly kind: string
  readonly content?: unknown
}

/** An entry that was read, or what stands against it. */
export type Read =
  | { readonly ok: true; readonly entry: SeenEntry }
  | { readonly ok: false; readonly problems: readonly DoorProblem[] }

/** Reads the content of an entry by its kind. */
export function readContent(coming: Coming): Read {
  const { kind } = coming
  if (!isEntryKind(kind)) return { ok: false, problems: against(coming, 'unknown-kind', { kind }) }
  const { content, ...head } = coming
  if (content === undefined) return { ok: true, entry: { ...head, kind } }
  const read = ENTRY_KINDS[kind].safeParse(content)
  if (read.success) return { ok: true, entry: { ...head, kind, content: read.data } as RecordEntry }
  const problems = read.error.issues.flatMap((issue) =>
    against(coming, 'bad-content', {
      path: issue.path.join('.'),
      message: wrongValue(issue, content)
    })
  )
  return { ok: false, problems }
}

/** What is wrong with a value, with the word that may have been meant where there is a list of words. */
function wrongValue(issue: z.core.$ZodIssue, content: unknown): string {
  if (issue.code === 'unrecognized_keys') return `there is no \`${issue.keys.join('`, `')}\``
  if (issue.code !== 'invalid_value') return issue.message
  const given = issue.path.reduce<unknown>((held, key) => Object(held)[key], content)
  const options = issue.values.map(String)
  const near = nearest(String(given), options)
  return given === undefined
    ? `it is missing; one of ${options.join(', ')}`
    : `\`${given}\` is none of ${options.join(', ')}${near ? `; did you mean \`${near}\`?` : ''}`
}

const RULES: readonly DoorRule[] = [
  unknownNames,
  wrongSubjects,
  wrongTimes,
  wrongMessages,
  wrongSteps,
  wrongMeetings,
  wrongRanks,
  wrongDeeds
]

/**
 * All that stands against an entry as the next one of a record; nothing if it may come in. Whether
 * it is properly signed is for the log to say.
 */
export function admit(
  state: RecordState,
  entry: SeenEntry,
  {
    tolerance = 300,
    exercise = false
  }: { readonly tolerance?: number; readonly exercise?: boolean } = {}
): readonly DoorProblem[] {
  const { role } = entry.author
  if (!writes(role, entry.kind)) return against(entry, 'not-for-role', { role, kind: entry.kind })
  if (entry.content === undefined) return []
  return [
    ...RULES.flatMap((rule) => rule({ entry, state, tolerance })),
    ...inEarnest(entry, exercise)
  ]
}

/** In an exercise nothing is meant in earnest, and outside of one nobody brings anything about. */
function inEarnest(entry: RecordEntry, exercise: boolean): readonly DoorProblem[] {
  const kind: EntryKind = entry.kind
  if (kind === 'inject') return exercise ? [] : against(entry, 'exercise', { kind })
  if (!exercise || entry.kind !== 'message.sent' || entry.content.status !== 'actual') return []
  return against(entry, 'exercise', { kind, status: entry.content.status })
}
