import { nearest } from '../../diagnostic/nearest.ts'
import type { Package } from '../../model/case.ts'
import type { IssueNames, Names } from '../names.ts'
import type { MapNode, Node } from '../node-tree.ts'
import * as references from '../rules/reference.ts'
import { outOfBounds } from '../rules/value.ts'
import type { Json, Where } from './leaf.ts'
import { BROKEN, leaf } from './leaf.ts'
import { asWritten, boundsInWords, wrong } from './scalars.ts'

/** Number of amounts a divisible issue without `step` is read at. */
const STEPS = 8

/**
 * An option of an issue: its id, or an amount of a divisible issue, which becomes the id of its
 * grid point.
 */
export function readOption(issue: IssueNames, node: Node, where: Where): string | typeof BROKEN {
  if (node.kind !== 'scalar' || node.value === null)
    return wrong(node, where, `an option of \`${issue.id}\``)
  if (issue.divisible) return amountOf(issue, node, where)
  const option = String(node.value)
  if (issue.options.includes(option)) return option
  const data = {
    issue: issue.id,
    name: option,
    near: nearest(option, issue.options) ?? '',
    known: issue.options
  }
  where.report(references.unknownOption, { span: node.span }, data)
  return BROKEN
}

function amountOf(issue: IssueNames, node: Node, where: Where): string | typeof BROKEN {
  const value = node.kind === 'scalar' ? Number(node.value) : Number.NaN
  if (
    !issue.divisible ||
    !Number.isFinite(value) ||
    (node.kind === 'scalar' && typeof node.value === 'boolean')
  )
    return wrong(node, where, `an amount of \`${issue.id}\``)
  const grid = gridOf(issue)
  // A division without steps is reported once, at the issue.
  if (grid.length === 0 || grid.includes(String(value))) return String(value)
  const { from, to } = issue.divisible
  if (value < from || value > to)
    where.report(outOfBounds, { span: node.span }, { value, bounds: boundsInWords(from, to) })
  else
    where.report(
      references.offGrid,
      { span: node.span },
      { issue: issue.id, value, ...neighbours(value, grid) }
    )
  return BROKEN
}

function neighbours(
  value: number,
  grid: readonly string[]
): { readonly below: string; readonly above: string } {
  const above = grid.findIndex((point) => Number(point) > value)
  return { below: grid[above - 1] ?? '', above: grid[above] ?? '' }
}

const grids = new WeakMap<object, readonly string[]>()

/**
 * The options of an issue in order; for a divisible one its amounts from `from` to `to` by `step`.
 */
export function gridOf(issue: IssueNames): readonly string[] {
  if (!issue.divisible) return issue.options
  const known = grids.get(issue.divisible) ?? amounts(issue.divisible)
  grids.set(issue.divisible, known)
  return known
}

function amounts({
  from,
  to,
  step = (to - from) / STEPS
}: NonNullable<IssueNames['divisible']>): readonly string[] {
  if (!(step > 0) || !(to > from) || (to - from) / step > 1000) return []
  const count = Math.floor((to - from) / step + 1e-9)
  const points = Array.from({ length: count + 1 }, (_, index) =>
    Number((from + index * step).toPrecision(12))
  )
  return (points.at(-1) === to ? points : [...points, to]).map(String)
}

/** A package: `{issue: option, ..}`. */
export const packageTerms = leaf<Package>({
  read: (node, where) => readTerms(node, where, (value, issue) => readOption(issue, value, where)),
  json: (names) => termsJson(names, (option) => option)
})

/** Reads a map of issues by a reader for one issue's value; broken ones are left out. */
export function readTerms<T>(
  node: Node,
  where: Where,
  read: (value: Node, issue: IssueNames) => T | typeof BROKEN
): ReadonlyMap<string, T> | typeof BROKEN {
  if (node.kind !== 'map') return wrong(node, where, 'a map of issues to options')
  const terms = new Map<string, T>()
  for (const [id, entry] of (node as MapNode).entries) {
    if (id === 'note') continue
    const issue = where.names.issues.get(id)
    if (!issue) {
      const known = [...where.names.issues.keys()]
      where.report(
        references.unknownIssue,
        { span: entry.key },
        { name: id, near: nearest(id, known) ?? '', known }
      )
      continue
    }
    where.used('issue', id)
    const term = read(entry.value, issue)
    if (term !== BROKEN) terms.set(id, term)
  }
  return terms
}

/** JSON Schema of an option where the case is not known. */
export const ANY_OPTION: Json = { type: ['string', 'number'] }

/** JSON Schema of an issue's option: exactly the options it has. */
export const optionJson = (issue: IssueNames): Json =>
  issue.divisible ? { enum: gridOf(issue).map(Number) } : { enum: asWritten(issue.options) }

/** JSON Schema of a map of issues, each option wrapped as wanted. */
export function termsJson(names: Names | undefined, wrap: (option: Json) => Json): Json {
  const properties = Object.fromEntries(
    [...(names?.issues ?? [])].map(([id, issue]) => [id, wrap(optionJson(issue))])
  )
  return {
    type: 'object',
    properties: { ...properties, note: {} },
    additionalProperties: names ? false : wrap(ANY_OPTION)
  }
}
