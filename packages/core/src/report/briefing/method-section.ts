import { VERSION } from '../../model/version.ts'
import { CUTS } from '../../worth/conventions.ts'
import { bibliography } from '../bibliography.ts'
import type { Block } from '../blocks.ts'
import { facts, heading, list, paragraph } from '../blocks.ts'
import { isBounded } from '../check/check-report.ts'
import type { Words } from '../words/index.ts'
import { count, wordsOf } from '../words/index.ts'
import type { Material } from './material.ts'

/** How all of it was computed, and from what, so that anybody can compute it again. */
export function briefingMethod(material: Material): readonly Block[] {
  const { check, study, hash, deals } = material
  const words = wordsOf(material)
  const { say } = words
  const { seed, dependence: how } = check.settings
  const draws = count(check.settings.draws)
  const dependence = say(`dependence.${how}`)
  return [
    heading(2, say('brief.method')),
    paragraph(say('brief.scale', CUTS)),
    paragraph(say('brief.method.chance')),
    ...(isBounded(check) ? [paragraph(say('method.bounded'))] : []),
    ...(deals ? [paragraph(frontierText(words, deals))] : []),
    facts([
      [
        say('brief.method.draws'),
        study
          ? say('brief.method.studied', { draws, studied: count(study.sizes.draws), dependence })
          : say('brief.method.drawn', { draws, dependence })
      ],
      [say('brief.method.seed'), String(seed)],
      ['Truce', VERSION],
      [say('brief.method.case'), hash]
    ]),
    paragraph(say('brief.method.again'))
  ]
}

function frontierText({ say }: Words, { solved }: NonNullable<Material['deals']>): string {
  if (!solved.frontier) return say('brief.method.unlisted')
  const { within, rounding } = solved.frontier
  return say(within || rounding ? 'brief.method.near' : 'brief.method.exact')
}

/** The sources the case cites, by id. */
export function bibliographyBlocks(material: Material): readonly Block[] {
  const entries = bibliography(material.source)
  return entries.length === 0
    ? []
    : [heading(2, wordsOf(material).say('sources.title')), list(entries)]
}
