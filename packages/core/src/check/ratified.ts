import { average } from '../worth/estimate.ts'
import type { Judge, Lens } from '../worth/judge.ts'
import type { Offers } from '../worth/offers.ts'
import { endOf, stagesOf } from '../worth/offers.ts'
import { crossedBy, isFatal } from '../worth/redlines.ts'
import type { Verdict } from '../worth/verdict.ts'
import { partyVerdict, proposalVerdict } from '../worth/verdict.ts'
import type { Ratified } from './check-result.ts'

/** Ratification of a package before one party's bodies, under all polls, each alone, and none. */
export function judgeRatification(
  party: string,
  offers: Offers,
  { judge, required }: { readonly judge: Judge; readonly required: readonly string[] }
): Ratified {
  const end = endOf(stagesOf(offers))
  const bodies = judge.stance(party).ratification.map((body) => judge.ratifier.judge(body, end))
  const lowestBody = bodies.reduce<(typeof bodies)[number] | undefined>(
    (low, body) =>
      body.margin !== null && (low?.margin ?? Number.POSITIVE_INFINITY) > body.margin ? body : low,
    undefined
  )
  const columns = bodies.flatMap(({ passes }) => passes ?? [])
  const verdictIf = (lens: Lens): { accepts: number; joint: number; verdict: Verdict } => {
    const joint = average(judge.joint(required, offers, lens))
    return {
      accepts: average(judge.accepts(party, offers, lens)),
      joint,
      verdict: verdictUnder(joint, offers, { judge, required, lens })
    }
  }
  const polls = new Map(
    bodies
      .flatMap(({ polls: rows }) => [...rows])
      .map(([poll, row]) => [poll, { ...row, ...verdictIf({ polls: { only: poll } }) }])
  )
  const p =
    bodies.length === 0
      ? 1
      : columns.length === 1 && bodies.length === 1
        ? (bodies[0]?.p ?? 1)
        : shareOfAll(columns)
  return {
    assessed: bodies.every(({ assessed }) => assessed),
    p,
    margin: lowestBody?.margin ?? null,
    polls,
    bodies: bodies.map(({ body, assessed, p: own, margin, share, sigma, threshold }) => ({
      body,
      assessed,
      p: own,
      margin,
      share,
      sigma,
      threshold
    })),
    without: verdictIf({ polls: 'none' })
  }
}

function shareOfAll(columns: readonly Uint8Array[]): number {
  const [first] = columns
  if (!first) return 1
  return (
    first.reduce((count, _, i) => count + (columns.every((column) => column[i] === 1) ? 1 : 0), 0) /
    first.length
  )
}

/** The proposal's verdict when acceptance is read through a lens. */
export function verdictUnder(
  joint: number,
  offers: Offers,
  context: {
    readonly judge: Judge
    readonly required: readonly string[]
    readonly lens?: Lens
  }
): Verdict {
  const { judge, required, lens } = context
  const stages = stagesOf(offers)
  const verdicts = required.map((party) => {
    const firm = crossedBy(judge.stance(party).redlines, stages, judge.source.scenarios).some(
      isFatal
    )
    return partyVerdict(average(judge.accepts(party, offers, lens)), firm)
  })
  return proposalVerdict(joint, verdicts)
}
