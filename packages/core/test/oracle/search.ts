import type { Body, Case, Package, Proposal, Stance } from '../../src/model/case.ts'
import type { At, Between, Word } from './acceptance.ts'
import {
  crossed,
  crossedIn,
  crossesFirm,
  joint,
  partyWord,
  passes,
  required,
  stages,
  TIE,
  WORDS,
  word
} from './acceptance.ts'
import type { Offered, Offering } from './gain.ts'
import { centralGain, gain } from './gain.ts'
import {
  allPackages,
  breaksRule,
  central,
  keepable,
  met,
  needed,
  violates,
  worldsOf
} from './packages.ts'

type Over = Omit<At, 'draw'>

/** What a proposal offers: its terms, and silence where silence means something. */
export function offeringOf(proposal: Proposal, source: Case): Offering {
  const silent = source.issues.flatMap(({ id, ifSilent }) =>
    ifSilent === undefined ? [] : [[id, { option: ifSilent }] as const]
  )
  return new Map<string, Offered>([...silent, ...proposal.terms])
}

/** Every way to fill what stays open that breaks no rule at any stage. */
export function completionsOf(offering: Offering, source: Case): readonly Offering[] {
  const open = source.issues.filter(({ id }) => !offering.has(id))
  const filled = allPackages(open).map(
    (terms): Offering =>
      new Map([...offering, ...[...terms].map(([issue, option]) => [issue, { option }] as const)])
  )
  return filled.filter((whole) => !stages(whole).some((stage) => breaksRule(stage, source)))
}

export interface Ends {
  readonly best: Between
  readonly worst: Between
}

/**
 * The best joint p over the completions that cross no firm redline (over all, where each does), and
 * the worst over all.
 */
export function ends(offering: Offering, over: Over): Ends | undefined {
  const chance = (whole: Offering): Between => joint(required(whole, over.source), whole, over)
  const all = completionsOf(offering, over.source)
  if (all.length === 0) return undefined
  const best = alive(all, over.source).map(chance)
  const worst = all.map(chance)
  return {
    best: {
      low: Math.max(...best.map(({ low }) => low)),
      high: Math.max(...best.map(({ high }) => high))
    },
    worst: {
      low: Math.min(...worst.map(({ low }) => low)),
      high: Math.min(...worst.map(({ high }) => high))
    }
  }
}

/** The completions that cross no firm redline of a party needed; all, where each crosses one. */
function alive(completions: readonly Offering[], source: Case): readonly Offering[] {
  const living = completions.filter(
    (whole) => !required(whole, source).some((party) => crossesFirm(party, whole, source))
  )
  return living.length > 0 ? living : completions
}

/**
 * Whether every completion crosses a redline whatever the scenarios, none under any, or some may.
 */
export function crossings(
  offering: Offering,
  source: Case
): ReadonlyMap<string, 'every' | 'some' | 'no'> {
  const completions = completionsOf(offering, source)
  const parties = [...new Set(source.required.map(({ party }) => party))]
  const redlines = parties
    .flatMap((party) => source.stances.get(party)?.redlines ?? [])
    .filter(({ crossedWhen }) => crossedWhen !== undefined)
  return new Map(
    redlines.map((redline) => {
      const answers = completions.flatMap((whole) =>
        worldsOf(source).map(({ scenario }) => crossedIn(redline, whole, scenario))
      )
      return [
        `${redline.party}.${redline.id}`,
        !answers.includes(true) ? 'no' : answers.includes(false) ? 'some' : 'every'
      ]
    })
  )
}

export interface Headline {
  readonly p: number
  readonly verdict: Word
}

/**
 * A draft's verdict: that of its best completion, lowered where polls are silent or an open issue
 * may cross a firm redline.
 */
export function headline(offering: Offering, over: Over): Headline | undefined {
  const { source, sampler } = over
  const judged = alive(completionsOf(offering, source), source).map((whole) => {
    const parties = required(whole, source)
    const gains = parties
      .filter((party) => hasGain(party, source))
      .map((party) => meanGain(source.stances.get(party) as Stance, whole, over))
    return {
      whole,
      p: joint(parties, whole, over).high,
      crossings: parties.flatMap((party) =>
        crossed(source.stances.get(party) ?? NO_STANCE, whole, source)
      ).length,
      gain: Math.min(...gains)
    }
  })
  const better = (a: (typeof judged)[number], b: (typeof judged)[number]): boolean => {
    if (Math.abs(a.p - b.p) > 1e-12 / sampler.count) return a.p > b.p
    return a.crossings === b.crossings ? a.gain > b.gain + TIE : a.crossings < b.crossings
  }
  const best = judged.reduce<(typeof judged)[number] | undefined>(
    (most, one) => (most && !better(one, most) ? most : one),
    undefined
  )
  return (
    best && {
      p: best.p,
      verdict: lower(verdictOf(best.whole, best.p, over), capOf(offering, best.whole, over.source))
    }
  )
}

function verdictOf(whole: Offering, p: number, over: Over): Word {
  const parties = required(whole, over.source)
  const dead = parties.some(
    (party) =>
      partyWord(joint([party], whole, over).high, party, {
        offering: whole,
        source: over.source
      }) === 'dead-on-arrival'
  )
  if (dead) return 'dead-on-arrival'
  return parties.some((party) => unassessed(party, whole, over))
    ? lower(word(p), 'likely')
    : word(p)
}

const NO_STANCE: Stance = {
  party: '',
  redlines: [],
  interests: [],
  ratification: [],
  types: [],
  at: ''
}

const meanGain = (stance: Stance, whole: Offering, { source, sampler }: Over): number =>
  [...Array(sampler.count).keys()]
    .map((draw) =>
      gain(stance, whole, source, (judgement) => sampler.column(judgement)[draw] as number)
    )
    .reduce((sum, one) => sum + one / sampler.count, 0)

/** Capped where some completions cross a firm redline, whatever the scenarios, and some do not. */
function capOf(offering: Offering, best: Offering, source: Case): Word {
  if (source.issues.every(({ id }) => offering.has(id))) return 'robust'
  const whole = completionsOf(offering, source)
  const firmOnes = required(best, source)
    .flatMap((party) => source.stances.get(party)?.redlines ?? [])
    .filter((redline) => central(redline.firmness, source) >= 0.9)
  return firmOnes.some((redline) => {
    const fatal = whole.map((one) =>
      worldsOf(source).every(({ scenario }) => crossedIn(redline, one, scenario))
    )
    return fatal.includes(true) && fatal.includes(false)
  })
    ? 'contested'
    : 'robust'
}

/** Whether some body of the party has nothing to go by. */
export function unassessed(party: string, whole: Offering, over: Over): boolean {
  const last = stages(whole).at(-1) as Package
  return (
    over.source.stances
      .get(party)
      ?.ratification.some(
        (body) => passes(body, last, { ...over, draw: 0 }) === undefined || hasMuteVeto(body, last)
      ) === true
  )
}

/** Whether some veto player of the body has no row for a whole package. */
const hasMuteVeto = ({ vetoes }: Body, terms: Package): boolean =>
  vetoes.some(({ chances }) =>
    chances.every(
      ({ when }) =>
        when !== undefined &&
        !met(
          when,
          (issue) => terms.get(issue),
          () => false
        )
    )
  )

const rank = (one: Word): number => WORDS.indexOf(one)
const lower = (a: Word, b: Word): Word => (rank(a) < rank(b) ? a : b)

/**
 * Minimal repairs of a whole package by trying every set of at most `most` changes. `least`: the
 * joint p a repair must exceed where it does not raise the verdict. As `issue=option` strings, each
 * set sorted.
 */
export function minimalRepairs(
  offering: Offering,
  over: Over,
  { most, least, from }: { readonly most: number; readonly least: number; readonly from: Word }
): readonly string[] {
  const { source } = over
  const found: (readonly string[])[] = []
  const mute = new Set(
    [...source.stances.keys()].filter((party) => unassessed(party, offering, over))
  )
  for (const changes of changeSets(offering, source, most)) {
    const names = changes.map(([issue, option]) => `${issue}=${option}`).sort()
    if (found.some((smaller) => smaller.every((name) => names.includes(name)))) continue
    const whole: Offering = new Map([
      ...offering,
      ...changes.map(([issue, option]) => [issue, { option }] as const)
    ])
    if (stages(whole).some((stage) => breaksRule(stage, source))) continue
    const parties = required(whole, source)
    const gains = parties
      .filter((party) => hasGain(party, source))
      .map((party) =>
        centralGain(
          source.stances.get(party) as NonNullable<ReturnType<Case['stances']['get']>>,
          whole,
          source
        )
      )
    if (gains.some((gain) => gain < -TIE)) continue
    if (parties.some((party) => !mute.has(party) && unassessed(party, whole, over))) continue
    const p = joint(parties, whole, over).high
    const verdict = verdictOf(whole, p, over)
    if (verdict === 'dead-on-arrival') continue
    if (rank(verdict) > rank(from) || p > least) found.push(names)
  }
  return found.map((names) => names.join(' ')).sort()
}

export function hasGain(party: string, source: Case): boolean {
  const stance = source.stances.get(party)
  return stance !== undefined && stance.interests.length > 0 && stance.noDeal !== undefined
}

/** Every set of changes, smaller sets first. */
function changeSets(
  offering: Offering,
  source: Case,
  most: number
): readonly (readonly (readonly [string, string])[])[] {
  let sets: (readonly (readonly [string, string])[])[] = [[]]
  for (const { id, options } of source.issues) {
    const now = offering.get(id)
    const others = options.filter((option) => now?.then !== undefined || option.id !== now?.option)
    sets = [
      ...sets,
      ...sets
        .filter((set) => set.length < most)
        .flatMap((set) => others.map((option) => [...set, [id, option.id] as const]))
    ]
  }
  return sets.filter((set) => set.length > 0).sort((a, b) => a.length - b.length)
}

/**
 * The greatest least central gain among the parties an admissible package needs; undefined when
 * there is no such package.
 */
export function maxMin(source: Case, at: number): number | undefined {
  const kept = keepable(source, at)
  if (!kept) return undefined
  const packages = allPackages(source.issues).filter(
    (terms) =>
      !breaksRule(terms, source) && !kept.some((redline) => violates(redline, terms, source))
  )
  const leasts = packages.map((terms) => {
    const offering: Offering = new Map([...terms].map(([issue, option]) => [issue, { option }]))
    const parties = [...source.stances.keys()].filter(
      (party) => hasGain(party, source) && needed(party, terms, source)
    )
    return Math.min(
      ...parties.map((party) =>
        centralGain(
          source.stances.get(party) as NonNullable<ReturnType<Case['stances']['get']>>,
          offering,
          source
        )
      )
    )
  })
  return leasts.length === 0 ? undefined : Math.max(...leasts)
}
