import fc from 'fast-check'

/** How much of a law is tried. */
export interface Trial {
  /** The first seed; the others follow it by ones. */
  readonly seed: number
  /** Random examples under each seed. */
  readonly runs: number
  /** How many seeds a full run takes. */
  readonly seeds: number
}

/**
 * Tries a law on random examples: under its first seed by default, under every seed with
 * `TRUCE_LAWS=full`, and under one seed with `TRUCE_LAWS=<seed>`, which is what a failure prints.
 */
export function tried<T>(law: fc.IProperty<T>, trial: Trial): void {
  for (const seed of seedsOf(trial, asked())) fc.assert(law, { ...under(seed, trial) })
}

/** The same, of a law that has to be waited for. */
export async function triedInTime<T>(law: fc.IAsyncProperty<T>, trial: Trial): Promise<void> {
  for (const seed of seedsOf(trial, asked())) await fc.assert(law, { ...under(seed, trial) })
}

/** How much there is of what is slow and not drawn at random: all of it in a full run. */
export const sampled = <A, B>(all: A, some: B): A | B => (asked() === 'full' ? all : some)

const asked = (): string | undefined => process.env['TRUCE_LAWS']

const under = <T>(seed: number, { runs }: Trial): fc.Parameters<T> => ({
  seed,
  numRuns: runs,
  endOnFailure: true,
  reporter: reportOf(seed)
})

/** The seeds that are asked for. Throws on a word that is neither `full` nor a seed. */
export function seedsOf({ seed, seeds }: Trial, asked = ''): readonly number[] {
  if (asked === '') return [seed]
  if (asked === 'full') return Array.from({ length: seeds }, (_, k) => seed + k)
  if (/^\d+$/.test(asked)) return [Number(asked)]
  throw new Error(`TRUCE_LAWS is \`full\` or a seed, not \`${asked}\``)
}

const reportOf =
  (seed: number) =>
  <T>(found: fc.RunDetails<T>): void => {
    if (!found.failed) return
    const said = fc.defaultReportMessage(found)
    throw new Error(`TRUCE_LAWS=${seed} tries this again\n${said}`, {
      cause: found.errorInstance
    })
  }
