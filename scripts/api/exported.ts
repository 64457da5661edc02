// What a module exports, followed through re-exports to where it is declared. By syntax alone: a
// type checker knows more and takes a hundred times as long.
import { readFileSync } from 'node:fs'
import { posix } from 'node:path'
import ts from 'ts-classic'

/** One exported name, and the statements that declare it: overloads, or a type and a value. */
export interface Exported {
  readonly name: string
  /** The module it is declared in. */
  readonly path: string
  /** None for a whole module under one name (`export * as a`). */
  readonly statements: readonly ts.Statement[]
}

type Names = ReadonlyMap<string, Exported>

const parsed = new Map<string, ts.SourceFile>()

/** The syntax of a module, read once. */
export function syntaxOf(path: string): ts.SourceFile {
  const known = parsed.get(path)
  if (known) return known
  const text = readFileSync(path, 'utf8')
  const syntax = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
  parsed.set(path, syntax)
  return syntax
}

/** Everything a module exports, by name. Throws where an export leads nowhere. */
export function exportsOf(path: string): Names {
  return new Map(syntaxOf(path).statements.flatMap((statement) => exportedBy(path, statement)))
}

function exportedBy(
  path: string,
  statement: ts.Statement
): readonly (readonly [string, Exported])[] {
  if (!ts.isExportDeclaration(statement))
    return isExported(statement)
      ? namesOf(statement).map((name) => [name, declared(path, name)] as const)
      : []
  const { exportClause: clause, moduleSpecifier: from } = statement
  const source = from ? leadsTo(path, from) : path
  if (!clause) return allOf(source, statement.isTypeOnly)
  if (ts.isNamespaceExport(clause))
    return [[clause.name.text, { name: clause.name.text, path: source, statements: [] }]]
  return clause.elements.map(({ name, propertyName }) => {
    const found = from
      ? exportsOf(source).get((propertyName ?? name).text)
      : declared(source, (propertyName ?? name).text)
    if (!found) throw new Error(`${path} passes on ${name.text}, which ${source} does not export`)
    return [name.text, { ...found, name: name.text }] as const
  })
}

/** What `export *` passes on; of values, `export type *` passes on nothing that can be used. */
function allOf(source: string, typesOnly: boolean): readonly (readonly [string, Exported])[] {
  return [...exportsOf(source)].flatMap(([name, found]) => {
    const statements = typesOnly ? found.statements.filter(isType) : found.statements
    return statements.length > 0 ? [[name, { ...found, statements }] as const] : []
  })
}

/** The statements of a module that declare a name. */
export function declared(path: string, name: string): Exported {
  const { statements } = syntaxOf(path)
  return { name, path, statements: statements.filter((one) => namesOf(one).includes(name)) }
}

/** The same for a name that a module knows: its own, or one it imports from its own package. */
export function known(path: string, name: string): Exported {
  const own = declared(path, name)
  if (own.statements.length > 0) return own
  const imported = syntaxOf(path).statements.flatMap((statement) => {
    const names = ts.isImportDeclaration(statement) && statement.importClause?.namedBindings
    if (!names || !ts.isNamedImports(names)) return []
    const found = names.elements.find((element) => element.name.text === name)
    return found && isOwn(statement.moduleSpecifier)
      ? [
          exportsOf(leadsTo(path, statement.moduleSpecifier)).get(
            (found.propertyName ?? found.name).text
          )
        ]
      : []
  })
  return imported[0] ?? own
}

const isType = (statement: ts.Statement): boolean =>
  !ts.isVariableStatement(statement) && !ts.isFunctionDeclaration(statement)

const isExported = (statement: ts.Statement): boolean =>
  ts.canHaveModifiers(statement) &&
  ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true

function namesOf(statement: ts.Statement): readonly string[] {
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.map(({ name }) => name.getText())
  const named =
    ts.isFunctionDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement)
  return named && statement.name ? [statement.name.text] : []
}

const isOwn = (specifier: ts.Expression): specifier is ts.StringLiteral =>
  ts.isStringLiteral(specifier) && specifier.text.startsWith('.')

function leadsTo(path: string, specifier: ts.Expression): string {
  if (!isOwn(specifier))
    throw new Error(`${path} passes on ${specifier.getText()}, which is not its package's own`)
  return posix.join(posix.dirname(path), specifier.text)
}
