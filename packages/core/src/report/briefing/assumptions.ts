import type { Block } from '../blocks.ts'
import { heading, paragraph, table } from '../blocks.ts'
import { wordsOf } from '../words/index.ts'
import type { Material } from './material.ts'
import { ownFigures } from './own-figures.ts'

/**
 * Every figure that is the case's own, by party, with the claim's source where there is one and the
 * place. What a source itself states is not among them.
 */
export function assumptionBlocks(material: Material): readonly Block[] {
  const { source, place } = material
  const words = wordsOf(material)
  const { say } = words
  const groups = ownFigures(words, source)
  const title = heading(2, say('assumed.title'))
  if (groups.length === 0) return [title, paragraph(say('assumed.none'))]
  const head = [
    say('assumed.judgement'),
    say('assumed.figures'),
    say('assumed.claim'),
    say('assumed.place')
  ]
  return [
    title,
    paragraph(say('assumed.reading')),
    ...groups.flatMap(({ title: of, lines }) => [
      heading(3, of),
      table(
        head,
        lines.map(({ what, figures, claim, at }) => {
          const where = place(at)
          return [
            what,
            figures,
            claim.map((id) => say('cited.square', { source: id })).join(' ') || '-',
            where ? `${where.file}:${where.line}` : ''
          ]
        })
      )
    ])
  ]
}
