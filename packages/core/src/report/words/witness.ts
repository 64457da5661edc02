import { sentence } from './names.ts'
import type { Words } from './say.ts'

/** How a face names the steps it knows: as what is done, and as what a party would like to do. */
export interface Naming<Step> {
  readonly wish: (step: Step) => string
  readonly deed: (step: Step) => string
}

/** One step of a party: the moves it makes and undoes by their titles, and where that leads. */
export interface Done {
  readonly party: string
  readonly made: readonly string[]
  readonly undone: readonly string[]
  readonly state: string
}

const quotedList = ({ say, list }: Words, titles: readonly string[]): string =>
  list(titles.map((text) => say('quoted', { text })))

/** What is done in a state: each party that does something, with the moves it has taken. */
export function doneWords(
  words: Words,
  taken: readonly { readonly party: string; readonly moves: readonly string[] }[]
): string {
  const doing = taken.filter(({ moves }) => moves.length > 0)
  if (doing.length === 0) return words.say('done.nothing')
  return doing
    .map(({ party, moves }) => words.say('done.party', { party, moves: quotedList(words, moves) }))
    .join('; ')
}

/** What a party could do or would like to, without its name: `take “a” and take back “b”`. */
export function wishWords(words: Words, done: Done): string {
  const { say } = words
  const [made, undone] = [quotedList(words, done.made), quotedList(words, done.undone)]
  if (made && undone) return say('wish.both', { made, undone })
  if (made) return say('wish.made', { made })
  return undone ? say('wish.undone', { undone }) : say('wish.node', { state: done.state })
}

/** What a party does in one step: moves made and moves undone; without either, where it moves to. */
export function deedWords(words: Words, done: Done): string {
  const { say } = words
  const { party, state } = done
  const [made, undone] = [quotedList(words, done.made), quotedList(words, done.undone)]
  if (made && undone) return say('deed.both', { party, made, undone })
  if (made) return say('deed.made', { party, made })
  return undone ? say('deed.undone', { party, undone }) : say('deed.node', { party, state })
}

/** A sequence of deeds, with the names of the states they lead to where these have one. */
export const deedsWords = (
  { say }: Words,
  steps: readonly { readonly deed: string; readonly name: string | undefined }[]
): string =>
  steps
    .map(({ deed, name }) => (name === undefined ? deed : say('deed.to', { deed, state: name })))
    .reduce((deeds, next) => (deeds === '' ? next : say('deed.then', { deeds, next })), '')

/** What a party would like, what the others do then, and where that leaves it: a clause each. */
export function answerClauses<Step>(
  { say }: Words,
  names: Naming<Step>,
  answer: {
    readonly improvement: Step
    readonly sanction: string
    readonly reply?: Step | undefined
  }
): { readonly wish: string; readonly answer: string; readonly end: string } {
  return {
    wish: say('witness.wish', { wish: names.wish(answer.improvement) }),
    answer: say('witness.answer', { deeds: answer.sanction }),
    end: answer.reply
      ? say('witness.end.even', { deed: names.deed(answer.reply) })
      : say('witness.end')
  }
}

/** What a party could do; more than three things are counted. */
export const couldDo = ({ say }: Words, wishes: readonly string[]): string =>
  wishes.length > 3
    ? say('witness.elsewhere', { n: wishes.length })
    : wishes.reduce((list, next) => (list === '' ? next : say('condition.or', { list, next })), '')

/** How a way is to be taken: a sentence, and another where a way by improvements is longer. */
export function routeSentences(
  words: Words,
  route: {
    readonly improvementsOnly: boolean
    readonly byImprovements?: readonly unknown[] | undefined
  }
): readonly string[] {
  return [sentence(words, routeHow(words, route)), ...routeLonger(words, route)]
}

/** Whether every step of a way is an improvement, as a clause. */
export const routeHow = (
  { say }: Words,
  { improvementsOnly }: { readonly improvementsOnly: boolean }
): string => say(improvementsOnly ? 'route.improving' : 'route.mixed')

/** How long the way by improvements is, where it is another. */
export const routeLonger = (
  { say }: Words,
  { byImprovements }: { readonly byImprovements?: readonly unknown[] | undefined }
): readonly string[] => (byImprovements ? [say('route.longer', { n: byImprovements.length })] : [])

/** How many states a sentence names before it counts the rest. */
const NAMED = 6

/** Names as a list, the rest of a long one counted. */
export function listedUpTo({ say, list }: Words, items: readonly string[]): string {
  const n = items.length - NAMED
  const named = list(items.slice(0, NAMED))
  return n > 0 ? say('list.more', { list: named, n }) : named
}

/** A number of changes: already none, a bound where it is not known exactly, or that there is no way. */
export function changesCell(
  { say }: Words,
  found: {
    readonly least: number
    readonly most: number | undefined
    readonly exact: boolean
    readonly possible: boolean
  }
): string {
  const { least, most, exact, possible } = found
  if (!possible) return say('inverse.impossible')
  if (most === undefined) return say('inverse.least', { n: least })
  return exact ? String(most) : say('range', { low: String(least), high: String(most) })
}
