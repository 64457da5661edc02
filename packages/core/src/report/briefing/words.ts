import type { Ground, ProposalResult, Walker } from '../../check/result.ts'
import type { Words } from '../words/index.ts'
import { chance, nameOf } from '../words/index.ts'
import type { Material } from './material.ts'

/** A text with the ids of its sources in square brackets, as the bibliography lists them. */
export const cited = ({ say }: Words, text: string, sources: readonly string[]): string =>
  sources.length > 0 ? say('cited.square', { text, sources: sources.join(', ') }) : text

/** Who walks and over what: `Russia walks: the proposal crosses ..`. */
export const walkerText = (
  words: Words,
  { source }: Pick<Material, 'source'>,
  {
    walker: { party, verdict },
    grounds,
    proposal
  }: {
    readonly walker: Walker
    readonly grounds: readonly Ground[]
    readonly proposal: ProposalResult
  }
): string =>
  words.say(verdict === 'dead-on-arrival' ? 'walk.dead' : 'walk.likely', {
    party: nameOf(source, party),
    grounds: grounds
      .map((ground) => groundText(words, { source }, { ground, party, proposal }))
      .join('; ')
  })

/** Why a party would walk: its ground in words, with sources. */
function groundText(
  words: Words,
  { source }: Pick<Material, 'source'>,
  {
    ground,
    party,
    proposal
  }: { readonly ground: Ground; readonly party: string; readonly proposal: ProposalResult }
): string {
  const { say } = words
  const { over, id, sources } = ground
  if (over === 'no-deal')
    return cited(words, say('ground.full.no-deal', { chance: chance(ground.chance) }), sources)
  if (over === 'ratification')
    return cited(
      words,
      say('ground.full.ratification', { body: id, chance: chance(ground.chance) }),
      sources
    )
  const says = proposal.parties.get(party)?.crossed.find((one) => one.id === id)?.says
  const since = source.stances.get(party)?.redlines.find((one) => one.id === id)?.since
  const named = says ? say('quoted', { text: says }) : id
  const redline = since ? say('redline.since', { redline: named, since }) : named
  return cited(
    words,
    say('ground.full.redline', { redline, firmness: ground.chance.toFixed(2) }),
    sources
  )
}
