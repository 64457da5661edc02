import type { Column } from '../draws/column.ts'
import { scenarioFacts } from '../draws/sampler.ts'
import type { Package, Redline } from '../model/case.ts'
import { issuesIn } from '../model/condition.ts'
import type { Condition } from '../model/judgement.ts'
import { stagesRead } from '../worth/redlines.ts'
import type { Picked, Space } from './space.ts'
import { optionPlaces } from './space.ts'
import type { Test } from './tests-on-choices.ts'
import { anyOf, OPEN, testOf, UNTOLD, YES } from './tests-on-choices.ts'

/** What is settled so far, by the numbers of the options that hold at first and in the end. */
export interface SettledSoFar {
  readonly first: Int16Array
  readonly last: Int16Array
}

/** Up to so many ways to settle the issues that a party's consent hangs on are all looked at. */
const MOST_WAYS = 20_000

/** Columns kept of what is still open at best. */
const MOST_COLUMNS = 500

/** Consents of a case that differs in some parties' redlines and bodies alone. */
export interface Known {
  readonly consents: Consents
  readonly changed: ReadonlySet<string>
}

type Stage = Redline['stage'] | undefined

/** What a party's consent hangs on, besides its gain. */
interface Hanging {
  readonly party: string
  /** Places of the issues, in the order in which they are settled. */
  readonly issues: readonly number[]
  /** Redlines under each combination of scenarios, then bodies' rows: told apart by their answers. */
  readonly atStages: readonly { readonly test: Test; readonly stage: Stage }[]
  readonly inTheEnd: readonly Test[]
  /** Issues whose options a body's share moves with. */
  readonly moving: readonly number[]
}

/**
 * What rules, requirements, redlines and ratifying bodies make of packages that are settled in part:
 * exact once all is settled, and no less than any way to settle the rest before.
 */
export class Consents {
  private readonly space: Space
  private readonly known: Known | undefined
  private readonly barred: readonly { readonly test: Test; readonly stage: Stage }[]
  private readonly requirements: readonly (readonly (Test | undefined)[])[]
  private readonly hanging: readonly Hanging[]
  private readonly columns: Column[] = []
  private readonly numbers = new Map<Column, number>()
  private readonly exact = new Map<string, number>()
  private readonly reachable = new Map<string, readonly number[]>()
  private readonly greatest = new Map<string, Column>()

  /**
   * `known`: what is known of the same packages and draws where only some parties' redlines and
   * bodies are others.
   */
  constructor(space: Space, known?: Known) {
    this.space = space
    this.known = known
    const { source } = space.judge
    const places = optionPlaces(space)
    this.barred = space.barred.map(({ excludes, stage }) => ({
      test: testOf(excludes, places),
      stage
    }))
    this.requirements = space.parties.map((party) =>
      source.required
        .filter((one) => one.party === party)
        .map(({ when }) => when && testOf(when, places))
    )
    this.hanging = space.parties.map((party) => this.hangingOf(party))
  }

  /** Whether what is settled so far is barred, whatever comes. */
  excluded({ first, last }: SettledSoFar): boolean {
    return this.barred.some(({ test, stage }) =>
      stagesRead({ stage }, [first, last]).some((taken) => test(taken) === YES)
    )
  }

  /** Whether a whole package keeps what none may break. */
  keeps(picked: Picked): boolean {
    const at = nothingSettled(picked.length)
    for (const [i, { ways }] of this.space.issues.entries()) {
      const way = ways[picked[i] as number]
      at.first[i] = way?.first ?? OPEN
      at.last[i] = way?.last ?? OPEN
    }
    return !this.excluded(at)
  }

  /** Whether the party's consent is needed, whatever comes. */
  needs(party: number, at: SettledSoFar): boolean {
    const tests = this.requirements[party] as readonly (Test | undefined)[]
    return tests.some(
      (test) => test === undefined || test(at.first) === YES || test(at.last) === YES
    )
  }

  /** The most of a party's consent that is still open, in each draw. */
  most(party: number, at: SettledSoFar): Column {
    const { known } = this
    if (known && !known.changed.has(this.space.parties[party] as string))
      return known.consents.most(party, at)
    const hanging = this.hanging[party] as Hanging
    const open = hanging.issues.filter((issue) => at.last[issue] === OPEN)
    if (open.length === 0) return this.columns[this.classOf(party, at)] as Column
    const ways = open.reduce(
      (product, issue) => product * (this.space.issues[issue]?.ways.length ?? 1),
      1
    )
    return ways <= MOST_WAYS
      ? this.greatestOf(this.reachableFrom(party, copyOf(at)))
      : this.loosely(party, at)
  }

  private hangingOf(party: string): Hanging {
    const { judge } = this.space
    const { source, sampler } = judge
    const places = optionPlaces(this.space)
    const { redlines, ratification } = judge.stance(party)
    const masks = [...new Set(sampler.masks)]
    const rows = ratification.flatMap(({ support, vetoes }) =>
      [...support, ...vetoes.flatMap(({ chances }) => chances)].flatMap(({ when }) => when ?? [])
    )
    const effects = ratification.flatMap((body) => body.effects.map(({ issue }) => issue))
    const crossing = redlines.flatMap(({ crossedWhen, stage }) =>
      crossedWhen ? [{ crossedWhen, stage }] : []
    )
    const spoken = [...crossing.map(({ crossedWhen }) => crossedWhen), ...rows].flatMap(
      (condition: Condition) => issuesIn(condition)
    )
    const issues = [...new Set([...spoken, ...effects])].map(places.issue)
    return {
      party,
      issues: issues.filter((place) => place >= 0).sort((a, b) => a - b),
      atStages: crossing.flatMap(({ crossedWhen, stage }) =>
        masks.map((mask) => ({
          test: testOf(crossedWhen, places, scenarioFacts(mask, source.scenarios)),
          stage
        }))
      ),
      inTheEnd: rows.map((when) => testOf(when, places)),
      moving: [...new Set(effects)].map(places.issue).filter((place) => place >= 0)
    }
  }

  /** The number of the party's consent, all that it hangs on being settled. */
  private classOf(party: number, at: SettledSoFar): number {
    const { atStages, inTheEnd, moving } = this.hanging[party] as Hanging
    let key = `${party} `
    for (const { test, stage } of atStages)
      key += anyOf(stagesRead({ stage }, [at.first, at.last]).map(test))
    for (const test of inTheEnd) key += test(at.last)
    for (const issue of moving) key += `,${at.last[issue]}`
    const known = this.exact.get(key)
    if (known !== undefined) return known
    const made = this.numberOf(this.columnAt(party, at))
    this.exact.set(key, made)
    return made
  }

  private columnAt(
    party: number,
    at: SettledSoFar,
    lens: { readonly polls?: 'none' } = {}
  ): Column {
    const stages = [this.packageAt(at.first), this.packageAt(at.last)]
    return this.space.judge.consent(this.space.parties[party] as string, stages, lens)
  }

  private packageAt(taken: Int16Array): Package {
    const kept = [...this.space.kept].map(([issue, { option }]) => [issue, option] as const)
    const settled = this.space.issues.flatMap(({ id, options }, i) =>
      taken[i] === OPEN ? [] : [[id, options[taken[i] as number] as string] as const]
    )
    return new Map([...kept, ...settled])
  }

  private numberOf(column: Column): number {
    const known = this.numbers.get(column)
    if (known !== undefined) return known
    this.numbers.set(column, this.columns.length)
    return this.columns.push(column) - 1
  }

  /** The numbers of all consents that ways to settle the rest can come to. */
  private reachableFrom(party: number, at: SettledSoFar): readonly number[] {
    const { issues } = this.hanging[party] as Hanging
    const next = issues.find((issue) => at.last[issue] === OPEN)
    if (next === undefined) return [this.classOf(party, at)]
    const key = `${party} ${issues.map((issue) => `${at.first[issue]}/${at.last[issue]}`).join()}`
    const known = this.reachable.get(key)
    if (known) return known
    const found = new Set<number>()
    for (const { first, last } of this.space.issues[next]?.ways ?? []) {
      at.first[next] = first
      at.last[next] = last
      for (const number of this.reachableFrom(party, at)) found.add(number)
    }
    at.first[next] = OPEN
    at.last[next] = OPEN
    const made = [...found].sort((a, b) => a - b)
    this.reachable.set(key, made)
    return made
  }

  private greatestOf(numbers: readonly number[]): Column {
    const [only] = numbers
    if (only !== undefined && numbers.length === 1) return this.columns[only] as Column
    const key = numbers.join()
    const known = this.greatest.get(key)
    if (known) return known
    const most = new Float64Array(this.space.judge.sampler.count)
    for (const number of numbers) {
      const column = this.columns[number] as Column
      for (let i = 0; i < most.length; i++)
        if ((column[i] as number) > (most[i] as number)) most[i] = column[i] as number
    }
    if (this.greatest.size >= MOST_COLUMNS) this.greatest.clear()
    this.greatest.set(key, most)
    return most
  }

  /** Redlines not yet crossed count as kept, bodies that are not decided as passing. */
  private loosely(party: number, at: SettledSoFar): Column {
    const { inTheEnd, moving } = this.hanging[party] as Hanging
    const undecided =
      inTheEnd.some((test) => test(at.last) === UNTOLD) ||
      moving.some((issue) => at.last[issue] === OPEN)
    return this.columnAt(party, at, undecided ? { polls: 'none' } : {})
  }
}

const copyOf = ({ first, last }: SettledSoFar): SettledSoFar => ({
  first: first.slice(),
  last: last.slice()
})

/** Nothing settled yet. */
export function nothingSettled(issues: number): SettledSoFar {
  return { first: new Int16Array(issues).fill(OPEN), last: new Int16Array(issues).fill(OPEN) }
}
