import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import type { Reading } from '../../src/case/read.ts'
import { readCase } from '../../src/case/read.ts'
import { caseJsonSchema } from '../../src/case/schema/json-schema.ts'
import { exampleText } from '../../src/diagnostic/example.ts'
import type { Range } from '../../src/model/judgement.ts'
import { sampled } from '../laws.ts'
import { generator, mutate } from './mutate.ts'
import { PROCESS } from './process-case.ts'
import { covered, filesOf, place, read, shippedCases } from './reading.ts'

const reading = read(PROCESS)
const process = reading.case?.process

/** A judgement of that place and range, answered for like the entry it stands in. */
const judged = (at: string, range: number | Range, because: string): unknown =>
  expect.objectContaining({
    at,
    cases: [],
    range: typeof range === 'number' ? { low: range, high: range } : range,
    source: 'talks',
    because
  })

const evidence = (because: string): object => ({ source: 'talks', because })

describe('every key of the process arrives', () => {
  test('of a sound case', () => expect(reading.diagnostics).toEqual([]))

  test('and the case of these tests has them all', () => {
    const missing: string[] = []
    const schema = caseJsonSchema() as Part
    const document = parse(exampleText(PROCESS)) as Record<string, unknown>
    for (const kind of KINDS) unused(schema.properties?.[kind], [document[kind]], kind, missing)
    expect(missing).toEqual([])
  })

  test('of an escalation, whose evidence its signals inherit', () => {
    const rung = 'escalation/ladder/0'
    expect(process?.escalation).toEqual({
      sides: ['upland', 'lowland'],
      ladder: [
        {
          id: 'alert',
          title: 'Alert',
          risk: judged(`${rung}/risk`, { low: 0.1, high: 0.2 }, "a rung's own"),
          values: new Map([
            [
              'upland',
              {
                win: judged(`${rung}/values/upland/win`, 9, "a rung's own"),
                yield: judged(`${rung}/values/upland/yield`, 8, "a rung's own"),
                disaster: judged(`${rung}/values/upland/disaster`, -7, "a rung's own")
              }
            ]
          ]),
          at: rung,
          ...evidence("a rung's own")
        }
      ],
      signals: [
        {
          by: 'upland',
          time: {
            text: '2024-05-01T10:00[Europe/Vienna]',
            local: '2024-05-01T10:00',
            zone: 'Europe/Vienna',
            utc: '2024-05-01T08:00:00Z'
          },
          rung: 'alert',
          kind: 'drill',
          text: 'A drill',
          notified: { channel: 'phone', lead: { text: 'PT30M', seconds: 1800 } },
          at: 'escalation/signals/0',
          ...evidence('seen')
        },
        {
          by: 'lowland',
          time: '2024-05',
          kind: 'note',
          at: 'escalation/signals/1',
          ...evidence('so it was said')
        }
      ],
      at: 'escalation',
      ...evidence('so it was said')
    })
    expect(
      read({ escalation: '{sides: [upland], ladder: kahn}' }).case?.process.escalation
    ).toEqual({ sides: ['upland'], ladder: 'kahn', signals: [], at: 'escalation' })
  })

  test('of acts, overtures and guarantees', () => {
    expect(process?.conduct).toEqual([
      {
        by: 'union',
        toward: 'upland',
        act: 'training',
        since: '2023-01',
        text: 'Officers',
        at: 'conduct/0',
        ...evidence('reported')
      }
    ])
    expect(process?.overtures).toEqual(
      new Map([
        [
          'gauges',
          {
            id: 'gauges',
            by: 'upland',
            to: 'lowland',
            text: 'The gauges could be shown',
            welcomes: new Map([['open', judged('overtures/0/welcomes/open', 0.8, 'a question')]]),
            leakCost: judged('overtures/0/leak-cost', 0.1, 'a question'),
            tests: new Map([['water', 'half']]),
            at: 'overtures/0',
            ...evidence('a question')
          }
        ]
      ])
    )
    expect(process?.guarantees).toEqual([
      {
        by: 'union',
        of: 'the dam',
        chance: judged('guarantees/0/chance', 0.5, 'in its charter'),
        penalty: judged('guarantees/0/penalty', 20, 'in its charter'),
        insurance: judged('guarantees/0/insurance', 5, 'in its charter'),
        at: 'guarantees/0',
        ...evidence('in its charter')
      }
    ])
  })

  test('of tracks and lines', () => {
    expect(process?.tracks.get('main')).toEqual({
      id: 'main',
      kind: 1.5,
      format: 'shuttle',
      title: 'Main',
      seats: new Map([
        ['upland', 'party'],
        ['union', 'chair']
      ]),
      sees: 'own',
      starts: { after: 'ceasefire', seconds: 259_200, days: 3 },
      at: 'tracks/main',
      ...evidence('as now')
    })
    expect(process?.lines.get('river')).toEqual({
      id: 'river',
      geometry: 'lines/river.geojson',
      sides: new Map([['upland', [15.5, 48.5]]]),
      asOf: '2024-01-01',
      kind: 'claimed',
      title: 'The river',
      claimedBy: 'upland',
      at: 'lines/river',
      ...evidence('on its maps')
    })
  })

  test('of a ceasefire and its withdrawals', () => {
    expect(process?.ceasefire).toEqual({
      class: 'preliminary',
      declaration: 'bilateral',
      form: 'written',
      publicity: 'public',
      signatories: ['upland', 'lowland'],
      others: [{ text: 'Bands of the hills' }, { party: 'union', boundBy: 'its own order' }],
      entersIntoForce: { after: 'signature', seconds: 172_800, days: 2 },
      date: {
        decidedBy: ['upland', 'lowland'],
        with: ['union'],
        until: expect.objectContaining({ utc: '2024-06-20T10:00:00Z' })
      },
      orders: {
        by: ['upland'],
        outBy: { after: 'signature', seconds: 86_400, days: 1 },
        lead: { text: 'PT12H', seconds: 43_200 },
        downTo: 'company'
      },
      duration: {
        lasts: { text: 'P90D', seconds: 7_776_000 },
        until: expect.objectContaining({ utc: '2024-11-30T23:00:00Z' }),
        renewal: 'by both',
        review: 'each month'
      },
      scope: 'The valley',
      geography: {
        lines: ['river'],
        map: 'Annex A',
        coordinates: 'WGS 84',
        markers: 'white posts'
      },
      violation: 'Any prohibited act',
      heavyWeapons: [
        { class: 'mortar', atLeastMm: 82, belowMm: 200, definition: 'in or out of use' }
      ],
      prohibited: [{ text: 'Fire' }, { act: 'uav', text: 'over the valley' }, { act: 'mines' }],
      permitted: [{ text: 'Patrols' }, { act: 'works' }],
      returnFire: 'In defence',
      inventories: {
        by: { after: 'ceasefire', seconds: 432_000, days: 5 },
        verifiedBy: { after: 'ceasefire', seconds: 2_592_000, days: 30 },
        of: 'guns'
      },
      monitoring: {
        by: ['union'],
        mandate: 'to watch',
        termsOfReference: 'Annex B',
        freedomOfMovement: 'at any hour',
        security: 'each in its area',
        technology: 'cameras',
        inspections: 'fortnightly',
        suspension: 'after two attacks'
      },
      complaints: {
        within: { text: 'PT24H', seconds: 86_400 },
        verifiedWithin: { text: 'PT48H', seconds: 172_800 },
        investigatedBy: ['union'],
        investigatedWithin: { text: 'P7D', seconds: 604_800 },
        decidedWithin: { text: 'P14D', seconds: 1_209_600 },
        ladder: ['weekly'],
        deadlock: 'to the ministers'
      },
      sanctions: 'reported in writing',
      record: 'duplicate',
      detainees: 'all for all',
      missing: 'exchanged lists',
      mineRecords: 'handed over',
      humanitarian: 'two crossings',
      civilianWorks: {
        notice: { text: 'P7D', seconds: 604_800 },
        channel: 'phone',
        rule: 'no more than ten people'
      },
      communication: 'one statement',
      talks: ['main'],
      guarantors: [{ party: 'union' }, { party: 'lowland', obligation: 'to pay' }],
      flexibility: [{ clause: 'Floods' }, { clause: 'harvest', cost: 'told a week before' }],
      languages: { authentic: ['en', 'de'], prevails: 'en', translation: 'the union' },
      amendment: 'in writing',
      termination: "thirty days' notice",
      at: 'ceasefire',
      ...evidence('as drafted')
    })
    expect(read({ ceasefire: EMPTY_LISTS }).case?.process.ceasefire).toMatchObject({
      others: [],
      guarantors: [],
      flexibility: []
    })
    expect(process?.withdrawals.get('heavy')).toEqual({
      id: 'heavy',
      title: 'Heavy guns',
      weapon: {
        class: 'artillery',
        atLeastMm: 100,
        belowMm: 200,
        definition: 'towed and driven'
      },
      measure: { zoneWidthKm: 50, distanceFromLineKm: 25, bandKm: [0, 10] },
      baseline: new Map([['upland', 'river']]),
      zone: 'area-of-limitation',
      ceiling: new Map([['upland', 36]]),
      tranches: [
        { count: 10, by: { after: 'starts', seconds: 259_200, days: 3 } },
        { count: 5, party: 'upland', by: { after: 'ceasefire', seconds: 777_600, days: 9 } }
      ],
      starts: expect.objectContaining({ utc: '2024-07-01T06:00:00Z' }),
      synchronised: true,
      ends: { after: 'starts', seconds: 604_800, days: 7 },
      completion: 'synchronised',
      storage: { site: 'Depots', keys: 'one each', inspections: 'weekly' },
      verifiedBy: ['union'],
      asymmetry: 'the slope',
      at: 'withdrawals/0',
      ...evidence('as drafted')
    })
  })

  test('of meetings and channels', () => {
    expect(process?.meetings.get('weekly')).toEqual({
      id: 'weekly',
      kind: 'flag-meeting',
      title: 'Flags',
      cadence: 'weekly',
      hour: { time: '10:00', zone: 'Europe/Vienna' },
      rankFloor: 'OF-6',
      quorum: new Map([['upland', 2]]),
      attend: new Map([['union', 'observer']]),
      recess: { atMostDays: 7, recallHours: 24 },
      recesses: [
        {
          from: '2024-12-24',
          until: '2024-12-26',
          because: 'Christmas',
          at: 'meetings/0/recesses/0'
        },
        { from: '2025-01-01', until: '2025-01-01', at: 'meetings/0/recesses/1' }
      ],
      place: 'The ferry house',
      minutes: ['en'],
      termsOfReference: 'Annex C',
      decides: 'consensus',
      deadlock: 'to the ministers',
      at: 'meetings/0',
      ...evidence('as in Korea')
    })
    expect(process?.channels.get('phone')).toEqual({
      id: 'phone',
      title: 'Phone',
      ends: ['upland', 'lowland'],
      acknowledgeWithin: { text: 'PT10M', seconds: 600 },
      answerWithin: { text: 'PT2H', seconds: 7200 },
      lineCheck: [{ time: '09:30' }],
      kinds: ['incident'],
      zone: 'Europe/Vienna',
      termsOfReference: 'Annex D',
      at: 'channels/0',
      ...evidence('as now')
    })
  })

  test('of deliverables and the plan', () => {
    expect(process?.deliverables.get('keys')).toEqual({
      id: 'keys',
      by: 'upland',
      to: 'lowland',
      title: 'The keys',
      gives: new Map([['water', 'half']]),
      with: ['maps'],
      cost: new Map([['upland', judged('deliverables/0/cost/upland', 1, 'an exchange')]]),
      stream: new Map([['lowland', judged('deliverables/0/stream/lowland', 2, 'an exchange')]]),
      grab: new Map([['upland', judged('deliverables/0/grab/upland', 3, 'an exchange')]]),
      verifiedBy: ['union'],
      caught: judged('deliverables/0/caught', 0.9, 'an exchange'),
      lasting: true,
      due: { after: 'verified.heavy', seconds: 5_184_000, days: 60 },
      at: 'deliverables/0',
      ...evidence('an exchange')
    })
    const none = new Map()
    expect(process?.deliverables.get('maps')).toEqual({
      id: 'maps',
      by: 'lowland',
      with: [],
      cost: none,
      stream: none,
      grab: none,
      verifiedBy: [],
      at: 'deliverables/1'
    })
    expect(process?.plan).toEqual({
      period: { text: 'P14D', seconds: 1_209_600 },
      discount: new Map([['upland', judged('plan/discount/upland', 0.9, 'as drafted')]]),
      bond: new Map([['lowland', judged('plan/bond/lowland', 5, 'as drafted')]]),
      at: 'plan',
      ...evidence('as drafted')
    })
  })

  test('of gates, each test with its place', () => {
    expect(process?.gates.get('open')).toEqual({
      id: 'open',
      title: 'Wider talks',
      opens: 'track.main',
      when: {
        violationsPerDay: { atMost: 10, forDays: 14 },
        verified: ['heavy'],
        meetings: { id: 'weekly', heldAtLeast: 0.9 },
        gate: 'other',
        any: [
          { verified: ['keys'], gate: 'other', at: 'gates/0/when/any/0' },
          {
            violationsPerDay: { atMost: 1, forDays: 2 },
            verified: [],
            meetings: { id: 'weekly', heldAtLeast: 1 },
            at: 'gates/0/when/any/1'
          }
        ],
        all: [
          {
            violationsPerDay: { atMost: 3, forDays: 4 },
            verified: ['maps'],
            meetings: { id: 'weekly', heldAtLeast: 0.5 },
            gate: 'other',
            at: 'gates/0/when/all/0'
          }
        ],
        at: 'gates/0/when'
      },
      decidedBy: ['union'],
      evidenceNotOnlyFrom: ['upland'],
      at: 'gates/0',
      ...evidence('as drafted')
    })
    expect([...(process?.gates.keys() ?? [])]).toEqual(['open', 'other'])
  })

  test('of what a proposal puts off', () => {
    const [proposal] = reading.case?.proposals ?? []
    expect(proposal?.provisional).toEqual(
      new Map([
        [
          'water',
          {
            review: { after: 'ceasefire', seconds: 0 },
            then: 'talk again',
            because: 'it is early',
            at: 'proposals/halves/provisional/water'
          }
        ]
      ])
    )
    expect(proposal?.terms.get('water')?.after).toEqual({ after: 'gate.open', seconds: 3600 })
  })
})

test('the first of two entries with one id counts, and the second is an error', () => {
  const twice = read({
    deliverables: '[{id: keys, by: upland}, {id: maps, by: upland}, {id: keys, by: lowland}]'
  })
  expect(twice.diagnostics.map(({ code, span }) => [code, covered(twice, span)])).toEqual([
    ['SC009', 'keys']
  ])
  const { deliverables } = twice.case?.process ?? {}
  expect([...(deliverables?.values() ?? [])].map(({ id, by }) => [id, by])).toEqual([
    ['keys', 'upland'],
    ['maps', 'upland']
  ])
})

test('a circle is shown at its own entry, behind one that is broken', () => {
  const broken = read({
    gates: '[{id: a, whn: {}}, {id: b, when: {gate: c}}, {id: c, when: {gate: b}}]'
  })
  const circle = broken.diagnostics.find(({ code }) => code === 'DT006')
  expect(covered(broken, circle?.span)).toBe('{id: b, when: {gate: c}}')
})

describe('each place in a case leads back to the text of its entry', () => {
  test.each(['every kind of entry', ...shippedCases])('%s', (name) => {
    const one = name === 'every kind of entry' ? reading : readCase(filesOf(name))
    const places = placesIn(one.case)
    expect(places.size).toBeGreaterThan(0)
    const documents = new Map(
      one.files.map(({ name: file, text }) => [file, parse(text) as unknown])
    )
    for (const at of places)
      expect(parsedAgain(one, at), at).toEqual(valueIn(documents.get(one.spanOf(at).file), at))
  })

  test('and inside the text, whatever is broken in it', () => {
    const seed = exampleText(PROCESS)
    let broken = 0
    for (let index = 0; index < sampled(200, 80); index++) {
      const mutant = read(mutate(seed, generator(9_000 + index), [seed]))
      if (!mutant.case) continue
      if (!mutant.sound) broken++
      for (const at of placesIn(mutant.case)) {
        const span = mutant.spanOf(at)
        const file = mutant.files.find((one) => one.name === span.file)
        expect(span.start, at).toBeGreaterThanOrEqual(0)
        expect(span.end, at).toBeGreaterThan(span.start)
        expect(span.end, at).toBeLessThanOrEqual(file?.text.length ?? -1)
      }
    }
    expect(broken).toBeGreaterThan(10)
  })
})

/** Lists that say there are none, which is not the same as saying nothing. */
const EMPTY_LISTS =
  '{class: localised, enters-into-force: signature, others: [], guarantors: [], flexibility: []}'

const KINDS = [
  'escalation',
  'conduct',
  'overtures',
  'guarantees',
  'tracks',
  'lines',
  'ceasefire',
  'withdrawals',
  'meetings',
  'channels',
  'deliverables',
  'plan',
  'gates'
] as const

/** As much of a JSON Schema as says which keys there are. */
interface Part {
  readonly properties?: Readonly<Record<string, Part>>
  readonly items?: Part
  readonly anyOf?: readonly Part[]
  readonly additionalProperties?: Part | boolean
}

/** Adds the keys of the schema that none of these values has, `note` left aside. */
function unused(
  schema: Part | undefined,
  values: readonly unknown[],
  at: string,
  missing: string[]
): void {
  const maps = values.filter((value) => typeof value === 'object' && value !== null)
  if (schema?.items) unused(schema.items, maps.flat(), at, missing)
  for (const part of schema?.anyOf ?? [])
    if (part.items) unused(part, maps.filter(Array.isArray), at, missing)
  const { additionalProperties } = schema ?? {}
  if (typeof additionalProperties === 'object')
    unused(
      additionalProperties,
      maps.flatMap((value) => Object.values(value as object)),
      at,
      missing
    )
  for (const [key, part] of Object.entries(schema?.properties ?? {})) {
    if (key === 'note') continue
    const below = maps.flatMap((value) => (key in (value as object) ? [value] : []))
    if (below.length === 0) missing.push(`${at}.${key}`)
    else
      unused(
        part,
        below.map((value) => (value as Record<string, unknown>)[key]),
        `${at}.${key}`,
        missing
      )
  }
}

/** Every `at` in a case, its judgements' included. */
function placesIn(part: unknown, found: Set<string> = new Set()): ReadonlySet<string> {
  if (typeof part !== 'object' || part === null) return found
  if ('at' in part && typeof part.at === 'string') found.add(part.at)
  const below = part instanceof Map ? part.values() : Object.values(part)
  for (const one of below) placesIn(one, found)
  return found
}

/** What stands under a pointer in a file, as a YAML reader of its own sees it. */
const valueIn = (document: unknown, at: string): unknown =>
  at
    .split('/')
    .reduce((value, step) => (value as Readonly<Record<string, unknown>>)[step], document)

/** What the span of a pointer covers, parsed by itself at the column where it stands. */
function parsedAgain(one: Reading, at: string): unknown {
  const span = one.spanOf(at)
  const column = Number(place(one, span).split(':').at(-1)) - 1
  return parse(' '.repeat(column) + covered(one, span))
}
