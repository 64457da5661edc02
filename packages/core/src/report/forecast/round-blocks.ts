import type { EuRound, Forecast, ForecastMove, IssueForecast } from '../../forecast/index.ts'
import type { Block } from '../blocks.ts'
import { heading, list, paragraph } from '../blocks.ts'
import type { Words } from '../words/index.ts'
import { nameOf } from '../words/index.ts'

/** A place on the scale, 0 to 100. */
export const placeWords = (place: number): string => (100 * place).toFixed(0)

/** Round by round: who moved whom, and why. */
export function roundBlocks(own: Words, about: Forecast, found: IssueForecast): readonly Block[] {
  const { say } = own
  const { rounds, median, mean } = found.course
  return [
    paragraph(say('forecast.start', { median: placeWords(median), mean: placeWords(mean) })),
    ...rounds.flatMap((round, at) => [
      heading(
        3,
        say('forecast.round', {
          n: at + 1,
          median: placeWords(round.median),
          mean: placeWords(round.mean)
        })
      ),
      round.moves.length === 0
        ? paragraph(say('forecast.nobody'))
        : list(round.moves.map((move) => moveWords(own, about, { found, round, move })))
    ])
  ]
}

interface Moved {
  readonly found: IssueForecast
  readonly round: EuRound
  readonly move: ForecastMove
}

function moveWords({ say }: Words, { source }: Forecast, { found, round, move }: Moved): string {
  const name = (at: number): string => nameOf(source, found.actors[at]?.party ?? '')
  return say(`forecast.${move.how}`, {
    party: name(move.mover),
    by: name(move.by),
    from: placeWords(round.before[move.mover] ?? 0),
    to: placeWords(move.to),
    own: utility(move.own),
    other: utility(move.other)
  })
}

const utility = (value: number): string => `${value > 0 ? '+' : ''}${value.toFixed(2)}`
