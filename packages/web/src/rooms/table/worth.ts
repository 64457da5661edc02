import type { Case, Issue, Judgement, Stance } from '@truce/core'
import { expected } from '@truce/core/draws'
import { centre } from '@truce/core/model'
import type { Said } from './columns.ts'

/** The change of one party's gain, in points. */
export interface Change {
  readonly party: string
  readonly points: number
}

/** Changes that would be written as 0 points are left out. */
const LEAST = 0.5

/**
 * By option of the issue, how each party's gain would change at central values if the issue were
 * settled so instead of as it is. Against an open issue the yardstick is the mean over its options.
 * The greatest change comes first.
 */
export function changesBy(
  source: Case,
  issue: Issue,
  now: Said
): ReadonlyMap<string, readonly Change[]> {
  const parties = [...source.stances.values()].flatMap((stance) => {
    const worth = worthOf(stance, source, issue)
    return worth ? [{ party: stance.party, worth, base: baseOf(worth, now, source) }] : []
  })
  return new Map(
    issue.options.map(({ id }) => [
      id,
      parties
        .map(({ party, worth, base }) => ({ party, points: (worth.get(id) ?? 0) - base }))
        .filter(({ points }) => Math.abs(points) >= LEAST)
        .sort((a, b) => Math.abs(b.points) - Math.abs(a.points))
    ])
  )
}

/**
 * What each option brings to the party's worth of a package, in points: its share of all weights
 * times its value.
 */
function worthOf(
  stance: Stance,
  source: Case,
  issue: Issue
): ReadonlyMap<string, number> | undefined {
  const interest = stance.interests.find((one) => one.issue === issue.id)
  const total = stance.interests.reduce((sum, { weight }) => sum + middle(weight, source), 0)
  if (!interest || total <= 0) return undefined
  const share = middle(interest.weight, source) / total
  return new Map(
    [...interest.values].map(([option, blend]) => [
      option,
      share * blend.reduce((sum, part) => sum + part.share * middle(part.judgement, source), 0)
    ])
  )
}

function baseOf(worth: ReadonlyMap<string, number>, now: Said, source: Case): number {
  if (now.kind === 'open')
    return [...worth.values()].reduce((sum, value) => sum + value, 0) / Math.max(1, worth.size)
  const first = worth.get(now.option) ?? 0
  const term = now.kind === 'settled' ? now.term : undefined
  if (term?.then === undefined || !term.chance) return first
  return first + middle(term.chance, source) * ((worth.get(term.then) ?? 0) - first)
}

const middle = (judgement: Judgement, { scenarios }: Case): number =>
  expected(judgement, scenarios, centre)
