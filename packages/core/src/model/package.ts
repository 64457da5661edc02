import type { Case, Issue, Package, Proposal } from './case.ts'
import type { Text } from './judgement.ts'

/**
 * The issue of that id. Throws only on a programmer's error: the reader has resolved every
 * reference.
 */
export function issueOf(source: Pick<Case, 'issues'>, id: string): Issue {
  const issue = source.issues.find((candidate) => candidate.id === id)
  if (!issue) throw new Error(`no issue \`${id}\``)
  return issue
}

/**
 * The packages a proposal passes through: its terms at first, and in the end when some term is
 * staged.
 */
export function proposalStages(proposal: Proposal): readonly Package[] {
  const first = new Map([...proposal.terms].map(([issue, term]) => [issue, term.option]))
  const last = new Map(
    [...proposal.terms].map(([issue, term]) => [issue, term.then ?? term.option])
  )
  return [...proposal.terms.values()].some((term) => term.then !== undefined)
    ? [first, last]
    : [first]
}

/** A text in the wanted language, else English, else whatever there is. */
export function textIn(text: Text, language = 'en'): string {
  if (typeof text === 'string') return text
  return text[language] ?? text['en'] ?? Object.values(text)[0] ?? ''
}
