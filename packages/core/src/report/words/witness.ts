import { sentence } from './names.ts'
import type { Words } from './say.ts'

/** How a face names the states and steps it knows. */
export interface Naming<State, Step> {
  readonly state: (state: State) => string
  /** The state a step leads to, with its name. */
  readonly end: (step: Step) => string
  readonly deed: (step: Step) => string
}

/** What a party does in one step: moves made and moves undone; without either, where it moves to. */
export function deedWords(
  { say, list }: Words,
  done: {
    readonly party: string
    readonly made: readonly string[]
    readonly undone: readonly string[]
    readonly state: string
  }
): string {
  const { party, state } = done
  const quoted = (titles: readonly string[]): string =>
    list(titles.map((text) => say('quoted', { text })))
  const [made, undone] = [quoted(done.made), quoted(done.undone)]
  if (made && undone) return say('deed.both', { party, made, undone })
  if (made) return say('deed.made', { party, made })
  return undone ? say('deed.undone', { party, undone }) : say('deed.node', { party, state })
}

/** A sequence of deeds, each with the label of the state it leads to. */
export const deedsWords = (
  { say }: Words,
  steps: readonly { readonly deed: string; readonly state: string }[]
): string =>
  steps
    .map((step) => say('deed.to', step))
    .reduce((deeds, next) => (deeds === '' ? next : say('deed.then', { deeds, next })), '')

/** What a party would like, what the others do then, and where that leaves it: a clause each. */
export function answerClauses<State, Step>(
  { say }: Words,
  names: Naming<State, Step>,
  answer: {
    readonly improvement: Step
    readonly sanction: string
    readonly end: State
    readonly reply?: Step | undefined
  }
): { readonly wish: string; readonly answer: string; readonly end: string } {
  const state = names.state(answer.end)
  return {
    wish: say('witness.wish', { state: names.end(answer.improvement) }),
    answer: say('witness.answer', { deeds: answer.sanction }),
    end: answer.reply
      ? say('witness.end.even', { state, deed: names.deed(answer.reply) })
      : say('witness.end', { state })
  }
}

/** Where a party could move; more than three states are counted. */
export const somewhere = ({ say, list }: Words, states: readonly string[]): string =>
  states.length > 3 ? say('witness.elsewhere', { n: states.length }) : list(states)

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
