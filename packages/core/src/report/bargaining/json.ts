import type { Best, Deal, DealLottery, Trade, TwoParties } from '../../bargaining/index.ts'
import type { Bargain, PlacedProposal } from '../../deals/bargain.ts'
import { textIn } from '../../model/package.ts'
import { head } from '../json.ts'
import { inPoints, termsOf } from './words.ts'

/** Points of the frontier that the document lists. */
const LISTED = 10_000

/**
 * The document of `solve bargaining --format json`: values and gains in points, parties in the
 * given order.
 */
export function bargainingJson(
  about: Bargain,
  given: { readonly hash: string; readonly findings: readonly object[] }
): object {
  const { source, space, solved, packages, respectRedlines, conditional, leftOut } = about
  const by = Object.fromEntries(
    solved.standards.map((best) => [best.standard, bestJson(about, best)])
  )
  return {
    ...head('solve bargaining'),
    findings: given.findings,
    case: { title: textIn(source.title), hash: given.hash },
    settings: { respectRedlines, at: 0.5, conditional, leftOut, exact: space.exact },
    parties: space.parties,
    noDeal: inPoints(space, space.noDeal),
    ideal: solved.ideal ? inPoints(space, solved.ideal) : null,
    gainless: solved.gainless.map((party) => space.parties[party]),
    packages: { total: String(packages.total), admissible: String(packages.admissible) },
    frontier: frontierJson(about),
    nash: by['nash'] ?? null,
    kalaiSmorodinsky: { maxMin: by['maxMin'] ?? null, mostEqual: by['mostEqual'] ?? null },
    egalitarian: by['egalitarian'] ?? null,
    welfare: by['welfare'] ?? null,
    opposition: solved.opposition ?? null,
    ...(about.pair ? { pair: pairJson(about, about.pair) } : {}),
    finer: about.finer.map(({ issue, step, nash, egalitarian }) => ({
      issue,
      step,
      nash: nash ?? null,
      egalitarian: egalitarian ?? null
    })),
    ...(about.paid === undefined ? {} : { payments: paymentsJson(about) }),
    proposals: Object.fromEntries(
      about.proposals.map((proposal) => [proposal.id, proposalJson(proposal)])
    )
  }
}

function frontierJson({ solved: { frontier }, space }: Bargain): object | null {
  if (!frontier) return null
  const { gains, within } = frontier
  const places = Array.from({ length: Math.min(gains.count, LISTED) }, (_, point) => point)
  const total = within
    ? null
    : String(
        Array.from({ length: gains.count }, (_, point) => frontier.packages(point) ?? 0n).reduce(
          (sum, one) => sum + one,
          0n
        )
      )
  return {
    size: gains.count,
    exact: within === undefined,
    within: within ? inPoints(space, within) : null,
    packages: total,
    points: places.map((point) => {
      const own = gains.values.subarray(point * gains.width, (point + 1) * gains.width)
      return {
        ...valuesJson(space, own),
        terms: Object.fromEntries(termsOf(space, frontier.choice(point))),
        packages: within ? null : String(frontier.packages(point))
      }
    })
  }
}

function valuesJson(space: Bargain['space'], gains: Float64Array): object {
  const own = inPoints(space, gains)
  const noDeal = inPoints(space, space.noDeal)
  return { values: own.map((gain, party) => gain + (noDeal[party] as number)), gains: own }
}

function dealJson({ space }: Bargain, { choice, gains, packages }: Deal): object {
  return {
    ...valuesJson(space, gains),
    terms: Object.fromEntries(termsOf(space, choice)),
    packages: packages === undefined ? null : String(packages)
  }
}

/** The package, how it compares, how that is known, and what ties with it. */
function bestJson(about: Bargain, { standard, ties, value, certificate }: Best): object {
  const [first, ...others] = ties.map((deal) => dealJson(about, deal))
  const { lambda, rootBound, nodes, by, bound, gap, complete } = certificate
  return {
    ...first,
    ...(standard === 'nash' ? { product: value } : { value }),
    certificate: {
      by,
      bound,
      gap,
      complete,
      ...(lambda && rootBound !== undefined ? { weights: Array.from(lambda), rootBound } : {}),
      ...(nodes === undefined ? {} : { nodes })
    },
    ties: others
  }
}

/** Without the points, which are in the parties' units. */
function divisionJson({
  start,
  holds,
  split,
  interchangeable,
  worthless,
  percent
}: NonNullable<TwoParties['adjustedWinner']>): object {
  return {
    start: { wins: start.wins, tied: start.tied },
    holds,
    ...(split ? { split } : {}),
    interchangeable,
    worthless,
    percent
  }
}

function paymentsJson({ paid, space }: Bargain): object | null {
  if (!paid) return null
  const { surplus, nash, egalitarian, choice, pointsPerUnit } = paid
  const shared = ({ gains, payments }: typeof nash): object => ({ gains, payments: payments[0] })
  return {
    pointsPerUnit,
    terms: Object.fromEntries(termsOf(space, choice)),
    surplus,
    nash: shared(nash),
    egalitarian: shared(egalitarian)
  }
}

function pairJson(
  { space }: Bargain,
  { nash, kalaiSmorodinsky, adjustedWinner, agreed }: TwoParties
): object {
  const lottery = (found: DealLottery | undefined): object | null =>
    found
      ? {
          gains: found.gains,
          packages: found.packages.map(({ choice, chance }) => ({
            chance,
            terms: Object.fromEntries(termsOf(space, choice))
          }))
        }
      : null
  return {
    lotteries: { nash: lottery(nash), kalaiSmorodinsky: lottery(kalaiSmorodinsky) },
    adjustedWinner: adjustedWinner ? divisionJson(adjustedWinner) : null,
    agreed
  }
}

function proposalJson(proposal: PlacedProposal): object {
  const {
    space,
    choice,
    gains,
    filled,
    crosses,
    mayCross,
    breaks,
    inside,
    efficient,
    improvement,
    trades
  } = proposal
  return {
    gains: inPoints(space, gains),
    terms: Object.fromEntries(termsOf(space, choice)),
    filled: Object.fromEntries(filled),
    crosses,
    mayCross,
    breaks,
    inside,
    efficient,
    improvement: improvement
      ? {
          adds: inPoints(space, improvement.adds),
          terms: Object.fromEntries(termsOf(space, improvement.choice))
        }
      : null,
    trades: trades
      ? {
          ...trades,
          improvements: trades.improvements.map(tradeJson),
          trades: trades.trades.map(tradeJson)
        }
      : null
  }
}

const tradeJson = ({ changes, gains }: Trade): object => ({ changes, gains })
