import type { Draft, Value } from './draft.ts'
import {
  entriesOf,
  isEmpty,
  mapOf,
  rangeOf,
  rangeRead,
  rangeWritten,
  scalarIn,
  textOf
} from './draft.ts'
import type { About } from './spec.ts'

/** Terms as a case writes them; issues that are left open are left out. */
export function termsWritten(terms: Draft): unknown {
  const settled = Object.entries(terms).filter(([, term]) => textOf(mapOf(term)['first']) !== '')
  return Object.fromEntries(settled.map(([issue, term]) => [issue, termWritten(mapOf(term))]))
}

function termWritten({ first, then, chance, after }: Draft): unknown {
  const option = textOf(first)
  if (textOf(then) === '') return option
  const staged = { first: option, then: textOf(then), chance: rangeWritten(chance) }
  return textOf(after) === '' ? staged : { ...staged, after: JSON.parse(textOf(after)) }
}

/** Written terms; undefined where one of them cannot be shown. */
export function termsRead(told: unknown): Value | undefined {
  const entries = Object.entries(entriesOf(told) ?? {})
  const read = entries.flatMap(([issue, term]) => {
    const shown = termRead(term)
    return shown ? [[issue, shown] as const] : []
  })
  return read.length === entries.length ? Object.fromEntries(read) : undefined
}

function termRead(told: unknown): Draft | undefined {
  const option = scalarIn(told)
  if (option !== undefined) return { first: option }
  const { first, then, chance, after } = entriesOf(told) ?? {}
  const [one, other, range] = [scalarIn(first), scalarIn(then), rangeRead(chance)]
  if (one === undefined || other === undefined || !range) return undefined
  const staged = { first: one, then: other, chance: range }
  return after === undefined ? staged : { ...staged, after: JSON.stringify(after) }
}

/** What is wrong with the terms: a stage without its chance. */
export function termsProblem(terms: Draft, { names, say }: About): string | undefined {
  for (const [issue, term] of Object.entries(terms)) {
    const { first, then, chance } = mapOf(term)
    if (isEmpty(then)) continue
    if (isEmpty(first)) return say('forms.problem.noFirst', { issue: names.issue(issue) })
    const range = rangeOf(chance)
    if (!range || range.low < 0 || range.high > 1)
      return say('forms.problem.noChance', { issue: names.issue(issue) })
  }
  return undefined
}
