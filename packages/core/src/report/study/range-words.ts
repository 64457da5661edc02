import type { Case, Stance } from '../../model/case.ts'
import type { Range } from '../../model/judgement.ts'
import { judgementsOf, judgementsOfBody } from '../../worth/judgements.ts'

/**
 * The range of a judgement of some stance; undefined where several share the key, or scenarios
 * choose among ranges.
 */
export function rangeOf(source: Case, key: string): Range | undefined {
  for (const stance of source.stances.values()) {
    const found = judgementsIn(stance).find((judgement) => judgement.key === key)
    if (found)
      return found.cases.length === 0 && found.stream === undefined ? found.range : undefined
  }
  return undefined
}

const judgementsIn = (stance: Stance): ReturnType<typeof judgementsOf> => [
  ...judgementsOf(stance),
  ...stance.redlines.map(({ firmness }) => firmness),
  ...stance.ratification.flatMap(judgementsOfBody)
]
