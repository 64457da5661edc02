import fc from 'fast-check'
import { readCase } from '../src/case/read.ts'
import type { Case } from '../src/model/case.ts'
import { Choices } from './choices.ts'

/**
 * A case as written, before it is read: plain data that is also YAML. Tests rewrite it to see what
 * must and must not change.
 */
export interface Draft {
  truce: 1
  title: string
  'as-of': string
  required: (string | { party: string; when: Plain })[]
  sources: Record<string, Plain>
  parties: Record<string, Plain>
  scenarios: Record<string, Plain>
  issues: Record<string, DraftIssue>
  rules: Plain[]
  stances: Record<string, DraftStance>
  polls: Record<string, Plain>
  proposals: Record<string, DraftProposal>
}

export type Plain = Record<string, unknown>
export type DraftRange = number | number[]
export interface DraftIssue {
  title: string
  ordered?: boolean
  options?: Record<string, string>
  divisible?: Plain
  'if-silent'?: string
}
export interface DraftInterest {
  weight: unknown
  values: Record<string, unknown>
  source: string
}
export interface DraftRedline extends Plain {
  id: string
  firmness: unknown
}
export interface DraftStance {
  redlines?: DraftRedline[]
  interests?: Record<string, DraftInterest>
  'no-deal'?: Plain
  ratification?: Plain[]
}
export interface DraftProposal {
  title: string
  terms: Record<string, unknown>
}

/**
 * What to leave out of random cases: a law about one thing is easier to read where the others are
 * quiet.
 */
export interface Wanted {
  readonly scenarios?: boolean
  readonly ratification?: boolean
  readonly staged?: boolean
  readonly open?: boolean
  readonly issues?: { readonly min: number; readonly max: number }
  readonly options?: { readonly min: number; readonly max: number }
}

/** The sound case a draft stands for. */
export function caseOf(draft: Draft): Case {
  return caseOfText([['case.yaml', JSON.stringify(draft)]])
}

/** The sound case that some files hold. */
export function caseOfText(files: readonly (readonly [name: string, text: string])[]): Case {
  const reading = readCase(files.map(([name, text]) => ({ name, text })))
  if (reading.case && reading.sound) return reading.case
  const errors = reading.diagnostics
    .filter(({ severity }) => severity === 'error')
    .map(({ code, message }) => `${code} ${message}`)
  throw new Error(`not sound: ${errors.join('; ')}\n${files.map(([, text]) => text).join('\n')}`)
}

/** Random small sound cases. */
export function drafts(wanted: Wanted = {}): fc.Arbitrary<Draft> {
  return fc.gen().map((gen) => new Maker(gen, wanted).draft())
}

class Maker extends Choices {
  private readonly wanted: Wanted
  private readonly issues: Record<string, DraftIssue> = {}
  private readonly scenarios: string[] = []

  constructor(gen: fc.GeneratorValue, wanted: Wanted) {
    super(gen)
    this.wanted = wanted
  }

  draft(): Draft {
    const parties = ids('p', this.integer(2, 4))
    const { min, max } = this.wanted.issues ?? { min: 2, max: 5 }
    for (const id of ids('i', this.integer(min, max))) this.issues[id] = this.issue(id)
    if (this.wanted.scenarios !== false) this.scenarios.push(...ids('s', this.one([0, 0, 1, 1, 2])))
    const polls = this.wanted.ratification === false ? [] : ids('poll-', this.integer(1, 3))
    return {
      truce: 1,
      title: 'A random case',
      'as-of': '2025-06-01',
      required: this.required(parties),
      sources: { book: { title: 'A book', kind: 'analysis' } },
      parties: record(parties, (id) => ({ name: id, kind: 'state', role: 'belligerent' })),
      scenarios: record(this.scenarios, (id) => ({
        title: id,
        p: this.fraction(),
        source: 'book'
      })),
      issues: this.issues,
      rules: this.several(this.one([0, 1, 1, 2]), () => ({
        never: this.condition(2, 2),
        because: 'it makes no sense',
        source: 'book'
      })),
      stances: record(parties, (_, at) => this.stance(at, polls)),
      polls: record(polls, () => this.poll()),
      proposals: record(ids('draft-', this.integer(1, 3)), () => this.proposal())
    }
  }

  private required(parties: readonly string[]): Draft['required'] {
    const [first, ...rest] = parties
    const others = rest.flatMap((party): Draft['required'] => {
      const kind = this.one(['always', 'always', 'when', 'never'])
      if (kind === 'never') return []
      return kind === 'always' ? [party] : [{ party, when: this.atom() }]
    })
    return [first as string, ...others]
  }

  private issue(id: string): DraftIssue {
    const { min, max } = this.wanted.options ?? { min: 2, max: 4 }
    if (!this.wanted.options && this.chance(0.12))
      return { title: id, divisible: { unit: 'bn', from: 0, to: 20, step: 10 } }
    const options = letters(this.integer(min, max)).map((letter) => `${id}-${letter}`)
    const silent = this.chance(0.4) ? { 'if-silent': this.one(options) } : {}
    return {
      title: id,
      ordered: this.chance(0.4),
      options: record(options, (option) => option),
      ...silent
    }
  }

  private stance(at: number, polls: readonly string[]): DraftStance {
    const valued = Object.keys(this.issues).filter((_, i) => i === 0 || this.chance(0.85))
    const interests = at > 0 && this.chance(0.1) ? undefined : valued
    return {
      redlines: ids('r', this.one([0, 1, 1, 2, 3])).map((id) => this.redline(id)),
      ...(interests
        ? {
            interests: record(interests, (issue, i) => this.interest(issue, i === 0)),
            'no-deal': this.noDeal(interests)
          }
        : {}),
      ...(polls.length > 0 && this.chance(0.4)
        ? { ratification: ids('body-', this.one([1, 1, 2])).map((id) => this.body(id, polls)) }
        : {})
    }
  }

  private redline(id: string): DraftRedline {
    const condition = this.condition(2)
    const scenario =
      this.scenarios.length > 0 && this.chance(0.12)
        ? { scenario: this.one(this.scenarios) }
        : undefined
    const form = this.chance(0.6) ? 'never' : 'must'
    const whole = scenario
      ? form === 'never'
        ? { all: [condition, scenario] }
        : { any: [condition, scenario] }
      : condition
    const stage = this.chance(0.25) ? { stage: this.one(['first', 'end', 'both']) } : {}
    const firmness = this.judgement(() => this.firmness())
    return { id, [form]: whole, ...stage, firmness, source: 'book' }
  }

  private interest(issue: string, first: boolean): DraftInterest {
    const weight = this.judgement(() => this.range(first ? 1 : 0, 40))
    return {
      weight,
      values: record(this.knots(issue), () => this.judgement(() => this.range(0, 100))),
      source: 'book'
    }
  }

  private noDeal(valued: readonly string[]): Plain {
    const ledger = ids('l', this.one([0, 0, 1, 2])).map((id) => ({
      id,
      toward: this.one(['continue', 'stop']),
      worth: this.judgement(() => this.range(0, 20)),
      source: 'book',
      ...(this.chance(0.4) ? { when: this.onOneIssue() } : {})
    }))
    return { base: this.base(valued), source: 'book', ...(ledger.length > 0 ? { ledger } : {}) }
  }

  private onOneIssue(): Plain {
    const issue = this.one(Object.keys(this.issues))
    const is = { [issue]: this.option(issue) }
    return this.one([is, { not: is }, { any: [is, { [issue]: this.option(issue) }] }])
  }

  private base(valued: readonly string[]): unknown {
    const terms = (): Plain =>
      record(
        valued.filter(
          (issue) => this.issues[issue]?.['if-silent'] === undefined || this.chance(0.8)
        ),
        (issue) => this.option(issue)
      )
    const kind = this.one(['range', 'terms', 'outcomes'])
    if (kind === 'range') return this.judgement(() => this.range(0, 80))
    if (kind === 'terms') return { terms: terms() }
    const chances = this.one<DraftRange[]>([
      [1],
      [0.4, 0.6],
      [
        [0.3, 0.5],
        [0.4, 0.55, 0.7]
      ],
      [0.2, [0.2, 0.4], [0.4, 0.5, 0.6]]
    ])
    return { outcomes: chances.map((p) => ({ p: this.judgement(() => p), terms: terms() })) }
  }

  private body(id: string, polls: readonly string[]): Plain {
    const support = polls
      .filter(() => this.chance(0.6))
      .map((poll) => ({
        ...(this.chance(0.7) ? { when: this.condition(1) } : {}),
        poll,
        answers: this.one([['yes'], ['yes', 'rather-yes']]),
        fit: this.one(['direct', 'related', 'distant'])
      }))
    const rows =
      support.length > 0 ? support : [{ poll: polls[0], answers: ['yes'], fit: 'direct' }]
    return {
      body: id,
      threshold: this.one([0.5, 0.5, 0.6, [0.45, 0.55]]),
      support: rows,
      ...(this.chance(0.5) ? { otherwise: this.judgement(() => this.chances(0.2, 0.8)) } : {}),
      ...(this.chance(0.4)
        ? { veto: ids('veto-', this.one([1, 1, 2])).map((veto) => this.veto(veto)) }
        : {})
    }
  }

  private veto(id: string): Plain {
    const rows = this.several(this.one([0, 1, 2]), () => ({
      when: this.condition(1),
      chance: this.judgement(() => this.chances(0, 0.8))
    }))
    const last = { chance: this.judgement(() => this.chances(0, 0.3)) }
    return { id, chance: this.chance(0.7) ? [...rows, last] : rows, source: 'book' }
  }

  private poll(): Plain {
    const yes = this.integer(5, 45)
    const rather = this.integer(0, 20)
    const extra = this.chance(0.5)
      ? { house: this.one([0, 0.01, 0.03]), drift: this.one([0, 0.02, 0.05]) }
      : {}
    const n = this.chance(0.8) ? { n: this.integer(100, 2000) } : {}
    return {
      population: 'all',
      field: '2025-05',
      question: this.one(['Do you agree?', 'Would you accept?']),
      ...n,
      ...extra,
      answers: { yes, 'rather-yes': rather, no: this.integer(0, 100 - yes - rather) },
      undecided: this.one(['split', 'against', 'drop']),
      source: 'book'
    }
  }

  private proposal(): DraftProposal {
    const named = Object.keys(this.issues).filter((issue, i) =>
      this.wanted.open === false
        ? this.issues[issue]?.['if-silent'] === undefined || this.chance(0.7)
        : i === 0 || this.chance(0.75)
    )
    return { title: 'A draft', terms: record(named, (issue) => this.term(issue)) }
  }

  private term(issue: string): unknown {
    if (this.wanted.staged === false || !this.chance(0.2)) return this.option(issue)
    const first = this.option(issue)
    const then = this.options(issue).find((option) => option !== first)
    return { first, then, chance: this.chances(0.1, 0.9) }
  }

  /**
   * A condition that nests at most `depth` deep and holds for few packages when `least` issues are
   * named.
   */
  private condition(depth: number, least = 1): Plain {
    const form =
      depth === 0
        ? 'plain'
        : this.one(['plain', 'plain', 'plain', 'any', 'all', 'not', 'if', 'iff'])
    if (form === 'any' || form === 'all')
      return { [form]: [this.condition(depth - 1), this.condition(depth - 1)] }
    if (form === 'not') return { not: this.condition(depth - 1) }
    if (form === 'if') return { if: this.condition(depth - 1), then: this.condition(depth - 1) }
    if (form === 'iff') return { iff: [this.condition(depth - 1), this.condition(depth - 1)] }
    const many = Math.max(least, this.integer(1, 2))
    return Object.assign({}, ...this.several(many, () => this.atom()))
  }

  private atom(): Plain {
    const issue = this.one(Object.keys(this.issues))
    const options = this.options(issue)
    if (this.issues[issue]?.ordered || this.issues[issue]?.divisible)
      if (this.chance(0.3))
        return { [issue]: { [this.one(['at-least', 'at-most'])]: this.one(options) } }
    const some = options.filter(() => this.chance(0.4))
    return { [issue]: some.length > 1 && some.length < options.length ? some : this.one(options) }
  }

  private options(issue: string): readonly unknown[] {
    return this.issues[issue]?.divisible
      ? [0, 10, 20]
      : Object.keys(this.issues[issue]?.options ?? {})
  }

  private knots(issue: string): readonly string[] {
    return this.issues[issue]?.divisible ? ['0', '20'] : (this.options(issue) as string[])
  }

  private option(issue: string): unknown {
    return this.one(this.options(issue))
  }

  /** A range, or one that hangs on a scenario. */
  private judgement(range: () => DraftRange): unknown {
    if (this.scenarios.length === 0 || !this.chance(0.15)) return range()
    const scenario = { scenario: this.one(this.scenarios) }
    return [{ if: this.chance(0.8) ? scenario : { not: scenario }, is: range() }, range()]
  }

  private range(low: number, high: number): DraftRange {
    const points = this.several(this.one([1, 2, 3, 3]), () => this.integer(low, high)).sort(
      (a, b) => a - b
    )
    return points.length === 1 ? (points[0] as number) : points
  }

  private firmness(): DraftRange {
    return this.one<DraftRange>([
      0.3,
      0.6,
      0.95,
      [0.2, 0.7],
      [0.4, 0.5, 0.8],
      [0.5, 0.8, 0.9],
      [0.85, 0.92, 1],
      [0.8, 1]
    ])
  }

  private fraction(): DraftRange {
    return this.one<DraftRange>([0.5, [0.2, 0.6], [0.3, 0.5, 0.7]])
  }

  private chances(low: number, high: number): DraftRange {
    const range = this.range(low * 20, high * 20)
    return typeof range === 'number' ? range / 20 : range.map((point) => point / 20)
  }

  private several<T>(count: number, make: () => T): T[] {
    return Array.from({ length: count }, make)
  }
}

function ids(prefix: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, i) => `${prefix}${i + 1}`)
}

function letters(count: number): readonly string[] {
  return [...'abcdefgh'].slice(0, count)
}

function record<T>(
  keys: readonly string[],
  value: (key: string, at: number) => T
): Record<string, T> {
  return Object.fromEntries(keys.map((key, at) => [key, value(key, at)]))
}
