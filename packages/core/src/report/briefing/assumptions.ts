import type { Case, Stance } from '../../model/case.ts'
import type { Evidence, Judgement } from '../../model/judgement.ts'
import { textIn } from '../../model/package.ts'
import type { Block } from '../blocks.ts'
import { heading, paragraph, table } from '../blocks.ts'
import { nameOf } from '../words.ts'
import type { Material } from './material.ts'
import { issueTitle } from './words.ts'

/**
 * A judgement that rests on an assumption: what it is of, its figures, and its place in the case.
 */
interface Assumption {
  readonly what: string
  readonly figures: string
  readonly at: string
}

/** Every judgement whose source, or whose figures' source, is an assumption, with its place. */
export function assumptionBlocks({ source, place }: Material): readonly Block[] {
  const found = assumptions(source)
  if (found.length === 0)
    return [heading(2, 'Assumptions'), paragraph('No judgement of this case is marked as assumed.')]
  return [
    heading(2, 'Assumptions'),
    paragraph(
      'These judgements rest on no source but the authors of the case. A range is written from its low to its high end, as 10..60, or 10..35..60 with the most likely figure in between. Disagree with any of them: change it in the file and ask again.'
    ),
    table(
      ['judgement', 'figures', 'place'],
      found.map(({ what, figures, at }) => {
        const where = place(at)
        return [what, figures, where ? `${where.file}:${where.line}` : '']
      })
    )
  ]
}

function assumptions(source: Case): readonly Assumption[] {
  const sources = new Set(
    [...source.sources.values()].filter(({ kind }) => kind === 'assumption').map(({ id }) => id)
  )
  const assumed = ({ source: by, numbers }: Evidence): boolean =>
    sources.has(by ?? '') || sources.has(numbers ?? '')
  const one = (what: string, judgement: Judgement): readonly Assumption[] =>
    assumed(judgement) ? [{ what, figures: range(judgement), at: judgement.at }] : []
  return [
    ...[...source.parties.values()].flatMap(({ name, capability, will, risk }) =>
      Object.entries({ capability, will, 'tolerance of risk': risk }).flatMap(
        ([what, judgement]) => (judgement ? one(`${textIn(name)}: ${what}`, judgement) : [])
      )
    ),
    ...source.scenarios.flatMap(({ title, p }) => one(`chance that ${textIn(title)}`, p)),
    ...[...source.stances.values()].flatMap((stance) =>
      stanceAssumptions(source, stance, { assumed, one })
    ),
    ...source.proposals.flatMap(({ id, terms }) =>
      [...terms].flatMap(([issue, { chance }]) =>
        chance
          ? one(`${id}: chance of the second stage of ${issueTitle(source, issue)}`, chance)
          : []
      )
    )
  ]
}

interface Told {
  readonly assumed: (evidence: Evidence) => boolean
  readonly one: (what: string, judgement: Judgement) => readonly Assumption[]
}

function stanceAssumptions(
  source: Case,
  { party, redlines, interests, noDeal, ratification }: Stance,
  { assumed, one }: Told
): readonly Assumption[] {
  const name = nameOf(source, party)
  const base =
    noDeal?.base.kind === 'range'
      ? [noDeal.base.judgement]
      : (noDeal?.base.outcomes ?? []).flatMap(({ p }) => p ?? [])
  return [
    ...redlines.filter(assumed).map(({ id, says, firmness, at }) => ({
      what: `${name}: redline ${says ? `\u201c${textIn(says)}\u201d` : id}`,
      figures: `firmness ${range(firmness)}`,
      at
    })),
    ...interests.flatMap((interest) => interestAssumption(source, { name, interest, assumed })),
    ...base.flatMap((judgement) => one(`${name}: what no deal is worth`, judgement)),
    ...(noDeal?.ledger ?? []).flatMap(({ id, title, worth }) =>
      one(`${name}: no deal, ${title ? textIn(title) : id}`, worth)
    ),
    ...ratification.flatMap(({ id, otherwise }) =>
      otherwise ? one(`${name}: share in favour at the ${id} where no poll speaks`, otherwise) : []
    )
  ]
}

/**
 * An interest in one line: its weight and the values of its options, as far as they are assumed.
 */
function interestAssumption(
  source: Case,
  {
    name,
    interest,
    assumed
  }: {
    readonly name: string
    readonly interest: Stance['interests'][number]
    readonly assumed: Told['assumed']
  }
): readonly Assumption[] {
  const values = [...interest.values].flatMap(([option, [first, ...more]]) =>
    first && more.length === 0 && assumed(first.judgement)
      ? [`${option} ${range(first.judgement)}`]
      : []
  )
  const figures = [
    ...(assumed(interest.weight) ? [`weight ${range(interest.weight)}`] : []),
    ...values
  ]
  return figures.length > 0
    ? [
        {
          what: `${name}: ${issueTitle(source, interest.issue)}`,
          figures: figures.join('; '),
          at: interest.at
        }
      ]
    : []
}

/** A range in words; under scenarios it may be another. */
function range({ range: { low, mode, high }, cases }: Judgement): string {
  const ends =
    low === high ? String(low) : [low, ...(mode === undefined ? [] : [mode]), high].join('..')
  return cases.length > 0 ? `${ends} (under some scenarios another)` : ends
}
