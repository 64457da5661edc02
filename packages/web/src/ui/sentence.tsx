import type { Rich } from '@truce/core/report/words'
import { partsOf } from '@truce/core/report/words'
import type { ReactNode } from 'react'
import { VerdictWord } from './verdict-word.tsx'

/** A sentence of core with the verdicts in it in their tones. */
export function Sentence({ children }: { readonly children: Rich }): ReactNode {
  return partsOf(children).map((part) =>
    typeof part === 'string' ? (
      part
    ) : (
      <VerdictWord key={part.text} verdict={part.verdict}>
        {part.text}
      </VerdictWord>
    )
  )
}
