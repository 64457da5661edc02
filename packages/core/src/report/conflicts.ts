import type { CheckResult } from '../check/check-result.ts'
import { redlineId } from '../worth/redlines.ts'
import type { Words } from './words/index.ts'

type Core = CheckResult['cores'][number]['cores'][number]

/** Redlines that no package respects together, those assumed named again; `list` joins their ids. */
export function conflictWords(
  { say }: Words,
  redlines: Core,
  how: {
    readonly at: number
    readonly list: (ids: readonly string[]) => string
    readonly assumed: (ids: readonly string[]) => string
  }
): string {
  const said = { redlines: how.list(redlines.map(redlineId)), at: how.at }
  const assumed = redlines.filter((one) => one.assumed).map(redlineId)
  return assumed.length > 0
    ? say('space.conflict.assumed', { ...said, assumed: how.assumed(assumed) })
    : say('space.conflict', said)
}
