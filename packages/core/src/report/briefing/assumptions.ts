import type { Case, Stance } from '../../model/case.ts'
import type { Evidence, Judgement } from '../../model/judgement.ts'
import { textIn } from '../../model/package.ts'
import type { Block } from '../blocks.ts'
import { heading, paragraph, table } from '../blocks.ts'
import type { Words } from '../words/index.ts'
import { issueTitle, nameOf, wordsOf } from '../words/index.ts'
import type { Material } from './material.ts'

/**
 * A judgement that rests on an assumption: what it is of, its figures, and its place in the case.
 */
interface Assumption {
  readonly what: string
  readonly figures: string
  readonly at: string
}

/** Every judgement whose source, or whose figures' source, is an assumption, with its place. */
export function assumptionBlocks(material: Material): readonly Block[] {
  const { source, place } = material
  const words = wordsOf(material)
  const { say } = words
  const found = assumptions(words, source)
  const title = heading(2, say('assumed.title'))
  if (found.length === 0) return [title, paragraph(say('assumed.none'))]
  return [
    title,
    paragraph(say('assumed.reading')),
    table(
      [say('assumed.judgement'), say('assumed.figures'), say('assumed.place')],
      found.map(({ what, figures, at }) => {
        const where = place(at)
        return [what, figures, where ? `${where.file}:${where.line}` : '']
      })
    )
  ]
}

function assumptions(words: Words, source: Case): readonly Assumption[] {
  const { say } = words
  const sources = new Set(
    [...source.sources.values()].filter(({ kind }) => kind === 'assumption').map(({ id }) => id)
  )
  const assumed = ({ source: by, numbers }: Evidence): boolean =>
    sources.has(by ?? '') || sources.has(numbers ?? '')
  const one = (what: string, judgement: Judgement | undefined): readonly Assumption[] =>
    judgement && assumed(judgement)
      ? [{ what, figures: range(words, judgement), at: judgement.at }]
      : []
  return [
    ...[...source.parties.values()].flatMap(({ name, capability, will, risk }) =>
      (
        [
          ['assumed.capability', capability],
          ['assumed.will', will],
          ['assumed.risk', risk]
        ] as const
      ).flatMap(([what, judgement]) =>
        one(say('assumed.of', { party: textIn(name), what: say(what) }), judgement)
      )
    ),
    ...source.scenarios.flatMap(({ title, p }) =>
      one(say('assumed.scenario', { scenario: textIn(title) }), p)
    ),
    ...[...source.stances.values()].flatMap((stance) =>
      stanceAssumptions(source, stance, { words, assumed, one })
    ),
    ...source.proposals.flatMap(({ id: proposal, terms }) =>
      [...terms].flatMap(([issue, { chance }]) =>
        one(say('assumed.stage', { proposal, issue: issueTitle(source, issue) }), chance)
      )
    )
  ]
}

interface Told {
  readonly words: Words
  readonly assumed: (evidence: Evidence) => boolean
  readonly one: (what: string, judgement: Judgement | undefined) => readonly Assumption[]
}

function stanceAssumptions(
  source: Case,
  { party, redlines, interests, noDeal, ratification }: Stance,
  { words, assumed, one }: Told
): readonly Assumption[] {
  const { say } = words
  const name = nameOf(source, party)
  const base =
    noDeal?.base.kind === 'range'
      ? [noDeal.base.judgement]
      : (noDeal?.base.outcomes ?? []).flatMap(({ p }) => p ?? [])
  return [
    ...redlines.filter(assumed).map(({ id, says, firmness, at }) => ({
      what: say('assumed.redline', {
        party: name,
        redline: says ? say('quoted', { text: textIn(says) }) : id
      }),
      figures: say('assumed.firmness', { range: range(words, firmness) }),
      at
    })),
    ...interests.flatMap((interest) =>
      interestAssumption(source, { words, party: name, interest, assumed })
    ),
    ...base.flatMap((judgement) => one(say('assumed.no-deal', { party: name }), judgement)),
    ...(noDeal?.ledger ?? []).flatMap(({ id, title, worth }) =>
      one(say('assumed.ledger', { party: name, entry: title ? textIn(title) : id }), worth)
    ),
    ...ratification.flatMap(({ id: body, otherwise }) =>
      one(say('assumed.share', { party: name, body }), otherwise)
    )
  ]
}

/**
 * An interest in one line: its weight and the values of its options, as far as they are assumed.
 */
function interestAssumption(
  source: Case,
  {
    words,
    party,
    interest,
    assumed
  }: {
    readonly words: Words
    readonly party: string
    readonly interest: Stance['interests'][number]
    readonly assumed: Told['assumed']
  }
): readonly Assumption[] {
  const { say } = words
  const values = [...interest.values].flatMap(([option, [first, ...more]]) =>
    first && more.length === 0 && assumed(first.judgement)
      ? [`${option} ${range(words, first.judgement)}`]
      : []
  )
  const weight = assumed(interest.weight)
    ? [say('assumed.weight', { range: range(words, interest.weight) })]
    : []
  const figures = [...weight, ...values]
  const what = say('assumed.of', { party, what: issueTitle(source, interest.issue) })
  return figures.length > 0 ? [{ what, figures: figures.join('; '), at: interest.at }] : []
}

/** A range in words; under scenarios it may be another. */
function range({ say }: Words, { range: { low, mode, high }, cases }: Judgement): string {
  const ends =
    low === high ? String(low) : [low, ...(mode === undefined ? [] : [mode]), high].join('..')
  return cases.length > 0 ? say('assumed.scenarios', { range: ends }) : ends
}
