/** A party on one issue: where it stands, how much it can do, how much of that the issue gets. */
export interface Actor {
  readonly party: string
  readonly position: number
  readonly capability: number
  /** 0..1. */
  readonly salience: number
}

/** Why a party moves towards another's position. */
export type WhyMoved = 'confrontation' | 'compromise' | 'capitulation'

/** What makes a party move: another's offer, with both expected utilities as the mover sees them. */
export interface ForecastMove {
  readonly mover: number
  readonly by: number
  readonly how: WhyMoved
  /** The mover's expected utility of challenging, and the other's of challenging the mover. */
  readonly own: number
  readonly other: number
  readonly to: number
}

/** A round: what everybody expects, and who moves. By mover, then other. */
export interface EuRound {
  readonly before: readonly number[]
  readonly risk: readonly number[]
  readonly chance: readonly (readonly number[])[]
  readonly own: readonly (readonly number[])[]
  readonly other: readonly (readonly number[])[]
  readonly moves: readonly ForecastMove[]
  readonly after: readonly number[]
  readonly median: number
  readonly mean: number
}

/**
 * How the model is read. `never`: capitulation as the code behind the published plots has it, where
 * its condition cannot hold; `as-written`: as the equations say.
 */
export interface EuReading {
  readonly capitulation: 'never' | 'as-written'
}

/** Utilities that differ from 0 by less are rounding. */
const NOTHING = 1e-12

/**
 * Rounds of the expected-utility model of Bueno de Mesquita as published by Scholz, Calbert and
 * Smith (J. Theoretical Politics 23(4), 2011), with the choices of the code behind their plots: the
 * status quo is certain to last (Q = 1), the range is that of the first positions, and a chance is
 * divided by the votes of all pairs, so that chances are small. One pass of n^3 a round.
 */
export function euRound(actors: readonly Actor[], range: number, reading: EuReading): EuRound {
  const flat = actors.map(() => 1)
  const plain = chancesOf(actors, range, flat)
  const risk = riskOf(actors, plain, range)
  const chance = chancesOf(actors, range, risk)
  const seen = (by: number, of: number, against: number): number =>
    expected([actors[of] as Actor, actors[against] as Actor], {
      range,
      chance: chance[of]?.[against] as number,
      risk: risk[by] as number
    })
  const own = actors.map((_, i) => actors.map((_, j) => (i === j ? 0 : seen(i, i, j))))
  const other = actors.map((_, i) => actors.map((_, j) => (i === j ? 0 : seen(i, j, i))))
  const moves = actors.flatMap((_, mover) => moveOf(actors, mover, { own, other, reading }))
  const after = actors.map(({ position }) => position)
  for (const { mover, to } of moves) after[mover] = to
  const moved = actors.map((actor, i) => ({ ...actor, position: after[i] as number }))
  return {
    before: actors.map(({ position }) => position),
    risk,
    chance,
    own,
    other,
    moves,
    after,
    median: medianPosition(moved),
    mean: meanPosition(moved)
  }
}

/** The position that no other beats when all vote by what they stand to lose. */
export function medianPosition(actors: readonly Actor[]): number {
  const lost = (at: number): number =>
    actors.reduce(
      (sum, { position, capability, salience }) =>
        sum + capability * salience * Math.abs(position - at),
      0
    )
  let [best, least] = [actors[0]?.position ?? 0, Number.POSITIVE_INFINITY]
  for (const { position } of actors) {
    const all = lost(position)
    if (all < least - NOTHING) [best, least] = [position, all]
  }
  return best
}

/** The mean position, by capability times salience. */
export function meanPosition(actors: readonly Actor[]): number {
  const weight = actors.reduce((sum, one) => sum + one.capability * one.salience, 0)
  const all = actors.reduce((sum, one) => sum + one.capability * one.salience * one.position, 0)
  return weight > 0 ? all / weight : 0
}

/** The chance that each prevails over each: votes for it, by all votes of all pairs. */
function chancesOf(
  actors: readonly Actor[],
  range: number,
  risk: readonly number[]
): readonly (readonly number[])[] {
  const far = actors.map(({ position }, k) =>
    actors.map((one) => (Math.abs(position - one.position) / range) ** (risk[k] as number))
  )
  let all = 0
  const votes = actors.map((_, i) =>
    actors.map((_, j) =>
      actors.reduce((sum, { capability, salience }, k) => {
        const vote = capability * salience * ((far[k]?.[j] as number) - (far[k]?.[i] as number))
        all += Math.abs(vote)
        return vote > 0 ? sum + vote : sum
      }, 0)
    )
  )
  return votes.map((row) => row.map((vote) => (all > 0 ? vote / all : 0)))
}

interface Expecting {
  readonly range: number
  readonly chance: number
  readonly risk: number
}

/** What challenging is worth to the first of two, as one with this attitude to risk reckons it. */
function expected(
  [one, other]: readonly [Actor, Actor],
  { range, chance, risk }: Expecting
): number {
  const apart = Math.abs(one.position - other.position) / range
  const success = 2 - 4 * (0.5 - 0.5 * apart) ** risk
  const failure = 2 - 4 * (0.5 + 0.5 * apart) ** risk
  const standing = 2 - 4 * 0.5 ** risk
  const resisted = chance * success + (1 - chance) * failure
  return other.salience * resisted + (1 - other.salience) * success - standing
}

/** Exponents from 1/2 to 2: who stands safest in the eyes of all others dares least. */
function riskOf(
  actors: readonly Actor[],
  chance: readonly (readonly number[])[],
  range: number
): readonly number[] {
  const danger = actors.map((one, i) =>
    actors.reduce(
      (sum, other, j) =>
        i === j
          ? sum
          : sum + expected([other, one], { range, chance: chance[j]?.[i] as number, risk: 1 }),
      0
    )
  )
  const [low, high] = [Math.min(...danger), Math.max(...danger)]
  return danger.map((one) => {
    const r = high - low > NOTHING ? (2 * one - high - low) / (high - low) : 0
    return (1 - r / 3) / (1 + r / 3)
  })
}

interface Offered {
  readonly own: EuRound['own']
  readonly other: EuRound['other']
  readonly reading: EuReading
}

/**
 * The offer a party takes: confrontation before compromise before capitulation, the least change
 * first. Among compromises the code behind the plots takes the least mean of both positions by their
 * utilities, which its author calls bizarre; kept, for it is what was published.
 */
function moveOf(
  actors: readonly Actor[],
  mover: number,
  { own, other, reading }: Offered
): readonly ForecastMove[] {
  const offers = actors.flatMap((_, by) =>
    offerOf(
      actors,
      { mover, by, own: own[mover]?.[by] as number, other: other[mover]?.[by] as number },
      reading
    )
  )
  const here = actors[mover]?.position ?? 0
  const key = (offer: ForecastMove): number => {
    if (offer.how !== 'compromise') return Math.abs(offer.to - here)
    const [a, b] = [Math.abs(offer.own), Math.abs(offer.other)]
    return (a * here + b * (actors[offer.by]?.position ?? 0)) / (a + b)
  }
  for (const how of ['confrontation', 'compromise', 'capitulation'] as const) {
    const [first, ...rest] = offers.filter((offer) => offer.how === how)
    if (first) return [rest.reduce((best, one) => (key(one) < key(best) ? one : best), first)]
  }
  return []
}

function offerOf(
  actors: readonly Actor[],
  { mover, by, own, other }: Omit<ForecastMove, 'how' | 'to'>,
  { capitulation }: EuReading
): readonly ForecastMove[] {
  const [from, there] = [actors[mover]?.position ?? 0, actors[by]?.position ?? 0]
  if (from === there || other <= NOTHING) return []
  const seen = { mover, by, own, other }
  if (own > NOTHING && other > own) return [{ ...seen, how: 'confrontation', to: there }]
  if (own >= -NOTHING) return []
  if (other > -own)
    return [{ ...seen, how: 'compromise', to: from + (there - from) * Math.abs(own / other) }]
  return capitulation === 'as-written' && other < -own
    ? [{ ...seen, how: 'capitulation', to: there }]
    : []
}
