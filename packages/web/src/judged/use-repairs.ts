import type { Case } from '@truce/core'
import { useState } from 'react'
import type { Draft, Questions } from '../engine/protocol.ts'
import { keyOf } from '../ui/asking.ts'
import type { Steered } from '../ui/use-answer.ts'
import { useAnswers } from '../ui/use-answer.ts'
import { useLatest } from '../ui/use-latest.ts'

/** The repairs looked for so far, by package; those of another text of the case are not shown. */
export interface Repairing {
  readonly of: (draft: Draft) => Steered<Questions['repairs']['answer']> | undefined
  readonly look: (draft: Draft) => void
}

const NONE: readonly Draft[] = []

/**
 * Looks for repairs when told to. What was found belongs to the table, not to a column, so that it
 * is still there when a column is shown again.
 */
export function useRepairs(source: Case): Repairing {
  const [looked, setLooked] = useState({ in: source, drafts: NONE })
  const drafts = looked.in === source ? looked.drafts : NONE
  const keys = drafts.map(keyOf)
  const answers = useAnswers(
    'repairs',
    drafts.map((draft) => ({ slot: keyOf(draft), rounds: [{ draft }] }))
  )
  return {
    of: (draft) => answers[keys.indexOf(keyOf(draft))],
    look: useLatest((draft) => setLooked({ in: source, drafts: [...drafts, draft] }))
  }
}
