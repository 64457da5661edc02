import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus } from 'node:os'
import type { Figure } from './figures.ts'

/** One run of benchmarks, as history.json keeps it. */
export interface Entry {
  /** When it ended, in UTC. */
  readonly date: string
  /** The commit, with `+` behind it where something was changed since. */
  readonly commit: string
  readonly machine: Machine
  readonly figures: readonly Figure[]
}

/** What figures depend on beside the code. */
export interface Machine {
  readonly cpu: string
  readonly cores: number
  readonly platform: string
  readonly node: string
}

/** A figure that got worse, and what it was. */
export interface Worse {
  readonly now: Figure
  readonly before: Figure
  /** By which share of what it was. */
  readonly by: number
}

/** What varies from run to run on one machine stays below this share. */
export const NOISE = 0.2

/** This machine and the Node that runs. */
export function machine(): Machine {
  return {
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    cores: availableParallelism(),
    platform: `${process.platform} ${process.arch}`,
    node: process.version
  }
}

/** The commit of a folder. The history itself may have grown since. */
export function commitOf(folder: string): string {
  const git = (...args: readonly string[]): string =>
    execFileSync('git', args, { cwd: folder, encoding: 'utf8' }).trim()
  const changed = git('status', '--porcelain', '--', ':(top)', ':(top,exclude)bench/history.json')
  return git('rev-parse', '--short=12', 'HEAD') + (changed === '' ? '' : '+')
}

/** The entries of a history, oldest first; none where there is no file. */
export function historyAt(path: string): readonly Entry[] {
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as readonly Entry[]) : []
}

/** Writes the history with one entry more: a line for each figure, so that a diff can be read. */
export function append(path: string, entry: Entry): void {
  const texts = [...historyAt(path), entry].map(({ figures, ...about }) => {
    const lines = figures.map((one) => `    ${JSON.stringify(one)}`)
    return `{ ${JSON.stringify(about).slice(1, -1)}, "figures": [\n${lines.join(',\n')}\n  ] }`
  })
  writeFileSync(path, `[\n  ${texts.join(',\n  ')}\n]\n`)
}

/** For each figure the last one of its name on a machine of the same class. */
export function lastOf(
  entries: readonly Entry[],
  { machine, figures }: Pick<Entry, 'machine' | 'figures'>
): ReadonlyMap<string, Figure> {
  const known = entries
    .filter((entry) => classOf(entry.machine) === classOf(machine))
    .flatMap((entry) => entry.figures)
    .filter(({ name }) => figures.some((one) => one.name === name))
  return new Map(known.map((one) => [one.name, one]))
}

/** Figures of one class can be compared: the same processor, cores, system and Node but for its patch. */
function classOf({ cpu, cores, platform, node }: Machine): string {
  return [cpu, cores, platform, /^v?\d+/.exec(node)?.[0]].join(' | ')
}

/** What got worse by more than noise, worst first. */
export function worsened(
  figures: readonly Figure[],
  before: ReadonlyMap<string, Figure>
): readonly Worse[] {
  return figures
    .flatMap((now) => {
      const known = before.get(now.name)
      if (known === undefined || known.unit !== now.unit || known.value === 0) return []
      const change = now.value / known.value - 1
      return [{ now, before: known, by: now.better === 'more' ? -change : change }]
    })
    .filter(({ by }) => by > NOISE)
    .sort((a, b) => b.by - a.by)
}
