import { z } from 'zod'

const place = z
  .tuple([z.number(), z.number()])
  .describe('a place: longitude and latitude in degrees on WGS84')
const moment = z.string().nullable()
const state = z
  .enum(['not-begun', 'under-way', 'due', 'undated'])
  .describe('what the withdrawal asks at the moment')

const due = z.strictObject({
  withdrawal: z.string().describe('the withdrawal'),
  state,
  from: moment.describe('when it begins, where that has a moment'),
  until: moment.describe('when it is to be done, where that has a moment')
})

const tally = z.strictObject({
  withdrawal: z.string().describe('the withdrawal'),
  party: z.string().describe('the party'),
  state,
  within: z.number().describe('pieces in its band that surely count'),
  perhaps: z.number().describe('pieces in its band that may count: calibre or kind is not given'),
  across: z.number().describe('pieces across its line, counted apart'),
  ceiling: z
    .number()
    .nullable()
    .describe('how many may be there; null where the case limits the other party alone'),
  verdict: z
    .enum(['under', 'over', 'perhaps-over', 'not-said'])
    .describe('whether there are more than may be')
})

const band = z.strictObject({
  withdrawal: z.string().describe('a withdrawal under way or due that binds the party'),
  sure: z.boolean().describe('whether it surely is of what goes back'),
  where: z
    .enum(['across', 'nearer', 'within', 'behind'])
    .describe('across its line, nearer than the band, within it or behind it'),
  lineKm: z.number().describe('how far the line is'),
  edge: z
    .strictObject({
      km: z.number().describe('how far it is'),
      azimuth: z.number().describe('the course to it, in degrees, clockwise from north'),
      place: place.describe('where it is: longitude and latitude')
    })
    .nullable()
    .describe("the nearest place of the band's far edge; null where there is none")
})

const row = z.strictObject({
  row: z.number().describe('the line of the table, or the feature, counted from 1'),
  party: z.string().describe('the party'),
  weapon: z.string().describe('the class of weapon'),
  count: z.number().describe('how many'),
  place: place.describe('where: longitude and latitude'),
  when: z.string().nullable().describe('when it was seen, as it stands'),
  source: z.string().nullable().describe('who says so, as it stands'),
  bands: z.array(band).describe('how it lies to each band that it may count in')
})

/** What was seen where, as `ceasefire zones --format json` prints it. */
export const positionsShape = z.strictObject({
  at: z.string().describe('the moment'),
  withdrawals: z.array(due).describe('what each withdrawal that is drawn asks then'),
  tallies: z.array(tally).describe('what was seen, by withdrawal and party'),
  rows: z.array(row).describe('what was seen, row by row'),
  later: z.array(z.number()).describe('rows seen after the moment, left out')
})
