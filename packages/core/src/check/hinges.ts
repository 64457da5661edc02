import type { Column } from '../draws/column.ts'
import type { Redline } from '../model/case.ts'
import { scenariosIn } from '../model/condition.ts'
import type { Judgement as Judged } from '../model/judgement.ts'
import { mean } from '../model/judgement.ts'
import { multiply } from '../worth/columns.ts'
import { average } from '../worth/estimate.ts'
import { Judge } from '../worth/judge.ts'
import { judgementsOf } from '../worth/judgements.ts'
import { stagesOf } from '../worth/offers.ts'
import { pinned } from '../worth/pinned.ts'
import { crossedBy, firmnessOf, isFatal } from '../worth/redlines.ts'
import type { Verdict } from '../worth/verdict.ts'
import { partyVerdict, proposalVerdict } from '../worth/verdict.ts'
import type { Hinge } from './check-result.ts'
import type { ProposalJudgement } from './judge-proposal.ts'

/**
 * What a verdict hangs on: every judgement that, set to one of its ends in all draws, would change
 * it; every crossed redline's firmness; every scenario taken as a fact; every poll read alone, or
 * none.
 */
export function hingesOf(judged: ProposalJudgement, judge: Judge): readonly Hinge[] {
  const { required, offers } = judged
  const columns = new Map(required.map((party) => [party, judge.accepts(party, offers)]))
  const means = new Map([...columns].map(([party, column]) => [party, average(column)]))
  const scratch = new Float64Array(judge.sampler.count)
  const now = verdictOf({ judged, judge }, judged.joint.p, { means })
  const context = { judged, judge, columns, means, scratch, now }
  const all = [
    ...required.flatMap((party) => [
      ...judgementHinges(party, context),
      ...firmnessHinges(party, context),
      ...bodyHinges(party, context)
    ]),
    ...scenarioHinges(context),
    ...pollHinges(context)
  ]
  return all
    .filter((hinge) => hinge.verdict !== now)
    .sort((a, b) => Math.abs(b.p - judged.joint.p) - Math.abs(a.p - judged.joint.p))
}

interface Context {
  readonly judged: ProposalJudgement
  readonly judge: Judge
  readonly columns: ReadonlyMap<string, Column>
  readonly means: ReadonlyMap<string, number>
  /** Room for one gain column, used over and over. */
  readonly scratch: Float64Array
  /** The verdict as these means and chances alone give it, before any cap. */
  readonly now: Verdict
}

function* judgementHinges(party: string, context: Context): Generator<Hinge> {
  const {
    judge,
    judged: { offers, required }
  } = context
  // Over a firm redline a proposal stays dead whatever it is worth to anybody.
  if (!judge.hasGain(party) || required.some((one) => firmlyCrossed(one, context))) return
  const stance = judge.stance(party)
  const rest = {
    consent: judge.consent(party, stagesOf(offers)),
    others: productOfOthers(party, context)
  }
  // If even a party that always gained would leave the verdict as it is, ends that only raise its
  // gain need no look.
  const always = acceptance(context.scratch.fill(0), rest)
  const canRise =
    verdictOf(context, always.joint, {
      means: new Map([...context.means, [party, always.own]])
    }) !== context.now
  const chances = stance.interests.flatMap(({ issue }) => offers.get(issue)?.chance ?? [])
  const bearing = new Set(
    stance.interests.flatMap(({ issue, weight, values }) => [
      weight.key,
      ...optionsRead(issue, stance, context).flatMap((option) =>
        (values.get(option) ?? []).map(({ judgement }) => judgement.key)
      )
    ])
  )
  const others = new Set(judgementsOf({ ...stance, interests: [] }).map(({ key }) => key))
  for (const judgement of [...judgementsOf(stance), ...chances]) {
    if (!bearing.has(judgement.key) && !others.has(judgement.key) && !chances.includes(judgement))
      continue
    const { gain: held, raises } = pinned(judge.gainOf(party), offers, judgement)
    for (const [index, end] of endsOf(judgement).entries()) {
      if (!canRise && raises === (index === 1)) continue
      const gain = held({ value: end, gain: judge.gain(party, offers), into: context.scratch })
      yield hingeAt(party, { judgement, end, ...acceptance(gain, rest) }, context)
    }
  }
}

/**
 * Options of an issue that the party's gain reads: what is offered, and what its no-deal brings.
 */
function optionsRead(
  issue: string,
  stance: ReturnType<Judge['stance']>,
  { judge, judged }: Context
): readonly string[] {
  const offer = judged.offers.get(issue)
  const silent = judge.source.issues.find(({ id }) => id === issue)?.ifSilent
  const base =
    stance.noDeal?.base.kind === 'outcomes'
      ? stance.noDeal.base.outcomes.flatMap(({ terms }) => terms.get(issue) ?? silent ?? [])
      : []
  return [
    ...base,
    ...(offer ? [offer.option, ...(offer.then === undefined ? [] : [offer.then])] : [])
  ]
}

function endsOf({ range, cases }: Judged): readonly number[] {
  const ranges = [range, ...cases.map((one) => one.range)]
  const [low, high] = [
    Math.min(...ranges.map((one) => one.low)),
    Math.max(...ranges.map((one) => one.high))
  ]
  return low === high ? [] : [low, high]
}

function productOfOthers(party: string, { columns, judge }: Context): Float64Array {
  const product = new Float64Array(judge.sampler.count).fill(1)
  for (const [other, column] of columns) if (other !== party) multiply(product, column)
  return product
}

/** Mean acceptance by one party, and jointly with the others, in one pass. */
function acceptance(
  gain: Column,
  { consent, others }: { readonly consent: Column; readonly others: Column }
): { readonly own: number; readonly joint: number } {
  let [own, joint] = [0, 0]
  for (let i = 0; i < gain.length; i++) {
    if ((gain[i] as number) < 0) continue
    own += consent[i] as number
    joint += (consent[i] as number) * (others[i] as number)
  }
  return { own: own / gain.length, joint: joint / gain.length }
}

/** Each party's mean acceptance; `firmness` where a redline's is not its central one. */
interface Reading {
  readonly means: ReadonlyMap<string, number>
  readonly firmness?: (redline: Redline) => number
}

/** One judgement held at one of its ends: the party's own chance there, and the joint one. */
interface HeldAt {
  readonly judgement: Judged
  readonly end: number
  readonly own: number
  readonly joint: number
}

function hingeAt(party: string, { judgement, end, own, joint }: HeldAt, context: Context): Hinge {
  const { key, at } = judgement
  const means = new Map([...context.means, [party, own]])
  const verdict = verdictOf(context, joint, { means })
  return { key, at, party, kind: 'judgement', set: String(end), p: joint, verdict }
}

/**
 * The verdict that goes with a joint p and the parties' own; `firmness` may differ from the central
 * one.
 */
function verdictOf(
  context: Pick<Context, 'judged' | 'judge'>,
  joint: number,
  { means, firmness }: Reading
): Verdict {
  const { required } = context.judged
  return proposalVerdict(
    joint,
    required.map((party) =>
      partyVerdict(means.get(party) ?? 1, firmlyCrossed(party, context, firmness))
    )
  )
}

function* firmnessHinges(party: string, context: Context): Generator<Hinge> {
  const {
    judge,
    judged: { offers }
  } = context
  for (const { redline } of crossedBy(
    judge.stance(party).redlines,
    stagesOf(offers),
    judge.source.scenarios
  )) {
    const { low, high } = firmnessOf(redline, judge.source.scenarios)
    for (const end of low === high ? [] : [low, high]) {
      const accepts = judge.accepts(party, offers, {
        point: (range, other) => (other === redline ? end : mean(range))
      })
      const firm = (other: Redline): number =>
        other === redline ? end : firmnessOf(other, judge.source.scenarios).central
      const joint = accepts.slice()
      multiply(joint, productOfOthers(party, context))
      const p = average(joint)
      const verdict = verdictOf(context, p, {
        means: new Map([...context.means, [party, average(accepts)]]),
        firmness: firm
      })
      yield {
        key: redline.firmness.key,
        at: redline.firmness.at,
        party,
        kind: 'firmness',
        set: String(end),
        p,
        verdict
      }
    }
  }
}

/** Shares a body needs, and shares in favour where no poll speaks, held at their ends. */
function* bodyHinges(party: string, context: Context): Generator<Hinge> {
  const { judge, judged } = context
  for (const judgement of judge
    .stance(party)
    .ratification.flatMap(({ threshold, otherwise }) => [
      threshold,
      ...(otherwise ? [otherwise] : [])
    ])) {
    for (const end of endsOf(judgement)) {
      const held = new Float64Array(judge.sampler.count).fill(end)
      const sampler = {
        ...judge.sampler,
        column: (asked: Judged) =>
          asked.key === judgement.key ? held : judge.sampler.column(asked)
      }
      const consent = new Judge(judge.source, sampler).consent(party, stagesOf(judged.offers))
      const others = productOfOthers(party, context)
      const chances = acceptance(judge.gain(party, judged.offers), { consent, others })
      yield hingeAt(party, { judgement, end, ...chances }, context)
    }
  }
}

/** Scenarios taken as known: the draws in which they hold, or do not, are read alone. */
function* scenarioHinges(context: Context): Generator<Hinge> {
  const { judge, judged, columns } = context
  for (const [bit, scenario] of judge.source.scenarios.entries()) {
    if (!mentions(judge, scenario.id)) continue
    for (const known of [true, false]) {
      const kept = [...judge.sampler.masks.keys()].filter(
        (i) => (((judge.sampler.masks[i] as number) & (1 << bit)) !== 0) === known
      )
      if (kept.length === 0) continue
      const mean = (value: (i: number) => number): number =>
        kept.reduce((sum, i) => sum + value(i), 0) / kept.length
      const p = mean((i) =>
        judged.required.reduce((product, party) => product * (columns.get(party)?.[i] ?? 1), 1)
      )
      const verdict = verdictOf(context, p, {
        means: new Map(
          [...columns].map(([party, column]) => [party, mean((i) => column[i] as number)])
        )
      })
      yield {
        key: `scenarios.${scenario.id}`,
        at: scenario.at,
        party: undefined,
        kind: 'scenario',
        set: known ? 'yes' : 'no',
        p,
        verdict
      }
    }
  }
}

function firmlyCrossed(
  party: string,
  { judge, judged }: Pick<Context, 'judged' | 'judge'>,
  firmness?: (redline: Redline) => number
): boolean {
  const { scenarios } = judge.source
  return crossedBy(judge.stance(party).redlines, stagesOf(judged.offers), scenarios).some(
    (crossed) =>
      isFatal({
        certain: crossed.certain,
        firmness: { central: firmness?.(crossed.redline) ?? crossed.firmness.central }
      })
  )
}

function mentions({ source }: Judge, id: string): boolean {
  return [...source.stances.values()].some((stance) => {
    const judgements = [...judgementsOf(stance), ...stance.redlines.map(({ firmness }) => firmness)]
    return (
      judgements.some(({ cases }) => cases.some(({ when }) => scenariosIn(when).includes(id))) ||
      stance.redlines.some(
        ({ crossedWhen }) => crossedWhen && scenariosIn(crossedWhen).includes(id)
      )
    )
  })
}

function* pollHinges({ judged, judge }: Context): Generator<Hinge> {
  for (const [party, { ratified }] of judged.parties) {
    if (!judged.required.includes(party) || ratified.bodies.length === 0) continue
    for (const [poll, { joint, verdict }] of ratified.polls) {
      yield {
        key: `polls.${poll}`,
        at: judge.source.polls.get(poll)?.at ?? '',
        party,
        kind: 'poll',
        set: 'alone',
        p: joint,
        verdict
      }
    }
    yield {
      key: `stances.${party}.ratification`,
      at: `stances/${party}/ratification`,
      party,
      kind: 'poll',
      set: 'left out',
      p: ratified.without.joint,
      verdict: ratified.without.verdict
    }
  }
}
