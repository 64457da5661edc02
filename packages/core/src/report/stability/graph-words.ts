import type { Case } from '../../model/case.ts'
import type { Condition } from '../../model/judgement.ts'
import { textIn } from '../../model/package.ts'
import type { Compiled, Concept, Step } from '../../stability/index.ts'
import type { Words } from '../words/index.ts'
import { CONCEPT_NAMES, deedsWords, deedWords, nameOf, wordsOf } from '../words/index.ts'

/** What the report is about, and the language it is in: English unless another is named. */
export interface GraphReported {
  readonly source: Case
  readonly compiled: Compiled
  readonly language?: string
}

/** The names of concepts as a list. */
export const conceptList = (about: GraphReported, concepts: readonly Concept[]): string =>
  wordsOf(about).list(concepts.map((concept) => CONCEPT_NAMES[concept]))

/** A party's name by its index in the conflict. */
export const partyName = ({ source, compiled }: GraphReported, party: number): string =>
  nameOf(source, compiled.conflict.parties[party] as string)

/** The names of parties as a list. */
export const partyNames = (about: GraphReported, parties: readonly number[]): string =>
  wordsOf(about).list(parties.map((party) => partyName(about, party)))

/** A state: its letters or node, and the name the case gives it. */
export function stateName(about: GraphReported, state: number): string {
  const { space, named } = about.compiled
  const label = space.label(state)
  const found = named.find((one) => one.state === state && one.id !== label)
  return found ? wordsOf(about).say('state', { label, name: found.id }) : label
}

/**
 * What a party does in one step: the moves made and the moves undone, in the case's words; the node
 * in a general graph.
 */
export function deed(about: GraphReported, { party, from, to }: Step): string {
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
  return deedWords(wordsOf(about), {
    party: partyName(about, party),
    made: titles(true),
    undone: titles(false),
    state: space.label(to)
  })
}

/** A sequence of steps with where each leads. */
export const deeds = (about: GraphReported, steps: readonly Step[]): string =>
  deedsWords(
    wordsOf(about),
    steps.map((step) => ({ deed: deed(about, step), state: about.compiled.space.label(step.to) }))
  )

/** A condition over moves, as it could be written in the case. */
export function conditionText(own: Words, condition: Condition): string {
  const { say } = own
  const words = (part: Condition): string => conditionText(own, part)
  switch (condition.kind) {
    case 'move':
      return say(condition.taken ? 'condition.taken' : 'condition.left', {
        move: `${condition.party}.${condition.move}`
      })
    case 'is':
      return say('condition.is', {
        issue: condition.issue,
        options: condition.options.reduce((list, next) => say('condition.or', { list, next }))
      })
    case 'scenario':
      return say('condition.scenario', { id: condition.id })
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
    ? own.say('statement', { place, condition: conditionText(own, condition) })
    : String(place)
}
