import type { Block } from '../blocks.ts'
import { heading, list, paragraph } from '../blocks.ts'
import { opening } from '../opening.ts'
import type { Words } from '../words/index.ts'
import { count, words } from '../words/index.ts'
import type { StrategyPart, StrategyWithTrust } from './parts.ts'
import { STRATEGY_PARTS } from './parts.ts'

/** The report of `solve strategy`: what decides first, then part by part. */
export function strategyReport(strategy: StrategyWithTrust): readonly Block[] {
  const own = words()
  const { say } = own
  const told = STRATEGY_PARTS.map((part) => ({ part, said: part.told(own, strategy) }))
  const headlines = headlinesOf(told)
  return [
    ...opening(own, strategy.source, say('opening.strategy')),
    ...(headlines.length > 0 ? [heading(2, say('strategy.short')), list(headlines)] : []),
    ...told.flatMap(
      ({ said, part }) => said?.blocks ?? (part.lacking ? [paragraph(say(part.lacking))] : [])
    ),
    heading(2, say('method.title')),
    paragraph(strategyMethod(own, strategy))
  ]
}

/** What decides, first of all: one sentence a part, for some parts several. */
export const strategyHeadlines = (own: Words, strategy: StrategyWithTrust): readonly string[] =>
  headlinesOf(STRATEGY_PARTS.map((part) => ({ said: part.told(own, strategy) })))

const headlinesOf = (
  parts: readonly { readonly said: ReturnType<StrategyPart['told']> }[]
): readonly string[] => parts.flatMap(({ said }) => said?.headlines ?? [])

/** How the parts that are there were computed. */
export function strategyMethod(own: Words, strategy: StrategyWithTrust): string {
  const { draws, seed } = strategy.settings
  const said = STRATEGY_PARTS.filter((part) => part.told(own, strategy)).map(({ method }) =>
    own.say(method)
  )
  return [...said, own.say('strategy.method.draws', { draws: count(draws), seed })].join(' ')
}
