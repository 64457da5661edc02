import type { Lifted } from '../../acceptance/ceilings.ts'
import { textIn } from '../../model/package.ts'
import type { InWords } from './choices.ts'
import { bodyName, nameOf, redlineWords, vetoName } from './names.ts'

type LiftedRedline = Extract<Lifted, { readonly kind: 'redline' }>

/** What is taken away from a case, or known about it, in words; its redlines as they are named. */
export function liftedWords(
  about: InWords,
  lifted: readonly Lifted[],
  redline = (one: LiftedRedline): string => redlineOfParty(about, one)
): string {
  return lifted
    .map((one) => oneText(about, one, redline))
    .reduce((one, other) => about.words.say('ceiling.and', { one, other }))
}

/** A redline by what it says and whose it is. */
export function redlineOfParty(
  { words, source }: InWords,
  { party, id }: Pick<LiftedRedline, 'party' | 'id'>
): string {
  const found = source.stances.get(party)?.redlines.find((one) => one.id === id)
  return words.say('redline.of', {
    redline: redlineWords(words, found ?? {}),
    party: nameOf(source, party, words.language)
  })
}

function oneText(
  { words, source }: InWords,
  one: Lifted,
  redline: (one: LiftedRedline) => string
): string {
  const { say, language } = words
  if (one.kind === 'scenario') {
    const title = source.scenarios.find(({ id }) => id === one.id)?.title ?? one.id
    return say(one.holds ? 'ceiling.holds' : 'ceiling.fails', { scenario: textIn(title, language) })
  }
  if (one.kind === 'redline') return say('ceiling.redline', { redline: redline(one) })
  const party = nameOf(source, one.party, language)
  if (one.kind === 'ratification') return say('ceiling.ratification', { party })
  const id = one.kind === 'veto' ? one.body : one.id
  const found = source.stances.get(one.party)?.ratification.find((body) => body.id === id)
  const body = found ? bodyName(words, found) : id
  if (one.kind === 'body') return say('ceiling.body', { body, party })
  const veto = found ? vetoName(words, found, one.id) : one.id
  return say('ceiling.veto', { body, party, veto })
}
