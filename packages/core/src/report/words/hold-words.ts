import type { EquilibriumState } from '../../check/check-result.ts'
import type { Concept } from '../../stability/concepts.ts'
import { conceptWords } from './concepts.ts'
import type { Words } from './say.ts'

/** The chance that it is signed, in words, and how many concepts were asked. */
export interface IfSigned {
  readonly chance: string
  readonly asked: number
}

/**
 * Whether anybody would leave the state that a package leads to, in sentences; never without the
 * chance that it is signed.
 */
export function holdWords(
  words: Words,
  { state, concepts, alike }: EquilibriumState,
  signed: IfSigned
): readonly string[] {
  if (concepts === null) return [words.say('hold.full.large', { state })]
  return [
    held(words, concepts, { state, ...signed }),
    ...(alike.states > 0 ? [words.say('hold.full.alike', alike)] : [])
  ]
}

function held(
  words: Words,
  under: readonly Concept[],
  { asked, ...said }: IfSigned & { readonly state: string }
): string {
  if (under.length === 0) return words.say('hold.full.none', said)
  if (under.length === asked) return words.say('hold.full.all', said)
  const concepts = words.list(under.map((concept) => conceptWords(words, concept)))
  return words.say('hold.full.some', { ...said, concepts })
}
