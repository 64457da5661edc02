import { appendFileSync } from 'node:fs'

/** One measured number, under a name that stays the same from run to run. */
export interface Figure {
  readonly name: string
  readonly value: number
  readonly unit: string
  /** The worst value that is still accepted; none where the figure is only watched. */
  readonly floor?: number
  /** Which way is better; fewer when left out, as with times and sizes. */
  readonly better?: 'more' | 'less'
}

/** Names the file in which a run of several benchmarks gathers their figures. */
export const GATHERED_IN = 'TRUCE_BENCH_FIGURES'

/** Hands a figure to the run, if there is one. Whether it is within its floor. */
export function figure(measured: Figure): boolean {
  const path = process.env[GATHERED_IN]
  const { name, value, unit, floor, better = 'less' } = measured
  // Six digits: more are noise, and make the history long.
  const kept = { name, value: Number(value.toPrecision(6)), unit, floor, better }
  if (path !== undefined) appendFileSync(path, `${JSON.stringify(kept)}\n`)
  if (floor === undefined) return true
  return better === 'more' ? value >= floor : value < floor
}
