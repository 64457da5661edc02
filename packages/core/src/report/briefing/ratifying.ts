import type { PartyResult } from '../../check/check-result.ts'
import type { Body, Effect } from '../../model/case.ts'
import { whoseFigure } from '../../model/whose.ts'
import { bodyName, inPercent, nameOf, pollWords, wordsOf } from '../words/index.ts'
import { citedWords } from './cited.ts'
import type { Material } from './material.ts'

type BodyRead = PartyResult['ratified']['bodies'][number]

/** Each body of a party that must ratify: what it would make of the proposal, and by whose word. */
export function bodyLines(material: Material, result: PartyResult | undefined): readonly string[] {
  return (result?.ratified.bodies ?? []).map((read) =>
    [bodyText(material, result as PartyResult, read), ...movedText(material, read)].join(' ')
  )
}

function bodyText(
  material: Material,
  { party: id, ratified }: PartyResult,
  read: BodyRead
): string {
  const { source } = material
  const words = wordsOf(material)
  const { say } = words
  const { body, assessed, share, sigma, threshold, p } = read
  const party = nameOf(source, id)
  const named = { party, body: bodyName(words, body) }
  if (!assessed || share === null) return say('pages.body.unasked', named)
  const polls = [...new Set(body.support.map(({ poll }) => poll))]
    .filter((poll) => ratified.polls.has(poll))
    .map((poll) => pollWords(words, source, poll))
  return say('pages.body', {
    ...named,
    share: inPercent(share),
    threshold: inPercent(threshold),
    p: inPercent(p),
    from:
      sigma === null
        ? say('pages.body.assumed')
        : say('pages.body.polls', { polls: [...new Set(polls)].join('; ') })
  })
}

/** By how much terms move the share beyond what was polled, and whose those figures are. */
function movedText(material: Material, { body, moved }: BodyRead): readonly string[] {
  const points = Math.round(moved ?? 0)
  if (points === 0) return []
  const { say } = wordsOf(material)
  const said = { points: Math.abs(points), whose: effectsWords(material, body) }
  return [say(points > 0 ? 'pages.body.moved' : 'pages.body.moved.less', said)]
}

/** Whose the figures of a body's effects are. */
function effectsWords(material: Material, { effects }: Pick<Body, 'effects'>): string {
  const { source } = material
  const { say, list } = wordsOf(material)
  const whose = effects.map(({ points }: Effect) => whoseFigure(source, points))
  const sources = [
    ...new Set(
      whose.flatMap((one) => (one.by === 'source' ? [citedWords(source, one.source)] : []))
    )
  ]
  if (sources.length === 0) return say('pages.moved.case')
  return say(whose.every(({ by }) => by === 'source') ? 'pages.moved.source' : 'pages.moved.both', {
    sources: list(sources)
  })
}
