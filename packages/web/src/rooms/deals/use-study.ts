import { useState } from 'react'
import type { Steered } from '../../ui/use-answer.ts'
import { useAnswer } from '../../ui/use-answer.ts'
import type { StudyDocument } from './documents.ts'

/** A study under way or done. */
export interface Studying extends Steered<StudyDocument> {
  readonly draws: number
  readonly start: (draws: number) => void
}

/** Draws that a first answer rests on, and a settled one. */
const FEW = 500
export const MANY = 10_000
/** Typing pauses before drawing begins, in milliseconds. */
const CALM = 800

/** The study of the case: few draws by itself once it was `ready`, more when asked. */
export function useStudy(ready: boolean): Studying {
  const [draws, start] = useState(FEW)
  const [begun, begin] = useState(ready)
  if (ready && !begun) begin(true)
  const told = useAnswer('study', begun ? { draws } : undefined, CALM)
  return { ...told, draws, start }
}
