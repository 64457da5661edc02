import type { Case, Condition } from '@truce/core'
import { textIn } from '@truce/core/model'
import { words as wordsIn } from '@truce/core/report/words'

/** Looks up a text of the catalogue. */
export type Say = (key: string, values?: Record<string, string | number>) => string

/** A condition in words, with the titles of issues, options and scenarios. */
export function conditionWords(condition: Condition, source: Case, say: Say): string {
  const words = (part: Condition): string => conditionWords(part, source, say)
  // the reports say these the same way; like all that is said of a case, so far in English
  const report = wordsIn().say
  const inner = (part: Condition): string => (isCompound(part) ? `(${words(part)})` : words(part))
  switch (condition.kind) {
    case 'is':
      return isWords(condition, source, say)
    case 'scenario':
      return scenarioTitle(condition.id, source)
    case 'move':
      return say(
        condition.taken ? 'case.words.taken' : 'case.words.notTaken',
        moveNames(condition, source)
      )
    case 'all':
      return condition.parts.map(inner).join(say('case.words.and'))
    case 'any':
      return condition.parts.map(inner).join(say('case.words.or'))
    case 'not':
      return report('condition.not', { part: words(condition.part) })
    case 'if':
      return report('condition.if', { left: words(condition.left), right: words(condition.right) })
    case 'iff':
      return report('condition.iff', { left: words(condition.left), right: words(condition.right) })
  }
}

const isCompound = ({ kind }: Condition): boolean =>
  kind === 'all' || kind === 'any' || kind === 'if' || kind === 'iff'

function isWords(
  { issue, options }: Extract<Condition, { kind: 'is' }>,
  source: Case,
  say: Say
): string {
  const known = source.issues.find(({ id }) => id === issue)
  const names = options.map((id) => optionTitle(source, issue, id))
  const rest = known && known.options.length - options.length
  if (known && rest === 1 && options.length > 1) {
    const other = known.options.find(({ id }) => !options.includes(id))
    return say('case.words.isNot', {
      issue: textIn(known.title),
      option: other ? textIn(other.title) : ''
    })
  }
  return say('case.words.is', {
    issue: known ? textIn(known.title) : issue,
    options: names.join(say('case.words.or'))
  })
}

/** The title of an option, or its id where there is none. */
export function optionTitle(source: Case, issue: string, option: string): string {
  const known = source.issues
    .find(({ id }) => id === issue)
    ?.options.find(({ id }) => id === option)
  return known ? textIn(known.title) : option
}

/** The title of an issue, or its id where there is none. */
export function issueTitle(source: Case, id: string): string {
  const known = source.issues.find((issue) => issue.id === id)
  return known ? textIn(known.title) : id
}

/** The name of a party, or its id where there is none. */
export function partyName(source: Case, id: string): string {
  const party = source.parties.get(id)
  return party ? textIn(party.name) : id
}

function scenarioTitle(id: string, source: Case): string {
  const scenario = source.scenarios.find((one) => one.id === id)
  return scenario ? textIn(scenario.title) : id
}

function moveNames(
  { party, move }: { readonly party: string; readonly move: string },
  source: Case
): Record<string, string> {
  const known = source.graph?.moves.find((one) => one.party === party && one.id === move)
  return { party: partyName(source, party), move: known ? textIn(known.title) : move }
}

/** A pointer as a reader says it: parties and issues by name, the rest by the words of the file. */
export function pointerWords(named: readonly string[], source: Case | undefined): string {
  const shown = named.filter(
    (step, index) => !(index === 0 && (step === 'stances' || step === 'parties'))
  )
  return shown
    .map((step) => {
      if (source?.parties.has(step)) return partyName(source, step)
      return source?.issues.some(({ id }) => id === step) ? issueTitle(source, step) : step
    })
    .join(' · ')
}
