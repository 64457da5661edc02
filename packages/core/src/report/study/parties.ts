import type { PartyStudy, Study, Weight } from '../../study/index.ts'
import { NO_DEAL } from '../../study/index.ts'
import type { Block } from '../blocks.ts'
import { heading, list, paragraph, table } from '../blocks.ts'
import { listed, nameOf } from '../words.ts'
import type { About } from './words.ts'
import { alternativeName, ROUNDING, sampled } from './words.ts'

/** A party of a study; `fully`: every rank, and the weights behind each choice. */
export interface Asked {
  readonly party: PartyStudy
  readonly study: Study
  readonly fully: boolean
}

/**
 * What a party would choose: how often each alternative is its best and its worst, and what holds
 * whatever it thinks.
 */
export function partyBlocks({ source }: About, asked: Asked): readonly Block[] {
  const { party, study, fully } = asked
  const name = nameOf(source, party.party)
  const noDeal = study.alternatives.findIndex(({ id }) => id === NO_DEAL)
  const rows = study.alternatives.map(({ id }, one) => {
    const { ranks, wins } = party.alternatives[one] as PartyStudy['alternatives'][number]
    const ends = fully ? ranks : [ranks[0], ranks.at(-1)].flatMap((rank) => rank ?? [])
    const beats = wins[noDeal]
    return [
      alternativeName(id),
      ...ends.map(sampled),
      one === noDeal || !beats ? '-' : sampled(beats)
    ]
  })
  const head = fully
    ? study.alternatives.map((_, rank) => `rank ${rank + 1}`)
    : ['its best', 'its worst']
  return [
    heading(2, `${name}: what would it choose?`),
    table(['', ...head, 'beats no deal'], rows),
    ...certain(asked),
    ...(fully ? behindChoices(asked) : [])
  ]
}

/**
 * What holds under every reading of the party's ranges. What follows from two others by way of a
 * third is left out.
 */
function certain({ party, study }: Asked): readonly Block[] {
  const name = (at: number): string => alternativeName(study.alternatives[at]?.id ?? '')
  const over = (one: number, other: number): boolean =>
    surely(party, one, other) && !surely(party, other, one)
  const all = party.alternatives.map((_, at) => at)
  const items = all.flatMap((one) => {
    const below = all.filter((other) => over(one, other))
    const next = below.filter((other) => !below.some((between) => over(between, other)))
    return next.length === 0
      ? []
      : [`${name(one)} is at least as good as ${listed(next.map(name))}`]
  })
  if (items.length === 0)
    return [
      paragraph('No order of two is certain: each can be turned by some reading of its ranges.')
    ]
  return [
    paragraph(
      'Certain under every reading of its ranges, with what follows from it; any other order can be turned by some reading:'
    ),
    list(items)
  ]
}

const surely = (party: PartyStudy, one: number, other: number): boolean =>
  one !== other && party.alternatives[one]?.comparisons[other]?.necessarily === true

const MOST_WEIGHED = 3

/**
 * Which weights go with each choice, and how sure the choice is if these are the weights. Known
 * weights say nothing.
 */
function behindChoices({ party, study }: Asked): readonly Block[] {
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
    const id = alternativeName(study.alternatives[one]?.id ?? '')
    return [
      `${id}: its weights are then on average ${listed(weighed)}; with exactly these it is best with chance ${sampled(confidence)}`
    ]
  })
  return items.length === 0
    ? []
    : [
        paragraph('Where an alternative is its best choice, the issues it weighs most:'),
        list(items)
      ]
}
