import type { Case } from '../../model/case.ts'
import type { KeptOrder, OrderOutcome } from '../../plan/kept.ts'
import { nameOf, namesOf } from './names.ts'
import type { Words } from './say.ts'

/** Whether some order of a proposal's steps is kept to by everybody: in full, a sentence each. */
export function orderWords(words: Words, source: Case, kept: KeptOrder): readonly string[] {
  const { say } = words
  const { outcome, least = 0, unknown } = kept
  const found = { who: whoWords(words, source, kept), points: Math.abs(least).toFixed(1) }
  return [
    isNotFound(outcome) ? say(`order.${outcome}`) : say(`order.${outcome}`, found),
    ...(unknown.length > 0
      ? [say('order.unknown', { parties: namesOf(words, source, unknown) })]
      : [])
  ]
}

/** The same in one short sentence. */
export function orderInShort(words: Words, source: Case, kept: KeptOrder): string {
  const { say } = words
  const { outcome } = kept
  if (outcome === 'breaks' || outcome === 'unsettled')
    return say(`order.short.${outcome}`, { who: whoWords(words, source, kept) })
  return say(`order.short.${outcome}`)
}

const isNotFound = (outcome: OrderOutcome): outcome is 'stuck' | 'too-many' | 'nobody' =>
  outcome === 'stuck' || outcome === 'too-many' || outcome === 'nobody'

const whoWords = (words: Words, source: Case, { binding }: KeptOrder): string =>
  words.list(binding.map((one) => whereWords(words, source, one)))

function whereWords(
  { say, list }: Words,
  source: Case,
  { party, deliverables }: KeptOrder['binding'][number]
): string {
  const name = nameOf(source, party)
  return deliverables.length === 0
    ? say('plan.who.end', { party: name })
    : say('order.where', { party: name, deliverables: list(deliverables) })
}
