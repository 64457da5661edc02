import { textIn } from '../../model/package.ts'
import type { Block } from '../blocks.ts'
import { heading, list, paragraph, table } from '../blocks.ts'
import { groundFigure, groundTable, withdrawalName } from '../pictures/ground-picture.ts'
import { wordsOf } from '../words/index.ts'
import type { Material } from './material.ts'

/** The ceasefire on the ground, where the case has drawn its lines: a table of zones and a picture. */
export function groundSection(material: Material): readonly Block[] {
  const { source, ground } = material
  if (!ground) return []
  const own = wordsOf(material)
  const { say } = own
  const asymmetries = ground.zones.flatMap(({ withdrawal: { asymmetry, ...one } }) =>
    asymmetry === undefined
      ? []
      : [say('brief.ground.asymmetry', { what: withdrawalName(own, one), why: textIn(asymmetry) })]
  )
  const drawn = { source, zones: ground.zones, lines: ground.lines }
  const { head, rows } = groundTable(own, drawn)
  return [
    heading(2, say('brief.ground')),
    paragraph(say('brief.ground.about')),
    table(head, rows),
    ...(asymmetries.length > 0 ? [list(asymmetries)] : []),
    groundFigure(own, drawn, {
      title: say('brief.ground.picture'),
      text: say('brief.ground.picture.words')
    })
  ]
}
