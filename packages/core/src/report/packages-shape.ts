import { z } from 'zod'
import { redlineId } from '../worth/redlines.ts'
import type { AdmissibleCount, PackageRoom } from '../worth/room.ts'
import { putInShape } from './put-in-shape.ts'
import type { DocumentOf } from './shapes.ts'
import { admissibleShape, chanceShape, countShape, ids } from './shapes.ts'

/** How many packages there are, at the firmness that binds and at others, in a document. */
export const packagesShape = z
  .strictObject({
    total: countShape,
    ...admissibleShape,
    at: chanceShape,
    levels: z.array(z.strictObject({ at: chanceShape, ...admissibleShape })),
    edges: z.array(
      z.strictObject({ redline: z.string(), binds: z.boolean(), admissible: countShape })
    ),
    uncounted: ids,
    putIn: putInShape
  })
  .describe(
    "`total`: all combinations of options; `admissible`: those that respect the rules and the required parties' redlines of firmness `at` or more: so many where `exact`, else at least so many, for the count ended at its limit; `levels`: the same at other firmness; `edges`: redlines whose firmness reaches across `at` or stands beside it, whether each `binds`, and how many packages were admissible if it alone were read on the other side; `uncounted`: such redlines with which packages were not counted, because the limit was reached; `putIn`: what rules and those redlines leave no choice about"
  )

type PackagesDocument = DocumentOf<typeof packagesShape>

/** How many packages are admissible, and whether that is all of them. */
export const countJson = ({
  admissible,
  exact
}: AdmissibleCount): { readonly admissible: string; readonly exact: boolean } => ({
  admissible: String(admissible),
  exact
})

/** How many packages a case has, as the document has it. */
export const packagesJson = (room: PackageRoom): PackagesDocument => ({
  total: String(room.total),
  ...countJson(room),
  at: room.at,
  levels: room.levels.map((level) => ({ at: level.at, ...countJson(level) })),
  edges: room.edges.map(({ redline, binds, admissible }) => ({
    redline: redlineId(redline),
    binds,
    admissible: String(admissible)
  })),
  uncounted: room.uncounted.map(redlineId),
  putIn: room.putIn
})
