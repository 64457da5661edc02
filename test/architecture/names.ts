import { posix } from 'node:path'
import { exportedNames } from './exports.ts'
import type { Module } from './modules.ts'

/** One name, and the modules in which it means different things, sorted. */
export interface Shared {
  readonly name: string
  readonly paths: readonly string[]
}

/**
 * Names that two modules or more declare and export: whoever reads one has to ask which. A type and
 * a value of one name in one module are one thing; passing a name on is no second meaning.
 */
export function sharedNames(modules: readonly Module[]): readonly Shared[] {
  return shared(
    modules.flatMap((module) => [...exportedNames(module)].map((name) => [name, module]))
  )
}

/**
 * Base names that more than two files bear, doors aside: a tab or a trace then says nothing. Two are
 * allowed, where one folder mirrors another: what reads gates bears the name of what gates are.
 */
export function sharedFiles(modules: readonly Module[]): readonly Shared[] {
  return shared(modules.map((module) => [posix.basename(module.path), module] as const)).filter(
    ({ name, paths }) => name !== 'index.ts' && paths.length > 2
  )
}

/** The same, one line each, as an architecture test tells it. */
export function told(all: readonly Shared[]): readonly string[] {
  return all.map(({ name, paths }) => `${name} means ${paths.length} things: ${paths.join(', ')}`)
}

function shared(named: readonly (readonly [string, Module])[]): readonly Shared[] {
  const places = new Map<string, readonly string[]>()
  for (const [name, { path }] of named) places.set(name, [...(places.get(name) ?? []), path])
  return [...places]
    .filter(([, paths]) => paths.length > 1)
    .map(([name, paths]) => ({ name, paths: [...paths].sort() }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}
