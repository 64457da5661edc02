import { canonicalJson, MOST_DEEP, NotCanonical } from '@truce/core/log'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { character } from '../character.ts'
import { tried } from '../laws.ts'
import { plainJson } from '../oracle/plain-json.ts'

/** A number by the 64 bits of IEEE 754. */
function numberOf(hex: string): number {
  const view = new DataView(new ArrayBuffer(8))
  view.setBigUint64(0, BigInt(`0x${hex}`))
  return view.getFloat64(0)
}

describe('the examples of RFC 8785', () => {
  // Appendix B.
  it.each([
    ['0000000000000000', '0'],
    ['8000000000000000', '0'],
    ['0000000000000001', '5e-324'],
    ['8000000000000001', '-5e-324'],
    ['7fefffffffffffff', '1.7976931348623157e+308'],
    ['ffefffffffffffff', '-1.7976931348623157e+308'],
    ['4340000000000000', '9007199254740992'],
    ['c340000000000000', '-9007199254740992'],
    ['4430000000000000', '295147905179352830000'],
    ['44b52d02c7e14af5', '9.999999999999997e+22'],
    ['44b52d02c7e14af6', '1e+23'],
    ['44b52d02c7e14af7', '1.0000000000000001e+23'],
    ['444b1ae4d6e2ef4e', '999999999999999700000'],
    ['444b1ae4d6e2ef4f', '999999999999999900000'],
    ['444b1ae4d6e2ef50', '1e+21'],
    ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
    ['3eb0c6f7a0b5ed8d', '0.000001'],
    ['41b3de4355555553', '333333333.3333332'],
    ['41b3de4355555554', '333333333.33333325'],
    ['41b3de4355555555', '333333333.3333333'],
    ['41b3de4355555556', '333333333.3333334'],
    ['41b3de4355555557', '333333333.33333343'],
    ['becbf647612f3696', '-0.0000033333333333333333'],
    ['43143ff3c1cb0959', '1424953923781206.2']
  ])('number %s', (hex, text) => {
    expect(canonicalJson(numberOf(hex))).toBe(text)
  })

  it('section 3.2.2 and 3.2.3: values of all kinds, in order', () => {
    const told = String.raw`{
      "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
      "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
      "literals": [null, true, false]
    }`
    expect(canonicalJson(JSON.parse(told))).toBe(
      String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`
    )
  })

  it('section 3.2.3: keys by UTF-16 code units, not by code points', () => {
    const told = String.raw`{
      "\u20ac": "Euro Sign", "\r": "Carriage Return", "\ufb33": "Hebrew Letter Dalet With Dagesh",
      "1": "One", "\ud83d\ude00": "Emoji: Grinning Face", "\u0080": "Control",
      "\u00f6": "Latin Small Letter O With Diaeresis"
    }`
    expect(Object.values(JSON.parse(canonicalJson(JSON.parse(told))))).toEqual([
      // JavaScript itself puts the key 1 first, which the text does not.
      'One',
      'Carriage Return',
      'Control',
      'Latin Small Letter O With Diaeresis',
      'Euro Sign',
      'Emoji: Grinning Face',
      'Hebrew Letter Dalet With Dagesh'
    ])
    expect(canonicalJson(JSON.parse(told))).toMatch(/^\{"\\r":"Carriage Return","1":"One",/)
  })
})

describe('what has no canonical form', () => {
  it.each<[string, unknown, string, NotCanonical['why']]>([
    ['no number', { a: [1, Number.NaN] }, 'a/1', 'not-finite'],
    ['no end', { a: Number.NEGATIVE_INFINITY }, 'a', 'not-finite'],
    ['half a pair', ['\ud800'], '0', 'lone-surrogate'],
    ['half a pair in a key', { '\udc00': 1 }, '\udc00', 'lone-surrogate'],
    ['nothing', { a: undefined }, 'a', 'not-json'],
    ['nothing in a list', [undefined], '0', 'not-json'],
    ['a hole in a list', new Array(1), '0', 'not-json'],
    ['a large integer', 1n, '', 'not-json'],
    ['a date', { a: new Date(0) }, 'a', 'not-json'],
    ['a function', () => 1, '', 'not-json']
  ])('%s', (_, value, at, why) => {
    const thrown = (): NotCanonical => {
      try {
        canonicalJson(value)
      } catch (error) {
        if (error instanceof NotCanonical) return error
      }
      throw new Error('it has one')
    }
    expect(thrown()).toMatchObject({ at, why })
  })

  it('and what stands too deep', () => {
    const nested = (depth: number): unknown => JSON.parse('['.repeat(depth) + ']'.repeat(depth))
    expect(canonicalJson(nested(MOST_DEEP))).toHaveLength(2 * MOST_DEEP)
    expect(() => canonicalJson(nested(MOST_DEEP + 1))).toThrow(NotCanonical)
  })
})

it('is what the RFC spells letter by letter, and says the same', () => {
  const values = fc.jsonValue({ stringUnit: character })
  tried(
    fc.property(values, (value) => {
      const text = canonicalJson(value)
      expect(text).toBe(plainJson(value))
      expect(canonicalJson(JSON.parse(text))).toBe(text)
    }),
    { seed: 20260301, runs: 167, seeds: 12 }
  )
})

it('does not depend on the order in which keys were written', () => {
  tried(
    fc.property(
      fc.dictionary(fc.string(), fc.nat()),
      fc.infiniteStream(fc.nat()),
      (value, random) => {
        const keyed = Object.entries(value).map((entry) => [random.next().value, entry] as const)
        const turned = keyed.sort(([a], [b]) => a - b).map(([, entry]) => entry)
        expect(canonicalJson(Object.fromEntries(turned))).toBe(canonicalJson(value))
      }
    ),
    { seed: 20260302, runs: 67, seeds: 12 }
  )
})
