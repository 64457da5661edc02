import type { Case } from '../../src/model/case.ts'
import type { Meeting } from '../../src/model/meetings.ts'
import type { SeenEntry } from '../../src/record/entry.ts'
import type { ContentOf, EntryKind } from '../../src/record/kinds/kinds.ts'
import { RecordState } from '../../src/record/state/record-state.ts'
import { caseIn } from '../folder.ts'

/** The flagship case, read once. */
export const FLAGSHIP: Case = caseIn('ukraine/2024-maitra')

/** The flagship with something changed about its flag meeting. */
export const withFlag = (more: Partial<Meeting>): Case => {
  const flag = FLAGSHIP.process.meetings.get('flag') as Meeting
  const meetings = new Map([['flag', { ...flag, ...more }]])
  return { ...FLAGSHIP, process: { ...FLAGSHIP.process, meetings } }
}

/** An instant of a record. */
export const utc = (ms: number): string => new Date(ms).toISOString()

/**
 * A record folded from entries that are simply told, unsigned and past no door: what the projections
 * make of entries, whatever they are.
 */
export class Told {
  readonly state: RecordState
  private count = 0

  constructor(source: Case = FLAGSHIP) {
    this.state = new RecordState(source)
  }

  /** Somebody tells something, and the record gets it at that instant (ms); answers with its id. */
  tell<K extends EntryKind>(
    kind: K,
    content: ContentOf<K>,
    told: { readonly by: string; readonly at: number; readonly supersedes?: string }
  ): string {
    const { by, at, supersedes } = told
    const id = `entry-${String(this.count).padStart(6, '0')}`
    this.state.apply({
      number: this.count++,
      id,
      kind,
      content,
      author: { party: by, key: '0'.repeat(16), role: 'head' },
      recorded: utc(at),
      received: utc(at),
      ...(supersedes === undefined ? {} : { supersedes })
    } as unknown as SeenEntry)
    return id
  }
}
