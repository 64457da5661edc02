import type { DrawSettings } from '../draws/sampler.ts'
import { randomSampler } from '../draws/sampler.ts'
import type { Case, Stance } from '../model/case.ts'
import type { Condition } from '../model/judgement.ts'
import { requiredParties } from '../worth/admissible.ts'
import type { Judge } from '../worth/judge.ts'
import type { Offers } from '../worth/offers.ts'
import { stagesOf } from '../worth/offers.ts'
import { crossedBy } from '../worth/redlines.ts'
import { possibly, withKnown } from '../worth/scenarios.ts'
import type { SearchStep } from './at-once.ts'
import type { BestChance, Looking } from './best.ts'
import { bestAbove, bestInSteps, EXACT, pickedIn } from './best.ts'
import { Consents } from './consents.ts'
import { Rooms } from './rooms.ts'
import type { Space } from './space.ts'
import { seenBy, spaceOf } from './space.ts'

/** What is taken away from a case, or known about it. */
export type Lifted =
  | { readonly kind: 'redline'; readonly party: string; readonly id: string }
  | { readonly kind: 'body'; readonly party: string; readonly id: string }
  | { readonly kind: 'veto'; readonly party: string; readonly body: string; readonly id: string }
  | { readonly kind: 'ratification'; readonly party: string }
  | { readonly kind: 'scenario'; readonly id: string; readonly holds: boolean }

/** The best chance once some things are otherwise. */
export interface CeilingRow {
  readonly lifted: readonly Lifted[]
  readonly best: BestChance
  /** Whether it lies above the ceiling by more than the gap of that and one standard error. */
  readonly differs: boolean
}

/** The ceiling and what holds it down. */
export interface Ceilings {
  /** One thing at a time, what frees most first. */
  readonly rows: readonly CeilingRow[]
  /** Two at once, of things that alone make no difference. */
  readonly pairs: readonly CeilingRow[]
  /** How many pairs were tried, and how many there are. */
  readonly tried: number
  readonly outOf: number
  /** All that alone makes no difference taken away at once; absent where there are not two of it. */
  readonly together?: CeilingRow
}

/** What it takes to look for ceilings. */
export interface CeilingSearch {
  readonly settings: DrawSettings
  readonly looking: Looking
  /** Pairs tried at most. */
  readonly pairs: number
}

/** A search with what is known of the consents of the case as it stands. */
interface Searching extends CeilingSearch {
  readonly source: Case
  readonly consents: Consents
}

/**
 * The best chance with each redline, body, ratification and doubt about a scenario taken away. Yields
 * after each how many are known, of how many at most.
 */
export function* ceilingsOf(
  space: Space,
  base: BestChance,
  asked: CeilingSearch
): Generator<SearchStep, Ceilings> {
  const { source } = space.judge
  const all = liftable(source)
  const search = { ...asked, source, consents: new Consents(space) }
  const of = all.length + 1 + asked.pairs
  const rows: CeilingRow[] = []
  for (const one of all) {
    rows.push(...(yield* rowWith(space, base, { lifted: [one], search })))
    yield [rows.length, of]
  }
  rows.sort(freest)
  const idle = rows.flatMap(({ differs, lifted: [one] }) =>
    !differs && one && one.kind !== 'scenario' && one.kind !== 'ratification' ? [one] : []
  )
  const outOf = (idle.length * (idle.length - 1)) / 2
  const [together] = outOf > 0 ? yield* rowWith(space, base, { lifted: idle, search }) : []
  if (!together?.differs)
    return { rows, pairs: [], tried: 0, outOf, ...(together ? { together } : {}) }
  const pairs = pairsOf(bindingAt(space, together.best.offers, idle)).slice(0, search.pairs)
  const found: CeilingRow[] = []
  for (const [k, lifted] of pairs.entries()) {
    found.push(...(yield* rowWith(space, base, { lifted, search })))
    yield [rows.length + 1 + k, of]
  }
  const freeing = found.filter(({ differs }) => differs).sort(freest)
  return { rows, pairs: freeing, tried: pairs.length, outOf, together }
}

/**
 * What alone frees most, what frees most first: so many things, and what ties with the last of them.
 * Once so many are known, others are looked at only as far as it takes to see that they free less.
 */
export function* strongestOf(
  space: Space,
  base: BestChance,
  { most, ...asked }: Omit<CeilingSearch, 'pairs'> & { readonly most: number }
): Generator<SearchStep, readonly CeilingRow[]> {
  const { source } = space.judge
  const all = liftable(source).toSorted((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind))
  const search = { ...asked, pairs: 0, source, consents: new Consents(space) }
  let rows: readonly CeilingRow[] = []
  for (const [k, one] of all.entries()) {
    const floor = rows[most - 1]?.best.chance.p ?? base.chance.p
    const found = yield* rowWith(space, base, { lifted: [one], search, floor })
    const freeing = found.filter(({ differs, best }) => differs && best.chance.p > base.chance.p)
    rows = [...rows, ...freeing].sort(freest)
    yield [k + 1, all.length]
  }
  const last = rows[most - 1]?.best.chance.p ?? 0
  return rows.filter(({ best }) => best.chance.p >= last - EXACT)
}

/** In this order: what often frees much first, and last what is dear to begin, so that little is asked of it. */
const KINDS: readonly Lifted['kind'][] = ['ratification', 'veto', 'body', 'redline', 'scenario']

const pairsOf = (things: readonly Lifted[]): readonly (readonly Lifted[])[] =>
  things.flatMap((one, i) => things.slice(i + 1).map((other) => [one, other]))

const freest = (one: CeilingRow, other: CeilingRow): number =>
  other.best.chance.p - one.best.chance.p

/** All that may be taken away, or known: what no text of a case can change. */
export function liftable(source: Case): readonly Lifted[] {
  const parties = requiredParties(source)
  const ofParty = (party: string): readonly Lifted[] => {
    const { redlines = [], ratification = [] } = source.stances.get(party) ?? {}
    return [
      ...redlines
        .filter(({ crossedWhen }) => crossedWhen)
        .map(({ id }): Lifted => ({ kind: 'redline', party, id })),
      ...(ratification.length > 1
        ? ratification.map(({ id }): Lifted => ({ kind: 'body', party, id }))
        : []),
      ...ratification.flatMap(({ id: body, vetoes }) =>
        vetoes.map(({ id }): Lifted => ({ kind: 'veto', party, body, id }))
      ),
      ...(ratification.length > 0 ? [{ kind: 'ratification', party } as const] : [])
    ]
  }
  const known = source.scenarios
    .filter(({ p: { range } }) => range.high > 0 && range.low < 1)
    .flatMap(({ id }): readonly Lifted[] => [
      { kind: 'scenario', id, holds: true },
      { kind: 'scenario', id, holds: false }
    ])
  return [...parties.flatMap(ofParty), ...known]
}

/** A case with some things otherwise. */
export function withLifted(source: Case, lifted: readonly Lifted[]): Case {
  const known = lifted.filter((one) => one.kind === 'scenario')
  const gone = lifted.filter((one) => one.kind !== 'scenario')
  const ofParty = (stance: Stance): Stance =>
    gone.filter(({ party }) => party === stance.party).reduce(without, stance)
  return {
    ...source,
    scenarios: known.reduce((now, { id, holds }) => withKnown(now, id, holds), source.scenarios),
    stances: new Map(
      [...source.stances].map(([party, stance]) => [party, ofParty(stance)] as const)
    )
  }
}

function without(stance: Stance, lifted: Exclude<Lifted, { kind: 'scenario' }>): Stance {
  const { kind } = lifted
  if (kind === 'ratification') return { ...stance, ratification: [] }
  if (kind === 'redline')
    return { ...stance, redlines: stance.redlines.filter(({ id }) => id !== lifted.id) }
  if (kind === 'body')
    return { ...stance, ratification: stance.ratification.filter(({ id }) => id !== lifted.id) }
  return {
    ...stance,
    ratification: stance.ratification.map((body) =>
      body.id === lifted.body
        ? { ...body, vetoes: body.vetoes.filter(({ id }) => id !== lifted.id) }
        : body
    )
  }
}

/** A row that is looked for; `floor`: a chance below which nobody asks for it. */
interface Row {
  readonly lifted: readonly Lifted[]
  readonly search: Searching
  readonly floor?: number
}

function* rowWith(
  space: Space,
  base: BestChance,
  { lifted, search, floor = 0 }: Row
): Generator<undefined, readonly CeilingRow[]> {
  const source = withLifted(space.judge.source, lifted)
  const known = lifted.some(({ kind }) => kind === 'scenario')
  const best = known
    ? yield* bestKnowing(
        space.judge.otherwise(source, randomSampler(source.scenarios, search.settings)),
        base,
        { search, floor }
      )
    : yield* bestWithout(seenBy(space, space.judge.otherwise(source)), base, {
        lifted,
        search,
        floor
      })
  if (!best) return []
  const unsure = Math.max(base.chance.standardError, base.bound - base.chance.p)
  return [{ lifted, best, differs: Math.abs(best.chance.p - base.chance.p) > unsure }]
}

/** The best over other draws: those of a case that knows more of its scenarios. */
function* bestKnowing(
  judge: Judge,
  base: BestChance,
  { search: { looking }, floor = 0 }: Omit<Row, 'lifted'>
): Generator<undefined, BestChance | undefined> {
  const { rooms: _, ...fresh } = looking
  const space = spaceOf(judge)
  const at = { consents: new Consents(space), rooms: new Rooms(space) }
  const anew = { ...fresh, ...at, from: [base.offers], warm: true }
  return !base.across && pickedIn(space, base.offers, at.consents)
    ? yield* bestAbove(space, { ...base, bound: 0, floor }, anew)
    : yield* bestInSteps(space, anew)
}

/**
 * The best over the same draws. Only packages that cross a redline may become likelier without it, so
 * that no others are looked at: the best of those is known. Where each package crossed a firm
 * redline, that is another best, and all are looked at.
 */
function* bestWithout(
  space: Space,
  base: BestChance,
  { lifted, search, floor = 0 }: Row
): Generator<undefined, BestChance | undefined> {
  const { looking, consents } = search
  const rooms = looking.rooms ?? new Rooms(space)
  const changed = new Set(lifted.flatMap((one) => (one.kind === 'scenario' ? [] : [one.party])))
  const seen = (within: Space): Consents => new Consents(within, { consents, changed })
  if (base.across)
    return yield* bestInSteps(space, {
      ...looking,
      rooms,
      from: [base.offers],
      warm: true,
      consents: seen(space)
    })
  const touched = touchedBy(lifted, search.source)
  const within = touched
    ? { ...space, barred: [...space.barred, { excludes: { kind: 'not', part: touched } as const }] }
    : space
  const known = { offers: base.offers, bound: touched ? base.bound : 0, within, floor }
  return yield* bestAbove(space, known, { ...looking, rooms, consents: seen(within) })
}

/** What a package meets whose chance may change once some things are taken away; undefined: each may. */
function touchedBy(lifted: readonly Lifted[], source: Case): Condition | undefined {
  const parts = lifted.map((one): Condition | undefined => {
    if (one.kind !== 'redline') return undefined
    const { redlines = [] } = source.stances.get(one.party) ?? {}
    const crossed = redlines.find(({ id }) => id === one.id)?.crossedWhen
    return crossed && possibly(crossed, source.scenarios)
  })
  const told = parts.flatMap((part) => part ?? [])
  return told.length === parts.length ? { kind: 'any', parts: told } : undefined
}

/** Of things that alone make no difference, those that speak against a package. */
function bindingAt(space: Space, offers: Offers, idle: readonly Lifted[]): readonly Lifted[] {
  const { source } = space.judge
  return idle.filter((one) => {
    if (one.kind === 'body' || one.kind === 'veto') return true
    if (one.kind !== 'redline') return false
    const redlines = source.stances.get(one.party)?.redlines.filter(({ id }) => id === one.id) ?? []
    return crossedBy(redlines, stagesOf(offers), source.scenarios).length > 0
  })
}
