import type { AlternativeStudy } from '../../study/index.ts'
import type { Block } from '../blocks.ts'
import { heading, list, paragraph, table } from '../blocks.ts'
import { checkNext } from '../study/check-next.ts'
import { conceptsWords, holdsCell } from '../study/holds.ts'
import { sampled } from '../study/words.ts'
import { count } from '../words.ts'
import type { Material } from './material.ts'
import { capital, titleOf } from './words.ts'

/**
 * How sure the answers are when every judgement may lie anywhere in its range, and what to check
 * next.
 */
export function robustnessBlocks(material: Material): readonly Block[] {
  const { study, source } = material
  if (!study) return []
  const { draws } = study.sizes
  const proposals = study.alternatives.filter(({ kind }) => kind === 'proposal')
  return [
    heading(2, 'How sure is this?'),
    paragraph(
      `A short study of ${count(draws)} draws: every judgement is drawn anywhere in its range. \u201cNothing better\u201d says how often no package within the redlines is better for one party and worse for none; \u201cnobody leaves\u201d how often everybody would stay in the state that the proposal leads to, from the strictest to the mildest idea of stability. A hyphen: it cannot be told.`
    ),
    table(
      ['proposal', 'nothing better', 'nobody leaves'],
      proposals.map((one) => [
        titleOf(source, one.id),
        one.efficient ? sampled(one.efficient) : '-',
        holdsCell(one.equilibrium)
      ])
    ),
    ...proposals.flatMap((one) => nextBlocks(material, one))
  ]
}

/** What to check next for one proposal; the heading names it, for several follow one another. */
function nextBlocks(material: Material, alternative: AlternativeStudy): readonly Block[] {
  const { source, place } = material
  const holds = conceptsWords(alternative.equilibrium)
  const found = checkNext({ source, place }, alternative).map((block) =>
    block.kind === 'heading'
      ? heading(3, `${titleOf(source, alternative.id)}: check next`)
      : block.kind === 'facts'
        ? list(block.rows.map(([, text]) => `${capital(text.replaceAll('\n', ': '))}.`))
        : block
  )
  return [...found, ...(holds ? [paragraph(`${capital(holds)}.`)] : [])]
}
