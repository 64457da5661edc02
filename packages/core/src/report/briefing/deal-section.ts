import { nobodyGains } from '../../bargaining/index.ts'
import type { CheckResult } from '../../check/check-result.ts'
import type { Bargain } from '../../deals/bargain.ts'
import { inPoints, partyAt } from '../bargaining/deal-names.ts'
import { fairPackages, standardLines } from '../bargaining/standards.ts'
import type { Block } from '../blocks.ts'
import { heading, list, paragraph, table } from '../blocks.ts'
import { conflictWords } from '../conflicts.ts'
import type { Words } from '../words/index.ts'
import { admissibleWords, count, signed, wordsOf } from '../words/index.ts'
import { frontierFigure } from './frontier-figure.ts'
import { gainsFigure } from './gains-figure.ts'
import type { Material } from './material.ts'

/**
 * What can be agreed at all: how many packages, the frontier, the solutions by standards of
 * fairness, and the gains of the proposals.
 */
export function dealBlocks(material: Material): readonly Block[] {
  const { source, check, deals } = material
  if (source.issues.length === 0) return []
  const words = wordsOf(material)
  const { say } = words
  const picture = deals && frontierFigure(words, deals)
  const gains = gainsFigure(material)
  const { total, at } = check.packages
  const admissible = admissibleWords(words, check.packages)
  return [
    heading(2, say('space.title')),
    paragraph(say('deals.sizes', { total: count(total), admissible, at })),
    ...(check.packages.exact ? [] : [paragraph(say('space.counting'))]),
    ...conflicts(words, check),
    paragraph(deals ? roomText(words, deals).join(' ') : say('deals.unknown')),
    ...(picture ? [picture] : []),
    ...(deals ? solutions(words, deals) : []),
    ...(gains ? [heading(2, say('deals.gains')), gains] : [])
  ]
}

/** How many conflicts between redlines are told. */
const TOLD = 8

function conflicts(words: Words, { cores }: CheckResult): readonly Block[] {
  const { say, list: listed } = words
  const found = cores.flatMap(({ at, cores: sets }) =>
    sets.map((one) => conflictWords(words, one, { at, list: listed, assumed: listed }))
  )
  const told = [...new Set(found)]
  if (told.length === 0) return []
  const n = told.length - TOLD
  return [
    paragraph(say('space.together')),
    list([...told.slice(0, TOLD), ...(n > 0 ? [say('hinge.more', { n })] : [])])
  ]
}

function roomText(words: Words, about: Bargain): readonly string[] {
  const { say, list: listed } = words
  const { solved, asked, leftOut, space } = about
  const names = space.parties.map((_, party) => partyAt(about, party))
  const left =
    leftOut.length > 0 ? [say('deals.left-out', { asked: asked.length, n: leftOut.length })] : []
  if (nobodyGains(solved)) return [say('deals.nobody', { parties: listed(names) }), ...left]
  if (!solved.ideal) return [say('can.nobody.open'), ...left]
  const { frontier } = solved
  const best = inPoints(space, solved.ideal)
  return [
    say('deals.some'),
    ...(frontier
      ? [
          say(frontier.within || frontier.rounding ? 'deals.near' : 'deals.efficient', {
            size: count(frontier.gains.count)
          })
        ]
      : []),
    say(solved.undecided && solved.undecided.ideals.length > 0 ? 'deals.best.open' : 'deals.best', {
      gains: listed(names.map((name, party) => `${name} ${signed(best[party] ?? 0)}`))
    }),
    ...left
  ]
}

function solutions(words: Words, about: Bargain): readonly Block[] {
  const { say } = words
  const { solved, space } = about
  const fair = fairPackages(words, about)
  if (!fair) return []
  const differing = fair.others.map(({ standard, changes }) =>
    changes === '' ? say('deals.same', { standard }) : say('deals.except', { standard, changes })
  )
  return [
    heading(3, say('deals.fair')),
    table(
      [say('deals.standard'), ...space.parties.map((_, party) => partyAt(about, party))],
      solved.standards.flatMap(({ standard, ties }) =>
        ties
          .slice(0, 1)
          .map((deal) => [say(`standard.${standard}`), ...inPoints(space, deal.gains).map(signed)])
      )
    ),
    list(standardLines(words, about)),
    paragraph(say('deals.package', { standard: fair.standard })),
    list(fair.terms),
    ...(differing.length > 0 ? [paragraph(differing.join(' '))] : [])
  ]
}
