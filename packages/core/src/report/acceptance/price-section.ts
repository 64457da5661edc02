import type { Price, PricePoint } from '../../acceptance/price.ts'
import { changedIn } from '../../acceptance/price.ts'
import type { Acceptance } from '../../deals/best-chance.ts'
import { redlineId } from '../../worth/redlines.ts'
import type { Block } from '../blocks.ts'
import { heading, list, paragraph, table } from '../blocks.ts'
import type { Words } from '../words/index.ts'
import {
  chance,
  changeWords,
  helpingPoints,
  helpWords,
  nameOf,
  signed,
  titleOf
} from '../words/index.ts'

/** What each change to a proposal buys: a line for so many changes, and what the best of them do. */
export function priceBlocks(
  own: Words,
  { source, found }: Acceptance,
  { id, price }: { readonly id: string; readonly price: Price }
): readonly Block[] {
  const { say } = own
  const { open, points } = price
  const helping = helpingPoints(points)
  return [
    heading(2, say('price.title', { proposal: titleOf(own, source, id) })),
    ...(open.length > 0 ? [paragraph(say('price.open', { issues: own.list(open) }))] : []),
    table(
      [say('price.changes'), say('price.chance'), say('price.bound'), say('price.what')],
      points.map((point) => [
        String(point.most),
        point.chance.p.toFixed(3),
        point.bound.toFixed(3),
        whatText(own, point)
      ])
    ),
    ...crossingText(own, points, found?.best.across === true).map(paragraph),
    paragraph(helpWords(own, points, chance) ?? say('price.nothing')),
    list(helping.flatMap((point) => effectsOf(own, { source }, point))),
    ...distanceBlocks(own, price)
  ]
}

/** The best chance by how far the parties' gains move. */
function distanceBlocks(own: Words, { from, distances }: Price): readonly Block[] {
  if (distances.length === 0) return []
  const { say } = own
  return [
    paragraph(say('distance.lead')),
    table(
      [
        say('distance.within'),
        say('price.chance'),
        say('price.bound'),
        say('distance.moves'),
        say('price.what')
      ],
      distances.map(({ within, chance: { p }, bound, moves, offers }) => [
        within.toFixed(1),
        p.toFixed(3),
        bound.toFixed(3),
        moves.toFixed(1),
        changesWords(own, changedIn(from, offers))
      ])
    )
  ]
}

/** Changes, each with the options of its issue that do as well. */
function changesWords(
  own: Words,
  changes: PricePoint['changes'],
  family: PricePoint['family'] = []
): string {
  if (changes.length === 0) return own.say('price.as-is')
  const told = changes.map((one) => {
    const change = changeWords(own, one)
    const found = family.find(({ issue }) => issue === one.issue)
    if (!found) return change
    return found.any
      ? own.say('price.change.any', { change })
      : own.say('price.change.or', { change, options: own.list(found.options) })
  })
  return told.join('; ')
}

/** That no text so near, or none at all, keeps all firm redlines. */
function crossingText({ say }: Words, points: Price['points'], all: boolean): readonly string[] {
  if (points.some(({ across }) => !across)) return []
  return all
    ? [say('price.crossing.all')]
    : [say('price.crossing', { n: points[points.length - 1]?.most ?? 0 })]
}

function whatText(own: Words, point: PricePoint): string {
  const what = changesText(own, point)
  return point.across ? own.say('price.across', { what }) : what
}

function changesText(own: Words, { most, changes, family, rises }: PricePoint): string {
  if (changes.length > 0 && most > 0 && !rises) return own.say('price.same')
  return changesWords(own, changes, family)
}

function effectsOf(
  own: Words,
  { source }: Pick<Acceptance, 'source'>,
  { changes, parties, crosses, keeps }: PricePoint
): readonly string[] {
  const { say } = own
  const effects = parties.flatMap(({ party, accepts: [before, after], gain }) => {
    const moved = gain ? gain[1] - gain[0] : 0
    if (Math.abs(after - before) < 0.005 && Math.abs(moved) < 0.05) return []
    const said = { party: nameOf(source, party), before: chance(before), after: chance(after) }
    if (gain && said.before === said.after)
      return [say('price.effect.points', { party: said.party, points: signed(moved) })]
    return [
      gain
        ? say('price.effect.gain', { ...said, points: signed(moved) })
        : say('price.effect', said)
    ]
  })
  if (effects.length === 0) return []
  const names = (redlines: PricePoint['crosses']): string => own.list(redlines.map(redlineId))
  return [
    [
      say('price.effects', { n: changes.length, effects: effects.join('; ') }),
      ...(crosses.length > 0 ? [say('price.crosses', { redlines: names(crosses) })] : []),
      ...(keeps.length > 0 ? [say('price.keeps', { redlines: names(keeps) })] : [])
    ].join(' ')
  ]
}
