import type { Case } from '@truce/core'
import { textIn } from '@truce/core/model'
import type { Translate } from '../../messages/index.ts'
import type { Answered, Concept, Route, StabilityDocument, Step, Witness } from './document.ts'
import { nameOfState } from './document.ts'

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

/** What the sentences are about, and the language they are in. */
export interface About {
  readonly source: Case
  readonly document: Pick<StabilityDocument, 'named' | 'moves' | 'statusQuo'>
  readonly t: Translate
  readonly language: string
}

/** The names of things and deeds in one language. */
export interface Words {
  readonly party: (id: string) => string
  readonly state: (label: string) => string
  readonly list: (words: readonly string[]) => string
  readonly deed: (step: Step) => string
  readonly deeds: (steps: readonly Step[]) => string
  /** The moves taken in a state, by party; empty for a general graph. */
  readonly taken: (
    label: string
  ) => readonly { readonly party: string; readonly moves: readonly string[] }[]
}

/** Makes the words for a case. */
export function wordsOf({ source, document, t, language }: About): Words {
  // British English lists without a comma before the "and", as the reports do
  const format = new Intl.ListFormat(language === 'en' ? 'en-GB' : language, {
    type: 'conjunction'
  })
  const list = (words: readonly string[]): string => format.format(words)
  const moves = document.moves.length > 0 ? (source.graph?.moves ?? []) : []
  const titles = (picked: typeof moves): readonly string[] =>
    picked.map((move) => t('stability.move', { title: textIn(move.title, language) }))
  const party = (id: string): string => {
    const found = source.parties.get(id)
    return found ? textIn(found.name, language) : id
  }
  const state = (label: string): string => {
    const name = nameOfState(document, label)
    return name ? `${label} (${name})` : label
  }
  const deed = ([mover, from, to]: Step): string => {
    const own = moves.flatMap((move, bit) =>
      move.party === mover && differs(from[bit], to[bit]) ? [{ move, made: to[bit] === 'Y' }] : []
    )
    const made = list(titles(own.filter((one) => one.made).map(({ move }) => move)))
    const undone = list(titles(own.filter((one) => !one.made).map(({ move }) => move)))
    const key = made && undone ? 'both' : made ? 'made' : undone ? 'undone' : 'node'
    return t(`stability.deed.${key}`, { party: party(mover), made, undone, state: to })
  }
  return {
    party,
    state,
    list,
    deed,
    deeds: (steps) =>
      steps
        .map((step) => t('stability.deed.to', { deed: deed(step), state: step[2] }))
        .join(t('stability.deed.then')),
    taken: (label) =>
      [...new Set(moves.map((move) => move.party))].map((id) => ({
        party: id,
        moves: titles(moves.filter((move, bit) => move.party === id && label[bit] === 'Y'))
      }))
  }
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
export function steps({ t }: About, words: Words, witness: Witness): readonly string[] {
  if (!witness.stable) {
    const out = t('stability.why.leaves', {
      deed: words.deed(witness.improvement),
      state: words.state(witness.improvement[2])
    })
    const near = witness.attempt
    if (!near?.reply) return [out, t('stability.why.unanswered')]
    return [
      out,
      t('stability.why.attempt', { deeds: words.deeds(near.sanction) }),
      t('stability.why.escape', { deed: words.deed(near.reply) })
    ]
  }
  if (witness.because === 'no-move') return [t('stability.why.no-move')]
  if (witness.because === 'no-improvement') {
    const { moves } = witness
    const where =
      moves.length > 3
        ? t('stability.why.others', { n: moves.length })
        : words.list(moves.map(words.state))
    return [t('stability.why.no-improvement', { where })]
  }
  return witness.answers.slice(0, 1).flatMap((answer) => answerSteps({ t, words }, answer))
}

/** An improvement, the answer to it and where that leaves the party. */
export function answerSteps(
  { t, words }: { readonly t: Translate; readonly words: Words },
  { improvement, sanction, end, reply }: Answered & { readonly improvement: Step }
): readonly string[] {
  const finish = reply
    ? t('stability.why.no-better-even', { state: words.state(end), deed: words.deed(reply) })
    : t('stability.why.no-better', { state: words.state(end) })
  return [
    t('stability.why.wish', { state: words.state(improvement[2]), deed: words.deed(improvement) }),
    t('stability.why.then', { deeds: words.deeds(sanction) }),
    finish
  ]
}

/**
 * How a path is to be taken: by improvements throughout, or not, and then how long the way by
 * improvements is.
 */
export function routeSentence({ t }: Pick<About, 't'>, route: Route): string {
  if (route.path.length === 0) return t('stability.path.here')
  if (route.improvementsOnly) return t('stability.path.improvements', { n: route.path.length })
  if (route.byImprovements)
    return t('stability.path.longer', { n: route.path.length, m: route.byImprovements.length })
  return t('stability.path.mixed', { n: route.path.length })
}
