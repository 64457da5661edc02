import type { Body, Case } from '../../model/case.ts'
import { textIn } from '../../model/package.ts'
import type { Verdict } from '../../worth/verdict.ts'
import type { Mark } from './rich.ts'
import type { Words } from './say.ts'

/** A party's name. */
export function nameOf(source: Case, party: string, language?: string): string {
  const found = source.parties.get(party)
  return found ? textIn(found.name, language) : party
}

/** The names of parties as a list. */
export const namesOf = (words: Words, source: Case, parties: readonly string[]): string =>
  words.list(parties.map((party) => nameOf(source, party)))

/** An issue by its title. */
export function issueTitle({ issues }: Case, id: string): string {
  const found = issues.find((issue) => issue.id === id)
  return found ? textIn(found.title) : id
}

/** A proposal's title and id, as headings and tables name it. */
export function titleOf(words: Words, { proposals }: Case, id: string): string {
  const found = proposals.find((proposal) => proposal.id === id)
  return found ? words.say('proposal', { title: textIn(found.title), id }) : id
}

/** `issue: option` in the case's own ids. */
export const termsInWords = (terms: ReadonlyMap<string, string>): string =>
  [...terms].map(([issue, option]) => `${issue}: ${option}`).join(', ')

/** An option in the case's words, after its issue; a staged one (`now > later`) as both. */
export function settledAs(
  words: Words,
  source: Case,
  [issue, option]: readonly [issue: string, option: string]
): string {
  return words.say('term', {
    issue: issueTitle(source, issue),
    option: optionTitle(words, source, [issue, option])
  })
}

/** The same without its issue. */
export function optionTitle(
  { say }: Words,
  source: Case,
  [issue, option]: readonly [issue: string, option: string]
): string {
  const found = source.issues.find(({ id }) => id === issue)
  const title = (id: string): string => {
    const chosen = found?.options.find((one) => one.id === id)
    if (!chosen) return id
    const words = textIn(chosen.title)
    return chosen.amount !== undefined && found?.unit !== undefined
      ? say('amount', { amount: words, unit: textIn(found.unit) })
      : words
  }
  const stages = option.split(' > ').map(title)
  return stages.reduce((first, last) => say('term.staged', { first, last }))
}

/** Terms in the case's own titles: `Sanctions: Lifted; Status: Neutral`. */
export const settled = (
  words: Words,
  source: Case,
  terms: Iterable<readonly [issue: string, option: string]>
): string => [...terms].map((term) => settledAs(words, source, term)).join('; ')

/** A ratifying body by its title, else by its id. */
export const bodyName = ({ language }: Words, { title, id }: Pick<Body, 'title' | 'id'>): string =>
  title === undefined ? id : textIn(title, language)

/** A text whose first letter is a capital. */
export const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`

/** A clause as a sentence of its own. */
export const sentence = ({ say }: Words, clause: string): string =>
  say('sentence', { clause: capital(clause) })

/** A verdict in capitals, as it stands in tables. */
export const verdictMark = ({ say, language }: Words, verdict: Verdict): Mark => ({
  verdict,
  text: say(`verdict.${verdict}`).toLocaleUpperCase(language)
})

/**
 * A verdict as a sentence takes it; `(on the line)` where more draws or another seed could turn it.
 */
export function verdictText(
  { say }: Words,
  { verdict, onTheLine }: { readonly verdict: Verdict; readonly onTheLine?: boolean }
): string {
  const found = say(`verdict.${verdict}`)
  return onTheLine ? say('verdict.line', { verdict: found }) : found
}
