import { spawnSync } from 'node:child_process'

/**
 * Python 3, in which some checks are written so that they share nothing with what they check;
 * undefined on a machine without it: those are skipped then. It is an error to be without it where
 * it is required.
 */
export const python: string | undefined = ['python3', 'python'].find(
  (name) => spawnSync(name, ['-c', 'import sys; sys.exit(sys.version_info < (3, 8))']).status === 0
)
if (python === undefined && (process.env['TRUCE_REQUIRE'] ?? '').split(',').includes('python'))
  throw new Error('TRUCE_REQUIRE asks for Python 3, but there is none')

/** What a program in Python writes, given some lines; throws what it complains of. */
export function inPython(program: string, input = '', ...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(python ?? 'python3', ['-c', program, ...args], {
    input,
    encoding: 'utf8'
  })
  if (status !== 0) throw new Error(stderr)
  return stdout
}
