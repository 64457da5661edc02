import type { Condition } from '@truce/core/model'

/** A conjunction: the bits of moves, and whether each is taken. */
export type Term = ReadonlyMap<number, boolean>

/** What a condition is read with. */
export interface Terms {
  readonly bitOf: (party: string, move: string) => number
  readonly scenario: (id: string) => boolean
}

/** A condition that takes more conjunctions than this is not written out. */
export const MOST_TERMS = 2048

type Found = readonly Term[] | undefined

/**
 * The conjunctions of which at least one holds exactly when the condition does; undefined where
 * there would be too many.
 */
export function termsOf(condition: Condition, reading: Terms): Found {
  return alternatives(condition, true, reading)
}

function alternatives(condition: Condition, wanted: boolean, reading: Terms): Found {
  const part = (one: Condition, holds: boolean): Found => alternatives(one, holds, reading)
  switch (condition.kind) {
    case 'move':
      return [
        new Map([[reading.bitOf(condition.party, condition.move), condition.taken === wanted]])
      ]
    case 'all':
    case 'any': {
      const parts = condition.parts.map((one) => part(one, wanted))
      return (condition.kind === 'all') === wanted
        ? parts.reduce(both, [new Map()])
        : parts.reduce(either, [])
    }
    case 'not':
      return part(condition.part, !wanted)
    case 'if':
      return wanted
        ? either(part(condition.left, false), part(condition.right, true))
        : both(part(condition.left, true), part(condition.right, false))
    case 'iff':
      return either(
        both(part(condition.left, true), part(condition.right, wanted)),
        both(part(condition.left, false), part(condition.right, !wanted))
      )
    case 'scenario':
      return reading.scenario(condition.id) === wanted ? [new Map()] : []
    case 'is':
      return wanted ? [] : [new Map()]
  }
}

function either(left: Found, right: Found): Found {
  return left && right && left.length + right.length <= MOST_TERMS ? [...left, ...right] : undefined
}

function both(left: Found, right: Found): Found {
  if (!left || !right || left.length * right.length > MOST_TERMS) return undefined
  return left.flatMap((a) => right.flatMap((b) => joined(a, b)))
}

/** The two together; nothing where they contradict each other. */
function joined(a: Term, b: Term): readonly Term[] {
  return [...b].some(([bit, taken]) => a.has(bit) && a.get(bit) !== taken)
    ? []
    : [new Map([...a, ...b])]
}
