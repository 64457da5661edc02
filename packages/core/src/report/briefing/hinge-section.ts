import type { Hinge, ProposalResult } from '../../check/check-result.ts'
import { placedInput } from '../study/input-words.ts'
import { chance, hingeSubject, verdictText, wordsOf } from '../words/index.ts'
import type { Material } from './material.ts'

/** How many judgements are told. */
const TOLD = 6

/** The judgements whose end turns the verdict, with their places. */
export function hinges(
  material: Material,
  { hangsOn, verdict }: ProposalResult
): readonly string[] {
  const words = wordsOf(material)
  const { say } = words
  if (hangsOn.length === 0)
    return [say('hinge.none.full', { verdict: verdictText(words, { verdict }) })]
  const lines = hangsOn.slice(0, TOLD).map((hinge) =>
    say('hinge.full', {
      judgement: set(material, hinge),
      verdict: verdictText(words, hinge),
      chance: chance(hinge.p)
    })
  )
  const n = hangsOn.length - TOLD
  return [...lines, ...(n > 0 ? [say('hinge.more.full', { n })] : [])]
}

/** What is set how, and where it stands. */
const set = (material: Material, hinge: Hinge): string =>
  hingeSubject(
    { words: wordsOf(material), source: material.source },
    hinge,
    placedInput(material, hinge)
  )
