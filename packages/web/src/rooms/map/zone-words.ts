import type { Withdrawal } from '@truce/core/model'
import type { Words } from '../../ui/use-words.ts'

/** What a withdrawal is called: its title, else its weapons with their calibre. */
export function withdrawalTitle(
  { t, text }: Pick<Words, 't' | 'text'>,
  { title, weapon }: Withdrawal
): string {
  if (title !== undefined) return text(title)
  const of = t(`forms.weapon.${weapon.class}`)
  const { atLeastMm, belowMm } = weapon
  if (atLeastMm !== undefined && belowMm !== undefined)
    return t('map.weapon.within', { of, least: atLeastMm, below: belowMm })
  if (atLeastMm !== undefined) return t('map.weapon.least', { of, least: atLeastMm })
  return belowMm === undefined ? of : t('map.weapon.below', { of, below: belowMm })
}
