import type { CheckOptions } from '../check/check.ts'
import { check } from '../check/check.ts'
import type { CheckResult } from '../check/check-result.ts'
import type { Diagnostic } from '../diagnostic/diagnostic.ts'
import { sorted } from '../diagnostic/diagnostic.ts'
import type { Case, Proposal } from '../model/case.ts'
import type { KeptOrder } from '../plan/index.ts'
import { keptOrders } from '../plan/index.ts'
import type { CheckedInOrder } from '../report/check/about.ts'
import { checkJson } from '../report/check-json.ts'
import type { CheckDocument } from '../report/check-schema.ts'
import type { AboutCase, Asked, Given, Provenance, Refused } from './answer.ts'
import { answered, refused, settledFor, soundCase, stopped } from './answer.ts'

/** What to judge and how. */
export interface CheckSettings extends Omit<CheckOptions, 'proposals' | 'spanOf'> {
  /** Proposals by id; all of the case when left out. */
  readonly proposals?: readonly string[] | undefined
  /** Files that hold a draft: its terms come without sources, and nobody is asked for them. */
  readonly drafts?: readonly string[]
}

/** Every proposal judged, and whether some order of its steps is kept to. */
export type CheckAnswer = AboutCase<'check', CheckedInOrder, CheckDocument>

/** Looks for mistakes in a case and judges its proposals. */
export function askCheck(
  given: Given,
  asked: Asked<CheckSettings> = {}
): CheckAnswer | Refused<'check'> {
  const source = soundCase(given)
  if (!source) return refused('check', given)
  const { proposals, drafts = [], ...settings } = settledFor(asked, source)
  const judged = check(source, {
    readings: true,
    ...settings,
    proposals: proposalsOf(source, proposals),
    spanOf: given.spanOf
  })
  const orders = ordersOf(source, judged)
  const result = orders.size > 0 ? { ...judged, orders } : judged
  const findings = sorted([...withoutDrafts(given.diagnostics, drafts), ...result.findings])
  if (stopped(findings)) return refused('check', given, findings)
  return answered('check', given, {
    source,
    findings,
    result,
    methods: methodsOf(result),
    json: (about) => checkJson(source, result, about)
  })
}

/** Of the proposals judged, whether some order of their steps is kept to. */
const ordersOf = (source: Case, { proposals }: CheckResult): ReadonlyMap<string, KeptOrder> =>
  new Map([...keptOrders(source)].filter(([id]) => proposals.some((one) => one.proposal.id === id)))

/** The proposals of a case that are named, in the order of the case; all where none is asked for. */
export const proposalsOf = (
  { proposals }: Case,
  ids: readonly string[] | undefined
): readonly Proposal[] => (ids ? proposals.filter(({ id }) => ids.includes(id)) : proposals)

/** Who proposes a draft is not the question. */
const withoutDrafts = (
  findings: readonly Diagnostic[],
  drafts: readonly string[]
): readonly Diagnostic[] =>
  findings.filter(({ code, span }) => code !== 'EV001' || !drafts.includes(span?.file ?? ''))

function methodsOf({
  settings,
  packages,
  cores,
  beyondNoDeal,
  readings,
  orders
}: CheckedInOrder): Provenance['methods'] {
  const { draws, seed } = settings
  return {
    acceptance: { by: 'mean over draws', how: 'sampled', draws, seed },
    ...(readings
      ? {
          readings: {
            by: 'readings judged on their own draws',
            how: 'sampled',
            draws: readings.draws,
            seed
          }
        }
      : {}),
    packages: {
      by: 'count over rules and redlines',
      how: packages.levels.every(({ exact }) => exact) ? 'exact' : 'bounded'
    },
    cores: {
      by: 'least sets of redlines that no package respects',
      how: cores.every(({ complete }) => complete) ? 'exact' : 'bounded'
    },
    ...(beyondNoDeal
      ? {
          beyondNoDeal: {
            by: 'branch and bound at central judgements',
            how: beyondNoDeal.exists === undefined ? 'bounded' : 'exact'
          }
        }
      : {}),
    ...(orders
      ? {
          order: {
            by: 'sets of steps done, from the end backwards, at central judgements',
            how: [...orders.values()].some(({ outcome }) => outcome === 'unsettled')
              ? 'bounded'
              : 'exact'
          }
        }
      : {})
  }
}
