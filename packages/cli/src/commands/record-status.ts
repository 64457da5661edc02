import { statusOf } from '@truce/core/record'
import { recordStatusJson, recordStatusReport } from '@truce/core/report/record'
import type { Io } from '../io.ts'
import { ASKED_HELP, askRecord } from '../record-asked.ts'

export const HELP = `truce record status <record> [options]
The record at a glance: hotline clocks that have run out, what is due today and what
is late, incidents by how far they are, gates, withdrawals, meetings, and redlines
that what is recorded crosses.

${ASKED_HELP}
`

/** `truce record status`. */
export const run = async (argv: readonly string[], io: Io): Promise<number> =>
  askRecord(argv, io, {
    name: 'status',
    answer: ({ state, now }) => {
      const status = statusOf(state, now)
      return {
        blocks: () => recordStatusReport(state, status),
        json: () => recordStatusJson(state, status)
      }
    }
  })
