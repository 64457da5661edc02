import type { Concept } from '../../stability/index.ts'

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
