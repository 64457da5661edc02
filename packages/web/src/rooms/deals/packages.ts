import type { Case } from '@truce/core'
import { textIn } from '@truce/core/model'
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

/** An issue's title; its id where the case does not name it. */
export function issueTitle({ issues }: Pick<Case, 'issues'>, issue: string): string {
  const found = issues.find(({ id }) => id === issue)
  return found ? textIn(found.title) : issue
}

/** The stages of an option in the case's words: one, or two where the term is staged. */
export function optionTitles(
  { issues }: Pick<Case, 'issues'>,
  issue: string,
  option: string
): readonly string[] {
  const options = issues.find(({ id }) => id === issue)?.options ?? []
  return option.split(STAGES).map((stage) => {
    const found = options.find(({ id }) => id === stage)
    return found ? textIn(found.title) : stage
  })
}

/** A party's name; its id where the case does not name it. */
export function partyName({ parties }: Pick<Case, 'parties'>, party: string): string {
  const found = parties.get(party)
  return found ? textIn(found.name) : party
}

/** A proposal's title; its id where the case does not name it. */
export function proposalTitle({ proposals }: Pick<Case, 'proposals'>, proposal: string): string {
  const found = proposals.find(({ id }) => id === proposal)
  return found ? textIn(found.title) : proposal
}
