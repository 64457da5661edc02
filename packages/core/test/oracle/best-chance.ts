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

/** The case with one redline fewer. */
export function withoutRedline(source: Case, party: string, redline: string): Case {
  const stance = source.stances.get(party)
  if (!stance) return source
  const redlines = stance.redlines.filter(({ id }) => id !== redline)
  return { ...source, stances: new Map([...source.stances, [party, { ...stance, redlines }]]) }
}

/** The case in which a party asks nobody. */
export function withoutBodies(source: Case, party: string): Case {
  const stance = source.stances.get(party)
  if (!stance) return source
  return {
    ...source,
    stances: new Map([...source.stances, [party, { ...stance, ratification: [] }]])
  }
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
