import type { Case } from '../../model/case.ts'
import type {
  AnsweredOverture,
  OvertureOrder,
  OverturesTo,
  RankedOverture
} from '../../strategy/overture-order.ts'
import type { Block } from '../blocks.ts'
import { heading, list, paragraph, table } from '../blocks.ts'
import type { Words } from '../words/index.ts'
import { inPercent, nameOf } from '../words/index.ts'

/** A joint chance, fine enough for differences between proposals to be read off. */
const fine = (chance: number): string => chance.toFixed(4)

/** What to ask each party first, or that nothing need be asked. */
export const overturesHeadline = (
  own: Words,
  source: Case,
  about: readonly OverturesTo[]
): readonly string[] => about.map((one) => firstWords(own, source, one))

/** What to ask one party first, and what the answers that came have changed. */
export interface OverturesTold {
  readonly first: string
  readonly answered: readonly string[]
}

/** Both, by party, in their order. */
export const overturesTold = (
  own: Words,
  source: Case,
  about: readonly OverturesTo[]
): readonly OverturesTold[] =>
  about.map((one) => ({ first: firstWords(own, source, one), answered: answeredLines(own, one) }))

const answeredLines = (own: Words, about: OverturesTo): readonly string[] =>
  about.answered.map((one, k) =>
    answeredWords(own, about, { one, was: about.answered[k - 1]?.then ?? about.before })
  )

/** Party by party: what is at stake, the overtures, and what each answer would change. */
export function overturesBlocks(
  own: Words,
  source: Case,
  about: readonly OverturesTo[]
): readonly Block[] {
  return about.flatMap((one) => partyBlocks(own, source, one))
}

function partyBlocks(own: Words, source: Case, about: OverturesTo): readonly Block[] {
  const { say } = own
  const { types, prior, proposals, worth, asStated, before, answered, unknown } = about
  const party = nameOf(source, about.party)
  const now = answered.at(-1)?.then ?? before
  return [
    heading(2, say('strategy.overtures', { party })),
    paragraph(say('strategy.overtures.lead', { party })),
    table(
      [
        say('strategy.overtures.proposal'),
        say('strategy.overtures.stated'),
        ...types.map((type, t) =>
          say('strategy.overtures.type', { type, p: inPercent(prior[t] ?? 0) })
        ),
        say('strategy.overtures.weighed')
      ],
      proposals.map((id, m) => [
        id,
        fine(asStated[m] ?? 0),
        ...(worth[m] ?? []).map(fine),
        fine((worth[m] ?? []).reduce((sum, one, t) => sum + one * (prior[t] ?? 0), 0))
      ])
    ),
    ...unknown.flatMap((paths, t) =>
      paths.length > 0
        ? [
            paragraph(
              say('strategy.overtures.unknown', { type: types[t] ?? '', paths: own.list(paths) })
            )
          ]
        : []
    ),
    ...answeredLines(own, about).map((line) => paragraph(line)),
    paragraph(firstWords(own, source, about)),
    ...orderBlocks(own, about, now)
  ]
}

function orderBlocks(own: Words, about: OverturesTo, now: OvertureOrder): readonly Block[] {
  const { say } = own
  if (now.ranked.length === 0) return []
  return [
    table(
      [
        say('strategy.overtures.overture'),
        say('strategy.overtures.rank'),
        ...about.types.map((type) => say('strategy.overtures.welcomes', { type })),
        say('strategy.overtures.value'),
        say('strategy.overtures.leak'),
        say('strategy.overtures.net'),
        say('strategy.overtures.bluff')
      ],
      now.ranked.map((one) => rowOf(own, one))
    ),
    paragraph(say('strategy.overtures.table')),
    list(
      now.ranked.flatMap(({ overture, after }) =>
        after.map(({ response, chance, posterior, best, worth }) =>
          say('strategy.overtures.after', {
            overture: overture.id,
            response: say(`strategy.overtures.${response}`),
            chance: inPercent(chance),
            beliefs: beliefWords(own, about, posterior),
            best: bestWords(own, about, best),
            worth: fine(worth)
          })
        )
      )
    )
  ]
}

function rowOf(
  { say }: Words,
  { overture, rank, welcomes, value, leakCost, net, bluff }: RankedOverture
): readonly string[] {
  const { low, centre, high } = leakCost
  return [
    overture.id,
    String(rank),
    ...welcomes.map(inPercent),
    fine(value),
    say('strategy.overtures.leak-range', {
      centre: fine(centre),
      low: fine(low),
      high: fine(high)
    }),
    fine(net),
    bluff === undefined ? '-' : inPercent(bluff)
  ]
}

function firstWords(own: Words, source: Case, about: OverturesTo): string {
  const { say } = own
  const now = about.answered.at(-1)?.then ?? about.before
  const [first] = now.ranked
  const said = {
    party: nameOf(source, about.party),
    best: bestWords(own, about, now.best),
    certainty: fine(now.certainty)
  }
  if (!first) return say('strategy.overtures.none-left')
  if (now.certainty === 0) return say('strategy.overtures.none', said)
  if (now.ranked.every(({ value }) => value === 0))
    return say('strategy.overtures.none.these', said)
  const tied = now.ranked.filter(({ rank }) => rank === 1).map(({ overture }) => overture.id)
  return say(first.net > 0 ? 'strategy.overtures.first' : 'strategy.overtures.not-worth', {
    ...said,
    overture: own.list(tied),
    value: fine(first.value),
    error: fine(first.standardError),
    leak: fine(first.leakCost.centre)
  })
}

function answeredWords(
  own: Words,
  about: OverturesTo,
  { one, was }: { readonly one: AnsweredOverture; readonly was: OvertureOrder }
): string {
  const { say } = own
  const { overture, response, chance, then } = one
  const left = then.ranked.map((each) =>
    say('strategy.overtures.one', { overture: each.overture.id, net: fine(each.net) })
  )
  return say('strategy.overtures.answered', {
    overture,
    response: say(`strategy.overtures.${response}`),
    chance: inPercent(chance),
    before: beliefWords(own, about, was.belief),
    after: beliefWords(own, about, then.belief),
    best: bestWords(own, about, then.best),
    worth: fine(then.worth),
    bestBefore: bestWords(own, about, was.best),
    worthBefore: fine(was.worth),
    order:
      left.length > 0
        ? say('strategy.overtures.left', { overtures: own.list(left) })
        : say('strategy.overtures.none-left')
  })
}

const beliefWords = (own: Words, { types }: OverturesTo, belief: readonly number[]): string =>
  own.list(
    types.map((type, t) =>
      own.say('strategy.overtures.belief', { type, p: inPercent(belief[t] ?? 0) })
    )
  )

const bestWords = (own: Words, { proposals }: OverturesTo, best: readonly number[]): string =>
  own.list(best.map((m) => proposals[m] ?? ''))
