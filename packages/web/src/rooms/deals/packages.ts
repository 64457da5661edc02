import type { Case } from '@truce/core'
import type { Terms } from '../../engine/protocol.ts'
import type { Trade } from './documents.ts'

/** One issue on which two packages differ. */
export interface Difference {
  readonly issue: string
  readonly from: string | undefined
  readonly to: string | undefined
}

/** Where a package departs from a reference, in the order of the case's issues. */
export function differences(
  reference: Terms,
  terms: Terms,
  { issues }: Pick<Case, 'issues'>
): readonly Difference[] {
  return issues
    .map(({ id }) => ({ issue: id, from: reference[id], to: terms[id] }))
    .filter(({ from, to }) => from !== to)
}

/** The issues on which a package is as the reference, in the order of the case's issues. */
export function common(
  reference: Terms,
  terms: Terms,
  { issues }: Pick<Case, 'issues'>
): readonly string[] {
  return issues
    .map(({ id }) => id)
    .filter((id) => terms[id] !== undefined && terms[id] === reference[id])
}

/** Between the stages of a staged term: `contact > pre-2022`. */
const STAGES = ' > '

/**
 * Whether some term has one option now and another later, which a draft of plain options cannot
 * say.
 */
export function isStaged(terms: Terms): boolean {
  return Object.values(terms).some((option) => option.includes(STAGES))
}

/** A draft of plain options: staged terms as they end. */
export function plain(terms: Terms): Terms {
  return Object.fromEntries(
    Object.entries(terms).map(([issue, option]) => [issue, option.split(STAGES).at(-1) ?? option])
  )
}

/** The package after an exchange. */
export function afterTrade(terms: Terms, { changes }: Trade): Terms {
  return { ...terms, ...Object.fromEntries(changes.map(({ issue, to }) => [issue, to])) }
}

/** The stages of an option, by their ids: one, or two where the term is staged. */
export function stagesIn(option: string): readonly string[] {
  return option.split(STAGES)
}
