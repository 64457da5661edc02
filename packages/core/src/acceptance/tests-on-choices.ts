import type { Condition } from '../model/judgement.ts'

/** Not decided yet, in place of a number of an option. */
export const OPEN = -1

/** Whether something holds, in numbers: no, yes, or not decided yet. */
export const NO = 0
/** See `NO`. */
export const YES = 1
/** See `NO`. */
export const UNTOLD = 2

/**
 * A condition read against the number of the option that each issue takes (`OPEN` where none is
 * taken yet): the same three-valued logic as `holds`, without a look-up by name in it.
 */
export type Test = (taken: Int16Array) => number

/** Where the issues and options that a condition names are found. */
export interface Places {
  readonly issue: (id: string) => number
  readonly option: (issue: string, option: string) => number
}

/** A condition as a test; `scenario` says which scenarios hold, no answer leaves it undecided. */
export function testOf(
  condition: Condition,
  places: Places,
  scenario: (id: string) => boolean | undefined = () => undefined
): Test {
  const inner = (part: Condition): Test => testOf(part, places, scenario)
  switch (condition.kind) {
    case 'is': {
      const place = places.issue(condition.issue)
      const wanted = new Set(condition.options.map((id) => places.option(condition.issue, id)))
      return (taken) => {
        const option = taken[place] as number
        return option === OPEN ? UNTOLD : wanted.has(option) ? YES : NO
      }
    }
    case 'scenario': {
      const known = scenario(condition.id)
      return always(known === undefined ? UNTOLD : known ? YES : NO)
    }
    case 'move':
      return always(UNTOLD)
    case 'all':
      return every(condition.parts.map(inner))
    case 'any':
      return not(every(condition.parts.map((part) => not(inner(part)))))
    case 'not':
      return not(inner(condition.part))
    case 'if':
      return not(every([inner(condition.left), not(inner(condition.right))]))
    case 'iff': {
      const [left, right] = [inner(condition.left), inner(condition.right)]
      return (taken) => {
        const [a, b] = [left(taken), right(taken)]
        return a === UNTOLD || b === UNTOLD ? UNTOLD : a === b ? YES : NO
      }
    }
  }
}

const always = (value: number): Test => {
  return () => value
}

function not(test: Test): Test {
  return (taken) => {
    const value = test(taken)
    return value === UNTOLD ? UNTOLD : 1 - value
  }
}

function every(tests: readonly Test[]): Test {
  return (taken) => {
    let result = YES
    for (const test of tests) {
      const value = test(taken)
      if (value === NO) return NO
      if (value === UNTOLD) result = UNTOLD
    }
    return result
  }
}

/** Whether one of several tests holds: no, yes, or not decided yet. */
export function anyOf(values: Iterable<number>): number {
  let result = NO
  for (const value of values) {
    if (value === YES) return YES
    if (value === UNTOLD) result = UNTOLD
  }
  return result
}
