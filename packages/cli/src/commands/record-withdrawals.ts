import { START_TOLERANCE, withdrawalsOf } from '@truce/core/record'
import { recordGroundJson, recordGroundReport } from '@truce/core/report/record'
import { wholeNumber } from '../args.ts'
import type { Io } from '../io.ts'
import { ASKED_HELP, askRecord } from '../record-asked.ts'

export const HELP = `truce record withdrawals <record> [options]
Each withdrawal party by party: what it declared, when it began and ended by its own
word and as others saw, whether all began together, tranches, inspections, whether
others confirm it, and what stands against it.

  --tolerance <minutes>  how far from the agreed instant a start still is at it
                         (default ${START_TOLERANCE / 60})
${ASKED_HELP}
`

/** `truce record withdrawals`. */
export const run = async (argv: readonly string[], io: Io): Promise<number> =>
  askRecord(argv, io, {
    name: 'withdrawals',
    options: { tolerance: { type: 'string' } },
    answer: (state, now, args) => {
      const bounds = { least: 0, most: 100_000, otherwise: START_TOLERANCE / 60 }
      const tolerance = 60 * wholeNumber(args, 'tolerance', bounds)
      const stands = withdrawalsOf(state, { now, tolerance })
      return {
        blocks: () => recordGroundReport(state, stands, now),
        json: () => recordGroundJson(state, stands, now)
      }
    }
  })
