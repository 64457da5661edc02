import type { Case } from '../../model/case.ts'
import type { Condition } from '../../model/judgement.ts'
import { textIn } from '../../model/package.ts'
import type { Compiled, Concept, Step } from '../../stability/index.ts'
import { listed, nameOf } from '../words.ts'

/** The names concepts go by. */
export const CONCEPT_NAMES: Readonly<Record<Concept, string>> = {
  nash: 'Nash',
  gmr: 'GMR',
  smr: 'SMR',
  seq: 'SEQ',
  sseq: 'SSEQ',
  sim: 'SIM'
}

/** What the report is about. */
export interface About {
  readonly source: Case
  readonly compiled: Compiled
}

/** A party's name by its index in the conflict. */
export const partyName = ({ source, compiled }: About, party: number): string =>
  nameOf(source, compiled.conflict.parties[party] as string)

/** A state: its letters or node, and the name the case gives it. */
export function stateName({ compiled }: About, state: number): string {
  const label = compiled.space.label(state)
  const named = compiled.named.find((one) => one.state === state && one.id !== label)
  return named ? `${label} (${named.id})` : label
}

/**
 * What a party does in one step: the moves made and the moves undone, in the case's words; the node
 * in a general graph.
 */
export function deed(about: About, { party, from, to }: Step): string {
  const { source, compiled } = about
  const { space } = compiled
  const id = compiled.conflict.parties[party]
  // of patterns put together, the letters of others may differ too: only the mover's own moves are
  // its deed
  const own = (source.graph?.moves ?? []).flatMap((move, bit) =>
    move.party === id ? [{ move, bit }] : []
  )
  const changed = own.flatMap(({ move, bit }) =>
    space.taken(from, bit) === space.taken(to, bit) ? [] : [{ move, made: space.taken(to, bit) }]
  )
  if (changed.length === 0) return `${partyName(about, party)} moves to ${space.label(to)}`
  const made = changed
    .filter((one) => one.made)
    .map(({ move }) => `\u201c${textIn(move.title)}\u201d`)
  const undone = changed
    .filter((one) => !one.made)
    .map(({ move }) => `\u201c${textIn(move.title)}\u201d`)
  const parts = [
    ...(made.length > 0 ? [`takes ${listed(made)}`] : []),
    ...(undone.length > 0 ? [`takes back ${listed(undone)}`] : [])
  ]
  return `${partyName(about, party)} ${parts.join(' and ')}`
}

/** A sequence of steps with where each leads. */
export const deeds = (about: About, steps: readonly Step[]): string =>
  steps
    .map((step) => `${deed(about, step)} (to ${about.compiled.space.label(step.to)})`)
    .join('; then ')

/** A condition over moves, as it could be written in the case. */
export function conditionText(condition: Condition): string {
  switch (condition.kind) {
    case 'move':
      return `${condition.party}.${condition.move}: ${condition.taken ? 'yes' : 'no'}`
    case 'is':
      return `${condition.issue}: ${condition.options.join(' or ')}`
    case 'scenario':
      return `scenario ${condition.id}`
    case 'all':
      return condition.parts.map(conditionText).join(', ')
    case 'any':
      return `any of (${condition.parts.map(conditionText).join('; ')})`
    case 'not':
      return `not (${conditionText(condition.part)})`
    case 'if':
      return `if ${conditionText(condition.left)} then ${conditionText(condition.right)}`
    case 'iff':
      return `${conditionText(condition.left)} exactly when ${conditionText(condition.right)}`
  }
}

/** A statement of a party by its place, counted from 1. */
export function statementText({ compiled }: About, party: number, place: number): string {
  const condition = compiled.preferences[party]?.statements[place]?.condition
  return condition ? `${place + 1} (${conditionText(condition)})` : String(place + 1)
}
