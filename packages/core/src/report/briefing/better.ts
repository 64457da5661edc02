import { inPoints, whoGains } from '../bargaining/deal-names.ts'
import { improvedTerms } from '../bargaining/proposals.ts'
import type { Block } from '../blocks.ts'
import { heading, list, paragraph } from '../blocks.ts'
import { settledAs, wordsOf } from '../words/index.ts'
import type { Material } from './material.ts'

/**
 * What would be better for everybody than a proposal, within the redlines; nothing where gains are
 * not known.
 */
export function betterForAll(material: Material, id: string): readonly Block[] {
  const { deals } = material
  const placed = deals?.proposals.find((one) => one.id === id)
  if (!deals || !placed) return []
  const words = wordsOf(material)
  const { say } = words
  const { improvement, gains, space, crosses, breaks } = placed
  const loses = gains.some((gain) => gain < 0)
  const title = heading(3, say('better.title'))
  if (!improvement) {
    const outside = crosses.length > 0 || breaks.length > 0
    return [
      title,
      paragraph(say(loses ? 'better.none.loses' : outside ? 'better.none.outside' : 'better.none'))
    ]
  }
  return [
    title,
    paragraph(
      say(loses ? 'better.than.loses' : 'better.than', {
        gains: whoGains(words, deals, inPoints(space, improvement.adds))
      })
    ),
    list(improvedTerms(placed).map((term) => settledAs(words, deals.source, term)))
  ]
}
