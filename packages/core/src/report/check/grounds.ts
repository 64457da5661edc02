import type { Ground, ProposalResult, Walker } from '../../check/check-result.ts'
import { textIn } from '../../model/package.ts'
import { claimedBy, whoseFigure } from '../../model/whose.ts'
import { redlineId } from '../../worth/redlines.ts'
import type { Words } from '../words/index.ts'
import { bodyName, chance, nameOf, withMark } from '../words/index.ts'
import type { CheckReported } from './about.ts'

/**
 * Why a party would walk, in the case's ids: short, as terminals are. What stands in brackets behind
 * a figure says whose it is; over a redline that is the firmness.
 */
export const groundWords = (words: Words, ground: Ground): string =>
  withWalking(words, withMark(words, said(words, ground), ground), ground)

/**
 * A ground with what its redline's firmness alone does not tell: whether it rests on another's word,
 * and how often the party walks where that is another number.
 */
export function withWalking({ say }: Words, marked: string, ground: Ground): string {
  if (ground.over !== 'redline') return marked
  const text = ground.own ? marked : say('ground.another', { text: marked })
  return chance(ground.chance) === ground.firmness.toFixed(2)
    ? text
    : say('ground.walks', { text, chance: chance(ground.chance) })
}

function said(words: Words, ground: Ground): string {
  const { say } = words
  if (ground.over === 'no-deal') return say('ground.no-deal', { chance: chance(ground.chance) })
  if (ground.over === 'ratification')
    return say('ground.ratification', {
      body: bodyName(words, ground.body),
      chance: chance(ground.chance)
    })
  const { says, since } = ground.redline
  const name = redlineId(ground.redline)
  const quoted = says ? say('redline.says', { redline: name, says: textIn(says) }) : name
  const redline = since ? say('redline.since', { redline: quoted, since }) : quoted
  return say('ground.redline', { redline, firmness: ground.firmness.toFixed(2) })
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
      withMark(
        about.words,
        say('why.crossed', {
          redline: redlineId(redline),
          firmness: firmness.central.toFixed(2)
        }),
        { whose: whoseFigure(about.source, redline.firmness), sources: claimedBy(redline) }
      )
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
