import type { Best } from '../../bargaining/index.ts'
import type { CheckResult } from '../../check/result.ts'
import type { Bargain } from '../../deals/bargain.ts'
import type { Redline } from '../../model/case.ts'
import { redlineId } from '../../worth/redlines.ts'
import {
  inPoints,
  partyAt,
  STANDARD_WORDS,
  settledAs,
  signed,
  termsOf
} from '../bargaining/words.ts'
import type { Block } from '../blocks.ts'
import { heading, list, paragraph, table } from '../blocks.ts'
import { count, listed } from '../words.ts'
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
  const picture = deals && frontierFigure(deals)
  const gains = gainsFigure(material)
  return [
    heading(2, 'The deal space'),
    paragraph(sizes(check)),
    ...conflicts(check),
    ...(deals
      ? [paragraph(roomText(deals))]
      : [
          paragraph(
            'The case does not say what packages and no deal are worth to the parties, so it cannot be told which package is better for whom.'
          )
        ]),
    ...(picture ? [picture] : []),
    ...(deals ? solutions(deals) : []),
    ...(gains ? [heading(2, 'Gains'), gains] : [])
  ]
}

function sizes({ packages }: CheckResult): string {
  return `The issues can be settled in ${count(packages.total)} ways; ${count(packages.admissible)} of them keep the rules of the case and cross no redline of firmness ${packages.at} or more of a party whose consent is needed.`
}

/** How many conflicts between redlines are told. */
const TOLD = 8

function conflicts({ cores }: CheckResult): readonly Block[] {
  const found = cores.flatMap(({ at, cores: sets }) =>
    sets.map(
      (redlines) =>
        `${listed(redlines.map(redlineId))} (firmness ${at} or more)${assumedText(redlines)}`
    )
  )
  const told = [...new Set(found)]
  if (told.length === 0) return []
  return [
    paragraph('Redlines that no package respects together:'),
    list([
      ...told.slice(0, TOLD),
      ...(told.length > TOLD ? [`and ${told.length - TOLD} more`] : [])
    ])
  ]
}

function assumedText(redlines: readonly Redline[]): string {
  const assumed = redlines.filter((one) => one.assumed).map(redlineId)
  return assumed.length > 0 ? `; assumed: ${listed(assumed)}` : ''
}

function roomText(about: Bargain): string {
  const { solved, asked } = about
  const names = listed(about.space.parties.map((_, party) => partyAt(about, party)))
  const left =
    about.leftOut.length > 0
      ? ` Of ${asked.length} parties asked, ${about.leftOut.length} cannot be counted in: the case does not say what packages are worth to them.`
      : ''
  if (!solved.ideal)
    return `None of these packages leaves ${names} all at least as well off as no deal.${left}`
  const size = solved.frontier?.gains.count
  const exact = solved.frontier?.within ? 'stand for all the efficient ones' : 'are efficient'
  const many =
    size === undefined
      ? ''
      : ` Of those, ${count(size)} ${exact}: to better one of them for a party is to worsen it for another.`
  const most = about.space.parties.map(
    (_, party) =>
      `${partyAt(about, party)} ${signed(inPoints(about.space, solved.ideal ?? new Float64Array())[party] ?? 0)}`
  )
  return `Some of these packages leave nobody worse off than no deal.${many} At best a party gains, in points: ${listed(most)}.${left}`
}

function solutions(about: Bargain): readonly Block[] {
  const { solved, space } = about
  const [first, ...others] = solved.standards
  const terms = first?.ties[0] && termsOf(space, first.ties[0].choice)
  if (!first || !terms) return []
  return [
    heading(3, 'Which package would be fair?'),
    table(
      ['standard (gains in points)', ...space.parties.map((_, party) => partyAt(about, party))],
      solved.standards.flatMap(({ standard, ties }) =>
        ties
          .slice(0, 1)
          .map((deal) => [STANDARD_WORDS[standard][0], ...inPoints(space, deal.gains).map(signed)])
      )
    ),
    list(
      solved.standards.map(
        ({ standard }) => `${STANDARD_WORDS[standard][0]}: ${STANDARD_WORDS[standard][1]}.`
      )
    ),
    paragraph(`The package by ${STANDARD_WORDS[first.standard][0]}:`),
    list([...terms].map(([issue, option]) => settledAs(about.source, issue, option))),
    ...(others.length > 0
      ? [paragraph(others.map((best) => differing(about, best, terms)).join(' '))]
      : [])
  ]
}

/** How another solution differs from the first. */
function differing(
  { space, source }: Bargain,
  { standard, ties }: Best,
  from: ReadonlyMap<string, string>
): string {
  const changed = [...termsOf(space, ties[0]?.choice ?? [])].filter(
    ([issue, option]) => from.get(issue) !== option
  )
  const same =
    changed.length === 0
      ? 'the same package'
      : `the same except ${changed.map(([issue, option]) => settledAs(source, issue, option)).join('; ')}`
  return `By ${STANDARD_WORDS[standard][0]}: ${same}.`
}
