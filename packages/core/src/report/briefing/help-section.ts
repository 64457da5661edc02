import type { ProposalResult, Repair } from '../../check/check-result.ts'
import { isWorse } from '../../worth/verdict.ts'
import type { Block } from '../blocks.ts'
import { heading, paragraph } from '../blocks.ts'
import { inPercent, namesOf, settled, verdictText, wordsOf } from '../words/index.ts'
import { ceilingHolds } from './holds.ts'
import type { Material } from './material.ts'

/** The change that helps most of those as small as can be; a repair only where it mends something. */
export function helpSection(
  material: Material,
  { repairs, verdict }: ProposalResult
): readonly Block[] {
  const { say } = wordsOf(material)
  const [best] = repairs.list
  return [
    heading(2, say('pages.help')),
    paragraph(
      best
        ? changeText(material, best)
        : say(verdict === 'robust' ? 'pages.help.needless' : 'pages.help.none')
    ),
    ...mostText(material).map((text) => paragraph(text))
  ]
}

/** The most that any text can reach, what a better draft alone can do; and what holds that down. */
function mostText(material: Material): readonly string[] {
  const { ceiling } = material.check
  if (!ceiling) return []
  const { say } = wordsOf(material)
  const most = inPercent(ceiling.bound)
  return [
    say(ceiling.across ? 'pages.help.across' : 'pages.help.most', { most }),
    ...ceilingHolds(material)
  ]
}

function changeText(material: Material, repair: Repair): string {
  const { source } = material
  const words = wordsOf(material)
  const { say } = words
  const { changes, verdict, joint, unpolled } = repair
  return [
    say(isWorse(verdict, 'contested') ? 'pages.help.change' : 'pages.help.repair', {
      changes: settled(words, source, changes),
      verdict: verdictText(words, repair),
      chance: inPercent(joint.p)
    }),
    whoPays(material, repair),
    ...(unpolled.length > 0
      ? [say('pages.help.unpolled', { parties: namesOf(words, source, unpolled) })]
      : [])
  ].join(' ')
}

/** Less than half a point either way is neither a loss nor a gain. */
const LEAST = 0.5

function whoPays(material: Material, { pays }: Repair): string {
  const words = wordsOf(material)
  const { say } = words
  const those = (moved: (change: number) => boolean): readonly string[] =>
    [...pays].filter(([, change]) => moved(change)).map(([party]) => party)
  const losers = those((change) => change <= -LEAST)
  const gainers = those((change) => change >= LEAST)
  const losing = namesOf(words, material.source, losers)
  const gaining = namesOf(words, material.source, gainers)
  const [n, m] = [losers.length, gainers.length]
  if (n > 0 && m > 0) return say('pages.help.both', { losing, n, gaining, m })
  if (n > 0) return say('pages.help.loses', { losing, n })
  return m > 0 ? say('pages.help.gains', { gaining, m }) : say('pages.help.even')
}
