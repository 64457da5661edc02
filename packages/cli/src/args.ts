import type { ParseArgsOptionsConfig } from 'node:util'
import { parseArgs } from 'node:util'
import { nearest } from '@truce/core/diagnostic'
import { Usage } from './io.ts'

/** Arguments as a command reads them. */
export interface Args {
  readonly values: Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>
  readonly positionals: readonly string[]
}

/** Parses a command's arguments; anything unknown is a usage error with a suggestion. */
export function parse(argv: readonly string[], options: ParseArgsOptionsConfig): Args {
  const known = { help: { type: 'boolean', short: 'h' }, ...options } as const
  const unknown = argv
    .filter((arg) => arg.startsWith('--') && arg !== '--')
    .map((arg) => arg.slice(2).split('=')[0] ?? '')
    .find((name) => !Object.hasOwn(known, name))
  if (unknown !== undefined) {
    const near = nearest(unknown, Object.keys(known))
    throw new Usage(`there is no option --${unknown}${near ? `; did you mean --${near}?` : ''}`)
  }
  const lacking = argv.findIndex((arg, at) => takesValue(known, arg) && isNoValue(argv[at + 1]))
  if (lacking >= 0)
    throw new Usage(`${argv[lacking]} needs a value after it${startsWithDash(argv[lacking + 1])}`)
  try {
    return parseArgs({
      args: [...argv],
      options: known,
      allowPositionals: true,
      strict: true
    }) as Args
  } catch (error) {
    throw new Usage(
      (error instanceof Error ? error.message : String(error))
        .split('\n')[0]
        ?.split('. To specify')[0] ?? 'the arguments could not be read'
    )
  }
}

const takesValue = (known: ParseArgsOptionsConfig, arg: string): boolean =>
  arg.startsWith('--') && !arg.includes('=') && known[arg.slice(2)]?.type === 'string'

/** `-` alone is a value: the standard input. */
const isNoValue = (next: string | undefined): boolean => next === undefined || /^-./.test(next)

const startsWithDash = (next: string | undefined): string =>
  next?.startsWith('-') ? `, not ${next}` : ''

/** A whole number option within bounds. */
export function wholeNumber(
  args: Args,
  name: string,
  bounds: { readonly least: number; readonly most: number; readonly otherwise: number }
): number {
  const value = args.values[name]
  if (value === undefined) return bounds.otherwise
  const number = Number(value)
  if (
    typeof value === 'string' &&
    value.trim() !== '' &&
    Number.isInteger(number) &&
    number >= bounds.least &&
    number <= bounds.most
  )
    return number
  throw new Usage(`--${name} takes a whole number from ${bounds.least} to ${bounds.most}`)
}

/** An option that takes one of some words. */
export function oneOf<T extends string>(
  args: Args,
  name: string,
  words: readonly T[]
): T | undefined {
  const value = args.values[name]
  if (value === undefined) return undefined
  const found = words.find((word) => word === value)
  if (found) return found
  const near = nearest(String(value), words)
  throw new Usage(`--${name} takes ${words.join(', ')}${near ? `; did you mean ${near}?` : ''}`)
}

/** The values of an option that may stand several times. */
export function several(args: Args, name: string): readonly string[] {
  const value = args.values[name]
  return Array.isArray(value) ? value.map(String) : []
}
