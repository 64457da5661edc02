import type { Ground, ProposalResult, Walker } from '../../check/check-result.ts'
import { textIn } from '../../model/package.ts'
import { redlineId } from '../../worth/redlines.ts'
import type { Words } from '../words/index.ts'
import { chance, nameOf } from '../words/index.ts'
import type { CheckReported } from './about.ts'

/** Why a party would walk, in the case's ids: short, as terminals are. */
export function groundWords({ say }: Words, ground: Ground): string {
  const text = said({ say }, ground)
  const { sources } = ground
  return sources.length > 0 ? say('cited', { text, sources: sources.join(', ') }) : text
}

function said({ say }: Pick<Words, 'say'>, ground: Ground): string {
  if (ground.over === 'no-deal') return say('ground.no-deal', { chance: chance(ground.chance) })
  if (ground.over === 'ratification')
    return say('ground.ratification', { body: ground.body.id, chance: chance(ground.chance) })
  const { says, since } = ground.redline
  const name = redlineId(ground.redline)
  const quoted = says ? say('redline.says', { redline: name, says: textIn(says) }) : name
  const redline = since ? say('redline.since', { redline: quoted, since }) : quoted
  const firmness = ground.firmness.toFixed(2)
  const text = say('ground.redline', { redline, firmness })
  return chance(ground.chance) === firmness
    ? text
    : say('ground.walks', { text, chance: chance(ground.chance) })
}

/**
 * Who walks and over what, which redlines the others let pass, and which no text can settle; a line
 * each.
 */
export function whyLines(about: CheckReported, proposal: ProposalResult): string {
  const { say } = about.words
  const { walkers, parties, required } = proposal
  const others = required.filter((party) => !walkers.some((walker) => walker.party === party))
  const crossing = others.flatMap((party) =>
    (parties.get(party)?.crossed ?? []).map(({ redline, firmness }) =>
      say('why.crossed', {
        redline: redlineId(redline),
        firmness: firmness.central.toFixed(2),
        source: redline.source ?? ''
      })
    )
  )
  const kept = required.flatMap((party) => keptRedlines(about, party, proposal))
  const untested = required.flatMap((party) =>
    (parties.get(party)?.untestable ?? []).map(redlineId)
  )
  return [
    ...walkers.map((walker) => walkerWords(about, walker)),
    ...crossing,
    ...(untested.length > 0 ? [say('why.untested', { redlines: untested.join(', ') })] : []),
    ...(kept.length > 0 ? [say('why.kept', { redlines: kept.join(', ') })] : [])
  ].join('\n')
}

function walkerWords({ words, source }: CheckReported, walker: Walker): string {
  const grounds = [walker, ...walker.grounds].map((ground) => groundWords(words, ground))
  return words.say(walker.verdict === 'dead-on-arrival' ? 'walk.dead' : 'walk.likely', {
    party: nameOf(source, walker.party, words.language),
    grounds: grounds.join('; ')
  })
}

function keptRedlines(
  { source }: CheckReported,
  party: string,
  { parties }: ProposalResult
): readonly string[] {
  const crossed = new Set(parties.get(party)?.crossed.map(({ redline }) => redline))
  return (source.stances.get(party)?.redlines ?? [])
    .filter((redline) => redline.form !== 'conduct' && !crossed.has(redline))
    .map(redlineId)
}
