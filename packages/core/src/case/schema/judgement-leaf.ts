import type { z } from 'zod'
import type { Condition, Judgement, Range } from '../../model/judgement.ts'
import type { Node } from '../node-tree.ts'
import { child } from '../node-tree.ts'
import * as shape from '../rules/shape.ts'
import * as values from '../rules/value.ts'
import { condition, readCondition } from './condition-leaf.ts'
import type { Json, Leaf, Where } from './leaf.ts'
import { BROKEN, leaf, leafBehind } from './leaf.ts'
import { boundsInWords, isBeyond, shareOf, wrong } from './scalars.ts'

/** Where a judgement's numbers must lie. */
interface Bounds {
  readonly least: number
  readonly most: number
}

const definitions = new Map<string, Json>()

/** What judgements refer to in the JSON Schema, by their bounds. */
export const judgementDefinitions = (): Readonly<Record<string, Json>> =>
  Object.fromEntries(definitions)

const scenarios = leafBehind(condition('scenario')) as Leaf<unknown>

const WANTED = 'a number, [low, high] or [low, likely, high]'

/**
 * A judgement: a Range, or a list of Ranges under scenarios that ends with one that always applies.
 */
export function judgement(least: number, most: number): z.ZodType<Judgement> {
  const bounds = { least, most }
  const name = `judgement-${least}-${Number.isFinite(most) ? `to-${most}` : 'up'}`
  definitions.set(name, judgementJson(bounds))
  return leaf<Judgement>({
    read: (node, where) => {
      const identity = { key: where.key, at: where.at }
      where.used('judgement', where.at)
      if (!isConditional(node)) {
        const range = readRange(node, where, bounds)
        return range === BROKEN ? BROKEN : { ...identity, cases: [], range }
      }
      return conditional(node, where, { bounds, identity })
    },
    json: () => ({ $ref: `#/$defs/${name}` })
  })
}

function judgementJson(bounds: Bounds): Json {
  const one = number(bounds)
  const range = { type: 'array', items: one, minItems: 2, maxItems: 3 }
  const under = {
    type: 'object',
    properties: { if: scenarios.json(undefined), is: { anyOf: [one, range] }, note: {} },
    required: ['if', 'is'],
    additionalProperties: false
  }
  return {
    anyOf: [
      one,
      range,
      {
        type: 'array',
        items: { anyOf: [under, one, range] },
        contains: { type: 'object' },
        minItems: 2
      }
    ]
  }
}

function number({ least, most }: Bounds): Json {
  const limits = {
    minimum: least,
    maximum: Math.min(most, values.NUMBER_SIZES.largest)
  }
  const plain = { type: 'number', ...limits }
  return most <= 1
    ? { anyOf: [plain, { type: 'string', pattern: '^\\d+(\\.\\d+)?\\s*%$' }] }
    : plain
}

const isConditional = (node: Node): boolean =>
  node.kind === 'list' && node.items.some((item) => item.kind === 'map')

function conditional(
  node: Node,
  where: Where,
  {
    bounds,
    identity
  }: { readonly bounds: Bounds; readonly identity: { readonly key: string; readonly at: string } }
): Judgement | typeof BROKEN {
  if (node.kind !== 'list') return BROKEN
  const last = node.items.at(-1)
  if (!last || last.kind === 'map') {
    where.report(values.noOtherwise, { span: node.span })
    return BROKEN
  }
  const cases: { when: Condition; range: Range }[] = []
  for (const item of node.items.slice(0, -1)) {
    const extra =
      item.kind === 'map'
        ? [...item.entries.keys()].find((key) => key !== 'if' && key !== 'is' && key !== 'note')
        : undefined
    if (item.kind !== 'map' || extra !== undefined)
      return wrong(item, where, '{if: {scenario: <id>}, is: <range>}')
    const [ifNode, isNode] = [child(item, 'if'), child(item, 'is')]
    if (!ifNode || !isNode) {
      where.report(
        shape.missingKey,
        { span: item.span },
        { key: ifNode ? 'is' : 'if', of: where.key }
      )
      return BROKEN
    }
    const when = readCondition(ifNode, where, 'scenario')
    const range = readRange(isNode, where, bounds)
    if (when === BROKEN || range === BROKEN) return BROKEN
    cases.push({ when, range })
  }
  const range = readRange(last, where, bounds)
  return range === BROKEN ? BROKEN : { ...identity, cases, range }
}

/**
 * A number; in percent only where it is a share of one: 60% of a scale from 0 to 100 would be read
 * as 0.6.
 */
const numberOf = (node: Node, { most }: Bounds): number | undefined => {
  if (most <= 1) return shareOf(node)
  return node.kind === 'scalar' && typeof node.value === 'number' ? node.value : undefined
}

/** A Range: `n`, `[low, high]` or `[low, likely, high]`, in order and within bounds. */
function readRange(node: Node, where: Where, bounds: Bounds): Range | typeof BROKEN {
  const items = node.kind === 'list' ? node.items : [node]
  const numbers = items.map((item) => numberOf(item, bounds))
  if (items.length < 1 || items.length > 3 || (node.kind === 'list' && items.length === 1))
    return wrong(node, where, WANTED)
  const odd = items.find((_, index) => numbers[index] === undefined)
  if (odd) return wrong(odd, where, node.kind === 'list' ? 'a number' : WANTED)
  if (items.some((item, index) => isBeyond(numbers[index] ?? 0, { node: item, where })))
    return BROKEN
  // -0 is 0.
  const [first = 0, second = first, third = second] = numbers.map((one) => (one ?? 0) + 0)
  if (first > second || second > third) {
    where.report(
      values.rangeOrder,
      { span: node.span },
      {
        range: `[${numbers.join(', ')}]`,
        sorted: `[${(numbers as number[]).toSorted((a, b) => a - b).join(', ')}]`
      }
    )
    return BROKEN
  }
  const outside = items.find(
    (_, index) =>
      (numbers[index] as number) < bounds.least || (numbers[index] as number) > bounds.most
  )
  if (outside) {
    const page =
      bounds.least === 0 && bounds.most === Number.POSITIVE_INFINITY
        ? values.negative
        : values.outOfBounds
    where.report(
      page,
      { span: outside.span },
      {
        value: numberOf(outside, bounds) ?? 0,
        bounds: `${boundsInWords(bounds.least, bounds.most)}${bounds.most === 1 ? ', or 0% and 100%' : ''}`
      }
    )
    return BROKEN
  }
  return items.length === 3
    ? { low: first, mode: second, high: third }
    : { low: first, high: second }
}
