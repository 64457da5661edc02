import { gatesOf } from '@truce/core/record'
import { recordGatesJson, recordGatesReport } from '@truce/core/report/record'
import type { Io } from '../io.ts'
import { ASKED_HELP, askRecord } from '../record-asked.ts'

export const HELP = `truce record gates <record> [options]
Each gate of the case over the record: open, shut, contested or not shown, test by
test with the entries that decide it, since when or from when on at the earliest; and
what was decided, beside it. A decision overrides nothing.

${ASKED_HELP}
`

/** `truce record gates`. */
export const run = async (argv: readonly string[], io: Io): Promise<number> =>
  askRecord(argv, io, {
    name: 'gates',
    answer: ({ state, now }) => {
      const gates = gatesOf(state, now)
      return {
        blocks: () => recordGatesReport(state, gates, now),
        json: () => recordGatesJson(state, gates, now)
      }
    }
  })
