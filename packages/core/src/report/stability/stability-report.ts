import type { Analysis } from '../../stability/index.ts'
import type { Block } from '../blocks.ts'
import { facts, heading, paragraph, table } from '../blocks.ts'
import { opening } from '../opening.ts'
import { CONCEPT_NAMES, conceptMeaning, count, wordsOf } from '../words/index.ts'
import { coalitionBlocks, foresightBlocks, handMadeBlocks, jointBlocks } from './further.ts'
import type { GraphReported } from './graph-words.ts'
import { conceptList, doneIn, isNamed, partyNames, stateName } from './graph-words.ts'
import { inverseBlocks } from './inverse.ts'
import { outlookBlocks } from './outlook.ts'
import { fallingBlocks, holdingBlocks } from './states.ts'
import { concepts, defined, fallings, holdings, isThin } from './told.ts'

/** How many states the table holds. */
const ROWS = 12

/**
 * The report of `solve stability`: which states would hold, why each party stays, the way there
 * from today, and what it hangs on; `drawn` stands before its end.
 */
export function stabilityReport(
  about: GraphReported,
  result: Analysis,
  drawn: readonly Block[] = []
): readonly Block[] {
  const own = wordsOf(about)
  const from = result.start?.state
  return [
    ...opening(own, about.source, own.say('opening.stability')),
    ...outlookBlocks(about, result),
    ...overview(about, result),
    ...holdings(result).flatMap((one) => holdingBlocks(about, one, { level: 2, from })),
    ...fallingBlocks(about, fallings(result), 2),
    ...jointBlocks(about, result),
    ...coalitionBlocks(about, result),
    ...foresightBlocks(about, result),
    ...handMadeBlocks(about, result),
    ...inverseBlocks(about, result),
    ...drawn,
    heading(2, own.say('method.title')),
    paragraph(method(about, result).join(' '))
  ]
}

function overview(about: GraphReported, result: Analysis): readonly Block[] {
  const { say } = wordsOf(about)
  const { space } = about.compiled
  const { equilibria } = result
  const order = result.explained
    .map(({ state }) => state)
    .filter((state) => equilibria.includes(state))
  const rest = equilibria.filter((state) => !order.includes(state))
  const shown = [...order, ...rest].slice(0, ROWS)
  const left = equilibria.length - shown.length
  const size = say('states.count', {
    states: count(space.count),
    infeasible: count(space.infeasible)
  })
  return [
    heading(2, say('states.title')),
    paragraph(size),
    shown.length === 0 ? paragraph(say('states.none')) : statesTable(about, result, shown),
    ...(isThin(result)
      ? [
          paragraph(
            say('states.thin', {
              everywhere: count(result.thickness.everywhere),
              feasible: count(result.thickness.feasible)
            })
          )
        ]
      : []),
    ...(left > 0 ? [paragraph(say('more.json', { n: left }))] : []),
    ...terms(about, result)
  ]
}

/** What the terms of the table mean. */
function terms(about: GraphReported, result: Analysis): readonly Block[] {
  if (result.equilibria.length === 0) return []
  const words = wordsOf(about)
  return [
    paragraph(words.say('states.terms')),
    facts(
      defined(result).map((concept) => [CONCEPT_NAMES[concept], conceptMeaning(words, concept)])
    )
  ]
}

function statesTable(about: GraphReported, result: Analysis, shown: readonly number[]): Block {
  const { say } = wordsOf(about)
  const { start } = result
  const asked = defined(result)
  const under = (state: number): string => {
    const holding = concepts(result, state)
    return holding.length > 1 && holding.length === asked.length
      ? say('states.every')
      : holding.map((concept) => CONCEPT_NAMES[concept]).join(', ')
  }
  const named = (state: number): string =>
    isNamed(about, state) && about.compiled.space.moveIds.length > 0
      ? say('state', { name: stateName(about, state), done: doneIn(about, state) })
      : stateName(about, state)
  return table(
    [
      say('states.state'),
      say('states.under'),
      ...(start ? [say('states.from', { state: fromWords(about, start.state) })] : [])
    ],
    shown.map((state) => [named(state), under(state), ...(start ? [way(about, start, state)] : [])])
  )
}

const fromWords = (about: GraphReported, state: number): string =>
  isNamed(about, state) || about.compiled.space.moveIds.length === 0
    ? stateName(about, state)
    : wordsOf(about).say('states.start')

function way(about: GraphReported, start: NonNullable<Analysis['start']>, state: number): string {
  const { say } = wordsOf(about)
  if (state === start.state) return say('states.here')
  const route = start.routes.find(({ target }) => target === state)
  return route ? say('states.moves', { n: route.path.length }) : say('states.no-way')
}

function method(about: GraphReported, { rules, solution }: Analysis): readonly string[] {
  const { say } = wordsOf(about)
  const missing = [...solution.concepts].flatMap(([concept, verdicts]) =>
    verdicts === null ? [concept] : []
  )
  const unknown = about.compiled.conflict.ranks.flatMap((ranks, party) => (ranks ? [] : [party]))
  return [
    say('stability.method'),
    say(rules.strict ? 'stability.strict' : 'stability.weak'),
    ...(about.compiled.preferences.some(({ kind }) => kind === 'ranking')
      ? [say('stability.rankings')]
      : []),
    ...(missing.length > 0
      ? [say('stability.undefined', { concepts: conceptList(about, missing) })]
      : []),
    ...(unknown.length > 0
      ? [
          say('stability.unknown', {
            parties: partyNames(about, unknown),
            attitude: rules.attitude
          })
        ]
      : [])
  ]
}
