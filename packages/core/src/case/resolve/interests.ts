import { nearest } from '../../diagnostic/nearest.ts'
import type { Interest, Issue } from '../../model/case.ts'
import type { Span } from '../../model/span.ts'
import { offGrid, unknownOption as unknownOptionPage } from '../rules/reference.ts'
import { outOfBounds, zeroWeights } from '../rules/value.ts'
import { issueLeftOut, optionUnvalued } from '../rules/whole.ts'
import type { StanceDocument } from '../schema/document.ts'
import { boundsInWords } from '../schema/scalars.ts'
import type { Context } from './context.ts'
import { evidenceOf, keyAt, sourced, valueAt } from './context.ts'
import type { StancePlace } from './surroundings.ts'
import { valuesOf } from './values.ts'

/** What one party would make of each issue, in the order of the issues. */
export function resolveInterests(
  written: StanceDocument['interests'] = {},
  place: StancePlace
): readonly Interest[] {
  const interests = place.issues.flatMap((issue): Interest[] => {
    const interest = written[issue.id]
    if (!interest) return []
    const at = `${place.at}/interests/${issue.id}`
    const evidence = evidenceOf(interest, place.inherited)
    const stream = issue.ordered
      ? { stream: `stances.${place.party}.interests.${issue.id}.values` }
      : {}
    const judged = Object.entries(interest.values).map(
      ([key, value]) => [key, { ...sourced(value, evidence), ...stream }] as const
    )
    const values = valuesOf(issue, new Map(judged))
    const read: Interest = {
      issue: issue.id,
      weight: sourced(interest.weight, evidence),
      values,
      at,
      ...evidence
    }
    reportGaps({ interest: read, issue, given: Object.keys(interest.values) }, place)
    return [read]
  })
  if (interests.length > 0) reportWeights(interests, written, place)
  return interests
}

/** Says where all weights may be 0, and which issues the party is silent on. */
function reportWeights(
  interests: readonly Interest[],
  written: NonNullable<StanceDocument['interests']>,
  { party, at: stance, issues, context }: StancePlace
): void {
  const at = `${stance}/interests`
  const lowest = interests.reduce(
    (sum, { weight }) =>
      sum + weight.cases.reduce((low, { range }) => Math.min(low, range.low), weight.range.low),
    0
  )
  if (lowest <= 0 && !context.broken.has(at))
    context.report(zeroWeights, keyAt(context, at), { party })
  const silent = issues.filter((issue) => !written[issue.id]).map((issue) => issue.id)
  if (silent.length > 0) context.report(issueLeftOut, keyAt(context, at), { party, issues: silent })
}

/** An interest, the issue it is in, and the keys under which values are given. */
interface Valued {
  readonly interest: Interest
  readonly issue: Issue
  readonly given: readonly string[]
}

function reportGaps({ interest, issue, given }: Valued, { party, context }: StancePlace): void {
  const at = `${interest.at}/values`
  const known = issue.options.map((option) => option.id)
  const written = context.names.issues.get(issue.id)?.options ?? []
  const isKnot = (key: string): boolean =>
    issue.options[0]?.amount !== undefined && Number.isFinite(Number(key))
  const meant = new Set<string>()
  for (const key of given) {
    if (known.includes(key) || written.includes(key)) continue
    if (isKnot(key)) {
      reportOffStep(issue, { value: Number(key), ...keyAt(context, `${at}/${key}`) }, context)
      continue
    }
    const near = nearest(key, known) ?? ''
    meant.add(near)
    context.report(unknownOptionPage, keyAt(context, `${at}/${key}`), {
      issue: issue.id,
      name: key,
      near,
      known
    })
  }
  const missing = known.filter(
    (id) => !interest.values.has(id) && !meant.has(id) && !context.broken.has(`${at}/${id}`)
  )
  if (missing.length > 0)
    context.report(optionUnvalued, valueAt(context, at), {
      party,
      issue: issue.id,
      options: missing
    })
}

/** A value stands at a step: the kernels read a divisible issue at its steps, and lines between. */
function reportOffStep(
  { id, options }: Issue,
  { value, span }: { readonly value: number; readonly span: Span },
  context: Context
): void {
  const steps = options.flatMap(({ amount }) => (amount === undefined ? [] : [amount]))
  const [from, to] = [steps[0] as number, steps.at(-1) as number]
  // an amount such as a third of the whole is written with as many digits as one likes
  if (steps.some((step) => Math.abs(step - value) <= (to - from) * 1e-9)) return
  if (value < from || value > to)
    context.report(outOfBounds, { span }, { value, bounds: boundsInWords(from, to) })
  else
    context.report(
      offGrid,
      { span },
      {
        issue: id,
        value,
        below: steps.findLast((step) => step < value) ?? from,
        above: steps.find((step) => step > value) ?? to
      }
    )
}
