import { nearest } from '../../diagnostic/nearest.ts'
import type {
  Interest,
  Issue,
  LedgerEntry,
  NoDeal,
  NoDealBase,
  PartyType,
  Redline,
  Source,
  Stance
} from '../../model/case.ts'
import { factsOf, holds, issuesIn } from '../../model/condition.ts'
import type { Condition, Evidence, Judgement } from '../../model/judgement.ts'
import type { Span } from '../../model/span.ts'
import { offGrid, unknownOption as unknownOptionPage } from '../rules/reference.ts'
import { exactlyOne } from '../rules/shape.ts'
import { endsBeforeItBegins } from '../rules/time.ts'
import { chancesOff, outOfBounds, zeroWeights } from '../rules/value.ts'
import { issueLeftOut, ledgerOnSeveral, noDealGap, optionUnvalued } from '../rules/whole.ts'
import type { StanceDocument } from '../schema/document.ts'
import { boundsInWords } from '../schema/scalars.ts'
import { resolveBodies } from './bodies.ts'
import type { Context } from './context.ts'
import {
  entries,
  evidenceOf,
  keyAt,
  present,
  sourced,
  sourcedMap,
  valueAt,
  written
} from './context.ts'
import { isAfter } from './polls.ts'
import { unique } from './unique.ts'
import { valuesOf } from './values.ts'

/** What the stances of a case refer to. */
export interface Surroundings {
  readonly issues: readonly Issue[]
  readonly sources: ReadonlyMap<string, Source>
  readonly context: Context
  readonly asOf: string
}

/** One party's stance, judgements carrying their evidence. */
export function resolveStance(party: string, stance: StanceDocument, around: Surroundings): Stance {
  return new StanceReader(party, stance, around).read()
}

/** Reads one stance, piece by piece. */
class StanceReader {
  private readonly party: string
  private readonly stance: StanceDocument
  private readonly around: Surroundings
  private readonly context: Context
  private readonly at: string
  /** What `defaults:` says for the whole stance. */
  private readonly inherited: Evidence

  constructor(party: string, stance: StanceDocument, around: Surroundings) {
    this.party = party
    this.stance = stance
    this.around = around
    this.context = around.context
    this.at = `stances/${party}`
    this.inherited = evidenceOf(stance.defaults ?? {})
  }

  read(): Stance {
    const interests = this.interests()
    const noDeal = this.stance['no-deal'] && this.noDeal(this.stance['no-deal'])
    if (noDeal) this.checkNoDeal(noDeal, interests)
    const redlines = this.redlines()
    const ended = redlines.filter((redline) => this.hasEnded(redline))
    return {
      party: this.party,
      at: this.at,
      interests,
      redlines: redlines.filter((redline) => !ended.includes(redline)),
      ratification: resolveBodies(this.stance.ratification, `${this.at}/ratification`, {
        context: this.context,
        issues: this.around.issues
      }),
      types: this.types(),
      ...present({ noDeal, ended: ended.length > 0 ? ended : undefined })
    }
  }

  /** A position ends with the day it names, or with the month or year; on that day it is over. */
  private hasEnded({ until }: Redline): boolean {
    return until !== undefined && !isAfter(until, this.around.asOf)
  }

  private redlines(): readonly Redline[] {
    const { party, stance, context } = this
    const list = entries(stance.redlines, `stances/${party}/redlines`)
    unique(
      list.map(({ item, at }) => ({ id: item.id, at })),
      context
    )
    return list.flatMap(({ item, at }) => {
      const forms = written(context, at, ['never', 'must', 'conduct'])
      const [form] = forms
      if (!form || forms.length > 1) {
        const data = {
          keys: ['never', 'must', 'conduct'],
          of: `the redline \`${party}.${item.id}\``,
          found: forms.length === 0 ? 'none' : forms.join(' and ')
        }
        context.report(exactlyOne, valueAt(context, at), data)
        return []
      }
      if (item[form] === undefined) return []
      const evidence = evidenceOf(item, this.inherited)
      const crossedWhen =
        item.never ??
        (item.must === undefined ? undefined : ({ kind: 'not', part: item.must } as const))
      const assumed = this.around.sources.get(item.source)?.kind === 'assumption'
      const { conduct, says, since, until } = item
      if (since !== undefined && until !== undefined && isAfter(since, until))
        context.report(endsBeforeItBegins, valueAt(context, `${at}/until`), { since, until })
      const stage = item.stage === 'both' ? undefined : item.stage
      return [
        {
          id: item.id,
          party,
          form,
          firmness: sourced(item.firmness, evidence),
          assumed,
          at,
          ...evidence,
          ...present({ crossedWhen, conduct, says, since, until, stage })
        }
      ]
    })
  }

  private interests(): readonly Interest[] {
    const {
      party,
      stance,
      context,
      around: { issues }
    } = this
    const written = stance.interests ?? {}
    const interests = issues.flatMap((issue): Interest[] => {
      const interest = written[issue.id]
      if (!interest) return []
      const at = `stances/${party}/interests/${issue.id}`
      const evidence = evidenceOf(interest, this.inherited)
      const stream = issue.ordered
        ? { stream: `stances.${party}.interests.${issue.id}.values` }
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
      this.reportGaps(read, issue, Object.keys(interest.values))
      return [read]
    })
    if (interests.length > 0) {
      const lowest = interests.reduce(
        (sum, { weight }) =>
          sum + weight.cases.reduce((low, { range }) => Math.min(low, range.low), weight.range.low),
        0
      )
      if (lowest <= 0 && !context.broken.has(`stances/${party}/interests`))
        context.report(zeroWeights, keyAt(context, `stances/${party}/interests`), { party })
      const silent = issues.filter((issue) => !written[issue.id]).map((issue) => issue.id)
      if (silent.length > 0)
        context.report(issueLeftOut, keyAt(context, `stances/${party}/interests`), {
          party,
          issues: silent
        })
    }
    return interests
  }

  private reportGaps(interest: Interest, issue: Issue, given: readonly string[]): void {
    const { party, context } = this
    const at = `${interest.at}/values`
    const known = issue.options.map((option) => option.id)
    const written = context.names.issues.get(issue.id)?.options ?? []
    const isKnot = (key: string): boolean =>
      issue.options[0]?.amount !== undefined && Number.isFinite(Number(key))
    const meant = new Set<string>()
    for (const key of given) {
      if (known.includes(key) || written.includes(key)) continue
      if (isKnot(key)) {
        this.reportOffStep(issue, Number(key), keyAt(context, `${at}/${key}`))
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
  private reportOffStep({ id, options }: Issue, value: number, at: { readonly span: Span }): void {
    const steps = options.flatMap(({ amount }) => (amount === undefined ? [] : [amount]))
    const [from, to] = [steps[0] as number, steps.at(-1) as number]
    // an amount such as a third of the whole is written with as many digits as one likes
    if (steps.some((step) => Math.abs(step - value) <= (to - from) * 1e-9)) return
    if (value < from || value > to)
      this.context.report(outOfBounds, at, { value, bounds: boundsInWords(from, to) })
    else
      this.context.report(offGrid, at, {
        issue: id,
        value,
        below: steps.findLast((step) => step < value) ?? from,
        above: steps.find((step) => step > value) ?? to
      })
  }

  private noDeal(noDeal: NonNullable<StanceDocument['no-deal']>): NoDeal {
    const at = `${this.at}/no-deal`
    const evidence = evidenceOf(noDeal, this.inherited)
    const ledger = entries(noDeal.ledger, `${at}/ledger`)
    unique(
      ledger.map(({ item, at: place }) => ({ id: item.id, at: place })),
      this.context
    )
    return {
      base: this.base(noDeal.base, evidence),
      at,
      ...evidence,
      ledger: ledger.map(({ item, at: place }): LedgerEntry => {
        const own = evidenceOf(item, evidence)
        return {
          id: item.id,
          toward: item.toward,
          worth: sourced(item.worth, own),
          at: place,
          ...own,
          ...present({ title: item.title, when: this.against(item.when, place) })
        }
      })
    }
  }

  /** The ways to settle one issue that a condition on packages comes to. */
  private against(when: Condition | undefined, at: string): LedgerEntry['when'] {
    if (when === undefined) return undefined
    const [id, ...others] = issuesIn(when)
    const issue = this.around.issues.find((one) => one.id === id)
    if (!issue || others.length > 0) {
      const issues = issuesIn(when)
      this.context.report(ledgerOnSeveral, valueAt(this.context, `${at}/when`), { issues })
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

  private base(
    base: NonNullable<StanceDocument['no-deal']>['base'],
    evidence: Evidence
  ): NoDealBase {
    const at = `${this.at}/no-deal`
    if ('terms' in base) return { kind: 'outcomes', outcomes: [{ terms: base.terms }] }
    if (!('outcomes' in base)) return { kind: 'range', judgement: sourced(base, evidence) }
    const outcomes = entries(base.outcomes, `${at}/base/outcomes`).map(({ item }) => ({
      p: sourced(item.p, evidenceOf(item, evidence)),
      terms: item.terms
    }))
    this.checkChances(
      outcomes.map(({ p }) => p),
      `${at}/base/outcomes`,
      'the outcomes of the no-deal'
    )
    return { kind: 'outcomes', outcomes }
  }

  /** Exclusive chances that are all there is must be able to add up to 1. */
  private checkChances(chances: readonly Judgement[], at: string, of: string): void {
    const { context } = this
    const low = chances.reduce((sum, p) => sum + p.range.low, 0)
    const high = chances.reduce((sum, p) => sum + p.range.high, 0)
    if ((low > 1 + 1e-9 || high < 1 - 1e-9) && !context.broken.has(at))
      context.report(chancesOff, keyAt(context, at), { of, low: round(low), high: round(high) })
  }

  private checkNoDeal(noDeal: NoDeal, interests: readonly Interest[]): void {
    const {
      party,
      context,
      around: { issues }
    } = this
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

  private types(): readonly PartyType[] {
    const { party, stance } = this
    const types = Object.entries(stance.types ?? {}).map(([id, type]): PartyType => {
      const evidence = evidenceOf(type)
      return { id, p: sourced(type.p, evidence), changes: sourcedMap(type.changes, evidence) }
    })
    if (types.length > 0)
      this.checkChances(
        types.map(({ p }) => p),
        `stances/${party}/types`,
        `the types of \`${party}\``
      )
    return types
  }
}

const round = (value: number): number => Math.round(value * 1000) / 1000
