import type { Amount, DealLottery, SidePayments, TwoParties } from '../../bargaining/index.ts'
import { gainsOf } from '../../bargaining/index.ts'
import type { Bargain } from '../../deals/bargain.ts'
import { textIn } from '../../model/package.ts'
import type { Block } from '../blocks.ts'
import { heading, list, paragraph } from '../blocks.ts'
import { listed } from '../words.ts'
import { inPoints, partyAt, settledAs, termsOf, whoGains } from './words.ts'

/**
 * What two parties could do with a lottery between packages, or by dividing issues (adjusted
 * winner).
 */
export function pairBlocks(about: Bargain): readonly Block[] {
  const { pair } = about
  if (!pair) return []
  const lotteries = [
    ...(pair.nash ? [`Nash: ${lotteryText(about, pair.nash)}`] : []),
    ...(pair.kalaiSmorodinsky
      ? [`Kalai-Smorodinsky: ${lotteryText(about, pair.kalaiSmorodinsky)}`]
      : [])
  ]
  return [
    ...(lotteries.length > 0
      ? [
          heading(2, 'If a lottery may decide between two packages'),
          paragraph(
            'As in the original theory, whose best shares are those that chances allow. One of the two packages comes about, and its gains, not the expected ones, are then what a party has.'
          ),
          list(lotteries)
        ]
      : []),
    ...divisionBlocks(about, pair)
  ]
}

function lotteryText(about: Bargain, { packages, gains }: DealLottery): string {
  const { source, space } = about
  const outcomes = packages.map(({ choice, chance }) => ({
    terms: termsOf(space, choice),
    gains: gainsOf(space, choice),
    chance
  }))
  const [one, other] = outcomes.map(({ terms }) => terms)
  const base = termsOf(space, about.solved.standards[0]?.ties[0]?.choice ?? [])
  const differing = [...(one ?? [])]
    .filter(([issue, option]) => other?.get(issue) !== option)
    .map(([issue]) => issue)
  const changed = [...(one ?? [])].filter(
    ([issue, option]) => !differing.includes(issue) && base.get(issue) !== option
  )
  const sides = outcomes.map(({ terms, gains: own, chance }) => {
    const what = differing
      .map((issue) => settledAs(source, issue, terms.get(issue) ?? ''))
      .join(', ')
    return `${(100 * chance).toFixed(1)} per cent ${what} (${whoGains(about, inPoints(space, own))}${belowNoDeal(about, own)})`
  })
  const rest =
    base.size === 0
      ? ''
      : `; all else as in the package above${changed.length === 0 ? '' : `, except ${changed.map(([issue, option]) => settledAs(source, issue, option)).join(', ')}`}`
  return `expected gains ${whoGains(about, gains)}, by a chance of ${sides.join(' against ')}${rest}.`
}

function belowNoDeal(about: Bargain, gains: Float64Array): string {
  const losing = [...gains.keys()].filter((party) => (gains[party] as number) < 0)
  return losing.length === 0
    ? ''
    : `: worse than no deal for ${listed(losing.map((party) => partyAt(about, party)))}, who may walk away then`
}

function divisionBlocks(
  about: Bargain,
  { adjustedWinner: division, agreed }: TwoParties
): readonly Block[] {
  if (!division || !about.solved.ideal) return []
  const { source } = about
  const title = (issue: string): string =>
    textIn(source.issues.find(({ id }) => id === issue)?.title ?? issue)
  const names = [partyAt(about, 0), partyAt(about, 1)]
  const { holds, split, percent, interchangeable } = division
  return [
    heading(2, 'If issues can be divided (adjusted winner)'),
    list([
      ...holds.map(
        (issues, party) =>
          `${names[party]} has its way on ${issues.length === 0 ? 'nothing whole' : listed(issues.map(title))}.`
      ),
      ...(split
        ? [
            `${title(split.item)} is divided: ${split.shares.map((share, party) => `${share} to ${names[party]}`).join(', ')}.`
          ]
        : []),
      ...(agreed.length > 0
        ? [
            `Nobody loses by ${listed(agreed.map(({ issue, option }) => settledAs(source, issue, option)))}.`
          ]
        : []),
      ...(interchangeable.length > 1
        ? [
            `${listed(interchangeable.map(title))} weigh alike where the cut falls: dividing them otherwise, at the same totals, is as good.`
          ]
        : [])
    ]),
    paragraph(
      `Each then has ${decimal(percent)} per cent of what it would have with its way on every issue in dispute: no party would rather have the other's share, and nothing is better for both (Brams and Taylor). It needs issues that can be divided, and does not ask what no deal is worth.`
    )
  ]
}

/**
 * Amounts between the steps that divisible issues are read at, where they serve better than any
 * step.
 */
export function finerBlocks(about: Bargain): readonly Block[] {
  if (about.finer.length === 0) return []
  const { source } = about
  const lines = about.finer.flatMap(({ issue, step, unit, nash, egalitarian }) => {
    const title = textIn(source.issues.find(({ id }) => id === issue)?.title ?? issue)
    const of = unit === undefined ? '' : ` ${textIn(unit)}`
    const line = (name: string, { amount, exactly, gains }: Amount): string =>
      `${title}: ${Number(amount.toPrecision(6))}${exactly?.includes('/') ? ` (exactly ${exactly})` : ''}${of} instead of ${step}, by ${name}: ${whoGains(about, gains)}.`
    return [
      ...(nash ? [line('the product of gains', nash)] : []),
      ...(egalitarian ? [line('the least gain', egalitarian)] : [])
    ]
  })
  return [
    heading(2, 'Between the steps of what can be divided'),
    paragraph('With all else as in the package above, and one issue at a time:'),
    list(lines)
  ]
}

/** What payments between the parties would make possible. */
export function paymentBlocks(about: Bargain): readonly Block[] {
  const { paid, space, source } = about
  if (paid === undefined) return []
  const title = heading(2, 'If the parties can pay one another')
  if (paid === null)
    return [title, paragraph('No package creates anything to share: nothing is gained by paying.')]
  const rates = listed(paid.pointsPerUnit.map((rate, party) => `${partyAt(about, party)} ${rate}`))
  const share = (name: string, { gains, payments }: SidePayments['nash']): string =>
    `${name}: ${gains.map((gain, party) => `${partyAt(about, party)} gains ${decimal(gain)} and ${payment(payments[0]?.[party] ?? '0')}`).join('; ')}.`
  const unlike = new Set(paid.pointsPerUnit).size > 1
  return [
    title,
    paragraph(
      `A unit of payment is worth, in points: ${rates}. Then the package that creates most is best for all, whoever loses by it is paid, and ${decimal(paid.surplus)} units can be shared: ${[...termsOf(space, paid.choice)].map(([issue, option]) => settledAs(source, issue, option)).join('; ')}.`
    ),
    list([
      share('Nash', paid.nash),
      ...(unlike ? [share('Egalitarian, as many points for each', paid.egalitarian)] : [])
    ])
  ]
}

/** A fraction as text, such as `2/15`, in two decimals. */
function decimal(fraction: string): string {
  const [top = '0', bottom = '1'] = fraction.split('/')
  return (Number(top) / Number(bottom)).toFixed(2)
}

function payment(fraction: string): string {
  const units = Number(decimal(fraction))
  return units === 0
    ? 'pays nothing'
    : units > 0
      ? `is paid ${units.toFixed(2)}`
      : `pays ${(-units).toFixed(2)}`
}
