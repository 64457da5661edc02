import type { InWords, Words } from '../words/index.ts'
import { nameOf } from '../words/index.ts'
import type { PlanDocument } from './plan-shape.ts'

type Found = NonNullable<PlanDocument['found']>

/** A step by what is handed over in it. */
export const stepName = ({ list }: Words, step: readonly string[]): string => list(step)

/** The number a step has in an order, counted from 1. */
export const stepNumber = ({ periods }: Found, [first]: readonly string[]): number =>
  periods.findIndex(({ deliverables }) => first !== undefined && deliverables.includes(first)) + 1

/** Who keeping to a path is worth least to, and where: steps in a row are told as a stretch. */
export function bindingWords(
  { words: own, source }: InWords,
  { binding, periods }: Pick<Found, 'binding' | 'periods'>
): string {
  const parties = [...new Set(binding.map(({ party }) => party))]
  return own.list(
    parties.flatMap((party) =>
      stretchesOf(binding.filter((one) => one.party === party)).map(([first, last]) =>
        stretchWords(own, {
          party: nameOf(source, party),
          from: first + 1,
          to: last + 1,
          end: periods.length
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
function stretchesOf(binding: Found['binding']): readonly (readonly [number, number])[] {
  const stretches: [number, number][] = []
  for (const { period } of binding) {
    const last = stretches.at(-1)
    if (last && last[1] === period - 1) last[1] = period
    else stretches.push([period, period])
  }
  return stretches
}
