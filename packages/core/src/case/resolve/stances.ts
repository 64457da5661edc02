import type { Blend, Body, Interest, Issue, LedgerEntry, NoDeal, NoDealBase, PartyType, Redline, Source, Stance, Support } from '../../model/case.ts'
import type { Evidence, Judgement } from '../../model/judgement.ts'
import { nearest } from '../../diagnostic/nearest.ts'
import type { StanceDocument } from '../schema/document.ts'
import { unknownAnswer, unknownOption as unknownOptionPage } from '../rules/reference.ts'
import { exactlyOne, twiceInList } from '../rules/shape.ts'
import { chancesOff, zeroWeights } from '../rules/value.ts'
import { issueLeftOut, noDealGap, optionUnvalued } from '../rules/whole.ts'
import { entries, evidenceOf, keyAt, present, sourced, valueAt, written } from './context.ts'
import type { Context } from './context.ts'

/** What the stances of a case refer to. */
export interface Surroundings {
  readonly issues: readonly Issue[]
  readonly sources: ReadonlyMap<string, Source>
}

/** One party's stance, judgements carrying their evidence. */
export function resolveStance(party: string, stance: StanceDocument, around: Surroundings, context: Context): Stance {
  const at = `stances/${party}`
  const inherited = evidenceOf(stance.defaults ?? {})
  const interests = resolveInterests(party, stance, inherited, around, context)
  const noDeal = stance['no-deal'] && resolveNoDeal(party, stance['no-deal'], inherited, context)
  if (noDeal) checkNoDeal(party, noDeal, interests, around.issues, context)
  return {
    party, at, interests,
    redlines: resolveRedlines(party, stance, inherited, around, context),
    ratification: entries(stance.ratification, `${at}/ratification`).map(({ item, at: place }) => resolveBody(item, place, context)),
    types: resolveTypes(party, stance, context),
    ...present({ noDeal })
  }
}

function resolveRedlines(party: string, stance: StanceDocument, inherited: Evidence, around: Surroundings, context: Context): readonly Redline[] {
  const list = entries(stance.redlines, `stances/${party}/redlines`)
  unique(list.map(({ item, at }) => ({ id: item.id, at })), context)
  return list.flatMap(({ item, at }) => {
    const forms = written(context, at, ['never', 'must', 'conduct'])
    const [form] = forms
    if (!form || forms.length > 1) {
      const data = { keys: ['never', 'must', 'conduct'], of: `the redline \`${party}.${item.id}\``, found: forms.length === 0 ? 'none' : forms.join(' and ') }
      context.report(exactlyOne, valueAt(context, at), data)
      return []
    }
    if (item[form] === undefined) return []
    const evidence = evidenceOf(item, inherited)
    const crossedWhen = item.never ?? (item.must === undefined ? undefined : ({ kind: 'not', part: item.must } as const))
    const assumed = around.sources.get(item.source)?.kind === 'assumption'
    const { conduct, says, since } = item
    return [{ id: item.id, party, form, firmness: sourced(item.firmness, evidence), assumed, at, ...evidence, ...present({ crossedWhen, conduct, says, since }) }]
  })
}

function resolveInterests(party: string, stance: StanceDocument, inherited: Evidence, { issues }: Surroundings, context: Context): readonly Interest[] {
  const written = stance.interests ?? {}
  const interests = issues.flatMap((issue): Interest[] => {
    const interest = written[issue.id]
    if (!interest) return []
    const at = `stances/${party}/interests/${issue.id}`
    const evidence = evidenceOf(interest, inherited)
    const stream = issue.ordered ? { stream: `stances.${party}.interests.${issue.id}.values` } : {}
    const judged = Object.entries(interest.values).map(([key, value]) => [key, { ...sourced(value, evidence), ...stream }] as const)
    const values = valuesOf(issue, new Map(judged))
    const read: Interest = { issue: issue.id, weight: sourced(interest.weight, evidence), values, at, ...evidence }
    reportGaps(read, issue, Object.keys(interest.values), context)
    return [read]
  })
  if (interests.length > 0) {
    const lowest = interests.reduce((sum, { weight }) => sum + weight.cases.reduce((low, { range }) => Math.min(low, range.low), weight.range.low), 0)
    if (lowest <= 0 && !context.broken.has(`stances/${party}/interests`)) context.report(zeroWeights, keyAt(context, `stances/${party}/interests`), { party })
    const silent = issues.filter((issue) => !written[issue.id]).map((issue) => issue.id)
    if (silent.length > 0) context.report(issueLeftOut, keyAt(context, `stances/${party}/interests`), { party, issues: silent })
  }
  return interests
}

/** The value of each option. Amounts of a divisible issue lie on straight lines between the knots that are given. */
function valuesOf(issue: Issue, given: ReadonlyMap<string, Judgement>): ReadonlyMap<string, Blend> {
  const knots = [...given].map(([key, judgement]) => ({ amount: Number(key), judgement })).sort((a, b) => a.amount - b.amount)
  const values = new Map<string, Blend>()
  for (const option of issue.options) {
    const exact = given.get(option.id)
    if (exact) values.set(option.id, [{ judgement: exact, share: 1 }])
    else if (option.amount !== undefined) {
      const { amount } = option
      const above = knots.find((knot) => knot.amount >= amount)
      const below = knots.findLast((knot) => knot.amount <= amount)
      if (!above || !below) continue
      const share = above.amount === below.amount ? 0 : (amount - below.amount) / (above.amount - below.amount)
      values.set(option.id, [{ judgement: below.judgement, share: 1 - share }, { judgement: above.judgement, share }])
    }
  }
  return values
}

function reportGaps(interest: Interest, issue: Issue, given: readonly string[], context: Context): void {
  const at = `${interest.at}/values`
  const party = interest.at.split('/')[1] ?? ''
  const known = issue.options.map((option) => option.id)
  const written = context.names.issues.get(issue.id)?.options ?? []
  const isKnot = (key: string): boolean => issue.options[0]?.amount !== undefined && Number.isFinite(Number(key))
  const meant = new Set<string>()
  for (const key of given) {
    if (known.includes(key) || written.includes(key) || isKnot(key)) continue
    const near = nearest(key, known) ?? ''
    meant.add(near)
    context.report(unknownOptionPage, keyAt(context, `${at}/${key}`), { issue: issue.id, name: key, near, known })
  }
  const missing = known.filter((id) => !interest.values.has(id) && !meant.has(id) && !context.broken.has(`${at}/${id}`))
  if (missing.length > 0) context.report(optionUnvalued, valueAt(context, at), { party, issue: issue.id, options: missing })
}

function resolveNoDeal(party: string, noDeal: NonNullable<StanceDocument['no-deal']>, inherited: Evidence, context: Context): NoDeal {
  const at = `stances/${party}/no-deal`
  const evidence = evidenceOf(noDeal, inherited)
  const ledger = entries(noDeal.ledger, `${at}/ledger`)
  unique(ledger.map(({ item, at: place }) => ({ id: item.id, at: place })), context)
  return {
    base: baseOf(noDeal.base, at, evidence, context), at, ...evidence,
    ledger: ledger.map(({ item, at: place }): LedgerEntry => {
      const own = evidenceOf(item, evidence)
      return { id: item.id, toward: item.toward, worth: sourced(item.worth, own), at: place, ...own, ...present({ title: item.title }) }
    })
  }
}

function baseOf(base: NonNullable<StanceDocument['no-deal']>['base'], at: string, evidence: Evidence, context: Context): NoDealBase {
  if ('terms' in base) return { kind: 'outcomes', outcomes: [{ terms: base.terms }] }
  if (!('outcomes' in base)) return { kind: 'range', judgement: sourced(base, evidence) }
  const outcomes = entries(base.outcomes, `${at}/base/outcomes`).map(({ item }) => ({ p: sourced(item.p, evidenceOf(item, evidence)), terms: item.terms }))
  checkChances(outcomes.map(({ p }) => p), `${at}/base/outcomes`, 'the outcomes of the no-deal', context)
  return { kind: 'outcomes', outcomes }
}

function checkChances(chances: readonly Judgement[], at: string, of: string, context: Context): void {
  const low = chances.reduce((sum, p) => sum + p.range.low, 0)
  const high = chances.reduce((sum, p) => sum + p.range.high, 0)
  if ((low > 1 + 1e-9 || high < 1 - 1e-9) && !context.broken.has(at)) context.report(chancesOff, keyAt(context, at), { of, low: round(low), high: round(high) })
}

const round = (value: number): number => Math.round(value * 1000) / 1000

function checkNoDeal(party: string, noDeal: NoDeal, interests: readonly Interest[], issues: readonly Issue[], context: Context): void {
  if (noDeal.base.kind !== 'outcomes') return
  const needed = issues.filter((issue) => issue.ifSilent === undefined && interests.some((interest) => interest.issue === issue.id))
  const missing = new Set(noDeal.base.outcomes.flatMap(({ terms }) => needed.filter((issue) => !terms.has(issue.id)).map((issue) => issue.id)))
  if (missing.size > 0 && !context.broken.has(`${noDeal.at}/base`)) context.report(noDealGap, keyAt(context, `${noDeal.at}/base`), { party, issues: [...missing] })
}

function resolveBody(body: NonNullable<NonNullable<StanceDocument['ratification']>[number]>, at: string, context: Context): Body {
  const evidence = evidenceOf(body)
  const support = entries(body.support, `${at}/support`).map(({ item, at: place }): Support => {
    const answers = item.answers.filter((answer, index) => knownAnswer(item.poll, answer, `${place}/answers/${index}`, context))
    return { poll: item.poll, answers, fit: item.fit ?? 'related', at: place, ...present({ when: item.when }) }
  })
  const otherwise = body.otherwise && sourced(body.otherwise, evidence)
  return { id: body.body, threshold: sourced(body.threshold, evidence), support, at, ...present({ otherwise }) }
}

function knownAnswer(poll: string, answer: string | undefined, at: string, context: Context): answer is string {
  const known = context.names.answers.get(poll) ?? new Set()
  if (answer === undefined || known.has(answer)) return answer !== undefined
  context.report(unknownAnswer, valueAt(context, at), { poll, name: answer, near: nearest(answer, known) ?? '', known: [...known] })
  return false
}

function resolveTypes(party: string, stance: StanceDocument, context: Context): readonly PartyType[] {
  const types = Object.entries(stance.types ?? {}).map(([id, type]): PartyType => ({ id, p: type.p, changes: new Map(Object.entries(type.changes ?? {})) }))
  if (types.length > 0) checkChances(types.map(({ p }) => p), `stances/${party}/types`, `the types of \`${party}\``, context)
  return types
}

/** Reports ids that stand twice in one list. */
export function unique(ids: readonly { readonly id: string; readonly at: string }[], context: Context): void {
  const first = new Map<string, string>()
  for (const { id, at } of ids) {
    const earlier = first.get(id)
    if (earlier === undefined) first.set(id, at)
    else context.report(twiceInList, { ...valueAt(context, `${at}/id`), related: [{ ...valueAt(context, `${earlier}/id`), message: 'it stands here first' }] }, { id })
  }
}
