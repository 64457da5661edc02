import type { DealSpace } from './deal-space.ts'
import { roundingOf } from './deal-space.ts'
import { Effort, TooWide } from './effort.ts'
import type { Front } from './front.ts'
import { Reader } from './front.ts'
import type { Frontier } from './frontier.ts'
import { frontierOf } from './frontier.ts'
import { linkedGroups } from './groups.ts'
import { gainsOf } from './improve.ts'
import { pointOf } from './layer.ts'
import type { AdditiveGame, Found, Goal } from './search/search.ts'
import { nodesFor, search } from './search/search.ts'
import type { FrontierSolution, Solutions } from './solutions.ts'
import { opposition, solutions } from './solutions.ts'

/** The standards a package can be best by, in the order they are told. */
export const STANDARDS = ['nash', 'maxMin', 'mostEqual', 'egalitarian', 'welfare'] as const
/**
 * `nash`, Kalai and Smorodinsky's in two readings (`maxMin`, `mostEqual`), `egalitarian`,
 * `welfare`: see `Solutions`.
 */
export type Standard = (typeof STANDARDS)[number]

/**
 * A package: an option index for each issue; what each party gains, in units; and how many packages
 * gain exactly this.
 */
export interface Deal {
  readonly choice: readonly number[]
  readonly gains: Float64Array
  readonly packages?: bigint
}

/** How it is known that no admissible package is better. */
export interface Certificate {
  readonly by: 'frontier' | 'branch and bound' | 'integer programming'
  /** No package is worth more by the standard; equals the value where `gap` is 0. */
  readonly bound: number
  readonly gap: number
  /**
   * Weights on the parties from which anybody computes `rootBound` anew, with one greatest sum for
   * each issue (see `boundAt`).
   */
  readonly lambda?: Float64Array
  readonly rootBound?: number
  readonly nodes?: number
  /** False when a limit stopped the search before the gap was closed. */
  readonly complete: boolean
}

/**
 * The best by one standard. `value`: product of points, least share of the ideal, difference of
 * shares, or points.
 */
export interface Best {
  readonly standard: Standard
  /** All that tie where the frontier was listed exactly; else the one found. */
  readonly ties: readonly Deal[]
  readonly value: number
  readonly certificate: Certificate
}

/** What a search did not know when it ended. */
export interface LeftOpen {
  /**
   * Parties (by index) that may gain more than `ideal` says, where it says something; `bound`: but
   * no more than so many points.
   */
  readonly ideals: readonly { readonly party: number; readonly bound?: number }[]
  /** Standards by which no package was found, though there may be one. */
  readonly standards: readonly Standard[]
}

/** Whether it is known that no package leaves everybody as well off as no deal. */
export const nobodyGains = ({ ideal, undecided }: DealSolutions): boolean => !ideal && !undecided

/** What can be agreed, and what is best by which standard. */
export interface DealSolutions {
  /** Absent where no package is admissible, or too many are efficient to list them. */
  readonly frontier?: Frontier
  /** Some of the efficient packages, each proved to be one, where the frontier cannot be listed. */
  readonly efficient?: readonly Deal[]
  readonly standards: readonly Best[]
  /**
   * The most each party can gain where nobody loses, in units, as far as was found (`undecided`);
   * absent where no package leaves everybody as well off as no deal, or none was found.
   */
  readonly ideal?: Float64Array
  /** Parties (by index) that are known to gain nothing wherever nobody loses. */
  readonly gainless: readonly number[]
  /** What a limit left open; absent where nothing was. */
  readonly undecided?: LeftOpen
  /** See `opposition`; only where the frontier is exact. */
  readonly opposition?: number
}

/**
 * The frontier and the solutions of a space. Where the frontier is exact it proves them; the
 * search's weights are given beside it, as a proof that can be checked by hand. Where it is only
 * near, the search alone decides. `share`: of what is usually spent. Throws `TooWide`.
 */
export function solveDeals(
  space: DealSpace,
  { most, share = 1 }: { readonly most: number; readonly share?: number }
): DealSolutions {
  const groups = linkedGroups(space)
  if (!groups) return { standards: [], gainless: [] }
  const fronts = groups.map(({ front }) => front)
  const game = {
    parts: fronts.map(({ layer }) => layer),
    base: space.noDeal.map((noDeal) => -noDeal),
    unitsPerPoint: space.unitsPerPoint
  }
  const listed = listedFrontier(space, fronts, { most, share })
  return listed && !listed.within
    ? enumerated(listed, game)
    : searched(space, fronts, { game, listed, work: share * WORK })
}

/**
 * Sums of points that listing may cost, ten times what other questions may: this one is asked once
 * and answers everything else exactly. Beyond it every standard is searched for by itself.
 */
const LISTING = { sums: 200_000_000, comparisons: 1_500_000_000 } as const

/** So many points are listed where listing all that may be kept costs too much. */
const FEWER = 5000

function listedFrontier(
  space: DealSpace,
  fronts: readonly Front[],
  { most, share }: { readonly most: number; readonly share: number }
): Frontier | undefined {
  for (const points of new Set([most, Math.min(most, FEWER)]))
    try {
      const effort = new Effort(share * LISTING.sums, share * LISTING.comparisons)
      return frontierOf(space, fronts, { most: points, effort })
    } catch (error) {
      if (!(error instanceof TooWide)) throw error
    }
  return undefined
}

function enumerated(listed: Frontier, game: AdditiveGame): DealSolutions {
  const found = solutions(listed)
  const against = opposition(listed)
  return {
    frontier: listed,
    standards: STANDARDS.flatMap((standard) => {
      const best = found[standard]
      return best
        ? [fromFrontier(listed, best, { standard, proof: proofOf(game, found, standard) })]
        : []
    }),
    ...(listed.gains.count > 0 ? { ideal: found.ideal } : {}),
    gainless: found.gainless,
    ...(against === undefined ? {} : { opposition: against })
  }
}

/** How many ties of one standard are told: more than a reader compares. Ties are rare with judged numbers. */
const TIES = 20

function fromFrontier(
  listed: Frontier,
  { points, value }: FrontierSolution,
  { standard, proof }: { readonly standard: Standard; readonly proof: Found | undefined }
): Best {
  const ties = points.slice(0, TIES).map((point): Deal => {
    const packages = listed.packages(point)
    return {
      choice: listed.choice(point),
      gains: pointOf(listed.gains, point).slice(),
      ...(packages === undefined ? {} : { packages })
    }
  })
  const weights = proof ? { lambda: proof.lambda, rootBound: proof.rootBound } : {}
  return {
    standard,
    ties,
    value,
    certificate: { by: 'frontier', bound: value, gap: 0, complete: true, ...weights }
  }
}

/** The weights of the parties that bound a standard, without any search. */
function proofOf(game: AdditiveGame, { ideal }: Solutions, standard: Standard): Found | undefined {
  const goal = goalOf(standard, ideal, game)
  return goal && search(game, goal, { maxNodes: 1 })
}

function goalOf(
  standard: Standard,
  ideal: Float64Array,
  { unitsPerPoint }: AdditiveGame
): Goal | undefined {
  const baseline = new Float64Array(ideal.length)
  if (standard === 'nash') return { kind: 'nash' }
  if (standard === 'maxMin') return { kind: 'maxMin', baseline, scale: ideal }
  if (standard === 'egalitarian') return { kind: 'maxMin', baseline, scale: unitsPerPoint }
  return standard === 'welfare' ? { kind: 'welfare', floor: true } : undefined
}

/**
 * Regions to search, at most: those of the max-min standards take milliseconds each on large games,
 * so that either limit is some seconds. What is open then is stated in the certificate as its gap.
 */
const MAX_NODES = 20_000
const MAX_MIN_NODES = 500
/**
 * Work of one search, see `nodesFor`: a second or two. The parties' ideals share that of one.
 */
const WORK = 20_000_000

/**
 * Without an exact frontier: every standard by its own search, the ideals first. `mostEqual` needs
 * the frontier.
 */
function searched(
  space: DealSpace,
  fronts: readonly Front[],
  {
    game,
    listed,
    work
  }: {
    readonly game: AdditiveGame
    readonly listed: Frontier | undefined
    readonly work: number
  }
): DealSolutions {
  const frontier = listed ? { frontier: listed } : {}
  const parties = [...game.base.keys()]
  const each = { maxNodes: nodesFor(game, { work: work / parties.length, most: MAX_NODES }) }
  const ideals = parties.map((party) => search(game, { kind: 'ideal', party }, each))
  // one proof that no package leaves everybody as well off as no deal is one for all
  if (ideals.some(({ choice, complete }) => complete && choice === undefined))
    return { ...frontier, standards: [], gainless: parties }
  const ideal = Float64Array.from(ideals, ({ gains }, party) => gains?.[party] ?? 0)
  const rounding = roundingOf(space)
  const open = ideals.flatMap(({ complete, choice, bound }, party) =>
    complete ? [] : [{ party, ...(choice ? { bound } : {}) }]
  )
  const gainless = parties.filter(
    (party) => ideals[party]?.complete && !((ideal[party] as number) > (rounding?.[party] ?? 0))
  )
  const unknown: Standard[] = []
  const standards = STANDARDS.flatMap((standard) => {
    if (isPointless(standard, gainless.length, parties.length)) return []
    const goal = goalOf(standard, ideal, game)
    if (!goal) return []
    // shares of an ideal that is not proved would be shares of nothing in particular
    const found =
      standard === 'maxMin' && open.length > 0
        ? undefined
        : search(game, goal, {
            maxNodes: nodesFor(game, {
              work,
              most: goal.kind === 'maxMin' ? MAX_MIN_NODES : MAX_NODES
            })
          })
    if (!found || (!found.choice && !found.complete)) unknown.push(standard)
    return found?.choice ? [fromSearch(space, fronts, { standard, found })] : []
  })
  return {
    ...frontier,
    standards,
    ...(ideals.every(({ choice }) => choice) ? { ideal } : {}),
    gainless,
    ...(open.length + unknown.length > 0 ? { undecided: { ideals: open, standards: unknown } } : {})
  }
}

/** Nash needs everybody to gain, shares of the ideal somebody. */
const isPointless = (standard: Standard, gainless: number, parties: number): boolean =>
  (standard === 'nash' && gainless > 0) || (standard === 'maxMin' && gainless === parties)

function fromSearch(
  space: DealSpace,
  fronts: readonly Front[],
  { standard, found }: { readonly standard: Standard; readonly found: Found }
): Best {
  const reader = new Reader()
  const choice = space.issues.map(() => 0)
  fronts.forEach((front, part) => {
    reader.pick(front, found.choice?.[part] ?? 0, choice)
  })
  const { bound, gap, lambda, rootBound, nodes, complete } = found
  return {
    standard,
    ties: [{ choice, gains: gainsOf(space, choice) }],
    value: found.value ?? 0,
    certificate: { by: 'branch and bound', bound, gap, lambda, rootBound, nodes, complete }
  }
}

/**
 * The package whose gains, each divided by what a unit of payment is worth to the party, sum to
 * most. Undefined where none is admissible. Throws `TooWide`.
 */
export function greatestSum(
  space: DealSpace,
  pointsPerUnit: readonly number[]
): readonly number[] | undefined {
  const fronts = linkedGroups(space)?.map(({ front }) => front)
  if (!fronts) return undefined
  const reader = new Reader()
  const choice = space.issues.map(() => 0)
  for (const front of fronts) {
    const sum = (point: number): number =>
      pointOf(front.layer, point).reduce(
        (total, worth, party) =>
          total +
          worth / ((space.unitsPerPoint[party] as number) * (pointsPerUnit[party] as number)),
        0
      )
    const points = Array.from({ length: front.layer.count }, (_, point) => point)
    reader.pick(
      front,
      points.reduce((best, point) => (sum(point) > sum(best) ? point : best)),
      choice
    )
  }
  return choice
}
