import type { ProposalResult, Repair } from '../../check/check-result.ts'
import { untold } from '../check/repairs.ts'
import {
  chance,
  nameOf,
  namesOf,
  points,
  sentence,
  settled,
  verdictText,
  wordsOf
} from '../words/index.ts'
import type { Material } from './material.ts'

/** How many repairs are told. */
const TOLD = 3

/** The best repairs, a line each: what to change, what it comes to, who pays. */
export function repairSection(
  material: Material,
  { repairs, verdict }: ProposalResult
): readonly string[] {
  const words = wordsOf(material)
  const { say } = words
  const { list, binding, complete } = repairs
  if (list.length === 0) {
    if (verdict === 'robust') return []
    return [
      say(complete ? 'repair.none.full' : 'repair.none.limit.full', {
        binding: binding ?? say('repair.none.nothing')
      })
    ]
  }
  return [
    ...list.slice(0, TOLD).map((repair) => repairText(material, repair)),
    ...untold(words, repairs, TOLD).map((line) => sentence(words, line))
  ]
}

function repairText(material: Material, repair: Repair): string {
  const { changes, joint, hollow, becomes, unpolled, forcedBy, ifHalfAsFirm } = repair
  const { source } = material
  const words = wordsOf(material)
  const { say } = words
  const rest = [
    payers(material, repair),
    ...(forcedBy && ifHalfAsFirm !== null
      ? [say('repair.bluff.full', { redline: forcedBy, chance: chance(ifHalfAsFirm) })]
      : []),
    ...(unpolled.length > 0
      ? [say('repair.unpolled.full', { parties: namesOf(words, source, unpolled) })]
      : []),
    ...(hollow ? [say('repair.hollow.full', { proposal: String(becomes) })] : [])
  ]
  return say('repair.full', {
    changes: settled(words, source, changes),
    verdict: verdictText(words, repair),
    chance: chance(joint.p),
    rest: rest.join(' ')
  })
}

/** Who pays and who receives, in points, greatest loss first. */
function payers(material: Material, { pays }: Repair): string {
  const { say, list } = wordsOf(material)
  const moved = [...pays]
    .filter(([, change]) => Math.abs(change) >= 0.5)
    .sort((a, b) => a[1] - b[1])
  const named = (some: typeof moved): string =>
    list(
      some.map(([party, change]) =>
        say('repair.changed', { party: nameOf(material.source, party), points: points(change) })
      )
    )
  const losers = moved.filter(([, change]) => change < 0)
  const gainers = moved.filter(([, change]) => change > 0)
  const [losing, gaining] = [named(losers), named(gainers)]
  const [n, m] = [losers.length, gainers.length]
  if (n > 0 && m > 0) return say('repair.pay.gain', { losing, n, gaining, m })
  if (n > 0) return say('repair.pay', { losing, n })
  return m > 0 ? say('repair.gain', { gaining, m }) : say('repair.free')
}
