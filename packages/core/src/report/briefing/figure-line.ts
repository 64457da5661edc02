import type { Case } from '../../model/case.ts'
import type { Judgement } from '../../model/judgement.ts'
import { claimedBy, whoseFigure } from '../../model/whose.ts'
import type { Words } from '../words/index.ts'

/** Figures of the case's own: of what, how much, who makes the claim they go with, and where. */
export interface OwnFigures {
  readonly what: string
  readonly figures: string
  /** Ids of the sources of the claim; the figure is not theirs. */
  readonly claim: readonly string[]
  readonly at: string
}

/** A judgement with what it is called in its line; nothing where the line says it already. */
export type NamedFigure = readonly [label: string, judgement: Judgement | undefined]

/** Makes lines of what is the case's own among some judgements; none where nothing is. */
export interface Telling {
  readonly source: Case
  readonly words: Words
  readonly line: (what: string, named: readonly NamedFigure[], at?: string) => readonly OwnFigures[]
}

/** What tells lines of a case, in words. */
export function tellingOf(words: Words, source: Case): Telling {
  const line: Telling['line'] = (what, named, at) => {
    const own = named.flatMap(([label, judgement]) =>
      judgement && whoseFigure(source, judgement).by === 'case'
        ? [{ text: `${label} ${range(words, judgement)}`.trim(), judgement }]
        : []
    )
    const [first] = own
    if (!first) return []
    return [
      {
        what,
        figures: own.map(({ text }) => text).join('; '),
        claim: [...new Set(own.flatMap(({ judgement }) => claimedBy(judgement)))],
        at: at ?? first.judgement.at
      }
    ]
  }
  return { source, words, line }
}

/** A range in words; under scenarios it may be another. */
function range({ say }: Words, { range: { low, mode, high }, cases }: Judgement): string {
  const ends =
    low === high ? String(low) : [low, ...(mode === undefined ? [] : [mode]), high].join('..')
  return cases.length > 0 ? say('assumed.scenarios', { range: ends }) : ends
}
