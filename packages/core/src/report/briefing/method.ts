import { textIn } from '../../model/package.ts'
import { VERSION } from '../../model/version.ts'
import type { Block } from '../blocks.ts'
import { facts, heading, list, paragraph } from '../blocks.ts'
import { count } from '../words.ts'
import type { Material } from './material.ts'
import { SCALE } from './summary.ts'
import { dependenceText } from './words.ts'

/** How all of it was computed, and from what, so that anybody can compute it again. */
export function methodBlocks(material: Material): readonly Block[] {
  const { check, study, hash, deals } = material
  const { draws, seed } = check.settings
  return [
    heading(2, 'Method'),
    paragraph(SCALE),
    paragraph(
      'A chance is a mean over draws of the uncertain judgements; behind \u00b1 stands its standard error. Gains at central judgements, their worst and best readings, crossed redlines, counts of packages and stability are exact. A party accepts a package that leaves it no worse off than no deal, unless it walks over a redline that is crossed (with a chance as great as the firmness of the firmest one) or a body that must ratify refuses.'
    ),
    ...(deals ? [paragraph(frontierText(deals))] : []),
    facts([
      [
        'Draws',
        `${count(draws)}${study ? `; ${count(study.sizes.draws)} in the study of how sure it is` : ''}; ${dependenceText(check)}`
      ],
      ['Seed', String(seed)],
      ['Truce', VERSION],
      ['Case', hash]
    ]),
    paragraph('The same case, seed and number of draws give this document again, byte for byte.')
  ]
}

function frontierText({ solved }: NonNullable<Material['deals']>): string {
  if (!solved.frontier)
    return 'The deal space was searched at central judgements, without a list of all its efficient packages.'
  return `The frontier of the deal space is ${solved.frontier.within ? 'near' : 'exact'}, at central judgements.`
}

/** The sources the case cites, by id. */
export function bibliographyBlocks({ source }: Material): readonly Block[] {
  const entries = [...source.sources.values()].map(({ id, title, author, date, url, kind }) => {
    const parts = [
      `[${id}]`,
      author ? `${textIn(author)}:` : '',
      `${textIn(title)}.`,
      date ?? '',
      `(${kind})`,
      url ?? ''
    ]
    return parts.filter((part) => part !== '').join(' ')
  })
  return entries.length === 0 ? [] : [heading(2, 'Sources'), list(entries)]
}
