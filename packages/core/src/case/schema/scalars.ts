import { z } from 'zod'
import { nearest } from '../../diagnostic/nearest.ts'
import type { Text } from '../../model/judgement.ts'
import type { Clock, Lapse, Moment } from '../../model/moment.ts'
import {
  existingDate,
  isZone,
  parseClock,
  parseDuration,
  parseInstant
} from '../../time/instant.ts'
import type { Kind, Names } from '../names.ts'
import type { Node } from '../node-tree.ts'
import { unknownName } from '../rules/reference.ts'
import * as shape from '../rules/shape.ts'
import * as dates from '../rules/time.ts'
import * as values from '../rules/value.ts'
import { describeValue } from '../value-in-words.ts'
import type { Json, Where } from './leaf.ts'
import { BROKEN, leaf, leafBehind } from './leaf.ts'

/** Words with a meaning of their own in conditions; no id may be one of them. */
export const RESERVED = ['not', 'any', 'all', 'if', 'then', 'iff', 'scenario', 'event', 'note']

/** Reports a wrong kind of value. */
export function wrong(node: Node, where: Where, wanted: string): typeof BROKEN {
  where.report(shape.wrongType, { span: node.span }, { wanted, found: describeValue(node) })
  return BROKEN
}

const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/

/** A text, or the same text in several languages. */
export const text = leaf<Text>({
  read: (node, where) => {
    if (node.kind === 'scalar' && node.value !== null && typeof node.value !== 'boolean')
      return String(node.value)
    if (node.kind !== 'map') return wrong(node, where, 'a text, or a map of texts by language')
    const texts = [...node.entries].map(([language, entry]) => [language, entry.value] as const)
    for (const [language, value] of texts) {
      if (!LANGUAGE.test(language))
        return wrong(node, where, 'a text, or a map of texts by language tag')
      if (value.kind !== 'scalar' || value.value === null) return wrong(value, where, 'a text')
    }
    return Object.fromEntries(
      texts.map(([language, value]) => [
        language,
        String(value.kind === 'scalar' ? value.value : '')
      ])
    )
  },
  json: () => ({ $ref: '#/$defs/text' })
})

const plain = { type: ['string', 'number'] }

/** What texts refer to in the JSON Schema. */
export const textDefinition: Readonly<Record<string, Json>> = {
  text: {
    anyOf: [
      plain,
      { type: 'object', propertyNames: { pattern: LANGUAGE.source }, additionalProperties: plain }
    ]
  }
}

/** A plain word or sentence. */
export const word = z.string()

/** Where a link may lead: the web and the post. Everything else would be run or opened by a reader. */
const LINK = /^(https?:\/\/|mailto:)\S+$/i

/** A link that a reader can follow: `https://..`, `http://..` or `mailto:..`. */
export const link = leaf<string>({
  read: (node, where) => {
    const value = node.kind === 'scalar' ? String(node.value) : ''
    return LINK.test(value)
      ? value
      : wrong(node, where, 'a link that begins with `https://`, `http://` or `mailto:`')
  },
  json: () => ({ type: 'string', pattern: '^([Hh][Tt][Tt][Pp][Ss]?://|[Mm][Aa][Ii][Ll][Tt][Oo]:)' })
})

/** An id as the key of a map: kebab-case, and not a word of the language. */
export const id = leaf<string>({
  read: (node, where) => {
    const value = node.kind === 'scalar' ? String(node.value) : ''
    if (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(value) && !RESERVED.includes(value)) return value
    where.report(
      shape.badId,
      { span: node.span },
      { id: value, reserved: RESERVED.includes(value) ? 'yes' : '' }
    )
    return BROKEN
  },
  json: () => ({
    type: ['string', 'integer'],
    pattern: `^(?!(?:${RESERVED.join('|')})$)[a-z0-9]+(-[a-z0-9]+)*$`
  })
})

/** The id of something of one of these kinds. */
export function ref(...kinds: readonly Kind[]): z.ZodType<string> {
  return leaf<string>({
    read: (node, where) => {
      if (node.kind !== 'scalar' || node.value === null || typeof node.value === 'boolean')
        return wrong(node, where, `the id of a ${kinds.join(' or ')}`)
      return named(String(node.value), kinds, { node, where })
    },
    json: (names) => anyName(names, kinds)
  })
}

/** Checks a name of some kind and notes its use. */
export function named(
  name: string,
  kinds: readonly Kind[],
  { node, where }: { readonly node: Node; readonly where: Where }
): string | typeof BROKEN {
  const kind = kinds.find((candidate) => where.names.of.get(candidate)?.has(name))
  if (kind) {
    where.used(kind, name)
    return name
  }
  const known = kinds.flatMap((candidate) => [...(where.names.of.get(candidate) ?? [])])
  where.report(
    unknownName,
    { span: node.span },
    { kind: kinds.join(' or '), name, near: nearest(name, known) ?? '', known }
  )
  return BROKEN
}

/** JSON Schema of a name: this case's own ids when the case is known. */
export function anyName(names: Names | undefined, kinds: readonly Kind[]): Json {
  const known = kinds.flatMap((kind) => [...(names?.of.get(kind) ?? [])])
  return known.length > 0 ? { enum: asWritten(known) } : { type: ['string', 'number'] }
}

/** Names as a YAML file may hold them: one that looks like a number is read as one. */
export const asWritten = (names: readonly string[]): readonly (string | number)[] =>
  names.flatMap((name) => (String(Number(name)) === name ? [name, Number(name)] : [name]))

/**
 * A reference with its kind in front, such as `lines.pre-2022`, `track.six-power` or
 * `gate.final-status`.
 */
export function dotted<Prefix extends string>(
  ...prefixes: readonly (readonly [Prefix, Kind])[]
): z.ZodType<`${Prefix}.${string}`> {
  const wanted = prefixes.map(([prefix]) => `\`${prefix}.<id>\``).join(' or ')
  return leaf<`${Prefix}.${string}`>({
    read: (node, where) => {
      const value = node.kind === 'scalar' ? String(node.value) : ''
      const found = prefixes.find(([prefix]) => value.startsWith(`${prefix}.`))
      if (!found) return wrong(node, where, wanted)
      const [prefix, kind] = found
      const name = named(value.slice(prefix.length + 1), [kind], { node, where })
      return name === BROKEN ? BROKEN : `${prefix}.${name}`
    },
    json: (names) => {
      const known = prefixes.flatMap(([prefix, kind]) =>
        [...(names?.of.get(kind) ?? [])].map((id) => `${prefix}.${id}`)
      )
      return known.length > 0 ? { enum: known } : { type: 'string' }
    }
  })
}

/** A date, a month or a year; with `span`, also `from/to`. Kept as written. */
export function date(options: { readonly span?: boolean } = {}): z.ZodType<string> {
  const wanted = options.span
    ? 'a date such as `2024-11-21`, or `2024-08/2024-10`'
    : 'a date such as `2024-11-21`, `2024-11` or `2024`'
  return leaf<string>({
    read: (node, where) => {
      const value = node.kind === 'scalar' ? String(node.value) : ''
      const parts = options.span ? value.split('/') : [value]
      if (parts.length > 2 || parts.some((part) => !/^\d{4}(-\d{2}(-\d{2})?)?$/.test(part)))
        return wrong(node, where, wanted)
      const missing = parts.find((part) => !existingDate(part))
      if (missing === undefined) return value
      where.report(dates.noSuchDate, { span: node.span }, { date: missing })
      return BROKEN
    },
    json: () => ({
      type: ['string', 'integer'],
      pattern: options.span ? `^${DATE}(/${DATE})?$` : `^${DATE}$`
    })
  })
}

const DATE = '\\d{4}(-\\d{2}(-\\d{2})?)?'

/** A local time with its zone: `"2025-01-20T00:00[Europe/Kyiv]"`. */
export const instant = leaf<Moment>({
  read: (node, where) => {
    const value = node.kind === 'scalar' ? String(node.value) : ''
    const parsed = parseInstant(value)
    if (parsed.ok) return parsed.instant
    where.report(dates.badInstant, { span: node.span }, { text: value, problem: parsed.problem })
    return BROKEN
  },
  json: () => ({
    type: 'string',
    pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2})?(Z|[+-]\\d{2}:\\d{2})?\\[.+\\]$'
  })
})

/** A date, or a moment where the hour matters. */
export const dateOrInstant = leaf<string | Moment>({
  read: (node, where) =>
    leafBehind(
      String(node.kind === 'scalar' ? node.value : '').includes('T') ? instant : date()
    )?.read(node, where) as string | Moment | typeof BROKEN,
  json: () => ({ type: ['string', 'integer'] })
})

/** A time of day, with a zone where `zoned`: `"10:00[Europe/Kyiv]"`. */
export function clock(zoned: boolean): z.ZodType<Clock> {
  return leaf<Clock>({
    read: (node, where) => {
      const value = node.kind === 'scalar' ? String(node.value) : ''
      const parsed = parseClock(value, zoned)
      if (parsed) return parsed
      where.report(
        dates.badClock,
        { span: node.span },
        { text: value, example: zoned ? '"10:00[Europe/Kyiv]"' : '"09:30"' }
      )
      return BROKEN
    },
    json: () => ({ type: 'string', pattern: `^\\d{2}:\\d{2}${zoned ? '\\[.+\\]' : ''}$` })
  })
}

/** A time zone of the IANA list, such as `Europe/Kyiv`. */
export const zone = leaf<string>({
  read: (node, where) => {
    const value = node.kind === 'scalar' ? String(node.value) : ''
    if (isZone(value)) return value
    where.report(dates.badZone, { span: node.span }, { text: value })
    return BROKEN
  },
  json: () => ({ type: 'string', pattern: '^[A-Za-z]' })
})

/** An ISO 8601 duration such as `PT10M` or `P14D`. */
export const duration = leaf<Lapse>({
  read: (node, where) => {
    const value = node.kind === 'scalar' ? String(node.value) : ''
    const parsed = parseDuration(value)
    if (parsed) return parsed
    where.report(dates.badDuration, { span: node.span }, { text: value })
    return BROKEN
  },
  json: () => ({ type: 'string', pattern: '^P' })
})

/** A number within bounds; `whole` for counts. */
export function amount(
  options: { readonly least?: number; readonly most?: number; readonly whole?: boolean } = {}
): z.ZodType<number> {
  const {
    least = Number.NEGATIVE_INFINITY,
    most = Number.POSITIVE_INFINITY,
    whole = false
  } = options
  return leaf<number>({
    read: (node, where) => {
      const value = node.kind === 'scalar' ? node.value : undefined
      if (typeof value === 'number' && isBeyond(value, { node, where })) return BROKEN
      if (typeof value !== 'number' || (whole && !Number.isInteger(value)))
        return wrong(node, where, whole ? 'a whole number' : 'a number')
      // -0 is 0.
      if (value >= least && value <= most) return value + 0
      where.report(
        values.outOfBounds,
        { span: node.span },
        { value, bounds: boundsInWords(least, most) }
      )
      return BROKEN
    },
    json: () => ({
      type: whole ? 'integer' : 'number',
      minimum: Math.max(least, -values.NUMBER_SIZES.largest),
      maximum: Math.min(most, values.NUMBER_SIZES.largest)
    })
  })
}

/** Reports a number that cannot be reckoned with: infinite, none, too large, too near to 0. */
export function isBeyond(
  value: number,
  { node, where }: { readonly node: Node; readonly where: Where }
): boolean {
  const size = sizeOf(Math.abs(value))
  if (size === undefined) return false
  where.report(values.outOfReach, { span: node.span }, { value: asYaml(value), size })
  return true
}

function sizeOf(value: number): 'large' | 'small' | 'none' | undefined {
  if (!Number.isFinite(value)) return 'none'
  if (value > values.NUMBER_SIZES.largest) return 'large'
  return value > 0 && value < values.NUMBER_SIZES.smallest ? 'small' : undefined
}

const asYaml = (value: number): string =>
  Number.isNaN(value) ? '.nan' : String(value).replace('Infinity', '.inf')

/** Bounds as a reader says them. */
export function boundsInWords(least: number, most: number): string {
  if (!Number.isFinite(most)) return `${least} or more`
  return Number.isFinite(least) ? `between ${least} and ${most}` : `${most} or less`
}

/** A share: `0.38` or `38%`. Undefined when it is neither. */
export function shareOf(node: Node): number | undefined {
  if (node.kind !== 'scalar') return undefined
  if (typeof node.value === 'number') return node.value
  const percent = typeof node.value === 'string' ? /^(\d+(?:\.\d+)?)\s*%$/.exec(node.value) : null
  return percent ? Number(percent[1]) / 100 : undefined
}

/** A single share of one, 0..1, also written in percent. */
export const share = leaf<number>({
  read: (node, where) => {
    const value = shareOf(node)
    if (value === undefined) return wrong(node, where, 'a share such as `0.38` or `38%`')
    if (isBeyond(value, { node, where })) return BROKEN
    if (value >= 0 && value <= 1) return value + 0
    where.report(
      values.outOfBounds,
      { span: node.span },
      { value, bounds: 'between 0 and 1, or 0% and 100%' }
    )
    return BROKEN
  },
  json: () => ({
    anyOf: [
      { type: 'number', minimum: 0, maximum: 1 },
      { type: 'string', pattern: '^\\d+(\\.\\d+)?\\s*%$' }
    ]
  })
})

const LON_LAT = 'a place as `[longitude, latitude]`, in degrees'

/** A place on the ground: longitude, then latitude, in degrees on WGS84. */
export const lonLatPair = leaf<readonly [number, number]>({
  read: (node, where) => {
    const [lon, lat, more] = node.kind === 'list' ? node.items : []
    const [x, y] = [lon, lat].map((item) => (item?.kind === 'scalar' ? item.value : undefined))
    if (typeof x !== 'number' || typeof y !== 'number' || more) return wrong(node, where, LON_LAT)
    const off = Math.abs(y) <= 85 ? (Math.abs(x) <= 180 ? undefined : x) : y
    if (off === undefined) return [x, y]
    const bounds = off === y ? 'the latitude, -85 to 85, after the longitude' : 'from -180 to 180'
    where.report(values.outOfBounds, { span: node.span }, { value: off, bounds })
    return BROKEN
  },
  json: () => ({
    type: 'array',
    prefixItems: [
      { type: 'number', minimum: -180, maximum: 180 },
      { type: 'number', minimum: -85, maximum: 85 }
    ],
    minItems: 2,
    maxItems: 2
  })
})
