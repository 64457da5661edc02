import type { Body, Stance } from '../model/case.ts'
import { scenariosIn } from '../model/condition.ts'
import type { Condition, Judgement } from '../model/judgement.ts'

/** All judgements that bear on a stance's gain. */
export function judgementsOf({ interests, noDeal }: Stance): readonly Judgement[] {
  const base =
    noDeal?.base.kind === 'range'
      ? [noDeal.base.judgement]
      : (noDeal?.base.outcomes ?? []).flatMap(({ p }) => (p ? [p] : []))
  const values = interests.flatMap(({ weight, values: options }) => [
    weight,
    ...[...options.values()].flatMap((blend) => blend.map(({ judgement }) => judgement))
  ])
  return [...values, ...base, ...(noDeal?.ledger ?? []).map(({ worth }) => worth)]
}

/** All judgements that bear on whether a body ratifies, polls apart. */
export const judgementsOfBody = ({
  threshold,
  otherwise,
  effects,
  vetoes
}: Body): readonly Judgement[] => [
  threshold,
  ...(otherwise ? [otherwise] : []),
  ...effects.map(({ points }) => points),
  ...judgementsOfVetoes({ vetoes })
]

/** The chances of vetoes in a body. */
export const judgementsOfVetoes = ({ vetoes }: Pick<Body, 'vetoes'>): readonly Judgement[] =>
  vetoes.flatMap(({ chances }) => chances.map(({ chance }) => chance))

/**
 * The scenarios that stances hang on, redlines and ratification included, or the chances of staged
 * terms put to them.
 */
export function scenariosTold(
  stances: readonly Stance[],
  chances: readonly Judgement[]
): ReadonlySet<string> {
  const judgements = stances.flatMap((stance) => [
    ...judgementsOf(stance),
    ...stance.redlines.map(({ firmness }) => firmness),
    ...stance.ratification.flatMap(judgementsOfBody)
  ])
  const conditions: readonly Condition[] = [
    ...[...judgements, ...chances].flatMap(({ cases }) => cases.map(({ when }) => when)),
    ...stances.flatMap(({ redlines }) => redlines.flatMap(({ crossedWhen }) => crossedWhen ?? []))
  ]
  return new Set(conditions.flatMap(scenariosIn))
}
