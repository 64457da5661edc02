import type { Case } from '@truce/core'
import { DRAWS } from '../engine/draws.ts'
import type { Judged } from '../engine/protocol.ts'
import type { Answer } from '../ui/asking.ts'
import { NOTHING, useAnswers } from '../ui/use-answer.ts'
import type { Column } from './columns.ts'
import { askOf } from './columns.ts'

/** What is known of a column: `pending` until all draws are in. */
export type Standing = Answer<Judged>

/**
 * Judges the shown columns, all over few draws first and then over all draws, whenever the columns
 * or the case change. The column that is looked at comes before the others.
 */
export function useJudged(
  source: Case,
  shown: readonly Column[],
  before?: string
): readonly Standing[] {
  const first = shown.filter(({ id }) => id === before)
  const ordered = [...first, ...shown.filter(({ id }) => id !== before)]
  const answers = useAnswers(
    'judge',
    ordered.map((column) => {
      const draft = askOf(column, source)
      const rounds = [DRAWS.first, DRAWS.settled].map((draws) => ({ draft, draws }))
      return { slot: column.id, rounds }
    })
  )
  return shown.map((column) => answers[ordered.indexOf(column)] ?? NOTHING)
}
