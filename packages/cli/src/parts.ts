import { nearest } from '@truce/core/diagnostic'
import type { Io } from './io.ts'
import { Usage } from './io.ts'

/** One thing to do of a command that does several. Loaded when it is asked for. */
export interface Part {
  readonly about: string
  readonly load: () => Promise<{
    readonly HELP: string
    readonly run: (argv: readonly string[], io: Io) => Promise<number>
  }>
}

/** The parts of a command by their names. */
export type Parts = Readonly<Record<string, Part>>

/** A line for each part, as the overview of a command lists them. */
export function partLines(command: string, parts: Parts): string {
  const width = Math.max(...Object.keys(parts).map(({ length }) => length))
  return Object.entries(parts)
    .map(([name, { about }]) => `  truce ${command} ${name.padEnd(width)} ${about}`)
    .join('\n')
}

/** The help of a part, or the overview where none is named. */
export async function helpOnPart(
  parts: Parts,
  [what = '']: readonly string[],
  overview: string
): Promise<string> {
  const part = Object.hasOwn(parts, what) ? parts[what] : undefined
  return part ? (await part.load()).HELP : overview
}

/** Runs the part that the first word names. */
export async function runPart(
  { command, parts }: { readonly command: string; readonly parts: Parts },
  [what = '', ...rest]: readonly string[],
  io: Io
): Promise<number> {
  const part = Object.hasOwn(parts, what) ? parts[what] : undefined
  if (part) return (await part.load()).run(rest, io)
  const near = nearest(what, Object.keys(parts))
  throw new Usage(
    `${command} takes what to do: ${Object.keys(parts).join(', ')}${near ? `; did you mean ${near}?` : ''}`
  )
}
