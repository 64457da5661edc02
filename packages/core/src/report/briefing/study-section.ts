import type { AlternativeStudy } from '../../study/index.ts'
import type { Block } from '../blocks.ts'
import { heading, list, paragraph, table } from '../blocks.ts'
import { nextOf } from '../study/check-next.ts'
import { conceptsWords, holdsCell } from '../study/equilibrium-cells.ts'
import { sampled } from '../study/input-words.ts'
import { capital, count, proposalTitle, sentence, wordsOf } from '../words/index.ts'
import type { Material } from './material.ts'

/**
 * How sure the answers are when every judgement may lie anywhere in its range, and what to check
 * next.
 */
export function studySection(material: Material): readonly Block[] {
  const { study, source } = material
  if (!study) return []
  const words = wordsOf(material)
  const { say } = words
  const proposals = study.alternatives.filter(({ kind }) => kind === 'proposal')
  return [
    heading(2, say('brief.sure')),
    paragraph(say('brief.sure.reading', { draws: count(study.sizes.draws) })),
    table(
      [say('brief.proposal'), say('pass.better'), say('pass.leaves')],
      proposals.map((one) => [
        proposalTitle(source, one.id),
        one.efficient ? sampled(one.efficient) : '-',
        holdsCell(words, one.equilibrium)
      ])
    ),
    ...proposals.flatMap((one) => nextBlocks(material, one))
  ]
}

/** What to check next for one proposal; the heading names it, for several follow one another. */
function nextBlocks(material: Material, alternative: AlternativeStudy): readonly Block[] {
  const words = wordsOf(material)
  const { say } = words
  const holds = conceptsWords(words, alternative.equilibrium)
  const { judgements, remarks, uncertain } = nextOf(material, alternative)
  const title = proposalTitle(material.source, alternative.id)
  return [
    ...(uncertain ? [heading(3, say('brief.next', { proposal: title }))] : []),
    ...(judgements.length > 0
      ? [
          list(
            judgements.map(({ what, effect }) =>
              say('brief.next.line', { judgement: capital(what), effect })
            )
          )
        ]
      : []),
    ...remarks.map(paragraph),
    ...(holds ? [paragraph(sentence(words, holds))] : [])
  ]
}
