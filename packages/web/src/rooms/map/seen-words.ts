import type { Observed } from '@truce/core/geo'
import type { Words } from '../../ui/use-words.ts'

const KNOWN_CLASS = /^[a-z-]+$/

/** What was seen: how many of which class, and their calibre where it is given. */
export function seenWhat(
  { t, numbers }: Pick<Words, 't' | 'numbers'>,
  { weapon, count, calibreMm }: Pick<Observed, 'weapon' | 'count' | 'calibreMm'>
): string {
  const of = KNOWN_CLASS.test(weapon) ? t(`forms.weapon.${weapon}`) : weapon
  const n = numbers.count(count)
  return calibreMm === undefined
    ? t('map.seen.much', { n, of })
    : t('map.seen.much.mm', { n, of, mm: calibreMm })
}
