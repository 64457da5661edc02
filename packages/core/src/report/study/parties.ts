import type { PartyStudy, Study, Weight } from '../../study/index.ts'
import { NO_DEAL } from '../../study/index.ts'
import type { Block } from '../blocks.ts'
import { heading, list, paragraph, table } from '../blocks.ts'
import type { Words } from '../words/index.ts'
import { nameOf, wordsOf } from '../words/index.ts'
import type { StudyReported } from './input-words.ts'
import { alternativeName, ROUNDING, sampled } from './input-words.ts'

/** A party of a study; `fully`: every rank, and the weights behind each choice. */
export interface PartiesReported {
  readonly party: PartyStudy
  readonly study: Study
  readonly fully: boolean
}

/**
 * What a party would choose: how often each alternative is its best and its worst, and what holds
 * whatever it thinks.
 */
export function partyBlocks(about: StudyReported, asked: PartiesReported): readonly Block[] {
  const words = wordsOf(about)
  const { say } = words
  const { party, study, fully } = asked
  const noDeal = study.alternatives.findIndex(({ id }) => id === NO_DEAL)
  const rows = study.alternatives.map(({ id }, one) => {
    const { ranks, wins } = party.alternatives[one] as PartyStudy['alternatives'][number]
    const ends = fully ? ranks : [ranks[0], ranks.at(-1)].flatMap((rank) => rank ?? [])
    const beats = wins[noDeal]
    return [
      alternativeName(words, id),
      ...ends.map(sampled),
      one === noDeal || !beats ? '-' : sampled(beats)
    ]
  })
  const head = fully
    ? study.alternatives.map((_, rank) => say('choose.rank', { n: rank + 1 }))
    : [say('choose.best'), say('choose.worst')]
  return [
    heading(2, say('choose.title', { party: nameOf(about.source, party.party) })),
    table(['', ...head, say('choose.beats')], rows),
    ...certain(words, asked),
    ...(fully ? behindChoices(words, asked) : [])
  ]
}

/**
 * What holds under every reading of the party's ranges. What follows from two others by way of a
 * third is left out.
 */
function certain(words: Words, { party, study }: PartiesReported): readonly Block[] {
  const { say, list: listed } = words
  const name = (at: number): string => alternativeName(words, study.alternatives[at]?.id ?? '')
  const over = (one: number, other: number): boolean =>
    surely(party, one, other) && !surely(party, other, one)
  const all = party.alternatives.map((_, at) => at)
  const items = all.flatMap((one) => {
    const below = all.filter((other) => over(one, other))
    const next = below.filter((other) => !below.some((between) => over(between, other)))
    return next.length === 0
      ? []
      : [say('choose.order', { better: name(one), worse: listed(next.map(name)) })]
  })
  if (items.length === 0) return [paragraph(say('choose.certain.none'))]
  return [paragraph(say('choose.certain')), list(items)]
}

const surely = (party: PartyStudy, one: number, other: number): boolean =>
  one !== other && party.alternatives[one]?.comparisons[other]?.necessarily === true

const MOST_WEIGHED = 3

/**
 * Which weights go with each choice, and how sure the choice is if these are the weights. Known
 * weights say nothing.
 */
function behindChoices(words: Words, { party, study }: PartiesReported): readonly Block[] {
  const { say, list: listed } = words
  const items = party.alternatives.flatMap(({ centralWeights, confidence }, one) => {
    if (
      !centralWeights ||
      !confidence ||
      centralWeights.every(({ standardError }) => standardError < ROUNDING)
    )
      return []
    const weighed = party.issues
      .map((issue, k) => ({ issue, ...(centralWeights[k] as Weight) }))
      .sort((a, b) => b.mean - a.mean)
      .slice(0, MOST_WEIGHED)
      .map(({ issue, mean, standardError }) => `${issue} ${sampled({ p: mean, standardError })}`)
    return [
      say('choose.weights.of', {
        alternative: alternativeName(words, study.alternatives[one]?.id ?? ''),
        weights: listed(weighed),
        chance: sampled(confidence)
      })
    ]
  })
  return items.length === 0 ? [] : [paragraph(say('choose.weights')), list(items)]
}
