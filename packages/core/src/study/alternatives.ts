import { fillBest } from '../check/completion.ts'
import { FILL_STEPS } from '../check/completion-search.ts'
import { DEFAULTS } from '../check/defaults.ts'
import type { Case, Package, Proposal } from '../model/case.ts'
import { Steps } from '../terms/index.ts'
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
  /** Whether that is proved to be the best way to complete it; else it is the best found. */
  readonly proved: boolean
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
  const all = [
    ...source.proposals.map((proposal) => ({ proposal, kind: 'proposal' }) as const),
    ...settings.packages.map((named) => ({ proposal: asProposal(named), kind: 'package' }) as const)
  ]
  // shared among all, as `check` shares out its own: half of it is for the worst way, not asked here
  const filling = new Steps(FILL_STEPS / 2)
  return all.map(({ proposal, kind }, i) =>
    filling.share(Math.min(2, all.length - i), (steps) =>
      alternative({ proposal, kind }, judge, steps)
    )
  )
}

function alternative(
  { proposal, kind }: { readonly proposal: Proposal; readonly kind: Alternative['kind'] },
  judge: Judge,
  steps: Steps
): Alternative {
  const given = offersOf(proposal, judge.source)
  const open = openIssues(given, judge.source).length > 0
  const filled = open ? fillBest(judge, given, steps) : undefined
  const offers = filled?.best.offers ?? given
  const required = judge.required(stagesOf(offers)).surely
  return {
    id: proposal.id,
    kind,
    offers,
    completed: filled?.best.terms ?? null,
    proved: filled?.exact ?? true,
    required
  }
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
