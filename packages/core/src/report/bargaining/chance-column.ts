import type { DealSpace } from '../../bargaining/index.ts'
import type { Bargain } from '../../deals/bargain.ts'
import type { Offers } from '../../worth/offers.ts'
import type { Block } from '../blocks.ts'
import { paragraph } from '../blocks.ts'
import type { Words } from '../words/index.ts'
import { chance, count } from '../words/index.ts'

/** A package of a deal space; `offers`: its staged terms, where the space counts them as options. */
export interface Chosen {
  readonly space?: DealSpace
  readonly choice: readonly number[]
  readonly offers?: Offers
}

/** The head of the column of chances; none where they were not asked for. */
export const chanceHead = ({ say }: Words, { chances }: Bargain): readonly string[] =>
  chances ? [say('chance.column')] : []

/** How likely a package is to be accepted; nothing where that was not asked for. */
export const chanceCell = (
  { chances, space: own }: Bargain,
  { space = own, choice, offers }: Chosen
): readonly string[] => (chances ? [chance(chances.of(space, choice, offers).p)] : [])

/** What the column says, and how it was drawn. */
export const chanceNote = ({ say }: Words, { chances }: Bargain): readonly Block[] =>
  chances
    ? [
        paragraph(
          say('chance.note', {
            draws: count(chances.settings.draws),
            seed: String(chances.settings.seed)
          })
        )
      ]
    : []
