import { claimedBy, saidByItself, whoseFigure } from '../model/whose.ts'
import type { Judge } from '../worth/judge.ts'
import { isFatal } from '../worth/redlines.ts'
import type { Ground, PartyJudgement, Walker } from './check-result.ts'

/** A ground that would print as 0.00 is none. */
export const LEAST_CHANCE = 0.005

/**
 * One entry for each required party that would walk (dead on arrival or unlikely), strongest ground
 * first.
 */
export function walkersOf(
  required: readonly string[],
  parties: ReadonlyMap<string, PartyJudgement>,
  judge: Judge
): readonly Walker[] {
  return required.flatMap((party) => {
    const result = parties.get(party)
    if (!result || (result.verdict !== 'dead-on-arrival' && result.verdict !== 'unlikely'))
      return []
    const [first, ...rest] = groundsOf(result, judge)
    return first ? [{ party, verdict: result.verdict, ...first, grounds: rest }] : []
  })
}

/**
 * Every reason a party has to refuse: firm redlines first, for they settle the matter; then by
 * chance.
 */
export function groundsOf(
  { party, crossed, gain, ratified }: PartyJudgement,
  judge: Judge
): readonly Ground[] {
  const { noDeal } = judge.stance(party)
  const redlines = crossed.map(
    ({ redline, firmness, certain, walks }): Ground => ({
      over: 'redline',
      redline,
      firmness: firmness.central,
      own: saidByItself(redline, judge.source),
      chance: walks,
      whose: whoseFigure(judge.source, redline.firmness),
      fatal: isFatal({ firmness, certain }),
      sources: claimedBy(redline)
    })
  )
  const better: readonly Ground[] =
    gain && gain.gains < 1 && noDeal
      ? [
          {
            over: 'no-deal',
            noDeal,
            chance: 1 - gain.gains,
            whose: { by: 'computed' },
            fatal: false,
            sources: claimedBy(noDeal)
          }
        ]
      : []
  const bodies = ratified.bodies
    .filter(({ assessed, vetoes, p }) => (assessed || vetoes.length > 0) && p < 1)
    .map(({ body, p }): Ground => {
      const polls = [...new Set(body.support.map(({ poll }) => poll))].filter((poll) =>
        ratified.polls.has(poll)
      )
      return {
        over: 'ratification',
        body,
        chance: 1 - p,
        whose: { by: 'computed' },
        fatal: false,
        sources: [...new Set(polls.flatMap((poll) => judge.source.polls.get(poll)?.source ?? []))]
      }
    })
  return [...redlines, ...better, ...bodies]
    .filter(({ chance }) => chance > LEAST_CHANCE)
    .sort((a, b) => Number(b.fatal) - Number(a.fatal) || b.chance - a.chance)
}

/** What a ground goes by: the redline's or the body's id, `no-deal` for no deal. */
export function groundId(ground: Ground): string {
  if (ground.over === 'redline') return ground.redline.id
  return ground.over === 'ratification' ? ground.body.id : 'no-deal'
}

/** Where a ground stands in the text. */
export function groundAt(ground: Ground): string {
  if (ground.over === 'redline') return ground.redline.at
  return ground.over === 'ratification' ? ground.body.at : ground.noDeal.at
}
