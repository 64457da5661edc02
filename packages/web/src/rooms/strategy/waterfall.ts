import type { Ledger } from './documents.ts'

/** One bar of a waterfall: from where to where, and between which ends half the draws lie. */
export interface Step {
  readonly kind: 'base' | 'entry' | 'sum' | 'against'
  readonly label: string
  readonly worth: number
  readonly from: number
  readonly to: number
  readonly half: readonly [number, number]
  /** Whether it hangs on a scenario. */
  readonly hangs: boolean
}

type Entry = Ledger['entries'][number]

/**
 * The bars of a ledger: the state of things, each entry from where the last one ended, and the sum;
 * what counts only against some packages stands below it, from the sum on.
 */
export function stepsOf(
  { base, entries, sum }: Ledger,
  labels: { readonly base: string; readonly sum: string; readonly entries: readonly string[] }
): readonly Step[] {
  const named = entries.map((entry, k) => ({ entry, label: labels.entries[k] ?? entry.id }))
  let reached = base.central
  const next = (one: { readonly entry: Entry; readonly label: string }): Step => {
    const step = entryStep(one, reached)
    reached = step.to
    return step
  }
  return [
    wholeStep('base', labels.base, base),
    ...named.filter(({ entry }) => !entry.against).map(next),
    wholeStep('sum', labels.sum, sum),
    ...named.filter(({ entry }) => entry.against).map((one) => entryStep(one, sum.central))
  ]
}

function wholeStep(kind: 'base' | 'sum', label: string, { central, half }: Ledger['sum']): Step {
  return { kind, label, worth: central, from: 0, to: central, half, hangs: false }
}

function entryStep(
  { entry, label }: { readonly entry: Entry; readonly label: string },
  from: number
): Step {
  const { central, half } = entry.worth
  const [low, high] = half
  return {
    kind: entry.against ? 'against' : 'entry',
    label,
    worth: central,
    from,
    to: from + central,
    half: [from + low, from + high],
    hangs: entry.scenarios.length > 0
  }
}

/** The ends of the axis: tens around all that is drawn, with nothing always on it. */
export function axisOf(steps: readonly Step[]): readonly [number, number] {
  const all = [0, ...steps.flatMap(({ from, to, half }) => [from, to, ...half])]
  return [10 * Math.floor(Math.min(...all) / 10), 10 * Math.ceil(Math.max(...all) / 10)]
}
