import type { Case, Condition, Redline } from '@truce/core'
import { factsOf, holds, issuesIn } from '@truce/core/model'
import { crosses } from '@truce/core/worth'
import type { Judged } from '../engine/protocol.ts'
import type { Column } from './columns.ts'
import { stagesOf } from './columns.ts'

type Package = ReadonlyMap<string, string>

/** A redline that a column crosses, as judged, with the redline itself. */
export interface Crossing {
  readonly redline: Redline
  readonly firmness: number
  readonly says: string
}

/** The redlines that a judged column crosses, in the order of the parties' answers. */
export function crossingsOf(source: Case, judged: Pick<Judged, 'parties'>): readonly Crossing[] {
  return judged.parties.flatMap(({ party, crossed }) =>
    crossed.flatMap(({ id, firmness, says }) => {
      const redline = source.stances.get(party)?.redlines.find((one) => one.id === id)
      return redline ? [{ redline, firmness, says }] : []
    })
  )
}

/**
 * The issues whose settling makes the condition hold at some stage: those of the parts that bear it
 * out. Where only open issues or scenarios could bear it out, the open ones.
 */
export function culprits(condition: Condition, stages: readonly Package[]): readonly string[] {
  const found = stages.flatMap((stage) =>
    holds(condition, factsOf(stage)) === false ? [] : [...bearing(condition, stage, true)]
  )
  const settled = found.filter((issue) => stages.some((stage) => stage.has(issue)))
  return [...new Set(settled.length > 0 ? settled : found)]
}

/** By issue, the crossings that belong in its row. */
export function byIssue(
  crossings: readonly Crossing[],
  stages: readonly Package[]
): ReadonlyMap<string, readonly Crossing[]> {
  const rows = new Map<string, Crossing[]>()
  for (const crossing of crossings) {
    const { crossedWhen } = crossing.redline
    if (!crossedWhen) continue
    for (const issue of culprits(crossedWhen, stages))
      rows.set(issue, [...(rows.get(issue) ?? []), crossing])
  }
  return rows
}

const rowsOf = new WeakMap<
  Judged,
  { readonly column: Column; readonly rows: ReadonlyMap<string, readonly Crossing[]> }
>()

/** The crossings of a judged column by issue; remembered with the answer. */
export function crossingRows(
  source: Case,
  column: Column,
  judged: Judged
): ReadonlyMap<string, readonly Crossing[]> {
  const known = rowsOf.get(judged)
  if (known?.column === column) return known.rows
  const rows = byIssue(crossingsOf(source, judged), stagesOf(column, source))
  rowsOf.set(judged, { column, rows })
  return rows
}

type Rows = ReadonlyMap<string, readonly Crossing[]>

const homesKnown = new WeakMap<
  Rows,
  { readonly issues: Case['issues']; readonly homes: ReadonlyMap<string, string> }
>()

/**
 * By the place of each crossed redline, the first of these issues in whose row it belongs: there it
 * is told whole. Remembered with the rows.
 */
export function homesOf(rows: Rows, issues: Case['issues']): ReadonlyMap<string, string> {
  const known = homesKnown.get(rows)
  if (known?.issues === issues) return known.homes
  const homes = new Map<string, string>()
  for (const { id } of issues)
    for (const { redline } of rows.get(id) ?? [])
      if (!homes.has(redline.at)) homes.set(redline.at, id)
  homesKnown.set(rows, { issues, homes })
  return homes
}

/** By option of an issue, the redlines that it would cross and the column as it stands does not. */
export function wouldCross(
  source: Case,
  issue: string,
  now: readonly Package[]
): ReadonlyMap<string, readonly Redline[]> {
  const options = source.issues.find(({ id }) => id === issue)?.options ?? []
  const kept = [...source.stances.values()]
    .flatMap(({ redlines }) => redlines)
    .filter(({ crossedWhen }) => crossedWhen && issuesIn(crossedWhen).includes(issue))
    .filter((redline) => !isCrossed(redline, now))
  return new Map(
    options.map(({ id }) => {
      const then = now.map((stage) => new Map(stage).set(issue, id))
      return [id, kept.filter((redline) => isCrossed(redline, then))]
    })
  )
}

/** The redlines that several changes together would cross and the package as it stands does not. */
export function newlyCrossed(
  source: Case,
  now: readonly Package[],
  changes: Readonly<Record<string, string>>
): readonly Redline[] {
  const then = now.map((stage) => new Map([...stage, ...Object.entries(changes)]))
  return [...source.stances.values()]
    .flatMap(({ redlines }) => redlines)
    .filter((redline) => isCrossed(redline, then) && !isCrossed(redline, now))
}

const isCrossed = (redline: Redline, stages: readonly Package[]): boolean =>
  crosses(redline, stages) === true

/**
 * By option of an issue, the redlines that a package is held to cross over it: those that are
 * crossed with the option and the rest as it stands, where the option bears it out.
 */
export function crossedWith(
  source: Case,
  issue: string,
  now: readonly Package[]
): ReadonlyMap<string, readonly Redline[]> {
  const options = source.issues.find(({ id }) => id === issue)?.options ?? []
  const redlines = [...source.stances.values()]
    .flatMap((stance) => stance.redlines)
    .filter(({ crossedWhen }) => crossedWhen && issuesIn(crossedWhen).includes(issue))
  return new Map(
    options.map(({ id }) => {
      const then = now.map((stage) => new Map(stage).set(issue, id))
      const crossed = redlines.filter(
        (redline) =>
          redline.crossedWhen &&
          isCrossed(redline, then) &&
          culprits(redline.crossedWhen, then).includes(issue)
      )
      return [id, crossed]
    })
  )
}

/**
 * Issues of the atoms that speak for the condition being `wanted`; an atom that is not known does
 * not speak against it.
 */
function bearing(condition: Condition, stage: Package, wanted: boolean): readonly string[] {
  if (holds(condition, factsOf(stage)) === !wanted) return []
  const parts = (all: readonly Condition[], each: boolean): readonly string[] =>
    all.flatMap((part) => bearing(part, stage, each))
  switch (condition.kind) {
    case 'is':
      return [condition.issue]
    case 'all':
    case 'any':
      return parts(condition.parts, wanted)
    case 'not':
      return parts([condition.part], !wanted)
    case 'if':
      return [...parts([condition.left], !wanted), ...parts([condition.right], wanted)]
    case 'iff':
      return [true, false].flatMap((side) =>
        [condition.left, condition.right].flatMap((part) => bearing(part, stage, side))
      )
    default:
      return []
  }
}
