import { z } from 'zod'
import { chanceShape, estimateShape, ids, verdict, whose } from './shapes.ts'

const redline = z.strictObject({
  id: z.string(),
  firmness: z.strictObject({ low: chanceShape, central: chanceShape, high: chanceShape }),
  whose,
  certain: z.boolean(),
  says: z.string(),
  source: z.string(),
  assumed: z.boolean()
})

const body = z.strictObject({
  body: z.string(),
  assessed: z.boolean(),
  p: chanceShape,
  margin: z.number().nullable(),
  share: z.number().nullable(),
  sigma: z.number().min(0).nullable(),
  threshold: z.number(),
  moved: z
    .number()
    .optional()
    .describe('points by which effects of its terms move the share; left out without any'),
  vetoes: z
    .array(z.strictObject({ id: z.string(), chance: chanceShape }))
    .describe(
      'who can veto, with the mean chance of it; `p` is the chance of passing with no veto'
    ),
  muteVetoes: ids.describe('who can veto, of whom the case says nothing before this package')
})

const veto = z.strictObject({
  body: z.string(),
  id: z.string(),
  chance: chanceShape,
  accepts: chanceShape,
  joint: chanceShape,
  verdict
})

const poll = z.strictObject({
  p: chanceShape,
  margin: z.number(),
  share: z.number(),
  accepts: chanceShape,
  joint: chanceShape,
  verdict
})

const ratified = z.strictObject({
  p: chanceShape.describe('the chance over all bodies'),
  margin: z.number().nullable().describe('by how much over all bodies, in standard errors'),
  assessed: z.boolean().describe('something speaks to every body and of every veto player'),
  bodies: z
    .array(body)
    .describe(
      "each body's `p`, `margin`, `share` in favour, `sigma` (the standard error of the share; `null` where no poll speaks to it) and `threshold`"
    ),
  polls: z
    .record(z.string(), poll)
    .describe(
      "what follows if each poll is read alone: `p`, `margin`, `share`, the party's `accepts`, the proposal's `joint` and `verdict`"
    ),
  vetoes: z
    .array(veto)
    .describe(
      "each veto player: its mean `chance` of a veto, and the party's `accepts`, the proposal's `joint` and `verdict` without it"
    ),
  without: z
    .strictObject({ accepts: chanceShape, joint: chanceShape, verdict })
    .describe(
      "`accepts`, `joint` and `verdict` when this party's ratification, and nobody else's, is left out"
    )
})

const ALONE = 'as for the proposal, for this party alone'

/** What one party makes of a proposal. */
export const partyShape = z
  .strictObject({
    verdict: verdict.describe(ALONE),
    onTheLine: z.boolean().describe(ALONE),
    accepts: estimateShape
      .extend({ together: chanceShape, ifFirmnessLow: chanceShape, ifFirmnessHigh: chanceShape })
      .describe(
        'its `p` and `standardError`; p if its judgements err `together`; p at the low and high ends of the firmness of redlines'
      ),
    gain: z
      .strictObject({ low: z.number(), central: z.number(), high: z.number(), gains: chanceShape })
      .nullable()
      .describe(
        'points over no deal: `central`, the exact `low` and `high`, the share of draws in which it `gains`; `null` for a party without interests'
      ),
    noDeal: z
      .number()
      .optional()
      .describe('the worth of no deal itself, in points; left out for a party without interests'),
    guarantee: z
      .enum(['every', 'some', 'no'])
      .nullable()
      .describe('whether the gain is positive under `every`, `some` or `no` reading of the ranges'),
    radius: chanceShape
      .nullable()
      .describe('the share of every range for which the sign of the gain is certain'),
    crossed: ids.describe('ids of the redlines crossed'),
    redlines: z
      .array(redline)
      .describe(
        'each redline crossed in full: `firmness` and `whose` figure that is, whether it is `certain` in every scenario, what it `says`, the `source` of that claim, whether it is `assumed`'
      ),
    untestable: ids.describe('redlines about conduct, which no text can settle'),
    walks: z
      .strictObject({ firmest: chanceShape, independent: chanceShape })
      .describe(
        'the chance of walking over the crossed redlines: over the `firmest` alone, and were they `independent`'
      ),
    ratified: ratified.describe('what its bodies would say, as follows')
  })
  .meta({ id: 'party', description: 'What one party makes of a proposal.' })
