import { describe, expect, it } from 'vitest'
import { caseIn } from '../../../core/test/folder.ts'
import { incidentDrafts, incidentForm } from '../../src/index.ts'

const flagship = caseIn('ukraine/2024-maitra')

const WANTED = {
  occurred: { at: '2024-05-01T09:30:00.000Z', precision: 'minute' },
  place: { lon: 37.5, lat: 48.25, within: 12.5, name: 'The bridge' },
  category: 'fire',
  observed: { count: 6, of: 'explosion', about: true },
  killed: { low: 0, best: 1, high: 2 },
  means: ['saw', 'heard'],
  language: 'uk',
  provenance: { dataset: 'field form', row: 'uuid:1' }
}

const kobo = {
  results: [
    {
      _id: 77,
      _uuid: 'uuid:1',
      'when/occurred_at': '2024-05-01T12:30:00.000+03:00',
      'when/occurred_precision': 'minute',
      'where/place': '48.25 37.5 120.0 12.5',
      'where/place_name': 'The bridge',
      category: 'fire',
      observed_count: '6',
      observed_of: 'explosion',
      observed_about: 'yes',
      killed_low: '0',
      killed_best: '1',
      killed_high: '2',
      means: 'saw heard',
      language: 'uk',
      _validation_status: {}
    },
    {
      _uuid: 'uuid:2',
      occurred_at: '2024-05-01T12:30:00.000+03:00',
      category: 'fire',
      _validation_status: { uid: 'validation_status_not_approved' }
    }
  ]
}

const odk = {
  value: [
    {
      __id: 'uuid:1',
      when: { occurred_at: '2024-05-01T12:30:00.000+03:00', occurred_precision: 'minute' },
      where: {
        place: { type: 'Point', coordinates: [37.5, 48.25, 120], properties: { accuracy: 12.5 } },
        place_name: 'The bridge'
      },
      category: 'fire',
      observed_count: 6,
      observed_of: 'explosion',
      observed_about: 'yes',
      killed_low: 0,
      killed_best: 1,
      killed_high: 2,
      means: 'saw heard',
      language: 'uk',
      __system: { reviewState: null }
    }
  ]
}

const CSV_KOBO = `occurred_at;occurred_precision;place;_place_latitude;_place_longitude;_place_precision;place_name;category;observed_count;observed_of;observed_about;killed_low;killed_best;killed_high;means;language;_uuid
2024-05-01T12:30:00.000+03:00;minute;;48.25;37.5;12.5;The bridge;fire;6;explosion;yes;0;1;2;saw heard;uk;uuid:1
`

describe('submissions of the field form', () => {
  it.each([
    ['KoboToolbox, JSON', JSON.stringify(kobo)],
    ['ODK Central, JSON', JSON.stringify(odk)],
    ['KoboToolbox, CSV', CSV_KOBO],
    [
      'ODK, CSV',
      CSV_KOBO.replaceAll(';', ',')
        .replaceAll('_place_latitude', 'place-Latitude')
        .replaceAll('_place_longitude', 'place-Longitude')
        .replaceAll('_place_precision', 'place-Accuracy')
        .replace('_uuid', 'KEY')
    ]
  ])('come to the same from %s', (_, text) => {
    const { drafts, refused } = incidentDrafts('form', text)
    expect(refused).toEqual([])
    expect(drafts.map(({ content }) => content)).toEqual([WANTED])
  })

  it('leave absent what was not answered, and out what a review rejected', () => {
    const text = JSON.stringify([{ occurred_at: '2024-05-01T12:30:00Z', category: 'uav' }])
    expect(incidentDrafts('form', text).drafts[0]?.content).toEqual({
      occurred: { at: '2024-05-01T12:30:00.000Z', precision: 'unknown' },
      place: {},
      category: 'uav',
      means: [],
      provenance: { dataset: 'field form', row: 'line 1' }
    })
    expect(incidentDrafts('form', JSON.stringify(kobo)).notes).toContain(
      'left out, for their review rejected them: 1'
    )
  })

  it.each([
    [
      { occurred_at: '2024-05-01T12:30' },
      'column occurred_at has `2024-05-01T12:30`: give a time with its offset'
    ],
    [{ category: 'shelling' }, 'column category has `shelling`: give one of offensive-operations'],
    [{ observed_count: 'many' }, 'column observed_count has `many`: give a whole number'],
    [{ observed_count: 3 }, 'column observed_of is empty: say of what there were so many'],
    [{ place: '37 north' }, 'column place has `37 north`: give latitude and longitude in degrees'],
    [{ means: 'saw guessed' }, 'column means has `saw guessed`: give some of saw'],
    [
      { killed_best: 2 },
      'column killed_low is empty: give all of killed_low, killed_best and killed_high'
    ]
  ])('%o is refused by its field', (field, sentence) => {
    const text = JSON.stringify([
      { occurred_at: '2024-05-01T12:30:00Z', category: 'uav', ...field }
    ])
    const [refused] = incidentDrafts('form', text).refused
    expect(refused?.sentence).toContain(`line 1, ${sentence}`)
  })
})

describe('the form', () => {
  const { survey, choices, settings } = incidentForm(flagship)

  it('asks in the words that submissions are read by', () => {
    const lists = new Set(choices.slice(1).map(([list]) => list))
    for (const [type = ''] of survey.slice(1)) {
      const [, list] = /^select_(?:one|multiple) (\w+)$/.exec(type) ?? []
      if (list !== undefined) expect(lists).toContain(list)
    }
    expect(choices).toContainEqual(['party', 'ukraine', 'Ukraine'])
    expect(settings[0]).toEqual(['form_title', 'form_id', 'version', 'default_language'])
    expect(survey.every((row) => row.length === 5)).toBe(true)
  })

  it('has answers of which each is taken in', () => {
    const of = (list: string): readonly string[] =>
      choices.filter(([own]) => own === list).map(([, name = '']) => name)
    for (const category of of('category'))
      for (const precision of of('precision')) {
        const text = JSON.stringify([
          {
            occurred_at: '2024-05-01T12:30:00Z',
            occurred_precision: precision,
            category,
            weapon: of('weapon')[0],
            observed_count: 1,
            observed_of: of('counted')[0],
            direction: of('direction')[0],
            restriction: of('restriction')[0],
            alleged: of('party')[0],
            means: of('means').slice(0, 10).join(' ')
          }
        ])
        expect(incidentDrafts('form', text).refused).toEqual([])
      }
  })
})
