import type { Verdict } from '../../worth/verdict.ts'

/** One proposal under one reading. */
export interface ReadingChance {
  readonly p: number
  readonly verdict: Verdict
}

/** A proposal when only some word on redlines counts. */
export interface WordChance extends ReadingChance {
  readonly word: string
}
