import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, posix, sep } from 'node:path'
import ts from 'ts-classic'

/** One import, whatever its form: static, re-export, dynamic, or a type's. */
export interface Import {
  readonly specifier: string
  readonly line: number
  /** True when nothing is left of it at run time. */
  readonly typeOnly: boolean
}

/** One source file of the repository, parsed. */
export interface Module {
  /** From the repository's root, with slashes: `packages/core/src/case/read.ts`. */
  readonly path: string
  readonly syntax: ts.SourceFile
  readonly imports: readonly Import[]
}

export const root = join(import.meta.dirname, '..', '..')

/** Every TypeScript file under the folders; one that does not exist holds none. */
export function modulesUnder(...folders: readonly string[]): readonly Module[] {
  return folders.flatMap(filesUnder).map(moduleAt)
}

/** A file as it was when it was first asked for: most are asked for several times. */
function moduleAt(path: string): Module {
  const known = modules.get(path) ?? parse(path, readFileSync(join(root, path), 'utf8'))
  modules.set(path, known)
  return known
}
const modules = new Map<string, Module>()

function filesUnder(folder: string): readonly string[] {
  if (!existsSync(join(root, folder))) return []
  const entries = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
  const paths = entries.map((entry) => `${folder}/${entry.split(sep).join('/')}`)
  return paths.filter((path) => /\.tsx?$/.test(path)).sort()
}

export function parse(path: string, text: string): Module {
  const syntax = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
  const imports: Import[] = []
  visit(syntax, (node) => {
    const found = importOf(node)
    if (found)
      imports.push({
        specifier: found.specifier,
        typeOnly: found.typeOnly,
        line: lineOf(syntax, node)
      })
  })
  return { path, syntax, imports }
}

/** Calls back for the node and everything below it. */
export function visit(node: ts.Node, see: (node: ts.Node) => void): void {
  see(node)
  ts.forEachChild(node, (child) => visit(child, see))
}

export function lineOf(syntax: ts.SourceFile, node: ts.Node): number {
  return syntax.getLineAndCharacterOfPosition(node.getStart(syntax)).line + 1
}

/** The path a relative import leads to; undefined for a bare one. */
export function target(module: Module, specifier: string): string | undefined {
  return specifier.startsWith('.') ? posix.join(posix.dirname(module.path), specifier) : undefined
}

/**
 * `import { type A }` still loads its module under `verbatimModuleSyntax`, so only `import type`
 * and `export type` are free at run time.
 */
function importOf(
  node: ts.Node
): { readonly specifier: string; readonly typeOnly: boolean } | undefined {
  if (ts.isImportDeclaration(node))
    return named(node.moduleSpecifier, node.importClause?.isTypeOnly === true)
  if (ts.isExportDeclaration(node)) return named(node.moduleSpecifier, node.isTypeOnly)
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
    return named(node.argument.literal, true)
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
    return named(node.arguments[0], false)
  return undefined
}

function named(
  node: ts.Node | undefined,
  typeOnly: boolean
): { readonly specifier: string; readonly typeOnly: boolean } | undefined {
  return node && ts.isStringLiteralLike(node) ? { specifier: node.text, typeOnly } : undefined
}
