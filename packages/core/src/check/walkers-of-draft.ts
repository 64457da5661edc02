import type { Column } from '../draws/column.ts'
import type { Case } from '../model/case.ts'
import { accepting, addTo, isNoLoss } from '../worth/columns.ts'
import { average } from '../worth/estimate.ts'
import type { Judge } from '../worth/judge.ts'
import type { Offers } from '../worth/offers.ts'
import { endOf, openIssues, stagesOf } from '../worth/offers.ts'
import { isFatal } from '../worth/redlines.ts'
import { partyVerdict } from '../worth/verdict.ts'
import type { Ground, PartyJudgement, Walker } from './check-result.ts'
import type { KeepsRules } from './completion.ts'
import type { PackageJudgement } from './judge-package.ts'
import { crossesSome } from './open.ts'
import { groundsOf, LEAST_CHANCE } from './walkers.ts'

/** A draft, judged at its best completion; whether some completion keeps the rules. */
export interface JudgedDraft {
  readonly given: Offers
  readonly judged: Pick<PackageJudgement, 'required' | 'parties'>
  readonly keepsRules: KeepsRules
}

/**
 * Who walks over a draft: parties that would be dead set against it, or unlikely to accept, however
 * it is filled. Their grounds are what the draft says or what every completion does, never terms
 * that nobody proposed: redlines that every completion crosses, the draws in which even the best
 * options of all open issues together leave a loss, and bodies that the open issues do not move.
 */
export function walkersOfDraft(draft: JudgedDraft, judge: Judge): readonly Walker[] {
  const { required, parties } = draft.judged
  return required.flatMap((party) => {
    const result = parties.get(party)
    return result ? (walkerOf(result, draft, judge) ?? []) : []
  })
}

function walkerOf(
  result: PartyJudgement,
  { given, keepsRules }: JudgedDraft,
  judge: Judge
): Walker | undefined {
  const { party } = result
  const within: Case = keepsRules !== false ? judge.source : { ...judge.source, rules: [] }
  const always = result.crossed.filter(
    ({ redline }) => crossesSome(redline, given, within) === 'every'
  )
  const gain = atMost(party, given, judge)
  const firmest = Math.max(0, ...always.map(({ walks }) => walks))
  const stays = new Float64Array(gain.length).fill(1 - firmest)
  const p = average(accepting(gain, decidedOn(party, given, judge) ?? stays))
  const verdict = partyVerdict(Math.min(p, 1 - firmest), always.some(isFatal))
  if (verdict !== 'dead-on-arrival' && verdict !== 'unlikely') return undefined
  const losing = gain.reduce((count, one) => count + (isNoLoss(one) ? 0 : 1), 0) / gain.length
  const bodies = openBodies(party, given, judge)
  const grounds = groundsOf({ ...result, crossed: always }, judge).flatMap((ground): Ground[] => {
    if (ground.over === 'redline') return [ground]
    if (ground.over === 'ratification') return bodies.has(ground.body.at) ? [] : [ground]
    return losing > LEAST_CHANCE ? [{ ...ground, chance: losing }] : []
  })
  const [first, ...rest] = grounds
  return first && { party, verdict, ...first, grounds: rest }
}

/** The most a party can gain in each draw, each open issue settled as it likes best there. */
function atMost(party: string, given: Offers, judge: Judge): Column {
  const most = judge.gain(party, given).slice()
  if (!judge.hasGain(party)) return most
  const open = openIssues(given, judge.source)
  const gains = judge.gainOf(party)
  for (const { id, options } of judge.source.issues) {
    if (!open.includes(id) || !gains.reads(id)) continue
    const parts = options.map((option) => gains.part(id, { option: option.id }))
    addTo(
      most,
      Float64Array.from(most, (_, i) => Math.max(...parts.map((part) => part[i] as number)))
    )
  }
  return most
}

/** Bodies of a party, by place, that the open issues may still move. */
function openBodies(party: string, given: Offers, judge: Judge): ReadonlySet<string> {
  const end = endOf(stagesOf(given))
  const open = judge.stance(party).ratification.filter((body) => judge.ratifier.isOpen(body, end))
  return new Set(open.map(({ at }) => at))
}

/**
 * Consent as far as the draft decides it, in each draw: redlines that it already crosses, and
 * bodies; undefined where some body may still be moved.
 */
function decidedOn(party: string, given: Offers, judge: Judge): Column | undefined {
  return openBodies(party, given, judge).size > 0
    ? undefined
    : judge.consent(party, stagesOf(given))
}
