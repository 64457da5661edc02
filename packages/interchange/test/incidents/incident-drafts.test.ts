import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { IncidentFormat, IncidentImport } from '../../src/index.ts'
import { incidentDrafts } from '../../src/index.ts'

const sentences = (format: IncidentFormat, text: string): readonly string[] =>
  incidentDrafts(format, text).refused.map(({ sentence }) => sentence)

const only = (format: IncidentFormat, text: string, options: IncidentImport = {}) => {
  const { drafts, refused } = incidentDrafts(format, text, options)
  expect(refused).toEqual([])
  expect(drafts).toHaveLength(1)
  return drafts[0]?.content
}

const GED =
  'id,type_of_violence,where_prec,date_prec,date_start,date_end,latitude,longitude,adm_1,where_coordinates,low,best,high'

describe('UCDP GED', () => {
  it('keeps deaths as a triple, and precision as what it means', () => {
    expect(
      only('ucdp-ged', `${GED}\n0071,3,2,2,2024-03-01,2024-03-03,48.5,37.5,Donetsk,near X,1,3,9\n`)
    ).toEqual({
      occurred: {
        at: '2024-03-01T00:00:00.000Z',
        until: '2024-03-03T23:59:00.000Z',
        precision: 'week',
        zone: 'UTC'
      },
      place: { lon: 37.5, lat: 48.5, within: 25_000, name: 'near X', area: 'Donetsk' },
      category: 'harm-to-civilians',
      killed: { low: 1, best: 3, high: 9 },
      means: ['media'],
      provenance: { dataset: 'UCDP GED', row: '0071', licence: 'CC BY 4.0' }
    })
  })

  it('says nothing of deaths and places that are not given', () => {
    const content = only('ucdp-ged', `${GED}\n7,1,,1,2024-03-01,,,,,,,,\n`)
    expect(content?.killed).toBeUndefined()
    expect(content?.place).toEqual({})
  })

  it('refuses a row by its line and column, and reads the others', () => {
    const rows = [
      '7,1,1,1,2024-02-30,,48,37,,,1,1,1',
      '8,9,1,1,2024-03-01,,48,37,,,1,1,1',
      '9,1,1,1,2024-03-01,,48,,,,1,1,1',
      '10,1,1,1,2024-03-01,,48,370,,,1,1,1',
      '11,1,1,1,2024-03-01,,48,37,,,1,,1',
      '12,1,1,1,2024-03-01,,48,37,,,4,3,5',
      '13,1,1,1,2024-03-05,2024-03-01,48,37,,,1,1,1',
      '14,1,1,1,2024-03-01,,48,37,,,1,1,1'
    ]
    const text = `${GED}\n${rows.join('\n')}\n`
    expect(sentences('ucdp-ged', text)).toEqual([
      'line 2, column date_start has `2024-02-30`: give a day of the calendar, such as 2024-03-01',
      'line 3, column type_of_violence has `9`: give one of 1, 2, 3',
      'line 4, column longitude is empty: give the longitude too, or neither',
      'line 5, column longitude has `370`: give a number from -180 to 180, or leave it empty',
      'line 6, column best is empty: give all of low, best and high, or none',
      'line 8, column date_end has `2024-03-01`: it is before date_start (2024-03-05): put them right'
    ])
    expect(incidentDrafts('ucdp-ged', text).drafts.map(({ line }) => line)).toEqual([7, 9])
  })

  it.each([
    ['4,3,5', { low: 3, best: 3, high: 5 }],
    ['1,3,2', { low: 1, best: 3, high: 3 }],
    ['9,3,1', { low: 1, best: 3, high: 9 }]
  ])(
    'takes deaths %s as they are published, says so, and leaves none of them out',
    (cells, killed) => {
      const text = `${GED}\n12,1,1,1,2024-03-01,,48,37,,,${cells}\n`
      const { drafts, refused, notes } = incidentDrafts('ucdp-ged', text)
      expect(refused).toEqual([])
      expect(drafts[0]?.content.killed).toEqual(killed)
      const [low, best, high] = cells.split(',')
      const said = `deaths as published: low ${low}, best ${best}, high ${high};`
      expect(drafts[0]?.content.text).toContain(said)
      expect(notes.filter((note) => note.includes(said))).toEqual([
        expect.stringMatching(/^line 2: /)
      ])
    }
  )
})

describe('ACLED', () => {
  const HEAD =
    'event_id_cnty;event_date;time_precision;event_type;sub_event_type;admin1;location;latitude;longitude;geo_precision;fatalities;notes'
  it('keeps codes as texts, and an empty number of dead as not said', () => {
    const row =
      'UKR010;01 March 2024;2;Explosions/Remote violence;Air/drone strike;Kherson;X;46.6;32.6;3;;A note.'
    expect(
      only('acled', `${HEAD}\n${row}\n`, { zone: 'Europe/Kyiv', retrieved: '2024-04-01' })
    ).toEqual({
      occurred: { at: '2024-02-29T22:00:00.000Z', precision: 'week', zone: 'Europe/Kyiv' },
      place: { lon: 32.6, lat: 46.6, within: 150_000, name: 'X', area: 'Kherson' },
      category: 'strikes',
      weaponText: 'Air/drone strike',
      means: ['media'],
      text: 'A note.',
      provenance: {
        dataset: 'ACLED',
        row: 'UKR010',
        retrieved: '2024-04-01',
        licence: 'ACLED terms of use'
      }
    })
  })

  it('counts what is no incident, and does not take it in', () => {
    const row = 'UKR011;2024-03-01;1;Strategic developments;Agreement;;;;;;0;'
    const { drafts, notes } = incidentDrafts('acled', `${HEAD}\n${row}\n`)
    expect(drafts).toEqual([])
    expect(notes).toContain('left out as no incident: Agreement (1)')
  })
})

describe('VIINA', () => {
  const HEAD =
    'event_id,date,longitude,latitude,GEO_PRECISION,t_airstrike_pred,t_artillery_pred,a_rus_pred,url,text'
  it('is leads alone, with the scores from which a label counts', () => {
    const text = `${HEAD}\n12,20240301,37.5,48.5,STREET,0.61,0.7,1,https://example.org/a,Words\n13,20240301,37.5,48.5,ADM1,0.2,0.4,0.9,,\n`
    const { drafts, notes } = incidentDrafts('viina', text)
    expect(drafts.map(({ content }) => content)).toEqual([
      {
        occurred: { at: '2024-02-29T22:00:00.000Z', precision: 'day', zone: 'Europe/Kyiv' },
        place: { lon: 37.5, lat: 48.5, within: 500 },
        category: 'strikes',
        means: ['media'],
        text: 'Words\nt_airstrike, t_artillery, a_rus',
        lead: true,
        provenance: {
          dataset: 'VIINA',
          row: '12',
          url: 'https://example.org/a',
          licence: 'ODbL 1.0'
        }
      }
    ])
    expect(notes).toContain('t_airstrike counts from a score of 0.5: 1 rows')
    expect(notes).toContain('left out, for no label reaches its score: 1 rows')
    const { drafts: lower } = incidentDrafts('viina', text, { cutOffs: { t_artillery: 0.3 } })
    expect(lower.map(({ content }) => content.category)).toEqual(['strikes', 'fire'])
  })
})

describe('a file that is none of the format', () => {
  it.each([
    [
      'ucdp-ged',
      'id,type_of_violance\n1,2\n',
      'line 1: there is no column type_of_violence (there is type_of_violance): name it so, or choose another format'
    ],
    [
      'acled',
      'event_id_cnty,event_date,event_type,sub_event_type\n',
      'line 1: there is no row in it'
    ],
    [
      'osce',
      'a,b\n1,2,3\n',
      'line 2: the table cannot be read (Invalid Record Length: columns length is 2, got 3 on line 2): close every quotation mark, and give each row all columns'
    ],
    [
      'form',
      '{"a": 1}',
      'line 1: it is no list of submissions: export them from KoboToolbox or ODK as JSON or CSV'
    ]
  ] as const)('%s: %s', (format, text, sentence) => {
    expect(sentences(format, text)).toEqual([sentence])
  })

  it('is no place for a zone that is none', () => {
    const [refused] = incidentDrafts('osce', 'a\nb\n', { zone: 'Europe/Kiew' }).refused
    expect(refused?.sentence).toContain('`Europe/Kiew` is no time zone')
  })
})

const data = process.env['TRUCE_DATA']
describe.skipIf(data === undefined)('published tables (TRUCE_DATA names the folder)', () => {
  const file = (name: string): string => readFileSync(`${data}/events/${name}`, 'utf8')
  const sum = (numbers: readonly (number | undefined)[]): number =>
    numbers.reduce<number>((all, one) => all + (one ?? 0), 0)

  it('1,000 rows of UCDP GED, their deaths added up', () => {
    const { drafts, refused, notes } = incidentDrafts('ucdp-ged', file('ucdp_ged_sample_1000.csv'))
    expect([drafts.length, refused.length]).toEqual([1000, 0])
    // 13 rows have a low above the best or a high below it.
    expect(notes.filter((note) => /^line \d+: deaths as published/.test(note))).toHaveLength(13)
    expect(sum(drafts.map(({ content }) => content.killed?.best))).toBe(9561)
  })

  it('1,789 reports of VIINA with scores', () => {
    const { drafts, refused } = incidentDrafts('viina', file('viina_events_2022-02-24_2022-03.csv'))
    expect([drafts.length, refused.length]).toEqual([1789, 0])
    expect(drafts.every(({ content }) => content.lead === true)).toBe(true)
    const strikes = drafts.filter(({ content }) => content.category === 'strikes')
    expect(strikes).toHaveLength(264)
  })

  it('3,578 candidate strikes of VIINA, without those that it rejects itself', () => {
    const { drafts, refused, notes } = incidentDrafts(
      'viina',
      file('viina_deep_strike_candidates_2022_2025.csv')
    )
    expect([drafts.length, refused.length]).toEqual([1311, 0])
    expect(notes.at(-1)).toContain('2267')
  })
})
