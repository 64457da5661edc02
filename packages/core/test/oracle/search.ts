import type { Case, Package, Proposal } from '../../src/model/case.ts'
import type { At, Between, Word } from './acceptance.ts'
import {
  crossedIn,
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
import { centralGain } from './gain.ts'
import {
  admissiblePackages,
  allPackages,
  breaksRule,
  central,
  needed,
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

/** The best and the worst joint p over all completions. */
export function ends(offering: Offering, over: Over): Ends | undefined {
  const ps = completionsOf(offering, over.source).map((whole) =>
    joint(required(whole, over.source), whole, over)
  )
  if (ps.length === 0) return undefined
  const most = (pick: (p: Between) => number): number => Math.max(...ps.map(pick))
  const least = (pick: (p: Between) => number): number => Math.min(...ps.map(pick))
  return {
    best: { low: most((p) => p.low), high: most((p) => p.high) },
    worst: { low: least((p) => p.low), high: least((p) => p.high) }
  }
}

/** Whether every, some or no completion crosses a redline, whatever the scenarios. */
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
  const judged = completionsOf(offering, over.source).map((whole) => ({
    whole,
    p: joint(required(whole, over.source), whole, over).high
  }))
  const best = judged.reduce<(typeof judged)[number] | undefined>(
    (most, one) => (most && most.p >= one.p ? most : one),
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

function capOf(offering: Offering, best: Offering, source: Case): Word {
  const firm = (id: string): boolean => {
    const [party = '', redline = ''] = id.split('.')
    const found = source.stances.get(party)?.redlines.find((one) => one.id === redline)
    return (
      found !== undefined &&
      required(best, source).includes(party) &&
      central(found.firmness, source) >= 0.9
    )
  }
  const open = source.issues.some(({ id }) => !offering.has(id))
  return open && [...crossings(offering, source)].some(([id, some]) => some === 'some' && firm(id))
    ? 'contested'
    : 'robust'
}

/** Whether some body of the party has nothing to go by. */
export function unassessed(party: string, whole: Offering, over: Over): boolean {
  const last = stages(whole).at(-1) as Package
  return (
    over.source.stances
      .get(party)
      ?.ratification.some((body) => passes(body, last, { ...over, draw: 0 }) === undefined) === true
  )
}

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
  const leasts = admissiblePackages(source, at).map((terms) => {
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
