import { type Known, keyOf } from './mutants.ts'

/** What a run came to; `sample` is all that is counted below it. */
export interface Tally {
  readonly seed: number
  readonly sample: number
  /** Those that nobody can tell from the original: they are not tried. */
  readonly equivalent: number
  /** Of what had lived when the run of the commit `again` ended, that whose code is no more. */
  readonly gone?: number
  readonly again?: string
  readonly killed: number
  readonly survived: number
  /** The share of those tried that were killed. */
  readonly score: number
  readonly survivors: readonly Known[]
}

/** A run as it is kept. */
export interface Run extends Tally {
  readonly date: string
  readonly commit: string
}

/** What there is after some time, and what of it lives. */
export interface Since {
  readonly all: readonly Known[]
  readonly equivalent: ReadonlySet<string>
  readonly alive: readonly Known[]
}

/**
 * A run of which only what lived was tried again: what was killed then counts as killed still. Of
 * mutants that read the same one lives as long as any does.
 */
export function againAfter(last: Run, { all, equivalent, alive }: Since): Tally {
  const [known, living] = [all, alive].map((some) => new Set(some.map(keyOf)))
  const fate = (one: Known): 'gone' | 'equivalent' | 'survived' | 'killed' => {
    const key = keyOf(one)
    if (!known?.has(key)) return 'gone'
    if (equivalent.has(key)) return 'equivalent'
    return living?.has(key) ? 'survived' : 'killed'
  }
  const fates = Map.groupBy(last.survivors, fate)
  const count = (which: ReturnType<typeof fate>): number => fates.get(which)?.length ?? 0
  const killed = last.killed + count('killed')
  const survivors = fates.get('survived') ?? []
  return {
    again: last.commit,
    seed: last.seed,
    sample: last.sample,
    equivalent: last.equivalent + count('equivalent'),
    gone: (last.gone ?? 0) + count('gone'),
    killed,
    survived: survivors.length,
    score: scoreOf(killed, survivors.length),
    survivors
  }
}

/** To four places; 1 where nothing was tried. */
export const scoreOf = (killed: number, survived: number): number =>
  killed + survived === 0 ? 1 : Number((killed / (killed + survived)).toFixed(4))
