import { DEFAULTS } from '../check/check.ts'
import { fillBest } from '../check/completion.ts'
import type { Case, Package, Proposal } from '../model/case.ts'
import { Judge } from '../worth/judge.ts'
import type { Offers } from '../worth/offers.ts'
import { offersOf, openIssues, stagesOf } from '../worth/offers.ts'
import type { NamedPackage, StudySettings } from './settings.ts'

/** A package that is compared with the others; holding no deal is compared with them too. */
export interface Alternative {
  readonly id: string
  readonly kind: 'proposal' | 'package'
  readonly offers: Offers
  /** The best completion of an unfinished draft, by issue; null where nothing was left open. */
  readonly completed: Package | null
  /** Parties whose consent it needs. */
  readonly required: readonly string[]
}

/** The id under which holding no deal is listed. */
export const NO_DEAL = 'no-deal'

/**
 * The case's proposals and the packages named besides; unfinished ones at their best completion, as
 * `check` judges them.
 */
export function alternativesOf(source: Case, settings: StudySettings): readonly Alternative[] {
  const draws = Math.min(settings.draws, DEFAULTS.draws)
  const judge = Judge.random(source, {
    draws,
    seed: settings.seed,
    dependence: settings.dependence
  })
  return [
    ...source.proposals.map((proposal) => alternative(proposal, 'proposal', judge)),
    ...settings.packages.map((named) => alternative(asProposal(named), 'package', judge))
  ]
}

function alternative(proposal: Proposal, kind: Alternative['kind'], judge: Judge): Alternative {
  const given = offersOf(proposal, judge.source)
  const open = openIssues(given, judge.source).length > 0
  const best = open ? fillBest(judge, given).best : undefined
  const offers = best?.offers ?? given
  const required = judge.required(stagesOf(offers)).surely
  return { id: proposal.id, kind, offers, completed: best?.terms ?? null, required }
}

function asProposal({ id, terms }: NamedPackage): Proposal {
  return {
    id,
    title: id,
    terms: new Map([...terms].map(([issue, option]) => [issue, { option, at: '' }])),
    provisional: new Map(),
    at: ''
  }
}
