import type { PartyResult, ProposalResult } from '../../check/check-result.ts'
import {
  bodyName,
  chance,
  issueTitle,
  nameOf,
  sentence,
  settled,
  verdictText,
  vetoName,
  wordsOf
} from '../words/index.ts'
import type { Material } from './material.ts'

/** What a draft leaves open, and what can come of it. */
export function openSection(material: Material, { open }: ProposalResult): readonly string[] {
  if (!open) return []
  const { source } = material
  const words = wordsOf(material)
  const { say, list } = words
  const end = (key: 'open.best' | 'open.worst', one: typeof open.best): string =>
    sentence(
      words,
      say(key, {
        terms: settled(words, source, one.terms),
        verdict: verdictText(words, one),
        chance: chance(one.joint.p)
      })
    )
  return [
    say('open.issues.full', { issues: list(open.issues.map((id) => issueTitle(source, id))) }),
    end('open.best', open.best),
    end('open.worst', open.worst),
    ...(open.keepsRules === false ? [say('open.rules.full')] : []),
    ...(open.keepsRules === 'unknown' ? [say('open.unknown.full')] : []),
    ...(open.exact ? [] : [say('open.limit.full')])
  ]
}

/** How each body that must ratify would decide, and what all comes to without any. */
export function ratification(
  material: Material,
  { parties, required, unratified }: ProposalResult
): readonly string[] {
  const words = wordsOf(material)
  const judged = required
    .flatMap((party) => parties.get(party) ?? [])
    .filter(({ ratified }) => ratified.bodies.length > 0)
  const read = (row: typeof unratified): { readonly verdict: string; readonly chance: string } => ({
    verdict: verdictText(words, row),
    chance: chance(row.joint)
  })
  const without = judged.map(({ party, ratified: { without: row } }) =>
    words.say('poll.without.party.full', { party: nameOf(material.source, party), ...read(row) })
  )
  return [
    ...judged.flatMap(({ party, ratified }) => [
      ...ratified.bodies.map((body) => bodyText(material, party, body)),
      ...vetoTexts(material, party, ratified)
    ]),
    ...without,
    ...(judged.length > 1 ? [words.say('poll.without.full', read(unratified))] : [])
  ]
}

function vetoTexts(
  material: Material,
  id: string,
  { vetoes, bodies }: PartyResult['ratified']
): readonly string[] {
  const words = wordsOf(material)
  const { say } = words
  const party = nameOf(material.source, id)
  return [
    ...vetoes.map((one) =>
      say('veto.full.chance', {
        party,
        body: bodyName(words, one.body),
        veto: vetoName(words, one.body, one.id),
        chance: chance(one.chance),
        verdict: verdictText(words, one),
        joint: chance(one.joint)
      })
    ),
    ...bodies.flatMap(({ body, muteVetoes }) =>
      muteVetoes.map((veto) => {
        const of = { party, body: bodyName(words, body), veto: vetoName(words, body, veto) }
        return say('sentence', { clause: say('veto.mute', of) })
      })
    )
  ]
}

function bodyText(
  material: Material,
  id: string,
  { body, assessed, p, share, sigma, threshold }: PartyResult['ratified']['bodies'][number]
): string {
  const words = wordsOf(material)
  const { say } = words
  const party = nameOf(material.source, id)
  if (!assessed || share === null)
    return say('sentence', { clause: say('body.unasked', { party, body: bodyName(words, body) }) })
  const said = {
    party,
    body: bodyName(words, body),
    p: chance(p),
    share: chance(share),
    threshold: chance(threshold)
  }
  return sigma === null
    ? say('body.full.assumed', said)
    : say('body.full.polled', { ...said, error: sigma.toFixed(3) })
}
