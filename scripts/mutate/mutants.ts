import { createHash } from 'node:crypto'
import ts from 'ts-classic'
import { type Change, changesOf } from './operators.ts'

/** How a mutant is known when lines have moved: the lines it changes, before and after. */
export interface Known {
  /** From the repository's root, with slashes. */
  readonly file: string
  /** The function it lies in, or an empty text. */
  readonly in: string
  readonly was: string
  readonly becomes: string
}

/** One change of one place of a file. */
export interface Mutant extends Known {
  readonly operator: string
  readonly start: number
  readonly end: number
  /** The expression that takes the place of the old one; `undefined` leaves a statement out. */
  readonly text: string | undefined
  /** Whether the expression begins a statement, where a bracket would join the line above. */
  readonly leads: boolean
}

/** Every mutant of a file, in the order of the text. Types, imports and thrown errors have none. */
export function mutantsOf(file: string, source: string): readonly Mutant[] {
  const syntax = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true)
  const found: Mutant[] = []
  const text = (node: ts.Node): string => node.getText(syntax)
  const visit = (node: ts.Node, within: string): void => {
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node)) return
    const named = nameOf(node) ?? within
    if (!isKey(node))
      for (const change of changesOf(node, text))
        found.push(mutantAt(node, { source, file, within: named, change }))
    // What an error says is not mutated; that it is thrown is.
    if (!ts.isThrowStatement(node)) ts.forEachChild(node, (child) => visit(child, named))
  }
  visit(syntax, '')
  return found
}

/** A sample that stays the same where other places change: the first by a hash with the seed. */
export function sampleOf(
  mutants: readonly Mutant[],
  { seed, size }: { readonly seed: number; readonly size: number }
): readonly Mutant[] {
  const seen = new Map<string, number>()
  const ordered = mutants.map((mutant) => {
    const key = keyOf(mutant)
    const times = seen.get(key) ?? 0
    seen.set(key, times + 1)
    return { mutant, order: createHash('sha256').update(`${seed} ${times} ${key}`).digest('hex') }
  })
  return ordered
    .sort((a, b) => (a.order < b.order ? -1 : 1))
    .slice(0, size)
    .map(({ mutant }) => mutant)
}

/** Equal for mutants that read the same. */
export const keyOf = ({ file, in: within, was, becomes }: Known): string =>
  [file, within, was, becomes].join('\n')

interface Place {
  readonly source: string
  readonly file: string
  readonly within: string
  readonly change: Change
}

function mutantAt(node: ts.Node, { source, file, within, change }: Place): Mutant {
  const [start, end] = [node.getStart(), node.getEnd()]
  const first = source.lastIndexOf('\n', start - 1) + 1
  const last = source.indexOf('\n', end)
  const [before, after] = [
    source.slice(first, start),
    source.slice(end, last < 0 ? undefined : last)
  ]
  return {
    file,
    in: within,
    was: oneLine(before + source.slice(start, end) + after),
    becomes: oneLine(before + (change.text ?? '') + after),
    operator: change.operator,
    start,
    end,
    text: change.text,
    leads: leadsStatement(node, start)
  }
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

function leadsStatement(node: ts.Node, start: number): boolean {
  for (let at: ts.Node = node; at.parent; at = at.parent)
    if (ts.isExpressionStatement(at)) return at.getStart() === start
  return false
}

/** A key of an object, which is not computed. */
const isKey = (node: ts.Node): boolean =>
  node.parent && ts.isPropertyAssignment(node.parent) && node.parent.name === node

function nameOf(node: ts.Node): string | undefined {
  if (ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node) || ts.isClassDeclaration(node))
    return node.name?.getText()
  if (!ts.isVariableDeclaration(node)) return undefined
  const { initializer } = node
  return initializer && (ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer))
    ? node.name.getText()
    : undefined
}
