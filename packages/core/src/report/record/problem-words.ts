import type { RecordProblem } from '../../log/problems.ts'
import type { EntryProblem } from '../../record/book/book.ts'
import type { Key, Values, Words } from '../words/index.ts'

/** What is wrong with an entry, in a sentence without its place. */
export function problemWords(words: Words, { code, data }: Omit<EntryProblem, 'entry'>): string {
  // What a problem lacks is left open rather than told wrongly.
  const at = String(data['at'] ?? data['why'] ?? '')
  const values: Values = { why: '', ...data, at }
  return told(words, keyOf({ code, data }), values)
}

/** The same, with where it is: the entry's number and id. */
export function placedProblem(words: Words, problem: EntryProblem | RecordProblem): string {
  const what = problemWords(words, problem)
  if (problem.entry === undefined) return words.say('door.at-checkpoint', { what })
  return problem.id === undefined
    ? words.say('door.at-number', { entry: problem.entry, what })
    : words.say('door.at', { entry: problem.entry, id: problem.id, what })
}

/** Two codes say different things by what they have. */
function keyOf({ code, data }: Pick<EntryProblem, 'code' | 'data'>): Key {
  if (code === 'recess-rule') return 'days' in data ? `door.${code}.recess` : `door.${code}.recall`
  if (code === 'channel') return 'kind' in data ? `door.${code}.kind` : `door.${code}.party`
  return `door.${code}`
}

/** The sentence of a key that is known only when it is said. */
function told(words: Words, key: Key, values: Values): string {
  const say = words.say as (key: Key, values: Values) => string
  return say(key, values)
}
