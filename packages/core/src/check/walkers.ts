import type { Judge } from '../worth/judge.ts'
import { isFatal } from '../worth/redlines.ts'
import type { Ground, PartyJudgement, Walker } from './result.ts'

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
  const stance = judge.stance(party)
  const redlines = crossed.map(
    ({ id, firmness, certain, source, at }): Ground => ({
      over: 'redline',
      id,
      chance: firmness.central,
      fatal: isFatal({ firmness, certain }),
      sources: [source],
      at
    })
  )
  const noDeal: readonly Ground[] =
    gain && gain.gains < 1 && stance.noDeal
      ? [
          {
            over: 'no-deal',
            id: 'no-deal',
            chance: 1 - gain.gains,
            fatal: false,
            sources: sourcesOf(stance.noDeal),
            at: stance.noDeal.at
          }
        ]
      : []
  const bodies = ratified.bodies
    .filter(({ assessed, p }) => assessed && p < 1)
    .map(({ body, p }): Ground => {
      const written = stance.ratification.find(({ id }) => id === body)
      const polls = [...new Set(written?.support.map(({ poll }) => poll) ?? [])].filter((poll) =>
        ratified.polls.has(poll)
      )
      return {
        over: 'ratification',
        id: body,
        chance: 1 - p,
        fatal: false,
        sources: polls.flatMap((poll) => judge.source.polls.get(poll)?.source ?? []),
        at: written?.at ?? stance.at
      }
    })
  return [...redlines, ...noDeal, ...bodies]
    .filter(({ chance }) => chance > 0.005)
    .sort((a, b) => Number(b.fatal) - Number(a.fatal) || b.chance - a.chance)
}

function sourcesOf({ source }: { readonly source?: string }): readonly string[] {
  return source === undefined ? [] : [source]
}
