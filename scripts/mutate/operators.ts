import ts from 'ts-classic'

/** One way to change a node: the text that takes its place, or `undefined` where it is left out. */
export interface Change {
  readonly operator: string
  readonly text: string | undefined
}

type Swaps = Readonly<Partial<Record<string, readonly string[]>>>

/** Each comparison: its boundary moved, and its opposite. */
const COMPARISONS: Swaps = {
  '<': ['<=', '>='],
  '<=': ['<', '>'],
  '>': ['>=', '<='],
  '>=': ['>', '<'],
  '===': ['!=='],
  '!==': ['===']
}

const ARITHMETIC: Swaps = {
  '+': ['-'],
  '-': ['+'],
  '*': ['/'],
  '/': ['*'],
  '%': ['*'],
  '**': ['*'],
  '<<': ['>>'],
  '>>': ['<<'],
  '>>>': ['<<'],
  '&': ['|'],
  '|': ['&'],
  '^': ['&'],
  '+=': ['-='],
  '-=': ['+='],
  '*=': ['/='],
  '/=': ['*='],
  '|=': ['&='],
  '&=': ['|=']
}

const ASSIGNS: ReadonlySet<string> = new Set(['+=', '-=', '*=', '/=', '|=', '&='])

const LOGICAL: Swaps = { '&&': ['||'], '||': ['&&'], '??': ['&&'] }

/** Calls whose method becomes another. */
const METHODS: Swaps = {
  some: ['every'],
  every: ['some'],
  min: ['max'],
  max: ['min'],
  floor: ['ceil'],
  ceil: ['floor'],
  push: ['unshift'],
  find: ['findLast'],
  findLast: ['find'],
  indexOf: ['lastIndexOf']
}

/** Calls that are dropped, so that what they were called on remains. */
const DROPPED: ReadonlySet<string> = new Set([
  'filter',
  'slice',
  'sort',
  'toSorted',
  'reverse',
  'toReversed'
])

/** What may be done to this node; nothing, most often. */
export function changesOf(node: ts.Node, text: (node: ts.Node) => string): readonly Change[] {
  return [...ofKind(node, text), ...(isCondition(node) ? ofCondition(node, text) : [])]
}

function ofKind(node: ts.Node, text: (node: ts.Node) => string): readonly Change[] {
  if (ts.isBinaryExpression(node)) return ofBinary(node, text)
  if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node))
    return ofUnary(node, text)
  if (ts.isCallExpression(node)) return ofCall(node, text)
  if (ts.isNumericLiteral(node)) return ofNumber(node)
  if (ts.isArrayLiteralExpression(node) && node.elements.length > 0 && !isAssigned(node))
    return [{ operator: 'emptied array', text: '[]' }]
  return isRemovable(node) ? [{ operator: 'removed statement', text: undefined }] : []
}

/** What this may become; names such as `toString` are keys of no table. */
const among = (swaps: Swaps, key: string): readonly string[] =>
  Object.hasOwn(swaps, key) ? (swaps[key] ?? []) : []

function ofBinary(
  { left, operatorToken, right }: ts.BinaryExpression,
  text: (node: ts.Node) => string
): readonly Change[] {
  const sign = text(operatorToken)
  // The target of an assignment takes no brackets.
  const [one, other] = ASSIGNS.has(sign)
    ? [text(left), text(right)]
    : [`(${text(left)})`, `(${text(right)})`]
  const joinsText = [left, right].some((side) => ts.isStringLiteralLike(side))
  const swapped = (operator: string, swaps: Swaps): readonly Change[] =>
    among(swaps, sign).map((swap) => ({ operator, text: `${one} ${swap} ${other}` }))
  return [
    ...swapped('comparison', COMPARISONS),
    ...(joinsText ? [] : swapped('arithmetic', ARITHMETIC)),
    ...swapped('logical', LOGICAL)
  ]
}

function ofUnary(
  node: ts.PrefixUnaryExpression | ts.PostfixUnaryExpression,
  text: (node: ts.Node) => string
): readonly Change[] {
  const operand = text(node.operand)
  const prefix = ts.isPrefixUnaryExpression(node)
  switch (node.operator) {
    case ts.SyntaxKind.PlusPlusToken:
      return [{ operator: 'arithmetic', text: prefix ? `--${operand}` : `${operand}--` }]
    case ts.SyntaxKind.MinusMinusToken:
      return [{ operator: 'arithmetic', text: prefix ? `++${operand}` : `${operand}++` }]
    case ts.SyntaxKind.ExclamationToken:
      return [{ operator: 'negation', text: `!!(${operand})` }]
    case ts.SyntaxKind.MinusToken:
      return [{ operator: 'arithmetic', text: `+(${operand})` }]
    default:
      return []
  }
}

function ofCall(node: ts.CallExpression, text: (node: ts.Node) => string): readonly Change[] {
  const callee = node.expression
  // Within an optional chain, brackets would change what an absent link skips.
  if (!ts.isPropertyAccessExpression(callee) || node.flags & ts.NodeFlags.OptionalChain) return []
  const name = callee.name.text
  const called = text(node).slice(text(callee).length)
  return [
    ...among(METHODS, name).map((other) => ({
      operator: 'method',
      text: `${text(callee).slice(0, -name.length)}${other}${called}`
    })),
    ...(DROPPED.has(name)
      ? [{ operator: 'dropped call', text: `(${text(callee.expression)})` }]
      : [])
  ]
}

function ofNumber({ text, parent }: ts.NumericLiteral): readonly Change[] {
  const value = Number(text)
  const less = Number.isInteger(value) && !(value === 0 && (isStart(parent) || isNegated(parent)))
  return [
    { operator: 'number', text: String(value + 1) },
    ...(less ? [{ operator: 'number', text: value === 0 ? '(-1)' : String(value - 1) }] : [])
  ]
}

const isNegated = (node: ts.Node): boolean => ts.isPrefixUnaryExpression(node)

/** `let i = 0` of a loop: from -1 on, arrays are only asked for what they do not have. */
const isStart = (node: ts.Node): boolean =>
  ts.isVariableDeclaration(node) && ts.isForStatement(node.parent.parent)

/** The target of an assignment, as in `[a, b] = [b, a]`. */
const isAssigned = (node: ts.Node): boolean =>
  ts.isBinaryExpression(node.parent) &&
  node.parent.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
  node.parent.left === node

/** A statement that does something and declares nothing. */
function isRemovable(node: ts.Node): boolean {
  if (ts.isThrowStatement(node) || ts.isBreakOrContinueStatement(node)) return true
  return ts.isExpressionStatement(node) && !isSuperCall(node.expression)
}

const isSuperCall = (node: ts.Node): boolean =>
  ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.SuperKeyword

/** The condition of an `if`, of a `while` or of `a ? b : c`. */
function isCondition(node: ts.Node): boolean {
  const { parent } = node
  if (!parent) return false
  if (ts.isConditionalExpression(parent)) return parent.condition === node
  return (ts.isIfStatement(parent) || ts.isWhileStatement(parent)) && parent.expression === node
}

function ofCondition(node: ts.Node, text: (node: ts.Node) => string): readonly Change[] {
  const returns = ts.isIfStatement(node.parent) && leaves(node.parent.thenStatement)
  return [
    { operator: 'negation', text: `!(${text(node)})` },
    ...(returns
      ? [
          { operator: 'no early return', text: 'false' },
          { operator: 'early return', text: 'true' }
        ]
      : [])
  ]
}

function leaves(node: ts.Statement): boolean {
  const last = ts.isBlock(node) ? node.statements.at(-1) : node
  return last !== undefined && (ts.isReturnStatement(last) || ts.isBreakOrContinueStatement(last))
}
