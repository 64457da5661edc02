import type { Case } from '../../src/model/case.ts'
import type { At } from './acceptance.ts'
import { crossesFirm, joint, required, stages } from './acceptance.ts'
import type { Offering } from './gain.ts'
import { allPackages, breaksRule } from './packages.ts'
import { completionsOf } from './search.ts'

type Over = Omit<At, 'draw'>

/** A package and its joint chance, one after the other. */
export interface Listed {
  readonly offering: Offering
  readonly p: number
  readonly firm: boolean
}

/** Every package that breaks no rule, with its chance. */
export function listed(over: Over): readonly Listed[] {
  return chancesOf(completionsOf(new Map(), over.source), over)
}

/** The greatest chance among packages that cross no firm redline; among all, where each does. */
export function greatest(packages: readonly Listed[]): number | undefined {
  const alive = packages.filter(({ firm }) => !firm)
  const among = alive.length > 0 ? alive : packages
  return among.length === 0 ? undefined : Math.max(...among.map(({ p }) => p))
}

/**
 * Every package that differs from a draft in so many issues at most; what the draft leaves open does
 * not count.
 */
export function changedAtMost(draft: Offering, most: number, over: Over): readonly Listed[] {
  const { source } = over
  const changed = allPackages(source.issues).flatMap((terms) => {
    const free = source.issues.filter(({ id }) => draft.has(id))
    // an issue that keeps the draft's first option may keep the later one too
    return sets(free.map(({ id }) => id))
      .filter((set) => set.length <= most)
      .map(
        (set): Offering =>
          new Map(
            source.issues.map(({ id }) => {
              const own = draft.get(id)
              return [id, own && !set.includes(id) ? own : { option: terms.get(id) as string }]
            })
          )
      )
  })
  const distinct = new Map(changed.map((one) => [keyOf(one), one]))
  const kept = [...distinct.values()].filter(
    (whole) => !stages(whole).some((stage) => breaksRule(stage, source))
  )
  return chancesOf(kept, over)
}

/** What a test takes away from a case, or knows about it. */
export type Taken =
  | { readonly kind: 'redline' | 'body'; readonly party: string; readonly id: string }
  | { readonly kind: 'veto'; readonly party: string; readonly body: string; readonly id: string }
  | { readonly kind: 'ratification'; readonly party: string }
  | { readonly kind: 'scenario'; readonly id: string; readonly holds: boolean }

/** The case so changed, written out entry by entry. */
export function changedBy(source: Case, taken: readonly Taken[]): Case {
  let changed = source
  for (const one of taken) changed = changedByOne(changed, one)
  return changed
}

function changedByOne(source: Case, taken: Taken): Case {
  if (taken.kind === 'scenario') {
    const sure = taken.holds ? 1 : 0
    const scenarios = source.scenarios.map((scenario) => {
      if (scenario.id !== taken.id) return scenario
      return { ...scenario, p: { ...scenario.p, range: { low: sure, high: sure }, cases: [] } }
    })
    return { ...source, scenarios }
  }
  const stances = new Map(source.stances)
  const stance = stances.get(taken.party)
  if (!stance) return source
  let { redlines, ratification } = stance
  if (taken.kind === 'redline') redlines = redlines.filter(({ id }) => id !== taken.id)
  if (taken.kind === 'ratification') ratification = []
  if (taken.kind === 'body') ratification = ratification.filter(({ id }) => id !== taken.id)
  if (taken.kind === 'veto')
    ratification = ratification.map((body) => {
      if (body.id !== taken.body) return body
      return { ...body, vetoes: body.vetoes.filter(({ id }) => id !== taken.id) }
    })
  stances.set(taken.party, { ...stance, redlines, ratification })
  return { ...source, stances }
}

const keyOf = (offering: Offering): string =>
  [...offering].map(([issue, { option, then }]) => `${issue}=${option}>${then ?? ''}`).join()

function chancesOf(packages: readonly Offering[], over: Over): readonly Listed[] {
  return packages.map((offering) => {
    const parties = required(offering, over.source)
    const { low } = joint(parties, offering, over)
    const firm = parties.some((party) => crossesFirm(party, offering, over.source))
    return { offering, p: low, firm }
  })
}

/** Every set of some names. */
function sets(names: readonly string[]): readonly (readonly string[])[] {
  return Array.from({ length: 2 ** names.length }, (_, number) =>
    names.filter((_name, place) => Math.floor(number / 2 ** place) % 2 === 1)
  )
}
