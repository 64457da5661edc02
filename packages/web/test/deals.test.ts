import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import english from '../src/messages/en/deals.ts'
import type { BargainingDocument, DriverInput, Placed } from '../src/rooms/deals/documents.ts'
import { placeLabels } from '../src/rooms/deals/labels.ts'
import {
  isEnough,
  openBy,
  packagesIn,
  proposalsOf,
  solutionsOf,
  spanOf
} from '../src/rooms/deals/marks.ts'
import { afterTrade, common, differences, isStaged, plain } from '../src/rooms/deals/packages.ts'
import { ranked } from '../src/rooms/deals/ranked.ts'
import { nearest, sceneOf } from '../src/rooms/deals/scene.ts'
import { remainSaid, sentences } from '../src/rooms/deals/sentence.ts'
import { csv } from '../src/ui/csv.ts'

type Settings = BargainingDocument['settings']
type Point = NonNullable<BargainingDocument['frontier']>['points'][number]

const deal = (gains: readonly number[], terms: Point['terms']): Point => ({
  values: gains.map((gain) => gain + 40),
  gains,
  terms,
  packages: null,
  chance: null
})
const certificate = { by: 'frontier', bound: 0, gap: 0, complete: true } as const
const best = (point: Point) => ({ ...point, value: 0, certificate, ties: [] })
const settings = (respectRedlines: boolean): Settings => ({
  respectRedlines,
  at: 0.5,
  conditional: [],
  leftOut: [],
  exact: [true, true]
})
const near = deal([10, 20], { land: 'split', money: 'some' })
const far = deal([30, 5], { land: 'all', money: 'none' })

const placed = (over: Partial<Placed>): Placed => ({
  gains: [5, 5],
  chance: null,
  terms: { land: 'now > split', money: 'none' },
  filled: {},
  crosses: [],
  mayCross: [],
  breaks: [],
  inside: true,
  efficient: false,
  improvement: null,
  trades: null,
  ...over
})

const documentWith = (over: Partial<BargainingDocument>): BargainingDocument => ({
  truce: { format: 1, version: '' },
  command: 'solve bargaining',
  findings: [],
  case: { title: '', hash: '' },
  settings: settings(true),
  parties: ['north', 'south'],
  noDeal: [40, 40],
  ideal: [30, 20],
  gainless: [],
  undecided: { ideals: [], standards: [] },
  packages: { total: '1200', admissible: '90', exact: true },
  putIn: { issues: [], unknown: [] },
  frontier: {
    size: 2,
    exact: true,
    within: null,
    rounding: null,
    packages: '3',
    points: [near, far]
  },
  nash: { ...near, product: 200, certificate, ties: [] },
  kalaiSmorodinsky: { maxMin: best(near), mostEqual: null },
  egalitarian: best(near),
  welfare: best(far),
  opposition: null,
  finer: [],
  proposals: {
    draft: placed({ improvement: { adds: [2.1, 20.3], chance: null, terms: near.terms } })
  },
  ...over
})

const names = {
  party: (id: string) => id.toUpperCase(),
  proposal: (id: string) => `The ${id}`,
  list: (list: readonly string[]) => list.join(' and '),
  count: (digits: string) => digits,
  admissible: ({ admissible, exact }: { admissible: string; exact: boolean }) =>
    exact ? admissible : `${admissible}+`
}

const issues = {
  issues: ['land', 'money'].map((id) => ({ id, title: id, ordered: false, options: [], at: '' }))
}

describe('the sentence above the picture', () => {
  const keys = (over: Partial<BargainingDocument>): readonly string[] =>
    sentences(documentWith(over), 'draft', names).map(({ key }) => key)

  test('counts packages, and tells how far the proposal is from one better for both', () => {
    const [efficient, distance] = sentences(documentWith({}), 'draft', names)
    expect(efficient).toMatchObject({ key: 'deals.sentence.many.within', values: { count: '3' } })
    expect(distance).toMatchObject({
      key: 'deals.distance.both.from',
      values: { proposal: 'The draft', least: 2, most: 20 }
    })
  })

  test('names those who gain where not all do', () => {
    const proposals = {
      draft: placed({ improvement: { adds: [0, 4], chance: null, terms: near.terms } })
    }
    expect(sentences(documentWith({ proposals }), 'draft', names)[1]).toMatchObject({
      key: 'deals.distance.some.by',
      values: { least: 4, better: 'SOUTH' }
    })
  })

  test.each<[string, Partial<BargainingDocument>, string]>([
    [
      'nothing admissible',
      { packages: { total: '8', admissible: '0', exact: true }, ideal: null, frontier: null },
      'deals.sentence.none.within'
    ],
    ['somebody always loses', { ideal: null, frontier: null }, 'deals.sentence.nobody.within'],
    [
      'not known whether somebody always loses',
      {
        ideal: null,
        frontier: null,
        undecided: { ideals: [{ party: 'north', bound: null }], standards: [] }
      },
      'deals.sentence.open.within'
    ],
    ['too many to list', { frontier: null }, 'deals.sentence.unlisted.within'],
    [
      'some that were found',
      { frontier: null, efficient: [near, far] },
      'deals.sentence.found.within'
    ],
    ['redlines aside', { settings: settings(false) }, 'deals.sentence.many.without']
  ])('%s', (_, over, key) => expect(keys(over)[0]).toBe(key))

  test('an efficient proposal, one beyond the redlines, and one below no deal are told apart', () => {
    expect(keys({ proposals: { draft: placed({ efficient: true }) } })[1]).toBe(
      'deals.distance.efficient'
    )
    expect(keys({ proposals: { draft: placed({ crosses: ['north.pride'] }) } })[1]).toBe(
      'deals.distance.outside'
    )
    expect(keys({ proposals: { draft: placed({}) } })[1]).toBe('deals.distance.below')
  })

  test('every sentence it can say is in the catalogue, with no value left open', () => {
    const said = [
      ...[true, false].flatMap((respectRedlines) =>
        [documentWith({}).frontier, null].flatMap((frontier) =>
          [[30, 20], null].map((ideal) =>
            sentences(
              documentWith({
                settings: settings(respectRedlines),
                frontier,
                ideal
              }),
              'draft',
              names
            )
          )
        )
      ),
      [0n, 1n, 2n, 3n].map((left) => remainSaid(left, 3n, String))
    ].flat()
    for (const { key, values } of said) {
      const text = (english as Readonly<Record<string, string>>)[key]
      expect(text, key).toBeDefined()
      for (const [, name = ''] of text?.matchAll(/\{(\w+)\}/g) ?? [])
        expect(values, key).toHaveProperty(name)
    }
  })
})

describe('named points', () => {
  test('standards that agree on a package share a point', () => {
    expect(solutionsOf(documentWith({})).map(({ id, standards }) => [id, standards])).toEqual([
      ['nash', ['nash', 'maxMin', 'egalitarian']],
      ['welfare', ['welfare']]
    ])
  })

  test('a proposal that breaks a bound lies outside', () => {
    const proposals = { draft: placed({}), wish: placed({ crosses: ['north.pride'] }) }
    expect(
      proposalsOf(documentWith({ proposals })).map(({ id, outside }) => [id, outside])
    ).toEqual([
      ['proposal:draft', false],
      ['proposal:wish', true]
    ])
  })

  test('asking for more never leaves more packages', () => {
    const gains = fc.array(
      fc.tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 50 })),
      { maxLength: 40 }
    )
    fc.assert(
      fc.property(gains, fc.nat(50), fc.nat(50), (list, less, more) => {
        const count = (north: number): number =>
          list.filter((one) => isEnough(one, { parties: ['north', 'south'], least: { north } }))
            .length
        expect(count(less + more)).toBeLessThanOrEqual(count(less))
        expect(count(less)).toBe(list.filter(([north]) => north >= less).length)
      }),
      { numRuns: 100 }
    )
  })

  test('points stand for as many packages as gain exactly that', () => {
    expect(
      packagesIn([
        { ...near, packages: '7' },
        { ...far, packages: null }
      ])
    ).toBe(8n)
    expect([3n, 1n, 0n].map((left) => remainSaid(left, 3n, String).key)).toEqual(
      ['all', 'one', 'none'].map((end) => `deals.remain.${end}`)
    )
  })

  test('the span of gains holds no deal', () => {
    expect(spanOf([near, far], 0)).toEqual([0, 30])
    expect(spanOf([deal([-4], {})], 0)).toEqual([-4, 0])
  })
})

describe('what is not proved', () => {
  const nash = (bound: number, complete = false): number | undefined =>
    openBy(
      documentWith({
        nash: {
          ...near,
          product: 200,
          certificate: { by: 'integer programming', bound, gap: 0, complete },
          ties: []
        }
      }),
      'nash'
    )

  test('is told as the share by which the best may be greater', () => {
    expect(nash(250)).toBeCloseTo(0.25)
    expect(nash(200)).toBe(0)
    expect(nash(250, true)).toBeUndefined()
    expect(openBy(documentWith({}), 'mostEqual')).toBeUndefined()
  })

  test('is without end where nothing was found that is above nothing', () => {
    const open = { by: 'branch and bound', bound: 3, gap: 3, complete: false } as const
    const egalitarian = { ...best(deal([0, 4], near.terms)), certificate: open }
    expect(openBy(documentWith({ egalitarian }), 'egalitarian')).toBe(Number.POSITIVE_INFINITY)
  })
})

describe('the picture', () => {
  test('draws the efficient packages that were found where they cannot be listed', () => {
    const { dots } = sceneOf({
      document: documentWith({ frontier: null, efficient: [far] }),
      base: undefined,
      axes: ['north', 'south'],
      least: {},
      named: () => [],
      chosen: undefined,
      close: false,
      label: (party) => party
    })
    expect(dots).toEqual([{ x: 30, y: 5, on: true }])
  })

  const scene = sceneOf({
    document: documentWith({}),
    base: undefined,
    axes: ['south', 'north'],
    least: { north: 15 },
    named: (document) =>
      [...solutionsOf(document), ...proposalsOf(document)].map((one) => ({ ...one, name: one.id })),
    chosen: 'draft',
    close: false,
    label: (party) => party
  })

  test('puts the chosen parties on the axes and dims what gives too little', () => {
    expect(scene.dots).toEqual([
      { x: 20, y: 10, on: false },
      { x: 5, y: 30, on: true }
    ])
    expect(scene.arrow?.from).toEqual([5, 5])
    expect(scene.arrow?.to[0]).toBeCloseTo(25.3)
    expect(scene.arrow?.to[1]).toBeCloseTo(7.1)
  })

  test('holds every point and no deal', () => {
    const { x, y } = scene.domain
    for (const point of [...scene.dots, ...scene.marks, { x: 0, y: 0 }]) {
      expect(point.x > x[0] && point.x < x[1] && point.y > y[0] && point.y < y[1]).toBe(true)
    }
  })

  test('the nearest point within reach is meant', () => {
    const points = [
      { x: 0, y: 0 },
      { x: 10, y: 0 }
    ]
    expect(nearest(points, [7, 1], 5)).toBe(1)
    expect(nearest(points, [50, 50], 5)).toBeUndefined()
  })

  test('names of points that lie together do not lie over one another', () => {
    const labels = [0, 1, 2, 3].map((k) => ({
      id: String(k),
      x: 200 + 4 * k,
      y: 150 + 3 * k,
      width: 90
    }))
    const boxes = placeLabels(labels, {
      frame: { x: 0, y: 0, width: 500, height: 300 },
      dots: [],
      taken: []
    })
    for (const [k, a] of boxes.entries())
      for (const b of boxes.slice(k + 1)) {
        expect(
          a.x + a.width <= b.x ||
            b.x + b.width <= a.x ||
            a.y + a.height <= b.y ||
            b.y + b.height <= a.y
        ).toBe(true)
      }
  })
})

describe('packages', () => {
  test('differences and what is common, in the order of the issues', () => {
    const reference = { money: 'none', land: 'split' }
    expect(differences(reference, near.terms, issues)).toEqual([
      { issue: 'money', from: 'none', to: 'some' }
    ])
    expect(common(reference, near.terms, issues)).toEqual(['land'])
  })

  test('a draft takes staged terms as they end', () => {
    const terms = placed({}).terms
    expect(isStaged(terms)).toBe(true)
    expect(plain(terms)).toEqual({ land: 'split', money: 'none' })
    expect(isStaged(plain(terms))).toBe(false)
  })

  test('an exchange changes only its issues', () => {
    const changes = [
      { issue: 'money', from: 'none', to: 'some', giving: ['north'], receiving: ['south'] }
    ]
    expect(afterTrade(placed({}).terms, { changes, gains: [1, 2] })).toEqual({
      land: 'now > split',
      money: 'some'
    })
  })
})

describe('what to check next', () => {
  const input = (
    key: string,
    total: number,
    [low, high]: readonly [number, number]
  ): DriverInput => ({
    key,
    kind: 'judgement',
    first: null,
    total: { value: total, low: total - 0.05, high: total + 0.05 },
    rests: 100,
    low: { mean: low, standardError: 0 },
    high: { mean: high, standardError: 0 }
  })

  test('by share of the doubt; by the ends where the chance hardly varies', () => {
    const inputs = [
      input('a', 0.6, [0.4, 0.5]),
      input('b', 0.3, [0.1, 0.9]),
      input('c', 0.01, [0.5, 0.5])
    ]
    const drivers = { output: 'joint', party: null, inputs } as const
    expect(
      ranked({ ...drivers, mean: { mean: 0.5, standardError: 0 } }).map(({ key }) => key)
    ).toEqual(['a', 'b'])
    expect(
      ranked({ ...drivers, mean: { mean: 0, standardError: 0 } }).map(({ key }) => key)
    ).toEqual(['b', 'a'])
  })
})

test('CSV quotes what needs it and lets no text run as a formula', () => {
  expect(csv([['a,b', 'say "so"', '=1+1', -2.5]])).toBe('\uFEFF"a,b","say ""so""",\'=1+1,-2.5\r\n')
})
