import ts from 'ts-classic'
import { lineOf, type Module } from './modules.ts'

/** The public door and the one of each folder, which package.json's subpaths lead to. */
const DOOR = /^packages\/(?:core|interchange)\/src\/(?:[^/]+\/)?index\.ts$/

/** Exported declarations without a doc comment of their own. */
export function undocumented(modules: readonly Module[]): readonly string[] {
  return modules.flatMap(({ path, syntax }) => {
    const documented = new Set(exported(syntax).filter(isDocumented).flatMap(namesOf))
    return exported(syntax).flatMap((statement) =>
      namesOf(statement)
        .filter((name) => !documented.has(name))
        .map((name) => `${path}:${lineOf(syntax, statement)} ${name} has no doc comment`)
    )
  })
}

/** The names that a module declares and exports; not what it passes on from others. */
export function exportedNames({ syntax }: Module): ReadonlySet<string> {
  return new Set(exported(syntax).flatMap(namesOf))
}

/**
 * A door only re-exports, and only what is the package's own; since every declaration there is
 * documented, so is then everything that the door leads to.
 */
export function doorFailures(modules: readonly Module[]): readonly string[] {
  return modules
    .filter(({ path }) => DOOR.test(path))
    .flatMap(({ path, syntax }) =>
      syntax.statements
        .filter((statement) => !isReexport(statement))
        .map(
          (statement) =>
            `${path}:${lineOf(syntax, statement)} a door only re-exports from its package's own modules`
        )
    )
}

function isReexport(statement: ts.Statement): boolean {
  const from = ts.isExportDeclaration(statement) ? statement.moduleSpecifier : undefined
  return from !== undefined && ts.isStringLiteral(from) && from.text.startsWith('.')
}

/**
 * Statements that declare something exported, be it here (`export const`) or in a list (`export { a
 * }`).
 */
function exported(syntax: ts.SourceFile): readonly ts.Statement[] {
  const listed = new Set(syntax.statements.flatMap(listedNames))
  return syntax.statements.filter(
    (statement) =>
      hasExport(statement) ||
      ts.isExportAssignment(statement) ||
      namesOf(statement).some((name) => listed.has(name))
  )
}

function listedNames(statement: ts.Statement): readonly string[] {
  if (!ts.isExportDeclaration(statement) || statement.moduleSpecifier || !statement.exportClause)
    return []
  if (!ts.isNamedExports(statement.exportClause)) return []
  return statement.exportClause.elements.map(
    (element) => (element.propertyName ?? element.name).text
  )
}

function hasExport(statement: ts.Statement): boolean {
  return (
    ts.canHaveModifiers(statement) &&
    ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true
  )
}

/** A page documents itself by its `about`, which `truce explain` prints. */
function namesOf(statement: ts.Statement): readonly string[] {
  if (ts.isVariableStatement(statement)) {
    const { declarations } = statement.declarationList
    return declarations
      .filter(({ type }) => type?.getText() !== 'Page')
      .map(({ name }) => name.getText())
  }
  if (ts.isExportAssignment(statement)) return ['default']
  const { name } = statement as { readonly name?: ts.Node }
  return name ? [name.getText()] : []
}

/** The comment stands right above: one with a blank line below it speaks of the file. */
function isDocumented(statement: ts.Statement): boolean {
  const { text } = statement.getSourceFile()
  const comment = ts.getLeadingCommentRanges(text, statement.pos)?.at(-1)
  if (!comment || !text.startsWith('/**', comment.pos)) return false
  return !text.slice(comment.end, statement.getStart()).includes('\n\n')
}
