import type { AdmissibleCount } from '../../worth/room.ts'
import { count } from './numbers.ts'
import type { Words } from './say.ts'

/** How many packages are admissible, as a number, as at least one, or as unknown. */
export function admissibleWords(
  { say }: Pick<Words, 'say'>,
  { admissible, exact }: AdmissibleCount
): string {
  if (exact) return count(admissible)
  return admissible > 0n ? say('count.least', { n: count(admissible) }) : say('count.unknown')
}
