import type { Column } from '../draws/column.ts'
import type { Sampler } from '../draws/sampler.ts'
import type { Body, Package } from '../model/case.ts'
import { factsOf, holds } from '../model/condition.ts'
import type { VetoChance, VetoPlayer } from '../model/veto.ts'

/** A veto player before one package. */
export interface VetoRead {
  readonly veto: VetoPlayer
  /** The row that counts; undefined where none speaks to the package. */
  readonly row: VetoChance | undefined
  /** Whether issues left open can still make another row count. */
  readonly isOpen: boolean
}

/** What the case says of each veto player of a body before a package, in the order written. */
export function vetoesRead({ vetoes }: Pick<Body, 'vetoes'>, terms: Package): readonly VetoRead[] {
  const facts = factsOf(terms)
  return vetoes.map((veto) => {
    const met = veto.chances.map(({ when }) => (when ? holds(when, facts) : true))
    const first = met.indexOf(true)
    const before = first < 0 ? met : met.slice(0, first)
    return { veto, row: veto.chances[first], isOpen: before.includes(undefined) }
  })
}

/** What tells rows of veto players apart. */
export const keysOfVetoes = (reads: readonly VetoRead[]): readonly string[] =>
  reads.flatMap(({ row }) => row?.chance.key ?? [])

/**
 * The chance in each draw that nobody vetoes: the product of 1 - chance over those of whom something
 * is said; undefined where nothing is said of anybody.
 */
export function staysUnvetoed(reads: readonly VetoRead[], sampler: Sampler): Column | undefined {
  const rows = reads.flatMap(({ row }) => row ?? [])
  if (rows.length === 0) return undefined
  const stays = new Float64Array(sampler.count).fill(1)
  for (const { chance } of rows) {
    const column = sampler.column(chance)
    for (let i = 0; i < stays.length; i++)
      stays[i] = (stays[i] as number) * (1 - (column[i] as number))
  }
  return stays
}
