import { inPoints, settledAs, whoGains } from '../bargaining/words.ts'
import type { Block } from '../blocks.ts'
import { heading, list, paragraph } from '../blocks.ts'
import type { Material } from './material.ts'

/**
 * What would be better for everybody than a proposal, within the redlines; nothing where gains are
 * not known.
 */
export function betterForAll({ deals }: Material, id: string): readonly Block[] {
  const placed = deals?.proposals.find((one) => one.id === id)
  if (!deals || !placed) return []
  const { improvement, gains, space, choice, crosses, breaks } = placed
  const loses = gains.some((gain) => gain < 0)
  const than = loses ? 'than the proposal and than no deal' : 'than the proposal'
  const title = heading(3, 'Better for all')
  if (!improvement) {
    const outside = loses || crosses.length > 0 || breaks.length > 0
    return [
      title,
      paragraph(
        outside
          ? `Nothing within the redlines is better for one party and worse for none ${than}.`
          : 'Nothing: to better one party from here is to worsen another.'
      )
    ]
  }
  const changes = space.issues.flatMap(({ id: issue, options }, at) =>
    improvement.choice[at] === choice[at]
      ? []
      : [settledAs(deals.source, issue, options[improvement.choice[at] ?? 0] ?? '')]
  )
  return [
    title,
    paragraph(
      `A package within the redlines is better for all ${than}. Against the proposal, in points: ${whoGains(deals, inPoints(space, improvement.adds))}. It settles these otherwise:`
    ),
    list(changes)
  ]
}
