import type { Hinge, ProposalResult } from '../../check/check-result.ts'
import { placedInput } from '../study/input-words.ts'
import { capital, chance, inputOf, nameOf, verdictText, vetoName, wordsOf } from '../words/index.ts'
import type { NamedInput } from '../words/inputs.ts'
import type { Material } from './material.ts'

/** How many judgements are told. */
const TOLD = 6

/** The judgements whose end turns the verdict, with their places. */
export function hinges(
  material: Material,
  { hangsOn, verdict }: ProposalResult
): readonly string[] {
  const words = wordsOf(material)
  const { say } = words
  if (hangsOn.length === 0)
    return [say('hinge.none.full', { verdict: verdictText(words, { verdict }) })]
  const lines = hangsOn.slice(0, TOLD).map((hinge) =>
    say('hinge.full', {
      judgement: set(material, hinge),
      verdict: verdictText(words, hinge),
      chance: chance(hinge.p)
    })
  )
  const n = hangsOn.length - TOLD
  return [...lines, ...(n > 0 ? [say('hinge.more.full', { n })] : [])]
}

/** What is set how, and where it stands. */
function set(material: Material, { key, at, kind, party, set: end }: Hinge): string {
  const { say } = wordsOf(material)
  if (kind === 'poll' && end === 'alone')
    return say('hinge.poll.alone', { poll: inputOf(key)?.ids.poll ?? key })
  const named = inputOf(key)
  if (kind === 'poll' && named?.kind === 'veto' && party !== undefined)
    return say('hinge.poll.veto', { ...vetoed(material, party, named.ids), end })
  if (kind === 'poll')
    return party === undefined
      ? say('hinge.poll.all', { end })
      : say('hinge.poll.party', { party: nameOf(material.source, party), end })
  const judgement = capital(placedInput(material, { key, at, kind }))
  return say(kind === 'scenario' ? 'hinge.scenario' : 'hinge.at', { judgement, end })
}

/** A veto player and its party by name. */
function vetoed(
  material: Material,
  party: string,
  { body, veto }: NamedInput['ids']
): { readonly party: string; readonly veto: string } {
  const found = material.source.stances.get(party)?.ratification.find(({ id }) => id === body)
  return {
    party: nameOf(material.source, party),
    veto: found ? vetoName(wordsOf(material), found, veto) : veto
  }
}
