import type { Ground, Walker } from '../../check/check-result.ts'
import { textIn } from '../../model/package.ts'
import type { Words } from '../words/index.ts'
import { chance, nameOf } from '../words/index.ts'
import type { Material } from './material.ts'

/** A text with the ids of its sources in square brackets, as the bibliography lists them. */
export const cited = ({ say }: Words, text: string, sources: readonly string[]): string =>
  sources.length > 0 ? say('cited.square', { text, sources: sources.join(', ') }) : text

/** Who walks and over which grounds: `Russia walks: the proposal crosses ..`. */
export const walkerText = (
  words: Words,
  { source }: Pick<Material, 'source'>,
  {
    walker: { party, verdict },
    grounds
  }: { readonly walker: Walker; readonly grounds: readonly Ground[] }
): string =>
  words.say(verdict === 'dead-on-arrival' ? 'walk.dead' : 'walk.likely', {
    party: nameOf(source, party),
    grounds: grounds
      .map((ground) => cited(words, groundText(words, ground), ground.sources))
      .join('; ')
  })

/** Why a party would walk. */
function groundText({ say }: Words, ground: Ground): string {
  if (ground.over === 'no-deal')
    return say('ground.full.no-deal', { chance: chance(ground.chance) })
  if (ground.over === 'ratification')
    return say('ground.full.ratification', { body: ground.body.id, chance: chance(ground.chance) })
  const { says, id, since } = ground.redline
  const named = says ? say('quoted', { text: textIn(says) }) : id
  const redline = since ? say('redline.since', { redline: named, since }) : named
  const firmness = ground.firmness.toFixed(2)
  const text = say('ground.full.redline', { redline, firmness })
  return chance(ground.chance) === firmness
    ? text
    : say('ground.walks', { text, chance: chance(ground.chance) })
}
