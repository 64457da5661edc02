import { dutiesOf, monthlyMatrices } from '@truce/core/record'
import { recordDutiesJson, recordDutiesReport } from '@truce/core/report/record'
import type { Io } from '../io.ts'
import { ASKED_HELP, askRecord } from '../record-asked.ts'

export const HELP = `truce record obligations <record> [options]
Everything owed under the case and the record with its date and how it stands: due,
done by its own word, confirmed by others, late, disputed, or waiting for an event;
and the implementation matrix, 0 to 3, at the end of each month and now.

${ASKED_HELP}
`

/** `truce record obligations`. */
export const run = async (argv: readonly string[], io: Io): Promise<number> =>
  askRecord(argv, io, {
    name: 'obligations',
    answer: ({ state, now }) => {
      const told = { duties: dutiesOf(state, now), months: monthlyMatrices(state, now), now }
      return {
        blocks: () => recordDutiesReport(state, told),
        json: () => recordDutiesJson(state, told)
      }
    }
  })
