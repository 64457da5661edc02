import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { askBargaining } from '@truce/core/ask/bargaining'
import { readCase } from '@truce/core/case'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { NamedText, Normalise } from '../src/index.ts'
import { importGenius } from '../src/index.ts'
import type { DealCase } from './deal-case.ts'
import { dealIn, gain, points } from './deal-case.ts'

const FOLDER = join(process.env['TRUCE_VECTORS'] ?? '', 'bargaining')
const hasDomains = process.env['TRUCE_VECTORS'] !== undefined && existsSync(join(FOLDER, 'domains'))
if (!hasDomains && (process.env['TRUCE_REQUIRE'] ?? '').split(',').includes('vectors')) {
  throw new Error(
    'TRUCE_REQUIRE asks for the vectors, but TRUCE_VECTORS names no folder with bargaining/domains/'
  )
}
const DOMAINS = ['AMPOvsCity', 'Camera', 'EnglandZimbabwe', 'ItexVsCypress', 'Politics3']

const SETTINGS = { title: 'A domain', asOf: '2024-01-01' }

function imported(files: readonly NamedText[], normalise: Normalise = 'issue'): DealCase {
  return dealIn(importGenius(files, { ...SETTINGS, normalise }))
}

const refusal = (files: readonly NamedText[], normalise: Normalise = 'issue'): string =>
  importGenius(files, { ...SETTINGS, normalise }).refused ?? 'not refused'

/**
 * What 100 points of a party are in the other program, and what 0 points are, as the import says
 * it.
 */
function scaleOf({ scale }: DealCase, party: string): readonly [number, number] {
  if (scale.includes('100 points are a utility of 1')) return [1, 0]
  const line = scale.find((one) => one.startsWith(`${party}: utility = `)) ?? ''
  const numbers = line.slice(party.length).match(/-?\d+(\.\d+)?(e[+-]?\d+)?/g) ?? []
  return numbers.length === 3 ? [Number(numbers[1]), Number(numbers[0])] : [Number(numbers[0]), 0]
}

interface Domain {
  readonly issues: readonly { readonly name: string; readonly values: readonly string[] }[]
  readonly parties: readonly {
    readonly name: string
    readonly reserved_value: number
    readonly utility: readonly (readonly number[])[]
  }[]
}

interface Normalised {
  readonly reserved: readonly number[]
  readonly outcomes: number
  readonly frontier: number
  readonly max: readonly number[]
  readonly min: readonly number[]
  readonly max_welfare: readonly number[]
  readonly opposition_min_distance_to_1: number
}

const json = <T>(name: string): T => JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as T

const filesOf = (name: string): readonly NamedText[] =>
  readdirSync(join(FOLDER, 'domains', name)).map((file) => ({
    name: file,
    text: readFileSync(join(FOLDER, 'domains', name, file), 'utf8')
  }))

/**
 * The utilities of every package, rounded to nine digits and without repeats, one list for each.
 */
function packagesOf(deal: DealCase): {
  readonly count: number
  readonly points: readonly (readonly number[])[]
} {
  let all: readonly (readonly number[])[] = [deal.parties.map(() => 0)]
  let count = 1
  for (const issue of deal.issues) {
    count *= issue.options.length
    const added = issue.options.map((option) =>
      deal.parties.map(
        (party) =>
          (points(deal, party.name, issue.title, option) * scaleOf(deal, party.name)[0]) / 100
      )
    )
    all = all.flatMap((sums) => added.map((one) => sums.map((sum, k) => sum + (one[k] as number))))
  }
  const rounded = new Map(
    all
      .map((sums) => sums.map((sum) => Math.round(sum * 1e9) / 1e9))
      .map((sums) => [sums.join(), sums])
  )
  return { count, points: [...rounded.values()] }
}

function frontier(all: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const sorted = [...all].sort((a, b) => total(b) - total(a))
  const kept: (readonly number[])[] = []
  for (const point of sorted)
    if (!kept.some((other) => other.every((value, k) => value >= (point[k] as number))))
      kept.push(point)
  return kept
}

const total = (point: readonly number[]): number => point.reduce((sum, value) => sum + value, 0)

describe.skipIf(!hasDomains)('published domains', () => {
  test.each(DOMAINS)(
    '%s as it stands: the same utilities, up to the factor that is said',
    (name) => {
      const deal = imported(filesOf(name), 'none')
      const domain = json<Domain>(`domains/${name}.json`)
      for (const party of domain.parties) {
        const [unit, shift] = scaleOf(deal, party.name)
        expect(shift).toBe(0)
        expect((deal.noDealOf(party.name) * unit) / 100).toBeCloseTo(party.reserved_value, 9)
        domain.issues.forEach(({ name: issue, values }, k) => {
          if (values.length === 1) return
          values.forEach((value, v) => {
            expect((points(deal, party.name, issue, value) * unit) / 100).toBeCloseTo(
              party.utility[k]?.[v] as number,
              8
            )
          })
        })
      }
      expect(deal.issues.length).toBe(
        domain.issues.filter(({ values }) => values.length > 1).length
      )
    }
  )

  test.each(DOMAINS.filter((name) => name !== 'AMPOvsCity'))(
    '%s as GENIUS reads it: ranges, frontier and opposition',
    (name) => {
      const deal = imported(filesOf(name))
      const wanted = json<Readonly<Record<string, Normalised>>>('expected_genius_normalised.json')[
        name
      ] as Normalised
      const { count, points: all } = packagesOf(deal)
      expect(count).toBe(wanted.outcomes)
      expect(frontier(all)).toHaveLength(wanted.frontier)
      deal.parties.forEach((party, k) => {
        const own = all.map((point) => point[k] as number)
        expect(Math.max(...own)).toBeCloseTo(wanted.max[k] as number, 8)
        expect(Math.min(...own)).toBeCloseTo(wanted.min[k] as number, 8)
        expect((party.noDeal * scaleOf(deal, party.name)[0]) / 100).toBeCloseTo(
          wanted.reserved[k] as number,
          9
        )
      })
      expect(Math.max(...all.map(total))).toBeCloseTo(total(wanted.max_welfare), 7)
      const opposition = Math.min(
        ...all.map((point) => Math.hypot(...point.map((value) => 1 - value)))
      )
      expect(opposition).toBeCloseTo(wanted.opposition_min_distance_to_1, 7)
    }
  )

  test('the order of the files, and leaving the domain out, change nothing that is valued', () => {
    const files = filesOf('Camera')
    const profiles = files.filter(({ name }) => name.includes('prof'))
    const whole = imported(files)
    const backwards = imported([...files].reverse())
    for (const { title, options } of whole.issues)
      for (const option of options)
        for (const { name } of whole.parties) {
          expect(points(backwards, name, title, option)).toBe(points(whole, name, title, option))
          expect(points(imported(profiles), name, title, option)).toBe(
            points(whole, name, title, option)
          )
        }
    expect(imported(profiles).assumed).toContain(
      'no domain was given: issues and values are those of Camera-C-prof1.xml'
    )
  })
})

interface Profile {
  readonly issues: readonly {
    readonly name: string
    readonly weight: number
    readonly values: readonly (readonly [string, number])[]
  }[]
  readonly rest?: string
}

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;')

function xml({ issues, rest = '' }: Profile): string {
  const body = issues.map(
    ({ name, values }, k) =>
      `<issue index="${k + 1}" name="${escaped(name)}" type="discrete" etype="discrete" vtype="discrete">${values
        .map(
          ([value, evaluation], v) =>
            `<item index="${v + 1}" value="${escaped(value)}" evaluation="${evaluation}"></item>`
        )
        .join('\n')}</issue>`
  )
  const weights = issues.map(
    ({ weight }, k) => `<weight index="${k + 1}" value="${weight}"></weight>`
  )
  return `<utility_space><objective index="0" name="root" type="objective">${[...body, ...weights].join('\n')}</objective>${rest}</utility_space>`
}

const issue = (
  name: string,
  weight: number,
  ...values: (readonly [string, number])[]
): Profile['issues'][number] => ({
  name,
  weight,
  values
})

const ANNA = {
  issues: [
    issue('Dam', 0.6, ['built', 4], ['none', 1]),
    issue('Water', 0.4, ['all', 0], ['half', 5], ['third', 10])
  ]
}
const BEN = {
  issues: [
    issue('Water', 0.5, ['half', 3], ['third', 1], ['all', 6]),
    issue('Dam', 0.5, ['none', 2], ['built', 0])
  ]
}
const named = (name: string, profile: Profile): NamedText => ({
  name: `${name}.xml`,
  text: xml(profile)
})
const PAIR = [named('Anna', ANNA), named('Ben', BEN)]

describe('reserve and discount', () => {
  const rest =
    '<discount_factor value="0.5"></discount_factor><reservation value="0.25"></reservation>'
  test('a discount is lost and said so; the reserve survives it', () => {
    const deal = imported([named('Anna', { ...ANNA, rest }), named('Ben', BEN)])
    expect(deal.noDealOf('Anna')).toBeCloseTo(25, 12)
    expect(deal.lost.join()).toContain('Anna.xml: the discount factor 0.5')
  })
  test('reserve and utilities are on one scale, also where weights do not add up to 1', () => {
    const issues = ANNA.issues.map((one) => ({ ...one, weight: one.weight * 3 }))
    const deal = imported([named('Anna', { issues, rest }), named('Ben', BEN)])
    const [unit] = scaleOf(deal, 'Anna')
    expect((deal.noDealOf('Anna') * unit) / 100).toBeCloseTo(0.25, 9)
    expect((points(deal, 'Anna', 'Dam', 'none') * unit) / 100).toBeCloseTo(1.8 / 4, 9)
    expect(deal.lost.join()).toContain('allow a utility of 3, which GENIUS would count as 1')
  })
  test.each(['', '<reservation value="-inf"/>', '<reservation value="-Infinity"/>'])(
    'without one (%s) the no-deal is 0, and said to be assumed',
    (none) => {
      const deal = imported([named('Anna', { ...ANNA, rest: none }), named('Ben', BEN)])
      expect(deal.noDealOf('Anna')).toBe(0)
      expect(deal.assumed).toContain('Anna.xml has no reserve: its no-deal is a utility of 0')
    }
  )
  test('as the files stand, a reserve that GENIUS would hold against 0 to 1 is pointed out', () => {
    const issues = ANNA.issues.map((one) => ({ ...one, weight: one.weight * 10 }))
    expect(
      imported([named('Anna', { issues, rest }), named('Ben', BEN)], 'none').assumed.join()
    ).toContain('GENIUS itself holds it against 0 to 1')
    const far = [named('Anna', { ...ANNA, rest: '<reservation value="300"/>' })]
    expect(refusal(far)).toBe(
      'Anna.xml: the reserve 300 is no utility of 0 to 1: if it is on the scale of the file, use --normalise none'
    )
    expect(refusal(far, 'none')).toBe(
      'Anna.xml: the reserve 300 is ten times as far away as the best package (6.4): correct it'
    )
  })
})

describe('alignment', () => {
  const names = ['Dam', '__proto__', 'constructor', 'Wasser für "alle" & <jeden>', '2024']
  const profile = fc.record({
    weights: fc.array(fc.integer({ min: 1, max: 40 }), {
      minLength: names.length,
      maxLength: names.length
    }),
    evaluations: fc.array(
      fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 3, maxLength: 3 }),
      {
        minLength: names.length,
        maxLength: names.length
      }
    ),
    reserve: fc.integer({ min: 0, max: 100 }),
    order: fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: names.length }),
    inner: fc.shuffledSubarray([0, 1, 2], { minLength: 3 })
  })
  test('is by name, whatever the order in each file; the reserve keeps its place among the utilities', () => {
    fc.assert(
      fc.property(
        fc.array(profile, { minLength: 2, maxLength: 3 }),
        fc.constantFrom<Normalise>('issue', 'none'),
        (profiles, normalise) => {
          const files = profiles.map(({ weights, evaluations, reserve, order, inner }, k) => {
            const issues = order.map((i) =>
              issue(
                names[i] as string,
                (weights[i] as number) / 100,
                ...inner.map((v): [string, number] => [`value ${v}`, evaluations[i]?.[v] as number])
              )
            )
            return named(`party${k}`, { issues, rest: `<reservation value="${reserve / 100}"/>` })
          })
          const deal = imported(files, normalise)
          profiles.forEach(({ weights, evaluations, reserve }, k) => {
            const [unit, shift] = scaleOf(deal, `party${k}`)
            const worth = (i: number, v: number): number => {
              const divisor = normalise === 'issue' ? Math.max(...(evaluations[i] as number[])) : 1
              return ((weights[i] as number) * (evaluations[i]?.[v] as number)) / 100 / divisor
            }
            names.forEach((name, i) => {
              for (let v = 0; v < 3; v++)
                expect((points(deal, `party${k}`, name, `value ${v}`) * unit) / 100).toBeCloseTo(
                  worth(i, v),
                  8
                )
            })
            const utility = names.reduce((sum, _, i) => sum + worth(i, i % 3), 0)
            const choice = new Map(names.map((name, i) => [name, `value ${i % 3}`]))
            expect((gain(deal, `party${k}`, choice) * unit) / 100 + shift).toBeCloseTo(
              utility - reserve / 100,
              8
            )
          })
        }
      ),
      { numRuns: 30 }
    )
  })
  test('a name that no other file has is refused with the nearest one', () => {
    const other = (of: Profile): readonly NamedText[] => [named('Anna', ANNA), named('Ben', of)]
    const renamed = {
      issues: [issue('Watre', 0.5, ['half', 3]), BEN.issues[1] as Profile['issues'][number]]
    }
    expect(refusal(other(renamed))).toBe(
      'Ben.xml: issue `Watre` is not in the profile Anna.xml; did you mean `Water`?'
    )
    const typo = {
      issues: [
        issue('Water', 0.5, ['haf', 3], ['third', 1], ['all', 6]),
        BEN.issues[1] as Profile['issues'][number]
      ]
    }
    expect(refusal(other(typo))).toBe(
      'Ben.xml: issue `Water`: value `haf` is not in the profile Anna.xml; did you mean `half`?'
    )
    const short = {
      issues: [
        issue('Water', 0.5, ['half', 3], ['third', 1]),
        BEN.issues[1] as Profile['issues'][number]
      ]
    }
    expect(refusal(other(short))).toBe(
      'Ben.xml: issue `Water`: value `all` has no evaluation: add one'
    )
    expect(refusal(other({ issues: BEN.issues.slice(0, 1) }))).toContain(
      'issue `Dam` of the profile Anna.xml is missing'
    )
  })
  test('a value that stands twice counts as it last stands, and is listed', () => {
    const twice = { issues: [issue('Dam', 1, ['built', 9], ['none', 1], ['built', 2])] }
    const deal = imported([named('Anna', twice)], 'none')
    expect((points(deal, 'Anna', 'Dam', 'built') * scaleOf(deal, 'Anna')[0]) / 100).toBeCloseTo(
      2,
      12
    )
    expect(deal.assumed.join()).toContain('value `built` of issue `Dam` stands twice')
  })
})

describe('other kinds of issue', () => {
  const space = (issues: string, rest = ''): NamedText => ({
    name: 'Anna.xml',
    text: `<utility_space><objective index="0" name="root">${issues}<weight index="1" value="0.5"/><weight index="2" value="0.5"/></objective>${rest}</utility_space>`
  })
  const DAM =
    '<issue index="2" name="Dam"><item value="built" evaluation="1"/><item value="none" evaluation="0"/></issue>'
  const numbered = (kind: string, low: number, high: number, evaluator: string): string =>
    `<issue index="1" name="Price" vtype="${kind}" lowerbound="${low}" upperbound="${high}"><range lowerbound="${low}" upperbound="${high}"/>${evaluator}</issue>`

  test('whole numbers become options; the function counts from the low end and stays within 0 to 1', () => {
    const deal = imported([
      space(
        numbered('integer', 10, 14, '<evaluator ftype="linear" offset="0.2" slope="0.25"/>') + DAM
      )
    ])
    expect(deal.issues[0]?.options).toEqual(['10', '11', '12', '13', '14'])
    const worth =
      deal.issues[0]?.options.map((option) => points(deal, 'Anna', 'Price', option)) ?? []
    for (const [k, wanted] of [10, 22.5, 35, 47.5, 50].entries())
      expect(worth[k]).toBeCloseTo(wanted, 9)
  })
  test('real numbers are read at tenths of the range, and said so', () => {
    const linear = imported([
      space(
        numbered('real', 0, 10, '<evaluator ftype="linear" parameter0="0" parameter1="0.1"/>') + DAM
      )
    ])
    expect(linear.issues[0]?.options).toHaveLength(11)
    expect(points(linear, 'Anna', 'Price', '3')).toBeCloseTo(15, 9)
    expect(linear.lost.join()).toContain('the numbers between its 11 values')
    const peaked = imported([
      space(
        numbered(
          'real',
          0,
          10,
          '<evaluator ftype="triangular" parameter0="0" parameter1="10" parameter2="5"/>'
        ) + DAM
      )
    ])
    expect(['0', '2', '5', '9'].map((value) => points(peaked, 'Anna', 'Price', value))).toEqual([
      0, 20, 50, 10
    ])
  })
  test('an integer issue whose values are listed is read as listed', () => {
    const listed =
      '<issue index="1" name="Price" type="integer" lowerbound="0" upperbound="1"><item value="0" evaluation="3"/><item value="1" evaluation="12"/></issue>'
    expect(points(imported([space(listed + DAM)]), 'Anna', 'Price', '0')).toBeCloseTo(12.5, 9)
  })
  test('an issue of one value is left out, and its worth taken off the reserve', () => {
    const single = '<issue index="1" name="Place"><item value="here" evaluation="7"/></issue>'
    const deal = imported([space(single + DAM, '<reservation value="0.75"/>')])
    expect(deal.issues.map(({ title }) => title)).toEqual(['Dam'])
    expect(deal.noDealOf('Anna')).toBeCloseTo(50, 9)
    expect(deal.scale.join()).toContain('Anna: utility = 0.5 + 0.5 * points / 100')
  })
  test('evaluations below 0 are shifted as the files stand, and refused where GENIUS would divide', () => {
    const files = [
      named('Anna', {
        issues: [issue('Dam', 2, ['built', -3], ['none', 5])],
        rest: '<reservation value="-4"/>'
      })
    ]
    const deal = imported(files, 'none')
    const [unit, shift] = scaleOf(deal, 'Anna')
    expect([unit, shift]).toEqual([16, -6])
    expect((deal.noDealOf('Anna') * unit) / 100 + shift).toBeCloseTo(-4, 9)
    expect(refusal(files)).toContain('below 0')
  })
  test('objectives below objectives are flattened, and said so', () => {
    const nested = `<objective index="9" name="inner">${DAM}<weight index="2" value="1"/></objective>`
    const text = `<utility_space><objective index="0" name="root">${nested}<weight index="9" value="0.5"/></objective></utility_space>`
    expect(imported([{ name: 'Anna.xml', text }]).lost).toContain(
      'Anna.xml: how its issues are grouped under objectives'
    )
  })
})

describe('refused in one sentence that names the place', () => {
  const anna = xml(ANNA)
  const cases: readonly (readonly [string, string, string])[] = [
    ['text', 'issue,option', 'Anna.xml: the file is not XML'],
    ['cut short', anna.slice(0, -20), 'Anna.xml: line '],
    ['another root', '<html></html>', '`html` is not what GENIUS saves'],
    ['two roots', `${anna}${anna}`, 'Anna.xml: '],
    ['no issue', '<utility_space></utility_space>', 'has no `issue`'],
    [
      'not a number',
      anna.replace('evaluation="4"', 'evaluation="NaN"'),
      'issue `Dam`, value `built`: evaluation `NaN` is no number'
    ],
    [
      'infinite',
      anna.replace('evaluation="4"', 'evaluation="1e999"'),
      'evaluation `1e999` is no number'
    ],
    [
      'too large to add up',
      anna.replace('evaluation="4"', 'evaluation="1e300"'),
      'is no number up to'
    ],
    ['hexadecimal', anna.replace('evaluation="4"', 'evaluation="0x10"'), 'is no number'],
    ['a weight below 0', anna.replace('value="0.6"', 'value="-1"'), 'the weight of index 1 is -1'],
    [
      'a missing weight',
      anna.replace(/<weight index="1".*?<\/weight>/, ''),
      'issue `Dam` has no weight'
    ],
    ['an issue twice', anna.replace('name="Water"', 'name="Dam"'), 'issue `Dam` stands twice'],
    ['an index twice', anna.replace('<issue index="2"', '<issue index="1"'), 'shares its index 1'],
    [
      'nothing to choose',
      anna.replace(/value="0\.\d"/g, 'value="0"'),
      'every package is worth the same'
    ],
    [
      'a reserve out of reach',
      anna.replace('</utility_space>', '<reservation value="500"/></utility_space>'),
      'is no utility of 0 to 1'
    ],
    [
      'a document type',
      `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>${anna}`,
      'declares a document type'
    ],
    [
      'utility of issues together',
      '<utility_space type="nonlinear"><ufun type="PlainUfun"><hyperRectangle utilityFunction="80"/></ufun></utility_space>',
      '`ufun` says that issues are worth something only together'
    ],
    [
      'an unknown function',
      anna
        .replace('<issue index="1"', '<issue index="1" x="1"')
        .replace(
          /<item index="1" value="built".*?<\/issue>/s,
          '<evaluator ftype="cubic"/></issue>'
        ),
      'of type `cubic`'
    ],
    [
      'too many whole numbers',
      '<utility_space><objective><issue index="1" name="P" type="integer" lowerbound="0" upperbound="9000"><evaluator ftype="linear" offset="0" slope="1"/></issue><weight index="1" value="1"/></objective></utility_space>',
      'has 9001 values'
    ]
  ]
  test.each(cases)('%s', (_, text, words) => {
    const said = refusal([{ name: 'Anna.xml', text }])
    expect(said).toContain(words)
    expect(said).toMatch(/^Anna\.xml: .*[:;] .+$/)
  })
  test('two domains, or no profile', () => {
    const domain = {
      name: 'd.xml',
      text: xml(ANNA)
        .replace(/ evaluation="\d+"/g, '')
        .replace(/<weight.*?<\/weight>/g, '')
    }
    expect(refusal([domain])).toContain('no file has weights and evaluations')
    expect(refusal([domain, { ...domain, name: 'e.xml' }, ...PAIR])).toBe(
      'e.xml: this is a domain, and d.xml is one too: give one domain'
    )
    expect(imported([...PAIR, domain]).issues.map(({ title }) => title)).toEqual(['Dam', 'Water'])
  })
  test('a text beyond 2 MB, and one nested without end', () => {
    expect(refusal([{ name: 'Anna.xml', text: `${anna}${' '.repeat(2_000_000)}` }])).toContain(
      'larger than 2 MB'
    )
    const deep = `<utility_space>${'<objective>'.repeat(5000)}${'</objective>'.repeat(5000)}</utility_space>`
    expect(refusal([{ name: 'Anna.xml', text: deep }])).toContain(
      'Anna.xml: the XML cannot be read'
    )
  })
})

test('a byte order mark, line ends of Windows, comments and character references are read', () => {
  const text = `\uFEFF<?xml version="1.0"?>\r\n<!-- <issue/> -->\r\n${xml(ANNA).replace('name="Dam"', 'name="D&#228;m &amp;\r\n more"').replace(/\n/g, '\r\n')}`
  expect(imported([{ name: 'Anna.xml', text }]).issues[0]?.title).toBe('Däm & more')
})

test('evaluations in thirds: what comes to the same sum is one way to share, and nothing is rounded', async () => {
  const profile = (name: string, a: readonly number[], b: readonly number[]): NamedText => {
    const issue = (index: number, id: string, evaluations: readonly number[]): string =>
      `<issue index="${index}" name="${id}" type="discrete">${evaluations
        .map(
          (evaluation, k) => `<item index="${k + 1}" value="${id}${k}" evaluation="${evaluation}"/>`
        )
        .join('')}</issue>`
    return {
      name,
      text: `<utility_space><objective index="0" name="d" type="objective">${issue(1, 'a', a)}${issue(2, 'b', b)}<weight index="1" value="0.5"/><weight index="2" value="0.5"/></objective><reservation value="0.3"/></utility_space>`
    }
  }
  const [down, up] = [
    [3, 2, 1],
    [1, 2, 3]
  ]
  const files = [
    profile('first.xml', down, down),
    profile('second.xml', down, up),
    profile('third.xml', up, down)
  ]
  for (const normalise of ['issue', 'none'] as const) {
    const { text } = imported(files, normalise)
    const read = readCase([{ name: 'case.yaml', text }])
    const answer = await askBargaining({ ...read, hash: '' })
    if (answer.refused) throw new Error('the case is sound')
    const { frontier, settings } = answer.document()
    // of nine packages five: by hand, as sums of thirds
    expect(frontier).toMatchObject({ size: 5, packages: '5', exact: true })
    expect(settings.exact).toEqual([true, true, true])
  }
})
