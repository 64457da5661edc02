import ts from 'ts-classic'
import { lineOf, type Module, visit } from './modules.ts'

/** Something with a length, and where to find it. */
export interface Sized {
  readonly at: string
  readonly lines: number
}

/** How long half of them, and nine in ten of them, may be. */
export interface Budget {
  readonly median: number
  readonly p90: number
}

const MOST_PARAMETERS = 3

/**
 * Functions with more than three parameters, each by `path name` with its reason. Empty is best.
 */
const EXCUSED: ReadonlyMap<string, string> = new Map()

export function files(modules: readonly Module[]): readonly Sized[] {
  return modules.map(({ path, syntax }) => ({
    at: path,
    lines: syntax.text.trimEnd().split('\n').length
  }))
}

/**
 * Functions with a block for a body; an arrow that is one expression is part of the line it stands
 * in.
 */
export function functions(modules: readonly Module[]): readonly Sized[] {
  return eachFunction(modules, ({ path, syntax }, node) => {
    if (!node.body || !ts.isBlock(node.body)) return undefined
    const lines = syntax.getLineAndCharacterOfPosition(node.end).line + 2 - lineOf(syntax, node)
    return { at: `${path}:${lineOf(syntax, node)} ${nameOf(node)}`, lines }
  })
}

/** Says by how much the budget is missed, and shows the longest. */
export function overBudget(sized: readonly Sized[], budget: Budget): readonly string[] {
  const sorted = [...sized].sort((a, b) => b.lines - a.lines)
  const failures = [
    ...missed('the median', percentile(sorted, 0.5), budget.median),
    ...missed('nine in ten', percentile(sorted, 0.9), budget.p90)
  ]
  return failures.length === 0
    ? []
    : [...failures, ...sorted.slice(0, 15).map(({ at, lines }) => `  ${lines} lines: ${at}`)]
}

/** Doors only: exported functions, and what is public of exported classes. */
export function parameterFailures(modules: readonly Module[]): readonly string[] {
  return eachFunction(modules, ({ path, syntax }, node) => {
    if (!isDoor(node)) return undefined
    const count = node.parameters.filter(
      (parameter) => parameter.name.getText(syntax) !== 'this'
    ).length
    if (count <= MOST_PARAMETERS || EXCUSED.has(`${path} ${nameOf(node)}`)) return undefined
    return `${path}:${lineOf(syntax, node)} ${nameOf(node)} has ${count} parameters; take an options object after ${MOST_PARAMETERS}`
  })
}

export function anyFailures(modules: readonly Module[]): readonly string[] {
  return modules.flatMap(({ path, syntax }) => {
    const failures: string[] = []
    visit(syntax, (node) => {
      if (node.kind === ts.SyntaxKind.AnyKeyword)
        failures.push(`${path}:${lineOf(syntax, node)} says any; say what it is, or unknown`)
    })
    return failures
  })
}

type Code = ts.FunctionLikeDeclaration & { readonly body?: ts.ConciseBody | undefined }

function eachFunction<T>(
  modules: readonly Module[],
  measure: (module: Module, node: Code) => T | undefined
): readonly T[] {
  return modules.flatMap((module) => {
    const found: T[] = []
    visit(module.syntax, (node) => {
      const measured = isCode(node) ? measure(module, node) : undefined
      if (measured !== undefined) found.push(measured)
    })
    return found
  })
}

/** A function that does something: neither an overload nor a type. */
function isCode(node: ts.Node): node is Code {
  return ts.isFunctionLike(node) && 'body' in node && node.body !== undefined
}

/** Whether others may call it: an inner function, or a private one, is not a door. */
function isDoor(node: Code): boolean {
  const { parent } = node
  if (ts.isFunctionDeclaration(node)) return isExported(node)
  if (ts.isClassDeclaration(parent))
    return isExported(parent) && !has(node, ts.SyntaxKind.PrivateKeyword)
  return (
    ts.isVariableDeclaration(parent) &&
    ts.isVariableStatement(parent.parent.parent) &&
    isExported(parent.parent.parent)
  )
}

const isExported = (node: ts.Node): boolean => has(node, ts.SyntaxKind.ExportKeyword)

const has = (node: ts.Node, kind: ts.SyntaxKind): boolean =>
  ts.canHaveModifiers(node) && ts.getModifiers(node)?.some((one) => one.kind === kind) === true

function nameOf(node: Code): string {
  if (node.name) return node.name.getText()
  if (ts.isConstructorDeclaration(node)) return 'constructor'
  const { parent } = node
  return ts.isVariableDeclaration(parent) ||
    ts.isPropertyAssignment(parent) ||
    ts.isPropertyDeclaration(parent)
    ? parent.name.getText()
    : '(nameless)'
}

/** Of a list sorted from long to short: what the share of them does not exceed. */
function percentile(sorted: readonly Sized[], share: number): number {
  return sorted[sorted.length - Math.ceil(sorted.length * share)]?.lines ?? 0
}

function missed(what: string, lines: number, most: number): readonly string[] {
  return lines <= most ? [] : [`${what} may have ${most} lines and has ${lines}; the longest are:`]
}
