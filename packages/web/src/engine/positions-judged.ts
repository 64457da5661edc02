import type { Given } from '@truce/core/ask'
import { askZones } from '@truce/core/ask/zones'
import { everyPosition } from '@truce/core/report/geo'
import { words } from '@truce/core/report/words'
import { drawingsAmong } from '@truce/interchange'
import { instantOf } from './instant-of.ts'
import type { PositionsToJudge, Questions } from './protocol.ts'

/** What `truce ceasefire zones --positions` says of what was seen, and how each row lies. */
export function positionsAnswer(
  given: Given,
  { seen, at, signature, eif, language }: PositionsToJudge
): Questions['positions']['answer'] {
  const drawings = given.case ? drawingsAmong(given.case, given.files) : new Map()
  const answer = askZones(given, {
    drawings,
    positions: {
      seen,
      at: instantOf(at),
      ...(signature === undefined ? {} : { signature: instantOf(signature) }),
      ...(eif === undefined ? {} : { eif: instantOf(eif) })
    }
  })
  if (answer.refused || !answer.result.judged) throw new Error('no zone of the case can be drawn')
  const { source } = answer
  const { judged } = answer.result
  return { judged, told: everyPosition(words(language), source, judged) }
}
