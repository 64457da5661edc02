import type { Condition } from '@truce/core'
import type { CaseNames } from '../../ui/names.ts'

/** Looks up a text of the catalogue. */
export type Say = (key: string, values?: Record<string, string | number>) => string

/** A condition in words, with the titles of issues, options and scenarios. */
export function conditionWords(condition: Condition, names: CaseNames, say: Say): string {
  const words = (part: Condition): string => conditionWords(part, names, say)
  const inner = (part: Condition): string => (isCompound(part) ? `(${words(part)})` : words(part))
  switch (condition.kind) {
    case 'is':
      return isWords(condition, names, say)
    case 'scenario':
      return names.scenario(condition.id)
    case 'move':
      return say(condition.taken ? 'case.words.taken' : 'case.words.notTaken', {
        party: names.party(condition.party),
        move: names.move(condition.party, condition.move)
      })
    case 'all':
      return condition.parts.map(inner).join(say('case.words.and'))
    case 'any':
      return condition.parts.map(inner).join(say('case.words.or'))
    case 'not':
      return say('case.words.not', { part: words(condition.part) })
    case 'if':
      return say('case.words.if', { left: words(condition.left), right: words(condition.right) })
    case 'iff':
      return say('case.words.iff', { left: words(condition.left), right: words(condition.right) })
  }
}

const isCompound = ({ kind }: Condition): boolean =>
  kind === 'all' || kind === 'any' || kind === 'if' || kind === 'iff'

function isWords(
  { issue, options }: Extract<Condition, { kind: 'is' }>,
  names: CaseNames,
  say: Say
): string {
  const known = names.source.issues.find(({ id }) => id === issue)
  const rest = known && known.options.length - options.length
  if (known && rest === 1 && options.length > 1) {
    const other = known.options.find(({ id }) => !options.includes(id))
    return say('case.words.isNot', {
      issue: names.issue(issue),
      option: other ? names.text(other.title) : ''
    })
  }
  return say('case.words.is', {
    issue: names.issue(issue),
    options: options.map((id) => names.option(issue, id)).join(say('case.words.or'))
  })
}

/** A pointer as a reader says it: parties and issues by name, the rest by the words of the file. */
export function pointerWords(named: readonly string[], names: CaseNames): string {
  const shown = named.filter(
    (step, index) => !(index === 0 && (step === 'stances' || step === 'parties'))
  )
  return shown
    .map((step) => {
      if (names.source.parties.has(step)) return names.party(step)
      return names.issue(step)
    })
    .join(' · ')
}
