// The figures of docs/method/calibration.md and the constants they come to.
import { markdownTable } from '../block.ts'
import type { Estimate } from './estimate.ts'
import {
  AGES,
  cellsOf,
  commonOf,
  houseOf,
  meanOf,
  movementOf,
  rootMeanSquare,
  together,
  walkOf,
  wordingOf
} from './estimate.ts'
import type { Polled } from './polls.ts'
import { DISTANT, RELATED, REPEATED } from './questions.ts'

/** Months after which a poll is taken to grow no worse. */
const LONGEST = 6

/** Everything that is estimated from the polls, under the names of the constants. */
export function estimatesFrom(polls: readonly Polled[]): {
  readonly constants: Readonly<Record<'house' | 'common' | 'walk' | 'related', Estimate>>
  readonly freedom: number
  readonly walkOfVotes: Estimate
  readonly walkOfWaves: Estimate
  readonly distant: Estimate
} {
  const house = houseOf(polls)
  const cells = cellsOf(polls, house.value)
  const common = commonOf(cells)
  const walkOfVotes = walkOf(cells, common.value, LONGEST)
  const walkOfWaves = movementOf(REPEATED)
  const walk = together([walkOfVotes, walkOfWaves])
  return {
    constants: { house, common, walk, related: wordingOf(RELATED) },
    freedom: house.freedom,
    walkOfVotes,
    walkOfWaves,
    distant: wordingOf(DISTANT)
  }
}

/** The block of figures, as the page has it. */
export function calibrationBlock(polls: readonly Polled[]): string {
  const { constants, freedom, walkOfVotes, walkOfWaves, distant } = estimatesFrom(polls)
  const settlements = new Set(polls.filter((one) => one.settlement).map(({ vote }) => vote))
  const cells = cellsOf(polls, constants.house.value)
  const ofAge = AGES.map(([from, to], age) => {
    const some = cells.filter((cell) => cell.age === age)
    const errors = some.map(({ error }) => error)
    const settled = some.filter(({ vote }) => settlements.has(vote)).map(({ error }) => error)
    return [
      `${from} to ${to}`,
      `${errors.length}`,
      points(rootMeanSquare(errors)),
      points(meanOf(errors)),
      `${settled.length}`,
      settled.length > 1 ? points(rootMeanSquare(settled)) : ''
    ]
  })
  return [
    `${polls.length} polls of ${new Set(polls.map(({ vote }) => vote)).size} votes, in points of yes out of yes and no; standard errors in brackets.`,
    markdownTable(
      [
        'days before the vote',
        'votes',
        'root mean square error',
        'mean error',
        'of them settlements',
        'root mean square error'
      ],
      ofAge
    ),
    markdownTable(
      ['what', 'points', 'from'],
      [
        ['`house`', points(constants.house), `${freedom} degrees of freedom`],
        ['`common`', points(constants.common), `${ofAge[0]?.[1]} votes`],
        ['walk, from votes', points(walkOfVotes), `${cells.length} votes at an age`],
        ['walk, from questions asked twice', points(walkOfWaves), `${REPEATED.length} questions`],
        ['walk, both together', points(constants.walk), 'mean by precision'],
        ['related question', points(constants.related), `${RELATED.length} pairs`],
        ['distant question', points(distant), `${DISTANT.length} picked pairs; not used`]
      ]
    )
  ].join('\n\n')
}

const points = ({ value, error }: Estimate): string =>
  `${(100 * value).toFixed(1)} (${(100 * error).toFixed(1)})`
