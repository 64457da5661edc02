import type { Questions } from '../../engine/protocol.ts'
import type { Column } from '../../judged/columns.ts'
import { askOf } from '../../judged/columns.ts'
import type { Answer } from '../../ui/asking.ts'
import { NOTHING, useAnswers } from '../../ui/use-answer.ts'
import { useWords } from '../../ui/use-words.ts'

type Check = Questions['check']['answer']

/** What takes a little longer than the verdict: readings, hinges, whether it would hold; and repairs. */
export interface Closer {
  /** As `truce check` prints it; undefined until it is there. */
  readonly proposal: Check['proposals'][string] | undefined
  /** How many readings stand behind the shares. */
  readonly readings: number
  /** It is about the package as it was before the last change. */
  readonly stale: boolean
  readonly error: string | undefined
  readonly repairs: Answer<Questions['repairs']['answer']>
}

/** Draws behind what is looked at more closely: as many as behind the verdict. */
const DRAWS = 10_000

/** Milliseconds without a change before a closer look is taken. */
const CALM = 250

/**
 * Looks at a package more closely, whenever it rests. What was found of another package is never
 * shown for it.
 */
export function useCloser(column: Column): Closer {
  const { source } = useWords()
  const { id, draft } = column
  const drafts = draft ? [{ id, title: '', terms: draft.terms }] : []
  const mend = { draft: askOf(column, source) }
  const [repairs = NOTHING] = useAnswers('repairs', [{ slot: id, rounds: [mend] }], CALM)
  const check = { draws: DRAWS, repairs: 0, proposals: [id], drafts }
  // Readings take longest: what can be said without them is said first.
  const rounds = [{ ...check, readings: false }, check]
  const [told = NOTHING] = useAnswers('check', [{ slot: id, rounds }], CALM)
  return {
    proposal: told.answer?.proposals[id],
    readings: told.answer?.readings?.judged ?? 0,
    stale: told.stale,
    error: told.error,
    repairs
  }
}
