import type {
  Best,
  Deal,
  DealLottery,
  Frontier,
  Trade,
  TwoParties
} from '../../bargaining/index.ts'
import { ROUNDINGS } from '../../bargaining/index.ts'
import type { Bargain } from '../../deals/bargain.ts'
import type { PlacedProposal } from '../../deals/placed.ts'
import { textIn } from '../../model/package.ts'
import { BINDING } from '../../worth/conventions.ts'
import type { DocumentAbout } from '../check-json.ts'
import { documentHead } from '../check-json.ts'
import { countJson } from '../packages-shape.ts'
import type { BargainingDocument } from './bargaining-shape.ts'
import { inPoints, termsOf } from './deal-names.ts'

/** Points of the frontier that the document lists. */
const LISTED = 10_000

/**
 * The document of `solve bargaining --format json`: values and gains in points, parties in the
 * given order.
 */
export function bargainingJson(about: Bargain, given: DocumentAbout): BargainingDocument {
  const { source, space, solved, packages, respectRedlines, rough, conditional, leftOut } = about
  const best = (standard: Best['standard']): Valued | null => bestJson(about, standard)
  return {
    ...documentHead('solve bargaining'),
    findings: given.findings,
    case: { title: textIn(source.title), hash: given.hash },
    settings: {
      respectRedlines,
      at: BINDING,
      conditional,
      leftOut,
      exact: space.exact,
      ...(rough ? { rough } : {}),
      ...drawnJson(about)
    },
    parties: space.parties,
    noDeal: inPoints(space, space.noDeal),
    ideal: solved.ideal ? inPoints(space, solved.ideal) : null,
    gainless: solved.gainless.map((party) => space.parties[party] as string),
    undecided: {
      ideals: (solved.undecided?.ideals ?? []).map(({ party, bound }) => ({
        party: space.parties[party] as string,
        bound: bound ?? null
      })),
      standards: solved.undecided?.standards ?? []
    },
    packages: { total: String(packages.total), ...countJson(packages) },
    putIn: about.putIn,
    frontier: frontierJson(about),
    ...(solved.efficient
      ? { efficient: solved.efficient.map((deal) => dealJson(about, deal)) }
      : {}),
    nash: nashJson(about),
    kalaiSmorodinsky: { maxMin: best('maxMin'), mostEqual: best('mostEqual') },
    egalitarian: best('egalitarian'),
    welfare: best('welfare'),
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
      about.proposals.map((proposal) => [proposal.id, proposalJson(about, proposal)])
    )
  }
}

/** How chances were drawn; nothing where none were asked for. */
function drawnJson({ chances }: Bargain): Pick<BargainingDocument['settings'], 'chances'> {
  if (!chances) return {}
  const { draws, seed, dependence } = chances.settings
  return { chances: { draws, seed, dependence, pointDraws: chances.pointDraws } }
}

function frontierJson({
  solved: { frontier },
  space,
  chances
}: Bargain): BargainingDocument['frontier'] {
  if (!frontier) return null
  const { gains, within, rounding } = frontier
  const places = Array.from({ length: Math.min(gains.count, LISTED) }, (_, point) => point)
  const near = within ?? rounding
  const total = near
    ? null
    : String(
        Array.from({ length: gains.count }, (_, point) => frontier.packages(point) ?? 0n).reduce(
          (sum, one) => sum + one,
          0n
        )
      )
  return {
    size: gains.count,
    exact: near === undefined,
    within: near ? inPoints(space, withinOf(frontier, near)) : null,
    rounding: rounding ? inPoints(space, rounding) : null,
    packages: total,
    points: places.map((point) => {
      const own = gains.values.subarray(point * gains.width, (point + 1) * gains.width)
      return {
        ...valuesJson(space, own),
        terms: Object.fromEntries(termsOf(space, frontier.choice(point))),
        packages: near ? null : String(frontier.packages(point)),
        chance: chances?.ofPoint(point) ?? null
      }
    })
  }
}

/** How nearly, thinning and rounding together. */
const withinOf = ({ within, rounding }: Frontier, like: Float64Array): Float64Array =>
  like.map((_, party) => (within?.[party] ?? 0) + ROUNDINGS * (rounding?.[party] ?? 0))

type DealDocument = NonNullable<BargainingDocument['frontier']>['points'][number]

function valuesJson(
  space: Bargain['space'],
  gains: Float64Array
): Pick<DealDocument, 'values' | 'gains'> {
  const own = inPoints(space, gains)
  const noDeal = inPoints(space, space.noDeal)
  return { values: own.map((gain, party) => gain + (noDeal[party] as number)), gains: own }
}

function dealJson({ space, chances }: Bargain, { choice, gains, packages }: Deal): DealDocument {
  return {
    ...valuesJson(space, gains),
    terms: Object.fromEntries(termsOf(space, choice)),
    packages: packages === undefined ? null : String(packages),
    chance: chances?.of(space, choice) ?? null
  }
}

type Valued = NonNullable<BargainingDocument['welfare']>
type NashDocument = NonNullable<BargainingDocument['nash']>

const bestBy = ({ solved }: Bargain, standard: Best['standard']): Best | undefined =>
  solved.standards.find((one) => one.standard === standard)

/** The package, how it compares, how that is known, and what ties with it. */
function bestJson(about: Bargain, standard: Best['standard']): Valued | null {
  const best = bestBy(about, standard)
  const [first, ...ties] = best?.ties.map((deal) => dealJson(about, deal)) ?? []
  if (!best || !first) return null
  return { ...first, value: best.value, certificate: certificateJson(best), ties }
}

/** The same; its value is a product. */
function nashJson(about: Bargain): NashDocument | null {
  const best = bestJson(about, 'nash')
  if (!best) return null
  const { value: product, certificate, ties, ...first } = best
  return { ...first, product, certificate, ties }
}

function certificateJson({ certificate }: Best): Valued['certificate'] {
  const { lambda, rootBound, nodes, by, bound, gap, complete } = certificate
  return {
    by,
    bound,
    gap,
    complete,
    ...(lambda && rootBound !== undefined ? { weights: Array.from(lambda), rootBound } : {}),
    ...(nodes === undefined ? {} : { nodes })
  }
}

type PairDocument = NonNullable<BargainingDocument['pair']>

/** Without the points, which are in the parties' units. */
function divisionJson({
  start,
  holds,
  split,
  interchangeable,
  worthless,
  percent
}: NonNullable<TwoParties['adjustedWinner']>): PairDocument['adjustedWinner'] {
  return {
    start: { wins: start.wins, tied: start.tied },
    holds,
    ...(split ? { split } : {}),
    interchangeable,
    worthless,
    percent
  }
}

type PaymentsDocument = NonNullable<BargainingDocument['payments']>

function paymentsJson({ paid, space }: Bargain): PaymentsDocument | null {
  if (!paid) return null
  const { surplus, nash, egalitarian, choice, pointsPerUnit } = paid
  const shared = ({ gains, payments }: typeof nash): PaymentsDocument['nash'] => ({
    gains,
    payments: payments[0] ?? []
  })
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
): PairDocument {
  const lottery = (found: DealLottery | undefined): PairDocument['lotteries']['nash'] =>
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

type PlacedDocument = BargainingDocument['proposals'][string]

function proposalJson({ chances }: Bargain, proposal: PlacedProposal): PlacedDocument {
  const {
    space,
    offers,
    choice,
    gains,
    filled,
    crosses,
    mayCross,
    breaks,
    inside,
    efficient,
    undecided,
    improvement,
    trades
  } = proposal
  return {
    gains: inPoints(space, gains),
    chance: chances?.of(space, choice, offers) ?? null,
    terms: Object.fromEntries(termsOf(space, choice)),
    filled: Object.fromEntries(filled),
    crosses,
    mayCross,
    breaks,
    inside,
    efficient: undecided ? null : efficient,
    improvement: improvement
      ? {
          adds: inPoints(space, improvement.adds),
          chance: chances?.of(space, improvement.choice, offers) ?? null,
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

const tradeJson = ({
  changes,
  gains
}: Trade): NonNullable<PlacedDocument['trades']>['trades'][number] => ({ changes, gains })
