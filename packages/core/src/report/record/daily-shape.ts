import { z } from 'zod'
import { EVENT_STANDINGS, RECORDED_KINDS, RESTRICTIONS, TIMES_TOLD } from '../../record/index.ts'
import type { DocumentOf } from '../shapes.ts'
import { headShape, ids } from '../shapes.ts'

const howMany = z.int().min(0)
const instant = z.string().describe('an instant in UTC')

const tally = z
  .strictObject({
    low: howMany.describe('violations by the fewest that an account of each event says'),
    high: howMany.describe('and by the most'),
    events: howMany.describe('how many events that is'),
    loose: howMany.describe('events whose time is known no closer than to some days'),
    entries: ids.describe('ids of the entries of the record that make these numbers')
  })
  .meta({ id: 'tally', description: 'Some events together.' })

const people = z
  .strictObject({
    low: howMany.describe('fewest'),
    best: howMany.optional().describe('most likely; left out where accounts differ in it'),
    high: howMany.describe('most')
  })
  .meta({ id: 'people', description: 'People: fewest, most likely, most.' })

const casualties = z
  .strictObject({
    range: people.optional().describe('left out where no account says a number'),
    previous: people.optional().describe('the same of the period before'),
    entries: ids.describe('ids of the entries that say so')
  })
  .meta({ id: 'casualties', description: 'People killed, or injured.' })

const byStanding = z
  .strictObject({
    confirmed: tally,
    differing: tally,
    inconclusive: tally,
    'no-access': tally,
    unverified: tally,
    'not-confirmed': tally,
    'no-violation': tally,
    lead: tally
  })
  .meta({ id: 'byStanding', description: 'Events by how far they are established.' })

const areaRow = z
  .strictObject({
    areas: ids.describe('names of areas: one, several where accounts differ, or none'),
    counted: tally.describe('those that count'),
    previous: tally.describe('those that counted in the period before'),
    byStanding: byStanding.describe('by how far they are established; these add up to all'),
    contested: tally.describe('of those that count: a party dissents or disputes')
  })
  .meta({ id: 'areaRow', description: 'Events of one area.' })

const byArea = z
  .strictObject({
    total: areaRow.describe('all areas together'),
    rows: z.array(areaRow).describe('area by area'),
    byDay: z
      .array(z.strictObject({ day: z.string(), counted: tally }))
      .describe('day by day of reports')
  })
  .meta({ id: 'byArea', description: 'Events of one kind by area and day.' })

const pair = z
  .strictObject({ counted: tally, previous: tally })
  .meta({ id: 'pair', description: 'Events that count, in the period and in the one before.' })

const event = z
  .strictObject({
    id: z.string().describe('the first of its incidents by id'),
    incidents: ids.describe('its incidents: several where somebody joined them'),
    kind: z.enum(RECORDED_KINDS).describe('what it is counted as'),
    categories: ids.describe('what its accounts call it'),
    from: instant.describe('when it began, in UTC'),
    areas: ids.describe('areas that its accounts name or lie in'),
    standing: z.enum(EVENT_STANDINGS).describe('how far it is established'),
    contested: z.boolean().describe('whether a party dissents or disputes'),
    low: howMany.describe('violations that it counts as, by the fewest that an account says'),
    high: howMany.describe('and by the most'),
    entries: ids.describe('the entries that make it')
  })
  .meta({ id: 'event', description: 'An event of the period.' })

const disclosure = z.strictObject({
  audience: z
    .enum(['whole', 'party', 'mission', 'public'])
    .describe('whole: whoever keeps the record; mission: those who keep, watch and mediate'),
  party: z.string().optional().describe('which, where it is made for a party'),
  place: z
    .enum(['exact', 'cell', 'area'])
    .describe('exact, the middle of a cell of a grid, or the name of the area alone'),
  cellKm: z.number().optional().describe('how wide the cells are, where places are told so'),
  time: z.enum(TIMES_TOLD).describe('exact, the hour, or the day of reports'),
  authors: z.enum(['named', 'hidden']).describe('whether it is told who says what'),
  ids: z
    .enum(['of-the-record', 'of-this-report'])
    .describe('whether entries have the ids of the record, or numbers of this report alone')
})

/** The document of `record daily`. */
export const dailyShape = z
  .strictObject({
    ...headShape('record daily'),
    case: z.strictObject({ title: z.string() }).describe('the case that the record is kept under'),
    number: z.int().min(1).describe('which report of its year it is'),
    days: z
      .strictObject({ day: z.string(), days: z.int().min(1) })
      .describe('the day on which it ends, and how many days it is about'),
    period: z
      .strictObject({ from: instant, to: instant })
      .describe('the stretch of time it is about'),
    cutOff: z
      .strictObject({ zone: z.string(), time: z.string() })
      .describe('the zone of its clocks, and when a day ends there'),
    until: z.string().describe('when the last entry that it knows of came in'),
    disclosure: disclosure.describe('for whom it is made, and how closely it tells'),
    withheld: howMany.describe(
      'entries whose content is not for whom it is made: nothing of them is counted; 0 for the public, which is not told how many'
    ),
    violations: byArea.describe('acts that the ceasefire does not permit'),
    cumulative: z
      .strictObject({ since: instant, counted: tally })
      .optional()
      .describe('violations since an instant, where that was asked for'),
    killed: casualties.describe('people killed, as accounts say'),
    injured: casualties.describe('people injured, as accounts say'),
    weapons: byArea.describe('weapons beyond the lines they went back to'),
    mines: pair.describe('mines and their clearance'),
    works: pair.describe('works and damage to them'),
    civilians: byArea.describe('harm to civilians, and detention'),
    movement: byArea.describe('restrictions of movement, and interference with monitors'),
    restrictions: z
      .array(
        z.strictObject({
          restriction: z.enum([...RESTRICTIONS, 'not-said']),
          counted: tally,
          previous: tally
        })
      )
      .describe('in what way movement was restricted; an event may be of several'),
    open: z
      .array(z.strictObject({ standing: z.enum(EVENT_STANDINGS), events: ids }))
      .describe('events that nobody has confirmed, by why not'),
    events: z.array(event).describe('all events of the period, by when they began'),
    late: tally.describe('events of earlier days that came to be known in the period')
  })
  .describe('The daily report of a record; every number with the entries that make it.')

/** The same as a type. */
export type DailyDocument = DocumentOf<typeof dailyShape>
