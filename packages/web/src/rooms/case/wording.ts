import type { Condition } from '@truce/core'
import type { CaseNames } from '../../ui/names.ts'

/** Looks up a text of the catalogue. */
export type Say = (key: string, values?: Record<string, string | number>) => string

/** A condition in words, with the titles of issues, options and scenarios. */
export function conditionWords(condition: Condition, names: CaseNames, say: Say): string {
  const words = (part: Condition): string => conditionWords(part, names, say)
  const inner = (part: Condition): string => (isCompound(part) ? `(${words(part)})` : words(part))
  const sides = ({ left, right }: { readonly left: Condition; readonly right: Condition }) => ({
    left: words(left),
    right: words(right)
  })
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
      return names.said.say('condition.not', { part: words(condition.part) })
    case 'if':
      return names.said.say('condition.if', sides(condition))
    case 'iff':
      return names.said.say('condition.iff', sides(condition))
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
