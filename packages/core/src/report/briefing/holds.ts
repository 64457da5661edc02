import type { CeilingRow } from '../../acceptance/index.ts'
import type { Block } from '../blocks.ts'
import { heading, paragraph, table } from '../blocks.ts'
import { chance, inPercent, liftedWords, wordsOf } from '../words/index.ts'
import type { Material } from './material.ts'

/** What holds the most that any text can reach down, in a sentence; nothing where nothing does. */
export function ceilingHolds(material: Material): readonly string[] {
  const words = wordsOf(material)
  const { source, holds = [] } = material
  if (holds.length === 0) return []
  const said = holds.map(({ lifted, best }) =>
    words.say(best.exact ? 'pages.help.hold' : 'pages.help.hold.least', {
      what: liftedWords({ words, source }, lifted),
      chance: inPercent(best.chance.p)
    })
  )
  return [words.say('pages.help.holds', { holds: said.join('; ') })]
}

/** The same as a table of the annex. */
export function holdBlocks(material: Material): readonly Block[] {
  const words = wordsOf(material)
  const { say } = words
  const { source, holds = [], check } = material
  if (holds.length === 0 || !check.ceiling) return []
  const row = ({ lifted, best }: CeilingRow): readonly string[] => [
    liftedWords({ words, source }, lifted),
    chance(best.chance.p),
    chance(best.bound)
  ]
  return [
    heading(2, say('ceiling.title')),
    paragraph(say('brief.ceiling', { chance: chance(check.ceiling.chance.p) })),
    table([say('ceiling.what'), say('ceiling.chance'), say('ceiling.bound')], holds.map(row))
  ]
}
