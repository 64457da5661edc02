import type { AlternativeStudy } from '../../study/index.ts'
import type { Block } from '../blocks.ts'
import { facts, heading, paragraph } from '../blocks.ts'
import { wordsOf } from '../words/index.ts'
import type { Driver } from './driver-section.ts'
import { jointDrivers, seldomTelling, worthChecking } from './driver-section.ts'
import type { StudyReported } from './input-words.ts'
import { placedInput, sampled } from './input-words.ts'
import { rangeOf } from './range-words.ts'

/** How many judgements are told; all are in the JSON document. */
const TOLD = 6
/** Half the width of a 95 per cent interval, in standard errors. */
const NORMAL_95 = 1.96

/** What to check next, in words. */
export interface Next {
  /** Each judgement with its place, and what its ends do; best first. */
  readonly judgements: readonly { readonly what: string; readonly effect: string }[]
  /** What is to be said beside them, or in their place. */
  readonly remarks: readonly string[]
  /** Whether anything is uncertain at all. */
  readonly uncertain: boolean
}

/** The judgements that the chance of a proposal hangs on, ranked. */
export function nextOf(about: StudyReported, alternative: AlternativeStudy): Next {
  const { say } = wordsOf(about)
  const found = worthChecking(alternative)
  const seldom = seldomWords(about, alternative)
  if (found.length === 0) {
    const { remarks, ...next } = nothingTells(about, alternative)
    return { ...next, remarks: [...remarks, ...seldom] }
  }
  const judgements = found.slice(0, TOLD).map((driver) => ({
    what: placedInput(about, driver),
    effect: effect(about, driver)
  }))
  const n = found.length - TOLD
  const remarks = [...(n > 0 ? [say('more.json', { n })] : []), ...seldom]
  return { judgements, remarks, uncertain: true }
}

/** What changed the chance in too few draws to say how much of the doubt is its. */
function seldomWords(about: StudyReported, alternative: AlternativeStudy): readonly string[] {
  const { say, list } = wordsOf(about)
  const seldom = seldomTelling(alternative)
  if (seldom.length === 0) return []
  const told = seldom.slice(0, TOLD).map((driver) => placedInput(about, driver))
  const n = seldom.length - told.length
  const inputs = list([...told, ...(n > 0 ? [say('next.few.more', { n })] : [])])
  return [say('next.few', { inputs })]
}

/** The same under a heading, where anything is uncertain. */
export function checkNext(about: StudyReported, alternative: AlternativeStudy): readonly Block[] {
  const { say } = wordsOf(about)
  const { judgements, remarks, uncertain } = nextOf(about, alternative)
  return [
    ...(uncertain ? [heading(3, say('next.title'))] : []),
    ...(judgements.length > 0
      ? [
          facts(
            judgements.map(
              ({ what, effect: does }, at) =>
                [say('next.place', { n: at + 1 }), `${what}\n${does}`] as const
            )
          )
        ]
      : []),
    ...remarks.map(paragraph)
  ]
}

/** Its share of the doubt, and the chance of acceptance by all with it at either end. */
function effect(about: StudyReported, driver: Driver): string {
  const { say } = wordsOf(about)
  const { index, low, high } = driver
  const [atLow, atHigh] = endsInWords(about, driver)
  return [
    ...(index && index.total.low > 0
      ? [say('next.share', { share: percent(about, index.total) })]
      : []),
    say('next.end', { end: atLow, chance: sampled(low) }),
    say('next.end', { end: atHigh, chance: sampled(high) })
  ].join('; ')
}

/** What it means that an input stands at an end: the figure itself where there is one. */
function endsInWords(about: StudyReported, { key, kind }: Driver): readonly [string, string] {
  const { say } = wordsOf(about)
  if (kind === 'scenario') return [say('next.if-not'), say('next.if-so')]
  if (kind === 'poll') return [say('next.poll.high'), say('next.poll.low')]
  const range = rangeOf(about.source, key)
  return range
    ? [say('next.at', { value: range.low }), say('next.at', { value: range.high })]
    : [say('next.at.low'), say('next.at.high')]
}

function percent(
  about: StudyReported,
  { value, low, high }: { readonly value: number; readonly low: number; readonly high: number }
): string {
  const error = (high - low) / 2 / NORMAL_95
  return wordsOf(about).say('next.percent', {
    share: Math.min(100, Math.round(100 * value)),
    error: Math.max(1, Math.round(100 * error))
  })
}

/** Where no judgement alone matters: how far any of them gets. */
function nothingTells(about: StudyReported, alternative: AlternativeStudy): Next {
  const { say } = wordsOf(about)
  const ends = jointDrivers(alternative).flatMap((driver) => [driver.low, driver.high])
  if (ends.length === 0) return { judgements: [], remarks: [say('next.certain')], uncertain: false }
  const low = sampled(ends.reduce((a, b) => (b.p < a.p ? b : a)))
  const high = sampled(ends.reduce((a, b) => (b.p > a.p ? b : a)))
  const n = ends.length / 2
  const remark =
    low === high
      ? say('next.none.at', { n, chance: low })
      : say('next.none.between', { n, low, high })
  return { judgements: [], remarks: [remark], uncertain: true }
}
