import type { DealSpace } from '../bargaining/deal-space.ts'
import { leastGain } from '../bargaining/least-gain.ts'
import type { Column } from '../draws/column.ts'
import { expected } from '../draws/sampler.ts'
import type { Case, LedgerEntry, Stance } from '../model/case.ts'
import { scenariosIn } from '../model/condition.ts'
import type { Judgement } from '../model/judgement.ts'
import { centre } from '../model/judgement.ts'
import type { Package } from '../model/terms.ts'
import { requiredParties } from '../worth/admissible.ts'
import { isNoLoss } from '../worth/columns.ts'
import type { Estimate } from '../worth/estimate.ts'
import type { Judge } from '../worth/judge.ts'
import type { Offers } from '../worth/offers.ts'
import { plainOffers } from '../worth/offers.ts'
import type { StrategyGround } from './ground.ts'
import type { Spread } from './shares.ts'
import { quantileAt, shareOfDraws, spreadOf } from './shares.ts'
import type { StagedTerms } from './staged.ts'
import { stagedTerms } from './staged.ts'
import type { TurningNoDeal } from './waiting.ts'
import { waitingOf } from './waiting.ts'
import type { WorstOff } from './worst-off.ts'
import { worstOff } from './worst-off.ts'

/** What stopping and going on are worth to whom. */
export interface Incentives {
  /** Every party with interests and a no deal, in the order of the stances. */
  readonly ledgers: readonly NoDealLedger[]
  /** Whether there is something better than going on for everybody needed. */
  readonly ripeness: Ripeness
  readonly proposals: readonly StoppingWorth[]
}

/** How a party's no deal adds up, in points of 0..100. */
export interface NoDealLedger {
  readonly party: string
  readonly required: boolean
  /** What the state of things without a deal is worth before anything is added. */
  readonly base: Spread
  readonly entries: readonly LedgerLine[]
  /** The base and every entry that counts against all packages. */
  readonly sum: Spread
}

/** An entry, with its sign: what speaks for going on adds, what speaks for stopping takes. */
export interface LedgerLine {
  readonly entry: LedgerEntry
  readonly worth: Spread
  /** Scenarios that its size hangs on. */
  readonly scenarios: readonly string[]
  /** Counts against packages with these options alone. */
  readonly against?: { readonly issue: string; readonly options: readonly string[] }
}

/** What a party has from a package rather than going on. */
export interface GainOver {
  readonly party: string
  readonly gain: Spread
  /** Share of draws in which it has something from it, or loses nothing. */
  readonly better: Estimate
}

/** What stopping on a proposal's terms is worth. */
export interface StoppingWorth {
  readonly id: string
  readonly gains: readonly GainOver[]
  /** Of those whose consent it needs: the share of draws in which none loses by it. */
  readonly together: Estimate
  /** Where some of its terms come in two stages: who would let it rest at the first. */
  readonly staged?: StagedTerms
}

/** The package whose least gain is greatest, and what it says. */
export interface Ripeness {
  /** Whose gains it looks at: those needed, with interests and a no deal. */
  readonly parties: readonly string[]
  /** Needed, and not looked at. */
  readonly unknown: readonly string[]
  /** Whether going on is worth less than the witness to all of them, at the centre; undefined where the search did not decide. */
  readonly ripe?: boolean
  /** Absent where no package is admissible. */
  readonly witness?: {
    readonly terms: Package
    readonly gains: readonly GainOver[]
    readonly together: Estimate
    /** No admissible package has a greater least gain. */
    readonly bound: number
    readonly least: number
    /** Who is worst off by it over the draws. */
    readonly worst: WorstOff
  }
  readonly private: readonly PrivateNoDeal[]
  readonly waiting: readonly TurningNoDeal[]
}

/**
 * A party whose own no deal, anywhere in the middle 90 of 100 draws and all else at the centre,
 * turns the sign of its gain from the witness: only it knows whether it would take it.
 */
export interface PrivateNoDeal {
  readonly party: string
  readonly worth: number
  readonly low: number
  readonly high: number
}

/** See `Incentives`; undefined where nobody has both interests and a no deal. */
export function incentives(ground: StrategyGround): Incentives | undefined {
  const { source, central } = ground
  const known = [...source.stances.keys()].filter((party) => central.hasGain(party))
  if (known.length === 0) return undefined
  const required = requiredParties(source)
  return {
    ledgers: known.map((party) => ledgerOf(ground, party, required.includes(party))),
    ripeness: ripenessOf(ground, required),
    proposals: [...ground.offers].map(([id, offers]) => {
      const staged = stagedTerms(ground, offers, known)
      return { id, ...overNoDeal(ground, known, offers), ...(staged ? { staged } : {}) }
    })
  }
}

function ledgerOf(
  { source, central, drawn }: StrategyGround,
  party: string,
  required: boolean
): NoDealLedger {
  const stance = central.stance(party)
  const entries = (stance.noDeal?.ledger ?? []).map((entry) => lineOf(entry, source, drawn))
  const sum = spreadOf(
    (central.gainOf(party).noDeal()[0] as number) ?? 0,
    drawn.gainOf(party).noDeal()
  )
  return { party, required, base: baseOf(stance, sum, { central, drawn }), entries, sum }
}

/** The sum less what the entries against every package add: the state of things alone. */
function baseOf(
  { party, noDeal }: Stance,
  sum: Spread,
  { central, drawn }: Pick<StrategyGround, 'central' | 'drawn'>
): Spread {
  const always = (noDeal?.ledger ?? []).filter(({ when }) => !when)
  const alone = (judge: Judge): Float64Array => {
    const column = judge.gainOf(party).noDeal()
    for (const entry of always) {
      const worth = judge.sampler.column(entry.worth)
      for (let i = 0; i < column.length; i++)
        column[i] = (column[i] as number) - signOf(entry) * (worth[i] as number)
    }
    return column
  }
  return spreadOf(alone(central)[0] ?? sum.central, alone(drawn))
}

const signOf = ({ toward }: LedgerEntry): 1 | -1 => (toward === 'continue' ? 1 : -1)

function lineOf(entry: LedgerEntry, source: Case, { sampler }: Judge): LedgerLine {
  const sign = signOf(entry)
  const { when, worth } = entry
  return {
    entry,
    worth: spreadOf(
      sign * expected(worth, source.scenarios, centre),
      sampler.column(worth).map((points) => sign * points)
    ),
    scenarios: scenariosOf(worth),
    ...(when ? { against: { issue: when.issue, options: when.options } } : {})
  }
}

const scenariosOf = ({ cases }: Judgement): readonly string[] => [
  ...new Set(cases.flatMap(({ when }) => scenariosIn(when)))
]

function overNoDeal(
  { central, drawn }: StrategyGround,
  known: readonly string[],
  offers: Offers
): Pick<StoppingWorth, 'gains' | 'together'> {
  const needed = central.required([...stagesIn(offers)]).surely.filter((one) => known.includes(one))
  const columns = known.map((party) => drawn.gain(party, offers))
  return {
    gains: known.map((party, i) => {
      const column = columns[i] as Column
      return {
        party,
        gain: spreadOf(central.gain(party, offers)[0] as number, column),
        better: shareOfDraws(countWhere([column]), column.length)
      }
    }),
    together: shareOfDraws(
      countWhere(needed.map((party) => columns[known.indexOf(party)] as Column)),
      drawn.sampler.count
    )
  }
}

function* stagesIn(offers: Offers): Iterable<Package> {
  yield new Map([...offers].map(([issue, { option }]) => [issue, option]))
  if ([...offers.values()].some(({ then }) => then !== undefined))
    yield new Map([...offers].map(([issue, { option, then }]) => [issue, then ?? option]))
}

/** In how many draws none of several gains is a loss. */
function countWhere(columns: readonly Column[]): number {
  let n = 0
  const [first = new Float64Array()] = columns
  for (let i = 0; i < first.length; i++)
    if (columns.every((column) => isNoLoss(column[i] as number))) n++
  return n
}

function ripenessOf(ground: StrategyGround, required: readonly string[]): Ripeness {
  const { central } = ground
  const parties = required.filter((party) => central.hasGain(party))
  const unknown = required.filter((party) => !central.hasGain(party))
  if (parties.length === 0) return { parties, unknown, private: [], waiting: [] }
  const space = ground.space(parties)
  const { choice, least, bound } = leastGain(space)
  if (!choice)
    return {
      parties,
      unknown,
      ...(bound <= 0 ? { ripe: false } : {}),
      private: [],
      waiting: []
    }
  const terms: Package = new Map(
    space.issues.map(({ id, options }, k) => [id, options[choice[k] ?? 0] ?? ''])
  )
  const offers = plainOffers(terms)
  const { gains } = overNoDeal(ground, parties, offers)
  const columns = parties.map((party) => ground.drawn.gain(party, offers))
  const decided = isMore(least) || !isMore(bound)
  return {
    parties,
    unknown,
    ...(decided ? { ripe: isMore(least) } : {}),
    witness: {
      terms,
      gains,
      together: shareOfDraws(countWhere(columns), ground.drawn.sampler.count),
      bound,
      least,
      worst: worstOff(parties, columns)
    },
    private: parties.flatMap((party) => privateOf(ground, party, gains)),
    waiting: waitingOf(ground.source, parties, {
      offers,
      most: (party) =>
        leastGain(spaceOfOne(space, parties.indexOf(party))).bound +
        (central.gainOf(party).noDeal()[0] as number)
    })
  }
}

/** The same packages, seen by one party alone: its least gain is its own. */
const spaceOfOne = (space: DealSpace, party: number): DealSpace => ({
  ...space,
  parties: space.parties.slice(party, party + 1),
  issues: space.issues.map((issue) => ({
    ...issue,
    worth: issue.worth.map((row) => row.slice(party, party + 1))
  })),
  noDeal: space.noDeal.slice(party, party + 1),
  unitsPerPoint: space.unitsPerPoint.slice(party, party + 1),
  exact: space.exact.slice(party, party + 1)
})

const isMore = (points: number): boolean => points > 0 && !isNoLoss(-points)

function privateOf(
  { drawn, central }: StrategyGround,
  party: string,
  gains: readonly GainOver[]
): readonly PrivateNoDeal[] {
  const gain = gains.find((one) => one.party === party)?.gain.central ?? 0
  const worth = gain + (central.gainOf(party).noDeal()[0] as number)
  const column = drawn.gainOf(party).noDeal()
  const [low, high] = [quantileAt(column, 0.05), quantileAt(column, 0.95)]
  return low < worth && worth < high ? [{ party, worth, low, high }] : []
}
