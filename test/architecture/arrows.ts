import { builtinModules } from 'node:module'
import { type Import, type Module, target } from './modules.ts'

/**
 * Who may import whom inside core. `index` is the public door and `ask` answers every question: both
 * may reach all.
 */
const FOLDERS: Readonly<Record<string, readonly string[] | 'all'>> = {
  model: [],
  diagnostic: ['model'],
  case: ['model', 'diagnostic', 'time'],
  time: ['model'],
  merge: ['model', 'diagnostic', 'case'],
  draws: ['model'],
  terms: ['model'],
  worth: ['model', 'draws', 'terms'],
  stability: ['model', 'draws', 'worth'],
  geo: ['model', 'diagnostic'],
  fractions: [],
  games: ['fractions'],
  bargaining: ['model', 'fractions', 'terms', 'draws', 'ports'],
  strategy: ['model', 'fractions', 'games', 'terms', 'draws', 'worth', 'bargaining'],
  gates: ['model', 'time', 'calendar', 'worth'],
  ceasefire: ['model', 'diagnostic', 'time'],
  acceptance: ['model', 'terms', 'draws', 'worth'],
  check: [
    'model',
    'gates',
    'time',
    'calendar',
    'diagnostic',
    'terms',
    'draws',
    'worth',
    'acceptance',
    'bargaining',
    'stability',
    'strategy',
    'ceasefire'
  ],
  deals: ['model', 'terms', 'draws', 'worth', 'bargaining', 'acceptance', 'check', 'ports'],
  study: ['model', 'terms', 'draws', 'worth', 'stability', 'bargaining', 'strategy', 'check'],
  calendar: ['model', 'time'],
  timetable: ['model', 'time', 'calendar'],
  plan: ['model', 'diagnostic', 'terms', 'draws', 'worth', 'strategy', 'time', 'calendar', 'gates'],
  forecast: ['model', 'draws', 'terms', 'worth'],
  log: ['ports'],
  record: ['model', 'diagnostic', 'time', 'calendar', 'timetable', 'gates', 'geo', 'log', 'ports'],
  report: [
    'model',
    'diagnostic',
    'case',
    'time',
    'draws',
    'terms',
    'stability',
    'bargaining',
    'fractions',
    'games',
    'forecast',
    'geo',
    'strategy',
    'gates',
    'worth',
    'acceptance',
    'check',
    'deals',
    'study',
    'plan',
    'timetable',
    'record',
    'log',
    'ceasefire'
  ],
  ask: 'all',
  ports: ['model', 'diagnostic'],
  index: 'all'
}

/** Which packages may import which. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  core: [],
  interchange: ['core'],
  milp: ['core'],
  host: ['core'],
  server: ['core', 'host', 'interchange', 'milp'],
  cli: ['host', 'core', 'interchange', 'milp', 'server'],
  web: ['core', 'interchange', 'milp', 'server']
}

/** Packages of which another may know only the types: the page is not to carry the server. */
const TYPES_ONLY: Readonly<Record<string, readonly string[]>> = { web: ['server'] }

const SCOPE = '@truce/'

export function folderFailures(modules: readonly Module[]): readonly string[] {
  return eachImport(modules, (module, { specifier }) => {
    const [from, to] = [folderOf(module.path), folderOf(target(module, specifier) ?? '')]
    if (from === undefined || to === undefined || from === to) return undefined
    const allowed = FOLDERS[from]
    if (allowed === undefined) return `core's folder ${from} has no row in the table of arrows`
    return allowed === 'all' || allowed.includes(to)
      ? undefined
      : `${from} may not import ${to} (${specifier})`
  })
}

export function packageFailures(modules: readonly Module[]): readonly string[] {
  return eachImport(modules, (module, { specifier, typeOnly }) => {
    const from = packageOf(module.path)
    const path = target(module, specifier)
    if (path !== undefined)
      return path.startsWith(`packages/${from}/src/`)
        ? undefined
        : `${specifier} leaves the source of ${from}`
    if (!specifier.startsWith(SCOPE)) return undefined
    const to = specifier.slice(SCOPE.length).split('/')[0] ?? ''
    if (!PACKAGES[from]?.includes(to)) return `${from} may not import ${specifier}`
    return typeOnly || !TYPES_ONLY[from]?.includes(to)
      ? undefined
      : `${from} may import only types of ${specifier}`
  })
}

/** A pure package reaches nothing of Node, by whatever spelling. */
export function builtinFailures(modules: readonly Module[]): readonly string[] {
  return eachImport(modules, ({ path }, { specifier }) =>
    isBuiltin(specifier) ? `${packageOf(path)} may not import ${specifier}` : undefined
  )
}

/** npm hoists, so an undeclared import runs here and fails for whoever installs the package. */
export function undeclared(
  modules: readonly Module[],
  declared: ReadonlySet<string>
): readonly string[] {
  return eachImport(modules, (module, { specifier }) => {
    if (target(module, specifier) !== undefined || isBuiltin(specifier)) return undefined
    const name = packageName(specifier)
    return declared.has(name) ? undefined : `${name} is not declared in package.json`
  })
}

function eachImport(
  modules: readonly Module[],
  judge: (module: Module, found: Import) => string | undefined
): readonly string[] {
  return modules.flatMap((module) =>
    module.imports.flatMap((found) => {
      const problem = judge(module, found)
      return problem === undefined ? [] : [`${module.path}:${found.line} ${problem}`]
    })
  )
}

/** `case` for packages/core/src/case/read.ts, `index` for packages/core/src/index.ts. */
function folderOf(path: string): string | undefined {
  return /^packages\/core\/src\/([^/.]+)/.exec(path)?.[1]
}

function packageOf(path: string): string {
  return path.split('/')[1] ?? ''
}

function isBuiltin(specifier: string): boolean {
  return specifier.startsWith('node:') || builtinModules.includes(specifier)
}

function packageName(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
}
