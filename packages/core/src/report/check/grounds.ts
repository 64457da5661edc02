import type { CrossedResult, Ground, ProposalResult } from '../../check/result.ts'
import { chance, nameOf } from '../words/index.ts'
import type { About } from './about.ts'

/** Whose ground it is, and the redlines crossed for that party. */
export interface Whose {
  readonly party: string
  readonly crossed: readonly CrossedResult[] | undefined
}

/** Why a party would walk, in the case's ids: short, as terminals are. */
export function groundWords(
  { words: { say }, source }: Pick<About, 'words' | 'source'>,
  ground: Ground,
  { party, crossed }: Whose
): string {
  const { over, id, sources } = ground
  const said = (): string => {
    if (over === 'no-deal') return say('ground.no-deal', { chance: chance(ground.chance) })
    if (over === 'ratification')
      return say('ground.ratification', { body: id, chance: chance(ground.chance) })
    const says = crossed?.find((one) => one.id === id)?.says
    const since = source.stances.get(party)?.redlines.find((one) => one.id === id)?.since
    const name = `${party}.${id}`
    const quoted = says ? say('redline.says', { redline: name, says }) : name
    const redline = since ? say('redline.since', { redline: quoted, since }) : quoted
    return say('ground.redline', { redline, firmness: ground.chance.toFixed(2) })
  }
  return sources.length > 0 ? say('cited', { text: said(), sources: sources.join(', ') }) : said()
}

/**
 * Who walks and over what, which redlines the others let pass, and which no text can settle; a line
 * each.
 */
export function whyLines(about: About, proposal: ProposalResult): string {
  const { say } = about.words
  const { walkers, parties, required } = proposal
  const others = required.filter((party) => !walkers.some((walker) => walker.party === party))
  const crossing = others.flatMap((party) =>
    (parties.get(party)?.crossed ?? []).map(({ id, firmness, source }) =>
      say('why.crossed', {
        redline: `${party}.${id}`,
        firmness: firmness.central.toFixed(2),
        source
      })
    )
  )
  const kept = required.flatMap((party) => keptRedlines(about, party, parties.get(party)?.crossed))
  const untested = required.flatMap((party) =>
    (parties.get(party)?.untestable ?? []).map((id) => `${party}.${id}`)
  )
  return [
    ...walkers.map((walker) => walkerWords(about, walker, proposal)),
    ...crossing,
    ...(untested.length > 0 ? [say('why.untested', { redlines: untested.join(', ') })] : []),
    ...(kept.length > 0 ? [say('why.kept', { redlines: kept.join(', ') })] : [])
  ].join('\n')
}

function walkerWords(
  about: About,
  walker: ProposalResult['walkers'][number],
  { parties }: ProposalResult
): string {
  const { party, verdict } = walker
  const { words, source } = about
  const crossed = parties.get(party)?.crossed
  const grounds = [walker, ...walker.grounds].map((ground) =>
    groundWords(about, ground, { party, crossed })
  )
  return words.say(verdict === 'dead-on-arrival' ? 'walk.dead' : 'walk.likely', {
    party: nameOf(source, party, words.language),
    grounds: grounds.join('; ')
  })
}

function keptRedlines(
  { source }: About,
  party: string,
  crossed: readonly CrossedResult[] = []
): readonly string[] {
  return (source.stances.get(party)?.redlines ?? [])
    .filter(({ id, form }) => form !== 'conduct' && !crossed.some((one) => one.id === id))
    .map(({ id }) => `${party}.${id}`)
}
