import type { Case, Issue, Redline, Rule } from '../model/case.ts'
import { demandOf, firmRedlines, requiredParties } from '../worth/admissible.ts'
import { FIRM } from '../worth/conventions.ts'
import type { Judge } from '../worth/judge.ts'
import { mattering, structuralIssues } from '../worth/mattering.ts'
import type { Offer, Offers } from '../worth/offers.ts'
import type { Places } from './tests-on-choices.ts'

/** One way to settle an issue, with what it adds to each party's gain in each draw. */
export interface Way {
  readonly offer: Offer
  /** The numbers of the options that hold at first and in the end. */
  readonly first: number
  readonly last: number
  /** 1 where it changes the draft that one starts from, else 0. */
  readonly cost: number
  /** Draw by draw, party by party. */
  readonly parts: Float64Array
}

/** An issue that the search settles. */
export interface Settled {
  readonly id: string
  readonly options: readonly string[]
  readonly ways: readonly Way[]
}

/** Which way each issue is settled, by their numbers. */
export type Picked = readonly number[]

/**
 * The packages among which the best is looked for: issues that can change anything, in the order in
 * which they are settled, with what every way to settle them adds to the gains of all parties that
 * the case may need, over one judge's draws.
 */
export interface Space {
  readonly judge: Judge
  readonly parties: readonly string[]
  readonly issues: readonly Settled[]
  /** What each party gains before any issue is settled, draw by draw and party by party. */
  readonly fixed: Float64Array
  /** Issues that change nothing for any party needed: they may be anything. */
  readonly idle: readonly string[]
  /** What no package may meet: see `barredIn`. */
  readonly barred: readonly Barred[]
  /** What the draft says on issues that are not searched. */
  readonly kept: Offers
}

/** A combination that a package may not meet, at the stages that a redline is read at. */
export interface Barred extends Pick<Rule, 'excludes'>, Partial<Pick<Redline, 'stage'>> {}

/** Which packages a space holds. */
export interface Within {
  readonly draft?: Offers | undefined
  /** Whether packages may cross firm redlines of the parties they need; not when left out. */
  readonly across?: boolean
}

/**
 * What the rules exclude and, as wherever a draft is filled, what crosses a firm redline: that is
 * dead on arrival, however small the chance that its party stays is put.
 */
export function barredIn(source: Case, across: boolean): readonly Barred[] {
  if (across) return source.rules
  const firm = firmRedlines(source, FIRM).flatMap((redline): readonly Barred[] => {
    const excludes = demandOf(redline, source)
    if (!excludes) return []
    return [{ excludes, ...(redline.stage ? { stage: redline.stage } : {}) }]
  })
  return [...source.rules, ...firm]
}

/** The same packages, as another judge over the same draws sees them. */
export function seenBy(space: Space, judge: Judge, across = false): Space {
  return { ...space, judge, barred: barredIn(judge.source, across) }
}

/**
 * All packages of a case; with a draft, all that change it in some issues (what it leaves open is
 * settled at no cost).
 */
export function spaceOf(judge: Judge, { draft, across = false }: Within = {}): Space {
  const { source } = judge
  const matters = mattering(judge)
  const parties = requiredParties(source)
  const searched = sortedById(source.issues.filter(({ id }) => matters.has(id)))
  const issues = searched.map((issue) => settledOf(issue, { judge, parties, draft }))
  const structural = structuralIssues(judge)
  // An issue that conditions speak of keeps all its options: which of them they tell apart is the
  // search's to find out.
  const told = issues.map((issue) =>
    draft || structural.has(issue.id) ? issue : withoutDominated(issue)
  )
  const fixed = partsOf({ judge, parties }, (party) => judge.gainOf(party).fixed())
  const disputes = new Map(told.map((issue) => [issue.id, dispute(issue, parties.length)]))
  const first = (id: string): number => (structural.has(id) ? 1 : 0)
  return {
    judge,
    parties,
    issues: [...told].sort(
      (a, b) => first(b.id) - first(a.id) || (disputes.get(b.id) ?? 0) - (disputes.get(a.id) ?? 0)
    ),
    fixed,
    barred: barredIn(source, across),
    idle: source.issues.filter(({ id }) => !matters.has(id)).map(({ id }) => id),
    kept: new Map([...(draft ?? [])].filter(([id]) => !matters.has(id)))
  }
}

/** The package that picked ways stand for. */
export function offersAt({ issues, kept }: Space, picked: Picked): Offers {
  return new Map([
    ...kept,
    ...issues.map(({ id, ways }, i) => [id, (ways[picked[i] as number] as Way).offer] as const)
  ])
}

/** The ways picked that stand for a package; undefined where some issue is settled as no way does. */
export function choiceOf({ issues }: Space, offers: Offers): Picked | undefined {
  const picked = issues.map(({ id, ways }) => {
    const offer = offers.get(id)
    return ways.findIndex((way) => sameOffer(way.offer, offer))
  })
  return picked.includes(-1) ? undefined : picked
}

/** Where the issues and options of a space stand. */
export function optionPlaces({ issues }: Pick<Space, 'issues'>): Places {
  const places = new Map(issues.map(({ id }, place) => [id, place]))
  return {
    issue: (id) => places.get(id) ?? -1,
    option: (issue, option) => issues[places.get(issue) ?? -1]?.options.indexOf(option) ?? -1
  }
}

const sameOffer = (one: Offer, other: Offer | undefined): boolean =>
  one.option === other?.option && one.then === other.then && one.chance?.key === other.chance?.key

/** In the order of their ids, so that the order of the file decides nothing. */
const sortedById = <T extends { readonly id: string }>(entries: readonly T[]): readonly T[] =>
  [...entries].sort((a, b) => (a.id < b.id ? -1 : 1))

interface Among {
  readonly judge: Judge
  readonly parties: readonly string[]
  readonly draft?: Offers | undefined
}

function settledOf(issue: Issue, among: Among): Settled {
  const options = sortedById(issue.options).map(({ id }) => id)
  const now = among.draft?.get(issue.id)
  const others = options.filter((id) => now?.then !== undefined || id !== now?.option)
  const offers = [...(now ? [now] : []), ...others.map((option): Offer => ({ option }))]
  const ways = offers.map((offer): Way => {
    const first = options.indexOf(offer.option)
    return {
      offer,
      first,
      last: offer.then === undefined ? first : options.indexOf(offer.then),
      cost: now === undefined || offer === now ? 0 : 1,
      parts: partsOf(among, (party) => among.judge.gainOf(party).part(issue.id, offer))
    }
  })
  return { id: issue.id, options, ways }
}

/** Columns of all parties side by side, draw by draw; nothing for a party whose gain cannot be told. */
function partsOf(
  { judge, parties }: Pick<Among, 'judge' | 'parties'>,
  columnOf: (party: string) => { readonly [draw: number]: number }
): Float64Array {
  const { count } = judge.sampler
  const parts = new Float64Array(count * parties.length)
  for (const [p, party] of parties.entries()) {
    if (!judge.hasGain(party)) continue
    const column = columnOf(party)
    for (let i = 0; i < count; i++) parts[i * parties.length + p] = column[i] as number
  }
  return parts
}

/** An issue without the options that another one beats for everybody in every draw. */
function withoutDominated(issue: Settled): Settled {
  const ways = issue.ways.filter(
    (way, i) =>
      !issue.ways.some(
        (other, j) =>
          j !== i && beats(other.parts, way.parts) && (j < i || !beats(way.parts, other.parts))
      )
  )
  return { ...issue, ways }
}

function beats(one: Float64Array, other: Float64Array): boolean {
  for (let i = 0; i < one.length; i++) if ((one[i] as number) < (other[i] as number)) return false
  return true
}

/** How much more the parties want of an issue, each by itself, than one way to settle it gives them. */
function dispute({ ways }: Settled, parties: number): number {
  const means = ways.map(({ parts }) => {
    const sums = new Float64Array(parties)
    for (let i = 0; i < parts.length; i++)
      sums[i % parties] = (sums[i % parties] as number) + (parts[i] as number)
    return sums
  })
  const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0)
  const apart = Float64Array.from({ length: parties }, (_, p) =>
    Math.max(...means.map((mean) => mean[p] as number))
  )
  return sum(apart) - Math.max(...means.map(sum))
}
