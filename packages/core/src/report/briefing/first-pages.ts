import { textIn } from '../../model/package.ts'
import type { Block } from '../blocks.ts'
import { heading, paragraph } from '../blocks.ts'
import { ofDay } from '../opening.ts'
import { capital, wordsOf } from '../words/index.ts'
import { certaintySection } from './certainty-section.ts'
import { helpSection } from './help-section.ts'
import { lastingSection, outcomesSection } from './lasting-section.ts'
import { leadOf } from './lead.ts'
import type { Material } from './material.ts'
import { obstacleSection } from './obstacle-section.ts'
import { proposedSection } from './proposed-section.ts'
import { signingSection } from './signing-section.ts'

/**
 * What one reads who reads nothing else: title, view and day; then of one proposal what it is, who
 * would sign it, what is in its way, what would help, how sure that is and whether it would hold.
 * Names and titles only: no ids, no places in files, no terms of art.
 */
export function firstPages(material: Material): readonly Block[] {
  const { source, check } = material
  const words = wordsOf(material)
  const { say } = words
  const found = leadOf(check)
  return [
    heading(1, textIn(source.title)),
    paragraph(ofDay(words, source, source.view && capital(textIn(source.view)))),
    ...(found
      ? [
          ...proposedSection(material, found),
          ...signingSection(material, found.lead),
          ...obstacleSection(material, found.lead),
          ...helpSection(material, found.lead),
          ...certaintySection(material, found.lead),
          ...lastingSection(material, found.lead)
        ]
      : [
          heading(2, say('pages.proposed')),
          paragraph(say('proposals.none')),
          ...outcomesSection(material)
        ]),
    heading(2, say('pages.reading')),
    paragraph([say('brief.holds'), ...(found ? [say('pages.words')] : [])].join(' '))
  ]
}
