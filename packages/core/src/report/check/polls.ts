import type { PartyResult, ProposalResult } from '../../check/check-result.ts'
import type { Rich } from '../words/index.ts'
import { bodyName, chance, joined, nameOf, points, verdictMark } from '../words/index.ts'
import type { CheckReported } from './about.ts'

/** How ratification is read: each body, each poll alone, without each party's, and without any. */
export function pollLines(
  { words, source }: CheckReported,
  { parties, required, unratified }: ProposalResult
): Rich {
  const { rich } = words
  const judged = required
    .flatMap((party) => parties.get(party) ?? [])
    .filter(({ ratified }) => ratified.bodies.length > 0)
  const lines = judged.flatMap(({ party, ratified }): readonly Rich[] => [
    ...ratified.bodies.map((body) => bodyWords({ words }, nameOf(source, party), body)),
    ...(ratified.polls.size > 1
      ? [...ratified.polls].map(([poll, row]) =>
          rich('poll.alone', {
            poll,
            chance: chance(row.joint),
            verdict: [verdictMark(words, row.verdict)]
          })
        )
      : [])
  ])
  const without = judged.map(({ party, ratified: { without: row } }) =>
    rich('poll.without.party', {
      party: nameOf(source, party),
      chance: chance(row.joint),
      verdict: [verdictMark(words, row.verdict)]
    })
  )
  const all =
    judged.length > 1
      ? [
          rich('poll.without', {
            chance: chance(unratified.joint),
            verdict: [verdictMark(words, unratified.verdict)]
          })
        ]
      : []
  return joined([...lines, ...without, ...all], '\n')
}

function bodyWords(
  { words }: Pick<CheckReported, 'words'>,
  party: string,
  {
    body,
    assessed,
    p,
    share,
    sigma,
    threshold,
    margin,
    moved
  }: PartyResult['ratified']['bodies'][number]
): string {
  const { say } = words
  if (!assessed) return say('body.unasked', { party, body: bodyName(words, body) })
  const read = {
    party,
    body: bodyName(words, body),
    p: chance(p),
    share: chance(share ?? 0),
    threshold: chance(threshold)
  }
  if (sigma === null || margin === null) return say('body.assumed', read)
  const text = say('body.polled', { ...read, error: sigma.toFixed(3), margin: margin.toFixed(2) })
  return moved === undefined ? text : say('body.moved', { text, points: points(moved) })
}
