import { issuesOfBody } from '../model/bodies.ts'
import { issuesIn } from '../model/condition.ts'
import type { Condition } from '../model/judgement.ts'
import { issuesCharged } from './charges.ts'
import type { Judge } from './judge.ts'

/**
 * Issues that can change anything: valued by a required party, or spoken of by a rule, requirement,
 * redline or body.
 */
export function mattering(judge: Judge): ReadonlySet<string> {
  const valued = judge.source.required.flatMap(({ party }) => [
    ...judge.stance(party).interests.map(({ issue }) => issue),
    ...issuesCharged(judge.stance(party))
  ])
  return new Set([...valued, ...structuralIssues(judge)])
}

/**
 * Issues that rules, requirements, and the required parties' redlines and ratifying bodies speak
 * of.
 */
export function structuralIssues(judge: Judge): ReadonlySet<string> {
  const { rules, required } = judge.source
  const conditions = required.flatMap(({ party, when }) => {
    const { redlines, ratification } = judge.stance(party)
    return [
      when,
      ...redlines.map(({ crossedWhen }) => crossedWhen),
      ...ratification
        .flatMap(issuesOfBody)
        .map((issue): Condition => ({ kind: 'is', issue, options: [] }))
    ]
  })
  return new Set(
    [...conditions, ...rules.map(({ excludes }) => excludes)].flatMap((condition) =>
      condition ? issuesIn(condition) : []
    )
  )
}
