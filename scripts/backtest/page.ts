// The results of the back-test: the block of docs/method/backtest.md and the figures that `check`
// quotes.
import { markdownTable } from '../block.ts'
import type { Judged } from './judge.ts'
import {
  advantage,
  brier,
  calibration,
  discrimination,
  type Forecast,
  leftOut,
  leftOutBy
} from './score.ts'

/** The block of results, as the page has it. */
export function backtestBlock(judged: readonly Judged[]): string {
  const happened = judged.map((one) => one.happened)
  const base = leftOut(happened)
  const one = leftOutBy(
    happened,
    judged.map(({ crosses }) => crosses)
  )
  const pairs = discrimination(judged)
  const better = advantage(judged, base)
  const accepted = happened.filter(Boolean).length
  const skill = (forecasts: readonly Forecast[]): string => two(1 - brier(forecasts) / brier(base))
  return [
    `${judged.length} texts, ${accepted} accepted.`,
    markdownTable(
      ['who says the chance', 'Brier score', 'skill'],
      [
        ['`truce check`', three(brier(judged)), skill(judged)],
        ['the base rate, each text left out', three(brier(base)), '0'],
        ['one question only: does the text cross a redline?', three(brier(one)), skill(one)],
        ['always one half', '0.250', two(1 - 0.25 / brier(base))]
      ]
    ),
    `Against the base rate the score is ${better.value < 0 ? 'higher' : 'lower'} by ${three(Math.abs(better.value))} (standard error ${three(better.error)}). The mean chance is ${two(judged.reduce((sum, { p }) => sum + p, 0) / judged.length)}, the share accepted ${two(accepted / judged.length)}. Of ${accepted * (judged.length - accepted)} pairs ${two(pairs.value)} are in the right order (standard error ${two(pairs.error)}).`,
    markdownTable(
      ['chance', 'texts', 'mean chance', 'share accepted'],
      calibration(judged).map(({ from, to, count, mean, share }) => [
        `${from} to ${to}`,
        `${count}`,
        two(mean),
        two(share)
      ])
    ),
    markdownTable(
      ['text', 'put', 'chance', 'verdict', 'accepted', 'answers'],
      judged.map(({ id, put, p, verdict, happened: yes, answers }) => [
        `[${id}](../../cases/backtest/${id}/README.md)`,
        put,
        two(p),
        verdict.replaceAll('-', ' '),
        yes ? 'yes' : 'no',
        answers
      ])
    )
  ].join('\n\n')
}

/** The file of the figures that `check` quotes. */
export function recordFile(judged: readonly Judged[]): string {
  const base = leftOut(judged.map(({ happened }) => happened))
  return `/** How far chances were right before; made by \`npm run backtest\`: docs/method/backtest.md. */
export const TRACK_RECORD = {
  proposals: ${judged.length},
  brier: ${Number(brier(judged).toFixed(3))},
  baseRate: ${Number(brier(base).toFixed(3))}
} as const
`
}

const two = (value: number): string => value.toFixed(2)
const three = (value: number): string => value.toFixed(3)
