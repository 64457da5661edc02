import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Door } from '../../scripts/doors.ts'
import { type Import, type Module, root, target } from './modules.ts'

const SCOPE = '@truce/'

/** A door leads to one module that is there, and is listed by itself: a pattern opens everything. */
export function brokenDoors(doors: readonly Door[]): readonly string[] {
  return doors.flatMap(({ specifier, path, types }) => {
    if (specifier.includes('*')) return [`${specifier} opens every folder: list each door`]
    if (path !== types) return [`${specifier} leads to ${path}, its types to ${types}`]
    return existsSync(join(root, path)) ? [] : [`${specifier} leads to ${path}, which is not there`]
  })
}

/** Doors that no module of elsewhere imports and no page names: they can be taken off the list. */
export function unusedDoors(
  doors: readonly Door[],
  modules: readonly Module[],
  pages: readonly string[]
): readonly string[] {
  const entered = new Set(modules.flatMap((module) => doorsEntered(module, doors)))
  const named = (specifier: string): boolean =>
    pages.some((page) => page.includes(`'${specifier}'`) || page.includes(`\`${specifier}\``))
  return doors
    .filter(({ specifier }) => !entered.has(specifier) && !named(specifier))
    .map(({ specifier }) => `${specifier} is neither imported from outside nor in a page`)
}

/**
 * Imports into another package that pass its doors, by name or by path. A package without doors
 * has none to pass by.
 */
export function pastDoors(modules: readonly Module[], doors: readonly Door[]): readonly string[] {
  return modules.flatMap((module) =>
    module.imports
      .filter((found) => passes(module, found, doors))
      .map(({ specifier, line }) => `${module.path}:${line} ${specifier} is no door`)
  )
}

function passes(module: Module, { specifier }: Import, doors: readonly Door[]): boolean {
  if (specifier.startsWith(SCOPE)) return !doors.some((door) => door.specifier === specifier)
  const path = target(module, specifier)
  const into = path === undefined ? undefined : packageOf(path)
  if (into === undefined || into === packageOf(module.path)) return false
  return !doors.some((door) => door.path === path)
}

function doorsEntered(module: Module, doors: readonly Door[]): readonly string[] {
  return module.imports.flatMap(({ specifier }) => {
    const path = target(module, specifier)
    return doors
      .filter((door) => door.specifier === specifier || door.path === path)
      .filter((door) => door.pack !== packageOf(module.path))
      .map((door) => door.specifier)
  })
}

const packageOf = (path: string): string | undefined => /^packages\/([^/]+)\//.exec(path)?.[1]
