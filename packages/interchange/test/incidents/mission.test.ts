import { readFileSync } from 'node:fs'
import { cumulativeBetween, eventsOf, RecordState, violationsIn } from '@truce/core/record'
import { describe, expect, it } from 'vitest'
import { caseIn } from '../../../core/test/folder.ts'
import type { IncidentDrafts } from '../../src/index.ts'
import { incidentDrafts } from '../../src/index.ts'

const CUT_OFF = { zone: 'Europe/Kyiv', time: '19:30' }
const flagship = caseIn('ukraine/2024-maitra')

/** A record that holds the drafts and nothing else. */
function recordOf({ drafts }: IncidentDrafts): RecordState {
  const state = new RecordState(flagship)
  for (const [number, { content }] of drafts.entries())
    state.apply({
      number: number + 1,
      id: `draft-${String(number).padStart(5, '0')}`,
      kind: 'incident.reported',
      author: { party: 'norway', key: 'any', role: 'observer' },
      recorded: '2022-03-01T00:00:00.000Z',
      received: '2022-03-01T00:00:00.000Z',
      content
    })
  return state
}

const HEAD =
  'report,period_start_local,period_end_local,region,violations,of_which_explosions,previous_period_violations,cumulative_since_2020_07_27,source_url,note'

describe("a mission's table", () => {
  it('takes in the period before where no row tells it, and the rest of a count since a day', () => {
    const text = `${HEAD}
1,2020-07-29T19:30,2020-07-30T19:30,North,4,1,2,10,https://example.org/1,
2,2020-07-30T19:30,2020-07-31T19:30,North,0,,4,10,https://example.org/2,
`
    const read = incidentDrafts('osce', text)
    expect(read.refused).toEqual([])
    expect(
      read.drafts.map(({ content: { occurred, place, observed, provenance } }) => [
        occurred.at,
        occurred.until,
        place.area,
        observed?.count,
        provenance?.row
      ])
    ).toEqual([
      ['2020-07-29T16:30:00.000Z', '2020-07-30T16:30:00.000Z', 'North', 4, '1 North'],
      ['2020-07-28T16:30:00.000Z', '2020-07-29T16:30:00.000Z', 'North', 2, '1 North period before'],
      ['2020-07-26T21:00:00.000Z', '2020-07-28T16:30:00.000Z', undefined, 4, '1 rest']
    ])
    expect(read.notes).toContain('rows that report no violation, of which no incident is made: 1')
  })

  it('names where figures do not agree', () => {
    const text = `${HEAD}
1,2020-07-29T19:30,2020-07-30T19:30,North,4,,,3,,
2,2020-07-30T19:30,2020-07-31T19:30,North,1,,9,,,
3,2020-07-31T19:30,2020-07-30T19:30,North,1,,,,,
4,,2020-08-02T19:30,North,,,,,,
`
    const { refused, notes } = incidentDrafts('osce', text)
    expect(refused.map(({ sentence }) => sentence)).toEqual([
      'line 4, column period_end_local has `2020-07-30T19:30`: it is not after the start: put them right',
      'line 5, column period_start_local is empty: give the local time, such as 2020-07-30T19:30',
      'line 2, column cumulative_since_2020_07_27 has `3`: the periods until then come to 4: put them right'
    ])
    expect(notes).toContain(
      'line 3: it says 9 for the period before in North, and line 2 says 4; the latter was taken'
    )
  })
})

const data = process.env['TRUCE_DATA']
describe.skipIf(data === undefined)('the figures of July and August 2020 (TRUCE_DATA)', () => {
  const read = incidentDrafts(
    'osce',
    data === undefined
      ? ''
      : readFileSync(`${data}/events/osce_smm_ceasefire_violations_transcribed.csv`, 'utf8')
  )
  const events = eventsOf(recordOf(read))

  it('come out of the record as they were reported: 123, 251, 256 and 256 since 27 July', () => {
    const since = Date.parse('2020-07-26T21:00:00Z') / 1000
    const until = (day: string): number => Date.parse(`${day}T16:30:00Z`) / 1000
    const counted = ['2020-07-30', '2020-08-04', '2020-08-06', '2020-08-07'].map((day) =>
      cumulativeBetween(events, { from: since, to: until(day) })
    )
    expect(counted.map(({ low, high }) => [low, high])).toEqual([
      [123, 123],
      [251, 251],
      [256, 256],
      [256, 256]
    ])
    // 241 of them are known only as the rest of a count over some days; the last two counts need none.
    const rests = read.drafts.filter(({ content }) => content.occurred.precision === 'unknown')
    expect(rests.map(({ content }) => content.observed?.count)).toEqual([121, 120])
  })

  it('come out by region and day, against the day before', () => {
    const of = (day: string) =>
      violationsIn(events, { days: { day, days: 1 }, cutOff: CUT_OFF }).rows.map(
        ({ areas, counted, previous }) => [areas[0], counted.low, previous.low]
      )
    expect(of('2020-08-04')).toEqual([
      ['Donetsk', 3, 0],
      ['Luhansk', 2, 3]
    ])
    expect(of('2020-08-07')).toEqual([['Donetsk', 0, 5]])
    expect(of('2021-08-30')).toEqual([
      ['Donetsk', 112, 11],
      ['Luhansk', 676, 0]
    ])
    expect(of('2022-02-17')).toEqual([
      ['Donetsk', 222, 189],
      ['Luhansk', 648, 402]
    ])
  })

  it('are refused only where a period has no beginning', () => {
    expect(read.refused.map(({ line, column }) => [line, column])).toEqual([
      [12, 'period_start_local'],
      [13, 'period_start_local']
    ])
  })
})
