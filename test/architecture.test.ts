import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Door, doorsIn } from '../scripts/doors.ts'
import {
  builtinFailures,
  folderFailures,
  packageFailures,
  undeclared
} from './architecture/arrows.ts'
import { cycles } from './architecture/cycles.ts'
import { brokenDoors, pastDoors, unusedDoors } from './architecture/doors.ts'
import { doorFailures, undocumented } from './architecture/exports.ts'
import { type Module, modulesUnder, parse, root } from './architecture/modules.ts'
import { sharedFiles, sharedNames, told } from './architecture/names.ts'
import {
  anyFailures,
  files,
  functions,
  overBudget,
  parameterFailures
} from './architecture/sizes.ts'

const packages = readdirSync(join(root, 'packages'))
const core = modulesUnder('packages/core/src')
const pure = [...core, ...modulesUnder('packages/interchange/src')]
const source = packages.flatMap((name) => modulesUnder(`packages/${name}/src`))

const tests = packages.flatMap((name) => modulesUnder(`packages/${name}/test`))
const tools = modulesUnder('test', 'scripts', 'bench')
const doors = doorsIn(root)

const everyImport = (): boolean => true
const atRunTime = ({ typeOnly }: { readonly typeOnly: boolean }): boolean => !typeOnly

describe('arrows', () => {
  it('hold between the folders of core', () => none(folderFailures(core)))
  it('hold between packages', () => none(packageFailures(source)))
  it('lead from what is pure to nothing of Node', () => none(builtinFailures(pure)))
  it('form no cycle at run time', () => none(cycles(source, atRunTime)))
  it('form no cycle in what is pure even among types', () => none(cycles(pure, everyImport)))
})

describe('imports are declared', () => {
  it.each(packages)('in %s', (name) =>
    none(undeclared(modulesUnder(`packages/${name}/src`), declaredBy(name)))
  )
  it.each(packages)('in the tests of %s', (name) => {
    none(
      undeclared(
        modulesUnder(`packages/${name}/test`),
        new Set([...forTools(), ...declaredBy(name)])
      )
    )
  })
  it('in repository-wide tests, scripts and benchmarks', () => none(undeclared(tools, forTools())))
})

describe('doors of packages', () => {
  it('are listed one by one and lead somewhere', () => none(brokenDoors(doors)))
  it('are used from outside, or a page names them', () =>
    none(unusedDoors(doors, [...source, ...tests, ...tools], howTos())))
  it('are the only way in for source and scripts', () =>
    none(pastDoors([...source, ...modulesUnder('scripts')], doors)))
})

describe('small grain', () => {
  it('of files', () => none(overBudget(files(source), { median: 100, p90: 350 })))
  it('of functions', () => none(overBudget(functions(source), { median: 10, p90: 35 })))
  it('of parameter lists', () => none(parameterFailures(source)))
  it('of types: no any in what is pure', () => none(anyFailures(pure)))
})

describe('names of core', () => {
  it('mean one thing each', () => none(told(sharedNames(core))))
  it('of files are borne by two at most', () => none(told(sharedFiles(core))))
})

describe('exports of what is pure', () => {
  it('have a doc comment each', () => none(undocumented(pure)))
  it('leave by doors that only re-export', () => none(doorFailures(pure)))
})

/** A check that finds nothing proves nothing until it has found something. */
describe('each check catches what it is for', () => {
  const caught: readonly (readonly [
    string,
    string,
    string,
    (modules: readonly Module[]) => readonly string[]
  ])[] = [
    [
      'a folder that looks up',
      'model/a.ts',
      "import type { B } from '../case/b.ts'",
      folderFailures
    ],
    [
      'a folder without arrows',
      'unheard-of/a.ts',
      "import { b } from '../model/b.ts'",
      folderFailures
    ],
    ['a re-export across', 'case/a.ts', "export * from '../terms/b.ts'", folderFailures],
    ['a type from across', 'case/a.ts', "type B = import('../terms/b.ts').B", folderFailures],
    ['another package', 'model/a.ts', "import { load } from '@truce/host'", packageFailures],
    [
      'a path into another package',
      'model/a.ts',
      "import { load } from '../../../host/src/load.ts'",
      packageFailures
    ],
    ['Node, when asked', 'model/a.ts', "const fs = await import('node:fs')", builtinFailures],
    ['Node, by its old name', 'model/a.ts', "import 'fs'", builtinFailures],
    [
      'an undeclared package',
      'model/a.ts',
      "import { parse } from 'yaml/deep'",
      (modules) => undeclared(modules, new Set(['zod']))
    ],
    [
      'a cycle of types',
      'model/a.ts',
      "import type { A } from './a.ts'",
      (modules) => cycles(modules, everyImport)
    ],
    [
      'a cycle at run time',
      'model/a.ts',
      "import { type A } from './a.ts'",
      (modules) => cycles(modules, atRunTime)
    ],
    ['four parameters', 'model/a.ts', 'export const f = (a, b, c, d) => a', parameterFailures],
    [
      'four parameters of a function',
      'model/a.ts',
      'export function f(a, b, c, d) {}',
      parameterFailures
    ],
    [
      'four parameters of a class',
      'model/a.ts',
      'export class A { constructor(a, b, c, d) {} }',
      parameterFailures
    ],
    ['any, hidden in a type', 'model/a.ts', 'const a = b as readonly any[]', anyFailures],
    [
      'a long function',
      'model/a.ts',
      `function f() {${'\n'.repeat(40)}}`,
      (modules) => overBudget(functions(modules), { median: 10, p90: 35 })
    ],
    ['an undocumented interface', 'model/a.ts', 'export interface A {}', undocumented],
    [
      'a comment of the file, not of the export',
      'model/a.ts',
      '/** Of the file. */\n\nexport const a = 1',
      undocumented
    ],
    ['an export list', 'model/a.ts', 'const a = 1\nexport { a as b }', undocumented],
    [
      'a comment that documents nothing',
      'model/a.ts',
      '// not a doc comment\nexport type A = 1',
      undocumented
    ],
    ['a door with code', 'index.ts', "import { a } from './a.ts'", doorFailures],
    ['a door to another package', 'index.ts', "export { z } from 'zod'", doorFailures]
  ]
  it.each(caught)('%s', (_title, path, text, check) => {
    expect(check([parse(`packages/core/src/${path}`, text)])).not.toEqual([])
  })

  it('a door that is a pattern, leads nowhere, or leads its types elsewhere', () => {
    const path = 'packages/core/src/index.ts'
    const door = { specifier: '@truce/core', pack: 'core', path, types: path }
    const wrong: readonly Door[] = [
      { ...door, specifier: '@truce/core/*' },
      { ...door, path: 'packages/core/src/nowhere.ts', types: 'packages/core/src/nowhere.ts' },
      { ...door, types: 'packages/core/src/ports.ts' }
    ]
    expect(brokenDoors([...wrong, door])).toHaveLength(wrong.length)
  })

  it('a door that nobody enters, and ways past it', () => {
    const path = 'packages/core/src/index.ts'
    const door = { specifier: '@truce/core', pack: 'core', path, types: path }
    const from = (text: string) => [parse('packages/cli/src/a.ts', text)]
    const within = [parse('packages/core/src/case/a.ts', "import { a } from '../index.ts'")]
    expect(unusedDoors([door], within, ['`@truce/core/case`'])).toHaveLength(1)
    expect(unusedDoors([door], from("import { a } from '@truce/core'"), [])).toEqual([])
    expect(unusedDoors([door], within, ["import { a } from '@truce/core'"])).toEqual([])
    expect(pastDoors(from("import { a } from '@truce/core'"), [door])).toEqual([])
    expect(pastDoors(from("import { a } from '@truce/core/case'"), [door])).toHaveLength(1)
    expect(pastDoors(from("import '../../core/src/case/read.ts'"), [door])).toHaveLength(1)
  })

  it('a name of two meanings, and one file name three times', () => {
    const modules = [
      parse('packages/core/src/a/words.ts', 'export const a = 1\nexport type A = 1'),
      parse('packages/core/src/b/words.ts', 'const A = 1\nexport { A }\nconst a = 1'),
      parse('packages/core/src/c/words.ts', 'const b = 1'),
      parse('packages/core/src/b/index.ts', "export { A } from './words.ts'"),
      parse('packages/core/src/a/index.ts', "export { a, type A } from './words.ts'")
    ]
    const [a, b, c] = ['a', 'b', 'c'].map((folder) => `packages/core/src/${folder}/words.ts`)
    expect(told(sharedNames(modules))).toEqual([`A means 2 things: ${a}, ${b}`])
    expect(told(sharedFiles(modules))).toEqual([`words.ts means 3 things: ${a}, ${b}, ${c}`])
  })

  it('a cycle of several, entered from outside', () => {
    const texts = { a: "import './b.ts'", b: "import './c.ts'", c: "import './b.ts'", d: '' }
    const modules = Object.entries(texts).map(([name, text]) =>
      parse(`packages/core/src/model/${name}.ts`, text)
    )
    expect(cycles(modules, atRunTime)).toEqual([
      ['b', 'c', 'b'].map((name) => `packages/core/src/model/${name}.ts`).join(' -> ')
    ])
  })

  it('and lets pass what is right', () => {
    const text =
      "import type { B } from '../model/b.ts'\n\n/** Why. */\nexport const a = (b: B) => b\nexport const page: Page = {}\nconst inner = (a, b, c, d) => a\n/** Why. */\nexport class C { private f(a, b, c, d) {} }"
    const modules = [parse('packages/core/src/case/a.ts', text)]
    const checks = [
      folderFailures,
      packageFailures,
      builtinFailures,
      parameterFailures,
      anyFailures,
      undocumented,
      doorFailures
    ]
    expect(checks.flatMap((check) => check(modules))).toEqual([])
  })
})

function none(failures: readonly string[]): void {
  if (failures.length > 0) expect.fail(`${failures.length} found\n${failures.join('\n')}`)
}

/** The pages that tell a programmer how to use a door. */
function howTos(): readonly string[] {
  return readdirSync(join(root, 'docs/howto'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => readFileSync(join(root, 'docs/howto', name), 'utf8'))
}

function declaredBy(name: string): ReadonlySet<string> {
  return dependencies(`packages/${name}/package.json`, 'dependencies')
}

/** What repository-wide code may use: the root's own dependencies and the packages themselves. */
function forTools(): ReadonlySet<string> {
  return new Set([
    ...dependencies('package.json', 'devDependencies'),
    ...packages.map((name) => `@truce/${name}`)
  ])
}

function dependencies(path: string, kind: 'dependencies' | 'devDependencies'): ReadonlySet<string> {
  const manifest = JSON.parse(readFileSync(join(root, path), 'utf8')) as Partial<
    Record<typeof kind, Record<string, string>>
  >
  return new Set(Object.keys(manifest[kind] ?? {}))
}
