import type { CheckResult } from '../../check/check-result.ts'
import type { Words } from '../words/index.ts'
import { chance } from '../words/index.ts'

/** The most that any text can reach, where it is known. */
export function ceilingLine(
  { say }: Words,
  { ceiling }: Pick<CheckResult, 'ceiling'>
): readonly string[] {
  if (!ceiling) return []
  const said = { chance: chance(ceiling.chance.p), bound: chance(ceiling.bound) }
  if (ceiling.across) return [say('summary.ceiling.across', said)]
  return [say(ceiling.exact ? 'summary.ceiling' : 'summary.ceiling.bound', said)]
}
