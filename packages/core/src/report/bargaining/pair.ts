import type { Amount, DealLottery, SidePayments, TwoParties } from '../../bargaining/index.ts'
import { gainsOf } from '../../bargaining/index.ts'
import type { Bargain } from '../../deals/bargain.ts'
import { textIn } from '../../model/package.ts'
import type { Block } from '../blocks.ts'
import { heading, list, paragraph } from '../blocks.ts'
import type { Words } from '../words/index.ts'
import { issueTitle, settled, settledAs } from '../words/index.ts'
import { differingTerms, inPoints, partyAt, termsOf, whoGains } from './deal-names.ts'

/**
 * What two parties could do with a lottery between packages, or by dividing issues (adjusted
 * winner).
 */
export function pairBlocks(own: Words, about: Bargain): readonly Block[] {
  const { pair } = about
  if (!pair) return []
  const { say } = own
  const line = (standard: string, lottery: DealLottery): string =>
    say('lottery.line', { standard, lottery: lotteryText(own, about, lottery) })
  const lotteries = [
    ...(pair.nash ? [line(say('standard.nash'), pair.nash)] : []),
    ...(pair.kalaiSmorodinsky ? [line(say('standard.maxMin'), pair.kalaiSmorodinsky)] : [])
  ]
  return [
    ...(lotteries.length > 0
      ? [heading(2, say('lottery.title')), paragraph(say('lottery.why')), list(lotteries)]
      : []),
    ...divisionBlocks(own, about, pair)
  ]
}

function lotteryText(own: Words, about: Bargain, { packages, gains }: DealLottery): string {
  const { say } = own
  const { source, space, solved } = about
  const outcomes = packages.map(({ choice, chance }) => ({
    terms: termsOf(space, choice),
    gains: gainsOf(space, choice),
    chance
  }))
  const [one = new Map<string, string>(), other = new Map<string, string>()] = outcomes.map(
    ({ terms }) => terms
  )
  const base = termsOf(space, solved.standards[0]?.ties[0]?.choice ?? [])
  const differing = differingTerms(other, one).map(([issue]) => issue)
  const changed = differingTerms(base, one).filter(([issue]) => !differing.includes(issue))
  const sides = outcomes
    .map(({ terms, gains: its, chance }) =>
      say('lottery.side', {
        percent: (100 * chance).toFixed(1),
        terms: differing
          .map((issue) => settledAs(own, source, [issue, terms.get(issue) ?? '']))
          .join(', '),
        gains: outcomeGains(own, about, its)
      })
    )
    .reduce((some, next) => say('lottery.against', { sides: some, next }))
  const said = { gains: whoGains(own, about, gains), sides }
  if (base.size === 0) return say('lottery.whole', said)
  if (changed.length === 0) return say('lottery.rest', said)
  const changes = changed.map((term) => settledAs(own, source, term)).join(', ')
  return say('lottery.rest.except', { ...said, changes })
}

function outcomeGains(own: Words, about: Bargain, gains: Float64Array): string {
  const { say, list: listed } = own
  const said = whoGains(own, about, inPoints(about.space, gains))
  const losing = [...gains.keys()].filter((party) => (gains[party] as number) < 0)
  return losing.length === 0
    ? said
    : say('lottery.losing', {
        gains: said,
        parties: listed(losing.map((party) => partyAt(about, party)))
      })
}

function divisionBlocks(
  own: Words,
  about: Bargain,
  { adjustedWinner: division, agreed }: TwoParties
): readonly Block[] {
  if (!division || !about.solved.ideal) return []
  const { source } = about
  const { say, list: listed } = own
  const titles = (issues: readonly string[]): string =>
    listed(issues.map((issue) => issueTitle(source, issue)))
  const names = [partyAt(about, 0), partyAt(about, 1)]
  const { holds, split, percent, interchangeable } = division
  const agreedOn = agreed.map(({ issue, option }) => settledAs(own, source, [issue, option]))
  const share = (part: string, party: number): string =>
    say('divide.share', { share: part, party: names[party] ?? '' })
  return [
    heading(2, say('divide.title')),
    list([
      ...holds.map((issues, party) =>
        say('divide.holds', {
          party: names[party] ?? '',
          issues: issues.length === 0 ? say('divide.nothing') : titles(issues)
        })
      ),
      ...(split
        ? [
            say('divide.split', {
              issue: issueTitle(source, split.item),
              shares: split.shares.map(share).join(', ')
            })
          ]
        : []),
      ...(agreed.length > 0 ? [say('divide.agreed', { terms: listed(agreedOn) })] : []),
      ...(interchangeable.length > 1
        ? [say('divide.alike', { issues: titles(interchangeable) })]
        : [])
    ]),
    paragraph(say('divide.percent', { percent: decimal(percent) }))
  ]
}

/**
 * Amounts between the steps that divisible issues are read at, where they serve better than any
 * step.
 */
export function finerBlocks(own: Words, about: Bargain): readonly Block[] {
  if (about.finer.length === 0) return []
  const { say } = own
  const lines = about.finer.flatMap(({ issue, step, unit, nash, egalitarian }) => {
    const line = (standard: string, { amount, exactly, gains }: Amount): string => {
      const number = String(Number(amount.toPrecision(6)))
      const exact = exactly?.includes('/')
        ? say('finer.amount', { amount: number, exactly })
        : number
      return say('finer.line', {
        issue: issueTitle(about.source, issue),
        amount: unit === undefined ? exact : say('amount', { amount: exact, unit: textIn(unit) }),
        step,
        standard,
        gains: whoGains(own, about, gains)
      })
    }
    return [
      ...(nash ? [line(say('finer.nash'), nash)] : []),
      ...(egalitarian ? [line(say('finer.egalitarian'), egalitarian)] : [])
    ]
  })
  return [heading(2, say('finer.title')), paragraph(say('finer.why')), list(lines)]
}

/** What payments between the parties would make possible. */
export function paymentBlocks(own: Words, about: Bargain): readonly Block[] {
  const { paid, space, source } = about
  if (paid === undefined) return []
  const { say, list: listed } = own
  const title = heading(2, say('pay.title'))
  if (paid === null) return [title, paragraph(say('pay.none'))]
  const rates = listed(paid.pointsPerUnit.map((rate, party) => `${partyAt(about, party)} ${rate}`))
  const share = (standard: string, { gains, payments }: SidePayments['nash']): string =>
    say('pay.share', {
      standard,
      shares: gains
        .map((gain, party) =>
          payment(own, {
            party: partyAt(about, party),
            gain: decimal(gain),
            units: payments[0]?.[party] ?? '0'
          })
        )
        .join('; ')
    })
  const unlike = new Set(paid.pointsPerUnit).size > 1
  return [
    title,
    paragraph(
      say('pay.rates', {
        rates,
        surplus: decimal(paid.surplus),
        terms: settled(own, source, termsOf(space, paid.choice))
      })
    ),
    list([
      share(say('standard.nash'), paid.nash),
      ...(unlike ? [share(say('pay.egalitarian'), paid.egalitarian)] : [])
    ])
  ]
}

/** A fraction as text, such as `2/15`, in two decimals. */
function decimal(fraction: string): string {
  const [top = '0', bottom = '1'] = fraction.split('/')
  return (Number(top) / Number(bottom)).toFixed(2)
}

function payment(
  { say }: Words,
  {
    party,
    gain,
    units: fraction
  }: { readonly party: string; readonly gain: string; readonly units: string }
): string {
  const units = Number(decimal(fraction))
  if (units === 0) return say('pay.nothing', { party, gain })
  return say(units > 0 ? 'pay.paid' : 'pay.pays', {
    party,
    gain,
    units: Math.abs(units).toFixed(2)
  })
}
