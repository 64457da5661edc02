import type { CarriedOut, FoundOrder } from '../../plan/carried-out.ts'
import type { Binding } from '../../plan/mend.ts'
import type { Words } from '../words/index.ts'
import { nameOf } from '../words/index.ts'

/** The ids of what is handed over in a step. */
export const idsOfStep = ({ path }: CarriedOut, place: number): readonly string[] =>
  (path.steps[place]?.deliverables ?? []).map(({ id }) => id)

/** A step by what is handed over in it. */
export const stepName = ({ list }: Words, about: CarriedOut, place: number): string =>
  list(idsOfStep(about, place))

/** The number a step has in an order, counted from 1. */
export const stepNumber = ({ best }: Pick<FoundOrder, 'best'>, place: number): number =>
  best.order.indexOf(place) + 1

/** Who keeping to a path is worth least to, and where: steps in a row are told as a stretch. */
export function bindingWords(
  own: Words,
  { path }: CarriedOut,
  { binding, best }: Pick<FoundOrder, 'binding' | 'best'>
): string {
  const parties = [...new Set(binding.map(({ party }) => party))]
  return own.list(
    parties.flatMap((party) =>
      stretchesOf(binding.filter((one) => one.party === party)).map(([first, last]) =>
        stretchWords(own, {
          party: nameOf(path.source, party),
          from: first + 1,
          to: last + 1,
          end: best.order.length + 1
        })
      )
    )
  )
}

interface Stretch {
  readonly party: string
  readonly from: number
  readonly to: number
  /** The number after the last step's. */
  readonly end: number
}

function stretchWords({ say }: Words, { party, from, to, end }: Stretch): string {
  if (from === end) return say('plan.who.end', { party })
  if (to === end) return say('plan.who.to-end', { party, from })
  if (from === to) return say('plan.who.step', { party, n: from })
  return say('plan.who.steps', { party, from, to })
}

/** Periods that follow each other, as their first and last. */
function stretchesOf(binding: readonly Binding[]): readonly (readonly [number, number])[] {
  const stretches: [number, number][] = []
  for (const { period } of binding) {
    const last = stretches.at(-1)
    if (last && last[1] === period - 1) last[1] = period
    else stretches.push([period, period])
  }
  return stretches
}
