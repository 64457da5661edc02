/** What JSON can say. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject

/** An object of JSON. */
export interface JsonObject {
  readonly [key: string]: JsonValue
}

/** How deep lists and objects may stand in each other: every reader has to have room for them. */
export const MOST_DEEP = 100

/** A value that has no canonical form, with the way to it: `content/place/lon`. */
export class NotCanonical extends Error {
  readonly at: string
  readonly why: 'not-finite' | 'lone-surrogate' | 'not-json' | 'too-deep'

  constructor(at: readonly string[], why: NotCanonical['why']) {
    super(`${why} at ${at.join('/')}`)
    this.at = at.join('/')
    this.why = why
  }
}

/**
 * The one spelling of a value as JSON (RFC 8785): no spaces, keys in the order of their UTF-16 code
 * units, numbers and strings as ECMAScript writes them, minus zero as zero. Throws `NotCanonical` on
 * what has none: numbers that are not finite, half a surrogate pair, undefined, functions.
 */
export function canonicalJson(value: unknown): string {
  return spelled(value, [])
}

/**
 * Whether a text is certainly the canonical spelling of the value that was read from it. The language's
 * own spelling is the canonical one where keys stand in order and no half of a surrogate pair is
 * escaped. False says nothing: then `canonicalJson` has to be asked.
 */
export const surelyCanonical = (text: string, value: unknown): boolean =>
  keysInOrder(value, 0) && !text.includes('\\ud') && JSON.stringify(value) === text

/** Whether the keys of all objects in it stand in order, and nothing is so deep that it is refused. */
function keysInOrder(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return true
  if (depth >= SURELY_SHALLOW) return false
  if (Array.isArray(value)) return value.every((one) => keysInOrder(one, depth + 1))
  let before = ''
  for (const key of Object.keys(value)) {
    if (before > key || !keysInOrder(Reflect.get(value, key), depth + 1)) return false
    before = key
  }
  return true
}

const SURELY_SHALLOW = MOST_DEEP / 2

function spelled(value: unknown, at: string[]): string {
  if (typeof value === 'string') return spelledString(value, at)
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new NotCanonical(at, 'not-finite')
    return Object.is(value, -0) ? '0' : String(value)
  }
  if (value === null || typeof value === 'boolean') return String(value)
  if (at.length >= MOST_DEEP) throw new NotCanonical(at, 'too-deep')
  if (Array.isArray(value)) return spelledList(value, at)
  if (isJsonObject(value)) return spelledObject(value, at)
  throw new NotCanonical(at, 'not-json')
}

/** Letters that stand for themselves: most texts have no others, and need no second look. */
const PLAIN = /^[ !#-[\]-~]*$/

function spelledString(value: string, at: readonly string[]): string {
  if (PLAIN.test(value)) return `"${value}"`
  if (!value.isWellFormed()) throw new NotCanonical(at, 'lone-surrogate')
  return JSON.stringify(value)
}

function spelledList(values: readonly unknown[], at: string[]): string {
  let text = '['
  for (let place = 0; place < values.length; place++) {
    at.push(String(place))
    text += (place > 0 ? ',' : '') + spelled(values[place], at)
    at.pop()
  }
  return `${text}]`
}

function spelledObject(value: JsonObject, at: string[]): string {
  let text = '{'
  for (const key of inOrder(Object.keys(value))) {
    at.push(key)
    text += `${text.length > 1 ? ',' : ''}${spelledString(key, at)}:${spelled(value[key], at)}`
    at.pop()
  }
  return `${text}}`
}

/**
 * Without a comparison of its own the language sorts by UTF-16 code units, as the RFC asks. Most
 * objects come from a canonical text and are in order.
 */
function inOrder(keys: string[]): readonly string[] {
  for (let at = 1; at < keys.length; at++) {
    const [before = '', key = ''] = [keys[at - 1], keys[at]]
    if (before > key) return keys.sort()
  }
  return keys
}

/** Whether it is an object as JSON has them: no list, no class of its own. */
export function isJsonObject(value: unknown): value is JsonObject {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}
