import type { Condition, Evidence, Judgement, Text } from './judgement.ts'

/**
 * Somebody without whom what a body passes does not come about: a court, an army, a president who
 * must sign. The first of `chances` whose condition a package meets says how likely a veto of it is.
 */
export interface VetoPlayer extends Evidence {
  readonly id: string
  /** What it is called where it is told of; its id where it has none. */
  readonly title?: Text
  readonly chances: readonly VetoChance[]
  readonly at: string
}

/** How likely a veto is of packages that meet `when`; of all that are left where it has none. */
export interface VetoChance extends Evidence {
  readonly when?: Condition
  readonly chance: Judgement
  readonly at: string
}
