import { z } from 'zod'
import type { DocumentOf } from '../shapes.ts'
import { about, chanceShape, countShape, estimateShape, headShape, ids } from '../shapes.ts'

const offer = z
  .strictObject({ option: z.string(), then: z.string().optional() })
  .meta({ id: 'offer', description: 'An option; of a staged term, `then` the later one.' })

const offered = z.record(z.string(), offer).describe('by issue; what is left out may be anything')

const best = z
  .strictObject({
    chance: estimateShape.describe('the joint chance, as `check` computes it'),
    bound: chanceShape.describe('no package has a greater chance over these draws'),
    exact: z.boolean().describe('whether the bound is the chance itself'),
    nodes: z.int().min(0).describe('parts of the space that were looked at'),
    across: z.boolean().describe('whether every package crosses a firm redline'),
    terms: offered
  })
  .meta({ id: 'best', description: 'The greatest chance, and how nearly it is known.' })

const lifted = z
  .union([
    z.strictObject({ kind: z.enum(['redline', 'body']), party: z.string(), id: z.string() }),
    z.strictObject({
      kind: z.literal('veto'),
      party: z.string(),
      body: z.string(),
      id: z.string()
    }),
    z.strictObject({ kind: z.literal('ratification'), party: z.string() }),
    z.strictObject({ kind: z.literal('scenario'), id: z.string(), holds: z.boolean() })
  ])
  .meta({ id: 'lifted', description: 'What is taken away, or a scenario taken as true or false.' })

const row = z
  .strictObject({
    lifted: z.array(lifted).describe('what is taken away, or known'),
    best: best.describe('the best chance then'),
    differs: z
      .boolean()
      .describe('whether it differs from the ceiling by more than its gap and one standard error')
  })
  .meta({ id: 'ceiling', description: 'The best chance once some things are otherwise.' })

const chosen = z.strictObject({
  chance: estimateShape.describe('its joint chance'),
  terms: offered,
  gains: z.record(z.string(), z.number()).describe('mean gain by party needed, in points'),
  crosses: ids.describe('redlines that it crosses'),
  among: z.int().min(1).describe('packages looked at within one standard error of the best'),
  alternatives: z
    .array(
      z.strictObject({
        issue: z.string(),
        option: z.string(),
        p: chanceShape,
        points: z.record(z.string(), z.number())
      })
    )
    .describe(
      'one issue settled otherwise with no difference to be seen: `issue`, `option`, the chance `p` then, and `points` by party, the change of its mean gain'
    ),
  free: ids.describe('issues that may be anything')
})

const frontier = z.strictObject({
  party: z.string(),
  most: z.number().nullable(),
  exact: z.boolean(),
  points: z.array(
    z.strictObject({
      least: z.number(),
      chance: estimateShape.nullable(),
      gain: z.number().nullable(),
      terms: offered.nullable(),
      bound: chanceShape,
      exact: z.boolean()
    })
  )
})

const candidate = z.strictObject({
  proposal: z.string().nullable(),
  terms: offered,
  least: chanceShape,
  median: chanceShape,
  mean: chanceShape
})

const readings = z.strictObject({
  draws: z.int().min(1),
  judged: z.int().min(1),
  outOf: countShape,
  pool: z.int().min(1).describe('how many packages were worth a look; the rest was left out'),
  candidates: z.array(candidate),
  robust: z
    .int()
    .min(0)
    .describe('the place among the candidates of the best in its worst reading'),
  average: z.int().min(0).describe('the place of the best on the mean of the readings')
})

const pair = z.tuple([z.number(), z.number()]).describe('before, and after')

const point = z.strictObject({
  most: z.int().min(0).describe('changes at most'),
  chance: estimateShape.describe('the best chance with so many'),
  bound: chanceShape.describe('no package with so few changes has a greater one'),
  exact: z.boolean().describe('whether the bound is the chance itself'),
  rises: z
    .boolean()
    .describe(
      'whether it lies above the point before by more than noise, or is the first to cross no firm redline'
    ),
  across: z.boolean().describe('whether it crosses a firm redline, as every package so near does'),
  repairs: z.boolean().describe('whether the verdict is at least contested'),
  terms: offered,
  changes: z
    .array(
      z.strictObject({
        issue: z.string(),
        from: offer,
        to: offer,
        step: z.enum(['first', 'last']).nullable()
      })
    )
    .describe(
      'each change: `issue`, `from` and `to`; `step` where a staged term gives way to its own first or last step'
    ),
  family: z
    .array(z.strictObject({ issue: z.string(), options: ids }))
    .describe(
      'of an issue changed, other `options` with which the chance stays within one standard error and every mean gain where it is'
    ),
  parties: z
    .record(z.string(), z.strictObject({ accepts: pair, gain: pair.nullable() }))
    .describe('by party needed: how it `accepts`, and its mean `gain`, before and after'),
  crosses: ids.describe('redlines newly crossed'),
  keeps: ids.describe('redlines no longer crossed')
})

const distance = z.strictObject({
  within: z.number().min(0),
  moves: z.number().min(0),
  chance: estimateShape,
  bound: chanceShape,
  exact: z.boolean(),
  terms: offered
})

/** What `truce solve acceptance --format json` prints. */
export const acceptanceShape = z
  .strictObject({
    ...headShape('solve acceptance'),
    case: about,
    settings: z
      .strictObject({
        draws: z.int().min(1),
        seed: z.int().min(0),
        dependence: z.enum(['independent', 'party']),
        budget: z.number().min(0)
      })
      .describe(
        '`draws`, `seed`, `dependence`, and `budget`: millions of draws that the proof may look at'
      ),
    packages: countShape.describe('all combinations of options'),
    method: z.string().describe('how it was found, in words'),
    best: best
      .nullable()
      .describe(
        'the greatest chance, as follows; `null` where the rules leave no package, or it was not asked for'
      ),
    chosen: chosen
      .nullable()
      .describe('of the packages about as likely the one best for all in points, as follows'),
    across: best.nullable().describe('a likelier package that crosses a firm redline'),
    ceilings: z
      .strictObject({
        rows: z.array(row),
        pairs: z.array(row),
        together: row.nullable(),
        tried: z.int().min(0),
        outOf: z.int().min(0)
      })
      .nullable()
      .describe(
        'what holds it down: `rows` with one thing taken away (`lifted`) and the `best` then, `pairs` of those that alone make no difference (`tried` of `outOf`), all of these `together`'
      ),
    frontiers: z
      .array(frontier)
      .nullable()
      .describe(
        "what each party's gain costs: by `party` always needed the `most` that a package brings it on the mean, in points (as far as found where not `exact`), and `points`: the best `chance` of packages that leave it at least `least`, the `gain` and `terms` there, and the `bound` that no such package exceeds; `null` where none was found"
      ),
    readings: readings
      .nullable()
      .describe(
        '`candidates` judged under other readings; the places of the most `robust` and of the one best on `average` among them'
      ),
    prices: z
      .record(
        z.string(),
        z.strictObject({
          from: offered,
          open: ids,
          points: z.array(point),
          distances: z
            .array(distance)
            .describe(
              'the best chance of packages that move the mean gain of no party always needed by more than `within` points from what the proposal brings it; `moves`: how far the one found does; empty where it crosses a firm redline, or was not asked for'
            )
        })
      )
      .describe(
        'by proposal asked for: its terms (`from`), what it leaves `open`, and `points` by number of changes, as follows'
      )
  })
  .describe(
    'The best chance of any package, what holds it down, and what each change to a proposal buys.'
  )

/** The same as a type. */
export type AcceptanceDocument = DocumentOf<typeof acceptanceShape>
