import type { Concept } from '../../stability/index.ts'
import type { Words } from './say.ts'

/** The names concepts go by, in every language. */
export const CONCEPT_NAMES: Readonly<Record<Concept, string>> = {
  nash: 'Nash',
  gmr: 'GMR',
  smr: 'SMR',
  seq: 'SEQ',
  sseq: 'SSEQ',
  sim: 'SIM'
}

/** From the concept that asks most of a party's position to the one that asks least. */
export const STRONGEST: readonly Concept[] = ['nash', 'sseq', 'seq', 'sim', 'smr', 'gmr']

/** What it means that a state holds under a concept: a clause without the term. */
export const conceptMeaning = ({ say }: Words, concept: Concept): string =>
  say(`concept.${concept}`)

/** What a concept means, with the term behind. */
export const conceptWords = (words: Words, concept: Concept): string =>
  words.say('concept.named', {
    means: conceptMeaning(words, concept),
    term: CONCEPT_NAMES[concept]
  })
