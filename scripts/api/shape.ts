// A declaration as the API reference shows it: its types, neither comments nor code.
import ts from 'ts-classic'
import { known } from './exported.ts'

/** The declaration without comments and bodies, as it is laid out in the source. */
export function shapeOf(statement: ts.Statement, name: string): string {
  if (ts.isFunctionDeclaration(statement)) return upTo(statement, statement.body)
  if (ts.isClassDeclaration(statement)) return classShape(statement)
  if (ts.isVariableStatement(statement)) return constantShape(statement, name)
  if (ts.isTypeAliasDeclaration(statement)) return aliasShape(statement)
  return bare(statement)
}

/** The first sentence of the comment right above, on one line. Empty without one. */
export function firstSentence(statement: ts.Statement): string {
  const { text } = statement.getSourceFile()
  const range = ts.getLeadingCommentRanges(text, statement.pos)?.at(-1)
  if (!range || !text.startsWith('/**', range.pos)) return ''
  const comment = text.slice(range.pos + 3, range.end - 2)
  const line = comment.replace(/\s*\n\s*\*?\s*/g, ' ').trim()
  return /^.+?\.(?=\s+[A-Z`(]|$)/.exec(line)?.[0] ?? line
}

function constantShape(statement: ts.VariableStatement, name: string): string {
  const found = statement.declarationList.declarations.find((one) => one.name.getText() === name)
  const { type, initializer } = found ?? {}
  if (type) return `const ${name}: ${bare(type)}`
  if (initializer && ts.isArrowFunction(initializer))
    return `const ${name} = ${upTo(initializer, initializer.equalsGreaterThanToken)}`
  return `const ${name}${initializer ? ` = ${bare(initializer)}` : ''}`
}

/** A type that is read off a constant of its module comes with the constant. */
function aliasShape(statement: ts.TypeAliasDeclaration): string {
  const query = /\btypeof (\w+)/.exec(statement.type.getText())?.[1]
  const path = statement.getSourceFile().fileName
  const behind = query === undefined ? undefined : known(path, query).statements[0]
  return [bare(statement), ...(query && behind ? [shapeOf(behind, query)] : [])].join('\n')
}

function classShape(statement: ts.ClassDeclaration): string {
  const [first] = statement.members
  const head = first
    ? upTo(statement, first)
    : bare(statement)
        .replace(/\{\s*\}$/, '')
        .trim()
  const members = statement.members.filter(isPublic).map((member) => `  ${memberShape(member)}\n`)
  return `${head.replace(/\s*\{$/, '')} {\n${members.join('')}}`
}

function isPublic(member: ts.ClassElement): boolean {
  const modifiers = ts.canHaveModifiers(member) ? (ts.getModifiers(member) ?? []) : []
  return (
    !modifiers.some(({ kind }) => kind === ts.SyntaxKind.PrivateKeyword) &&
    !(member.name && ts.isPrivateIdentifier(member.name))
  )
}

function memberShape(member: ts.ClassElement): string {
  if (ts.isPropertyDeclaration(member))
    return member.type ? upTo(member, member.initializer).replace(/\s*=$/, '') : bare(member)
  const withBody =
    ts.isMethodDeclaration(member) || ts.isConstructorDeclaration(member) || ts.isAccessor(member)
  return withBody ? upTo(member, member.body) : bare(member)
}

/** What stands before a part of the node, or all of it; comments taken out. */
function upTo(node: ts.Node, part: ts.Node | undefined): string {
  return part ? withoutComments(node, part.getFullStart()) : bare(node)
}

const bare = (node: ts.Node): string => withoutComments(node, node.end)

function withoutComments(node: ts.Node, end: number): string {
  const { text } = node.getSourceFile()
  const start = node.getStart()
  const holes = commentsIn(node).filter(({ pos }) => pos >= start && pos < end)
  const pieces = [...holes, { pos: end, end }].map(({ pos }, at) =>
    text.slice(holes[at - 1]?.end ?? start, pos)
  )
  return pieces
    .join('')
    .replace(/^export /, '')
    .replace(/[^\S\n]+$/gm, '')
    .replace(/\n{2,}/g, '\n')
    .trim()
}

/** Comments beside the node's parts, down to each token; each once, in order. */
function commentsIn(node: ts.Node): readonly ts.CommentRange[] {
  const { text } = node.getSourceFile()
  const found = new Map<number, ts.CommentRange>()
  const see = (one: ts.Node): void => {
    const before = ts.getLeadingCommentRanges(text, one.getFullStart()) ?? []
    const behind = ts.getTrailingCommentRanges(text, one.end) ?? []
    for (const range of [...before, ...behind]) found.set(range.pos, range)
    for (const part of one.getChildren()) see(part)
  }
  see(node)
  return [...found.values()].sort((a, b) => a.pos - b.pos)
}
