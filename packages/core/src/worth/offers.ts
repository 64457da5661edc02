import type { Case, Package, Proposal } from '../model/case.ts'
import type { Judgement } from '../model/judgement.ts'

/**
 * What a package offers on one issue: options with shares, one option at share 1 unless the term is
 * staged.
 */
export interface Offer {
  readonly option: string
  /** The later option of a staged term, which comes about with `chance`. */
  readonly then?: string
  readonly chance?: Judgement
}

/** A whole package as offered: one offer for every issue. */
export type Offers = ReadonlyMap<string, Offer>

/** The stages a package passes through; a redline is crossed when it is crossed at any of them. */
export type Stages = readonly Package[]

/**
 * What a proposal offers: its terms, silence read as `if-silent`; issues that stay open are left
 * out.
 */
export function offersOf(proposal: Proposal, source: Case): Offers {
  const offers = new Map<string, Offer>()
  for (const { id, ifSilent } of source.issues) {
    const term = proposal.terms.get(id)
    if (term)
      offers.set(id, {
        option: term.option,
        ...(term.then === undefined ? {} : { then: term.then }),
        ...(term.chance ? { chance: term.chance } : {})
      })
    else if (ifSilent !== undefined) offers.set(id, { option: ifSilent })
  }
  return offers
}

const stages = new WeakMap<Offers, Stages>()

/**
 * The packages that offers pass through: at first and, where a term is staged, in the end.
 * Remembered by the offers.
 */
export function stagesOf(offers: Offers): Stages {
  const known = stages.get(offers) ?? makeStages(offers)
  stages.set(offers, known)
  return known
}

function makeStages(offers: Offers): Stages {
  const first = new Map<string, string>()
  const last = new Map<string, string>()
  let staged = false
  for (const [issue, { option, then }] of offers) {
    first.set(issue, option)
    last.set(issue, then ?? option)
    if (then !== undefined) staged = true
  }
  return staged ? [first, last] : [first]
}

/** The package that offers end in: what ratifying bodies are asked to accept. */
export function endOf(stages: Stages): Package {
  return stages.at(-1) ?? new Map()
}

/** Offers with some issues settled otherwise. */
export function withChanges(offers: Offers, changes: ReadonlyMap<string, string>): Offers {
  return new Map([
    ...offers,
    ...[...changes].map(([issue, option]) => [issue, { option }] as const)
  ])
}

/** A package of plain options as offers. */
export function plainOffers(terms: Package): Offers {
  return new Map([...terms].map(([issue, option]) => [issue, { option }]))
}

/** The issues that offers leave open, in the order of the case. */
export function openIssues(offers: Offers, source: Case): readonly string[] {
  return source.issues.map(({ id }) => id).filter((id) => !offers.has(id))
}
