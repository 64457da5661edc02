import type { z } from 'zod'
import { nearest } from '../../diagnostic/nearest.ts'
import type { Condition } from '../../model/judgement.ts'
import type { IssueNames, Names } from '../names.ts'
import type { Entry, Node } from '../node-tree.ts'
import { child } from '../node-tree.ts'
import * as references from '../rules/reference.ts'
import * as shape from '../rules/shape.ts'
import { rangeOrder } from '../rules/value.ts'
import type { Json, Where } from './leaf.ts'
import { BROKEN, leaf } from './leaf.ts'
import { ANY_OPTION, gridOf, optionJson, readOption } from './option.ts'
import { anyName, named, wrong } from './scalars.ts'

/**
 * What a condition may speak of: a package's terms with scenarios, terms alone, the moves of a
 * state, or scenarios alone.
 */
export type Scope = 'package' | 'terms' | 'state' | 'scenario'

/** A condition in one of the three scopes. */
export function condition(scope: Scope): z.ZodType<Condition> {
  return leaf<Condition>({
    read: (node, where) => readCondition(node, where, scope),
    json: () => refTo(scope)
  })
}

/** Reads a condition map; several keys mean all of them. */
export function readCondition(node: Node, where: Where, scope: Scope): Condition | typeof BROKEN {
  return read(node, { ...where, scope })
}

/** Where a condition stands, and what it may speak of there. */
interface Place extends Where {
  readonly scope: Scope
}

function read(node: Node, where: Place): Condition | typeof BROKEN {
  if (node.kind !== 'map') return wrong(node, where, 'a condition, such as {issue: option}')
  const parts: Condition[] = []
  let broken = false
  for (const [key, entry] of node.entries) {
    if (key === 'note' || (key === 'then' && node.entries.has('if'))) continue
    const part = readPart([key, entry], node, where)
    if (part === BROKEN) broken = true
    else parts.push(part)
  }
  if (broken) return BROKEN
  const [only] = parts
  if (!only) return wrong(node, where, 'a condition with at least one key')
  return parts.length === 1 ? only : { kind: 'all', parts }
}

function readPart(
  [key, entry]: readonly [string, Entry],
  map: Node,
  where: Place
): Condition | typeof BROKEN {
  switch (key) {
    case 'any':
    case 'all':
      return several(key, entry.value, where)
    case 'not': {
      const part = read(entry.value, where)
      return part === BROKEN ? BROKEN : { kind: 'not', part }
    }
    case 'if':
      return implication(entry, child(map, 'then'), where)
    case 'iff':
      return equivalence(entry.value, where)
    case 'scenario':
      return where.scope === 'terms' ? refused(entry, where) : scenario(entry.value, where)
    default:
      return where.scope === 'state' ? movePart(key, entry, where) : issuePart(key, entry, where)
  }
}

function several(kind: 'any' | 'all', node: Node, where: Place): Condition | typeof BROKEN {
  if (node.kind !== 'list' || node.items.length === 0)
    return wrong(node, where, 'a list of conditions')
  const parts = node.items.map((item) => read(item, where))
  return parts.includes(BROKEN) ? BROKEN : { kind, parts: parts as Condition[] }
}

function implication(
  entry: Entry,
  then: Node | undefined,
  where: Place
): Condition | typeof BROKEN {
  const left = read(entry.value, where)
  if (!then) {
    where.report(shape.missingKey, { span: entry.key }, { key: 'then', of: 'the condition' })
    return BROKEN
  }
  const right = read(then, where)
  return left === BROKEN || right === BROKEN ? BROKEN : { kind: 'if', left, right }
}

function equivalence(node: Node, where: Place): Condition | typeof BROKEN {
  const [a, b] = node.kind === 'list' && node.items.length === 2 ? node.items : []
  if (!a || !b) return wrong(node, where, 'a list of two conditions')
  const left = read(a, where)
  const right = read(b, where)
  return left === BROKEN || right === BROKEN ? BROKEN : { kind: 'iff', left, right }
}

/** Who must accept, what makes no sense and which poll speaks must not hang on chance. */
function refused(entry: Entry, where: Place): typeof BROKEN {
  where.report(references.noScenarios, { span: entry.key })
  return BROKEN
}

function scenario(node: Node, where: Where): Condition | typeof BROKEN {
  if (node.kind !== 'scalar') return wrong(node, where, 'the id of a scenario')
  const id = named(String(node.value), ['scenario'], { node, where })
  return id === BROKEN ? BROKEN : { kind: 'scenario', id }
}

function movePart(key: string, entry: Entry, where: Where): Condition | typeof BROKEN {
  const cut = key.indexOf('.')
  const [party, move] = [key.slice(0, cut), key.slice(cut + 1)]
  if (cut < 0 || !where.names.moves.get(party)?.has(move)) {
    const known = movesOf(where.names)
    where.report(
      references.unknownMove,
      { span: entry.key },
      { name: key, near: nearest(key, known) ?? '', known }
    )
    return BROKEN
  }
  const value = entry.value.kind === 'scalar' ? entry.value.value : undefined
  if (value === 'yes' || value === true) return { kind: 'move', party, move, taken: true }
  if (value === 'no' || value === false) return { kind: 'move', party, move, taken: false }
  return wrong(entry.value, where, '`yes` or `no`')
}

function issuePart(key: string, entry: Entry, where: Place): Condition | typeof BROKEN {
  const issue = where.names.issues.get(key)
  if (where.scope === 'scenario') {
    where.report(references.onlyScenarios, { span: entry.key }, { key })
    return BROKEN
  }
  if (!issue) {
    const known = [...where.names.issues.keys()]
    where.report(
      references.unknownIssue,
      { span: entry.key },
      { name: key, near: nearest(key, known) ?? '', known }
    )
    return BROKEN
  }
  where.used('issue', key)
  const options = readOptions(issue, entry.value, where)
  return options === BROKEN ? BROKEN : { kind: 'is', issue: key, options }
}

function readOptions(
  issue: IssueNames,
  node: Node,
  where: Where
): readonly string[] | typeof BROKEN {
  if (node.kind === 'map') return between(issue, node, where)
  const items = node.kind === 'list' ? node.items : [node]
  if (items.length === 0) return wrong(node, where, 'one option or more')
  const options = items.map((item) => readOption(issue, item, where))
  return options.includes(BROKEN) ? BROKEN : [...new Set(options as string[])]
}

/** `{at-least: .., at-most: ..}`: the options from one to the other, in the order of the issue. */
function between(issue: IssueNames, node: Node, where: Where): readonly string[] | typeof BROKEN {
  const stray =
    node.kind === 'map'
      ? [...node.entries.keys()].find((key) => !['at-least', 'at-most', 'note'].includes(key))
      : undefined
  const bounded = child(node, 'at-least') ?? child(node, 'at-most')
  if (stray !== undefined || !bounded)
    return wrong(node, where, 'an option, a list of options, or {at-least: .., at-most: ..}')
  if (!issue.ordered) {
    where.report(references.notOrdered, { span: node.span }, { issue: issue.id })
    return BROKEN
  }
  const grid = gridOf(issue)
  const bound = (key: string, otherwise: number): number | typeof BROKEN => {
    const value = child(node, key)
    if (!value) return otherwise
    const option = readOption(issue, value, where)
    return option === BROKEN ? BROKEN : grid.indexOf(option)
  }
  const low = bound('at-least', 0)
  const high = bound('at-most', grid.length - 1)
  if (low === BROKEN || high === BROKEN) return BROKEN
  if (low > high) {
    const range = `from ${grid[low]} to ${grid[high]}`
    where.report(
      rangeOrder,
      { span: node.span },
      { range, sorted: `{at-least: ${grid[high]}, at-most: ${grid[low]}}` }
    )
    return BROKEN
  }
  return grid.slice(low, high + 1)
}

/** The name of a scope's definition in the JSON Schema. */
const DEFINITION: Readonly<Record<Scope, string>> = {
  package: 'condition',
  terms: 'terms',
  state: 'pattern',
  scenario: 'scenarios'
}

const refTo = (scope: Scope): Json => ({ $ref: `#/$defs/${DEFINITION[scope]}` })

/** The definitions that conditions refer to, each to itself where conditions nest. */
export function conditionDefinitions(names: Names | undefined): Readonly<Record<string, Json>> {
  const scopes: readonly Scope[] = ['package', 'terms', 'state', 'scenario']
  return Object.fromEntries(scopes.map((scope) => [DEFINITION[scope], conditionJson(names, scope)]))
}

function conditionJson(names: Names | undefined, scope: Scope): Json {
  const self = refTo(scope)
  const list = { type: 'array', items: self, minItems: 1 }
  const both = { type: 'array', items: self, minItems: 2, maxItems: 2 }
  const words = {
    any: list,
    all: list,
    not: self,
    if: self,
    then: self,
    iff: both,
    ...(scope === 'terms' ? {} : { scenario: anyName(names, ['scenario']) }),
    note: {}
  }
  return {
    type: 'object',
    properties: { ...subjects(names, scope), ...words },
    additionalProperties: scope === 'scenario' || names ? false : subject(scope),
    minProperties: 1,
    dependentRequired: { if: ['then'], then: ['if'] }
  }
}

function subjects(names: Names | undefined, scope: Scope): Readonly<Record<string, Json>> {
  if (scope === 'state') return Object.fromEntries(movesOf(names).map((move) => [move, TAKEN]))
  if (scope === 'scenario') return {}
  return Object.fromEntries(
    [...(names?.issues ?? [])].map(([id, issue]) => [
      id,
      optionsJson(optionJson(issue), issue.ordered)
    ])
  )
}

const TAKEN = { enum: ['yes', 'no', true, false] }
const subject = (scope: Scope): Json => (scope === 'state' ? TAKEN : optionsJson(ANY_OPTION, true))

function optionsJson(one: Json, ordered: boolean): Json {
  const bounds = {
    type: 'object',
    properties: { 'at-least': one, 'at-most': one, note: {} },
    additionalProperties: false,
    minProperties: 1
  }
  return { anyOf: [one, { type: 'array', items: one, minItems: 1 }, ...(ordered ? [bounds] : [])] }
}

/** All moves as conditions name them, `party.move`. */
export const movesOf = (names: Names | undefined): readonly string[] =>
  [...(names?.moves ?? [])].flatMap(([party, moves]) =>
    [...moves].map((move) => `${party}.${move}`)
  )
