import type { CeilingRow, Ceilings, Lifted } from '../../acceptance/ceilings.ts'
import type { Acceptance, FoundChance } from '../../deals/best-chance.ts'
import type { Offers } from '../../worth/offers.ts'
import { redlineId } from '../../worth/redlines.ts'
import type { Block } from '../blocks.ts'
import { heading, list, paragraph, table } from '../blocks.ts'
import type { Words } from '../words/index.ts'
import { chance, liftedWords } from '../words/index.ts'
import { differing } from './differing.ts'

/** What would have to change in the world rather than in the text, what frees most first. */
export function ceilingBlocks(
  own: Words,
  about: Acceptance,
  { best, chosen, ceilings }: FoundChance
): readonly Block[] {
  if (!ceilings) return []
  const { say } = own
  const told = ceilings.rows.filter(({ differs }) => differs)
  const [first] = told.filter((row) => row.best.chance.p > best.chance.p)
  const said = { own, about, than: chosen.offers }
  return [
    heading(2, say('ceiling.title')),
    paragraph(
      first
        ? say('ceiling.lead', {
            chance: chance(best.chance.p),
            what: liftedText(own, about, first.lifted),
            freed: chance(first.best.chance.p)
          })
        : say('ceiling.nothing')
    ),
    ...(told.length > 0 ? [rowsTable(told, said)] : []),
    ...sameBlocks(ceilings, said),
    ...pairBlocks(ceilings, said)
  ]
}

interface Said {
  readonly own: Words
  readonly about: Acceptance
  /** The package that others are told apart from. */
  readonly than: Offers
}

function rowsTable(rows: readonly CeilingRow[], { own, about, than }: Said): Block {
  const { say } = own
  return table(
    [say('ceiling.what'), say('ceiling.chance'), say('ceiling.bound'), say('ceiling.by')],
    rows.map(({ lifted, best }) => [
      liftedText(own, about, lifted),
      chance(best.chance.p),
      chance(best.bound),
      own.list(differing(own, than, best.offers))
    ])
  )
}

function sameBlocks({ rows, together }: Ceilings, { own, about }: Said): readonly Block[] {
  const { say } = own
  const same = rows.filter(({ differs }) => !differs)
  if (same.length === 0) return []
  const what = own.list(same.map(({ lifted }) => liftedText(own, about, lifted)))
  const all = together?.differs
    ? [say('ceiling.together', { chance: chance(together.best.chance.p) })]
    : together
      ? [say('ceiling.together.same')]
      : []
  return [paragraph([say('ceiling.same', { what }), ...all].join(' '))]
}

function pairBlocks({ pairs, tried, outOf }: Ceilings, said: Said): readonly Block[] {
  const { say } = said.own
  if (tried === 0) return []
  return [
    ...(pairs.length > 0 ? [rowsTable(pairs, said)] : []),
    list([
      say('ceiling.pairs', { tried, total: outOf }),
      ...(pairs.length > 0 ? [] : [say('ceiling.pairs.none')])
    ])
  ]
}

const liftedText = (words: Words, { source }: Acceptance, lifted: readonly Lifted[]): string =>
  liftedWords({ words, source }, lifted, redlineId)
