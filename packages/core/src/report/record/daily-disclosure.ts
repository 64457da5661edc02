import type { Case } from '../../model/case.ts'
import type { Audience, Daily } from '../../record/index.ts'
import { isCoarse } from '../../record/index.ts'
import type { Block } from '../blocks.ts'
import { paragraph } from '../blocks.ts'
import type { Words } from '../words/index.ts'
import { nameOf, namesOf } from '../words/index.ts'

/** How many entries are not for whom a report is made: the public is not told. */
export const withheldTold = ({ disclosure, withheld }: Daily): number =>
  disclosure.audience.of === 'public' ? 0 : withheld

/** For whom a report is made. */
export function audienceWords(words: Words, source: Case, audience: Audience): string {
  const { say } = words
  switch (audience.of) {
    case 'party':
      return nameOf(source, audience.party)
    case 'mission':
      return say('daily.for.mission', { parties: namesOf(words, source, audience.parties) })
    default:
      return say(`daily.for.${audience.of}`)
  }
}

/** What a report does not tell whom it is made for; nothing where it tells everything. */
export function disclosureBlocks({ say }: Words, about: Daily): readonly Block[] {
  const { disclosure } = about
  const { audience, place, time, authors } = disclosure
  if (audience.of === 'whole' && !isCoarse(disclosure)) return []
  const withheld = withheldTold(about)
  const said = [
    ...(audience.of === 'public' ? [say('daily.told.not-for-all')] : []),
    ...(withheld > 0 ? [say('daily.told.withheld', { n: withheld })] : []),
    ...(typeof place === 'string'
      ? place === 'area'
        ? [say('daily.told.area')]
        : []
      : [say('daily.told.cell', { km: place.cellKm })]),
    ...(time === 'exact' ? [] : [say(`daily.told.${time}`)]),
    ...(authors === 'hidden' ? [say('daily.told.authors')] : []),
    ...(isCoarse(disclosure) ? [say('daily.told.ids')] : [])
  ]
  return said.length === 0 ? [] : [paragraph(said.join(' '))]
}
