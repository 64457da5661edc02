import type { Body, Case, Redline } from '../../model/case.ts'
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

/** A proposal by its title. */
export function proposalTitle({ proposals }: Case, id: string): string {
  const found = proposals.find((proposal) => proposal.id === id)
  return found ? textIn(found.title) : id
}

/** A proposal's title and id, as tables of a terminal name it. */
export function titleOf(words: Words, { proposals }: Case, id: string): string {
  const found = proposals.find((proposal) => proposal.id === id)
  return found ? words.say('proposal', { title: textIn(found.title), id }) : id
}

/** `issue: option` in the case's own ids. */
export const termsInWords = (terms: ReadonlyMap<string, string>): string =>
  [...terms].map(([issue, option]) => `${issue}: ${option}`).join(', ')

/** An option by its title, with the unit of its issue where it is an amount. */
export function optionTitle({ say }: Words, { issues }: Case, [issue, id]: IssueOption): string {
  const found = issues.find((one) => one.id === issue)
  const chosen = found?.options.find((one) => one.id === id)
  if (!chosen) return id
  const words = textIn(chosen.title)
  return chosen.amount !== undefined && found?.unit !== undefined
    ? say('amount', { amount: words, unit: textIn(found.unit) })
    : words
}

type IssueOption = readonly [issue: string, option: string]

/** An option in the case's words, after its issue; a staged one (`now > later`) as both. */
export function settledAs(words: Words, source: Case, [issue, option]: IssueOption): string {
  return words.say('term', {
    issue: issueTitle(source, issue),
    option: stagedTitle(words, source, [issue, option])
  })
}

/** The same without its issue. */
export function stagedTitle(words: Words, source: Case, [issue, option]: IssueOption): string {
  const stages = option.split(' > ').map((id) => optionTitle(words, source, [issue, id]))
  return stages.reduce((first, last) => words.say('term.staged', { first, last }))
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

/** A ratifying body that a key names, by its id or its place in the list. */
export function bodyIn(words: Words, { stances }: Case, [party, ref]: PartyBody): string {
  const bodies = stances.get(party)?.ratification ?? []
  const found = bodies.find(({ id }) => id === ref) ?? bodies[Number(ref)]
  return found ? bodyName(words, found) : ref
}

type PartyBody = readonly [party: string, body: string]

/** A veto player of a body by its title, else by its id. */
export function vetoName({ language }: Words, { vetoes }: Body, id: string): string {
  const title = vetoes.find((veto) => veto.id === id)?.title
  return title === undefined ? id : textIn(title, language)
}

/** A poll as a sentence names it: who asked, else its source's title, and when. */
export function pollWords(words: Words, source: Case, id: string): string {
  const poll = source.polls.get(id)
  const from = poll && source.sources.get(poll.source)
  if (!poll || !from) return id
  const [start = '', end = start] = poll.field.split('/')
  return [
    textIn(from.author ?? from.title),
    start === end ? start : words.say('range', { low: start, high: end })
  ].join(', ')
}

/** A redline as the case words it, never by its id. */
export const redlineWords = ({ say }: Words, { says }: Pick<Redline, 'says'>): string =>
  says ? say('quoted', { text: textIn(says) }) : say('pages.redline.unsaid')

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
