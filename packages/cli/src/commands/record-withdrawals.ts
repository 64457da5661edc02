import { join } from 'node:path'
import { askZones } from '@truce/core/ask/zones'
import { START_TOLERANCE, sightingsOf, withdrawalsOf, zoneOfRecord } from '@truce/core/record'
import type { InsideTold } from '@truce/core/report/record'
import {
  recordGroundJson,
  recordGroundReport,
  recordInsideBlocks,
  recordInsideJson
} from '@truce/core/report/record'
import { localAt } from '@truce/core/timetable'
import { wholeNumber } from '../args.ts'
import type { Io } from '../io.ts'
import { Usage } from '../io.ts'
import { openCase } from '../open.ts'
import type { RecordAsked } from '../record-asked.ts'
import { ASKED_HELP, askRecord } from '../record-asked.ts'
import { drawingsOf } from './case-drawings.ts'

export const HELP = `truce record withdrawals <record> [options]
Each withdrawal party by party: what it declared, when it began and ended by its own
word and as others saw, whether all began together, tranches, inspections, whether
others confirm it, and what stands against it.

  --inside <days>        and who was seen within the zones in the last so many days, by
                         the lines that the case draws
  --tolerance <minutes>  how far from the agreed instant a start still is at it
                         (default ${START_TOLERANCE / 60})
${ASKED_HELP}
`

/** `truce record withdrawals`. */
export const run = async (argv: readonly string[], io: Io): Promise<number> =>
  askRecord(argv, io, {
    name: 'withdrawals',
    options: { tolerance: { type: 'string' }, inside: { type: 'string' } },
    answer: async (asked) => {
      const { state, now, args } = asked
      const bounds = { least: 0, most: 100_000, otherwise: START_TOLERANCE / 60 }
      const tolerance = 60 * wholeNumber(args, 'tolerance', bounds)
      const stands = withdrawalsOf(state, { now, tolerance })
      const inside = args.values['inside'] === undefined ? undefined : await insideOf(asked)
      return {
        blocks: () => [
          ...recordGroundReport(state, stands, now),
          ...(inside ? recordInsideBlocks(state, inside) : [])
        ],
        json: () => ({
          ...recordGroundJson(state, stands, now),
          ...(inside ? { inside: recordInsideJson(inside) } : {})
        })
      }
    }
  })

const DAY = 86_400_000

/** What was observed lately against the zones of the case that lies beside the record. */
async function insideOf({ state, now, args, path }: RecordAsked): Promise<InsideTold> {
  const days = wholeNumber(args, 'inside', { least: 1, most: 4000, otherwise: 7 })
  const since = now - days * DAY
  const sightings = sightingsOf(state, { now, since })
  const folder = join(path, 'case')
  const opened = await openCase(folder)
  const zone = zoneOfRecord(state)
  const local = localAt(now / 1000, zone)
  const at = { text: `${local}[${zone}]`, local, zone, utc: new Date(now).toISOString() }
  const answer = askZones(opened, {
    drawings: await drawingsOf(folder, opened),
    positions: { at, seen: sightings.seen }
  })
  const judged = answer.refused ? undefined : answer.result.judged
  if (judged) return { judged, sightings, since }
  throw new Usage(
    '--inside needs lines that the case draws: truce ceasefire zones says what is missing'
  )
}
