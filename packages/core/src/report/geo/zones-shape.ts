import { z } from 'zod'
import type { DocumentOf } from '../shapes.ts'
import { about, headShape } from '../shapes.ts'
import { positionsShape } from './positions-shape.ts'

const place = z
  .tuple([z.number(), z.number()])
  .describe('a place: longitude and latitude in degrees on WGS84')
const gap = z.strictObject({
  km: z.number().describe('a distance on the ground'),
  place: place.describe("where on the first party's line it was measured")
})

const band = z.strictObject({
  party: z.string().describe('the party that keeps the band free'),
  line: z.string().describe('the line from which it counts'),
  side: z.enum(['left', 'right']).describe('its side, to who walks along the line as it was drawn'),
  lineKm: z.number().describe('how long the line is'),
  squareKm: z.number().describe('how large the band is'),
  ceiling: z
    .number()
    .nullable()
    .describe('how many the party may keep there, where the case says so')
})

/** What is null where a line and the outline of an area face each other. */
const told = z.number().nullable()

const facing = z.strictObject({
  parties: z.array(z.string()).describe('two parties that count from different lines'),
  least: gap.describe('where the lines are nearest'),
  medianKm: z.number().describe('half of the first line is nearer to the other than this'),
  most: gap.describe('where the first line is farthest from the other'),
  back: z
    .strictObject({
      least: gap.describe("where the lines are nearest, on the second party's line"),
      medianKm: z.number().describe('half of the second line is nearer to the first than this'),
      most: gap.describe('where the second line is farthest from the first')
    })
    .describe('the same, measured from the line of the second party'),
  betweenSquareKm: told.describe(
    'land behind both lines, free of both parties; null where a line faces an area'
  ),
  beyondSquareKm: told.describe('of that, what lies farther than the distance from either line'),
  claimedByBothSquareKm: told.describe("land on each party's side of its own line"),
  openToBothSquareKm: told.describe('of that, what lies in neither band'),
  overlapSquareKm: z.number().describe('what lies in both bands')
})

const settlements = z
  .array(z.array(z.string()))
  .describe('the settlements in it, each with its spellings, where a list was given')

const land = z.strictObject({
  from: z.string().describe('the party on whose side it lies under the first option'),
  to: z.string().describe('the party on whose side it lies under the other'),
  squareKm: z.number().describe('how large it is'),
  settlements
})

const change = z.strictObject({
  issue: z.string().describe('an issue whose options are lines'),
  from: z.string().describe('the option that holds if nothing is said, or else the first'),
  to: z.string().describe('another option'),
  untold: z
    .enum(['not-comparable', 'no-sides'])
    .nullable()
    .describe('why it cannot be told: a line against an area, or a line without sides'),
  lands: z.array(land).describe('what changes hands')
})

const zone = z.strictObject({
  withdrawal: z.string().describe('the withdrawal'),
  weapon: z.string().describe('the class of weapon'),
  zoneWidthKm: z.number().nullable().describe('the width of the zone, where the case gives that'),
  distanceFromLineKm: z
    .number()
    .nullable()
    .describe('the distance from the line, where the case gives that'),
  bandKm: z
    .tuple([z.number(), z.number()])
    .nullable()
    .describe('the band, from and to, where the case gives that'),
  fromKm: z.number().describe('how far behind the line of a party its band begins'),
  km: z
    .number()
    .describe('how far each party keeps from its line: the distance, or half the width'),
  squareKm: z.number().describe('how large the zone is in all'),
  bands: z.array(band).describe('what each party keeps free'),
  facing: z.array(facing).describe('parties that count from different lines'),
  settlements
})

/** What `ceasefire zones --format json` prints. */
export const zonesShape = z.strictObject({
  ...headShape('ceasefire zones'),
  case: about,
  zones: z.array(zone).describe('the zone of each withdrawal that could be drawn'),
  changes: z.array(change).describe('what changes hands between options that are drawn lines'),
  positions: positionsShape
    .nullable()
    .describe('what was seen where, judged by the zones, where that was given')
})

/** The document of `ceasefire zones`. */
export type ZonesDocument = DocumentOf<typeof zonesShape>
