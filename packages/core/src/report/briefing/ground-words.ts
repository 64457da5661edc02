import type { Ground, Walker } from '../../check/check-result.ts'
import { textIn } from '../../model/package.ts'
import { withWalking } from '../check/grounds.ts'
import type { Words } from '../words/index.ts'
import { bodyName, chance, nameOf, withMarkSquare } from '../words/index.ts'
import type { Material } from './material.ts'

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
    grounds: grounds.map((ground) => groundText(words, ground)).join('; ')
  })

/** Why a party would walk, with whose the figure is; over a redline that is the firmness. */
const groundText = (words: Words, ground: Ground): string =>
  withWalking(words, withMarkSquare(words, said(words, ground), ground), ground)

function said(words: Words, ground: Ground): string {
  const { say } = words
  if (ground.over === 'no-deal')
    return say('ground.full.no-deal', { chance: chance(ground.chance) })
  if (ground.over === 'ratification')
    return say('ground.full.ratification', {
      body: bodyName(words, ground.body),
      chance: chance(ground.chance)
    })
  const { says, id, since } = ground.redline
  const named = says ? say('quoted', { text: textIn(says) }) : id
  const redline = since ? say('redline.since', { redline: named, since }) : named
  return say('ground.full.redline', { redline, firmness: ground.firmness.toFixed(2) })
}
