import type { Interest, LedgerEntry, NoDeal, NoDealBase } from '../../model/case.ts'
import { factsOf, holds, issuesIn } from '../../model/condition.ts'
import type { Condition, Evidence } from '../../model/judgement.ts'
import { ledgerOnSeveral, noDealGap } from '../rules/whole.ts'
import type { StanceDocument } from '../schema/document.ts'
import { entries, evidenceOf, keyAt, present, sourced, valueAt } from './context.ts'
import type { StancePlace } from './surroundings.ts'
import { checkChances } from './surroundings.ts'
import { unique } from './unique.ts'

type NoDealDocument = NonNullable<StanceDocument['no-deal']>

/** What one party would have without a deal. */
export function resolveNoDeal(noDeal: NoDealDocument, place: StancePlace): NoDeal {
  const at = `${place.at}/no-deal`
  const evidence = evidenceOf(noDeal, place.inherited)
  const ledger = entries(noDeal.ledger, `${at}/ledger`)
  unique(
    ledger.map(({ item, at: entry }) => ({ id: item.id, at: entry })),
    place.context
  )
  return {
    base: baseOf(noDeal.base, evidence, place),
    at,
    ...evidence,
    ledger: ledger.map(({ item, at: entry }): LedgerEntry => {
      const own = evidenceOf(item, evidence)
      return {
        id: item.id,
        toward: item.toward,
        worth: sourced(item.worth, own),
        at: entry,
        ...own,
        ...present({ title: item.title, when: against(item.when, entry, place) })
      }
    })
  }
}

/** The ways to settle one issue that a condition on packages comes to. */
function against(
  when: Condition | undefined,
  at: string,
  { issues: all, context }: StancePlace
): LedgerEntry['when'] {
  if (when === undefined) return undefined
  const [id, ...others] = issuesIn(when)
  const issue = all.find((one) => one.id === id)
  if (!issue || others.length > 0) {
    const issues = issuesIn(when)
    context.report(ledgerOnSeveral, valueAt(context, `${at}/when`), { issues })
    return undefined
  }
  const options = issue.options.map((option) => option.id)
  return {
    kind: 'is',
    issue: issue.id,
    options: options.filter(
      (option) => holds(when, factsOf(new Map([[issue.id, option]]))) === true
    )
  }
}

function baseOf(
  base: NoDealDocument['base'],
  evidence: Evidence,
  { at: stance, context }: StancePlace
): NoDealBase {
  if ('terms' in base) return { kind: 'outcomes', outcomes: [{ terms: base.terms }] }
  if (!('outcomes' in base)) return { kind: 'range', judgement: sourced(base, evidence) }
  const at = `${stance}/no-deal/base/outcomes`
  const outcomes = entries(base.outcomes, at).map(({ item }) => ({
    p: sourced(item.p, evidenceOf(item, evidence)),
    terms: item.terms
  }))
  checkChances(
    outcomes.map(({ p }) => p),
    { at, of: 'the outcomes of the no-deal' },
    context
  )
  return { kind: 'outcomes', outcomes }
}

/** Says which issues that the party values are left open by an outcome of no deal. */
export function checkNoDeal(
  noDeal: NoDeal,
  interests: readonly Interest[],
  { party, issues, context }: StancePlace
): void {
  if (noDeal.base.kind !== 'outcomes') return
  const needed = issues.filter(
    (issue) =>
      issue.ifSilent === undefined && interests.some((interest) => interest.issue === issue.id)
  )
  const missing = new Set(
    noDeal.base.outcomes.flatMap(({ terms }) =>
      needed.filter((issue) => !terms.has(issue.id)).map((issue) => issue.id)
    )
  )
  if (missing.size > 0 && !context.broken.has(`${noDeal.at}/base`))
    context.report(noDealGap, keyAt(context, `${noDeal.at}/base`), {
      party,
      issues: [...missing]
    })
}
