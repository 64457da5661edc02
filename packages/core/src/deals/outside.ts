import type { Case } from '../model/case.ts'
import { factsOf, holds } from '../model/condition.ts'
import type { Condition } from '../model/judgement.ts'
import type { Bound } from '../worth/admissible.ts'
import type { Offers } from '../worth/offers.ts'
import { stagesOf } from '../worth/offers.ts'
import { stagesRead } from '../worth/redlines.ts'

/** What keeps a package from being admissible. */
export interface Outside {
  /** The redlines of central firmness 0.5 and more that it crosses, qualified. */
  readonly crosses: readonly string[]
  /** Those that it crosses only under some scenario: they bind no package. */
  readonly mayCross: readonly string[]
  /** The rules it breaks, by place. */
  readonly breaks: readonly string[]
}

/** What some offers cross and break. */
export function outsideOf(
  offers: Offers,
  { source, bounds }: { readonly source: Case; readonly bounds: readonly Bound[] }
): Outside {
  const stages = stagesOf(offers)
  const meets = (condition: Condition, stage?: Bound['redline']['stage']): boolean | undefined => {
    const values = stagesRead({ stage }, stages).map((stage) => holds(condition, factsOf(stage)))
    return values.includes(true) ? true : values.includes(undefined) ? undefined : false
  }
  const named = (wanted: boolean | undefined): readonly string[] =>
    bounds.flatMap(({ condition, redline: { party, id, stage } }) =>
      meets(condition, stage) === wanted ? [`${party}.${id}`] : []
    )
  const broken = source.rules.filter(({ excludes }) => meets(excludes) === true)
  return { crosses: named(true), mayCross: named(undefined), breaks: broken.map(({ at }) => at) }
}
