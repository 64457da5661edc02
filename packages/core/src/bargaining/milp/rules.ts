import type { Condition } from '../../model/judgement.ts'
import type { MilpRow, MilpTerm } from '../../ports/milp.ts'
import type { DealSpace } from '../deal-space.ts'

/**
 * Admissibility as linear rows. Variables: one binary for each option, issue by issue
 * (`optionVariables`), then `auxiliaries` more between 0 and 1. A package is admissible if and only
 * if some setting of the auxiliaries satisfies every row; they need not be whole. Takes for granted
 * that each issue has exactly one option.
 */
export interface RuleRows {
  readonly rows: readonly MilpRow[]
  readonly auxiliaries: number
}

/** The rows that keep every excluded condition from holding for certain. */
export function ruleRows(space: DealSpace): RuleRows {
  const reader = new Reader(space)
  const writer = new Writer(space)
  for (const condition of space.excluded) writer.demand(reader.open(condition, true))
  return { rows: writer.rows, auxiliaries: writer.auxiliaries }
}

/**
 * By issue: the variable of its first option; the others follow. The last entry counts them all.
 */
export function optionVariables(space: DealSpace): readonly number[] {
  const starts = [0]
  for (const { options } of space.issues) starts.push((starts.at(-1) as number) + options.length)
  return starts
}

/** A formula without negation: the complement of a set of options is a set of options. */
type Formula = boolean | Atom | Junction

/** The issue's option is one of those marked; never none and never all of them. */
interface Atom {
  readonly kind: 'in'
  readonly issue: number
  readonly marks: readonly boolean[]
}

type Junction = And | Or

interface And {
  readonly kind: 'and'
  readonly parts: readonly (Atom | Junction)[]
}

interface Or {
  readonly kind: 'or'
  readonly parts: readonly (Atom | Junction)[]
}

/**
 * Turns conditions into formulas. One condition read the same way twice gives one object, so nested
 * `iff` stay small.
 */
class Reader {
  private readonly space: DealSpace
  private readonly known = new Map<Condition, Map<boolean, Formula>>()

  constructor(space: DealSpace) {
    this.space = space
  }

  /**
   * Says that the condition is not for certain `value` (Kleene): an atom the package does not
   * decide is never in the way.
   */
  open(condition: Condition, value: boolean): Formula {
    const byValue = this.known.get(condition) ?? new Map<boolean, Formula>()
    const formula = byValue.get(value) ?? this.read(condition, value)
    this.known.set(condition, byValue.set(value, formula))
    return formula
  }

  private read(condition: Condition, value: boolean): Formula {
    switch (condition.kind) {
      case 'is':
        return this.atom(condition, value)
      case 'scenario':
      case 'move':
        return true
      case 'all':
      case 'any':
        return join(
          (condition.kind === 'all') === value ? 'or' : 'and',
          condition.parts.map((part) => this.open(part, value))
        )
      case 'not':
        return this.open(condition.part, !value)
      case 'if':
        return join(value ? 'and' : 'or', [
          this.open(condition.left, !value),
          this.open(condition.right, value)
        ])
      case 'iff':
        return join(
          'and',
          [true, false].map((side) =>
            join('or', [
              this.open(condition.left, side),
              this.open(condition.right, side === value)
            ])
          )
        )
    }
  }

  private atom({ issue, options }: Condition & { readonly kind: 'is' }, value: boolean): Formula {
    const index = this.space.issues.findIndex(({ id }) => id === issue)
    const found = this.space.issues[index]
    return found
      ? simple(
          index,
          found.options.map((option) => options.includes(option) !== value)
        )
      : true
  }
}

function simple(issue: number, marks: readonly boolean[]): Formula {
  return marks.includes(true) && (!marks.includes(false) || { kind: 'in', issue, marks })
}

/**
 * Conjunction or disjunction: nested ones of its own kind are opened, atoms of one issue merged,
 * constants gone.
 */
function join(kind: Junction['kind'], parts: readonly Formula[]): Formula {
  const absorbing = kind === 'or'
  const marks = new Map<number, readonly boolean[]>()
  const rest: Junction[] = []
  for (const part of parts.flatMap((one): readonly Formula[] =>
    isOfKind(kind, one) ? one.parts : [one]
  )) {
    if (part === absorbing) return absorbing
    if (typeof part === 'boolean') continue
    if (part.kind === 'in') marks.set(part.issue, merged(kind, marks.get(part.issue), part.marks))
    else rest.push(part)
  }
  const atoms = [...marks].map(([issue, ofIssue]) => simple(issue, ofIssue))
  const left = [...atoms, ...rest].filter((part) => typeof part === 'object')
  if (left.length < atoms.length + rest.length)
    return atoms.includes(absorbing) ? absorbing : join(kind, left)
  const [only, another] = left
  return another ? { kind, parts: left } : (only ?? !absorbing)
}

function isOfKind<K extends Junction['kind']>(
  kind: K,
  formula: Formula
): formula is Junction & { readonly kind: K } {
  return typeof formula === 'object' && formula.kind === kind
}

function merged(
  kind: Junction['kind'],
  before: readonly boolean[] | undefined,
  marks: readonly boolean[]
): readonly boolean[] {
  if (!before) return marks
  return marks.map((mark, option) =>
    kind === 'or' ? mark || before[option] === true : mark && before[option] === true
  )
}

/**
 * Writes clauses as rows (sum of alternatives >= 1). A conjunction among the alternatives gets an
 * auxiliary that may be one only where the conjunction is true (Plaisted and Greenbaum's half of
 * Tseitin's encoding: nothing is negated, so the other half is not needed). Atoms being 0 or 1, the
 * auxiliary of a false conjunction is 0, whole or not.
 */
class Writer {
  readonly rows: MilpRow[] = []
  auxiliaries = 0
  private readonly starts: readonly number[]
  private readonly named = new Map<Junction, number>()

  constructor(space: DealSpace) {
    this.starts = optionVariables(space)
  }

  /** Asks for the formula: always, or where the auxiliary `given` is one. */
  demand(formula: Formula, given?: number): void {
    if (formula === true) return
    if (isOfKind('and', formula)) {
      for (const part of formula.parts) this.demand(part, given)
      return
    }
    const alternatives = formula === false ? [] : formula.kind === 'or' ? formula.parts : [formula]
    const conjunctions = alternatives.filter((part) => part.kind !== 'in')
    const [single] = conjunctions
    // A single shallow conjunction is spread out: fewer rows, tighter, and nothing to name.
    if (single && conjunctions.length === 1 && isShallow(single)) {
      const others = alternatives.filter((part) => part !== single)
      for (const part of single.parts) this.demand(join('or', [...others, part]), given)
    } else this.write(alternatives, given)
  }

  private write(alternatives: readonly (Atom | Junction)[], given: number | undefined): void {
    let lower = given === undefined ? 1 : 0
    const terms: MilpTerm[] = given === undefined ? [] : [[given, -1]]
    for (const part of alternatives) {
      if (part.kind === 'in') lower -= this.writeAtom(part, terms)
      else terms.push([this.name(part), 1])
    }
    this.rows.push({ terms, lower, upper: Number.POSITIVE_INFINITY })
  }

  /**
   * Adds the shorter of: the sum of the marked options, or (returning the one) 1 - the sum of the
   * others.
   */
  private writeAtom({ issue, marks }: Atom, terms: MilpTerm[]): 0 | 1 {
    const few = marks.filter((mark) => mark).length * 2 <= marks.length
    marks.forEach((mark, option) => {
      if (mark === few) terms.push([(this.starts[issue] as number) + option, few ? 1 : -1])
    })
    return few ? 0 : 1
  }

  private name(conjunction: Junction): number {
    const known = this.named.get(conjunction)
    if (known !== undefined) return known
    const variable = (this.starts.at(-1) as number) + this.auxiliaries++
    this.named.set(conjunction, variable)
    this.demand(conjunction, variable)
    return variable
  }
}

function isShallow(formula: Atom | Junction): boolean {
  return (
    formula.kind === 'in' ||
    formula.parts.every(
      (part) =>
        part.kind === 'in' || (part.kind === 'or' && part.parts.every(({ kind }) => kind === 'in'))
    )
  )
}
