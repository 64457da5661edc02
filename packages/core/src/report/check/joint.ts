import type { ProposalResult } from '../../check/check-result.ts'
import { redlineId } from '../../worth/redlines.ts'
import type { Rich } from '../words/index.ts'
import { CONCEPT_NAMES, chance, joined, termsInWords, verdictMark } from '../words/index.ts'
import type { CheckReported } from './about.ts'

/** The chance that all accept, were judgements otherwise dependent too, and its bounds. */
export function jointLine(
  { words: { say }, dependence }: CheckReported,
  { joint, required }: ProposalResult
): string {
  if (required.length === 0) return say('consent.nobody')
  const { p, standardError: error, bounds } = joint
  return say('joint.all', {
    p: chance(p),
    error: error > 0 && error < 0.0005 ? '<0.001' : error.toFixed(3),
    other:
      dependence === 'party'
        ? say('joint.apart', { p: chance(joint.apart) })
        : say('joint.together', { p: chance(joint.together) }),
    low: chance(bounds[0]),
    high: chance(bounds[1])
  })
}

/** Beside acceptance: whether anybody would leave the outcome once it is there. */
export function holdLine(
  { words: { say, list } }: Pick<CheckReported, 'words'>,
  { holds }: ProposalResult
): string {
  if (!holds) return ''
  const { state, concepts, alike } = holds
  if (concepts === null) return say('hold.large', { state })
  if (concepts.length === 0) return say('hold.none', { state })
  const names: Readonly<Record<string, string>> = CONCEPT_NAMES
  const under = list(concepts.map((concept) => names[concept] ?? concept))
  return [
    say('hold.under', { state, concepts: under }),
    ...(alike.states > 0 ? [say('hold.alike', alike)] : [])
  ].join('\n')
}

/** What a draft leaves open, the best and the worst that can come of it. */
export function openLines({ words }: CheckReported, { open }: ProposalResult): Rich {
  if (!open) return ''
  const { say, rich, list } = words
  const end = (
    key: 'open.best' | 'open.worst',
    { terms, verdict, joint }: typeof open.best
  ): Rich =>
    rich(key, {
      terms: termsInWords(terms),
      verdict: [verdictMark(words, verdict)],
      chance: chance(joint.p)
    })
  const which = (extent: 'some' | 'unknown'): readonly string[] =>
    [...open.crosses].flatMap(([redline, own]) => (own === extent ? [redlineId(redline)] : []))
  const [crossing, untold] = [which('some'), which('unknown')]
  return joined(
    [
      say('open.issues', { issues: open.issues.join(', ') }),
      end('open.best', open.best),
      end('open.worst', open.worst),
      ...(crossing.length > 0 ? [say('open.crossing', { redlines: crossing.join(', ') })] : []),
      ...(untold.length > 0 ? [say('open.untold', { redlines: untold.join(', ') })] : []),
      ...(open.keepsRules === false ? [say('open.rules')] : []),
      ...(open.keepsRules === 'unknown' ? [say('open.unknown')] : []),
      ...(open.collision.length > 1
        ? [say('open.collision', { redlines: list(open.collision.map(redlineId)) })]
        : []),
      ...(open.exact ? [] : [say('open.limit')])
    ],
    '\n'
  )
}
