import type { EquilibriumState } from '../../check/check-result.ts'
import { CONCEPT_NAMES } from './concepts.ts'
import type { Words } from './say.ts'

/** Whether anybody would leave the state that a package leads to, in sentences. */
export function holdWords(
  words: Words,
  { state, concepts, alike }: EquilibriumState
): readonly string[] {
  if (concepts === null) return [words.say('hold.full.large', { state })]
  return [
    held(words, state, concepts),
    ...(alike.states > 0 ? [words.say('hold.full.alike', alike)] : [])
  ]
}

function held({ say, list }: Words, state: string, under: readonly string[]): string {
  const names: Readonly<Record<string, string>> = CONCEPT_NAMES
  if (under.length === 0) return say('hold.full.none', { state })
  if (under.length === Object.keys(names).length) return say('hold.full.all', { state })
  return say('hold.full.some', {
    state,
    concepts: list(under.map((concept) => names[concept] ?? concept))
  })
}
