import { DEFAULTS } from '../check/defaults.ts'
import { nearest } from '../diagnostic/nearest.ts'
import type { DrawSettings } from '../draws/sampler.ts'
import type { Case, Proposal } from '../model/case.ts'
import type { CarriedOut, CarryingSettings, Failing } from '../plan/index.ts'
import { carriedOut, pathProposals } from '../plan/index.ts'
import { planJson } from '../report/plan/plan-json.ts'
import type { PlanDocument } from '../report/plan/plan-shape.ts'
import type { AboutCase, Asked, Given, Provenance, Refused } from './answer.ts'
import { answered, refused, settledFor, soundCase } from './answer.ts'

/**
 * Which proposal is to be carried out (left out, the one that the case's deliverables are for), and
 * which gate or deliverable is supposed to fail, by its id or as `gate.<id>`, `deliverable.<id>`.
 */
export interface PlanSettings extends DrawSettings {
  readonly proposal?: string
  readonly fails?: string
}

/** In which order a proposal is carried out, and who would break it. */
export type PlanAnswer = AboutCase<'plan', CarriedOut, PlanDocument>

/** The case does not say what a path is made of. */
export class NoPlan extends Error {
  constructor(what: string) {
    super(what)
    this.name = 'NoPlan'
  }
}

/**
 * The best order of a proposal's steps. What is left out of the settings is as for `check`. Throws
 * `NoPlan` where the case has no plan or no deliverables, or where the proposal is not clear.
 */
export function askPlan(
  given: Given,
  asked: Asked<Partial<PlanSettings>> = {}
): PlanAnswer | Refused<'plan'> {
  const source = soundCase(given)
  if (!source) return refused('plan', given)
  const { proposal: id, fails, ...draws } = settledFor(asked, source)
  const proposal = proposalOf(source, id)
  const settings: CarryingSettings = {
    ...DEFAULTS,
    ...draws,
    ...(fails === undefined ? {} : { fails: failingOf(source, fails) })
  }
  const result = carriedOut(source, proposal, settings)
  return answered('plan', given, {
    source,
    findings: given.diagnostics,
    result,
    methods: methodsOf(result),
    json: (about) => planJson(result, about)
  })
}

function proposalOf(source: Case, id: string | undefined): Proposal {
  if (!source.process.plan)
    throw new NoPlan(
      'the case has no plan: say under `plan:` how long a period is and how much each party counts the next one'
    )
  if (source.process.deliverables.size === 0)
    throw new NoPlan('the case has no steps: say under `deliverables:` who hands over what')
  if (id !== undefined) return named(source, id)
  const [only, ...others] = pathProposals(source)
  if (!only)
    throw new NoPlan('no deliverable of the case brings about a term of any of its proposals')
  if (others.length > 0)
    throw new NoPlan(
      `the deliverables fit several proposals alike: name one of ${[only, ...others].map((one) => one.id).join(', ')}`
    )
  return only
}

function named({ proposals }: Case, id: string): Proposal {
  const found = proposals.find((one) => one.id === id)
  if (found) return found
  const near = nearest(
    id,
    proposals.map((one) => one.id)
  )
  throw new NoPlan(`the case has no proposal ${id}${near ? `; did you mean ${near}?` : ''}`)
}

/** What is supposed to fail, by its kind. Throws where no gate or deliverable is called so, or both. */
function failingOf({ process: { gates, deliverables } }: Case, said: string): Failing {
  const all: readonly Failing[] = [
    ...[...gates.keys()].map((id) => `gate.${id}` as const),
    ...[...deliverables.keys()].map((id) => `deliverable.${id}` as const)
  ]
  const meant = all.filter((one) => one === said || one.slice(one.indexOf('.') + 1) === said)
  const [only, other] = meant
  if (only && other)
    throw new NoPlan(`${said} is a gate and a deliverable: say ${meant.join(' or ')}`)
  if (only) return only
  const near = nearest(said, [...gates.keys(), ...deliverables.keys()])
  throw new NoPlan(
    `the case has no gate and no deliverable ${said}${near ? `; did you mean ${near}?` : ''}`
  )
}

function methodsOf({ settings: { draws, seed }, found }: CarriedOut): Provenance['methods'] {
  if (!found) return {}
  return {
    order: {
      by: 'sets of steps done, from the end backwards',
      how: found.best.exact ? 'exact' : 'bounded'
    },
    share: { by: 'share of draws', how: 'sampled', draws, seed }
  }
}
