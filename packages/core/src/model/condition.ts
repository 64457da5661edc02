import type { Condition } from './judgement.ts'

/** What a condition is read against. Undefined means: not known (yet). */
export interface Facts {
  readonly option?: (issue: string) => string | undefined
  readonly scenario?: (id: string) => boolean | undefined
  readonly move?: (party: string, move: string) => boolean | undefined
}

/**
 * Whether a condition holds, in Kleene's three-valued logic: undefined when the known facts do not
 * decide it.
 */
export function holds(condition: Condition, facts: Facts): boolean | undefined {
  switch (condition.kind) {
    case 'is': {
      const option = facts.option?.(condition.issue)
      return option === undefined ? undefined : condition.options.includes(option)
    }
    case 'scenario':
      return facts.scenario?.(condition.id)
    case 'move': {
      const taken = facts.move?.(condition.party, condition.move)
      return taken === undefined ? undefined : taken === condition.taken
    }
    case 'all':
      return every(condition.parts, facts)
    case 'any':
      return not(every(condition.parts, facts, true))
    case 'not':
      return not(holds(condition.part, facts))
    case 'if':
      return not(every([condition.left, { kind: 'not', part: condition.right }], facts))
    case 'iff': {
      const left = holds(condition.left, facts)
      const right = holds(condition.right, facts)
      return left === undefined || right === undefined ? undefined : left === right
    }
  }
}

const not = (value: boolean | undefined): boolean | undefined =>
  value === undefined ? undefined : !value

/**
 * All parts hold (or, negated, none does): false as soon as one fails, undefined while one is open.
 */
function every(parts: readonly Condition[], facts: Facts, negated = false): boolean | undefined {
  let open = false
  for (const part of parts) {
    const value = holds(part, facts)
    if (value === undefined) open = true
    else if (value === negated) return false
  }
  return open ? undefined : true
}

/** The facts of a package, with scenarios where they are given. */
export function factsOf(terms: ReadonlyMap<string, string>, scenario?: Facts['scenario']): Facts {
  const option = (issue: string): string | undefined => terms.get(issue)
  return scenario ? { option, scenario } : { option }
}

/** A condition read where it is known which scenarios hold: it speaks of none of them any more. */
export function underScenarios(condition: Condition, scenario: (id: string) => boolean): Condition {
  return withAtoms(condition, (atom) =>
    atom.kind === 'scenario' ? { kind: scenario(atom.id) ? 'all' : 'any', parts: [] } : atom
  )
}

/** A condition with each of its atoms (`is`, `move`, `scenario`) read as another condition. */
export function withAtoms(condition: Condition, read: (atom: Condition) => Condition): Condition {
  const inner = (part: Condition): Condition => withAtoms(part, read)
  switch (condition.kind) {
    case 'all':
    case 'any':
      return { ...condition, parts: condition.parts.map(inner) }
    case 'not':
      return { ...condition, part: inner(condition.part) }
    case 'if':
    case 'iff':
      return { ...condition, left: inner(condition.left), right: inner(condition.right) }
    default:
      return read(condition)
  }
}

/** The scenarios a condition speaks of. */
export function scenariosIn(condition: Condition): readonly string[] {
  return [
    ...new Set(atoms(condition).flatMap((atom) => (atom.kind === 'scenario' ? [atom.id] : [])))
  ]
}

/** The issues a condition speaks of. */
export function issuesIn(condition: Condition): readonly string[] {
  return [...new Set(atoms(condition).flatMap((atom) => (atom.kind === 'is' ? [atom.issue] : [])))]
}

function atoms(condition: Condition): readonly Condition[] {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.parts.flatMap(atoms)
    case 'not':
      return atoms(condition.part)
    case 'if':
    case 'iff':
      return [...atoms(condition.left), ...atoms(condition.right)]
    default:
      return [condition]
  }
}
