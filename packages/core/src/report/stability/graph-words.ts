import type { Case } from '../../model/case.ts'
import type { Condition } from '../../model/judgement.ts'
import { textIn } from '../../model/package.ts'
import type { Compiled, Concept, Step } from '../../stability/index.ts'
import type { Done, Words } from '../words/index.ts'
import {
  conceptWords,
  deedsWords,
  deedWords,
  doneWords,
  issueTitle,
  nameOf,
  optionTitle,
  wishWords,
  wordsOf
} from '../words/index.ts'

/** What the report is about, and the language it is in: English unless another is named. */
export interface GraphReported {
  readonly source: Case
  readonly compiled: Compiled
  readonly language?: string
}

/** Concepts as a list: what each means, with the term behind. */
export function conceptList(about: GraphReported, concepts: readonly Concept[]): string {
  const words = wordsOf(about)
  return words.list(concepts.map((concept) => conceptWords(words, concept)))
}

/** A party's name by its index in the conflict. */
export const partyName = ({ source, compiled }: GraphReported, party: number): string =>
  nameOf(source, compiled.conflict.parties[party] as string)

/** The names of parties as a list. */
export const partyNames = (about: GraphReported, parties: readonly number[]): string =>
  wordsOf(about).list(parties.map((party) => partyName(about, party)))

/** A state by the name that the case gives it, else by what is done there. */
export function stateName(about: GraphReported, state: number): string {
  const found = about.compiled.named.find((one) => one.state === state)
  return found?.id ?? doneIn(about, state)
}

/** Whether the case gives a state a name. */
export const isNamed = ({ compiled }: GraphReported, state: number): boolean =>
  compiled.named.some((one) => one.state === state)

/** What is done in a state, party by party, in the case's words; the node of a general graph. */
export function doneIn(about: GraphReported, state: number): string {
  const { source, compiled } = about
  const { space, conflict } = compiled
  const label = space.label(state)
  if (space.moveIds.length === 0) return label
  const moves = source.graph?.moves ?? []
  return doneWords(
    wordsOf(about),
    conflict.parties.map((party) => ({
      party: nameOf(source, party),
      // where patterns were put together, a dash leaves open whether the move is made
      moves: moves
        .filter((move, bit) => move.party === party && label[bit] === 'Y')
        .map(({ title }) => textIn(title))
    }))
  )
}

/**
 * What a party does in one step: the moves made and the moves undone, in the case's words; the node
 * in a general graph.
 */
export const deed = (about: GraphReported, step: Step): string =>
  deedWords(wordsOf(about), deedDone(about, step))

/** The same as what it could do or would like to: `take “a”`. */
export const wishedDeed = (about: GraphReported, step: Step): string =>
  wishWords(wordsOf(about), deedDone(about, step))

function deedDone(about: GraphReported, { party, from, to }: Step): Done {
  const { source, compiled } = about
  const { space } = compiled
  const id = compiled.conflict.parties[party]
  // of patterns put together, the letters of others may differ too: only the mover's own moves are
  // its deed
  const changed = (source.graph?.moves ?? []).flatMap((move, bit) =>
    move.party === id && space.taken(from, bit) !== space.taken(to, bit)
      ? [{ title: textIn(move.title), made: space.taken(to, bit) }]
      : []
  )
  const titles = (made: boolean): readonly string[] =>
    changed.filter((one) => one.made === made).map(({ title }) => title)
  return {
    party: partyName(about, party),
    made: titles(true),
    undone: titles(false),
    state: space.label(to)
  }
}

/** A sequence of steps; where one leads to a state with a name, that is said. */
export const deeds = (about: GraphReported, steps: readonly Step[]): string =>
  deedsWords(
    wordsOf(about),
    steps.map((step) => ({
      deed: deed(about, step),
      name: about.compiled.named.find(({ state }) => state === step.to)?.id
    }))
  )

/** How a condition's atoms are named. */
interface AtomNames {
  readonly taken: (party: string, move: string) => string
  readonly left: (party: string, move: string) => string
  readonly is: (issue: string, options: readonly string[]) => string
  readonly scenario: (id: string) => string
}

/** By ids, as a case is written. */
function idNames({ say }: Words): AtomNames {
  return {
    taken: (party, move) => say('condition.taken', { move: `${party}.${move}` }),
    left: (party, move) => say('condition.left', { move: `${party}.${move}` }),
    is: (issue, options) =>
      say('condition.is', {
        issue,
        options: options.reduce((list, next) => say('condition.or', { list, next }))
      }),
    scenario: (id) => say('condition.scenario', { id })
  }
}

/** By titles, as sentences are. */
function titleNames(about: GraphReported): AtomNames {
  const { source } = about
  const own = wordsOf(about)
  const { say } = own
  const moved = (
    party: string,
    move: string
  ): { readonly party: string; readonly move: string } => {
    const found = source.graph?.moves.find((one) => one.party === party && one.id === move)
    return { party: nameOf(source, party), move: found ? textIn(found.title) : move }
  }
  return {
    taken: (party, move) => say('condition.takes', moved(party, move)),
    left: (party, move) => say('condition.leaves', moved(party, move)),
    is: (issue, options) =>
      say('condition.is', {
        issue: issueTitle(source, issue),
        options: options
          .map((option) => optionTitle(own, source, [issue, option]))
          .reduce((list, next) => say('condition.or', { list, next }))
      }),
    scenario: (id) =>
      say('condition.scenario', {
        id: textIn(source.scenarios.find((one) => one.id === id)?.title ?? id)
      })
  }
}

/** A condition over moves, as it could be written in the case. */
export const conditionText = (own: Words, condition: Condition): string =>
  conditionWith(own, idNames(own), condition)

function conditionWith(own: Words, names: AtomNames, condition: Condition): string {
  const { say } = own
  const words = (part: Condition): string => conditionWith(own, names, part)
  switch (condition.kind) {
    case 'move':
      return names[condition.taken ? 'taken' : 'left'](condition.party, condition.move)
    case 'is':
      return names.is(condition.issue, condition.options)
    case 'scenario':
      return names.scenario(condition.id)
    case 'all':
      return condition.parts.map(words).join(', ')
    case 'any':
      return say('condition.any', { parts: condition.parts.map(words).join('; ') })
    case 'not':
      return say('condition.not', { part: words(condition.part) })
    case 'if':
      return say('condition.if', { left: words(condition.left), right: words(condition.right) })
    case 'iff':
      return say('condition.iff', { left: words(condition.left), right: words(condition.right) })
  }
}

/** A statement of a party by its place, counted from 1. */
export function statementText(about: GraphReported, party: number, at: number): string {
  const condition = about.compiled.preferences[party]?.statements[at]?.condition
  const place = at + 1
  const own = wordsOf(about)
  return condition
    ? own.say('statement', {
        place,
        condition: conditionWith(own, titleNames(about), condition)
      })
    : String(place)
}
