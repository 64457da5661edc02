import type { Case, Issue, Package, Redline } from '../../src/model/case.ts'
import type { Condition, Judgement } from '../../src/model/judgement.ts'
import { centre } from '../../src/model/judgement.ts'

/** One way the scenarios of a case may turn out, with its chance at the centre of every range. */
export interface World {
  readonly chance: number
  readonly scenario: (id: string) => boolean
}

/** Whether a condition holds for a whole package in a world. Two-valued: nothing is open. */
export function met(
  condition: Condition,
  option: (issue: string) => string | undefined,
  scenario: World['scenario']
): boolean {
  if (condition.kind === 'is') return condition.options.includes(option(condition.issue) as string)
  if (condition.kind === 'scenario') return scenario(condition.id)
  if (condition.kind === 'not') return !met(condition.part, option, scenario)
  if (condition.kind === 'all' || condition.kind === 'any') {
    const parts = condition.parts.map((part) => met(part, option, scenario))
    return condition.kind === 'all' ? !parts.includes(false) : parts.includes(true)
  }
  if (condition.kind === 'if' || condition.kind === 'iff') {
    const [left, right] = [
      met(condition.left, option, scenario),
      met(condition.right, option, scenario)
    ]
    return condition.kind === 'if' ? !left || right : left === right
  }
  throw new Error('a package has no moves')
}

/** Every combination of scenarios that can come about. */
export function worldsOf({ scenarios }: Pick<Case, 'scenarios'>): readonly World[] {
  const possible = [...Array(2 ** scenarios.length).keys()].filter((number) =>
    scenarios.every(({ p: { range } }, bit) =>
      Math.floor(number / 2 ** bit) % 2 === 1 ? range.high > 0 : range.low < 1
    )
  )
  return possible.map((number) => {
    const holds = new Map(
      scenarios.map(({ id }, bit) => [id, Math.floor(number / 2 ** bit) % 2 === 1])
    )
    const chance = scenarios.reduce(
      (product, { id, p }) => product * (holds.get(id) ? centre(p.range) : 1 - centre(p.range)),
      1
    )
    return { chance, scenario: (id) => holds.get(id) === true }
  })
}

/** Every package of the issues, one after the other. */
export function allPackages(
  issues: readonly Issue[],
  fixed: Package = new Map()
): readonly Package[] {
  return issues.reduce<readonly Package[]>(
    (packages, { id, options }) => {
      const choices = fixed.has(id) ? [fixed.get(id) as string] : options.map((option) => option.id)
      return packages.flatMap((terms) => choices.map((choice) => new Map([...terms, [id, choice]])))
    },
    [new Map()]
  )
}

/** Whether a condition holds for the package however the scenarios turn out. */
export function surely(condition: Condition, terms: Package, source: Case): boolean {
  return worldsOf(source).every(({ scenario }) =>
    met(condition, (issue) => terms.get(issue), scenario)
  )
}

export function breaksRule(terms: Package, source: Case): boolean {
  return source.rules.some(({ excludes }) => surely(excludes, terms, source))
}

/** Whether the party's consent is needed for the package. */
export function needed(party: string, terms: Package, source: Case): boolean {
  return source.required.some(
    (one) => one.party === party && (one.when === undefined || surely(one.when, terms, source))
  )
}

/** Mean over scenarios of the centre of the range that counts under each. */
export function central(judgement: Judgement, source: Case): number {
  return worldsOf(source).reduce(
    (sum, { chance, scenario }) => sum + chance * centre(rangeIn(judgement, scenario)),
    0
  )
}

/** The first case whose condition holds counts; none: the plain range. */
export function rangeIn(judgement: Judgement, scenario: World['scenario']): Judgement['range'] {
  for (const { when, range } of judgement.cases)
    if (met(when, () => undefined, scenario)) return range
  return judgement.range
}

/** Required parties' redlines of that firmness or more, by `party.id`. */
export function firm(source: Case, at: number): readonly Redline[] {
  const parties = new Set(source.required.map(({ party }) => party))
  const all = [...parties].flatMap((party) => source.stances.get(party)?.redlines ?? [])
  return all.filter(
    (redline) => redline.crossedWhen !== undefined && central(redline.firmness, source) >= at
  )
}

/** A package violates a demand when it crosses the redline of a party whose consent it needs. */
export function violates(redline: Redline, terms: Package, source: Case): boolean {
  return (
    needed(redline.party, terms, source) &&
    redline.crossedWhen !== undefined &&
    surely(redline.crossedWhen, terms, source)
  )
}

/** The packages that break no rule and no redline of firmness `at` or more. */
export function admissiblePackages(source: Case, at: number): readonly Package[] {
  const redlines = firm(source, at)
  return allPackages(source.issues).filter(
    (terms) =>
      !breaksRule(terms, source) && !redlines.some((redline) => violates(redline, terms, source))
  )
}

/** How many packages break no rule and none of these redlines. */
export function countKeeping(redlines: readonly Redline[], source: Case): number {
  return allPackages(source.issues).filter(
    (terms) =>
      !breaksRule(terms, source) && !redlines.some((redline) => violates(redline, terms, source))
  ).length
}

/**
 * The redlines of firmness `at` or more without those dropped: while no package keeps all, the
 * softest that are part of a minimal conflict go.
 */
export function keepable(source: Case, at: number): readonly Redline[] | undefined {
  let kept = firm(source, at)
  while (countKeeping(kept, source) === 0) {
    if (kept.length === 0) return undefined
    const colliding = kept.filter((one) =>
      conflictsAmong(kept, source).some((core) => core.includes(`${one.party}.${one.id}`))
    )
    if (colliding.length === 0) return undefined
    const softest = Math.min(...colliding.map(({ firmness }) => central(firmness, source)))
    kept = kept.filter(
      (one) => !(colliding.includes(one) && central(one.firmness, source) === softest)
    )
  }
  return kept
}

/**
 * All minimal sets of redlines that no package within the rules respects, by trying every set of
 * them.
 */
export function minimalConflicts(source: Case, at: number): readonly (readonly string[])[] {
  return conflictsAmong(firm(source, at), source)
}

function conflictsAmong(
  redlines: readonly Redline[],
  source: Case
): readonly (readonly string[])[] {
  const packages = allPackages(source.issues).filter((terms) => !breaksRule(terms, source))
  const broken = new Set(
    packages.map((terms) =>
      redlines.reduce(
        (set, redline, bit) => (violates(redline, terms, source) ? set | (1 << bit) : set),
        0
      )
    )
  )
  const unmet = [...Array(1 << redlines.length).keys()].filter(
    (set) => ![...broken].some((violated) => (violated & set) === 0)
  )
  const minimal = unmet.filter(
    (set) => !unmet.some((other) => other !== set && (other & set) === other)
  )
  return minimal.map((set) =>
    redlines.filter((_, bit) => set & (1 << bit)).map(({ party, id }) => `${party}.${id}`)
  )
}
