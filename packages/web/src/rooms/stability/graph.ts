import type { Compiled } from '@truce/core/stability'
import { improvements, targets } from '@truce/core/stability'
import type { StabilityDocument, Standing, Step } from './document.ts'

/** Graphs up to this many states are drawn whole without asking. */
export const DRAWN_WHOLE = 60

/** Beyond this many states the whole graph is not offered at all. */
export const MOST_DRAWN = 400

/** How many of the states that hold are drawn where not all states are. */
const KEY_EQUILIBRIA = 16

/**
 * The moves of one party between two states, both ways in one line; `from` to `to` is the improving
 * way where there is one.
 */
export interface Link {
  readonly party: string
  readonly from: string
  readonly to: string
  readonly improving: boolean
  /** Can the party also move from `to` back to `from`? */
  readonly back: boolean
}

/**
 * The moves among some states of a conflict, states by their letters. Moves of a party of unknown
 * preference count as no improvement.
 */
export function linksAmong(
  { conflict, space }: Compiled,
  labels: readonly string[]
): readonly Link[] {
  const states = labels.flatMap((label) => space.find(label) ?? [])
  const shown = new Set(states)
  return conflict.parties.flatMap((party, index) => {
    const known = conflict.ranks[index] !== undefined
    const links = new Map<string, Link>()
    for (const s of states) {
      const better = new Set(known ? improvements(conflict, index, s) : [])
      for (const q of targets(conflict, index, s).filter((one) => shown.has(one))) {
        const key = s < q ? `${s} ${q}` : `${q} ${s}`
        links.set(
          key,
          joined(links.get(key), {
            party,
            from: space.label(s),
            to: space.label(q),
            improving: better.has(q),
            back: false
          })
        )
      }
    }
    return [...links.values()]
  })
}

/** A move and, where it was met before, the same move the other way. */
function joined(before: Link | undefined, link: Link): Link {
  if (!before) return link
  return { ...(link.improving ? link : before), back: true }
}

/** What is drawn, and how many states are left out. */
export interface Shown {
  readonly states: readonly string[]
  readonly left: number
}

/** How the picture was asked for. */
export interface Wish {
  readonly whole: boolean
  /** States to draw in any case: the one that is looked at and the way to it. */
  readonly also: readonly string[]
}

/**
 * The states to draw: all of a small graph; of a large one the status quo, the named states, those
 * that hold under the most concepts and the states on the shortest way to each.
 */
export function shownStates(
  document: StabilityDocument,
  standing: Standing,
  { whole, also }: Wish
): Shown {
  const count = Number(document.feasible)
  const { states } = document
  if (states && (count <= DRAWN_WHOLE || (whole && count <= MOST_DRAWN))) return { states, left: 0 }
  const start = document.statusQuo
  const key = [
    ...(start ? [start.state] : []),
    ...Object.values(document.named).map((one) => one.state),
    ...firmest(standing)
  ]
  const between = key.flatMap((state) => statesOn(start?.reaches[state]?.path ?? []))
  const drawn = [...new Set([...key, ...between, ...also])]
  return { states: drawn, left: count - drawn.length }
}

/**
 * The states that hold under the most concepts; only those with the most, where even they are many.
 */
function firmest({ all }: Standing): readonly string[] {
  return [...all]
    .sort(([, a], [, b]) => b.length - a.length)
    .slice(0, KEY_EQUILIBRIA)
    .filter(([, under], _, [first]) => under.length === first?.[1].length)
    .map(([state]) => state)
}

/** Every state a path touches. */
export const statesOn = (path: readonly Step[]): readonly string[] => [
  ...new Set(path.flatMap(([, from, to]) => [from, to]))
]

/**
 * The states of the table in order: the status quo, the named ones, then those that hold under most
 * concepts.
 */
export function inOrder(document: StabilityDocument, { all }: Standing): readonly string[] {
  const first = [
    ...(document.statusQuo ? [document.statusQuo.state] : []),
    ...Object.values(document.named).map(({ state }) => state)
  ]
  const rest = [...(document.states ?? all.keys())]
  const times = (state: string): number => all.get(state)?.length ?? 0
  return [...new Set([...first, ...rest.sort((a, b) => times(b) - times(a))])]
}

/**
 * Does a search find the state? Letters are a pattern in which `?` stands for any letter; other
 * words are looked for in its name.
 */
export function finds(search: string, state: string, name: string | undefined): boolean {
  const wanted = search.trim().toLowerCase()
  if (wanted === '' || name?.toLowerCase().includes(wanted)) return true
  const label = state.toLowerCase()
  return /^[yn?-]+$/.test(wanted)
    ? [...wanted].every((letter, k) => letter === '?' || letter === label[k])
    : label.includes(wanted)
}
