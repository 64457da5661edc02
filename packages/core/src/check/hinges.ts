import { scenariosIn } from '../model/condition.ts'
import type { Redline } from '../model/case.ts'
import { mean } from '../model/judgement.ts'
import type { Judgement as Judged } from '../model/judgement.ts'
import { judgementsOf } from './guarantee.ts'
import { accepting, average, multiply } from './judge.ts'
import type { Judge } from './judge.ts'
import { stagesOf } from './offers.ts'
import type { Offers } from './party.ts'
import type { Judgement } from './proposal.ts'
import { crossedBy, FIRM, firmnessOf } from './redlines.ts'
import type { Hinge } from './result.ts'
import { partyVerdict, proposalVerdict } from './verdict.ts'
import type { Verdict } from './verdict.ts'

/**
 * What a verdict hangs on: every judgement that, set to one of its ends in all draws, would change it; every crossed
 * redline's firmness; every scenario taken as a fact; every poll read alone, or none.
 */
export function hingesOf(judged: Judgement, judge: Judge): readonly Hinge[] {
  const context = { judged, judge, columns: new Map(judged.required.map((party) => [party, judge.accepts(party, judged.offers)])) }
  const all = [...judged.required.flatMap((party) => [...judgementHinges(party, context), ...firmnessHinges(party, context)]), ...scenarioHinges(context), ...pollHinges(context)]
  return all.filter((hinge) => hinge.verdict !== judged.verdict).sort((a, b) => Math.abs(b.p - judged.joint.p) - Math.abs(a.p - judged.joint.p))
}

interface Context {
  readonly judged: Judgement
  readonly judge: Judge
  readonly columns: ReadonlyMap<string, Float64Array>
}

function* judgementHinges(party: string, context: Context): Generator<Hinge> {
  const { judge, judged: { offers, required } } = context
  // Over a firm redline a proposal stays dead whatever it is worth to anybody.
  if (!judge.hasGain(party) || required.some((one) => firmlyCrossed(one, context))) return
  const stance = judge.stance(party)
  const consent = judge.consent(party, stagesOf(offers))
  const chances = stance.interests.flatMap(({ issue }) => offers.get(issue)?.chance ?? [])
  const bearing = new Set(stance.interests.flatMap(({ issue, weight, values }) => [weight.key, ...optionsRead(issue, stance, offers).flatMap((option) => (values.get(option) ?? []).map(({ judgement }) => judgement.key))]))
  const others = new Set(judgementsOf({ ...stance, interests: [] }).map(({ key }) => key))
  for (const judgement of [...judgementsOf(stance), ...chances]) {
    if (!bearing.has(judgement.key) && !others.has(judgement.key) && !chances.includes(judgement)) continue
    for (const end of endsOf(judgement)) {
      const gain = judge.gainOf(party).pinned(offers, judgement, end)
      yield hinge(context, party, accepting(gain, consent), { key: judgement.key, at: judgement.at, kind: 'judgement', set: String(end) })
    }
  }
}

/** Options of an issue that the party's gain reads: what is offered, and what its no-deal brings. */
function optionsRead(issue: string, stance: ReturnType<Judge['stance']>, offers: Offers): readonly string[] {
  const offer = offers.get(issue)
  const base = stance.noDeal?.base.kind === 'outcomes' ? stance.noDeal.base.outcomes.flatMap(({ terms }) => terms.get(issue) ?? []) : []
  return [...base, ...(offer ? [offer.option, ...(offer.then === undefined ? [] : [offer.then])] : [])]
}

function endsOf({ range, cases }: Judged): readonly number[] {
  const ranges = [range, ...cases.map((one) => one.range)]
  const [low, high] = [Math.min(...ranges.map((one) => one.low)), Math.max(...ranges.map((one) => one.high))]
  return low === high ? [] : [low, high]
}

function hinge(context: Context, party: string, accepts: Float64Array, what: Pick<Hinge, 'key' | 'at' | 'kind' | 'set'>): Hinge {
  return { ...what, party, ...verdictWith(context, new Map([[party, accepts]])) }
}

/** The proposal's verdict when some parties' acceptance is replaced; `firm` says whose firm redlines count as crossed. */
function verdictWith({ judged, judge, columns }: Context, replaced: ReadonlyMap<string, Float64Array>, firm?: (redline: Redline) => number): { readonly p: number; readonly verdict: Verdict } {
  const used = judged.required.map((party) => replaced.get(party) ?? columns.get(party) ?? new Float64Array(0))
  const product = new Float64Array(judge.sampler.count).fill(1)
  for (const column of used) multiply(product, column)
  const p = average(product)
  const stages = stagesOf(judged.offers)
  const firmness = firm ?? ((redline: Redline) => firmnessOf(redline, judge.source.scenarios).central)
  const verdicts = judged.required.map((party, i) => {
    const fatal = crossedBy(judge.stance(party).redlines, stages, judge.source.scenarios).some(({ redline }) => firmness(redline) >= FIRM)
    return partyVerdict(average(used[i] ?? new Float64Array(0)), fatal)
  })
  return { p, verdict: proposalVerdict(p, verdicts) }
}

function* firmnessHinges(party: string, context: Context): Generator<Hinge> {
  const { judge, judged: { offers } } = context
  for (const { redline } of crossedBy(judge.stance(party).redlines, stagesOf(offers), judge.source.scenarios)) {
    const { low, high } = firmnessOf(redline, judge.source.scenarios)
    for (const end of low === high ? [] : [low, high]) {
      const accepts = judge.accepts(party, offers, { point: (range, other) => (other === redline ? end : mean(range)) })
      const firm = (other: Redline): number => (other === redline ? end : firmnessOf(other, judge.source.scenarios).central)
      const { p, verdict } = verdictWith(context, new Map([[party, accepts]]), firm)
      yield { key: redline.firmness.key, at: redline.firmness.at, party, kind: 'firmness', set: String(end), p, verdict }
    }
  }
}

/** Scenarios taken as known: the draws in which they hold, or do not, are read alone. */
function* scenarioHinges(context: Context): Generator<Hinge> {
  const { judge, judged, columns } = context
  for (const [bit, scenario] of judge.source.scenarios.entries()) {
    if (!mentions(judge, scenario.id)) continue
    for (const known of [true, false]) {
      const kept = [...judge.sampler.masks.keys()].filter((i) => ((judge.sampler.masks[i] as number) & (1 << bit)) !== 0 === known)
      if (kept.length === 0) continue
      const p = kept.reduce((sum, i) => sum + judged.required.reduce((product, party) => product * (columns.get(party)?.[i] ?? 1), 1), 0) / kept.length
      const ps = judged.required.map((party) => kept.reduce((sum, i) => sum + (columns.get(party)?.[i] ?? 1), 0) / kept.length)
      const dead = judged.required.map((party, i) => partyVerdict(ps[i] ?? 0, firmlyCrossed(party, context)))
      yield { key: `scenarios.${scenario.id}`, at: scenario.at, party: undefined, kind: 'scenario', set: known ? 'yes' : 'no', p, verdict: proposalVerdict(p, dead) }
    }
  }
}

function firmlyCrossed(party: string, { judge, judged }: Context): boolean {
  return crossedBy(judge.stance(party).redlines, stagesOf(judged.offers), judge.source.scenarios).some(({ firmness }) => firmness.central >= FIRM)
}

function mentions({ source }: Judge, id: string): boolean {
  return [...source.stances.values()].some((stance) => {
    const judgements = [...judgementsOf(stance), ...stance.redlines.map(({ firmness }) => firmness)]
    return judgements.some(({ cases }) => cases.some(({ when }) => scenariosIn(when).includes(id))) || stance.redlines.some(({ crossedWhen }) => crossedWhen && scenariosIn(crossedWhen).includes(id))
  })
}

function* pollHinges({ judged, judge }: Context): Generator<Hinge> {
  for (const [party, { ratified }] of judged.parties) {
    if (!judged.required.includes(party) || ratified.bodies.length === 0) continue
    for (const [poll, { joint, verdict }] of ratified.polls) {
      yield { key: `polls.${poll}`, at: judge.source.polls.get(poll)?.at ?? '', party, kind: 'poll', set: 'alone', p: joint, verdict }
    }
    yield { key: `stances.${party}.ratification`, at: `stances/${party}/ratification`, party, kind: 'poll', set: 'left out', p: ratified.without.joint, verdict: ratified.without.verdict }
  }
}
