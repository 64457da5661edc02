import type { Stance } from '../../model/case.ts'
import type { Judgement } from '../../model/judgement.ts'
import { accepting, multiply } from '../../worth/columns.ts'
import { average } from '../../worth/estimate.ts'
import { judgementsOf } from '../../worth/judgements.ts'
import { stagesOf } from '../../worth/offers.ts'
import { pinned } from '../../worth/pinned.ts'
import type { Hinge } from '../check-result.ts'
import type { End } from './branches.ts'
import { endsOf, heldAt } from './branches.ts'
import type { HingeContext } from './hinge-context.ts'
import { acceptance, crossesFirmly, productOfOthers, verdictUnder } from './hinge-context.ts'

/** Weights, values, and what a party has without an agreement, held at their ends. */
export function* judgementHinges(party: string, context: HingeContext): Generator<Hinge> {
  const { judge, judged, means } = context
  const { offers } = judged
  if (!judge.hasGain(party) || isDeadAnyway(context)) return
  const rest = {
    consent: judge.consent(party, stagesOf(offers)),
    others: productOfOthers(party, context)
  }
  // If even a party that always gained would leave the verdict as it is, ends that only raise its
  // gain need no look.
  const always = acceptance(context.gain.fill(0), rest)
  const canRise =
    verdictUnder(context, {
      joint: always.joint,
      means: new Map([...means, [party, always.own]])
    }) !== judged.verdict
  for (const judgement of bearing(judge.stance(party), context)) {
    const { gain: held, raises } = pinned(judge.gainOf(party), offers, judgement)
    for (const end of endsOf(judgement, judge.source)) {
      if (!canRise && raises === end.isHigh) continue
      const gain = held({
        held: heldAt(judgement, end, { judge, into: context.held }),
        gain: judge.gain(party, offers),
        into: context.gain
      })
      const { own, joint } = acceptance(gain, rest)
      const verdict = verdictUnder(context, { joint, means: new Map([...means, [party, own]]) })
      yield { ...hingeOf(judgement, end), party, p: joint, verdict }
    }
  }
}

/** Chances of staged terms, held at their ends for everybody at once. */
export function* stagedHinges(context: HingeContext): Generator<Hinge> {
  const { judge, judged } = context
  const { offers, required } = judged
  if (isDeadAnyway(context)) return
  const chances = [...offers.values()].flatMap(({ chance }) => chance ?? [])
  for (const chance of chances)
    for (const end of endsOf(chance, judge.source)) {
      const product = new Float64Array(judge.sampler.count).fill(1)
      const held = heldAt(chance, end, { judge, into: context.held })
      const means = new Map(
        required.map((party) => {
          const gain = judge.gain(party, offers)
          const other = judge.hasGain(party)
            ? pinned(judge.gainOf(party), offers, chance).gain({ held, gain, into: context.gain })
            : gain
          const accepts = accepting(other, judge.consent(party, stagesOf(offers)))
          multiply(product, accepts)
          return [party, average(accepts)]
        })
      )
      const p = average(product)
      const verdict = verdictUnder(context, { joint: p, means })
      yield { ...hingeOf(chance, end), party: undefined, p, verdict }
    }
}

/** A judgement held at an end, as a hinge names it. */
export const hingeOf = (
  { key, at }: Judgement,
  { end, where }: Pick<End, 'end' | 'where'>
): Pick<Hinge, 'key' | 'at' | 'kind' | 'set' | 'where'> => ({
  key,
  at,
  kind: 'judgement',
  set: String(end),
  ...(where ? { where } : {})
})

/** Over a firm redline a proposal stays dead whatever it is worth to anybody. */
const isDeadAnyway = (context: HingeContext): boolean =>
  context.judged.required.some((party) => crossesFirmly(party, context))

/** The party's judgements that its gain reads here, each once. */
function bearing(stance: Stance, context: HingeContext): readonly Judgement[] {
  const read = new Set(
    stance.interests.flatMap(({ issue, weight, values }) => [
      weight.key,
      ...optionsRead(issue, stance, context).flatMap((option) =>
        (values.get(option) ?? []).map(({ judgement }) => judgement.key)
      )
    ])
  )
  const apart = new Set(judgementsOf({ ...stance, interests: [] }).map(({ key }) => key))
  // Values between two steps of a divisible issue share judgements, which are met more than once.
  const all = new Map(judgementsOf(stance).map((judgement) => [judgement.key, judgement]))
  return [...all.values()].filter(({ key }) => read.has(key) || apart.has(key))
}

/**
 * Options of an issue that the party's gain reads: what is offered, and what its no-deal brings.
 */
function optionsRead(
  issue: string,
  { noDeal }: Stance,
  { judge, judged }: HingeContext
): readonly string[] {
  const offer = judged.offers.get(issue)
  const silent = judge.source.issues.find(({ id }) => id === issue)?.ifSilent
  const base =
    noDeal?.base.kind === 'outcomes'
      ? noDeal.base.outcomes.flatMap(({ terms }) => terms.get(issue) ?? silent ?? [])
      : []
  return [
    ...base,
    ...(offer ? [offer.option, ...(offer.then === undefined ? [] : [offer.then])] : [])
  ]
}
