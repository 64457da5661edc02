import type { Body } from './case.ts'
import { issuesIn } from './condition.ts'

/** All issues that a body's polls, effects and veto players speak of. */
export const issuesOfBody = ({ support, effects, vetoes }: Body): readonly string[] => {
  const rows = [...support, ...vetoes.flatMap(({ chances }) => chances)]
  return [
    ...rows.flatMap(({ when }) => (when ? issuesIn(when) : [])),
    ...effects.map(({ issue }) => issue)
  ]
}
