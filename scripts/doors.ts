// The doors of the packages: what their package.json lists under `exports`. Used by the generator
// of the API reference and by the test that guards the doors.
import { readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'

/** One way into a package. */
export interface Door {
  /** As an import names it: `@truce/core/check`. */
  readonly specifier: string
  /** The folder under packages/: `core`. */
  readonly pack: string
  /** The module it leads to, from the root of the repository. */
  readonly path: string
  /** The module its types lead to; the same one, or they describe something else. */
  readonly types: string
}

interface Manifest {
  readonly name: string
  readonly exports?: Readonly<Record<string, { readonly types: string; readonly default: string }>>
}

/** Every door of every package below the root, in the order in which they are listed. */
export function doorsIn(root: string): readonly Door[] {
  return readdirSync(join(root, 'packages')).flatMap((pack) => {
    const text = readFileSync(join(root, 'packages', pack, 'package.json'), 'utf8')
    return doorsOf(pack, JSON.parse(text) as Manifest)
  })
}

function doorsOf(pack: string, { name, exports = {} }: Manifest): readonly Door[] {
  const at = (path: string): string => posix.join('packages', pack, path)
  return Object.entries(exports).map(([key, leads]) => ({
    specifier: posix.join(name, key),
    pack,
    path: at(leads.default),
    types: at(leads.types)
  }))
}
