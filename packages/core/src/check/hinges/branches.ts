import { rangeUnder } from '../../draws/sampler.ts'
import type { Case } from '../../model/case.ts'
import type { Condition, Judgement, Range } from '../../model/judgement.ts'
import type { Judge } from '../../worth/judge.ts'
import { possibleMasks } from '../../worth/scenarios.ts'

/** One range of a judgement, and where it counts; everywhere without `where`. */
export interface Branch {
  readonly range: Range
  readonly where?: Condition
}

/** The ranges of a judgement that can come to count: one, unless it hangs on scenarios. */
export function branchesOf(
  judgement: Judgement,
  { scenarios }: Pick<Case, 'scenarios'>
): readonly Branch[] {
  const { cases, range } = judgement
  if (cases.length === 0) return [{ range }]
  const counting = new Set(
    possibleMasks(scenarios).map((mask) => rangeUnder(judgement, mask, scenarios))
  )
  const otherwise: Condition = {
    kind: 'not',
    part: { kind: 'any', parts: cases.map(({ when }) => when) }
  }
  return [
    ...cases.map(({ when, range: own }) => ({ range: own, where: when })),
    { range, where: otherwise }
  ]
    .filter((branch) => counting.has(branch.range))
    .map((branch) => (counting.size === 1 ? { range: branch.range } : branch))
}

/** A branch held at one end of its range. */
export interface End extends Branch {
  readonly end: number
  readonly isHigh: boolean
}

/** Both ends of every range that can come to count; none where it is one number. */
export function endsOf(judgement: Judgement, source: Pick<Case, 'scenarios'>): readonly End[] {
  return branchesOf(judgement, source).flatMap((branch): End[] => {
    const { low, high } = branch.range
    return low === high
      ? []
      : [
          { ...branch, end: low, isHigh: false },
          { ...branch, end: high, isHigh: true }
        ]
  })
}

/** The judgement in each draw, held at an end where its branch counts and as drawn elsewhere. */
export function heldAt(
  judgement: Judgement,
  { range, end }: End,
  { judge, into }: { readonly judge: Judge; readonly into: Float64Array }
): Float64Array {
  const { sampler, source } = judge
  if (judgement.cases.length === 0) return into.fill(end)
  const drawn = sampler.column(judgement)
  const counts = new Map(
    [...new Set(sampler.masks)].map((mask) => [
      mask,
      rangeUnder(judgement, mask, source.scenarios) === range
    ])
  )
  for (let i = 0; i < into.length; i++)
    into[i] = counts.get(sampler.masks[i] as number) ? end : (drawn[i] as number)
  return into
}
