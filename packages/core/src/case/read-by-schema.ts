import type { z } from 'zod'
import type { Report } from '../diagnostic/diagnostic.ts'
import { nearest } from '../diagnostic/nearest.ts'
import type { Names } from './names.ts'
import type { Entry, MapNode, Node } from './node-tree.ts'
import { child, scalarName } from './node-tree.ts'
import * as pages from './rules/shape.ts'
import { BROKEN, leafBehind } from './schema/leaf.ts'
import { describeValue } from './value-in-words.ts'

/**
 * What the walk hands back: the document with broken parts left out, which names it used, and where
 * it found trouble.
 */
export interface Walked<Out> {
  readonly value: Partial<Out>
  readonly used: ReadonlyMap<string, ReadonlySet<string>>
  /**
   * Pointers at or below which something was reported: what seems missing there is not missing in
   * the text.
   */
  readonly broken: ReadonlySet<string>
}

/**
 * Reads a tree by a zod schema. zod's own parser stops refining where a shape fails; this walk goes
 * on beside broken siblings, so that every problem is reported at once, and keeps each one's place.
 */
export function readBySchema<Out>(
  root: MapNode,
  schema: z.ZodType<Out>,
  { names, report }: { readonly names: Names; readonly report: Report }
): Walked<Out> {
  const walker = new Walker(names, report)
  const value = walker.read(root, schema, { at: '', key: '' })
  return { value: value as Partial<Out>, used: walker.used, broken: walker.broken }
}

interface Step {
  readonly at: string
  readonly key: string
}

/** The parts of a zod definition the walk looks at. */
interface Definition {
  readonly type: string
  readonly shape?: Record<string, z.core.$ZodType>
  readonly element?: z.core.$ZodType
  readonly innerType?: z.core.$ZodType
  readonly keyType?: z.core.$ZodType
  readonly valueType?: z.core.$ZodType
  readonly options?: readonly z.core.$ZodType[]
  readonly items?: readonly z.core.$ZodType[]
  readonly entries?: Record<string, string>
  readonly values?: readonly unknown[]
  readonly getter?: () => z.core.$ZodType
}

const definitionOf = (schema: z.core.$ZodType): Definition =>
  schema._zod.def as unknown as Definition

/** What an entry of a list goes by in keys, which must not hang on the order of the list. */
const nameOf = (item: Node): string | undefined =>
  scalarName(child(item, 'id')) ?? scalarName(child(item, 'body'))

class Walker {
  readonly used = new Map<string, Set<string>>()
  readonly broken = new Set<string>()
  private readonly names: Names
  private readonly report: Report
  private found = 0

  constructor(names: Names, report: Report) {
    this.names = names
    this.report = (...finding) => {
      this.found++
      report(...finding)
    }
  }

  read(node: Node, schema: z.core.$ZodType, step: Step): unknown {
    const before = this.found
    const value = this.readBy(node, schema, step)
    if (this.found > before) this.broken.add(step.at)
    return value
  }

  private readBy(node: Node, schema: z.core.$ZodType, step: Step): unknown {
    const leaf = leafBehind(schema)
    if (leaf)
      return leaf.read(node, { ...step, names: this.names, report: this.report, used: this.use })
    const definition = definitionOf(schema)
    switch (definition.type) {
      case 'optional':
        return this.read(node, definition.innerType as z.core.$ZodType, step)
      case 'lazy':
        return this.read(node, definition.getter?.() as z.core.$ZodType, step)
      case 'object':
        return this.object(node, definition, step)
      case 'record':
        return this.record(node, definition, step)
      case 'array':
        return this.array(node, definition, step)
      case 'tuple':
        return this.tuple(node, definition, step)
      case 'union':
        return this.union(node, definition, step)
      case 'enum':
        return this.member(node, Object.values(definition.entries ?? {}))
      case 'literal':
        return this.member(node, (definition.values ?? []) as readonly (string | number)[])
      default:
        return this.scalar(node, definition.type)
    }
  }

  private readonly use = (kind: string, id: string): void => {
    const ids = this.used.get(kind)
    if (ids) ids.add(id)
    else this.used.set(kind, new Set([id]))
  }

  private wrong(node: Node, wanted: string): typeof BROKEN {
    this.report(pages.wrongType, { span: node.span }, { wanted, found: describeValue(node) })
    return BROKEN
  }

  private object(node: Node, { shape = {} }: Definition, step: Step): unknown {
    if (node.kind !== 'map') return this.wrong(node, `a map with ${listKeys(Object.keys(shape))}`)
    const value: Record<string, unknown> = {}
    let whole = true
    if ('source' in shape) this.use('answerable', step.at)
    const meant = new Set<string>()
    for (const [key, entry] of node.entries) {
      const schema = shape[key]
      if (key === 'note' && !schema) continue
      if (!schema || !Object.hasOwn(shape, key))
        meant.add(this.unknownKey(key, entry, Object.keys(shape)) ?? '')
      else {
        const read = this.read(entry.value, schema, below(step, key))
        if (read !== BROKEN) value[key] = read
        else if (definitionOf(schema).type !== 'optional') whole = false
      }
    }
    for (const [key, schema] of Object.entries(shape)) {
      if (node.entries.has(key) || definitionOf(schema).type === 'optional') continue
      // A key that was misspelt is reported once, where it stands.
      if (!meant.has(key))
        this.report(pages.missingKey, { span: node.span }, { key, of: placeName(step.key) })
      whole = false
    }
    // The root is kept in any case, so that what can be compared across its parts is compared.
    return whole || step.at === '' ? value : BROKEN
  }

  /** Reports a key that does not exist; the key it was probably meant to be. */
  private unknownKey(
    key: string,
    { key: span, value }: Entry,
    known: readonly string[]
  ): string | undefined {
    const near = nearest(key, known)
    if (isBare({ key: span, value })) this.report(pages.commaInText, { span }, { key })
    else this.report(pages.unknownKey, { span }, { key, near: near ?? '', known })
    return near
  }

  private record(node: Node, definition: Definition, step: Step): unknown {
    if (node.kind !== 'map')
      return this.wrong(node, 'a map of names, without dashes or square brackets')
    const value: Record<string, unknown> = Object.create(null) as Record<string, unknown>
    for (const [key, entry] of node.entries) {
      if (key === 'note') continue
      if (isBare(entry)) {
        this.report(pages.commaInText, { span: entry.key }, { key })
        continue
      }
      const keyNode: Node = { kind: 'scalar', span: entry.key, value: key }
      if (this.read(keyNode, definition.keyType as z.core.$ZodType, step) === BROKEN) continue
      const read = this.read(entry.value, definition.valueType as z.core.$ZodType, below(step, key))
      if (read !== BROKEN) value[key] = read
    }
    return value
  }

  private array(node: Node, definition: Definition, step: Step): unknown {
    if (node.kind !== 'list') return this.wrong(node, 'a list, written [..] or with dashes')
    return node.items.flatMap((item, index) => {
      const read = this.read(item, definition.element as z.core.$ZodType, {
        at: join(step.at, '/', String(index)),
        key: join(step.key, '.', nameOf(item) ?? String(index))
      })
      // A placeholder keeps later items' positions, so that pointers into the text stay true.
      return [read === BROKEN ? undefined : read]
    })
  }

  private tuple(node: Node, { items = [] }: Definition, step: Step): unknown {
    if (node.kind !== 'list' || node.items.length !== items.length)
      return this.wrong(node, `a list of ${items.length}`)
    const read = node.items.map((item, index) =>
      this.read(item, items[index] as z.core.$ZodType, below(step, String(index)))
    )
    return read.includes(BROKEN) ? BROKEN : read
  }

  private union(node: Node, { options = [] }: Definition, step: Step): unknown {
    const fitting = options.filter((option) => accepts(option, node))
    const [first] = fitting
    if (first && fitting.length === 1) return this.read(node, first, step)
    if (!first) return this.wrong(node, options.map(wantedBy).join(' or '))
    const keyed =
      fitting.find((option) => sharesKey(option, node)) ??
      fitting.find((option) => nearKey(option, node)) ??
      first
    return this.read(node, keyed, step)
  }

  private member(node: Node, members: readonly (string | number)[]): unknown {
    if (node.kind === 'scalar' && members.some((member) => member === node.value)) return node.value
    const word = node.kind === 'scalar' ? String(node.value) : describeValue(node)
    const near = nearest(word, members.map(String)) ?? ''
    this.report(pages.notAMember, { span: node.span }, { word, near, members: members.map(String) })
    return BROKEN
  }

  private scalar(node: Node, type: string): unknown {
    if (
      node.kind === 'scalar' &&
      node.value !== null &&
      (type === 'unknown' || typeof node.value === type)
    )
      return node.value
    if (type === 'string' && node.kind === 'scalar' && typeof node.value === 'number')
      return String(node.value)
    return this.wrong(
      node,
      { string: 'a text', number: 'a number', boolean: 'true or false' }[type] ?? type
    )
  }
}

/** Whether a key stands without a colon, as what follows a comma in an unquoted text does. */
const isBare = ({ key, value }: Entry): boolean =>
  value.kind === 'scalar' &&
  value.value === null &&
  value.span.start === key.end &&
  value.span.file === key.file

const join = (base: string, mark: string, step: string): string =>
  base === '' ? step : `${base}${mark}${step}`
const below = (step: Step, key: string): Step => ({
  at: join(step.at, '/', key),
  key: join(step.key, '.', key)
})
const placeName = (key: string): string => (key === '' ? 'the case' : key)

function accepts(schema: z.core.$ZodType, node: Node): boolean {
  const definition = definitionOf(schema)
  if (leafBehind(schema)) return true
  switch (definition.type) {
    case 'object':
    case 'record':
      return node.kind === 'map'
    case 'array':
      return node.kind === 'list'
    case 'tuple':
      return node.kind === 'list' && node.items.length === definition.items?.length
    case 'string':
      return (
        node.kind === 'scalar' && (typeof node.value === 'string' || typeof node.value === 'number')
      )
    case 'number':
    case 'boolean':
      return node.kind === 'scalar' && typeof node.value === definition.type
    case 'literal':
      return node.kind === 'scalar' && (definition.values ?? []).includes(node.value)
    case 'enum':
      return node.kind === 'scalar'
    default:
      return true
  }
}

function sharesKey(schema: z.core.$ZodType, node: Node): boolean {
  const { shape } = definitionOf(schema)
  return (
    shape !== undefined &&
    node.kind === 'map' &&
    [...node.entries.keys()].some((key) => Object.hasOwn(shape, key))
  )
}

function nearKey(schema: z.core.$ZodType, node: Node): boolean {
  const known = Object.keys(definitionOf(schema).shape ?? {})
  return (
    node.kind === 'map' &&
    node.entries.size < 20 &&
    [...node.entries.keys()].some((key) => key.length > 3 && nearest(key, known) !== undefined)
  )
}

function wantedBy(schema: z.core.$ZodType): string {
  const definition = definitionOf(schema)
  const words: Record<string, string> = {
    object: 'a map',
    record: 'a map',
    array: 'a list',
    string: 'a text',
    number: 'a number'
  }
  if (definition.type === 'literal')
    return (definition.values ?? []).map((value) => `\`${String(value)}\``).join(' or ')
  if (definition.type === 'enum') return Object.values(definition.entries ?? {}).join(', ')
  return words[definition.type] ?? definition.type
}

const listKeys = (keys: readonly string[]): string =>
  keys.length > 6 ? `${keys.slice(0, 6).join(', ')}, ..` : keys.join(', ')
