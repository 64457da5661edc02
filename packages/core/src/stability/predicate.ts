import { holds } from '../model/condition.ts'
import type { Condition } from '../model/judgement.ts'
import type { Predicate } from './state-ranks.ts'

/**
 * What a condition over moves is read with: the bit of each move, and which scenarios are taken to
 * hold.
 */
export interface MoveReading {
  readonly bitOf: (party: string, move: string) => number
  readonly scenario: (id: string) => boolean
}

/** A condition over moves and scenarios as a fast test on state numbers. */
export function predicate(condition: Condition, reading: MoveReading): Predicate {
  const literals = conjunction(condition, reading)
  if (literals) return masked(literals)
  switch (condition.kind) {
    case 'all': {
      const parts = condition.parts.map((part) => predicate(part, reading))
      return (s) => parts.every((part) => part(s))
    }
    case 'any': {
      const parts = condition.parts.map((part) => predicate(part, reading))
      return (s) => parts.some((part) => part(s))
    }
    case 'not': {
      const part = predicate(condition.part, reading)
      return (s) => !part(s)
    }
    case 'if':
    case 'iff': {
      const [left, right] = [
        predicate(condition.left, reading),
        predicate(condition.right, reading)
      ]
      return condition.kind === 'if' ? (s) => !left(s) || right(s) : (s) => left(s) === right(s)
    }
    default:
      return constant(holds(condition, { scenario: reading.scenario }) === true)
  }
}

interface Literals {
  readonly mask: number
  readonly value: number
}

const masked =
  ({ mask, value }: Literals): Predicate =>
  (s) =>
    (s & mask) === value
const constant =
  (value: boolean): Predicate =>
  () =>
    value

/**
 * A conjunction of single moves as a mask and the bits wanted under it; undefined when it is
 * something else.
 */
function conjunction(condition: Condition, reading: MoveReading): Literals | undefined {
  if (condition.kind === 'move') {
    const bit = 1 << reading.bitOf(condition.party, condition.move)
    return { mask: bit, value: condition.taken ? bit : 0 }
  }
  if (condition.kind !== 'all') return undefined
  let [mask, value] = [0, 0]
  for (const part of condition.parts) {
    const one = conjunction(part, reading)
    // a move asked to be both taken and not: no state has that
    if (!one || (mask & one.mask & (value ^ one.value)) !== 0) return undefined
    mask |= one.mask
    value |= one.value
  }
  return { mask, value }
}

/** The moves a condition speaks of, as `party.move`. */
export function movesIn(condition: Condition): readonly string[] {
  switch (condition.kind) {
    case 'move':
      return [`${condition.party}.${condition.move}`]
    case 'all':
    case 'any':
      return condition.parts.flatMap(movesIn)
    case 'not':
      return movesIn(condition.part)
    case 'if':
    case 'iff':
      return [...movesIn(condition.left), ...movesIn(condition.right)]
    default:
      return []
  }
}
