import type { EuRound, Forecast, ForecastMove, IssueForecast } from '../../forecast/index.ts'
import type { Block } from '../blocks.ts'
import { heading, list, paragraph } from '../blocks.ts'
import type { Words } from '../words/index.ts'
import { nameOf } from '../words/index.ts'

/** A place on the scale, 0 to 100. */
export const placeWords = (place: number): string => (100 * place).toFixed(0)

/** What is said of one round. */
export interface RoundTold {
  readonly title: string
  /** Who moved whom, and why; or that nobody did. */
  readonly moves: readonly string[]
}

/** Round by round: who moved whom, and why. */
export const roundsTold = (
  own: Words,
  about: Forecast,
  found: IssueForecast
): readonly RoundTold[] =>
  found.course.rounds.map((round, at) => ({
    title: own.say('forecast.round', {
      n: at + 1,
      median: placeWords(round.median),
      mean: placeWords(round.mean)
    }),
    moves:
      round.moves.length === 0
        ? [own.say('forecast.nobody')]
        : round.moves.map((move) => moveWords(own, about, { found, round, move }))
  }))

/** Where they start. */
export const startWords = ({ say }: Words, { course: { median, mean } }: IssueForecast): string =>
  say('forecast.start', { median: placeWords(median), mean: placeWords(mean) })

/** The rounds of an issue under their headings. */
export function roundBlocks(own: Words, about: Forecast, found: IssueForecast): readonly Block[] {
  const told = roundsTold(own, about, found)
  return [
    paragraph(startWords(own, found)),
    ...told.flatMap(({ title, moves }, at) => [
      heading(3, title),
      found.course.rounds[at]?.moves.length === 0 ? paragraph(moves[0] ?? '') : list(moves)
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
