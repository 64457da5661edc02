import type { Acceptance, FoundChance } from '../../deals/best-chance.ts'
import type { ReadCandidate } from '../../deals/candidates.ts'
import type { Block } from '../blocks.ts'
import { heading, list, paragraph, table } from '../blocks.ts'
import { opening } from '../opening.ts'
import type { Words } from '../words/index.ts'
import {
  chance,
  count,
  mostWords,
  nameOf,
  offerWords,
  provenWords,
  signed,
  words
} from '../words/index.ts'
import { crossedIds } from './acceptance-json.ts'
import { ceilingBlocks } from './ceiling-section.ts'
import { differing } from './differing.ts'
import { methodText } from './method-text.ts'
import { priceBlocks } from './price-section.ts'

/** The report of `solve acceptance`: the best chance, what holds it down, what each change buys. */
export function acceptanceReport(about: Acceptance): readonly Block[] {
  const own = words()
  const { source, found, prices } = about
  return [
    ...opening(own, source, own.say('opening.acceptance')),
    heading(2, own.say('acceptance.title')),
    ...(found ? bestBlocks(own, about, found) : [paragraph(own.say('acceptance.none'))]),
    ...(found ? ceilingBlocks(own, about, found) : []),
    ...(found ? readingBlocks(own, found) : []),
    ...[...prices].flatMap(([id, price]) => priceBlocks(own, about, { id, price })),
    heading(2, own.say('method.title')),
    paragraph(methodText(own, about))
  ]
}

function bestBlocks(own: Words, about: Acceptance, found: FoundChance): readonly Block[] {
  const { say } = own
  const { chosen } = found
  const crossed = crossedIds(about, chosen.offers, [...chosen.gains.keys()])
  const gains = [...chosen.gains].map(([party, gain]) =>
    say('acceptance.gain', { party: nameOf(about.source, party), points: signed(gain) })
  )
  return [
    paragraph([mostText(own, about, found), provenText(own, found)].join(' ')),
    ...acrossText(own, about, found).map(paragraph),
    paragraph(
      chosen.among > 1
        ? say('acceptance.chosen.among', { n: chosen.among, chance: fine(chosen.chance.p) })
        : say('acceptance.chosen')
    ),
    table(
      [say('acceptance.issue'), say('acceptance.settled'), say('acceptance.also')],
      termRows(own, about, found)
    ),
    ...(gains.length > 0 ? [paragraph(say('acceptance.gains', { gains: own.list(gains) }))] : []),
    ...(crossed.length > 0
      ? [paragraph(say('acceptance.crossed', { redlines: own.list(crossed) }))]
      : [])
  ]
}

function mostText(own: Words, { total }: Acceptance, found: FoundChance): string {
  const { p, standardError } = found.best.chance
  const said = { chance: chance(p), total: count(total), error: fine(standardError) }
  return mostWords(own, found, said)
}

function provenText(own: Words, { best }: FoundChance): string {
  const { bound } = best
  return provenWords(own, best, { bound: chance(bound), gap: fine(bound - best.chance.p) })
}

function acrossText(own: Words, about: Acceptance, { across }: FoundChance): readonly string[] {
  if (!across) return []
  const parties = about.source.required.map(({ party }) => party)
  const redlines = own.list(crossedIds(about, across.offers, [...new Set(parties)]))
  return [own.say('acceptance.across', { redlines, chance: chance(across.chance.p) })]
}

/** Each issue with the options that make no difference to be seen. */
function termRows(
  { say, list: listed }: Words,
  { source }: Acceptance,
  { chosen }: FoundChance
): readonly (readonly string[])[] {
  const { offers, alternatives, free } = chosen
  return source.issues.map(({ id }) => {
    const offer = offers.get(id)
    if (free.includes(id) || !offer) return [id, say('acceptance.anything'), '']
    const also = alternatives.filter(({ issue }) => issue === id).map(({ option }) => option)
    return [id, offerWords({ say }, [id, offer]), listed(also)]
  })
}

function readingBlocks(own: Words, found: FoundChance): readonly Block[] {
  const { say } = own
  const { readings } = found
  if (!readings) return []
  const { candidates, robust, average, judged, outOf } = readings
  const said = (one: ReadCandidate): { name: string; least: string; mean: string } => ({
    name: candidateName(own, found, one),
    least: chance(one.least),
    mean: chance(one.mean)
  })
  return [
    heading(2, say('acceptance.readings')),
    paragraph(
      say('acceptance.readings.lead', {
        n: candidates.length,
        judged: count(judged),
        total: count(outOf)
      })
    ),
    list([say('acceptance.robust', said(robust)), say('acceptance.average', said(average))])
  ]
}

function candidateName(own: Words, { chosen }: FoundChance, one: ReadCandidate): string {
  const { say } = own
  if (one.proposal !== undefined) return say('acceptance.candidate.proposal', { id: one.proposal })
  const changes = differing(own, chosen.offers, one.offers)
  return changes.length === 0
    ? say('acceptance.candidate.chosen')
    : say('acceptance.candidate.differs', { changes: own.list(changes) })
}

/** A chance in three decimals, where two would hide a difference. */
const fine = (p: number): string => p.toFixed(3)
