import type { Case } from '@truce/core'
import { textIn } from '@truce/core/model'
import type { Done, Words as Said } from '@truce/core/report/words'
import {
  answerClauses,
  conceptWords,
  couldDo,
  deedsWords,
  deedWords,
  doneWords,
  routeSentences,
  STRONGEST,
  sentence,
  wishWords,
  words as wordsIn
} from '@truce/core/report/words'
import type { Translate } from '../../messages/index.ts'
import type { Answered, Concept, Route, StabilityDocument, Step, Witness } from './document.ts'
import { nameOfState } from './document.ts'

export { CONCEPT_NAMES } from '@truce/core/report/words'

/** What the sentences are about, and the language they are in. */
export interface About {
  readonly source: Case
  readonly document: Pick<StabilityDocument, 'named' | 'moves' | 'states' | 'statusQuo'>
  readonly t: Translate
  readonly language: string
}

/** The names of things and deeds in one language. */
export interface Words {
  /** The sentences that reports say too. */
  readonly said: Said
  readonly party: (id: string) => string
  /** A state by its name, else by its number in the list of states. */
  readonly state: (label: string) => string
  /** What is done in a state, in a sentence's words. */
  readonly done: (label: string) => string
  /** What a concept means, with the term behind. */
  readonly concept: (concept: Concept) => string
  readonly list: (words: readonly string[]) => string
  readonly deed: (step: Step) => string
  /** The same as what a party could do or would like to. */
  readonly wish: (step: Step) => string
  readonly deeds: (steps: readonly Step[]) => string
  /** The moves taken in a state, by party; empty for a general graph. */
  readonly taken: (
    label: string
  ) => readonly { readonly party: string; readonly moves: readonly string[] }[]
}

/** Makes the words for a case. */
export function wordsOf({ source, document, t, language }: About): Words {
  const said = wordsIn(language)
  const moves = document.moves.length > 0 ? (source.graph?.moves ?? []) : []
  const titles = (picked: typeof moves): readonly string[] =>
    picked.map((move) => textIn(move.title, language))
  const party = (id: string): string => {
    const found = source.parties.get(id)
    return found ? textIn(found.name, language) : id
  }
  const state = (label: string): string =>
    nameOfState(document, label) ??
    (moves.length === 0 ? label : t('stability.state', { n: numberOf(document, label) }))
  const doneIn = ([mover, from, to]: Step): Done => {
    const own = moves.flatMap((move, bit) =>
      move.party === mover && differs(from[bit], to[bit]) ? [{ move, made: to[bit] === 'Y' }] : []
    )
    return {
      party: party(mover),
      made: titles(own.filter((one) => one.made).map(({ move }) => move)),
      undone: titles(own.filter((one) => !one.made).map(({ move }) => move)),
      state: to
    }
  }
  const deed = (step: Step): string => deedWords(said, doneIn(step))
  const taken: Words['taken'] = (label) =>
    [...new Set(moves.map((move) => move.party))].map((id) => ({
      party: id,
      moves: titles(moves.filter((move, bit) => move.party === id && label[bit] === 'Y'))
    }))
  return {
    said,
    party,
    state,
    list: said.list,
    done: (label) =>
      moves.length === 0
        ? label
        : doneWords(
            said,
            taken(label).map((one) => ({ ...one, party: party(one.party) }))
          ),
    concept: (concept) => conceptWords(said, concept),
    deed,
    wish: (step) => wishWords(said, doneIn(step)),
    deeds: (steps) =>
      deedsWords(
        said,
        steps.map((step) => ({ deed: deed(step), name: nameOfState(document, step[2]) }))
      ),
    taken
  }
}

/**
 * A state's number: its place in the list of states, from 1; where they are too many to list, that
 * of its pattern of moves.
 */
function numberOf({ states }: Pick<StabilityDocument, 'states'>, label: string): number {
  const place = states?.indexOf(label) ?? -1
  return place >= 0 ? place + 1 : Number.parseInt(label.replace(/Y/g, '1').replace(/\D/g, '0'), 2)
}

/** A dash stands for patterns put together: there it is not known whether the move was made. */
const differs = (a: string | undefined, b: string | undefined): boolean =>
  a !== b && a !== '-' && b !== '-'

/**
 * The verdict to tell of a party: of the concept asked for, else of the most demanding one it stays
 * under, else of the least demanding.
 */
export function toldWitness(
  witnesses: Readonly<Partial<Record<Concept, Witness>>>,
  asked: Concept | 'any'
): { readonly concept: Concept; readonly witness: Witness } | undefined {
  const found = (concept: Concept): { readonly concept: Concept; readonly witness: Witness }[] => {
    const witness = witnesses[concept]
    return witness ? [{ concept, witness }] : []
  }
  if (asked !== 'any') return found(asked)[0]
  const all = STRONGEST.flatMap(found)
  return all.find(({ witness }) => witness.stable) ?? all.at(-1)
}

/** Why a party stays or leaves, step by step: a first sentence, then what follows from it. */
export function steps(
  words: Words,
  witness: Witness,
  { party, state: from }: { readonly party: string; readonly state: string }
): readonly string[] {
  const { said } = words
  const { say } = said
  if (!witness.stable) {
    const { improvement, attempt } = witness
    const out = say('witness.leaves', { deed: words.deeds([improvement]) })
    if (!attempt?.reply) return [out]
    const deeds = words.deeds(attempt.sanction)
    return [out, say('witness.near', { deeds, deed: words.deed(attempt.reply) })]
  }
  if (witness.because === 'no-move') return [sentence(said, say('witness.no-move'))]
  if (witness.because === 'no-improvement') {
    const wishes = couldDo(
      said,
      witness.moves.map((to) => words.wish([party, from, to]))
    )
    return [sentence(said, say('witness.no-improvement', { wishes }))]
  }
  return witness.answers.slice(0, 1).flatMap((answer) => answerSteps(words, answer))
}

/** An improvement, the answer to it and where that leaves the party. */
export function answerSteps(
  words: Words,
  answer: Answered & { readonly improvement: Step }
): readonly string[] {
  const { said, wish: wanted, deed } = words
  const { wish, ...clauses } = answerClauses(
    said,
    { wish: wanted, deed },
    { ...answer, sanction: words.deeds(answer.sanction) }
  )
  return [wish, clauses.answer, clauses.end].map((clause) => sentence(said, clause))
}

/**
 * How a path is to be taken: by improvements throughout, or not, and then how long the way by
 * improvements is.
 */
export const routeSentence = ({ said }: Pick<Words, 'said'>, route: Route): string =>
  routeSentences(said, route).join(' ')
