import type { Observed } from '@truce/core/geo'
import type { Questions } from '../../engine/protocol.ts'
import { useLanguage } from '../../messages/index.ts'
import type { Steered } from '../../ui/use-answer.ts'
import { useAnswer } from '../../ui/use-answer.ts'

/** The moment at which positions are judged, and moments that are supposed meanwhile. */
export interface SeenMoments {
  readonly at?: string
  readonly eif?: string
  readonly signature?: string
}

/** How what was seen lies to the zones; nothing until there is a list, a moment and a zone. */
export function usePositions(
  seen: readonly Observed[],
  { at, ...supposed }: SeenMoments,
  hasZones: boolean
): Steered<Questions['positions']['answer']> {
  const language = useLanguage()
  const asked =
    at === undefined || seen.length === 0 || !hasZones
      ? undefined
      : { language, seen, at, ...supposed }
  return useAnswer('positions', asked, 200)
}
