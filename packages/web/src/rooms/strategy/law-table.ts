import type { StrategyTold } from './documents.ts'

/** The questions, each asked by itself. */
export const AXES = ['neutrality', 'party', 'force', 'complicity'] as const
export type Axis = (typeof AXES)[number]

type Change = NonNullable<StrategyTold['neutrality']>['thirds'][number][number]

/** One question's answers: the schools that speak, and by state what each says last. */
export interface StateAnswers {
  readonly schools: readonly string[]
  readonly states: readonly ReadonlyMap<string, Change>[]
}

/** The answers on one question; changes come in the order of their dates. */
export function answersOn(thirds: readonly (readonly Change[])[], axis: Axis): StateAnswers {
  const states = thirds.map(
    (changes) =>
      new Map(changes.filter((one) => one.axis === axis).map((one) => [one.school, one] as const))
  )
  return { schools: [...new Set(states.flatMap((one) => [...one.keys()]))], states }
}
