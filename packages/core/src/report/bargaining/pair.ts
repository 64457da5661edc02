import type { DealLottery, TwoParties } from '../../bargaining/index.ts'
import type { Bargain } from '../../deals/bargain.ts'
import type { Block } from '../blocks.ts'
import { heading, list, paragraph } from '../blocks.ts'
import { listed } from '../words.ts'
import { partyAt, settledAs, termsOf, whoGains } from './words.ts'

/** What two parties could do with a lottery between packages, or by dividing issues (adjusted winner). */
export function pairBlocks(about: Bargain): readonly Block[] {
  const { pair } = about
  if (!pair) return []
  const lotteries = [
    ...(pair.nash ? [`Nash: ${lotteryText(about, pair.nash)}`] : []),
    ...(pair.kalaiSmorodinsky ? [`Kalai-Smorodinsky: ${lotteryText(about, pair.kalaiSmorodinsky)}`] : [])
  ]
  return [
    ...(lotteries.length > 0
      ? [
          heading(2, 'If a lottery may decide between two packages'),
          paragraph('Chances make the deal space convex, as in the original theory. Gains are expected ones.'),
          list(lotteries)
        ]
      : []),
    ...divisionBlocks(about, pair)
  ]
}

function lotteryText(about: Bargain, { packages, gains }: DealLottery): string {
  const [one, other] = packages.map(({ choice }) => termsOf(about.space, choice))
  const differing = [...(one ?? [])].filter(([issue, option]) => other?.get(issue) !== option).map(([issue]) => issue)
  const side = (k: number): string =>
    `${(packages[k]?.chance ?? 0).toFixed(3)} of ${differing.map((issue) => settledAs(about.source, issue, (k === 0 ? one : other)?.get(issue) ?? '')).join(', ')}`
  return `${whoGains(about, gains)}, by a chance of ${side(0)}, against ${side(1)}; all else in both alike.`
}

function divisionBlocks(about: Bargain, { adjustedWinner: division, agreed }: TwoParties): readonly Block[] {
  if (!division) return []
  const names = [partyAt(about, 0), partyAt(about, 1)]
  const { holds, split, percent, interchangeable } = division
  return [
    heading(2, 'If issues can be divided (adjusted winner)'),
    list([
      ...holds.map(
        (issues, party) => `${names[party]} has its way on ${issues.length === 0 ? 'nothing whole' : listed(issues)}.`
      ),
      ...(split
        ? [`${split.item} is divided: ${split.shares.map((share, party) => `${share} to ${names[party]}`).join(', ')}.`]
        : []),
      ...(agreed.length > 0
        ? [`Both want the same on ${listed(agreed.map(({ issue, option }) => `${issue} (${option})`))}.`]
        : []),
      ...(interchangeable.length > 1
        ? [`${listed(interchangeable)} weigh alike where the cut falls: dividing them otherwise, at the same totals, is as good.`]
        : [])
    ]),
    paragraph(
      `Each then has ${percent} per cent of what it would have with its way on every issue in dispute: no party would rather have the other's share, and nothing is better for both (Brams and Taylor). It needs issues that can be divided.`
    )
  ]
}
