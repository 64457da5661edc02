import type { AlternativeStudy } from '../../study/index.ts'
import type { Block } from '../blocks.ts'
import { facts, heading, paragraph } from '../blocks.ts'
import type { Driver } from './drivers.ts'
import { jointDrivers, worthChecking } from './drivers.ts'
import { rangeOf } from './ranges.ts'
import type { About } from './words.ts'
import { inputWords, placeWords, sampled } from './words.ts'

/** How many judgements are told; all are in the JSON document. */
const TOLD = 6
/** Half the width of a 95 per cent interval, in standard errors. */
const NORMAL_95 = 1.96

/**
 * The judgements that the chance of a proposal hangs on, ranked, each with its place and what its
 * ends do.
 */
export function checkNext(about: About, alternative: AlternativeStudy): readonly Block[] {
  const found = worthChecking(alternative)
  if (found.length === 0) return nothingTells(alternative)
  const rows = found
    .slice(0, TOLD)
    .map(
      (driver, at) =>
        [
          `${at + 1}.`,
          `${inputWords(about, driver)}${placeWords(about, driver)}\n${effect(about, driver)}`
        ] as const
    )
  const more =
    found.length > TOLD ? [paragraph(`${found.length - TOLD} more are in --format json.`)] : []
  return [heading(3, 'Check next'), facts(rows), ...more]
}

/** Its share of the doubt, and the chance of acceptance by all with it at either end. */
function effect(about: About, driver: Driver): string {
  const { index, low, high } = driver
  const share = index && index.total.low > 0 ? `${percent(index.total)} of the doubt; ` : ''
  const [atLow, atHigh] = endsInWords(about, driver)
  return `${share}${atLow}: ${sampled(low)}; ${atHigh}: ${sampled(high)}`
}

/** What it means that an input stands at an end: the figure itself where there is one. */
function endsInWords({ source }: About, { key, kind }: Driver): readonly [string, string] {
  if (kind === 'scenario') return ['if not', 'if so']
  if (kind === 'poll') return ['if it reads two standard errors too high', 'too low']
  const range = rangeOf(source, key)
  return range ? [`at ${range.low}`, `at ${range.high}`] : ['at the low end', 'at the high end']
}

function percent({
  value,
  low,
  high
}: {
  readonly value: number
  readonly low: number
  readonly high: number
}): string {
  const error = (high - low) / 2 / NORMAL_95
  return `${Math.min(100, Math.round(100 * value))} % ± ${Math.max(1, Math.round(100 * error))} %`
}

/** Where no judgement alone matters: how far any of them gets. */
function nothingTells(alternative: AlternativeStudy): readonly Block[] {
  const ends = jointDrivers(alternative).flatMap((driver) => [driver.low, driver.high])
  if (ends.length === 0) return [paragraph('Nothing here is uncertain.')]
  const [least, most] = [
    ends.reduce((a, b) => (b.p < a.p ? b : a)),
    ends.reduce((a, b) => (b.p > a.p ? b : a))
  ]
  const range =
    sampled(least) === sampled(most)
      ? `at ${sampled(most)}`
      : `between ${sampled(least)} and ${sampled(most)}`
  return [
    heading(3, 'Check next'),
    paragraph(
      `No single judgement: with any one of the ${ends.length / 2} at either end of its range the chance stays ${range}.`
    )
  ]
}
