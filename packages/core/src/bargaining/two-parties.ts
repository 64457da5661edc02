import type { AdjustedWinner, AwardItem } from './adjusted-winner.ts'
import { adjustedWinner } from './adjusted-winner.ts'
import type { DealSpace } from './deal-space.ts'
import { Reader } from './front.ts'
import { linkedGroups } from './groups.ts'
import type { Lottery } from './lottery-frontier.ts'
import { lotteryFrontier } from './lottery-frontier.ts'

/**
 * A lottery over at most two packages (option indices by issue), and what each party expects to
 * gain, in points.
 */
export interface DealLottery {
  readonly packages: readonly { readonly choice: readonly number[]; readonly chance: number }[]
  readonly gains: readonly [number, number]
}

/** What two parties could do with lotteries, or by dividing issues. */
export interface TwoParties {
  /**
   * Nash's solution where lotteries over packages are allowed (his own setting); absent where it is
   * a plain package or there is none.
   */
  readonly nash?: DealLottery
  readonly kalaiSmorodinsky?: DealLottery
  /**
   * Adjusted winner over the issues on which the parties want different options; only where no
   * condition links options.
   */
  readonly adjustedWinner?: AdjustedWinner
  /** Issues that both want settled alike, with the option both prefer: no item of the division. */
  readonly agreed: readonly { readonly issue: string; readonly option: string }[]
}

/**
 * Undefined unless there are exactly two parties and some package is admissible. Throws `TooWide`.
 */
export function twoParties(space: DealSpace): TwoParties | undefined {
  const groups = space.parties.length === 2 ? linkedGroups(space) : undefined
  if (!groups) return undefined
  const fronts = groups.map(({ front }) => front)
  const hull = lotteryFrontier({
    parts: fronts.map(({ layer }) => layer),
    base: space.noDeal.map((noDeal) => -noDeal),
    unitsPerPoint: space.unitsPerPoint
  })
  const reader = new Reader()
  const spelled = (lottery: Lottery | null): DealLottery | undefined => {
    if (!lottery || lottery.packages.length < 2) return undefined
    const packages = lottery.packages.map(({ points, chance }) => {
      const choice = space.issues.map(() => 0)
      fronts.forEach((front, part) => {
        reader.pick(front, points[part] ?? 0, choice)
      })
      return { choice, chance }
    })
    return { packages, gains: lottery.gains }
  }
  const [nash, kalaiSmorodinsky] = [spelled(hull.nash), spelled(hull.kalaiSmorodinsky)]
  return {
    ...(nash ? { nash } : {}),
    ...(kalaiSmorodinsky ? { kalaiSmorodinsky } : {}),
    ...(space.excluded.length === 0 ? divided(space) : { agreed: [] })
  }
}

/**
 * Each issue as an item: to win it is to have it settled as one likes best rather than as the other
 * does. Points in the party's units.
 */
function divided({ issues }: DealSpace): Pick<TwoParties, 'adjustedWinner' | 'agreed'> {
  const favourites = issues.map(
    ({ worth }) => [0, 1].map((party) => favourite(worth, party)) as [number, number]
  )
  const items = issues.flatMap(({ id, worth }, issue): readonly AwardItem[] => {
    const [own, other] = favourites[issue] as [number, number]
    if (own === other) return []
    const stake = (party: 0 | 1, best: number, worst: number): number =>
      (worth[best]?.[party] ?? 0) - (worth[worst]?.[party] ?? 0)
    return [{ id, points: [stake(0, own, other), stake(1, other, own)] }]
  })
  const agreed = issues.flatMap(({ id, options }, issue) => {
    const [own, other] = favourites[issue] as [number, number]
    return own === other ? [{ issue: id, option: options[own] ?? '' }] : []
  })
  const division = items.length > 0 ? adjustedWinner(items) : undefined
  return { agreed, ...(division ? { adjustedWinner: division } : {}) }
}

/** The option worth most to a party; of several, the one worth most to the other. */
function favourite(worth: readonly Float64Array[], party: number): number {
  const other = 1 - party
  return worth.reduce((best, row, option) => {
    const [most, own] = [worth[best] as Float64Array, row]
    const better =
      (own[party] as number) - (most[party] as number) ||
      (own[other] as number) - (most[other] as number)
    return better > 0 ? option : best
  }, 0)
}
