import type { JsonObject, LogLeaf, SignedEntry } from '@truce/core/log'
import { base64, canonicalJson, isLeaf, leafOf, readLeaf, utf8, utf8Text } from '@truce/core/log'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { surelyCanonical } from '../../src/log/canonical-json.ts'
import { signedWithin } from '../../src/log/envelope.ts'
import { formProblem, leafShape } from '../../src/log/envelope-shape.ts'
import { plainLeaf } from '../../src/log/plain-leaf.ts'
import { character } from '../character.ts'
import { tried } from '../laws.ts'
import { RECORD } from './made.ts'

const bytes = (length: number) =>
  fc.uint8Array({ minLength: length, maxLength: length }).map(base64)
const stamp = fc
  .date({ min: new Date(0), max: new Date('9999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString())
const party = fc.constantFrom('north', 'south-2', 'secretariat')
const id = fc.nat(999_999).map((number) => `entry-${number}`)

/** Texts in all scripts, quotes, control characters and halves of surrogate pairs among them. */
const text = fc.string({ unit: character, maxLength: 8 })
const content = fc
  .dictionary(text, fc.jsonValue({ maxDepth: 3, stringUnit: character }), { maxKeys: 5 })
  .map((told) => told as JsonObject)

const open = {
  v: fc.constant(1 as const),
  record: fc.constant(RECORD),
  id,
  kind: fc.constantFrom('incident.reported', 'key.added', 'a'),
  author: fc.record({ party, key: fc.constant('0123456789abcdef') }),
  sequence: fc.nat(),
  recorded: stamp,
  signature: bytes(64)
}
const seen = fc.record({ size: fc.integer({ min: 1 }), root: bytes(32) })
const optional = { seen, supersedes: id }

const plain: fc.Arbitrary<SignedEntry> = fc.record(
  { ...open, ...optional, content },
  {
    requiredKeys: [
      'v',
      'record',
      'id',
      'kind',
      'author',
      'sequence',
      'recorded',
      'signature',
      'content'
    ]
  }
)
const sealed: fc.Arbitrary<SignedEntry> = fc.record({
  ...open,
  audience: fc.uniqueArray(party, { minLength: 1 }),
  commitment: bytes(32)
})
const leafWith = (entry: fc.Arbitrary<SignedEntry>): fc.Arbitrary<LogLeaf> =>
  fc.record({ entry, received: stamp, clock: stamp }, { requiredKeys: ['entry', 'received'] })
const leaf = leafWith(fc.oneof({ weight: 3, arbitrary: plain }, sealed))

/** The ways to all values within one. */
function ways(told: unknown, way: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof told !== 'object' || told === null) return [way]
  return [way, ...Object.entries(told).flatMap(([key, inner]) => ways(inner, [...way, key]))]
}

/** The same with another value at one place; undefined takes the place away. */
function changed(told: unknown, [key, ...way]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value
  const copy: Record<string, unknown> = { ...(told as object) }
  if (way.length === 0 && value === undefined) delete copy[key]
  else copy[key] = changed(copy[key], way, value)
  return copy
}

const oddity = fc.oneof(
  fc.constantFrom(undefined, null, '', 0, -0, 1, 1.5, 2 ** 53, [], {}, true),
  fc.constantFrom('entry-1', 'north', 'n', '2026-02-30T00:00:00.000Z', `${'A'.repeat(42)}B=`),
  stamp,
  bytes(32),
  bytes(64),
  fc.jsonValue()
)

/** Values that are leaves, or nearly: at one place something else stands, or something more. */
const nearly: fc.Arbitrary<unknown> = fc
  .tuple(leaf, fc.nat(), oddity, fc.constantFrom('', 'more', 'clock', 'seen', 'audience'))
  .map(([told, place, value, more]) => {
    const all = ways(told)
    const way = all[place % all.length] ?? []
    return changed(told, more === '' ? way : [...way.slice(0, -1), more], value)
  })

/** By field, what it just may not be. */
const EDGES: Readonly<Record<string, readonly unknown[]>> = {
  'entry/v': [2, '1', true],
  'entry/record': ['trial.0123456789abcde', `${'a'.repeat(104)}.0123456789abcdef`, `${RECORD}/`],
  'entry/id': ['entry', 'Entry-1', '-entry', 'e'.repeat(65), 7],
  'entry/kind': ['', 'a-', 'A', 'a'.repeat(65)],
  'entry/author': [null, [], 'north'],
  'entry/author/party': ['a--b', '', 'a'.repeat(65)],
  'entry/author/key': ['0123456789ABCDEF', '0123456789abcde'],
  'entry/author/more': [1],
  'entry/sequence': [-1, 0.5, 2 ** 53, '0'],
  'entry/recorded': ['2026-02-30T00:00:00.000Z', '2026-02-03T24:00:00.000Z', '2026-02-03'],
  'entry/seen': [null, [], {}],
  'entry/seen/size': [0, -1, 1.5, 2 ** 53],
  'entry/seen/root': [`${'A'.repeat(42)}B=`, 'AAAA', ''],
  'entry/seen/more': [1],
  'entry/supersedes': ['', 'entry', null],
  'entry/signature': [`${'A'.repeat(85)}B==`, `${'A'.repeat(84)}`, 'A'.repeat(88)],
  'entry/content': [null, [], 'text'],
  'entry/audience': [['north']],
  'entry/more': [1],
  received: ['', 0],
  clock: ['', 0],
  more: [1]
}

const zeroes = (length: number) => base64(new Uint8Array(length))
const FULL = {
  entry: {
    v: 1,
    record: RECORD,
    id: 'entry-1',
    kind: 'incident.reported',
    author: { party: 'north', key: '0123456789abcdef' },
    sequence: 0,
    recorded: '2026-02-03T04:05:06.789Z',
    seen: { size: 1, root: zeroes(32) },
    supersedes: 'entry-0',
    signature: zeroes(64),
    content: {}
  },
  received: '2026-02-03T04:05:06.789Z',
  clock: '2026-02-03T04:05:06.789Z'
}

/** How a leaf is read without any short cut. */
function slowly(given: Uint8Array): unknown {
  const told = utf8Text(given)
  if (told === undefined) return { code: 'malformed', data: { why: 'not-utf-8' } }
  let value: unknown
  try {
    value = JSON.parse(told)
  } catch {
    return { code: 'malformed', data: { why: 'not-json' } }
  }
  const { data } = leafShape.safeParse(value)
  if (data === undefined) return formProblem(value)
  try {
    return canonicalJson(data) === told ? data : { code: 'not-canonical', data: {} }
  } catch {
    return 'no spelling'
  }
}

const read = (given: Uint8Array): unknown => {
  const found = readLeaf(given)
  return isLeaf(found) || found.code !== 'not-canonical' || !found.data['why']
    ? found
    : 'no spelling'
}

const trial = { seed: 2031, runs: 100, seeds: 30 }

describe('short cuts to a leaf come to what the long way comes to', () => {
  it('its form: every plain leaf is known, and nothing that is none', () => {
    tried(
      fc.property(leafWith(plain), (told) => {
        expect(JSON.stringify(plainLeaf(told))).toBe(JSON.stringify(leafShape.parse(told)))
      }),
      trial
    )
    tried(
      fc.property(nearly, (told) => {
        const found = plainLeaf(told)
        if (found) expect(JSON.stringify(found)).toBe(JSON.stringify(leafShape.parse(told)))
      }),
      trial
    )
  })
  it.each(Object.entries(EDGES))('its form: what %s may not be', (way, values) => {
    expect(plainLeaf(FULL)).toEqual(FULL)
    for (const value of values) {
      const told = changed(FULL, way.split('/'), value)
      expect([plainLeaf(told), leafShape.safeParse(told).success]).toEqual([undefined, false])
    }
  })
  it('its spelling: what surely is canonical is, and most of what is canonical surely is', () => {
    tried(
      fc.property(fc.jsonValue({ stringUnit: character }), (value) => {
        for (const told of [JSON.stringify(value), JSON.stringify(value, null, 1)])
          if (surelyCanonical(told, JSON.parse(told))) expect(canonicalJson(value)).toBe(told)
      }),
      trial
    )
    tried(
      fc.property(fc.jsonValue({ stringUnit: 'grapheme' }), (value) => {
        const told = canonicalJson(value)
        // Keys that are whole numbers are kept in another order by the language itself.
        const kept = JSON.stringify(JSON.parse(told)) === told
        expect(surelyCanonical(told, JSON.parse(told))).toBe(kept)
      }),
      trial
    )
  })
  it.each([
    '{"b":1,"a":2}',
    '{"a":1,"a":1}',
    '{"a":-0}',
    '{"a":1.0}',
    '{"a":1e2}',
    '{"a":"\\ud800"}',
    '{"a":"\\u0041"}',
    '{"a":"\\/"}',
    '{"\uffff":1,"\u{10000}":2}',
    '{"10":1,"9":2,"a":3} ',
    '{"9":1,"10":2}',
    `${'['.repeat(60_000)}${']'.repeat(60_000)}`
  ])('%.40s is not surely canonical', (told) => {
    expect(surelyCanonical(told, JSON.parse(told))).toBe(false)
  })
  it('what was signed: cut out of the bytes, it is the canonical entry without its signature', () => {
    tried(
      fc.property(leaf, ({ entry, received, clock }) => {
        fc.pre(JSON.stringify(entry).isWellFormed() && !JSON.stringify(entry).includes('\\ud'))
        const { signature: _, ...signed } = entry
        const whole = leafOf(entry, received, clock)
        const told = { entry, received, ...(clock === undefined ? {} : { clock }) }
        expect(utf8Text(signedWithin(whole, told))).toBe(canonicalJson(signed))
      }),
      trial
    )
  })
  it('all of it, where any bit is turned, or a letter taken out or put in', () => {
    tried(
      fc.property(leaf, fc.nat(), fc.nat(7), ({ entry, received, clock }, place, bit) => {
        fc.pre(!JSON.stringify(entry).includes('\\ud'))
        const whole = leafOf(entry, received, clock)
        const at = place % whole.length
        const turned = whole.slice()
        turned[at] = (turned[at] ?? 0) ^ (1 << bit)
        const out = whole.filter((_, index) => index !== at)
        const spaced = new Uint8Array([...whole.slice(0, at), 0x20, ...whole.slice(at)])
        for (const one of [whole, turned, out, spaced])
          expect(JSON.stringify(read(one))).toBe(JSON.stringify(slowly(one)))
      }),
      trial
    )
  })
  it('and where a value is another, or a field more or less', () => {
    tried(
      fc.property(nearly, (told) => {
        const one = utf8(JSON.stringify(told) ?? '')
        expect(JSON.stringify(read(one))).toBe(JSON.stringify(slowly(one)))
      }),
      trial
    )
  })
})
