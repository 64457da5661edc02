import type { Judged } from '../../geo/index.ts'
import type { RecordState, Sightings } from '../../record/index.ts'
import type { Block } from '../blocks.ts'
import { facts, paragraph } from '../blocks.ts'
import { positionBlocks } from '../geo/positions-section.ts'
import { count } from '../words/index.ts'
import { recordTelling } from './record-moments.ts'
import type { RecordGroundDocument } from './record-state-shapes.ts'

/** What was seen from an instant on (ms since 1970), held against the zones that are drawn. */
export interface InsideTold {
  readonly judged: Judged
  readonly sightings: Sightings
  readonly since: number
}

/** Who was seen within the zones; rows are the numbers of entries, which stand below. */
export function recordInsideBlocks(
  state: RecordState,
  { judged, sightings, since }: InsideTold
): readonly Block[] {
  const { words, clock } = recordTelling(state)
  const { say } = words
  return [
    ...positionBlocks(words, state.source, judged),
    paragraph(say('ground.inside', { since: clock(since), stale: sightings.stale.length })),
    facts([...sightings.entries].map(([number, id]) => [count(number), id])),
    ...(sightings.unplaced.length === 0
      ? []
      : [paragraph(say('ground.inside.unplaced', { entries: sightings.unplaced.join(', ') }))])
  ]
}

/** The same for programs. */
export function recordInsideJson({
  judged,
  sightings,
  since
}: InsideTold): NonNullable<RecordGroundDocument['inside']> {
  return {
    since: new Date(since).toISOString(),
    tallies: judged.tallies.map(
      ({ withdrawal, party, within, perhaps, across, ceiling, verdict }) => ({
        withdrawal,
        party,
        within,
        perhaps,
        across,
        ...(ceiling === undefined ? {} : { ceiling }),
        verdict,
        entries: judged.found
          .filter(
            ({ seen, standings }) =>
              seen.party === party &&
              standings.some((one) => one.withdrawal === withdrawal && one.stand.where === 'within')
          )
          .flatMap(({ seen }) => sightings.entries.get(seen.row) ?? [])
      })
    ),
    unplaced: sightings.unplaced,
    stale: sightings.stale
  }
}
