import type { PartyResult, ProposalResult } from '../../check/check-result.ts'
import type { Rich } from '../words/index.ts'
import { bodyName, chance, joined, nameOf, points, verdictMark, vetoName } from '../words/index.ts'
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
    ...vetoLines({ words, source }, party, ratified),
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

/** Each veto player: how likely its veto is and what holds without it, or that nothing is said. */
function vetoLines(
  { words, source }: Pick<CheckReported, 'words' | 'source'>,
  id: string,
  { vetoes, bodies }: PartyResult['ratified']
): readonly Rich[] {
  const party = nameOf(source, id)
  return [
    ...vetoes.map((one) =>
      words.rich('veto.chance', {
        party,
        body: bodyName(words, one.body),
        veto: vetoName(words, one.body, one.id),
        chance: chance(one.chance),
        joint: chance(one.joint),
        verdict: [verdictMark(words, one.verdict)]
      })
    ),
    ...bodies.flatMap(({ body, muteVetoes }) =>
      muteVetoes.map((veto) =>
        words.rich('veto.mute', {
          party,
          body: bodyName(words, body),
          veto: vetoName(words, body, veto)
        })
      )
    )
  ]
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
